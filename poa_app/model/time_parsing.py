"""Times of day and time zones as people write them."""

from __future__ import annotations

import re
from datetime import time
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from poa_app.model.plain import plain_signs
from poa_app.model.zones import AMBIGUOUS, ZONES

LONGEST = 60
"""Characters above which neither time nor zone is looked for."""

_HOURS, _MINUTES, _NOON = 24, 60, 12
_MERIDIEM = r"(?:([ap])\.?\s?m\b\.?)"
_TIME = re.compile(
    rf"{_MERIDIEM}?\s*(\d{{1,2}})(?:\s?[:.]\s?(\d{{2}})(?::\d{{2}})?)?\s*{_MERIDIEM}?(?:\s?(?:hrs?|hours|uhr))?",
    re.ASCII,
)
_DIGITS = re.compile(r"(\d{2})(\d{2})(?:\s?(?:h|hrs?|hours))?", re.ASCII)
_H = re.compile(r"(\d{1,2})\s?h\s?(\d{2})?", re.ASCII)
_PART = r"(凌晨|清晨|早上|早晨|早|上午|中午|午后|下午|傍晚|晚上|晚间|晚|夜里|夜间|夜)?"
_CHINESE = re.compile(
    rf"{_PART}\s*(\d{{1,2}})\s*(?::\s*(\d{{2}})|[点點时時]\s*(?:(半)|([13])刻|(\d{{1,2}})\s*分?|整|钟|鐘)?)", re.ASCII
)
_CJK = {char: place for place, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = re.compile(r"([二三四五])?十([一二三四五六七八九])?")
_OFFSET = re.compile(r"(?:utc|gmt|z)?\s?([+-])\s?(\d{1,2})(?::?(00))?(?:区)?", re.ASCII)
_DISTRICT = re.compile(r"([东西東])(\d{1,2})[区區]")


def time_of(text: str | None) -> time | None:
    """Return the time of day a text means: 23:59, 9:05 am, 3 p.m., 0915, 15h, noon, 下午3点; else none."""
    said = _simple(text).removeprefix("at ")
    if said in ("noon", "midday", "12 noon", "12:00 noon", "正午", "中午"):
        return time(_NOON)
    given = _TIME.fullmatch(said)
    if given and (given[1] or given[3] or given[4]):
        return _at(int(given[2]), int(given[3] or 0), given[1] or given[4])
    if (digits := _DIGITS.fullmatch(said)) or (digits := _H.fullmatch(said)):
        return _at(int(digits[1]), int(digits[2] or 0), None)
    chinese = _CHINESE.fullmatch(_with_digits(said))
    return _chinese(chinese) if chinese else None


def zone_of(text: str | None) -> ZoneInfo | None:
    """Return the time zone a text names: America/Los_Angeles, PST, Pacific, 北京时间, UTC+8; none where it names none.

    A name that stands for several zones, such as CST, names none.
    """
    said = _simple(text)
    return _zone(said) if said else None


def clock_time(value: object) -> object:
    """Return what was typed as a time of day in its one form, 15:00; anything that is no such time as it is."""
    read = time_of(value) if isinstance(value, str) else None
    return value if read is None else f"{read:%H:%M}"


def zone_name(value: object) -> object:
    """Return what was typed as a zone by its name in the zone database; what names none, or an offset, as it is."""
    read = zone_of(value) if isinstance(value, str) else None
    return value if read is None or read.key.startswith("Etc/") else read.key  # the database writes UTC-7 as Etc/GMT+7


def _simple(text: str | None) -> str:
    if not text or len(text) > LONGEST:
        return ""
    return " ".join(plain_signs(text).split()).lower()


def _at(hour: int, minute: int, meridiem: str | None) -> time | None:
    if meridiem:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if meridiem == "p" else 0)
    return time(hour, minute) if hour < _HOURS and minute < _MINUTES else None


def _with_digits(said: str) -> str:
    said = _TENS.sub(lambda ten: str(10 * _CJK.get(ten[1] or "一", 1) + _CJK.get(ten[2] or "零", 0)), said)
    return "".join(str(_CJK.get(char, char)) for char in said)


def _chinese(given: re.Match[str]) -> time | None:
    part, hour = given[1] or "", int(given[2])
    quarters = 2 if given[4] else int(given[5] or 0)
    minute = 15 * quarters or int(given[3] or given[6] or 0)
    if part in ("凌晨", "清晨", "早上", "早晨", "早", "上午"):
        return _at(hour, minute, None) if hour < _NOON or (hour == _NOON and part == "上午") else None
    if part == "中午":
        return _at(hour + (_NOON if hour < 3 else 0), minute, None)
    if part in ("晚上", "晚间", "晚", "夜里", "夜间", "夜") and hour in (0, _NOON):
        return None  # midnight: of which of two days, nobody can say
    if part in ("夜里", "夜间", "夜") and hour < 5:
        return _at(hour, minute, None)
    return _at(hour + (_NOON if part and hour < _NOON else 0), minute, None)


@lru_cache(maxsize=500)
def _zone(said: str) -> ZoneInfo | None:
    outside, _, inside = said.partition("(")
    bare = outside.strip() or inside.partition(")")[0].strip()
    if bare in AMBIGUOUS:
        return None
    if (offset := _OFFSET.fullmatch(_with_digits(bare))) or (offset := _district(bare)):
        return _fixed(offset[1], int(offset[2]))
    short = re.sub(r"\s?(?:\b(?:standard|daylight|summer)\s)?(?:\btime\b(?:\szone)?|时间|時間|时区|時區)$", "", bare)
    return _named(ZONES.get(bare) or ZONES.get(short) or _cased().get(bare.replace(" ", "_"), ""))


def _district(bare: str) -> re.Match[str] | None:
    given = _DISTRICT.fullmatch(_with_digits(bare))
    sign = "+" if given and given[1] != "西" else "-"
    return _OFFSET.fullmatch(f"{sign}{given[2]}") if given else None


def _fixed(sign: str, hours: int) -> ZoneInfo | None:
    """Return the zone so many hours from UTC; the zone database counts these the other way round."""
    if sign == "+" and hours == 8:
        return ZoneInfo("Asia/Shanghai")
    return _named(f"Etc/GMT{'-' if sign == '+' else '+'}{hours}" if hours else "UTC")


def _named(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@cache
def _cased() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones()}
