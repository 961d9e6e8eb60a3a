"""Nouns without a plural that are given one, or "a": informations, an advice."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from poa_app.english.checkers.grammar_words import Line, begins_object, lines
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose
from poa_app.model.finding import Fix

_LISTS = tomllib.loads(Path(__file__).with_name("grammar_uncountable.toml").read_text(encoding="utf-8"))
_RIGHT: dict[str, str] = _LISTS["right"]
_NO_ARTICLE = frozenset(_LISTS["no_article"]["nouns"].split())


def uncountable(prose: Prose) -> Iterator[Hit]:
    """Find "informations" and "an advice"."""
    for line in lines(prose):
        for at, token in enumerate(line.tokens):
            if right := _RIGHT.get(token.low):
                is_verb = "third" in token.kind.verb and (
                    begins_object(line, at + 1) or line.low(at - 1) in ("this", "it", "which")
                )
                if not is_verb and not token.is_acronym:
                    yield Hit(token.word.start, token.word.end, (Fix(text=right),))
            elif token.low in ("a", "an") and (found := _article(line, at)):
                yield found


def _article(line: Line, at: int) -> Hit | None:
    """Find "an information", where the phrase ends after the noun."""
    if not line.next_is_close(at):
        return None
    noun = at + 1
    describes = line.tokens[noun].kind.adjective or "participle" in line.tokens[noun].kind.verb
    if describes and not line.tokens[noun].kind.noun and line.next_is_close(noun):
        noun += 1
    token = line.tokens[noun]
    if token.low not in _NO_ARTICLE or (
        line.low(noun + 1) in ("of", "in") and token.low in ("proof", "confidence", "knowledge")
    ):
        return None
    if line.next_is_close(noun):
        after = line.tokens[noun + 1]
        if not (after.kind.function or after.kind.adverb) or after.is_acronym:
            return None
    first = line.tokens[at].word
    rest = line.sentence.text[
        line.tokens[at + 1].word.start - line.sentence.start : token.word.end - line.sentence.start
    ]
    return Hit(first.start, token.word.end, (Fix(text=rest),))


CHECKERS: dict[str, Checker] = {"grammar-uncountable": uncountable}
