from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from poa_app.desk.zones import is_same_clock, zone_name
from poa_app.knowledge import knowledge
from tests.each import for_each


@for_each(
    ("zone", "en", "zh"),
    [
        ("America/Los_Angeles", "Pacific time", "太平洋时间（美西）"),
        ("Asia/Shanghai", "Beijing time", "北京时间"),
        ("Europe/Berlin", "Central European time", "中欧时间"),
        ("UTC", "UTC", "世界标准时间（UTC）"),
        ("Etc/GMT", "UTC", "世界标准时间（UTC）"),
        ("Etc/GMT+8", "UTC-8", "UTC-8"),
        ("Etc/GMT-8", "UTC+8", "UTC+8"),
    ],
)
def test_a_zone_is_called_as_an_office_calls_it(zone: str, en: str, zh: str) -> None:
    assert (zone_name(ZoneInfo(zone), "en"), zone_name(ZoneInfo(zone), "zh")) == (en, zh)


def test_every_site_has_a_name_for_its_zone_in_both_languages() -> None:
    zones = {ZoneInfo(site.zone) for site in knowledge().marketplaces.values()}
    assert len(zones) > 15
    assert [zone for zone in zones if "/" in zone_name(zone, "en") or "时间" not in zone_name(zone, "zh")] == []


def test_a_zone_without_a_name_is_called_by_its_distance() -> None:
    assert zone_name(timezone(timedelta(hours=8)), "en") == "UTC+08:00"
    assert zone_name(UTC, "en") == "UTC"


def test_two_zones_show_one_clock_only_while_they_agree() -> None:
    berlin, london = ZoneInfo("Europe/Berlin"), ZoneInfo("Europe/London")
    paris = ZoneInfo("Europe/Paris")
    at = datetime(2026, 11, 26, tzinfo=UTC)
    assert is_same_clock(berlin, paris, at)
    assert not is_same_clock(berlin, london, at)
