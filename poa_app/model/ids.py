"""Numbers by which Amazon knows things, as people paste them: with a label, in brackets, within an address.

What is read is in Amazon's own form; whatever is not surely one such number stands as it was typed.
"""

from __future__ import annotations

import re

from poa_app.model.plain import plain_signs

LONGEST = 400
"""Characters above which no number is looked for; an address of Amazon's is shorter."""

_CODE = re.compile(r"B0[0-9A-Z]{8}|\d{9}[\dX]|A(?=[A-Z]*\d)[0-9A-Z]{9,20}", re.ASCII)
_AROUND = " \t\n.,;:、。#'\"()[]<>“”‘’「」《》【】`*|"
_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.)?amazon\.[a-z.]{2,6}/(?:[^\s?#]*/)?(?:dp|gp/product|gp/aw/d)/(?P<asin>[a-z0-9]{10})(?![a-z0-9]).*",
    re.ASCII | re.IGNORECASE,
)
_NUMBER = r"(?:\s?(?:ids?|number|no\.?|编号|号码?))?[\s:#]*"
_OF_CODE = re.compile(
    rf"(?:\(?(?:asin|isbn(?:-?10)?|merchant\stoken|seller\sid|商品|卖家记号|卖家编号){_NUMBER})", re.IGNORECASE
)
_OF_REFERENCE = re.compile(
    rf"(?:(?:amazon\s)?(?:order|shipment|case|亚马逊)?\s?(?:订单|货件|案件|问题|工单)?{_NUMBER}|id[\s:#]*)",
    re.IGNORECASE,
)
_ORDER = re.compile(r"(\d{3})\s?-\s?(\d{7})\s?-\s?(\d{7})", re.ASCII)
_SHIPMENT = re.compile(r"FBA\d{2}[0-9A-Z]{5,10}", re.ASCII)
_CASE = re.compile(r"\d{8,12}", re.ASCII)
_LONGEST_BARE = 40


def code_of(text: str) -> str:
    """Return an ASIN or merchant token in plain capitals; whatever else was typed as it is."""
    if len(text) > LONGEST:
        return text
    said = plain_signs(text).strip(_AROUND)
    if address := _ADDRESS.fullmatch(said):
        said = address["asin"]
    labelled = _OF_CODE.match(said)
    bare = said[labelled.end() :] if labelled else said
    joined = "".join(bare.split()).strip(_AROUND).upper() if len(bare) <= _LONGEST_BARE else ""
    if labelled and is_isbn(joined.replace("-", "")):
        joined = joined.replace("-", "")
    is_words = joined.startswith("A") and bool(re.search(r"\s", bare.strip(_AROUND)))
    return joined if _CODE.fullmatch(joined) and not is_words else text


def reference_of(text: str) -> str:
    """Return an order, shipment or case id in Amazon's form; whatever else was typed, such as an SKU, as it is."""
    if len(text) > LONGEST:
        return text
    said = plain_signs(text).strip(_AROUND)
    labelled = _OF_REFERENCE.match(said)
    bare = said[labelled.end() :].strip(_AROUND) if labelled else said
    if order := _ORDER.fullmatch(bare):
        return "-".join(order.groups())
    if _SHIPMENT.fullmatch(bare.upper()):
        return bare.upper()
    return bare if _CASE.fullmatch(bare) else text


def is_isbn(digits: str) -> bool:
    """Whether the check digit of an ISBN of ten digits is right. Source: ISO 2108."""
    if not re.fullmatch(r"\d{9}[\dX]", digits, re.ASCII | re.IGNORECASE):
        return False
    values = [10 if digit in "xX" else int(digit) for digit in digits]
    return sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)) % 11 == 0
