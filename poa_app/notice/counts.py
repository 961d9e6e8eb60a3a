"""How many orders of how many a notice counts, however it puts it: "41 of 650", "of 650 orders, 41 were late"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

_WORDS = (  # in the order of what they mean
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_VALUES = {word: number for number, word in enumerate(_WORDS)} | _TENS
_LONGEST_FIRST = "|".join(sorted(_VALUES, key=len, reverse=True))
SAID = rf"(?:(?:twenty|{'|'.join(_TENS)})[ -](?:{'|'.join(_WORDS[1:10])})|{_LONGEST_FIRST})"
"""Pattern of a number in words."""
_ALL = re.compile(
    r"(?:%|per\s?cent)\s(?:on|of|from|in)\s(\d{1,6})\s(?:\w{3,12}\s)?(?:units|orders|packages|parcels)\b",
    re.IGNORECASE,
)
_OF = re.compile(
    r"(?<![\d.,/-])(\d{1,3}(?:[,.]\d{3})+|\d{1,6})\s{0,2}(?:(?:[a-z-]{3,15}\s)?(?:orders?|units?|packages?|claims?|parcels?|defects?|commandes|ordini|pedidos"
    r"|Bestellungen)\s)?(?:out of|of(?: the"
    r"| your)?|/|von|sur?|auf)\s{0,2}"
    r"(\d{1,3}(?:[,.]\d{3})+|\d{1,6})(?![\d/%-]|[.,]\d)",
    re.IGNORECASE | re.ASCII,
)
_ON_ORDERS = re.compile(
    r"(?<![\d.,/-])(\d{1,6})\s(?:[a-z-]{3,15}\s){1,4}(?:on|in|from|among|out of)\s(\d{1,3}(?:[,.]\d{3})+"
    r"|\d{1,6})\s(?:[a-z-]{3,15}\s){0,2}orders?\b",
    re.IGNORECASE | re.ASCII,
)
_OF_CHINESE = re.compile(
    r"(\d[\d,]{0,8})\s{0,2}(?:个|单|笔)?(?:订单|订单中)?[^\d。；]{0,6}?中?有\s{0,2}(\d[\d,]{0,8})\s{0,2}(?:个|单|笔)"
)
_OF_CHINESE_ALL = re.compile(
    r"[共总]计?\s{0,2}(\d[\d,]{0,8})\s{0,2}(?:个订单|个|单|笔)[，,；]?[^\d。；\n]{0,8}?(\d[\d,]{0,8})\s{0,2}(?:个|单|笔)"
)
_WITH = re.compile(
    r"(?<![\d.,/-])(\d{1,3}(?:,\d{3})+|\d{1,6})\sorders?,?\s(?:of\swhich\s)?(\d{1,6})\s(?:of\sthem\s)?"
    r"(?:with|were|had|late|cancel|defect)",
    re.IGNORECASE | re.ASCII,
)
_OF_ALL = re.compile(
    r"\bof\s(?:the\s|your\s|a\stotal\sof\s)?(\d{1,3}(?:[,.]\d{3})+|\d{1,6})\s(?:[a-z-]{2,15}\s){0,3}?(?:orders?|parcels?|packages?|shipments?|units?)\b"
    r"[^.;\n]{0,90}?,\s(\d{1,6})\s(?=[a-z])",
    re.IGNORECASE | re.ASCII,
)
_IN_WORDS = re.compile(
    rf"\b({SAID})\s(?:[a-z-]{{3,15}}\s){{0,2}}?(?:out of|of(?: the| your)?|in)\s(?:every\s)?(\d{{1,6}}|{SAID})\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?<![\d.,/-])(\d{1,6})\s(?:[a-z-]{3,15}\s){0,5}?(?:for|against|over|per|among|auf|von|sur|su|de)\s(?:the\s|your\s)?(\d{1,3}(?:[,.]\d{3})+|\d{1,6})"
    r"\s(?:[a-z-]{3,15}\s){0,2}?(?:orders?|parcels?|packages?|shipments?|units?|Bestellungen|commandes|ordini|pedidos)\b",
    re.IGNORECASE | re.ASCII,
)
CLOSE = Decimal("0.06")
"""How far a rate may be from the share of its counts, which is rounded."""


def counts(part: str, value: Decimal | None) -> tuple[int | None, int | None]:
    """Return how many orders of how many a part counts: those that make the rate, or else the first.

    Args:
        part: a text.
        value: the rate, in per cent; None where it is not known.
    """
    found = [*_pairs(part)]
    fitting = (one for one in found if value is not None and _makes(one, value))
    if best := next(fitting, found[0] if found else None):
        return best
    every = _ALL.search(part)
    return None, whole(every[1]) if every else None


def counted_as(text: str, value: Decimal) -> tuple[tuple[int, int], int] | None:
    """Return the counts that make a rate wherever a text gives them, and where; None where it gives none."""
    for few, many, at in _places(text):
        if _makes((few, many), value):
            return (few, many), at
    return None


def percentage(said: str) -> Decimal:
    """Return a number in digits or in words."""
    if said[0].isdigit():
        return Decimal(said.replace(",", "."))
    return Decimal(_value(said))


def whole(said: str) -> int:
    """Return a whole number in digits or in words."""
    return int(re.sub(r"[,.]", "", said)) if said[0].isdigit() else _value(said)


def _value(words: str) -> int:
    return sum(_VALUES[word] for word in re.split(r"[ -]", words.lower()))


def _makes(pair: tuple[int, int], value: Decimal) -> bool:
    few, many = pair
    return abs(Decimal(100 * few) / many - value) < CLOSE


def _pairs(part: str) -> Iterator[tuple[int, int]]:
    for few, many, _ in _places(part):
        yield few, many


def _places(part: str) -> Iterator[tuple[int, int, int]]:
    """Yield how many of how many, and where a part says so: the surest ways to put it first."""
    for pattern in (_OF, _ON_ORDERS, _IN_WORDS):
        for match in pattern.finditer(part):
            few, many = whole(match[1]), whole(match[2])
            if few <= many and many > 1 and not (match[0].count("/") and many < 32 and few < 13):
                yield few, many, match.start()
    for pattern in (_OF_CHINESE, _OF_CHINESE_ALL, _WITH, _OF_ALL):
        for match in pattern.finditer(part):
            many, few = whole(match[1]), whole(match[2])
            if few <= many:
                yield few, many, match.start()
    for match in _FROM.finditer(part):
        few, many = whole(match[1]), whole(match[2])
        if few <= many and many > 1:
            yield few, many, match.start()
