"""Whether every ASIN of the notice is answered, and whether numbers look like what they are said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poa_app.check.context import CheckContext, Span
from poa_app.check.links import is_without_rows
from poa_app.knowledge.asked import rows_asked
from poa_app.knowledge.schema import Bilingual
from poa_app.model.finding import Finding, Fix
from poa_app.model.ids import is_isbn
from poa_app.model.plain import plain_signs

ASIN = re.compile(r"\bB0[0-9A-Z]{8}\b", re.ASCII | re.IGNORECASE)
_TEN = r"\b(?:B[0-9A-Z]{9}|\d{9}[\dX])\b"
_LABELLED = re.compile(
    rf"\bASINs?(?:\(s\))?(?:\s(?:number|no\.?|code)s?)?[\s:#|=,-]{{1,8}}(?P<list>{_TEN}(?:[\s,;/|]{{1,6}}(?:and\s)?{_TEN})*)",
    re.ASCII | re.IGNORECASE,
)
_BOOK = re.compile(r"(?<![\w-])\d{9}[\dX](?![\w-])", re.ASCII)
_OTHER_LABEL = re.compile(
    r"(?:ISBN|case|complaint|reference|ref|order|ticket|phone|tel|ID|no\.?|number)\W{0,4}$", re.IGNORECASE
)

SHAPES: dict[str, tuple[re.Pattern[str], Bilingual]] = {
    "asin": (re.compile(r"B[0-9A-Z]{9}|\d{9}[\dX]", re.ASCII), Bilingual(en="an ASIN", zh=" ASIN")),
    "merchant_token": (
        re.compile(r"A[0-9A-Z]{9,20}", re.ASCII),
        Bilingual(en="a merchant token", zh="卖家记号（Merchant Token）"),
    ),
    "order": (
        re.compile(r"\d{3}-\d{7}-\d{7}", re.ASCII),
        Bilingual(en="an order ID (3-7-7 digits)", zh="订单号（3-7-7 位数字）"),
    ),
    "shipment": (re.compile(r"FBA[0-9A-Z]{7,12}", re.ASCII), Bilingual(en="a shipment ID", zh="货件编号")),
    "case": (re.compile(r"\d{8,12}", re.ASCII), Bilingual(en="a case ID", zh=" Case ID（问题编号）")),
}
"""Source: Amazon's API models; see ``identifier`` facts in the project's domain notes."""

_DIGITS = str.maketrans("OILS", "0115")
_LOOK_ALIKE = {"order": _DIGITS, "case": _DIGITS}
"""Digits for the letters that look like them, in numbers that have digits alone."""

_ANSWERING = (
    "/root_causes/",
    "/corrective_actions/",
    "/preventive_measures/",
    "/opening",
    "/notice/requests/",
    "/exhibits/",
)


def identifiers(context: CheckContext) -> Iterator[Finding]:
    """Find ASINs nobody answers and numbers that cannot be looked up."""
    yield from _unlisted(context)
    yield from _unanswered(context)
    yield from _malformed(context)


def _unlisted(context: CheckContext) -> Iterator[Finding]:
    listed = {(product.asin or "").strip().upper() for product in context.case.products}
    if "" in listed or (not listed and "products" in rows_asked(context.case, context.known)):
        return  # the products, or the ASIN of one, are still to be given; that gap is on the checklist already
    entered = {(one.value or "").strip().upper() for one in context.case.identifiers}
    for asin in asins_in(context.case.notice.text or ""):
        if asin not in listed | entered:
            yield context.find("identifiers.unlisted", "/products", quote=asin)


def asins_in(text: str) -> tuple[str, ...]:
    """Return the ASINs a notice names, in capitals, each once and in its order; a book's is its ISBN of ten digits."""
    plain = plain_signs(text)
    found = {match.start(): match.group() for match in ASIN.finditer(plain)}
    for labelled in _LABELLED.finditer(plain):
        at = labelled.start("list")
        found |= {
            at + one.start(): one.group() for one in re.finditer(_TEN, labelled["list"], re.ASCII | re.IGNORECASE)
        }
    if re.search(r"\bASINs?\b", plain):
        for book in _BOOK.finditer(plain):
            if is_isbn(book.group()) and not _OTHER_LABEL.search(plain[max(0, book.start() - 20) : book.start()]):
                found[book.start()] = book.group()
    return tuple(dict.fromkeys(found[at].upper() for at in sorted(found)))


def _unanswered(context: CheckContext) -> Iterator[Finding]:
    if is_without_rows(context.case):
        return  # the rows still to be written may answer it
    covered = {line.product for exhibit in context.case.exhibits for line in exhibit.covers}
    said = plain_signs(" ".join(str(value) for path, value in context.printed if path.startswith(_ANSWERING))).upper()
    if _names_all(said, len(context.case.products)):
        return
    for product in context.case.products:
        asin = (product.asin or "").strip().upper()
        if asin and product.id not in covered and asin not in said:
            yield context.find("identifiers.unanswered", f"/products/{product.id}/asin", quote=asin)


def _names_all(said: str, count: int) -> bool:
    """Whether words in capitals name all products at once: ALL 9 LISTINGS."""
    return bool(
        re.search(rf"\bALL (?:THE |OUR )?{count} (?:\w+ ){{0,2}}(?:ASINS|LISTINGS|PRODUCTS|ITEMS|OFFERS)\b", said)
    )


def _malformed(context: CheckContext) -> Iterator[Finding]:
    case = context.case
    said: list[tuple[str, str, str | None]] = [("/client/merchant_token", "merchant_token", case.client.merchant_token)]
    said += [(f"/products/{product.id}/asin", "asin", product.asin) for product in case.products]
    said += [(f"/identifiers/{one.id}/value", one.kind or "", one.value) for one in case.identifiers]
    for path, kind, value in said:
        if kind in SHAPES and value and value.strip() and not _is_of(kind, value.strip()):
            shape = SHAPES[kind][1]
            meant = "" if kind == "merchant_token" else value.strip().upper().translate(_LOOK_ALIKE.get(kind, {}))
            meant = f"B0{meant[2:]}" if kind == "asin" and meant.startswith("BO") else meant
            fixes = (Fix(text=meant),) if meant and meant != value and _is_of(kind, meant) else ()
            span = Span(0, len(value), value)
            yield context.find("identifiers.malformed", path, span, fixes=fixes, shape=shape.en, shape_zh=shape.zh)


def _is_of(kind: str, value: str) -> bool:
    """Whether a value has the form of its kind; a book's ASIN, which is digits, also has its check digit."""
    if not SHAPES[kind][0].fullmatch(value):
        return False
    return kind != "asin" or (is_isbn(value) if value[0].isdigit() else not value.startswith("BO"))
