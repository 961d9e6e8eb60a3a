"""Clauses that do not hold together: although ... but, because ... so, "Because busy season."."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.english.checkers.grammar_words import AUXILIARIES, MID_ADVERBS, MONTHS, SUBJECTS, Line, lines, words
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose
from poa_app.model.finding import Fix

_CONCEDING = frozenset(["although", "though"])
_REASONS = frozenset(["because", "since"])
_FOLLOWS = (
    SUBJECTS
    | words("determiners")
    | frozenset(
        ["it", "you", "there", "this", "that", "these", "those", "in", "on", "after", "before", "when", "now", "still"]
    )
)
_LONGEST = 8
_AGAIN = frozenset(["we", "it", "they", "this", "she", "he", "i", "there", "you", "these", "those"])
"""Subjects with which a second sentence begins."""
_BETWEEN = MID_ADVERBS | words("before_verb")
_JOINING = words("joining")
_INSIDE = frozenset(["that", "who", "which", "because", "and", "or"])
"""Joining words behind which the sentence that they stand in may go on."""
_PASSIVE = ("by", "in", "on", "")
_WHOLE = 3
"""Words that a sentence has at least."""
_SUBJECT = 9
"""Words among which the verb stands."""


_MONTHS_PLUS_OF_THEN_LAST = MONTHS | {"of", "then", "last"}


def double_connectors(prose: Prose) -> Iterator[Hit]:
    """Find "although ... but" and "because ... so"."""
    for line in lines(prose):
        for at, token in enumerate(line.tokens):
            begins = at == 0 or not token.close or line.low(at - 1) in ("even", "and", "but", "that")
            if begins and token.low in _CONCEDING and (found := _second(line, at, "but", "yet")):
                yield found
            elif (at == 0 or (line.tokens[at].gap.strip() in (",", ".") and at < 3)) and token.low in _REASONS:
                is_time = line.low(at + 1) in _MONTHS_PLUS_OF_THEN_LAST or line.low(at + 1)[:1].isdigit()
                if not is_time and (found := _second(line, at, "so", "therefore")):
                    yield found


def _second(line: Line, first: int, *connectors: str) -> Hit | None:
    """Find the connector that begins the main clause, which the first one makes one too many."""
    for at in range(first + 2, len(line.tokens) - 1):
        token = line.tokens[at]
        if ";" in token.gap or ":" in token.gap:
            return None
        if token.low not in connectors:
            continue
        if (
            not line.tokens[at + 1].close
            or line.low(at + 1) == "that"
            or line.low(at + 1) in ("also", "much", "many", "far", "long")
        ):
            continue
        before = line.tokens[first + 1 : at]
        if (
            any(one.low in ("not", "nothing", "cannot", "only") for one in before)
            and token.low == "but"
            and any(one.low in ("only", "nothing") for one in before)
        ):
            continue
        if (
            "," in token.gap
            and any("," in one.gap for one in before)
            and token.low in ("but", "so")
            and _has_main(line, first, at)
        ):
            continue
        follows = line.low(at + 1) in _FOLLOWS or "," in token.gap
        if follows and any(_is_finite(line, one) for one in range(first + 1, at)):
            return Hit(token.word.start, token.word.end)
    return None


def _has_main(line: Line, first: int, end: int) -> bool:
    """Whether a main clause with a verb of its own stands between a comma and the connector."""
    commas = [at for at in range(first + 1, end) if "," in line.tokens[at].gap]
    return any(_is_finite(line, at) for at in range(commas[0], end)) if commas else False


def _is_finite(line: Line, at: int) -> bool:
    token = line.tokens[at]
    return token.low in AUXILIARIES or bool({"past", "third", "base"} & token.kind.verb)


def fragments(prose: Prose) -> Iterator[Hit]:
    """Find "Because busy season.", a sentence without any verb."""
    for line in lines(prose):
        tokens = line.tokens
        is_short = 2 < len(tokens) + 1 <= _LONGEST
        if not is_short or tokens[0].text not in ("Because", "Due") or not line.sentence.text.endswith("."):
            continue
        if any("," in token.gap for token in tokens):
            continue
        has_verb = any(
            token.low in AUXILIARIES or ({"past", "third"} & token.kind.verb) or (token.low in SUBJECTS)
            for token in tokens
        )
        if not has_verb:
            yield Hit(line.sentence.start, tokens[-1].word.end)


def comma_splices(prose: Prose) -> Iterator[Hit]:
    """Find "The stock was empty, we bought chairs.", two sentences with nothing but a comma between them."""
    for line in lines(prose):
        begin = 0
        for at in range(1, len(line.tokens)):
            token = line.tokens[at]
            if any(sign in token.gap for sign in ";:(.\u2014"):
                begin = at
            if (
                token.gap == ", "
                and _stem(line, at) in _AGAIN
                and _begins_clause(line, at)
                and _is_whole(line, begin, at)
            ):
                fix = Fix(text=f"; {token.text}")
                yield Hit(token.word.start - 2, token.word.end, (fix,))
                break


def _stem(line: Line, at: int) -> str:
    """Return the subject of "they'd" and its like."""
    return line.low(at).partition("'")[0]


def _begins_clause(line: Line, at: int) -> bool:
    """Whether a finite verb follows a subject, with no more than an adverb between, or is grown together with it."""
    if _stem(line, at) != line.low(at):
        return True
    after = next((one for one in range(at + 1, len(line.tokens)) if line.low(one) not in _BETWEEN), 0)
    if not after or not line.tokens[after].close or after > at + 3:
        return False
    is_many = line.low(at) in ("we", "they", "i", "you", "these", "those")
    forms = {"past", "base"} if is_many else {"past", "third"}
    token = line.tokens[after]
    if after + 1 < len(line.tokens) and "," in line.tokens[after + 1].gap:
        return False
    if line.low(at) == "this" and token.kind.noun:
        return False
    return token.low in AUXILIARIES or bool(forms & token.kind.verb)


def _is_whole(line: Line, begin: int, end: int) -> bool:
    """Whether some words are a sentence by themselves: a subject first, a verb, and no joining word."""
    tokens = line.tokens[begin:end]
    if len(tokens) < _WHOLE or tokens[0].low in _JOINING or not _is_subject(tokens[0].low):
        return False
    verb = next((at for at in range(1, min(len(tokens), _SUBJECT + 1)) if _is_finite_verb(line, begin + at)), None)
    joining = [at for at, token in enumerate(tokens) if token.low in _JOINING]
    return verb is not None and all(
        at > verb and tokens[at].low in _INSIDE and "," not in tokens[at].gap for at in joining
    )


def _is_subject(low: str) -> bool:
    return low in SUBJECTS or low in words("determiners") or low in _AGAIN


def _is_finite_verb(line: Line, at: int) -> bool:
    """Whether a word is the verb of a sentence and no participle beside a noun."""
    token, before = line.tokens[at], line.tokens[at - 1]
    if before.low in ("to", "of", "for") or not token.close:
        return False
    if token.low in AUXILIARIES or ("past" in token.kind.verb and "participle" not in token.kind.verb):
        return True
    if before.low in SUBJECTS | _AGAIN:
        return bool({"past", "third", "base"} & token.kind.verb)
    is_after_noun = before.kind.noun and not before.kind.plural
    return is_after_noun and bool({"past", "third"} & token.kind.verb) and line.low(at + 1) not in _PASSIVE


CHECKERS: dict[str, Checker] = {
    "grammar-double-connectors": double_connectors,
    "grammar-fragments": fragments,
    "grammar-comma-splices": comma_splices,
}
