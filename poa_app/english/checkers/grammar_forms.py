"""The form of a verb after "to" and after a preposition, and verbs that lack one: by check, to checks, we sorry."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from poa_app.english.checkers.grammar_words import (
    AUXILIARIES,
    MOSTLY_VERBS,
    OBJECT_ONLY,
    SUBJECTS,
    Line,
    begins_object,
    kind,
    lines,
    replaced,
    verb_of,
    words,
)
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose
from poa_app.model.finding import Fix
from poa_app.phrases.lexicon import Verb, lexicon

_WANT_BE, _TAKE_TO, _TAKE_ING = words("want_be"), words("take_to"), words("take_ing")
_HOMOGRAPHS, _BEFORE_ING, _TOLD_OR_ASKED = words("homographs"), words("before_ing"), words("told_or_asked")
_TAKES_ING = words("takes_ing")


def after_to(prose: Prose) -> Iterator[Hit]:
    """Find verbs with an ending after the "to" of an infinitive: to checks, in order to avoided."""
    for line in lines(prose):
        for at, token in enumerate(line.tokens[:-1]):
            if token.low == "to" and line.next_is_close(at) and (found := _after_to(line, at)):
                yield found


def _after_to(line: Line, at: int) -> Hit | None:
    token, before = line.tokens[at + 1], line.low(at - 1)
    forms = token.kind.verb
    if not forms or "base" in forms or not token.text.islower() or token.low in ("being", "having", "been"):
        return None
    if token.low in ("is", "are", "was", "were", "am"):
        return replaced(line, at, at + 1, "be")
    if token.low in ("has", "had"):
        return replaced(line, at, at + 1, "have")
    if before in ("used", "get", "got") and "past" in forms:
        return None
    if not _breaks_infinitive(line, at, before):
        return None
    verb = verb_of(token, "third", "past", "participle", "gerund")
    return replaced(line, at, at + 1, verb.base) if verb else None


_TAKE_ING_OR_TOLD_OR_ASKED = _TAKE_ING | _TOLD_OR_ASKED


def _breaks_infinitive(line: Line, at: int, before: str) -> bool:
    """Whether the word after "to" is a verb with an ending, and "to" no preposition."""
    token, is_wanted, has_object = line.tokens[at + 1], before in _TAKE_TO, line.low(at + 2) in OBJECT_ONLY
    forms = token.kind.verb
    if "gerund" in forms:
        if before == "order":
            return line.low(at - 2) == "in"
        return is_wanted and before not in _TAKE_ING_OR_TOLD_OR_ASKED and not token.kind.noun
    if token.kind.noun:
        return "third" in forms and before not in _TAKE_ING and begins_object(line, at + 2)
    if "third" in forms or "participle" not in forms:
        return True
    if before in _TAKE_ING or not (is_wanted or has_object):
        return False
    return has_object or not (is_wanted and before in _TOLD_OR_ASKED)


def after_preposition(prose: Prose) -> Iterator[Hit]:
    """Find bare verbs after a preposition: by check the list, for avoid, without verify."""
    for line in lines(prose):
        for at, token in enumerate(line.tokens[:-1]):
            if token.low in _TAKES_ING and line.next_is_close(at) and (found := _after_preposition(line, at)):
                yield found


def _after_preposition(line: Line, at: int) -> Hit | None:
    low, token = line.low(at), line.tokens[at + 1]
    if (
        low == "instead"
        or line.low(at - 1) in ("and", "or")
        or not token.text.islower()
        or (line.low(at - 1) == token.low)
        or token.kind.function
    ):
        return None
    if low == "after" and token.low in (
        "received",
        "got",
        "found",
        "knew",
        "noticed",
        "realized",
        "realised",
        "checked",
    ):
        if line.low(at + 2) in OBJECT_ONLY:
            verb = verb_of(token, "past")
            return replaced(line, at, at + 1, verb.gerund) if verb else None
        return None
    if "base" not in token.kind.verb or "past" in token.kind.verb or token.kind.adverb:
        return None
    is_plain = not token.kind.noun and not token.kind.adjective
    if token.low in MOSTLY_VERBS and not token.kind.adjective:
        is_plain = line.low(at + 2) in OBJECT_ONLY
    if low in ("in", "on", "about", "from") and line.low(at - 1) not in _BEFORE_ING:
        return None
    if not is_plain and not (
        token.low in _HOMOGRAPHS
        and low in ("by", "without", "for")
        and line.low(at + 2) in OBJECT_ONLY
        and line.low(at + 3) not in ("same", "next", "end")
    ):
        return None
    if (
        low in ("before", "after")
        and is_plain
        and not (line.low(at + 2) in OBJECT_ONLY or token.low in ("deliver", "send", "receive", "publish"))
    ):
        return None
    if (not is_plain and low == "for") or (low in ("in", "on", "from", "about") and not is_plain):
        return None
    verb = verb_of(token, "base")
    if verb is None or token.low == "do" or (low == "for" and not line.next_is_close(at + 1)):
        return None
    rights = (f"to {token.low}", f"for {verb.gerund}") if low == "for" else (verb.gerund,)
    if low == "for":
        return Hit(line.tokens[at].word.start, token.word.end, tuple(Fix(text=one) for one in rights))
    return replaced(line, at, at + 1, *rights)


_WANT_BE_BUT_READY_LIABLE = _WANT_BE - {"ready", "liable"}


def wants_be(prose: Prose) -> Iterator[Hit]:
    """Find "we sorry" and "we not familiar", which lack "are"."""
    for line in lines(prose):
        for at, token in enumerate(line.tokens):
            if token.low not in SUBJECTS or (at and line.low(at - 1) in AUXILIARIES):
                continue
            main = at + 1
            while main < len(line.tokens) and line.low(main) in (
                "very",
                "so",
                "really",
                "not",
                "also",
                "deeply",
                "truly",
            ):
                main += 1
            if main < len(line.tokens) and line.low(main) in _WANT_BE_BUT_READY_LIABLE and line.tokens[main].close:
                yield replaced(line, at, main)


def wrong_endings(prose: Prose) -> Iterator[Hit]:
    """Find irregular verbs with a regular ending: buyed, teached."""
    for line in lines(prose):
        for token in line.tokens:
            if token.low.endswith("ed") and token.text.islower() and (verb := _irregular(token.low)):
                rights = dict.fromkeys((verb.past, verb.participle))
                yield Hit(token.word.start, token.word.end, tuple(Fix(text=right) for right in rights))


@cache
def _irregular(low: str) -> Verb | None:
    """Return the irregular verb that a word gives a regular ending, if it is no word otherwise."""
    if low == "used" or (low != "putted" and (kind(low).verb or kind(low).adjective or kind(low).noun)):
        return None
    for base in (low[:-2], low[:-1], low[:-3] if low[-3:-2] == low[-4:-3] else ""):
        verb = lexicon().verb(base, "base") if base else None
        if verb and not verb.past.endswith("ed"):
            return verb
    return None


CHECKERS: dict[str, Checker] = {
    "grammar-after-to": after_to,
    "grammar-after-preposition": after_preposition,
    "grammar-wants-be": wants_be,
    "grammar-wrong-endings": wrong_endings,
}
