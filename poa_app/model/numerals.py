"""Counts and rates as people type them: 1,412, １４１２, 41单, forty-one, 四十一, 3.38 %, 1,72 %, 百分之四."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from poa_app.model.magnitudes import SIGN, WORD
from poa_app.model.number_words import number_in_words
from poa_app.model.plain import plain_signs

LONGEST = 60
"""Characters above which no number is looked for."""

_UNITS = re.compile(
    r"\s?(?:[单件个個笔筆条條份台只张張次起票]|订单|个订单|orders?|units?|pcs\.?|pieces?|items?|parcels?|packages?"
    r"|claims?|complaints?|returns?|refunds?|asins?)$"
)
_WHOLE = re.compile(
    r"^(?:(?:一共|总共|共计|合计|共|total(?: of)?:?|exactly|qty\.?:?|quantity:?|×|x)\s?(?=\d))|(?<=\d)(?:\.|\s?[x×])$"
)
"""What people set about a whole number, and what changes nothing of it: 共41单, total: 41, x41, 41."""
_PERCENT = re.compile(r"\s?(?:%|percent|per\scent|pct\.?)$")
_ABOUT = re.compile(
    r"^(?:大约|大概|约|约为|近|将近|超过|至少|不到|about|approx(?:imately)?\.?|around|circa|ca\.?|some|nearly|almost"
    r"|over|under|more than|less than|at least|at most|up to|[~≈<>≤≥])|(?:多|余|左右|上下|以上|以下|\+)\D*$"
)
_ROUNDED = re.compile(rf"\d\s?{SIGN}|\d{WORD}|\bdozens?\b|[几数]{SIGN}|[百千万][余来多]")
_PLAIN = re.compile(r"\d{1,12}", re.ASCII)
_DECIMAL = re.compile(r"\d{0,12}\.\d{1,6}", re.ASCII)
_COMMA = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}", re.ASCII)
_DOTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}", re.ASCII)
_APART = re.compile(r"\d{1,3}(?:[ '_]\d{3})+", re.ASCII)
_COMMA_THEN_DOT = re.compile(r"\d{1,3}(?:[, ']\d{3})+\.\d{1,6}", re.ASCII)
_DOT_THEN_COMMA = re.compile(r"\d{1,3}(?:[. ']\d{3})+,\d{1,6}", re.ASCII)
_DECIMAL_COMMA = re.compile(r"\d{1,12},\d{1,2}|0,\d{3,6}", re.ASCII)
_PLACE = {char: str(place) for place, char in enumerate("零一二三四五六七八九")} | {"〇": "0"}
_EITHER = re.compile(r"\d{1,3}[.,]\d{3}", re.ASCII)


def count_of(text: str) -> int | None:
    """Return the whole number a text means, its unit left aside; none where it is no whole number, or only about."""
    said = _WHOLE.sub("", _UNITS.sub("", _simple(text), count=1))
    whole = _whole(said)
    return number_in_words(said) if whole is None else whole


def rate_of(text: str) -> Decimal | None:
    """Return the decimal number a text means, its percent sign left aside; none where it can mean two."""
    given = _simple(text)
    said = _PERCENT.sub("", given.removeprefix("百分之"), count=1)
    if _DECIMAL.fullmatch(said):
        return Decimal("0" + said if said.startswith(".") else said)
    if _DECIMAL_COMMA.fullmatch(said):
        return Decimal(said.replace(",", "."))
    if _COMMA_THEN_DOT.fullmatch(said):
        return _bounded(Decimal(re.sub(r"[, ']", "", said)))
    if _DOT_THEN_COMMA.fullmatch(said):
        return _bounded(Decimal(re.sub(r"[. ']", "", said).replace(",", ".")))
    whole = None if _EITHER.fullmatch(said) else _whole(said)
    if whole is None and said != given:
        return _in_words(said)
    return None if whole is None else Decimal(whole)


def _in_words(said: str) -> Decimal | None:
    """Return the share that words mean, with what stands after the point in Chinese: 十二点五."""
    before, point, after = said.partition("点")
    whole = number_in_words(before)
    places = "".join(_PLACE.get(char, "?") for char in after)
    if whole is None or (point and not places.isdigit()):
        return None
    return Decimal(f"{whole}.{places}" if point else whole)


def numbers_of(text: str) -> tuple[Decimal, ...]:
    """Return both numbers that a text such as 1.412 or 1,412 can mean; nothing where it is not of that form."""
    said = _PERCENT.sub("", _UNITS.sub("", _simple(text), count=1), count=1)
    if not _EITHER.fullmatch(said):
        return ()
    return Decimal(re.sub(r"[.,]", "", said)), Decimal(said.replace(",", "."))


def is_about(text: str) -> bool:
    """Whether a text gives a number as an estimate: 约850件, about 40, 200+, 1.2万, 3k, a dozen."""
    said = _simple(text)
    return bool((re.search(r"\d", said) and _ABOUT.search(said)) or _ROUNDED.search(said))


def _whole(said: str) -> int | None:
    if any(form.fullmatch(said) for form in (_PLAIN, _COMMA, _DOTS, _APART)):
        digits = re.sub(r"[,. '_]", "", said)
        return int(digits) if len(digits) <= 12 else None
    return None


def _bounded(number: Decimal) -> Decimal | None:
    return number if number < 10**12 else None


@lru_cache(maxsize=2_000)
def _simple(text: str) -> str:
    if len(text) > LONGEST:
        return ""
    return " ".join(plain_signs(text).replace("。", ".").replace("\u066c", ",").split()).lower()
