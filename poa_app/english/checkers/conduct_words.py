"""Words by which the checkers tell whose deed a sentence speaks of, and whether it is one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import tomli

from poa_app.phrases.lexicon import VerbForm, lexicon

_PREFIXES = frozenset(("re", "pre", "over", "un", "mis", "double", "cross", "de"))
_FILE = Path(__file__).with_name("conduct_words.toml")


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists = tomli.loads(_FILE.read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in lists.items()}


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a list."""
    return _lists()[name]


@cache
def is_in(name: str, word: str) -> bool:
    """Whether a word, in small letters, stands in a list."""
    return word in words(name)


@cache
def is_form_of(name: str, word: str, *wanted: VerbForm) -> bool:
    """Whether a word is one of the wanted forms of a verb of a list; without any wanted, any form."""
    bases = words(name)
    known = without_prefix(word)
    found = any(verb.base in bases and (not wanted or form in wanted) for verb, form in lexicon().forms(known))
    return found or (known in bases and (not wanted or "base" in wanted))


@cache
def has_form(word: str, *wanted: VerbForm) -> bool:
    """Whether a word can be one of the wanted forms of any verb."""
    return bool(lexicon().kinds(without_prefix(word)) & set(wanted))


@cache
def without_prefix(word: str) -> str:
    """Return a word without a prefix set off by a hyphen, if it is known only so: "re-counted" gives "counted"."""
    prefix, hyphen, rest = word.partition("-")
    return rest if hyphen and prefix in _PREFIXES and word not in lexicon().verbs else word


@cache
def lemma(word: str) -> str:
    """Return the verb of which a word is a form; the word itself where it is none."""
    known = without_prefix(word)
    return next((verb.base for verb in lexicon().verbs.get(known, ())), known)
