"""How far a case has come by a message."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poa_app.facts.folding import Folded, fold_phrase
from poa_app.knowledge import Knowledge
from poa_app.knowledge.notice_words import Recognition
from poa_app.model.facts import Stage
from poa_app.notice.spans import Span
from poa_app.notice.thread import newest
from poa_app.notice.word_classes import Rule, Sentences, rules_of

BEGINNING = 600
"""Characters within which a message says that something was given back."""

NOT_DONE = "not-implemented"
"""What an answer finds wanting that was promised and not done."""
NEAR = 120
"""Characters around the name of a document within which it is said to be forged."""
_OPENING, _CLOSING = ('"', "“", "„", "「", "‘", "'"), ('"', "”", "“", "」", "’", "'")
_FORGED = re.compile(
    r"\b(?:forg|alter(?:ed|ation)|manipulat|fabricat|falsif|tamper|counterfeited|gefälscht)|伪造|篡改", re.IGNORECASE
)
PAPERS = frozenset({"documents-invalid", "documents-missing", "identity"})
"""What an answer finds wanting of papers."""

_CONDITION = re.compile(
    r"\b(?:to (?:have|be|get|win|regain|see)|how|if|once|until|before|when|unless|asking|want|like to|whether|decide)\b"
    r"|先让|先使|如果|若要|如需|待|之后|以便|请您|请在|请于",
    re.IGNORECASE,
)


_ONLY_IF = re.compile(
    r"\b(?:if|unless|in case|should (?:you|your|we|they)"
    r"|(?:plans|appeals|submissions|requests|applications) (?:that|which|without|with))\b"
    r"[^.;。；]{0,120}$|\b(?:may|might)\s$|(?:如果|若|如您|倘若)[^。；]{0,60}$|可能会?$|未[^。；，]{0,24}$|前，[^。；，]{0,12}$"
    r"|\b(?:wenn|falls|si|se)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
"""Words before a phrase by which it tells what would be, not what is."""


def stage_of(folded: Folded, text: str, data: Recognition, lists: bool = False) -> Stage:
    """Return how far the case has come by the newest message of a text.

    That something was given back stands at the beginning of a message, and not under a condition.

    Args:
        folded: the text.
        text: the same as pasted.
        data: the phrases.
        lists: whether the message lists what to send; where it refuses documents and nothing else, it wants others.
    """
    message = newest(text)
    for stage, phrases in data.stages.items():
        places = [one for one in _within(folded, phrases, message) if not _is_only_if(text, one, message)]
        if stage == "reinstated":
            places = [
                place
                for place in places
                if not lists
                and place[0] - message[0] < BEGINNING
                and not _CONDITION.search(text[max(0, place[0] - 40) : place[0]])
            ]
        elif stage == "rejected":
            if any(not _is_quoted(text, one) for one in _within(folded, data.more_wanted, message)):
                return "more-information"
            refused = (one for one in _within(folded, data.documents_refused, message) if not _is_forged(text, one))
            if not places and next(refused, None):
                return "more-information" if lists else "rejected"
        if places:
            return stage
    return "first"


def _is_only_if(text: str, place: Span, message: Span) -> bool:
    """Whether the words before a place in its sentence put it under a condition."""
    before = text[max(message[0], place[0] - 160) : place[0]]
    return bool(_ONLY_IF.search(before)) or text.startswith(("前", "之前"), place[1])


def _is_quoted(text: str, place: Span) -> bool:
    """Whether a place stands in quotation marks of its own: it names something."""
    return text[: place[0]].endswith(_OPENING) and text.startswith(_CLOSING, place[1])


def _is_forged(text: str, place: Span) -> bool:
    """Whether the words around a place say that a document was altered, for which alone nothing is refused."""
    return bool(_FORGED.search(text, max(0, place[0] - NEAR), place[1] + NEAR))


def told_stage(stage: Stage, words: Sentences, message: Span, lists: bool, known: Knowledge) -> Stage:
    """Return how far the case has come by the classes of a message's words, where its phrases tell no more.

    Args:
        stage: by its phrases.
        words: the sentences of the text.
        message: the place of its newest message.
        lists: whether it lists what to send: then its answer is not the last one.
        known: the data files.
    """
    idle = words.having("harmless", "to-come")
    kept = words.kept(inside and not one for inside, one in zip(words.within(message), idle, strict=True))
    told = _told(stage, kept, message, lists, known)
    if told == "more-information" and _tells_anew(kept, known):
        return "first"
    if stage == "first" and told in ("more-information", "rejected") and _takes_first(kept, known):
        return "first"
    if stage == told == "more-information" and _refuses_plan(kept, known):
        return "rejected"
    if told == "rejected" and _wants_again(kept, known):
        return "more-information"
    return told


def _tells_anew(words: Sentences, known: Knowledge) -> bool:
    """Whether a message takes the account away and speaks of nothing that was sent for it: papers are its reason."""
    if any(words.having("thanks", "more", "your-appeal", "we-reread", "you-said", "upheld", "anew", "until")):
        return False
    return any(words.telling(rules_of(known).levels["account"]))


def _takes_first(words: Sentences, known: Knowledge) -> bool:
    """Whether a message tells what was taken away, and looks back on nothing that was sent, but in what it asks."""
    if any(words.kept(not one.bullet for one in words.pieces).having("thanks", "you-said", "we-reread", "upheld")):
        return False
    found = zip(
        words.having("your-appeal", "sent-paper"),
        words.having("lacking"),
        words.having("whenever", "until"),
        strict=True,
    )
    if any(yours and lacking and not ahead for yours, lacking, ahead in found):
        return False
    looks_back = words.having("more", "your-appeal", "sent-paper", "unchanged", "read")
    ahead = words.having("asks", "whenever", "until", "altered")
    if any(back and not later for back, later in zip(looks_back, ahead, strict=True)):
        return False
    rules = rules_of(known)
    return any(any(words.telling(said)) for said in rules.levels.values()) and not any(
        words.telling(rules.wanting[NOT_DONE])
    )


def _refuses_plan(words: Sentences, known: Knowledge) -> bool:
    """Whether an answer finds a part of a plan wanting and gives nothing back, and lists no papers to send."""
    papers = zip(words.pieces, words.having("paper"), strict=True)
    if any(one.bullet and paper for one, paper in papers):
        return False
    return _wants_of_plan(words, known) and any(words.telling(rules_of(known).upheld))


def _wants_again(words: Sentences, known: Knowledge) -> bool:
    """Whether an answer only wants a paper once more: it keeps nothing back and finds nothing else wanting."""
    rules = rules_of(known)
    if any(words.having("upheld")) or _wants_of_plan(words, known) or any(words.telling(rules.levels["account"])):
        return False
    again = zip(words.having("anew"), words.having("asks"), strict=True)
    return any(map(all, again)) and any(words.telling(rules.stages["more-information"]))


def _told(stage: Stage, words: Sentences, message: Span, lists: bool, known: Knowledge) -> Stage:
    rules = rules_of(known).stages
    if stage == "final" and (lists or _wants_of_plan(words, known)) and any(words.telling(rules["rejected"])):
        return "rejected"
    if stage in ("first", "rejected") and not (lists or _sends(words)) and any(words.telling(rules["final"])):
        return "final"
    if not lists and stage != "final" and _gives_back(words, message, rules["reinstated"], answers=stage != "first"):
        return "reinstated"
    if stage != "first":
        return stage
    if any(words.telling(rules["rejected"])):
        return "rejected"
    if any(words.telling(rules["more-information"])):
        return "rejected" if any(words.telling(rules_of(known).upheld)) else "more-information"
    said = words.kept(not one.bullet for one in words.pieces)
    return _answer(words, known) if any(said.telling(rules_of(known).answered)) else stage


def _gives_back(words: Sentences, message: Span, rules: tuple[Rule, ...], answers: bool) -> bool:
    """Whether a message tells at its beginning that something was given back; an answer, and keeps nothing back."""
    said = words.kept(not one.bullet for one in words.pieces)
    if answers and any(words.having("upheld", "lacking", "missing", "invalid")):
        return False
    return any(told.start - message[0] < BEGINNING for told in said.telling(rules))


def _wants_of_plan(words: Sentences, known: Knowledge) -> bool:
    """Whether a message finds a part of a plan wanting."""
    wanting = rules_of(known).wanting
    return any(any(words.telling(said)) for slug, said in wanting.items() if slug not in PAPERS)


def _sends(words: Sentences) -> bool:
    """Whether a sentence asks to send a paper, and tells neither what was sent nor that all is decided."""
    asks, paper = words.having("asks"), words.having("paper")
    other = words.having("not", "sent-paper", "altered", "last", "upheld", "decided")
    return any(one and two and not three for one, two, three in zip(asks, paper, other, strict=True))


def _answer(words: Sentences, known: Knowledge) -> Stage:
    """Return what an answer to an appeal is: a request where it finds only papers wanting, else a refusal."""
    rules = rules_of(known)
    wanted = {slug for slug, said in rules.wanting.items() if any(words.telling(said))}
    refuses = wanted - PAPERS or any(words.telling(rules.upheld))
    return "more-information" if (wanted or any(words.having("asks"))) and not refuses else "rejected"


def _within(folded: Folded, phrases: tuple[str, ...], message: Span) -> Iterator[Span]:
    """Yield where phrases stand in a message."""
    for phrase in phrases:
        for place in folded.find(fold_phrase(phrase)):
            if message[0] <= place[0] < message[1]:
                yield place
