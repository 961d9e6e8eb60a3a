"""The day of a notice, in the forms in which headers, notes and signatures write it."""

from __future__ import annotations

from datetime import date

import pytest

from poa_app.notice.days import received


@pytest.mark.parametrize(
    "text",
    [
        "Store: Amazon.ca\tAs of: Nov 9, 2026\nLate Shipment Rate\t0.9%",
        "Call note, Account Health Services, Monday, November 9, 2026, 10:40 PST, spoke with Dana",
        "got this from Amazon AU, received 9/11/2026. Any idea?",
        "Date: lun. 9 nov. 2026 à 10:03\nHello,",
        "Datum: Mo., 9. Nov. 2026 um 11:20 Uhr",
        "收到日期：2026年11月9日\n您的订单缺陷率为 1.8%",
        "整个美国站直接封了，11月9日收到的信（2026年）。",
        "Your appeal was not enough.\nSeller Performance, 9 November 2026",
    ],
)
def test_the_day_of_a_notice_is_read(text: str) -> None:
    read = received(text, "day-first", (0, len(text)))
    assert read is not None
    assert read.value == date(2026, 11, 9)


@pytest.mark.parametrize(
    "text",
    [
        "Claim opened: 09/11/2026\nAmount: 20",
        "Requested\tNov 1, 2026\nShipped\tNov 9, 2026",
        "On 09.11.2026 at 12:18 you invited a colleague to your account.",
        "感谢您于2026年10月29日发来的信息",
    ],
)
def test_a_day_of_something_else_is_not_that_of_the_notice(text: str) -> None:
    assert received(text, "day-first", (0, len(text))) is None
