"""The kinds of value a field can hold, and how what people type is made safe to keep.

A case must never refuse what somebody typed, so a date or a number that cannot be read stays as text until it can.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, Strict
from pydantic_core import PydanticCustomError

from poa_app.model.days import day_of
from poa_app.model.ids import code_of, reference_of
from poa_app.model.numerals import count_of, rate_of
from poa_app.model.time_parsing import clock_time, zone_name

FIELD_LIMIT = 10_000
"""Characters above which a field blocks the letter."""

FIELD_REFUSED = 1_048_576
"""UTF-8 bytes above which a field is refused at the door."""

_LINE_END = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
_UNSEEN = (
    "\x00-\x08\x0c\x0e-\x1f\x7f"  # controls of C0 that no text means
    "\xad\u180e\u200b\u2060-\u2064\ufeff"  # soft hyphens and signs without width
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # directions of writing
    "\ufff9-\ufffb\U000e0000-\U000e007f"  # marks around annotations, tags
)
_BROKEN = "\ud800-\udfff\ufdd0-\ufdef" + "".join(chr(p << 16 | end) for p in range(17) for end in (0xFFFE, 0xFFFF))
_ODD = re.compile(f"[{_UNSEEN}\x80-\x9f{_BROKEN}]")
_NO_CHARACTER = re.compile(f"[{_BROKEN}]")
_PLAIN = "\x00-\u024f\u2000-\u200b\u200e-\u20cf\u3000-\u9fff\uac00-\ud7af\uff00-\uffef"
_JOINER = re.compile(f"(?<![\u200c\u200d])(?:(?<![^{_PLAIN}])[\u200c\u200d]++|[\u200c\u200d]++(?![^{_PLAIN}]))")
"""Joiners beside Latin, Chinese, Japanese or Korean signs, which never join; in other scripts and emoji they do."""
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NUMBER = re.compile(r"\d{1,12}(\.\d{1,6})?", re.ASCII)


def clean(text: str) -> str:
    r"""Return text that can be stored and printed, with every line end as ``\n``.

    A line end of Word (vertical tab) or Unicode is one too. Controls and signs without width vanish, codes of C1 become
    what Windows-1252 means by them, and what is no character at all becomes U+FFFD.
    Source: XML 1.0, production 2 (Char) and section 2.11; WHATWG HTML 13.2.5.80 for the codes of C1.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _ODD.sub(_mended, _LINE_END.sub("\n", text))
    return _JOINER.sub("", text) if "\u200c" in text or "\u200d" in text else text


def _mended(match: re.Match[str]) -> str:
    if "\x80" <= match[0] <= "\x9f":
        return match[0].encode("latin-1").decode("cp1252", "ignore")
    return "\N{REPLACEMENT CHARACTER}" if _NO_CHARACTER.match(match[0]) else ""


def _cleaned(value: Any) -> Any:
    return clean(value) if isinstance(value, str) else value


def _text(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    value = clean(value)
    if len(value) * 4 > FIELD_REFUSED and len(value.encode()) > FIELD_REFUSED:
        raise PydanticCustomError("text_too_large", "more than {limit} bytes in one field", {"limit": FIELD_REFUSED})
    return value


def _date(value: Any) -> Any:
    if not isinstance(value, str | date | None):
        raise PydanticCustomError("not_a_day", "expected a day as YYYY-MM-DD, or text")
    if isinstance(value, str) and _ISO_DATE.fullmatch(value.strip()):
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            return value
    return (day_of(value) or value) if isinstance(value, str) else value


def _count(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, str | int | None):
        raise PydanticCustomError("not_a_count", "expected a whole number, or text")
    read = count_of(value) if isinstance(value, str) else None
    return value if read is None else read


def _number(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal | None):
        raise PydanticCustomError("not_a_number", "expected a number, or text")
    if isinstance(value, int | float):
        value = Decimal(str(value))
    elif isinstance(value, str):
        read = rate_of(value)
        return value if read is None else read
    if isinstance(value, Decimal):
        said = format(value, "f")
        return Decimal(said) if _NUMBER.fullmatch(said) else said
    return value


def _number_to_json(value: Decimal | str) -> int | float | str:
    """Return a number as JSON's own where that keeps every place of it, else as text: 4.5, but "4.50"."""
    if isinstance(value, str):
        return value
    own = float(value) if value.as_tuple().exponent else int(value)
    return own if Decimal(str(own)).as_tuple() == value.as_tuple() else format(value, "f")


Text = Annotated[str, BeforeValidator(_text), Strict()]
"""Anything somebody typed, cleaned."""

Date = Annotated[Annotated[date, Strict()] | Text, BeforeValidator(_date), BeforeValidator(_cleaned)]
"""A day, or what was typed where a day should stand."""

Count = Annotated[Annotated[int, Strict()] | Text, BeforeValidator(_count), BeforeValidator(_cleaned)]
"""A whole number, or what was typed where one should stand."""

Number = Annotated[
    Annotated[Decimal, Strict()] | Text,
    BeforeValidator(_number),
    BeforeValidator(_cleaned),
    PlainSerializer(_number_to_json, when_used="json"),
]
"""A decimal number with at most twelve digits before and six after the point, or what was typed instead."""


Time = Annotated[Text, AfterValidator(clock_time)]
"""A time of day in its one form, 15:00, or what was typed where one should stand."""

Zone = Annotated[Text, AfterValidator(zone_name)]
"""A time zone by its name in the zone database, or what was typed where one should stand."""

Code = Annotated[Text, AfterValidator(code_of)]
"""An ASIN or merchant token in plain capitals, or what was typed where one should stand."""

Reference = Annotated[Text, AfterValidator(reference_of)]
"""An order, shipment or case id in its one form, or whatever else was typed: an SKU keeps its small letters."""


def is_blank(value: object) -> bool:
    """Whether a field counts as not answered."""
    return value is None or value == () or (isinstance(value, str) and not value.strip())
