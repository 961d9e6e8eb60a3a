"""Clauses that do not hold together: although ... but, because ... so, "Because busy season."."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.english.checkers.grammar_words import AUXILIARIES, MONTHS, SUBJECTS, Line, lines, words
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose

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


def double_connectors(prose: Prose) -> Iterator[Hit]:
    """Find "although ... but" and "because ... so"."""
    for line in lines(prose):
        for at, token in enumerate(line.tokens):
            begins = at == 0 or not token.close or line.low(at - 1) in ("even", "and", "but", "that")
            if begins and token.low in _CONCEDING and (found := _second(line, at, "but", "yet")):
                yield found
            elif (at == 0 or (line.tokens[at].gap.strip() in (",", ".") and at < 3)) and token.low in _REASONS:
                is_time = line.low(at + 1) in MONTHS | {"of", "then", "last"} or line.low(at + 1)[:1].isdigit()
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


CHECKERS: dict[str, Checker] = {"grammar-double-connectors": double_connectors, "grammar-fragments": fragments}
