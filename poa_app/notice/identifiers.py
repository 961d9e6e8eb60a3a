"""The numbers a notice names: ASINs, orders, shipments, complaints, cases. Masked ones are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from poa_app.model.plain import plain_signs
from poa_app.notice.reading import IdentifierKind, Read

_ASIN = re.compile(r"(?<![A-Z0-9*])B0[0-9A-Z]{8}(?![A-Z0-9*])", re.IGNORECASE | re.ASCII)
_BROKEN_ASIN = re.compile(r"(?<![A-Z0-9*])B0(?=[0-9A-Z\n]{9}(?![A-Z0-9*]))[0-9A-Z]{1,7}\n[0-9A-Z]{1,7}", re.ASCII)
_QUOTED_ASIN = re.compile(
    r"(?<![A-Z0-9*])(?P<first>B0[0-9A-Z]{1,7})\n[>+|][>+| \t]{0,6}(?P<rest>[0-9A-Z]{1,7})(?![A-Z0-9*])", re.ASCII
)
"""One that was broken at the end of a quoted line."""
_LENGTH = 10
_BOOK = re.compile(r"\bASINs?\s{0,3}[:#]?\s{0,3}(\d{9}[\dX])(?![\w*])", re.IGNORECASE | re.ASCII)
_ORDER = re.compile(r"(?<![\d*-])\d{3}-\n?\d{7}-\n?\d{7}(?![\d*-])", re.ASCII)
_SHIPMENT = re.compile(r"(?<![A-Z0-9*])FBA[0-9A-Z]{6,12}(?![A-Z0-9*])", re.ASCII)
_NAMED: tuple[tuple[IdentifierKind, re.Pattern[str]], ...] = (
    ("complaint", re.compile(
        r"\b(?:complaint|report|notice|infringement)\s{0,2}\(?(?:ids?|numbers?|no\.?|#)\s{0,2}[:#]?\s{0,3}"
        r"(?P<id>\d{7,14})(?![\d*])|投诉\s{0,2}(?:编号|ID|号)\s{0,2}[:：]?\s{0,2}(?P<id2>\d{7,14})(?![\d*])",
        re.IGNORECASE | re.ASCII)),
    ("complaint", re.compile(
        r"\b(?:complaint|infringement\sreport)(?:\sid)?\s{0,2}[:#]?[\s>]{1,5}(?P<id>\d{10,12})(?![\d*-])(?P<id2>)",
        re.IGNORECASE | re.ASCII)),
    ("case", re.compile(
        r"(?:\b(?:ref(?:erence)?|application)\.?(?:\s(?:no\.?|number|id))?\s{0,2}[:#]?\s{0,2}(?P<id>1\d{9,13}))(?![\d*])(?P<id2>)",
        re.IGNORECASE | re.ASCII)),
    ("sku", re.compile(r"(?<![A-Z0-9*])(?P<id>X00[0-9A-Z]{7})(?![A-Z0-9*])(?P<id2>)", re.ASCII)),
    ("other", re.compile(
        r"(?:注册号|专利号|登记号|授权号|外观设计号|设计号|版权号|申请号|申请编号|税号|商标号)\s{0,2}[:：]?\s{0,2}"
        r"(?P<id>[A-Z0-9][A-Z0-9/.-]{4,20})(?![\w*])(?P<id2>)", re.ASCII)),
    ("other", re.compile(
        r"\bVAT\s(?:registration\s)?(?:number|no\.?|ID)\s{0,2}[:#]?\s{0,2}(?P<id>[A-Z]{2}\s?\d[\d ]{6,13}\d)(?P<id2>)",
        re.ASCII)),
    ("case", re.compile(
        r"\bcase\sreference\s{0,2}[:#]?\s{0,3}(?P<id>\d{9,14})(?![\d*])(?P<id2>)", re.IGNORECASE | re.ASCII)),
    ("case", re.compile(
        r"\b(?:case|claim|ticket|submission)\s{0,2}(?:log\s)?(?:ids?|numbers?|no\.?"
        r"|#)?\s{0,2}[:#]?\s{0,3}(?P<id>\d{9,14})(?![\d*])"
        r"|(?:问题日志|案例)\s{0,2}(?:编号|ID)?\s{0,2}[:：]?\s{0,2}(?P<id2>\d{9,14})(?![\d*])",
        re.IGNORECASE | re.ASCII)),
    ("sku", re.compile(
        r"\b(?:MSKU|SKU)s?\b\s{0,2}(?:[:#]\s{0,3}|\s{1,12})(?P<id>[A-Z0-9][A-Z0-9_.-]{2,40})(?P<id2>)",
        re.IGNORECASE | re.ASCII)),
    ("other", re.compile(r"\b[Rr]emoval\s[Oo]rder\s(?P<id>(?=[A-Z-]{0,10}\d)[A-Z0-9-]{6,24})(?P<id2>)", re.ASCII)),
    ("other", re.compile(
        r"(?<![\w-])(?P<id>(?=[A-Z]{2,5}-[\d-]{6,18}(?![\w-]))[A-Z]{2,5}-\d[\d-]{4,16}\d)(?P<id2>)", re.ASCII)),
    ("other", re.compile(
        r"\b(?:[Rr]eg(?:istration)?\.?\s?[Nn]o\.?|RCD|EUTM|UKTM|CTM|USPTO|EUIPO|UKIPO|WIPO)\s{0,2}[:#]?\s?"
        r"(?P<id>\d[\d,/-]{4,18}\d)(?![\w*])(?P<id2>)", re.ASCII)),
    ("other", re.compile(
        r"\b(?:(?:registered\s)?(?:trademark|trade\smark|patent|design|registration|reference|application|appeal|violation"
        r"|removal\sorder|chargeback)"
        r"|following\s(?:trademark|patent|design)s?|(?:desenho|community\sdesign|design\spatent)\)?)\s{0,2}\)?\s{0,2}"
        r"(?:registration\s|right\s|order\s)?(?:ids?|numbers?|nos?\.?|n°|#|:)\s{0,2}[:#]?\s{0,3}"
        r"(?P<id>(?=[A-Z0-9/., -]{0,20}\d)(?:[A-Z]{2}\s)?[A-Z0-9](?:[A-Z0-9/.,-]{2,24})[A-Z0-9](?:\s[A-Z]\d)?)"
        r"(?![\w*])(?P<id2>)", re.IGNORECASE | re.ASCII)),
)  # fmt: skip
_CASES = re.compile(
    r"\bcases?(?:\sids?|\snumbers?)?\s{0,2}[:#]\s{0,3}(?P<list>\d{9,14}(?:[,;/\s]{1,3}(?:and\s)?\d{9,14}){1,20})",
    re.IGNORECASE | re.ASCII,
)
_COMPLAINTS = re.compile(
    r"\b(?:complaints?|reports?|notices?)(?:\sids?|\snumbers?|\snos?\.?)?\s{0,2}[:#]?\s{0,3}"
    r"(?P<list>\d{9,14}(?:\s?\([^()\n]{2,40}\))?(?:[,;/\s]{1,3}(?:and\s)?\d{9,14}(?:\s?\([^()\n]{2,40}\))?){1,20})",
    re.IGNORECASE | re.ASCII,
)
_SKU_COLUMN = re.compile(
    r"^(?P<head>[^\n]{0,60}\bASIN\s?(?P<sign>[/|\t,])\s?(?:Seller\s)?M?SKU\b[^\n]{0,80})\n(?P<rows>(?:[^\n]*B0[0-9A-Z]{8}[^\n]*\n?){1,60})",
    re.MULTILINE | re.ASCII,
)
_ALONE = re.compile(r"^[ \t>+]{0,12}(1\d{10})[ \t]{0,6}$", re.MULTILINE | re.ASCII)
_BARE = re.compile(r"(?<![\w+./*-])(?<!\+\d\d )(1\d{10})(?![\w/*-]|\.\d)", re.ASCII)
"""A number of the length of Amazon's complaints and cases, whatever it is called."""
_OF_RIGHTS = re.compile(r"rights\sowner|complaint|权利人|投诉", re.IGNORECASE)
"""A number of eleven digits on a line of its own, in a message that speaks of a complaint, is that of it."""
MOST_ALIKE = 4
"""Signs in a row of which an id may hold that are the same letter: B0XXXXXXXX is a mask."""


def asins(text: str) -> tuple[Read[str], ...]:
    """Return the ASINs of a text in their order, each once, in capitals; ISBNs only where they are called so."""
    plain = plain_signs(text)
    found = [Read(match.group().upper(), *match.span()) for match in _ASIN.finditer(plain)]
    found += [Read(match[1].upper(), *match.span(1)) for match in _BOOK.finditer(plain)]
    found += [Read(match.group().replace("\n", ""), *match.span()) for match in _BROKEN_ASIN.finditer(plain)]
    quoted = ((one["first"] + one["rest"], one.span()) for one in _QUOTED_ASIN.finditer(plain))
    found += [Read(value, *span) for value, span in quoted if len(value) == _LENGTH]
    return _once(sorted((one for one in found if not _is_mask(one.value)), key=lambda one: one.start))


def order_ids(text: str) -> tuple[Read[str], ...]:
    """Return the order ids of a text in their order, each once."""
    found = (Read(match.group().replace("\n", ""), *match.span()) for match in _ORDER.finditer(plain_signs(text)))
    return _once(one for one in found if not _is_mask(one.value))


def other_ids(text: str) -> tuple[Read[tuple[IdentifierKind, str]], ...]:
    """Return shipments, complaints, cases, SKUs and other numbers that a text calls by their kind, each once."""
    return tuple(
        {read.value[1]: read for read in sorted(_others(plain_signs(text)), key=lambda one: one.start)}.values()
    )


def _others(plain: str) -> Iterator[Read[tuple[IdentifierKind, str]]]:
    for match in _SHIPMENT.finditer(plain):
        if any(char.isdigit() for char in match.group()) and not _is_mask(match.group()):
            yield Read(("shipment", match.group()), *match.span())
    yield from _listed(plain)
    for match in _ALONE.finditer(plain) if _OF_RIGHTS.search(plain) else ():
        yield Read(("complaint", match[1]), *match.span(1))
    for match in _BARE.finditer(plain):
        yield Read(("complaint" if _OF_RIGHTS.search(plain) else "case", match[1]), *match.span(1))
    for kind, pattern in _NAMED:
        for match in pattern.finditer(plain):
            group = "id" if match["id"] else "id2"
            value = match[group].rstrip(".,-/")
            named = kind == "sku" and not value.startswith("X00")
            if value and (_is_sku(match, value) if named else not _is_mask(value)):
                yield Read((kind, value), match.start(group), match.start(group) + len(value))


def _listed(plain: str) -> Iterator[Read[tuple[IdentifierKind, str]]]:
    """Yield the numbers of several cases or complaints behind one name, and the SKUs beside ASINs in a table."""
    lists: tuple[tuple[IdentifierKind, re.Pattern[str]], ...] = (("case", _CASES), ("complaint", _COMPLAINTS))
    for kind, pattern in lists:
        for row in pattern.finditer(plain):
            for match in re.finditer(r"(?<!\d)\d{9,14}(?!\d)", row["list"]):
                at = row.start("list")
                yield Read((kind, match.group()), at + match.start(), at + match.end())
    for table in _SKU_COLUMN.finditer(plain):
        beside = re.compile(
            rf"B0[0-9A-Z]{{8}}\s?{re.escape(table['sign'])}\s?(?P<id>[A-Z0-9][A-Z0-9_.-]{{2,40}})(?!\w)", re.ASCII
        )
        for match in beside.finditer(plain, table.start("rows"), table.end("rows")):
            yield Read(("sku", match["id"]), *match.span("id"))


def _is_sku(match: re.Match[str], value: str) -> bool:
    """Whether a word after "SKU" is one: behind a colon any with a digit or in capitals, else only in capitals."""
    led = ":" in match.group() or "#" in match.group()
    shaped = any(map(str.isdigit, value)) or (value.upper() == value and "-" in value)
    masked = set(value.upper()) <= set("X-_.0")
    return shaped and not masked and (led or value.upper() == value) and not _ASIN.fullmatch(value)


def _once(reads: Iterator[Read[str]] | list[Read[str]]) -> tuple[Read[str], ...]:
    first: dict[str, Read[str]] = {}
    for read in reads:
        first.setdefault(read.value, read)
    return tuple(first.values())


def _is_mask(value: str) -> bool:
    """Whether an id was made unreadable: many letters in a row are the same, or there are X and no other letters."""
    letters = (len(list(run)) for sign, run in groupby(value.upper()) if sign.isalpha())
    return max(letters, default=0) >= MOST_ALIKE or not any(map(str.isdigit, value))
