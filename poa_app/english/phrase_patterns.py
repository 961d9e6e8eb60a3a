"""Phrases of the rules' files as patterns, found by their first words.

In a phrase ``<beg>`` stands for any form of a verb or a noun, ``(a|the)`` for either, ``@kin`` for any word of a class,
``word?`` and ``(...)?`` for what may be left out, ``*`` for any one word and ``*3`` for up to three. A space is white
space or a comma.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from pathlib import Path

import tomli

from poa_app.english.short_forms import CANNOT, SHORT_FORMS, WILL
from poa_app.phrases.lexicon import lexicon

_PLAIN = r"[^\s()|?<>*]+"
_TOKEN = re.compile(
    r"<(?P<forms>[\w-]+)>|@(?P<kin>[a-z]+)|\*(?P<many>\d*)"
    rf"|\((?P<words>(?!@){_PLAIN}(?:\|(?!@){_PLAIN})*)\)|(?P<sign>[()|?])|(?P<space>\s+)|(?P<plain>{_PLAIN})"
)
_SIGNS = frozenset("<>@*()|?")
"""What a phrase of plain words does not hold."""
_CLASSES = Path(__file__).with_name("word_classes.toml")
_NUMBER = re.compile(r"\d[\d.,:/]*\d(?!\w)|\d(?!\w)")
COMMON = frozenset(
    (
        *("a", "about", "all", "amazon", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "do"),
        *("every", "for", "from", "had", "has", "have", "i", "if", "in", "is", "it", "more", "my", "no", "not", "of"),
        *("on", "or", "order", "orders", "our", "product", "products", "so", "that", "the", "their", "them", "these"),
        *("they", "this", "to", "us", "was", "we", "were", "which", "will", "with", "you", "your"),
    )
)
"""Words that many sentences hold; whether others are there is asked first."""
_TIMES_AS_COMMON = 12
"""How many other words are as common together as one of these."""
_ONE_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*|\d+")
_GAP = r"[\s,]+"
_ANY = r"[^\s.!?;:,()]+"
_ANY_MORE = rf"(?:{_GAP}{_ANY}|{'|'.join(dict.fromkeys(SHORT_FORMS.values()))})"
"""Any word behind another: after a gap, or grown together with it."""


@dataclass(frozen=True)
class PhrasePattern:
    """A phrase ready to be looked for.

    Attributes:
        firsts: the words it can begin with.
        needs: words of each of which one must stand in a text that holds it, the rarer first.
        seconds: the words of which one follows the first; none where any may, or nothing.
        parts: the whole of it, word by word.
    """

    firsts: frozenset[str]
    needs: tuple[frozenset[str], ...]
    seconds: frozenset[str]
    parts: tuple[_Part, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The whole of it in small letters, made when a text first holds its words: few phrases ever come to that."""
        return re.compile(rf"(?<![\w'-]){_joined(self.parts, False)}(?![\w]|'(?!s\b)|-\w)")

    @property
    def rarest(self) -> frozenset[str]:
        """The words, of all that it needs and can begin with, that fewest texts hold."""
        return min((*self.needs, self.firsts), key=commonness)


def commonness(words: frozenset[str]) -> int:
    """Return how many texts hold one of some words, beside others."""
    return len(words) + _TIMES_AS_COMMON * len(words & COMMON)


@cache
def forms(word: str) -> tuple[str, ...]:
    """Return every form of a word, as a verb and as a noun."""
    known = lexicon()
    found = {word}
    for verb in known.verbs.get(word, ()):
        if verb.base == word:
            found.update(filter(None, (verb.past, verb.participle, verb.gerund, verb.third)))
    if word in known.singulars:
        found.update(one for one in (f"{word}s", f"{word}es", f"{word[:-1]}ies") if one in known.plurals)
    return tuple(sorted(found))


@cache
def word_classes() -> Mapping[str, tuple[str, ...]]:
    """Return the classes of words that phrases name, each with its words as a bracket would hold them."""
    lists: dict[str, str] = tomli.loads(_CLASSES.read_text(encoding="utf-8"))
    return {name: tuple(words.split()) for name, words in lists.items()}


@cache
def phrase_pattern(phrase: str) -> PhrasePattern:
    """Return a phrase as a pattern; raise ValueError when it can begin with any word, or a bracket stays open."""
    parts = _parts(phrase)
    firsts = _firsts(parts)
    if not firsts or "*" in firsts:
        raise ValueError(f"the phrase must begin with a word: {phrase}")
    seconds, is_certain = _after_first(parts)
    needs = tuple(sorted((part.firsts for part in parts if part.is_needed), key=commonness))
    return PhrasePattern(firsts, needs, seconds if is_certain else frozenset(), parts)


def apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches of a text in their order, of those that overlap the longest."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0] - span[1], span[0])):
        if not any(one < end and start < other for one, other in kept):
            kept.append((start, end))
    return sorted(kept)


@dataclass(frozen=True)
class _Part:
    """One word of a phrase, with the words or sequences it may be; ``least`` is 0 where it may be left out."""

    options: tuple[tuple[_Part, ...], ...] = ()
    words: tuple[str, ...] = ()
    least: int = 1
    most: int = 1

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The words it can begin with."""
        return frozenset(chain(map(_first_word, self.words), *map(_firsts, self.options)))

    @cached_property
    def is_needed(self) -> bool:
        """Whether a text that holds its phrase holds a word it can begin with."""
        return bool(
            self.least
            and self.firsts
            and all(word[0].isalnum() for word in self.firsts)
            and all(any(one.least for one in way) for way in self.options)
        )


@cache
def _of_words(words: tuple[str, ...]) -> _Part:
    """Return a part that is one of some words; many phrases share it."""
    return _Part(words=words)


def _parts(phrase: str) -> tuple[_Part, ...]:
    if _SIGNS.isdisjoint(phrase):
        return tuple(_of_words((word,)) for word in phrase.lower().split())
    tokens = deque(_TOKEN.finditer(phrase))
    parts = _sequence(tokens)
    if tokens:
        raise ValueError(f"a bracket is closed that was not opened: {phrase}")
    return parts


def _sequence(tokens: deque[re.Match[str]]) -> tuple[_Part, ...]:
    """Return the parts up to the end of a bracket or of one of its choices, and take their tokens away."""
    parts: list[_Part] = []
    while tokens and tokens[0].group() not in (")", "|"):
        token = tokens.popleft()
        kind, said = token.lastgroup or "", token[token.lastgroup or 0]
        if kind == "forms":
            parts.append(_of_words(forms(said.lower())))
        elif kind == "words":
            parts.append(_of_words(tuple(said.lower().split("|"))))
        elif kind == "kin":
            parts.append(_of_class(said))
        elif kind == "plain":
            parts.append(_of_words((said.lower(),)))
        elif kind == "many":
            parts.append(_Part(words=("*",), least=0 if said else 1, most=int(said or 1)))
        elif said == "(":
            parts.append(_bracket(_options(tokens)))
        elif said == "?" and parts:
            last = parts.pop()
            parts.append(_Part(last.options, last.words, 0, last.most))
    return tuple(parts)


@cache
def _of_class(name: str) -> _Part:
    """Return any word of a class; raise ValueError when there is no such class."""
    if name not in word_classes():
        raise ValueError(f"the phrase names a class that is not there: @{name}")
    return _bracket(tuple(_parts(word) for word in word_classes()[name]))


def _bracket(options: tuple[tuple[_Part, ...], ...]) -> _Part:
    """Return the choice of a bracket; of single words as one part, which is read sooner than many."""
    if all(
        len(option) == 1 and option[0].words and option[0].least and option[0].words != ("*",) for option in options
    ):
        return _of_words(tuple(word for option in options for word in option[0].words))
    return _Part(options=options)


def _options(tokens: deque[re.Match[str]]) -> tuple[tuple[_Part, ...], ...]:
    """Return the choices of a bracket that was just opened."""
    options = []
    while True:
        options.append(_sequence(tokens))
        if not tokens:
            raise ValueError("a bracket stays open")
        if tokens.popleft().group() == ")":
            return tuple(options)


def _firsts(parts: tuple[_Part, ...]) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for part in parts:
        found = found | part.firsts if found else part.firsts
        if part.least:
            break
    return found


def _after_first(parts: tuple[_Part, ...]) -> tuple[frozenset[str], bool]:
    """Return the words that may follow the first one of some parts, and whether there are no others."""
    found: set[str] = set()
    for place, part in enumerate(parts):
        rest = parts[place + 1 :]
        for way in part.options:
            seconds, is_certain = _after_first((*way, *rest))
            if not is_certain:
                return frozenset(), False
            found |= seconds
        if part.words:
            following = _firsts(rest)
            is_read = all(map(_ONE_WORD.fullmatch, part.words)) and all(one[0].isalnum() for one in following)
            if not is_read or not any(one.least for one in rest):
                return frozenset(), False
            found |= following
        if part.least:
            return frozenset(found), True
    return frozenset(), False


@cache
def _first_word(word: str) -> str:
    """Return the first word of a token as a text's words are read."""
    if word.isascii() and word.isalpha():
        return word
    bare = word.lstrip("$\u20ac\u00a3")
    if number := _NUMBER.match(bare):
        return number.group()
    return word if word == "*" else re.split(r"[^\w'-]", bare, maxsplit=1)[0].rstrip("'-") or word


def _joined(parts: tuple[_Part, ...], goes_on: bool) -> str:
    """Return parts as one pattern; a part that may be left out takes the gap beside it along.

    Args:
        parts: in their order.
        goes_on: whether words stand before, to be set apart.
    """
    source, open_yet = "", goes_on
    for part in parts:
        if part.words == ("*",):
            if open_yet:
                source += f"{_ANY_MORE}{{{part.least},{part.most}}}?"
            continue
        if part.least:
            source += _after_a_word(part) if open_yet else _at_first(part)
            open_yet = True
        else:
            source += f"(?:{_after_a_word(part)})?" if open_yet else f"(?:{_at_first(part)}{_GAP})?"
    return source


def _at_first(part: _Part) -> str:
    """Return a part that a phrase begins with; a short form of it takes along the word it is grown together with."""
    short = [SHORT_FORMS[word] for word in part.words if word in SHORT_FORMS]
    return f"(?:{_one(part)}|[a-z]+(?:{'|'.join(dict.fromkeys(short))}))" if short else _one(part)


def _after_a_word(part: _Part) -> str:
    """Return a part behind a word: after a gap, or grown together with it."""
    short = [SHORT_FORMS[word] for word in part.words if word in SHORT_FORMS]
    if short:
        return f"(?:{_GAP}{_one(part)}|{'|'.join(dict.fromkeys(short))})"
    if part.options and not SHORT_FORMS.keys().isdisjoint(_firsts((part,))):
        return f"(?:{'|'.join(_joined(option, True) for option in part.options)})"
    return f"{_GAP}{_one(part)}"


def _one(part: _Part) -> str:
    if part.options:
        return f"(?:{'|'.join(_joined(option, False) for option in part.options)})"
    written = [re.escape(word) for word in sorted(part.words, key=len, reverse=True)]
    if "will" in part.words:
        written.append(WILL)
    if "cannot" in part.words or "can't" in part.words:
        written.append(CANNOT)
    return f"(?:{'|'.join(written)})" if len(written) > 1 else written[0]  # each group takes its time to compile
