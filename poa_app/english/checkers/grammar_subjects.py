"""The subject of a verb: whether it is one or many, and where its words begin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from poa_app.english.checkers.grammar_words import (
    AGENTS,
    AUXILIARIES,
    DETERMINERS,
    EITHER_WAY,
    GROUPS,
    MID_ADVERBS,
    MONTHS,
    NUMERALS,
    OBJECTS,
    OPENERS,
    PREPOSITIONS,
    SINGULAR_PRONOUNS,
    SUBJECTS,
    UNCOUNTABLE,
    WEEKDAYS,
    Line,
    Token,
    words,
)

Number = Literal["one", "many", "group"]
Opening = Literal["start", "comma", "and", "that", "relative"]

_REPORTING = words("reporting")
_TIMES = words("time_nouns")
_PREDETERMINERS = words("predeterminers")
_SUBJUNCTIVE = words("subjunctive")
_PLURAL_PRONOUNS = frozenset(["both", "these", "those"])
_PLURAL_ONLY = words("plural_only")
_DOERS, _SURNAMES = words("doers"), words("surnames")
_COUNTS_MANY = frozenset(["many", "few", "several", "both"])
_COUNTS_ONE = frozenset(["one", "each", "either", "neither"])
_STEPS = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """What a verb belongs to.

    Attributes:
        start: place of its first word.
        head: place of the word that decides.
        number: ``group`` for a staff or a team, which may be either.
        opening: what stands before it.
        is_pronoun: whether it is we, it, everyone.
        acts: whether it is somebody who does things.
    """

    start: int
    head: int
    number: Number
    opening: Opening
    is_pronoun: bool = False
    acts: bool = False


@lru_cache(maxsize=1_024)
def subject_before(line: Line, verb: int) -> Subject | None:
    """Return the subject that ends before a verb, where that is certain."""
    at = verb
    while at > 0 and line.tokens[at].close and _is_adverb(line.tokens[at - 1]):
        if line.low(at - 1) == "both" and line.low(at - 2) in ("and", "so", "but", ""):
            break
        at -= 1
    if at == 0 or not line.tokens[at].close:
        return None
    last = at - 1
    low = line.low(last)
    stands_alone = low in _PLURAL_PRONOUNS and line.low(verb) in AUXILIARIES
    if low in SUBJECTS or low in EITHER_WAY or low in SINGULAR_PRONOUNS or stands_alone:
        return _pronoun(line, last)
    return _noun_phrase(line, last)


def _is_adverb(token: Token) -> bool:
    return token.low in MID_ADVERBS or (token.low.endswith("ly") and token.kind.adverb and not token.kind.noun)


def _pronoun(line: Line, at: int) -> Subject | None:
    low = line.low(at)
    found = opening(line, at)
    if found is None and low in SUBJECTS and line.low(at - 1) not in AUXILIARIES and line.tokens[at].close:
        before = line.tokens[at - 1]
        found = "relative" if before.kind.noun or before.is_acronym else None
    if found is None:
        return None
    number: Number = "many" if low in ("we", "they", "you", "i") or low in _PLURAL_PRONOUNS else "one"
    return Subject(at, at, number, found, is_pronoun=True, acts=low != "it")


def _noun_phrase(line: Line, last: int) -> Subject | None:
    head, acts = _head(line, last)
    if head is None:
        return None
    number = _number(line, head, acts)
    if line.low(head) in ("more", "most", "less", "all", "half"):
        return None
    start = _start(line, head)
    for _ in range(_STEPS):
        preposition = line.low(start - 1)
        if start < 1 or preposition not in PREPOSITIONS or not line.tokens[start].close:
            break
        before = start - 2
        if before < 0 or not line.tokens[start - 1].close:
            return None
        if line.low(before) in SINGULAR_PRONOUNS:
            found = opening(line, before)
            return Subject(before, before, "one", found, acts=True) if found else None
        if (
            preposition == "of"
            and line.low(before) == "number"
            and (line.low(before - 1) == "the" or (line.low(before - 2), line.low(before - 1)) == ("the", "total"))
        ):
            return Subject(before, before, "one", "start")
        if preposition == "of" and (counted := _counted(line.tokens[before])):
            found = opening(line, before)
            return Subject(before, before, counted, found) if found else None
        if not (line.tokens[before].kind.noun or line.tokens[before].is_acronym) or line.low(before) in _TIMES:
            return None
        head, acts = before, False
        number, start = _number(line, before, False), _start(line, before)
    found = opening(line, start)
    if found is None or number is None or _is_gerund_first(line, start, head):
        return None
    if line.low(start - 1) in ("which", "what", "whose", "how") or (
        number == "many" and _is_within(line, start, found)
    ):
        return None
    verb = line.tokens[head].kind.verb
    if found in ("that", "relative") and ("third" in verb or ("base" in verb and start == head)):
        return None  # "the lots that the notice names"
    return Subject(start, head, number, found, acts=acts or line.low(head).removesuffix("s") in AGENTS)


_PREPOSITIONS_PLUS_THAT_WHICH_WHO = PREPOSITIONS | {"that", "which", "who"}


def _is_within(line: Line, start: int, found: Opening) -> bool:
    """Whether nouns after "and" may belong to a preposition or a relative clause: a plan with training and promises."""
    if line.tokens[0].low in ("that", "what", "whether", "how") and start:
        return True
    if start > 1 and (not line.tokens[start - 1].close or _ends_apart(line.tokens[start - 2])):
        return False
    before = {token.low for token in line.tokens[:start]}
    return found == "and" and bool(before & _PREPOSITIONS_PLUS_THAT_WHICH_WHO)


def _ends_apart(token: Token) -> bool:
    """Whether a word before "and" is no noun that could be joined to the next: a number, a month, him."""
    return token.is_number or token.low in MONTHS or token.low in WEEKDAYS or token.low in OBJECTS


def _counted(token: Token) -> Number | None:
    """Return the number of "one of", "many of" and "three of"."""
    if token.low in _COUNTS_ONE or token.text == "1":
        return "one"
    if token.low in _COUNTS_MANY or token.low in NUMERALS or token.text.isdigit():
        return "many"
    return None


def _head(line: Line, last: int) -> tuple[int | None, bool]:
    """Return the place of the noun a phrase ends with, and whether it is somebody's name."""
    if (last in line.names and line.tokens[last].is_name) or line.low(last) in _DOERS or _is_chinese_name(line, last):
        return last, True
    at = last
    while at > 0 and line.tokens[at].is_name and line.tokens[at].close and at > last - _STEPS:
        at -= 1
    if at < last and line.low(at) in AGENTS:
        return at, True
    token = line.tokens[last]
    return (last, False) if token.kind.noun or token.is_acronym else (None, False)


def _is_chinese_name(line: Line, last: int) -> bool:
    """Whether two words with capitals are a family name and a given name: Kong Ning."""
    one, other = line.tokens[last - 1] if last else None, line.tokens[last]
    return (
        one is not None
        and one.low in _SURNAMES
        and one.is_name
        and other.is_name
        and other.close
        and not (last > 1 and line.tokens[last - 2].is_name and one.close)
    )


def _number(line: Line, head: int, acts: bool) -> Number | None:
    token = line.tokens[head]
    if (acts and (head in line.names or _is_chinese_name(line, head))) or token.low in _DOERS:
        return "one"
    if token.is_acronym:
        return "many" if token.text[-1] == "s" else "one"
    if token.is_name and head > 0:
        return None
    if token.low in ("staff", "team", "crew", "personnel", "people"):
        return "group"
    if token.low == "number" and line.low(head + 1) != "of":
        return "one"
    if token.low in _PLURAL_ONLY:
        return "many"
    if token.low in GROUPS:
        return None
    if token.kind.plural and not token.kind.singular:
        return "many"
    plain = token.kind.singular and not (token.kind.adjective and not token.low.endswith("er"))
    return "one" if plain and (token.low in UNCOUNTABLE or not token.low.endswith("s")) else None


def _start(line: Line, head: int) -> int:
    """Return the place of the first word of a noun phrase."""
    at = head
    while line.tokens[at].close and at > 0:
        before = line.tokens[at - 1]
        if before.low == "that" and (_is_told(line, at - 2) or not line.tokens[at].kind.singular):
            return at
        if before.low in DETERMINERS:
            if line.low(at - 2) == before.low:  # the the
                return at - 2
            return at - 2 if at > 1 and line.low(at - 2) in _PREDETERMINERS and line.tokens[at - 1].close else at - 1
        if not _modifies(line, at - 1):
            break
        at -= 1
    return at


def _is_told(line: Line, at: int) -> bool:
    """Whether after a word "that" opens a clause: understand that, the fact that."""
    before = line.tokens[at].kind
    return at >= 0 and not before.function and (bool(before.verb) or before.noun) and line.tokens[at + 1].close


def _modifies(line: Line, at: int) -> bool:
    token = line.tokens[at]
    if token.low in MONTHS or token.low in WEEKDAYS or token.is_number:
        return token.is_number and not (token.text.isdigit() and len(token.text) == 4)
    if token.low.endswith("'s") or token.low.endswith("s'") or at in line.names or _is_chinese_name(line, at + 1):
        return True
    kind = token.kind
    if kind.function or _reports(line, at):
        return False
    return kind.noun or kind.adjective or token.is_acronym or bool({"participle", "gerund"} & kind.verb)


def _reports(line: Line, at: int) -> bool:
    """Whether a word says or finds that something is so, and is not a noun, as in "the notice"."""
    return line.low(at) in _REPORTING and not (line.tokens[at].kind.noun and line.low(at - 1) in DETERMINERS)


def _is_gerund_first(line: Line, start: int, head: int) -> bool:
    """Whether a phrase holds a deed, as "checking orders" does, which is one."""
    return (start < head and "gerund" in line.tokens[start].kind.verb) or any(
        "gerund" in line.tokens[at].kind.verb
        and not line.tokens[at].kind.noun
        and not (at > start and line.low(at - 1) in DETERMINERS)
        for at in range(start, head)
    )


_PREPOSITIONS_OR_NOTHING = PREPOSITIONS | {""}


def opening(line: Line, start: int) -> Opening | None:
    """Return what stands before a word that would begin a clause; None where it may be an object."""
    if start == 0:
        return "start"
    token, before = line.tokens[start], line.tokens[start - 1]
    if not token.close:
        return "comma" if token.gap.strip(" ()[]`'") or (")" in token.gap and token.low in DETERMINERS) else None
    low = before.low
    if low == "that":
        return None if line.low(start - 2) in _SUBJUNCTIVE else "that"
    if low in ("who", "which", "whom", "whose"):
        return "relative"
    if low in ("and", "or", "nor", "&"):
        return "and" if low == "and" else None
    if low in ("before", "after", "since", "until") and start > 1 and line.tokens[start - 1].close:
        earlier = line.tokens[start - 2]
        if token.low in SUBJECTS or token.low == "it":
            return "start"
        goes_on = earlier.kind.noun or "participle" in earlier.kind.verb or earlier.low in ("and", "or", "but")
        return None if goes_on else "start"
    if low == "as" and line.low(start - 2) in ("such", "well"):
        return None
    if low in OPENERS:
        return "start"
    if _reports(line, start - 1):
        return None if line.low(start - 2) in ("who", "which", "that", "to") else "that"
    is_time = low in MONTHS or low in WEEKDAYS or before.text.isdigit()
    if is_time and (start > 1 or low in WEEKDAYS):
        return "start"
    if low in _TIMES and start >= 2 and line.low(_start(line, start - 1) - 1) in _PREPOSITIONS_OR_NOTHING:
        return "start"
    return "start" if _after_first_phrase(line, start) else None


_PREPOSITIONS_PLUS_AFTER_BEFORE = PREPOSITIONS | {"after", "before"}


def _after_first_phrase(line: Line, start: int) -> bool:
    """Whether a subject with its article stands after "In the title", without a comma."""
    tokens = line.tokens
    if tokens[0].low not in _PREPOSITIONS_PLUS_AFTER_BEFORE or tokens[start].low not in DETERMINERS or start > 6:
        return False
    between = tokens[1:start]
    return tokens[start - 1].kind.noun and all(
        token.close and (token.low in DETERMINERS or token.low == "of" or not token.kind.function)
        and not ({"past", "third", "base", "gerund"} & token.kind.verb and not token.kind.noun)
        for token in between
    )  # fmt: skip


_OBJECTS_BUT_IT_YOU = OBJECTS - {"it", "you"}


def may_be_joined(line: Line, start: int) -> bool:
    """Whether a noun phrase after "and" may be the second of two subjects.

    It is none where what stands before "and" is certainly the object of a verb: packed the orders and the courier.
    """
    last = start - 2
    if last < 0 or line.low(start - 1) != "and" or line.low(start) in SINGULAR_PRONOUNS:
        return False
    if line.low(last) in _OBJECTS_BUT_IT_YOU or (line.low(last) in ("it", "you") and opening(line, last) is None):
        return False
    if not line.tokens[start - 1].close and any(line.low(at) in AUXILIARIES for at in range(last)):
        return sum("," in token.gap and not token.is_number for token in line.tokens[:start]) > 1
    at = _start(line, last)
    for _ in range(_STEPS):
        if at < 2 or line.low(at - 1) not in PREPOSITIONS:
            break
        at = _start(line, at - 2)
    before = line.tokens[at - 1] if at else None
    if before is None or not line.tokens[at].close or before.kind.function:
        return True
    has_object = not before.kind.noun or line.low(at) in DETERMINERS
    is_verb = bool(before.kind.verb) and before.text.islower() and has_object and before.low not in _REPORTING
    return not is_verb or before.kind.verb == {"gerund"}


def is_subjunctive(line: Line, verb: int) -> bool:
    """Whether a verb may be bare after "requires that" and its like."""
    return any(line.low(at) in _SUBJUNCTIVE for at in range(max(0, verb - 9), verb))
