"""The store a notice greets, and the hour beside its day."""

from __future__ import annotations

from poa_app.notice.arrival import addressed_to, hour_and_zone
from poa_app.notice.reading import Read
from tests.each import for_each


@for_each(
    ("text", "name"),
    [
        ("Hello Juniper Lane Goods,\n\nYour offers", "Juniper Lane Goods"),
        ("> Dear Marlow & Sons Ltd,\n> we removed", "Marlow & Sons Ltd"),
        ("Guten Tag Lindenhof Haushaltswaren,\nIhr Konto", "Lindenhof Haushaltswaren"),
        ("Dear Seller,", None),
        ("Hello from Amazon,", None),
        ("Dear valued selling partner,", None),
        ("尊敬的卖家：", None),
        ("Hello,\nWe removed", None),
        ("We said hello to Max, and left.", None),
    ],
)
def test_the_store_is_whom_the_notice_greets_by_name(text: str, name: str | None) -> None:
    found = addressed_to(text)
    assert (found.value if found else None) == name
    assert found is None or text[found.start : found.end] == name


@for_each(
    ("text", "day", "hour", "zone"),
    [
        ("Date: Mon, 9 Nov 2026 07:42:10 -0800\nSubject", "9 Nov 2026", "07:42", "UTC-8"),
        ("on Nov 23, 2026 at 9:15 am Pacific time.", "Nov 23, 2026", "09:15", "Pacific time"),
        ("on Nov 23, 2026 at 9:15 am (Pacific time).", "Nov 23, 2026", "09:15", "Pacific time"),
        ("日期：2026年11月29日 09:15（太平洋时间）", "2026年11月29日", "09:15", "太平洋时间"),
        ("日期：2026年11月29日 09:15 北京时间", "2026年11月29日", "09:15", "北京时间"),
        ("2026-11-09 15:20 北京时间", "2026-11-09", "15:20", "北京时间"),
        ("Sent: 9 Nov 2026\n07:42 is when the warehouse opens", "9 Nov 2026", None, None),
        ("9 Nov 2026 at 18:05", "9 Nov 2026", "18:05", None),
    ],
)
def test_the_hour_and_its_zone_stand_beside_the_day(text: str, day: str, hour: str | None, zone: str | None) -> None:
    at = text.index(day)
    found, named = hour_and_zone(text, Read(day, at, at + len(day)))
    assert (found.value if found else None, named.value if named else None) == (hour, zone)


def test_without_a_day_there_is_no_hour() -> None:
    assert hour_and_zone("at 9:15 am", None) == (None, None)
