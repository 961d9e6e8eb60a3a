"""Promises: what the writer will do, in any words with "will", "shall" and "going to"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from poa_app.english.checkers.clauses import Clause, clauses, has_day
from poa_app.english.checkers.conduct_words import has_form, is_form_of, is_in
from poa_app.english.checkers.passives import after_adverbs
from poa_app.english.hit import Checker, Hit
from poa_app.english.phrase_patterns import apart
from poa_app.english.prose import Prose, Sentence, Word

_WILL = frozenset(("will", "shall", "won't", "wont", "wo'nt", "shan't", "ill"))
_FUTURE = _WILL | {"going", "about"}
_GOING = frozenset(("am", "is", "are", "i'm", "we're", "they're", "he's", "she's", "it's", "im", "be"))
_NOUN_BEFORE = frozenset(
    ("a", "good", "free", "at", "my", "his", "her", "last", "their", "strong", "ill", "own", "of", "to")
)
_WE = frozenset(("we", "i", "our", "my", "myself", "ourselves"))
_OWN_KINDS = frozenset(
    ("service", "services", "support", "messages", "orders", "listings", "policies", "policy", "complaints")
)
_RELATIVES = frozenset(("which", "that", "who"))
_SAID = frozenset(("say", "says", "said", "told", "tells", "thought", "thinks"))
_BEFORE_WHICH = frozenset(("on", "in", "at", "by", "for", "to", "from", "of", "within", "after", "before"))
_OUR_HELPERS = frozenset(("lawyer", "lawyers", "attorney", "counsel", "agency", "agent", "contractor"))
_RIGHTS = frozenset(("brand", "rights", "right", "trademark", "copyright", "patent", "property"))
_LITTLE_WORDS = frozenset(
    (
        *("not", "also", "then", "only", "all", "very", "most", "always", "ever", "highly", "forever", "so", "really"),
        *("truly", "deeply", "extremely", "eternally", "much", "more"),
    )
)
_HELPERS = frozenset(("not", "never", "be", "have", "been"))
_GOES_ON = re.compile(
    r"[^.;!?\n\u3002\uff1b\uff01\uff1f]*?(?=[,.;:!?(\n\u3002\uff0c\uff1b]|\b(?:because|so that|unless|but)\b|$)"
)
_LEGAL = re.compile(
    r"\b(?:lawsuit|suit|legal|court|arbitration|a complaint|complaint (?:with|to|against))\b", re.IGNORECASE
)
_FROM_NOW = re.compile(
    r"\W*(?:from (?:now|this|today|here)\b|going forward|in (?:the )?future|henceforth|hereafter)", re.IGNORECASE
)
_CONTRACT = re.compile(r"\b(?:this|the) (?:contract|agreement|warranty)\b|\bwarrants\b", re.IGNORECASE)
_TO_OTHERS = re.compile(
    r"\b(?:provide|send|submit|supply|furnish|forward|share|present|cooperate|assist|answer|reply)\b.*"
    r"\b(?:request|requests|requested|needed|need|require|required|further|additional|more information)\b",
    re.IGNORECASE,
)


def promises(prose: Prose) -> Iterator[Hit]:
    """Yield every sentence or clause in which the writer says what will be done."""
    for sentence in prose.sentences:
        if sentence.said.isdisjoint(_FUTURE) and not any(low.endswith("'ll") for low in sentence.said):
            continue
        auxiliaries = [at for at, word in enumerate(sentence.words) if _is_future(prose, sentence, at, word.low)]
        if auxiliaries:
            yield from (Hit(*span) for span in apart(_in_sentence(prose, sentence, auxiliaries)))


def _in_sentence(prose: Prose, sentence: Sentence, auxiliaries: list[int]) -> Iterator[tuple[int, int]]:
    of_sentence = clauses(prose, sentence)
    for at in auxiliaries:
        number = next((n for n, one in enumerate(of_sentence) if one.first <= at < one.first + len(one.words)), None)
        if number is None:
            continue
        clause = of_sentence[number]
        subject = _subject(of_sentence, number, at - clause.first)
        if _is_ours(prose, sentence, subject, at, clause.joined in ("and", "but") and clause.first == at):
            yield _span(prose, sentence, clause, at)


def _is_future(prose: Prose, sentence: Sentence, at: int, low: str) -> bool:
    words = sentence.words
    following = words[at + 1] if at + 1 < len(words) else None
    if low in ("going", "about") and at and following and following.low == "to" and at + 2 < len(words):
        before = [word.low for word in words[max(0, at - 4) : at]]
        while len(before) > 1 and (
            before[-1] in ("not", "never") or is_in("adverbs", before[-1]) or before[-1].endswith("ly")
        ):
            before.pop()
        return before[-1] in _GOING
    if (
        not (low in _WILL or low.endswith("'ll"))
        or following is None
        or _verb([word.low for word in words[at + 1 : at + 6]]) == ""
    ):
        return False
    if low == "wont" and at and words[at - 1].low in ("was", "is", "were", "are", "his", "her", "their", "our", "its"):
        return False
    if low == "ill" and not words[at].text.startswith("Ill"):
        return False
    if at == 0 and sentence.text.rstrip().endswith("?"):
        return False
    return low != "will" or not _is_noun_or_name(prose, words, at)


def _is_noun_or_name(prose: Prose, words: tuple[Word, ...], at: int) -> bool:
    """Whether "will" is a testament, a wish or somebody's name."""
    if at and words[at - 1].low in _NOUN_BEFORE:
        return True
    begins_point = prose.text[words[at].start - 2 : words[at].start - 1] in ("-", ")")
    is_name = words[at].text == "Will" and not (at and begins_point)
    return is_name and (at > 0 or words[at + 1].text[:1].isupper())


def _subject(of_sentence: tuple[Clause, ...], number: int, at: int) -> list[str]:
    """Return the words before "will", in small letters; those of the clause before where there are none."""
    clause = of_sentence[number]
    found = [word.low for word in clause.words[:at]]
    subject, _, short = clause.words[at].low.partition("'")
    if short == "ll" or subject == "ill":
        return [*found, "i" if subject == "ill" else subject]
    if found and found[-1] in _GOING:
        found = found[:-1]
    rest = after_adverbs(found, 0)
    if rest < len(found) and not (len(found) == 1 and found[0] in _HELPERS):
        return found[rest:]
    if not number:
        return []
    before = of_sentence[number - 1]
    low = [word.low for word in before.words]
    if clause.joined == "," and number > 1 and before.joined == ",":
        low = [word.low for word in of_sentence[number - 2].words]
    return _head_of(low)


def _head_of(low: list[str]) -> list[str]:
    """Return the subject of a clause: its words before the first verb."""
    begin = after_adverbs(low, 0)
    for at in range(begin, len(low)):
        if low[at] in ("we", "i"):
            return low[begin : at + 1]
        if at > begin and (low[at] in _WILL or low[at] in _GOING or low[at] in ("has", "have", "was", "were", "can")):
            return low[begin:at]
        if at > begin + 1 and has_form(low[at], "past", "third") and not is_in("outsiders", low[at]):
            return low[begin:at]
    return low[begin:]


def _is_ours(prose: Prose, sentence: Sentence, subject: list[str], at: int, goes_on: bool) -> bool:
    """Whether it is our own conduct that is foretold; ``goes_on`` if the subject stands in the clause before."""
    after = [word.low for word in sentence.words[at + 1 : at + 8]]
    after = after[1:] if sentence.words[at].low in ("going", "about") else after
    verb = _verb(after)
    is_passive = _is_passive(after)
    if _is_of_a_thing(subject, verb, after) or _LEGAL.search(prose.plain, sentence.words[at].end, sentence.end):
        return False
    before = [word.low for word in sentence.words[:at]]
    if (
        _is_wish(before, subject, goes_on)
        or _is_no_conduct(after, verb, subject)
        or ("'" not in sentence.words[at].low and sentence.words[at].low != "ill" and _is_told_of(before))
    ):
        return False
    if (
        subject
        and subject[-1] in _RELATIVES
        and (len(subject) > 1 or any(is_in("outsiders", one) for one in before[-4:]))
    ):
        return False
    in_own_part = prose.setting.section in ("corrective", "preventive")
    if sentence.words[at].low == "shall" and not in_own_part and not _is_own(subject):
        return False
    if _CONTRACT.search(sentence.text) and not _WE & set(subject):
        return False
    if is_passive and _is_done_by_others(sentence, at):
        return False
    is_said = any(word in _SAID and before[max(0, n - 1)] != "the" for n, word in enumerate(before))
    if is_said and not _WE & set(subject):
        return False
    is_vowed = bool(_FROM_NOW.match(sentence.text)) and not {"you", "amazon"} & set(subject)
    if (
        not is_vowed
        and _is_outsider(subject)
        and not (is_passive and "amazon" not in subject and not {"you", "your"} & set(subject))
    ):
        return False
    if _is_event(sentence, subject, verb) or (not is_passive and _is_control(sentence, subject, verb)):
        return False
    return not _TO_OTHERS.search(prose.plain, sentence.words[at].end, sentence.end) or verb == "never"


def _verb(after: list[str]) -> str:
    at = after_adverbs(after, 0)
    while at < len(after) and (after[at] in ("not", "never") or is_in("adverbs", after[at])):
        at += 1
    return after[at] if at < len(after) else ""


def _is_passive(after: list[str]) -> bool:
    if "be" not in after[:4]:
        return False
    at = after.index("be") + 1
    while at < len(after) and (is_in("adverbs", after[at]) or after[at].endswith("ly")):
        at += 1
    return at < len(after) and has_form(after[at], "participle", "past")


def _is_own(subject: list[str]) -> bool:
    """Whether a subject is plainly ours, or what must not come again; a law also says what somebody shall do."""
    ours = bool(_WE & set(subject)) or bool({"such", "this", "these", "it", "there"} & set(subject[:1])) or not subject
    return ours or (
        any(is_in("own", word) for word in subject) and not {"officer", "inspector", "agent"} & set(subject)
    )


def _is_done_by_others(sentence: Sentence, at: int) -> bool:
    """Whether a passive names somebody else who will do it: "replaced by the supplier"."""
    words = sentence.words[at + 1 : at + 12]
    for number, word in enumerate(words[:-1]):
        if word.low == "by":
            agent = [one.low for one in words[number + 1 : number + 4]]
            if not _WE & set(agent) and any(is_in("outsiders", one) for one in agent):
                return True
    return False


def _is_wish(before: list[str], subject: list[str], goes_on: bool) -> bool:
    """Whether the sentence hopes or asks for it, or only names it: "what we will do"."""
    if goes_on and not {"you", "amazon", "your"} & set(before):
        return False
    lead = before[: len(before) - len(subject)] if subject and before[-len(subject) :] == subject else before
    near = [*lead[-8:], *subject[:-1]]
    if before[:2] == ["what", "follows"]:  # a heading of its line
        near = [word for word in near if word != "what"]
    if any(word in ("what", "how") for word in [*near[-3:], *subject[-1:]]) or "whether" in near:
        return True
    if "trust" in near and "you" in before:
        return False
    return any(
        is_in("wishes", word) and word not in ("what", "how", "who", "whose", "why", "whether") for word in near
    ) and not ({"promise", "guarantee", "swear"} & set(near))


def _is_of_a_thing(subject: list[str], verb: str, after: list[str]) -> bool:
    """Whether a thing does by itself what is told: "the filter will fit jugs of two litres"."""
    head = _noun_phrase(subject)
    if (
        not head
        or {"our", "my", "we", "i", "he", "she", "they", "it", "every", "each", "all", "no"} & set(subject)
        or {"always", "never"} & set(after[:3])
    ):
        return False
    if verb == "be" and {"at", "in", "on"} & set(after[1:3]) and is_in("objects", head[-1]):
        return True
    return is_in("of_things", verb) and not any(is_in("own", one) for one in head)


def _is_told_of(before: list[str]) -> bool:
    """Whether a paper or a tool says it, or it only describes a thing: "the date on which the goods will be sent"."""
    if _WE & set(before) or "from" in before[:1]:
        return False
    for at, word in enumerate(before):
        if word == "which" and at and (before[at - 1] in _BEFORE_WHICH or is_form_of("tells_of", before[at - 1])):
            return True
        if word in ("that", "whether") and at and is_form_of("tells_of", before[max(0, at - 3) : at][-1]):
            return True
    told = any(is_form_of("tells_of", word, "third", "past") for word in before[1:8])
    return told and bool({"that", "whether", "when", "which"} & set(before))


def _is_no_conduct(after: list[str], verb: str, subject: list[str]) -> bool:
    if verb == "have" and "to" in after[:3] and subject and not _WE & set(subject[-1:]):
        return False
    if is_in("not_conduct", verb):
        return True
    content = [word for word in after if word not in _LITTLE_WORDS]
    return any(is_in("not_conduct_pairs", f"{one}:{two}") for one, two in pairwise(content[:3]))


def _is_outsider(subject: list[str]) -> bool:
    if not subject:
        return False
    if subject[-1] in ("we", "i"):
        return False
    if subject[-1] in ("they", "you"):
        return True
    head = _noun_phrase(subject)
    last = head[-1] if head else subject[-1]
    if {"our", "my"} & set(head) and last in _OUR_HELPERS:
        return False
    if is_in("outsiders", last) or (last in ("owner", "owners") and set(head) & _RIGHTS):
        return True
    return bool({"amazon", "amazon's", "your"} & set(head)) and last not in _OWN_KINDS and not (_WE & set(head))


def _noun_phrase(subject: list[str]) -> list[str]:
    """Return the words of a subject before what is said about it: "the buyers of the lamp" gives "the buyers"."""
    for at, word in enumerate(subject):
        if at and word in (
            "of",
            "in",
            "from",
            "for",
            "with",
            "to",
            "at",
            "on",
            "above",
            "that",
            "which",
            "who",
            "whose",
            "under",
        ):
            return subject[:at]
    return subject


def _is_event(sentence: Sentence, subject: list[str], verb: str) -> bool:
    """Whether it is the dated next event of a control: "the audit will take place", "we will review it", on a day."""
    if not has_day(sentence.text):
        return False
    if is_in("events", verb):
        return True
    personal = bool(subject) and subject[-1] in _WE
    is_next = any(word.low in ("next", "anew") for word in sentence.words)
    return not personal and (is_next or any(is_in("events", word) for word in subject))


def _is_control(sentence: Sentence, subject: list[str], verb: str) -> bool:
    """Whether a tool or a thing does something under a condition, which describes a control in force."""
    head = _noun_phrase(subject)
    if not subject or _WE & set(subject) or any(is_in("own", word) for word in head):
        return False
    is_thing = head[0] in ("the", "a", "an", "each") and verb != "be" and not {"never", "always"} & set(head)
    if not is_thing and not any(is_in("tools", word) or is_in("objects", word) for word in head):
        return False
    return any(is_in("conditions", word.low) for word in sentence.words)


def _span(prose: Prose, sentence: Sentence, clause: Clause, at: int) -> tuple[int, int]:
    start = clause.words[0].start
    rest = _GOES_ON.match(prose.plain, sentence.words[at].end, sentence.end)
    end = rest.end() if rest else sentence.end
    end = max((word.end for word in sentence.words if word.end <= end), default=sentence.words[at].end)
    return start, max(end, sentence.words[at].end)


CHECKERS: dict[str, Checker] = {"future-deeds": promises}
