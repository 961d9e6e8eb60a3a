"""Whom a notice greets, and the hour and zone that stand beside its day."""

from __future__ import annotations

import re

from poa_app.model.plain import plain_signs
from poa_app.model.time_parsing import time_of, zone_of
from poa_app.notice.reading import Read

_GREETING = re.compile(
    r"^[ \t>+|]{0,12}(?:Hello|Dear|Hi|Guten Tag|Bonjour|Hola|Ciao|尊敬的|您好[，,]?)[ \t]{0,3}"
    r"(?P<name>[^\n,:：，!！]{2,60}?)[ \t]{0,3}[,:：，!！]",
    re.IGNORECASE | re.MULTILINE,
)
_NOBODY = re.compile(
    r"\b(?:sellers?|from amazon|there|sir|madam|all|team|customer|partner|valued|vendor|merchant|everyone|amazon)\b"
    r"|卖家|您",
    re.IGNORECASE,
)
_NAMED_ZONE = r"(?:Pacific|Eastern|Central|Mountain|Greenwich|Central European)(?: \w+)? time|北京时间|太平洋时间"
_HOUR = re.compile(
    r"\b(?P<hour>\d{1,2}:\d{2})(?::\d{2})?[ ]?(?P<half>[ap]\.?m\.?)?[ ]{0,2}"
    rf"(?P<zone>[+-]\d{{4}}|\(?(?:{_NAMED_ZONE})\)?|\(?[A-Z]{{2,5}}\)?(?![a-z]))?",
    re.IGNORECASE,
)
REACH = 60
"""Characters after the day of a notice within which its hour stands."""


def addressed_to(text: str) -> Read[str] | None:
    """Return the store a notice greets by name; none where it greets any seller."""
    for match in _GREETING.finditer(text):
        if not _NOBODY.search(match["name"]):
            return Read(match["name"], *match.span("name"))
    return None


def hour_and_zone(text: str, day: Read[object] | None) -> tuple[Read[str] | None, Read[str] | None]:
    """Return the hour of a notice as ``07:42`` and its zone, where they stand beside its day.

    Args:
        text: the notice.
        day: its day, with the place of its words.
    """
    if day is None:
        return None, None
    plain = plain_signs(text)
    found = _HOUR.search(plain, day.start, min(len(plain), day.end + REACH))
    if not found or "\n" in plain[day.end : found.start()]:
        return None, None
    hour = time_of(f"{found['hour']} {found['half'] or ''}".strip())
    if hour is None:
        return None, None
    said = (found["zone"] or "").strip("()")
    zone = zone_of(_offset(said)) if said else None
    read = Read(f"{hour:%H:%M}", *found.span("hour"))
    return read, Read(_offset(said), *found.span("zone")) if zone else None


def _offset(said: str) -> str:
    """Return an offset of a mail's header, -0800, as zones are typed: UTC-8."""
    found = re.fullmatch(r"([+-])(\d{2})00", said)
    return f"UTC{found[1]}{int(found[2])}" if found else said
