"""The labelled English that was written without a sight of the rules is found as labelled, so far as is told here.

The rules are never mended by one of these texts; the floors follow what was measured.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.language.labelled import HELD_OUT, read
from tests.language.measure import Count, counts, false_alarms

AIMS = {
    "contraction": (0.99, 0.99), "characters": (0.98, 0.98), "link": (0.98, 0.98), "promise": (0.90, 0.85),
    "begging": (0.90, 0.80), "threat": (0.90, 0.80), "emotion": (0.90, 0.80), "blame": (0.90, 0.80),
    "vague": (0.85, 0.70), "prohibited": (0.95, 0.80), "template": (0.95, 0.80), "grammar": (0.85, 0.0),
}  # fmt: skip
FLOORS: dict[str, tuple[float, float]] = {
    "contraction": (0.98, 0.97), "characters": (0.98, 0.87), "link": (0.98, 0.98), "promise": (0.93, 0.63),
    "begging": (0.74, 0.40), "threat": (0.90, 0.86), "emotion": (0.69, 0.78), "blame": (0.73, 0.41),
    "vague": (0.92, 0.67), "prohibited": (0.80, 0.39), "template": (0.81, 0.82), "grammar": (0.87, 0.25),
    "length": (0.98, 0.98), "admission": (0.98, 0.38), "repetition": (0.98, 0.73), "privacy": (0.98, 0.11),
    "date": (0.70, 0.60), "owner": (0.79, 0.55), "evidence": (0.76, 0.31),
}  # fmt: skip
"""Precision and recall below which a family must not fall."""
MOST_ALARMS = 2.0
"""Findings that block or want a fix, for a thousand words of clean text: 1.7 were measured, and 2 are the aim."""


@pytest.fixture(scope="module")
def measures() -> dict[str, Count]:
    """What was found, by family."""
    return counts(map(read, HELD_OUT))


def test_what_is_found_in_unseen_english_is_reported(
    measures: dict[str, Count], report: Callable[[str, str, str], None]
) -> None:
    for family, count in sorted(measures.items()):
        told = f"precision {count.precision:.2f}, recall {count.recall:.2f} of {count.there}"
        report(f"unseen English, {family}", told, "{} / {}".format(*AIMS[family]) if family in AIMS else "")
    fallen = {
        family: (measures[family].precision, measures[family].recall)
        for family, (precision, recall) in FLOORS.items()
        if measures[family].precision < precision or measures[family].recall < recall
    }
    assert fallen == {}


def test_clean_english_is_left_in_peace(report: Callable[[str, str, str], None]) -> None:
    alarms, words = false_alarms(map(read, HELD_OUT))
    report("findings in unseen clean English", f"{alarms / words * 1000:.1f} a thousand words", "<= 2")
    assert alarms / words * 1000 <= MOST_ALARMS
