"""Measures the checker on labelled English: `python -m tests.language.measure FOLDER… [--family NAME] [--show]`.

A finding is right if it overlaps a fault of its family; a fault is found if a finding of its family overlaps it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from poa_app.english.lint import Match, lint
from poa_app.english.setting import Setting
from poa_app.knowledge import knowledge
from tests.language.labelled import Fault, Labelled, read, span

HERE = Path(__file__).parent


@dataclass
class Count:
    """How often a family was found, rightly found, there to be found, and rightly told."""

    told: int = 0
    right: int = 0
    there: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        """Share of the findings that are right; 1 where nothing was told."""
        return self.right / self.told if self.told else 1.0

    @property
    def recall(self) -> float:
        """Share of the faults that were found; 1 where there were none."""
        return self.found / self.there if self.there else 1.0


def findings(text: Labelled) -> tuple[Match, ...]:
    """Return what the checker finds in a labelled text."""
    return lint(text.text, Setting(section=text.section, names=tuple(text.names), exhibits=frozenset(text.exhibits)))


def counts(texts: Iterable[Labelled]) -> dict[str, Count]:
    """Return the counts of each family over texts."""
    by_family: dict[str, Count] = {}
    for text in texts:
        for family, count in _of_text(text):
            total = by_family.setdefault(family, Count())
            for name, more in vars(count).items():
                setattr(total, name, getattr(total, name) + more)
    return by_family


def _of_text(text: Labelled) -> Iterator[tuple[str, Count]]:
    told = findings(text)
    for match in told:
        yield family_of(match), Count(told=1, right=any(_same(text, match, fault) for fault in text.expect))
    for fault in text.expect:
        yield fault.family, Count(there=1, found=any(_same(text, match, fault) for match in told))


def family_of(match: Match) -> str:
    """Return the family of a match."""
    return knowledge().rules[match.rule].family


def _same(text: Labelled, match: Match, fault: Fault) -> bool:
    start, end = span(text.text, fault)
    return family_of(match) == fault.family and match.start < end and start < match.end


def false_alarms(texts: Iterable[Labelled]) -> tuple[int, int]:
    """Return how many findings that block or want a fix stand in clean texts, and the words of those texts."""
    clean = [text for text in texts if text.kind == "clean"]
    heavy = [one for text in clean for one in findings(text) if knowledge().rules[one.rule].severity != "consider"]
    return len(heavy), sum(len(text.text.split()) for text in clean)


def expansions(texts: Iterable[Labelled]) -> tuple[list[tuple[str, str, str]], int]:
    """Return the contractions whose first fix is not the label's, with both, and how many were compared."""
    wrong, compared = [], 0
    for text in texts:
        told = [match for match in findings(text) if family_of(match) == "contraction"]
        for fault in text.expect:
            match = next((one for one in told if _same(text, one, fault)), None)
            if match is None or not fault.fix:
                continue
            compared += 1
            fix = match.fixes[0].text if match.fixes else ""
            if _with(text.text, (match.start, match.end), fix) != _with(text.text, span(text.text, fault), fault.fix):
                wrong.append((fault.quote, fault.fix, fix))
    return wrong, compared


def _with(text: str, place: tuple[int, int], words: str) -> str:
    return f"{text[: place[0]]}{words}{text[place[1] :]}".casefold()


def _show(path: Path, text: Labelled, family: str) -> None:
    """Print each finding that is wrong and each fault that was missed."""
    told = findings(text)
    for match in told:
        if family in ("", family_of(match)) and not any(_same(text, match, fault) for fault in text.expect):
            around = text.text[max(0, match.start - 40) : match.end + 40].replace("\n", " ")
            print(f"  WRONG  {path.stem[:12]:<12} {family_of(match):<11} {match.rule}: [{match.quote}] … {around}")
    for fault in text.expect:
        if family in ("", fault.family) and not any(_same(text, match, fault) for match in told):
            print(f"  MISSED {path.stem[:12]:<12} {fault.family:<11} ({text.section}) [{fault.quote}]")


def main() -> None:
    """Print precision and recall by family."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", nargs="+")
    options.add_argument("--family", default="")
    options.add_argument("--show", action="store_true")
    given = options.parse_args()
    paths = [path for folder in given.folders for path in sorted(_folder(folder).glob("*.toml"))]
    texts = [read(path) for path in paths]
    for path, text in zip(paths, texts, strict=True):
        if given.show:
            _show(path, text, given.family)
    for family, count in sorted(counts(texts).items()):
        if given.family in ("", family):
            print(
                f"{family:<12} precision {count.precision:.2f} ({count.right}/{count.told})"
                f"  recall {count.recall:.2f} ({count.found}/{count.there})"
            )
    if given.family in ("", "contraction"):
        wrong, compared = expansions(texts)
        print(f"right words for a contraction {1 - len(wrong) / max(compared, 1):.2f} of {compared}; wrong: {wrong}")
    alarms, words = false_alarms(texts)
    print(f"clean texts: {alarms} findings that block or want a fix in {words} words")
    print("by rule:", dict(Counter(one.rule for text in texts for one in findings(text)).most_common(12)))


def _folder(name: str) -> Path:
    return HERE / name if (HERE / name).is_dir() else Path(name)


if __name__ == "__main__":
    main()
