"""A report prints as a table that lines up, in both languages, and as an object for scripts."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from poa_app.desk.health import read_file
from poa_app.desk.health_listing import contract, lines

REPORTS = Path(__file__).parents[1] / "intake" / "reports"
FILE = REPORTS / "northbay.json"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_invented_report_prints_as_it_did(language: str) -> None:
    printed = "\n".join(lines(read_file(FILE), language)) + "\n"
    assert printed == (REPORTS / f"northbay-{language}.txt").read_text(encoding="utf-8")


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


@pytest.mark.parametrize(("language", "verdicts"), [("en", ("Meets", "Missed")), ("zh", ("达标", "未达标"))])
def test_the_columns_line_up_in_both_languages(language: str, verdicts: tuple[str, ...]) -> None:
    rows = [line for line in list(lines(read_file(FILE), language))[:15] if line.endswith(verdicts)]
    last = {_columns(line[: line.rindex("  ") + 2]) for line in rows}
    assert len(rows) > 8
    assert len(last) == 1


def test_the_object_bears_the_keys_of_the_contract() -> None:
    sites = contract(read_file(FILE))
    assert [site["marketplace"] for site in sites] == ["US", "CA", "DE"]
    for site in sites:
        assert list(site) == [
            "marketplace", "marketplace_id", "account", "rating", "score", "figures", "warnings", "no_data", "unread",
            "points_to",
        ]  # fmt: skip
    late = next(one for one in sites[0]["figures"] if one["key"] == "lateShipmentRate")
    assert late == {
        "key": "lateShipmentRate",
        "metric": "late-shipment-rate",
        "channel": None,
        "name": {"en": "Late shipment rate", "zh": "迟发率（LSR）"},
        "rate": 0.06822,
        "numerator": 82,
        "denominator": 1202,
        "parts": {},
        "count": None,
        "target": 0.04,
        "target_from": "report",
        "condition": "under",
        "start": "2026-10-18",
        "end": "2026-11-16",
        "status": "bad",
        "verdict": "missed",
        "flags": [],
    }
    assert {"because": {"en": "Cancellation rate 2.50 %", "zh": "配送前取消率 2.50 %"}, "enforcements": ["cancellation-rate"]} in sites[0]["points_to"]  # fmt: skip # noqa: E501
