"""A value is read in the form it was typed in, or asked about with both readings named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from poa_app.model.case import Case
from poa_app.model.finding import Finding

Changed = Callable[..., Case]
Found = Callable[..., Sequence[Finding]]
RECEIVED, TOTAL = "/notice/received", "/metrics/metodr/then/denominator"


def _at(found: Sequence[Finding], path: str) -> list[Finding]:
    return [finding for finding in found if finding.path == path]


def test_thousands_are_read_as_amazon_prints_them(changed: Changed, found: Found) -> None:
    case = changed("27")
    assert case.metrics[0].then.denominator == 1412
    assert _at(found(case), TOTAL) == []


@pytest.mark.parametrize("typed", ["１４１２", "1 412", "1\u00a0412", "1，412", "1412单", "1,412 orders", "1412 件"])
def test_more_ways_of_typing_a_count(typed: str, changed: Changed, found: Found) -> None:
    case = changed("27", set={TOTAL: typed})
    assert case.metrics[0].then.denominator == 1412
    assert _at(found(case), TOTAL) == []


def test_a_day_is_read_as_it_is_typed(changed: Changed, found: Found) -> None:
    case = changed("28")
    assert (case.notice.received, case.letter_date) == (date(2026, 11, 9), date(2026, 11, 19))
    assert not {finding.path for finding in found(case)} & {RECEIVED, "/letter_date"}


@pytest.mark.parametrize(
    "typed",
    ["2026-11-9", "20261109", "2026年11月9日", "9 Nov 2026", "Nov 9, 2026", "November 9th 2026", "09-Nov-2026",
     "2026.11.9", "2026/11/9 0:00", "２０２６／１１／９"],
)  # fmt: skip
def test_more_ways_of_typing_a_day(typed: str, changed: Changed) -> None:
    assert changed("28", set={RECEIVED: typed}).notice.received == date(2026, 11, 9)


def test_a_day_that_can_mean_two_is_asked_about_with_both(changed: Changed, found: Found) -> None:
    (one,) = _at(found(changed("28", set={RECEIVED: "11/09/2026"})), RECEIVED)
    assert one.severity == "blocks"
    assert [fix.text for fix in one.fixes] == ["2026-09-11", "2026-11-09"]
    assert all(day in said for day in ("2026-09-11", "2026-11-09") for said in (one.message, one.message_zh))


@pytest.mark.parametrize(
    ("path", "typed", "says", "says_zh"),
    [
        (RECEIVED, "11月9日", "names no year", "没有写年份"),
        (RECEIVED, "sometime", "not a date", "读不出是哪一天"),
        ("/affected", "约850件", "an estimate", "约数"),
        ("/affected", "十几单", "not a whole number", "不是整数"),
        ("/metrics/metodr/then/value", "一点七", "not a number", "不是数字"),
        ("/notice/received_time", "很早", "not one time of day", "读不出是几点"),
        ("/notice/zone", "CST", "no time zone", "不是时区"),
    ],
)
def test_a_value_that_cannot_be_read_is_said_once_and_in_its_own_words(
    path: str, typed: str, says: str, says_zh: str, changed: Changed, found: Found
) -> None:
    (one,) = _at(found(changed("28", set={path: typed})), path)
    assert says in one.message
    assert says_zh in one.message_zh
    assert "pinyin" not in one.message


@pytest.mark.parametrize(
    ("path", "typed", "kept"),
    [
        ("/notice/received_time", "上午9:12", "09:12"),
        ("/notice/received_time", "9：12", "09:12"),
        ("/notice/zone", "PST", "America/Los_Angeles"),
        ("/notice/zone", "北京时间", "Asia/Shanghai"),
        ("/products/timer1/asin", "b0exmplt02", "B0EXMPLT02"),
        ("/products/timer1/asin", "Ｂ0EXMPLT02", "B0EXMPLT02"),
        ("/metrics/metodr/then/value", "1，84％", 1.84),
    ],
)
def test_what_is_read_is_kept_in_its_one_form(path: str, typed: str, kept: object, changed: Changed) -> None:
    held = changed("28", set={path: typed}).model_dump(mode="json")
    for step in path.strip("/").split("/"):
        held = next(row for row in held if row["id"] == step) if isinstance(held, list) else held[step]
    assert held == kept


@pytest.mark.parametrize("stem", ["order-defect-rate", "late-shipment-rate", "inauthentic-complaint"])
def test_a_case_is_read_back_as_it_was_written(stem: str, variant: Changed) -> None:
    case = variant(stem)
    assert Case.model_validate_json(case.model_dump_json()) == case
