"""Numbers within somebody's words as English writes them: 18.204,50 EUR, 18,204.50 EUR; 41单, 41 orders."""

from __future__ import annotations

import re

from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.text import is_foreign

_MONEY = r"(?:EUR|Euros?|€|USD|US\$|\$|GBP|£|PLN|SEK|CZK|CHF|INR|Rs\.?|RMB|CNY|¥)"
_START, _STOP = r"(?<![\w.,/-])", r"(?![\w/]|[.,]\d)"
_GROUPED = re.compile(rf"{_START}\d{{1,3}}(?:\.\d{{3}})+,\d{{1,2}}{_STOP}", re.ASCII)
"""A stop between thousands and a comma before the rest, which is never English."""
_GROUPS = re.compile(rf"{_START}\d{{1,3}}(?:\.\d{{3}}){{2,}}{_STOP}", re.ASCII)
_DECIMAL = re.compile(
    rf"{_START}(?P<whole>\d+),(?P<part>\d{{1,2}})(?=\s?(?:%|percent\b|{_MONEY}|(?:kg|g|cm|mm|km)\b))"
    rf"|(?P<money>{_MONEY}\s?)(?P<sum>\d+),(?P<cents>\d{{2}}){_STOP}",
    re.ASCII,
)
_THOUSANDS = re.compile(
    rf"(?P<money>{_MONEY}\s?)(?P<a>\d{{1,3}}\.\d{{3}}){_STOP}"
    rf"|(?<!version )(?<!release )(?<!v )(?<!No )(?<!no )(?<!No\. )"
    rf"{_START}(?P<b>\d{{1,3}}\.\d{{3}})(?=\s?{_MONEY}|\s(?P<noun>[A-Za-z]+)\b)",
    re.ASCII,
)
_MEASURES = """
meters metres grams kilograms liters litres hours minutes seconds days weeks months years inches feet pounds ounces
centimeters centimetres millimeters millimetres kilometers kilometres miles tons tonnes points volts watts"""
_MEASURED = frozenset(_MEASURES.split())
"""What is measured in parts, so that a stop may be one of either language: 1.250 meters."""
_CHINESE_ORDERS = re.compile(r"(?P<count>\d[\d,]*)\s?(?:\u4e2a?\u8ba2\u5355|\u5355)\s?(?![\u4e00-\u9fff])")
"""Orders by the word that stands behind their count in Chinese."""


def in_english(text: str) -> str:
    """Return words with each number that can mean one thing only as English writes it.

    Args:
        text: as typed; what could be a number of either language stays.
    """
    said = text if is_foreign(_CHINESE_ORDERS.sub("", text)) else _CHINESE_ORDERS.sub(_orders, text)
    said = _GROUPED.sub(lambda found: found[0].translate(_SWAPPED), said)
    said = _GROUPS.sub(lambda found: found[0].replace(".", ","), said)
    said = _DECIMAL.sub(_decimal, said)
    return _THOUSANDS.sub(_thousands, said)


_SWAPPED = str.maketrans(".,", ",.")


def _decimal(found: re.Match[str]) -> str:
    if found["money"]:
        return f"{found['money']}{found['sum']}.{found['cents']}"
    return f"{found['whole']}.{found['part']}"


def _thousands(found: re.Match[str]) -> str:
    noun = (found["noun"] or "").lower()
    counted = (noun in lexicon().plurals and noun not in _MEASURED) or noun in ("skus", "asins", "pcs")
    if noun and not counted:
        return found[0]
    return found[0].replace(".", ",", 1) if not found["money"] else f"{found['money']}{found['a'].replace('.', ',')}"


def _orders(found: re.Match[str]) -> str:
    """Return a count of orders with the Chinese word behind it in English."""
    after = found.string[found.end() :]
    noun = "order" if found["count"] == "1" else "orders"
    return f"{found['count']} {noun}{' ' if after[:1].isalnum() else ''}"
