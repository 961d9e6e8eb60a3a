"""Lists of words and phrases that a checker keeps in a TOML file beside it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from poa_app.english.phrase_patterns import PhrasePattern, phrase_pattern
from poa_app.english.prose import Prose
from poa_app.english.sentences import Sentence
from poa_app.english.short_forms import parts_of


class WordLists:
    """The lists of one file, by name."""

    def __init__(self, module: str) -> None:
        """Read nothing yet.

        Args:
            module: path of the checker's module; the file bears its name.
        """
        self._path = Path(module).with_suffix(".toml")
        self._words: dict[str, frozenset[str]] = {}
        self._phrases: dict[str, Mapping[str, tuple[PhrasePattern, ...]]] = {}
        self._name = self._path.stem

    @cached_property
    def _data(self) -> dict[str, Any]:
        return tomllib.loads(self._path.read_text(encoding="utf-8"))

    def words(self, name: str) -> frozenset[str]:
        """Return the words of a list, which stand in one string or one by one."""
        if name not in self._words:
            listed = self._data[name]
            self._words[name] = frozenset(listed.split() if isinstance(listed, str) else listed)
        return self._words[name]

    def phrases(self, name: str) -> Mapping[str, tuple[PhrasePattern, ...]]:
        """Return the phrases of a list by each word they can begin with."""
        if name not in self._phrases:
            index: dict[str, list[PhrasePattern]] = {}
            for phrase in self._data[name]:
                pattern = phrase_pattern(phrase)
                for first in pattern.firsts:
                    index.setdefault(first, []).append(pattern)
            self._phrases[name] = {first: tuple(patterns) for first, patterns in index.items()}
        return self._phrases[name]

    def may_stand(self, name: str, sentence: Sentence) -> bool:
        """Whether a sentence holds a word that a phrase of a list can begin with."""
        return not self.phrases(name).keys().isdisjoint(sentence.forms)

    def ends(self, prose: Prose, sentence: Sentence, name: str) -> Mapping[int, int]:
        """Return, by where a word of a sentence begins, where a phrase of a list that begins with it ends there."""
        key = self._name, name, sentence.start
        found = prose.listed.get(key)
        if found is None:
            found = dict(self._ends(prose, sentence, name)) if self.may_stand(name, sentence) else {}
            prose.listed[key] = found
        return found

    def _ends(self, prose: Prose, sentence: Sentence, name: str) -> Iterator[tuple[int, int]]:
        of_list, is_ascii = self.phrases(name), all(map(str.isascii, sentence.said))
        for word in sentence.words:
            if word.low not in of_list and parts_of(word.low)[0] not in of_list:
                continue
            for pattern in self.beginning(name, word.low):
                if is_ascii and any(map(sentence.forms.isdisjoint, pattern.needs)):
                    continue  # letters that only look like ASCII are left to the pattern
                if match := pattern.pattern.match(prose.small, word.start, sentence.end):
                    yield word.start, match.end()
                    break

    def beginning(self, name: str, low: str) -> Iterator[PhrasePattern]:
        """Yield the phrases of a list that can begin with a word, in small letters, or with what it is short for."""
        of_list, first = self.phrases(name), parts_of(low)[0]
        yield from of_list.get(low, ())
        if first != low:
            yield from of_list.get(first, ())
