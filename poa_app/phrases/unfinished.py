"""What somebody's words tell as not finished yet, taken apart from what is: 240 bags arrived, 148 still on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from poa_app.phrases import function_words as small
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.text import LONGEST, capitalised, sentences, without_stop

_OPEN = re.compile(
    r"\bnot (?:[a-z]+ )?yet\b|\bwaits? for\b|\bso far not\b|\bnot (?:\w+ )?(?:so far|until now|till now)\b"
    r"|\bstill (?:open|on (?:the|its|their) way|in transit"
    r"|missing|pending|waiting|being|outstanding|not|to come|under way|running|with the|at the)\b"
    r"|\b(?:is|are|remains?) (?:still )?(?:open|pending|outstanding|unanswered|on (?:the|its|their) way|in transit)\b"
    r"|\bopen (?:is|are) (?:still )?|\bawait(?:s|ing)\b|\b(?:we|still) (?:are )?wait(?:ing)?\b|\bpending\b\Z"
    r"|\b(?:have|has) not (?:been )?(?:answered|replied|arrived|confirmed|returned|responded|received|come)\b"
    r"|\b(?:did|do|does) not (?:receive|get|arrive|come|answer|reply)\b[^.;,]*\byet\b",
    re.IGNORECASE,
)
_FAULT = (
    r"(?:errors?|faults?|problems?|issues?|defects?|bugs?|mistakes?|complaints?|claims?|failures?|warnings?|returns?)"
)
_OVER = re.compile(
    r"(?:\b(?:was|were|had) (?:still|not|open|pending|waiting)\b|\b(?:no|none|nothing) .*\b(?:open|pending)\b"
    rf"|\b{_FAULT} (?:has|have) not (?:been )?(?:returned|come|received|confirmed)\b"
    rf"|\b(?:has|have) not (?:received|come)\b[^.;,]*\b(?:any|new|more|further|single|{_FAULT})\b"
    r"|\bnot yet (?:late|due|needed|necessary|reached|exceeded|full)\b"
    r"|\b(?:offers?|shops?|stores?|rooms?|warehouses?|offices?|portals?) (?:is|are) (?:still |now )?open\b"
    r"|\b(?:is|are) (?:still )?open (?:again|every|each|daily|from \d|to (?:all|buyers|everyone))\b"
    r"|\bstill (?:with the same|running (?:without|every|daily|well|fine|as|with no)|being (?:used|followed|kept))\b"
    r"|\bstill (?:at|in|with) [^.;,]*\b(?:seal(?:ed)?|locked|blocked|quarantined?|kept|stored"
    r"|as (?:proof|evidence|samples?))\b"
    r"|\bstill not [^.;,]*\b(?:old|wrong|again|sold|late|any)\b)[^.;,]*",
    re.I,
)
"""What was open once, what there is none of, and what is as it was meant to be: the offers are open again."""
_LED = re.compile(r"(?:[Ss]till [Oo]pen|[Oo]pen|[Pp]ending)(?: (?:is|are)(?: still)?|:) ", re.ASCII)
_PIECE = re.compile(r"; |, (?:and |but )?(?=\d|(?:the|one|two|three|four|five) )")
_NO_THING = small.SUBJECTS | small.RELATIVES | small.PREPOSITIONS | small.AUXILIARIES | small.CONJUNCTIONS
_OTHERS = frozenset(
    (
        "it",
        "they",
        "this",
        "these",
        "those",
        "others",
        "rest",
        "remaining",
        "one",
        "not",
        "still",
        "waits",
        "wait",
        "waiting",
        "remains",
        "another",
    )
)
_NO_VERB = re.compile(
    r"(?P<count>\d[\d,]*) (?P<things>(?:[a-z]+ ){0,2}?(?P<last>(?!(?:is|are|has|have)\b)[a-z]+))"
    r" (?P<rest>(?:still|not yet) [^,;]+)\Z"
)


@dataclass(frozen=True)
class Unfinished:
    """A result with what is still open apart.

    Attributes:
        done: what is finished; may be empty.
        left: what is still open, whole sentences by itself, without the last stop.
    """

    done: str
    left: str


@lru_cache(maxsize=1_024)
def unfinished(said: str, deed: str = "") -> Unfinished | None:
    """Return what a result tells as still open; None where all of it is done, or means nothing away from its deed.

    Where the open part could not be understood apart from the rest, as "the third is still open", all of it is.

    Args:
        said: sentences on what came of a deed.
        deed: what was done, which may name the things that the result only counts.
    """
    whole = without_stop(said)
    if len(whole) > LONGEST or not _is_open(whole):
        return None
    done: list[str] = []
    left: list[str] = []
    for sentence in sentences(whole):
        pieces = _PIECE.split(without_stop(sentence))
        open_at = next((place for place, piece in enumerate(pieces) if _is_open(piece)), None)
        if open_at is None:
            (left if left else done).append(without_stop(sentence))
            continue
        first = sum(len(piece) for piece in pieces[:open_at])
        at = sentence.index(pieces[open_at], first) if open_at else 0
        before, after = sentence[:at].rstrip(" ,;"), without_stop(sentence[at:])
        before = re.sub(r",? (?:and|but)\Z", "", before)
        after = _with_its_thing(after, [*done, before], deed)
        if not _stands_alone(after):
            kept = _names_its_thing(whole) and not _points_back(sentences(whole)[0])
            return Unfinished("", capitalised(whole)) if kept else None
        done += [before] if before else []
        left.append(capitalised(_whole(after)))
    return Unfinished(". ".join(done), ". ".join(left))


_COUNTED = re.compile(
    r"(?:all |the |both )*(?P<count>\d[\d,]*) (?:of (?:the|our) )?(?P<many>(?:[a-z-]+ )??[a-z]{3,}s)\b"
)
_BARE_COUNT = re.compile(r"(?P<count>\d[\d,]*) (?=still\b|not yet\b|(?:is|are|has|have|waits?)\b)")


def _with_its_thing(piece: str, before: list[str], deed: str) -> str:
    """Return an open piece that only counts with what it counts: 212 units came back, 128 units still on the way.

    The thing is what the words before it count; or what the deed counts, where both numbers together make its number.
    """
    bare, told = _BARE_COUNT.match(piece), ". ".join(filter(None, before))
    first = re.match(r"\d[\d,]*", told)
    if not bare or not first:
        return piece
    counted = _COUNTED.match(told)
    if counted is None:
        found = _COUNTED.search(deed)
        both = sum(int(one.replace(",", "")) for one in (first[0], bare["count"]))
        counted = found if found and int(found["count"].replace(",", "")) == both else None
    things = counted["many"].split()[-1] if counted else ""
    one = things.removesuffix("s")
    if things not in lexicon().plurals or one not in lexicon().singulars:
        return piece
    return f"{bare['count']} {one if bare['count'] == '1' else things} {piece[bare.end() :]}"


def _is_open(words: str) -> bool:
    return bool(_OPEN.search(words) and _OPEN.search(_OVER.sub(" ", words)))


def _whole(piece: str) -> str:
    """Return an open piece without what only says that it is open, and with its verb."""
    said = _LED.sub("", piece, count=1) if _LED.match(piece) else piece
    said = re.sub(r"\bwe (?:still )?wait for\b", "we are waiting for", said)
    found = _NO_VERB.match(said)
    if not found:
        return said
    be = "is" if found["count"] == "1" else "are"
    return f"{found['count']} {found['things']} {be} {found['rest']}"


def _names_its_thing(whole: str) -> bool:
    """Whether sentences begin with what they are about: Amazon answered; but not: they, the rest."""
    bare = re.sub(r"\A(?:the|our|a|an|all|some|another|\d[\d,]*)\s+", "", whole, flags=re.IGNORECASE).lower()
    first = (re.findall(r"[a-z-]+", bare) or [""])[0]
    return bool(first) and first not in (_NO_THING - {"we"}) | _OTHERS | small.ORDINALS | small.NUMBERS


_POINTS_BACK = re.compile(r"\b(?:them|their|they|those|these|her|his|him|she|he)\b", re.IGNORECASE)


def _points_back(piece: str) -> bool:
    """Whether a pronoun stands for what no word before it in the piece names: Ann decides what happens to them."""
    found = _POINTS_BACK.search(piece)
    if not found:
        return False
    before = re.findall(r"[A-Za-z-]+", piece[: found.start()])
    if found[0].lower() in ("her", "his", "him", "she", "he"):
        return not any(word[0].isupper() for word in before)
    return not any(word in lexicon().plurals and word not in lexicon().verbs for word in before)


def _stands_alone(piece: str) -> bool:
    """Whether a piece names itself the thing that is open: 148 bags, but not the third, 2 of them, they."""
    if _points_back(piece):
        return False
    bare = re.sub(r"\A(?:the|our|an?|all|some|another|past)\s+", "", _LED.sub("", piece, count=1), flags=re.IGNORECASE)
    counted = re.match(r"\d[\d,]*\s+", bare)
    words = re.findall(r"[a-z-]+", bare[counted.end() if counted else 0 :].lower())
    if (
        not words
        or (words[0] in _NO_THING and words[0] != "we")
        or words[0] in _OTHERS | small.ORDINALS | small.NUMBERS
    ):
        return False
    return words[0] != "we" and any(lexicon().is_noun(word) for word in words[:3]) and words[0][-2:] != "ed"
