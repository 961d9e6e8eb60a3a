"""Which forms a word can be: of a verb, of a noun, an adjective or an adverb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

LEXICON = Path(__file__).with_name("lexicon.tsv")

VerbForm = Literal["base", "past", "participle", "gerund", "third"]


class Verb(NamedTuple):
    """The five forms of one verb."""

    base: str
    past: str
    participle: str
    gerund: str
    third: str


@dataclass(frozen=True)
class Lexicon:
    """Words by form, all in small letters.

    Attributes:
        verbs: for each form of a verb, the verbs it can belong to.
        singulars: nouns in the singular.
        plurals: nouns in the plural.
        adjectives: adjectives.
        adverbs: adverbs.
    """

    verbs: dict[str, tuple[Verb, ...]]
    singulars: frozenset[str]
    plurals: frozenset[str]
    adjectives: frozenset[str]
    adverbs: frozenset[str]
    _kinds: dict[str, frozenset[VerbForm]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def forms(self, word: str) -> Iterator[tuple[Verb, VerbForm]]:
        """List the verb forms a word can be."""
        for verb in self.verbs.get(word, ()):
            for form in _FORMS:
                if getattr(verb, form) == word:
                    yield verb, form
        if word.startswith("re-"):
            for verb, form in self.forms(word[3:]):
                yield Verb(*(f"re-{getattr(verb, one)}" for one in _FORMS)), form

    def kinds(self, word: str) -> frozenset[VerbForm]:
        """Return which forms of a verb a word can be."""
        word = word.removeprefix("re-")
        found = self._kinds.get(word)
        if found is None:
            if word not in self.verbs:
                return _NO_FORM
            found = frozenset(form for verb in self.verbs[word] for form in _FORMS if getattr(verb, form) == word)
            self._kinds[word] = found
        return found

    def forms_any(self, word: str) -> bool:
        """Whether a word can be a form of a verb or a noun."""
        return word in self.verbs or self.is_noun(word)

    def verb(self, word: str, *wanted: VerbForm) -> Verb | None:
        """Return the verb of which a word is one of the forms, if there is one."""
        for verb in self.verbs.get(word, ()):
            for form in wanted:
                if getattr(verb, form) == word:
                    return verb
        return None

    def is_noun(self, word: str) -> bool:
        """Whether a word can be a noun, singular or plural."""
        return word in self.singulars or word in self.plurals

    def is_common(self, word: str) -> bool:
        """Whether a word is one of the language's own, not a name."""
        return self.is_noun(word) or word in self.verbs or word in self.adjectives or word in self.adverbs


_NO_FORM: frozenset[VerbForm] = frozenset()
_FORMS: tuple[VerbForm, ...] = ("base", "past", "participle", "gerund", "third")


@cache
def lexicon() -> Lexicon:
    """Read the word forms the program ships, once."""
    verbs: dict[str, tuple[Verb, ...]] = {}
    words: dict[str, set[str]] = {"noun": set(), "plural": set(), "adj": set(), "adv": set()}
    plurals = words["plural"]
    for line in LEXICON.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, base, *forms = line.split("\t")
        if kind == "verb":
            verb = Verb(base, *forms)
            for form in {base, *forms}:
                verbs[form] = (*verbs[form], verb) if form in verbs else (verb,)
        else:
            words[kind].add(base)
            plurals.update(forms)
    verbs.pop("", None)
    plurals.discard("")
    return Lexicon(verbs, *(frozenset(words[kind]) for kind in ("noun", "plural", "adj", "adv")))
