"""Names of time zones as a seller's office says them, and one moment told in several zones."""

from __future__ import annotations

from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_name

_OWN = {
    "America/Los_Angeles": {"en": "Pacific time", "zh": "太平洋时间（美西）"},
    "Asia/Shanghai": {"en": "Beijing time", "zh": "北京时间"},
    "Asia/Tokyo": {"en": "Japan time", "zh": "日本时间"},
    "Europe/London": {"en": "UK time", "zh": "英国时间"},
    "UTC": {"en": "UTC", "zh": "世界标准时间（UTC）"},
}
"""What offices say where the names of the Unicode locale data are unusual."""

_SAME = {
    **dict.fromkeys(("Asia/Chongqing", "Asia/Harbin", "Asia/Hong_Kong", "Asia/Macau", "PRC"), "Asia/Shanghai"),
    **dict.fromkeys(("US/Pacific", "America/Vancouver"), "America/Los_Angeles"),
    **dict.fromkeys(("Etc/UTC", "Etc/GMT", "GMT", "Etc/GMT0", "Zulu"), "UTC"),
}  # fmt: skip
"""Zones that keep the clock of another."""


_AWAY = "Etc/GMT"
"""How the names of zones begin that are a distance from UTC and no place."""


def zone_name(zone: tzinfo | None, language: str) -> str:
    """Return what a zone is called.

    Args:
        zone: a zone; one without a name of its own is called by its distance from UTC.
        language: ``en`` or ``zh``.
    """
    key = getattr(zone, "key", None) or str(zone or "UTC")
    key = _SAME.get(key, key)
    if key in _OWN:
        return _OWN[key][language]
    if not isinstance(zone, ZoneInfo):
        return key
    if key.startswith(_AWAY):
        way, hours = key[len(_AWAY)], key[len(_AWAY) + 1 :]
        return f"UTC{'-' if way == '+' else '+'}{hours}"  # the database turns the sign of the hour round
    name = get_timezone_name(zone, "long", locale="zh_CN" if language == "zh" else "en_US")
    return name.replace(" Time", " time")


def is_same_clock(one: tzinfo | None, other: tzinfo | None, at: datetime) -> bool:
    """Whether two zones show the same time of day at a moment."""
    return at.astimezone(one).utcoffset() == at.astimezone(other).utcoffset()
