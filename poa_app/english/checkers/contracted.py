"""The contracted word in its place, and what its neighbours say it stands for."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from poa_app.english.prose import Prose
from poa_app.phrases.function_words import PREPOSITIONS
from poa_app.phrases.lexicon import lexicon

_DATA: dict[str, str] = tomllib.loads(Path(__file__).with_name("contractions.toml").read_text(encoding="utf-8"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_DATA[name].split())


ALWAYS = _words("always")
ADVERBS = _words("adverbs")
ARTICLES = _words("articles")
OBJECTS = _words("objects")
PERFECT = _words("perfect")
PERFECT_ALONE = _words("perfect_alone")
PASSIVE = _words("passive")
TRANSITIVE = _words("transitive")
SAYING = _words("saying")
PREDICATES = _words("predicates")
DOING = _words("doing")
ACTS = _words("acts")
ENDS = _words("ends")
AFTER_DOING = _words("after_doing")
AFTER_PLACED = _words("after_placed")
PLACED = _words("placed")
AFTER_LETS = _words("after_lets")
CLEAR_THAT = _words("clear_that")
BOTH_FORMS = _words("both_forms")
NAMES = _words("names")
NO_PREDICATES = _words("no_predicates")
STOPS = frozenset('.!?;:,)("-\u2013\u2014')

Sense = Literal["is", "has", "its", "whose", "had", "would", "did"]
Kind = Literal["is", "is-or-has", "its", "who", "had-or-would", "its-bare", "lets", "aint"]

_TOKEN = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['-][A-Za-z\u00c0-\u024f]+)*'?|\d[\d.,/-]*\d|\d|[^\w\s]|\n\s*\n")


@dataclass(frozen=True)
class Contraction:
    """A contraction in a text, of a kind, with what it may stand for; the likeliest sense stands first."""

    kind: Kind
    start: int
    end: int
    fixes: tuple[str, ...]
    is_sure: bool = False


@dataclass(frozen=True)
class Place:
    """A contracted word: what stands before its apostrophe, its place, and the words around it."""

    base: str
    start: int
    end: int
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def low(self) -> str:
        """The word before the apostrophe, in small letters."""
        return self.base.lower()

    def says(self, kind: Kind, *senses: Sense, sure: bool = False) -> Contraction:
        """Return it as a contraction that stands for one of some words."""
        fixes = tuple(self._in_full(sense) for sense in senses)
        return Contraction(kind, self.start, self.end, fixes, sure)

    def _in_full(self, sense: Sense) -> str:
        return f"{self.base}s" if sense == "its" else f"{self.base}se" if sense == "whose" else f"{self.base} {sense}"


def place_of(prose: Prose, base: str, start: int, end: int) -> Place:
    """Return a contracted word with the words around it."""
    after = tuple(found.lower() for found in _TOKEN.findall(prose.plain[end : end + 90])[:6])
    before = tuple(_TOKEN.findall(prose.plain[max(0, start - 90) : start])[-9:])
    return Place(base, start, end, before, after)


def sense_of(place: Place) -> tuple[Sense, bool]:
    """Return whether 's is is or has, and whether that is sure."""
    rest = past_adverbs(place.after)
    word, then = (*rest, "", "")[:2]
    if word in PERFECT:
        return "has", word in ("been", "had", "become")
    if not is_participle(word):
        return "is", bool(word)
    is_thing = place.low in ("it", "that", "this", "what", "everything", "something", "nothing", "there", "here")
    if then == "by" or (word in PASSIVE and not (word == "used" and not is_thing and then in OBJECTS)):
        return "is", False
    if word == "gone":
        return ("is" if not then or then in STOPS else "has"), False
    if then == "that" and word in SAYING:
        return ("is" if is_thing else "has"), False
    if word in PERFECT_ALONE or takes_object(word, then):
        return "has", False
    by_somebody = not is_thing and place.after[0] in ("already", "just", "never", "recently", "finally", "also")
    return ("has" if by_somebody else "is"), False


def takes_object(word: str, then: str) -> bool:
    """Whether an object follows a participle."""
    if then in OBJECTS or then[:1].isdigit():
        return True
    return word in TRANSITIVE and then in lexicon().plurals and then not in PREPOSITIONS


def past_adverbs(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words without the adverbs they begin with."""
    at = 0
    while at < len(words) and (words[at] in ADVERBS or (words[at].endswith("ly") and words[at] in lexicon().adverbs)):
        at += 1
    return words[at:]


def is_participle(word: str) -> bool:
    """Whether a word can be a participle."""
    known = lexicon()
    if "participle" in known.kinds(word):
        return True
    return word.endswith("ed") and not word.endswith("eed") and len(word) > 3 and word not in known.singulars
