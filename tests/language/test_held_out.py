"""The labelled English that was written without a sight of the rules is found as labelled, so far as is told here.

The rules are never mended by one of these texts; the floors follow what was measured.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.language.labelled import HELD_OUT, HELD_OUT_LATER, read
from tests.language.measure import counts, false_alarms

AIMS = {
    "contraction": (0.99, 0.99), "characters": (0.98, 0.98), "link": (0.98, 0.98), "promise": (0.90, 0.85),
    "begging": (0.90, 0.80), "threat": (0.90, 0.80), "emotion": (0.90, 0.80), "blame": (0.90, 0.80),
    "vague": (0.85, 0.70), "prohibited": (0.95, 0.80), "template": (0.95, 0.80), "grammar": (0.85, 0.0),
}  # fmt: skip
FLOORS: dict[str, tuple[float, float]] = {
    "contraction": (0.98, 0.97), "characters": (0.98, 0.87), "link": (0.98, 0.98), "promise": (0.95, 0.65),
    "begging": (0.73, 0.43), "threat": (0.94, 0.83), "emotion": (0.66, 0.76), "blame": (0.69, 0.40),
    "vague": (0.89, 0.62), "prohibited": (0.76, 0.40), "template": (0.81, 0.82), "grammar": (0.87, 0.25),
    "length": (0.98, 0.98), "admission": (0.98, 0.38), "repetition": (0.98, 0.73), "privacy": (0.98, 0.11),
    "date": (0.70, 0.60), "owner": (0.79, 0.55), "evidence": (0.76, 0.31),
}  # fmt: skip
"""Precision and recall below which a family must not fall in the first set."""
FLOORS_LATER: dict[str, tuple[float, float]] = {
    "contraction": (0.98, 0.98), "characters": (0.98, 0.98), "link": (0.98, 0.98), "promise": (0.98, 0.84),
    "begging": (0.93, 0.69), "threat": (0.73, 0.73), "emotion": (0.85, 0.86), "blame": (0.76, 0.59),
    "vague": (0.81, 0.66), "prohibited": (0.95, 0.39), "template": (0.61, 0.87), "grammar": (0.44, 0.44),
}  # fmt: skip
"""The same in the later one."""
SETS = [pytest.param(HELD_OUT, FLOORS, id="first"), pytest.param(HELD_OUT_LATER, FLOORS_LATER, id="later")]
MOST_ALARMS = {HELD_OUT: 2.2, HELD_OUT_LATER: 2.5}
"""Findings that block or want a fix, for a thousand words of clean text; 2.2 and 2.4 were measured, 2 is the aim."""

Paths = tuple[Path, ...]


@pytest.mark.parametrize(("paths", "floors"), SETS)
def test_what_is_found_in_unseen_english_is_reported(
    paths: Paths, floors: dict[str, tuple[float, float]], report: Callable[[str, str, str], None]
) -> None:
    measures = counts(map(read, paths))
    folder = paths[0].parent.name
    for family, count in sorted(measures.items()):
        told = f"precision {count.precision:.2f}, recall {count.recall:.2f} of {count.there}"
        report(f"{folder}, {family}", told, "{} / {}".format(*AIMS[family]) if family in AIMS else "")
    fallen = {
        family: (measures[family].precision, measures[family].recall)
        for family, (precision, recall) in floors.items()
        if measures[family].precision < precision or measures[family].recall < recall
    }
    assert fallen == {}


@pytest.mark.parametrize("paths", [HELD_OUT, HELD_OUT_LATER], ids=["first", "later"])
def test_clean_english_is_left_in_peace(paths: Paths, report: Callable[[str, str, str], None]) -> None:
    alarms, words = false_alarms(map(read, paths))
    report(f"{paths[0].parent.name}, findings in clean texts", f"{alarms / words * 1000:.1f} a thousand words", "<= 2")
    assert alarms / words * 1000 <= MOST_ALARMS[paths]
