"""Make ``weights.tsv`` out of labelled sentences: ``pip install scikit-learn``, then run this file.

The program ships the file and needs no scikit-learn. What is learnt from: the texts of ``cases``, the sentences of
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
from poa_app.english.weights import FAMILIES, FEWEST, LETTERS, MIDDLE, WEIGHTS, features
from poa_app.knowledge import knowledge
from tests.english.checkers.test_conduct import lines as conduct_lines
from tests.language.labelled import CASES, read, span
from tests.language.sentences import ASIDE, lines

HEADER = """\
# What words and pairs of words weigh, made by tests/language/weights_build.py from labelled sentences.
# First line: the size of a step, and what no words at all weigh. Then by feature a sign for each of begging,
# threat, emotion, blame, promise, vague, prohibited: the square of how far it stands from V, for or against.
"""
KEPT = 12_000
"""Features kept: those that weigh the most, often."""
LEAST_SENTENCES = 2
"""Sentences in which a feature must stand."""
WORDS_OF_A_SENTENCE = 5
ROOT = Path(__file__).parents[2]
LOOSENESS = 10.0
"""The inverse of how strongly weights are held near nought."""


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
    for line in lines():
        prose = Prose(line.text, Setting(section=line.section))
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
    """Weights learnt from some rows, all of them or the heaviest only."""

    def __init__(self, of: Sequence[Row], kept: int = 0) -> None:
        """Learn."""
        import numpy  # noqa: PLC0415 - needed to build only
        from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

        told = [set(row.features()) for row in of]
        often = Counter(name for names in told for name in names)
        self.names = sorted(name for name, times in often.items() if times >= LEAST_SENTENCES)
        self.scale = {name: log(1 + len(of) / often[name]) / 3 for name in self.names}

        def learnt() -> tuple[Any, Any]:
            given = self.matrix(of)
            fitted = [
                LogisticRegression(C=LOOSENESS, solver="liblinear", max_iter=300).fit(
                    given, [family in row.families for row in of]
                )
                for family in FAMILIES
            ]
            return numpy.array([one.coef_[0] for one in fitted]), numpy.array([one.intercept_[0] for one in fitted])

        self.weights, self.bias = learnt()
        if kept:
            order = (abs(self.weights).max(0) * [sqrt(often[name]) for name in self.names]).argsort()
            self.names = sorted(self.names[place] for place in order[-kept:])
            self.weights, self.bias = learnt()

    def matrix(self, of: Sequence[Row]) -> Any:
        """Return the features of rows as a sparse matrix."""
        from scipy.sparse import csr_matrix  # noqa: PLC0415

        place = {name: at for at, name in enumerate(self.names)}
        values, columns, begins = [], [], [0]
        for row in of:
            told = row.features()
            for name in told:
                if name in place:
                    columns.append(place[name])
                    values.append(self.scale[name] / sqrt(max(len(told), FEWEST)))
            begins.append(len(columns))
        return csr_matrix((values, columns, begins), shape=(len(of), len(self.names)))

    def written(self) -> str:
        """Return the weights as the file holds them."""
        scaled = self.weights * [self.scale[name] for name in self.names]
        step = abs(scaled).max() / (MIDDLE - 1) ** 2
        head = "\t".join([f"{step:.6f}", *(f"{one:.3f}" for one in self.bias)])
        sizes = (abs(scaled) / step) ** 0.5 * (1 - 2 * (scaled < 0))
        of_names = zip(self.names, (sizes.round().astype(int) + MIDDLE).T, strict=True)
        return f"{HEADER}{head}\n" + "".join(
            f"{name}\t{''.join(LETTERS[size] for size in of)}\n" for name, of in of_names if any(of != MIDDLE)
        )


def main() -> None:
    """Write the file anew."""
    WEIGHTS.write_text(Model([row for row in rows() if row.writer not in ASIDE], KEPT).written(), encoding="utf-8")


if __name__ == "__main__":
    main()
