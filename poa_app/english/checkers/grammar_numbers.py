"""Nouns that do not go with the word that counts them: two employee, each parcels, many information."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.english.checkers.grammar_words import (
    AUXILIARIES,
    DETERMINERS,
    MONTHS,
    MOSTLY_VERBS,
    NUMERALS,
    PREPOSITIONS,
    UNCOUNTABLE,
    Line,
    Token,
    begins_object,
    lines,
    replaced,
    words,
)
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose
from poa_app.model.finding import Fix
from poa_app.phrases.lexicon import lexicon

_ONE_BY_ONE, _IN_ING = words("one_by_one"), words("counted_in_ing")
_WHOSE = frozenset(["the", "a", "our", "my", "your", "his", "her", "its", "their", "these", "those"]) - {"a"}
_PRONOUNS_TOO = words("pronouns_too")
_NEVER_MANY = UNCOUNTABLE - words("sometimes_many")
_AFTER_A_TIME = words("after_a_time")
_ONLY_IN_S, _AFTER_A_PRONOUN = words("only_in_s"), words("after_a_pronoun")
_UNITS, _LABELS, _GROUPS = words("units"), words("labels"), words("groups")
_MANY = words("many")
_ONE = frozenset(["each", "every", "another", "this"])
_LIMITERS = words("limiters")
_CHOOSERS = words("choosers")
_SHARES = words("shares")
_BARE_SHARES = words("bare_shares")
_PERSONS = words("persons_numbers")
_TIMES = words("times")


def counted(prose: Prose) -> Iterator[Hit]:
    """Find nouns whose number does not go with the word that counts them."""
    for line in lines(prose):
        for at, token in enumerate(line.tokens):
            found = None
            if token.low in _MANY or (token.is_number and _is_count(line, at)):
                found = _needs_plural(line, at)
            elif token.low == "all":
                found = _all_of(line, at)
            elif token.low in _ONE:
                found = _needs_singular(line, at)
            elif token.low in ("much", "less"):
                found = _needs_mass(line, at)
            elif (
                token.low == "of"
                and line.low(at - 1) in _CHOOSERS
                and line.low(at + 1) in _WHOSE
                and line.low(at - 2) != "the"
            ):
                found = _needs_plural(line, at + 1)
            elif token.low == "of" and line.low(at - 1) in _SHARES and not _is_batch(line, at - 1):
                found = _all_of(line, at)
            if found:
                yield found


def _is_batch(line: Line, at: int) -> bool:
    """Whether "lot" is a batch: "the lot of the complaint"."""
    return line.low(at) == "lot" and line.low(at - 1) != "a"


_WHOSE_PLUS_ALL = _WHOSE | {"all"}


def _is_count(line: Line, at: int) -> bool:
    """Whether a number counts what follows: not a year, a label or an hour."""
    token = line.tokens[at]
    if token.low in ("1", "one") or not line.next_is_close(at):
        return False
    if token.text[0].isdigit() and (
        not token.text.replace(",", "").isdigit() or (token.text[:2] in ("19", "20") and len(token.text) == 4)
    ):
        return False
    if token.text[0] == "0":
        return False
    if at == 0:
        return token.low in NUMERALS or bool(line.tokens[at].gap == "")
    if not token.gap:
        return False
    if not token.close:
        return token.gap.strip() in (",", ":", "(")
    before = line.tokens[at - 1]
    if token.text[0].isdigit() and before.kind.noun and not before.kind.verb:
        return False
    limits = before.low in _LIMITERS or before.low in MONTHS or before.low.removesuffix("s") in _LABELS
    if before.low in _WHOSE_PLUS_ALL:
        head = _head(line, at)
        if head != at + 1 or line.tokens[head].low in _UNITS:
            return False
        return token.low in NUMERALS or line.low(head) in _ONE_BY_ONE
    return not (
        limits
        or (before.low == "of" and _is_verb_of_many(line, at + 1))
        or (before.is_name and before.low not in ("only", "all") and at > 1)
        or before.is_acronym
        or (before.is_number and not (token.low in NUMERALS and len(before.text) == 4))
        or (before.low in ("and", "or", "to") and line.low(at - 2).isdigit())
    )


def _is_verb_of_many(line: Line, at: int) -> bool:
    """Whether a word is the verb of "9 of 12 name the hinge"."""
    return bool(line.tokens[at].kind.verb) and line.low(at + 1) in ("the", "a", "an", "to", "our")


def _head(line: Line, at: int) -> int | None:
    """Return the place of the noun that ends the phrase a counting word begins, if its end is certain."""
    head, one = None, at + 1
    while one < len(line.tokens) and line.tokens[one].close and one <= at + 4:
        token = line.tokens[one]
        if token.is_number or not _may_belong(token) or (head is not None and _is_past_after_noun(line, one)):
            break
        head = one
        one += 1
    if head is None or one > at + 4:
        return None
    after = line.tokens[one] if one < len(line.tokens) else None
    if after is not None and (after.gap in ("-", "/", "'", " /", "(") or "-" in after.gap or "/" in after.gap):
        return None
    return head


def _is_past_after_noun(line: Line, at: int) -> bool:
    """Whether a word is likelier the verb of the noun before it: one employee left."""
    token, before = line.tokens[at], line.tokens[at - 1]
    goes_on = "past" in token.kind.verb or ("gerund" in token.kind.verb and begins_object(line, at + 1))
    return goes_on and before.kind.noun and not before.kind.adjective


def _may_belong(token: Token) -> bool:
    kind = token.kind
    if kind.function or token.low.endswith("'s") or token.low.endswith("'"):
        return False
    if kind.adverb and not kind.noun and not kind.adjective:
        return False
    if "third" in kind.verb and not kind.plural:
        return False
    if {"past"} & kind.verb and not (kind.noun or kind.adjective):
        return False
    return kind.noun or kind.adjective or token.is_acronym or "gerund" in kind.verb


def _is_countable(token: Token) -> bool:
    low = token.low
    if (
        low in UNCOUNTABLE
        or low in MOSTLY_VERBS
        or low in _UNITS
        or low in _GROUPS
        or (low.endswith("ing") and low not in _IN_ING)
        or low.endswith("s")
    ):
        return False
    known = lexicon()
    plurals = (f"{low}s", f"{low}es", f"{low[:-1]}ies")
    return (
        token.kind.singular
        and any(one in known.plurals for one in plurals)
        and not (token.kind.adjective or token.kind.adverb or low in ("closer", "older", "newer", "elder", "better"))
    )


def _all_of(line: Line, at: int) -> Hit | None:
    """Find "all the listing" and "all of our product"."""
    start = at + 1 if line.low(at + 1) == "of" else at
    if line.low(at) == "of":
        start = at
    if line.low(start + 1) in _WHOSE:
        start += 1
    elif start > at or (line.low(at) == "of" and line.low(at - 1) not in _BARE_SHARES):
        return None
    if line.low(at) == "of" and line.low(at - 1) == "number" and start > at:
        return None
    head = _head(line, start)
    if head is None or not (head == start + 1 or (head == start + 2 and line.tokens[start + 1].kind.adjective)):
        return None
    token = line.tokens[head]
    follows = line.tokens[head + 1] if line.next_is_close(head) else None
    if token.text in ("ASIN", "SKU"):
        return replaced(line, at, head, f"{token.text}s") if follows is None or follows.kind.function else None
    is_over = follows is None or follows.kind.function or bool({"past", "third"} & follows.kind.verb)
    if line.low(at - 1) in ("some", "most") and line.low(at) == "of" and token.low not in _PERSONS:
        return None
    may_be_mass = token.low == "product" and line.low(head + 1) in ("is", "was")
    if token.low not in _ONE_BY_ONE or not is_over or may_be_mass or not token.text.islower():
        return None
    return None if follows is None and "-" in _gap_after(line, head) else replaced(line, at, head, _plural(token.low))


def _gap_after(line: Line, at: int) -> str:
    return line.tokens[at + 1].gap if at + 1 < len(line.tokens) else ""


def _is_over(line: Line, at: int, head: int) -> bool:
    """Whether what is counted ends with a noun, and does not go on in a list: both header and body."""
    if line.tokens[at].low == "both" and any(line.low(one) == "and" for one in range(head + 1, head + 5)):
        return False
    if head + 1 >= len(line.tokens):
        return True
    after = line.tokens[head + 1]
    if "," in after.gap:
        return after.kind.function
    if line.tokens[at].low in ("various", "several", "many") and after.close:
        return after.low not in ("and", "or") or (head + 2 < len(line.tokens) and line.tokens[head + 2].kind.function)
    return True


_SHARES_PLUS_MANY = _SHARES | {"many"}


def _is_object(line: Line, at: int) -> bool:
    """Whether a word begins the object of a verb or a preposition."""
    if at == 0 or not line.tokens[at].close:
        return False
    before = line.tokens[at - 1]
    is_verb = bool(before.kind.verb) and not before.kind.noun and not before.kind.function
    return is_verb or (
        before.low in PREPOSITIONS and not (before.low == "of" and line.low(at - 2) in _SHARES_PLUS_MANY)
    )


def _is_many(token: Token) -> bool:
    return token.text[-1] == "s" if token.is_acronym else token.kind.plural and not token.kind.singular


def _needs_plural(line: Line, at: int) -> Hit | None:
    """Find "two employee", "many customer", "these problem", "one of our employee"."""
    counting = line.tokens[at]
    if counting.is_number and line.low(at + 1) in _TIMES and line.next_is_close(at):
        return _times(line, at)
    if (counting.low, line.low(at - 1)) in (("few", "every"), ("few", "last"), ("both", "to")):
        return None
    head = _head(line, at)
    if head is None:
        return None
    between, token = line.tokens[at + 1 : head], line.tokens[head]
    if any(_is_many(one) or (one.low in _UNITS and not one.is_acronym) for one in between):
        return None
    if token.text in ("ASIN", "SKU", "FNSKU", "asin", "sku") and counting.low != "these":
        return replaced(line, at, head, f"{token.text.upper()}s")
    is_pointing = counting.low in ("these", "those")
    if not _is_over(line, at, head) or (is_pointing and any(one.kind.verb for one in between)):
        return None
    if token.low in _NEVER_MANY and counting.low in _PRONOUNS_TOO and counting.low != "both" and not token.kind.verb:
        return replaced(line, at, head)
    if not _is_countable(token) or not token.text.islower() or _may_act(line, at, head):
        return None
    return replaced(line, at, head, _plural(token.low))


def _times(line: Line, at: int) -> Hit | None:
    """Find "for three year", where no noun follows that the year describes."""
    after = line.tokens[at + 2] if at + 2 < len(line.tokens) else None
    is_over = after is None or after.gap.strip()[:1] in (".", ",", ";") or after.low in _AFTER_A_TIME
    return replaced(line, at, at + 1, f"{line.low(at + 1)}s") if is_over else None


_PRONOUNS_TOO_BUT_SEVERAL = _PRONOUNS_TOO - {"several"}


def _may_act(line: Line, at: int, head: int) -> bool:
    """Whether a noun may be a verb: these check the weight, both order it."""
    forms, counting = line.tokens[head].kind.verb, line.low(at)
    if begins_object(line, head + 1) and forms and (head > at + 1 or counting in _PRONOUNS_TOO):
        return head == at + 1 or "base" in forms
    if head > at + 1 or "base" not in forms or counting not in _PRONOUNS_TOO_BUT_SEVERAL:
        return False
    return not _is_object(line, at) and line.low(head + 1) not in AUXILIARIES and line.next_is_close(head)


def _ends(line: Line, head: int) -> bool:
    """Whether a phrase certainly ends after a word."""
    if not line.next_is_close(head):
        return True
    after = line.tokens[head + 1]
    return (after.kind.function and after.low not in DETERMINERS) or bool({"past", "third"} & after.kind.verb)


def _plural(low: str) -> str:
    if low[-1] == "y" and low[-2:-1] not in "aeiou":
        return f"{low[:-1]}ies"
    known = lexicon().plurals
    return next((one for one in (f"{low}s", f"{low}es") if one in known), f"{low}s")


_GROUPS_OR_ONLY_IN_S = _GROUPS | _ONLY_IN_S


def _needs_singular(line: Line, at: int) -> Hit | None:
    """Find "each parcels", "another buyers", "this problems"."""
    counting = line.tokens[at].low
    if line.tokens[at + 1 : at + 2] and (line.tokens[at + 1].is_number or line.low(at + 1) in ("few", "other", "one")):
        return None
    head = _head(line, at)
    if head is None:
        return None
    token = line.tokens[head]
    if not token.kind.plural or token.low in _GROUPS_OR_ONLY_IN_S or token.text[-1] != "s":
        return None
    if token.low.endswith(("ss", "ics")) or ("third" in token.kind.verb and _may_be_verb(line, at, head)):
        return None
    if counting == "this" and any("third" in other.kind.verb for other in line.tokens[at + 1 : head]):
        return None
    if counting == "this" and head > at + 1 and not line.tokens[at + 1].kind.adjective:
        return None
    one = next((low for low in (token.low[:-1], token.low[:-2], f"{token.low[:-3]}y") if _is_singular(low)), "")
    return replaced(line, at, head, one) if one else None


def _is_singular(low: str) -> bool:
    return low in lexicon().singulars


def _may_be_verb(line: Line, at: int, head: int) -> bool:
    """Whether a plural may be the verb of "each" or "this": each sends a copy, this means."""
    counting, after = line.low(at), line.low(head + 1)
    if counting == "every" and head == at + 1:
        return False
    if head > at + 1 or begins_object(line, head + 1) or not _ends(line, head):
        return True
    if counting == "this":
        return not _is_object(line, at) or line.low(at - 1) == "like" or after == "up"
    return "," in _gap_after(line, head) or after in _AFTER_A_PRONOUN


def _needs_mass(line: Line, at: int) -> Hit | None:
    """Find "too much listings" and "less mistakes"."""
    if not line.next_is_close(at) or line.low(at + 1) in ("more", "than", "of"):
        return None
    head = _head(line, at)
    if head is None or head > at + 2:
        return None
    token = line.tokens[head]
    if not token.kind.plural or token.kind.singular or token.low in _GROUPS:
        return None
    if "third" in token.kind.verb and begins_object(line, head + 1):
        return None
    if token.low in ("days", "hours", "weeks", "months", "years", "minutes", "dollars", "goods", "units", "thanks"):
        return None
    if line.low(at) == "less" and line.low(at - 1) in ("or", "no", "not"):
        return None
    right = "many" if line.low(at) == "much" else "fewer"
    first, last = line.tokens[at].word, token.word
    rest = line.sentence.text[first.end - line.sentence.start : last.end - line.sentence.start]
    return Hit(first.start, last.end, (Fix(text=right + rest),))


CHECKERS: dict[str, Checker] = {"grammar-counted": counted}
