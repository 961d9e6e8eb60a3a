"""Be, have and do that do not go with their subject: the orders was, the box have, we does."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.english.checkers.grammar_subjects import Subject, is_subjunctive, may_be_joined, subject_before
from poa_app.english.checkers.grammar_words import AUXILIARIES, GROUPS, PREPOSITIONS, UNCOUNTABLE, Line, lines, words
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose
from poa_app.model.finding import Fix

_OF_ONE = {"was": "were", "is": "are", "has": "have", "does": "do", "wasn't": "weren't", "isn't": "aren't"} | {
    "hasn't": "haven't", "doesn't": "don't"
}  # fmt: skip
_OF_MANY = {many: one for one, many in _OF_ONE.items()}
_WISHES = words("wishes")
_AMOUNTS = words("amounts")
_FEW_AND_MANY = words("few_and_many")
_COUNTS = words("counts")
_BLOCKED = frozenset(["one", "only", "kind", "type", "sort"])


def agreement(prose: Prose) -> Iterator[Hit]:
    """Find be, have and do that do not go with the subject before them, or with what there is."""
    for line in lines(prose):
        for at, token in enumerate(line.tokens):
            if (token.low in _OF_ONE or token.low in _OF_MANY) and not (token.text.isupper() and at):
                found = _there(line, at) or _wrong(line, at)
                if found:
                    yield found


def _wrong(line: Line, at: int) -> Hit | None:
    subject = subject_before(line, at)
    if subject is None:
        return _after_relative(line, at)
    low, pronoun = line.low(at), line.low(subject.head)
    if pronoun == "i" and subject.is_pronoun:
        right = {"is": "am", "are": "am", "has": "have", "does": "do", "hasn't": "haven't", "doesn't": "don't"}.get(low)
    elif subject.number == "many" and low in _OF_ONE:
        right = None if _is_an_amount(line, at, subject) else _OF_ONE[low]
    elif subject.number == "one" and low in _OF_MANY:
        right = None if _may_be_plural(line, at, subject) else _OF_MANY[low]
    else:
        right = None
    return _hit(line, subject.head, at, right) if right else None


def _is_an_amount(line: Line, at: int, subject: Subject) -> bool:
    """Whether a plural is one amount: two weeks is long, 400 units is the least."""
    if line.low(subject.head) not in _AMOUNTS:
        return False
    if line.low(subject.head) != "units":
        return True
    after = line.tokens[at + 1] if line.next_is_close(at) else None
    is_done = after is not None and "participle" in after.kind.verb and not after.kind.adjective
    return not is_done and any(token.is_number for token in line.tokens[subject.start : subject.head])


def _may_be_plural(line: Line, at: int, subject: Subject) -> bool:
    """Whether a singular before a plural verb may be right: one of two subjects, a wish, a question."""
    if subject.opening == "and" and may_be_joined(line, subject.start):
        return True
    if subject.opening == "comma" and _lists(line, subject.start):
        return True
    if line.low(at) in ("were", "weren't") and any(line.low(one) in _WISHES for one in range(subject.start)):
        return True
    head = line.tokens[subject.head]
    if head.low == "amazon":
        return line.low(at) in ("were", "are")
    if head.text[0].isupper() and subject.head and not head.is_acronym:
        return True
    if head.is_acronym and not subject.is_pronoun:
        return head.text in ("FBA", "QA", "QC", "IT", "HR", "UPS", "USPS", "PCS") or any(
            token.is_number for token in line.tokens[subject.start : subject.head]
        )
    if is_subjunctive(line, subject.start) or line.low(subject.start - 1) in AUXILIARIES:
        return True
    between = line.tokens[subject.start : subject.head]
    if any(token.is_number and token.text != "1" and token.low != "one" for token in between):
        return True
    return any(
        token.low in ("many", "several", "few", "these", "those", "both", "all", "half", "what") for token in between
    )


def _lists(line: Line, start: int) -> bool:
    """Whether a comma before a noun phrase may set it beside another noun phrase."""
    if line.tokens[0].low in PREPOSITIONS and not any("," in token.gap for token in line.tokens[:start]):
        return False
    return start > 0 and (line.tokens[start - 1].kind.noun or line.tokens[start - 1].is_acronym)


def _after_relative(line: Line, at: int) -> Hit | None:
    """Find "orders which was" and "the operator who have"."""
    if (
        at < 2
        or line.low(at - 1) not in ("which", "that", "who")
        or not (line.tokens[at].close and line.tokens[at - 1].close)
    ):
        return None
    noun = line.tokens[at - 2]
    low = line.low(at)
    if any(token.low in _BLOCKED for token in line.tokens[max(0, at - 7) : at - 2]):
        return None
    if not is_plain_phrase(line, at - 2) or "third" in noun.kind.verb:
        return None
    is_many = noun.text.endswith("s") if noun.is_acronym else noun.kind.plural and not noun.kind.singular
    if is_many and (noun.low not in GROUPS or noun.low == "ones") and low in _OF_ONE:
        return _hit(line, at, at, _OF_ONE[low]) if noun.low not in _AMOUNTS else None
    is_one = noun.kind.singular and noun.low not in GROUPS and not noun.low.endswith("s")
    if is_one and (line.low(at - 1) == "who" or line.low(at - 1) == "which") and low in _OF_MANY:
        return _hit(line, at, at, _OF_MANY[low])
    return None


_PREPOSITIONS_PLUS_AND_OR = PREPOSITIONS | {"and", "or"}


def is_plain_phrase(line: Line, head: int) -> bool:
    """Whether a noun stands close after its article, and no other noun before it can be meant."""
    for at in range(head, max(-1, head - 4), -1):
        token = line.tokens[at]
        if token.low in _PREPOSITIONS_PLUS_AND_OR or (at == head and not (token.kind.noun or token.is_acronym)):
            return False
        if token.low in ("the", "these", "those", "our", "some", "any", "many", "a", "an", "all") or token.is_number:
            return line.low(at - 1) not in _PREPOSITIONS_PLUS_AND_OR
        if not token.close:
            return True
    return False


_GROUPS_PLUS_PERCENT = GROUPS | {"percent"}
_GROUPS_OR_UNCOUNTABLE = GROUPS | UNCOUNTABLE
_GROUPS_PLUS_AND_FEW_GREAT = GROUPS | {"and", "few", "great"}


def _there(line: Line, at: int) -> Hit | None:
    """Find "there was orders" and "there were a problem"."""
    is_be = line.low(at) not in ("has", "have", "do", "does")
    if line.low(at - 1) != "there" or not line.tokens[at].close or not is_be:
        return None
    low, after = line.low(at), at + 1
    if low in _OF_MANY:
        is_one = line.low(after) in ("a", "an", "one", "another", "1") and line.next_is_close(at)
        blocked = any(line.low(one) in _GROUPS_PLUS_AND_FEW_GREAT for one in range(after + 1, after + 4))
        return _hit(line, at, at, _OF_MANY[low]) if is_one and not blocked else None
    if low not in _OF_ONE or not line.next_is_close(at):
        return None
    if line.low(after) in ("a", "an", "the", "one", "each", "every", "this", "another", "much", "little", "1"):
        return None
    head = _phrase_end(line, after)
    if head is None:
        return None
    if line.low(after) in _COUNTS and line.tokens[head].low not in _GROUPS_PLUS_PERCENT:
        return _hit(line, at, at, _OF_ONE[low]) if line.tokens[head].text[-1] == "s" else None
    noun = line.tokens[head]
    is_many = noun.kind.plural and not noun.kind.singular and noun.low not in _GROUPS_OR_UNCOUNTABLE
    return _hit(line, at, at, _OF_ONE[low]) if is_many and noun.low not in _AMOUNTS else None


def _phrase_end(line: Line, at: int) -> int | None:
    """Return the place of the last noun of a phrase that begins at a place."""
    head = None
    while at < len(line.tokens) and line.tokens[at].close:
        token = line.tokens[at]
        if not (
            token.low in _FEW_AND_MANY or token.is_number or token.low in ("less", "more", "only", "such", "these")
        ):
            if token.kind.function or not (token.kind.noun or token.kind.adjective or token.is_acronym):
                break
            head = at if token.kind.noun else None
        at += 1
    return head


def _hit(line: Line, head: int, at: int, right: str) -> Hit:
    start = head if head == at - 1 else at
    before = line.sentence.text[
        line.tokens[start].word.start - line.sentence.start : line.tokens[at].word.start - line.sentence.start
    ]
    word = line.tokens[at].word
    said = right[:1].upper() + right[1:] if word.text[:1].isupper() else right
    return Hit(line.tokens[start].word.start, word.end, (Fix(text=before + said),))


CHECKERS: dict[str, Checker] = {"grammar-agreement": agreement}
