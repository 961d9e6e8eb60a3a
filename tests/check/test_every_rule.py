"""Every rule of ``messages.toml`` fires on a small case and not on its neighbour, and speaks both languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from poa_app import desk
from poa_app.facts.invoices import InvoiceFacts, InvoiceLine
from poa_app.knowledge import knowledge
from poa_app.model.case import Case, Draft
from poa_app.model.facts import (
    ClientMessage,
    Coverage,
    DefectCount,
    EarlierAppeal,
    Exhibit,
    Identifier,
    Metric,
    Product,
    Reading,
    Request,
    Violation,
    WantedPaper,
)
from poa_app.model.finding import Finding
from poa_app.model.orders import AffectedOrder
from poa_app.model.paths import edit, get
from poa_app.model.rows import PreventiveMeasure, RootCause

Edits = dict[str, Any]

DEED = (
    "On November 12 the warehouse supervisor compared the list with the shelf at 09:30 and bought the labels of 30 open"
    " orders (cause 1.1, Exhibit A)."
)
FAULT = (
    "From October 8 to November 6 the shift lead bought the labels of ASIN B0EXMPL001 after the last pick-up"
    " (Exhibit A). No cut-off time had been set, and nobody read the daily report."
)
DEEDS = "/corrective_actions/actio1"
FAULTS = "/root_causes/cause1"
MEASURES = "/preventive_measures/measu1"
SECOND = Exhibit(id="exhib2", kind="log", title="Label log", date=date(2026, 11, 13))
OTHER_CAUSE = RootCause(
    id="cause2",
    head="Stock was listed early",
    what="Stock was listed before it had arrived",
    start=date(2026, 10, 9),
    who="listing clerk",
    why=("no receipt was asked for",),
)
SENT = (
    "From October 8 to November 6, the labels of ASIN B0EXMPL001 were bought after the last pick-up (responsible: shift"
    " lead; Exhibit A), 20 orders. No cut-off time had been set. Why unnoticed: Nobody read the daily report.\n"
    "On November 12 the warehouse supervisor bought the labels of 30 open orders by comparing the list with the shelf"
    " at 09:30 (cause 1.1; Exhibit A).\n"
    "At 15:00 on every working day, the shift lead (deputy: packing lead) buys every label (since November 12; cause"
    " 1.1; record: signed label list; Exhibit A)."
)
"""What the small plan says, as the seller has sent it before."""
NEWS = {
    f"{FAULTS}/why": ("the carrier had moved the pick-up from 18:10 to 16:20 and told the office only",),
    f"{DEEDS}/how": "by calling the carrier for an extra pick-up on November 13",
    f"{MEASURES}/record": "the hourly carrier scan report, filed in the dispatch folder of each site",
}
"""What the next letter adds."""
LONG_OPENING = (
    "The failure was in our own shipping process. The offers concerned are all seller-fulfilled offers of our store on"
    " Amazon.com, and no other offer of our store was late in those four weeks."
)


def _wanting(part: str, **fields: Any) -> tuple[EarlierAppeal, ...]:
    """Return an earlier appeal of which one thing was found wanting."""
    return (EarlierAppeal(id="earli1", text=SENT, wanting=(part,), **fields),)


def _refused(_: object) -> tuple[EarlierAppeal, ...]:
    """Return an earlier appeal that was refused, and that said what the small plan's letter says."""
    said = f"{LONG_OPENING}\n{SENT}\nWe ask you to reactivate our offers."
    return (EarlierAppeal(id="earli1", text=said, answered=date(2026, 11, 15)),)


@dataclass(frozen=True)
class Pair:
    """Two neighbouring cases, one that breaks a rule at a place and one that does not."""

    rule: str
    path: str
    bad: Edits
    good: Edits
    base: str = "plan"
    quote: str | None = None
    says: Mapping[str, InvoiceFacts] = field(default_factory=dict)
    """What the papers of both say, by their file."""


def _and(*more: Any) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    """Add rows to those that stand there."""
    return lambda rows: (*rows, *more)


def _daily(number: int, what: str) -> PreventiveMeasure:
    """Return one more measure of the shift lead, on every working day and without a deputy."""
    return PreventiveMeasure(
        id=f"measu{number}", what=what, since=date(2026, 11, 12), frequency="every working day", who="the shift lead"
    )


_THREE_DAILY = (_daily(2, "reads the messages"), _daily(3, "counts 20 boxes"), _daily(4, "files the log"))


def _invoice(number: str, file: str) -> Exhibit:
    """Build a second invoice of the trader."""
    return Exhibit(
        id="exhib2",
        kind="invoices",
        title="Invoice of 2 June 2026",
        date=date(2026, 6, 2),
        number=number,
        issuer="Hangzhou Example Trading Co Ltd",
        addressee="Ningbo Alder Example Trading Co., Ltd.",
        covers=(Coverage(id="lines2", product="produ1", quantity=100),),
        file=file,
    )


def _from_the_maker(units: int, addressee: str = "Hangzhou Example Trading Co., Ltd.") -> Exhibit:
    """Build an invoice of the maker to the trader."""
    return _invoice("SW-9", "maker.pdf").model_copy(
        update={
            "issuer": "Suzhou Example Works Co., Ltd.",
            "addressee": addressee,
            "covers": (Coverage(id="lines2", product="produ1", quantity=units),),
        }
    )


def _orders(last: Edits | None = None) -> tuple[AffectedOrder, ...]:
    """Build the 20 late orders of the plan, the last of them changed."""
    known: Edits = {"ordered": "2026-10-20", "channel": "seller", "defects": ("late-shipment",), "cause": "cause1"}
    rows = [{"id": f"orde{n:02d}", "order": f"111-0000000-00000{n:02d}", **known} for n in range(20)]
    rows[-1] |= last or {}
    return tuple(AffectedOrder.model_validate(row) for row in rows)


MORE = (_orders()[-1].model_copy(update={"id": "order9", "order": "111-0000000-0000099"}),)
"""One order more."""


def _asks(id: str, words: str) -> Request:
    """Build a request about the root causes."""
    return Request(id=id, section="root-causes", words=words)


def _told(text: str) -> ClientMessage:
    """Build a message of the client."""
    return ClientMessage(id="messa1", received=date(2026, 11, 13), text=text)


def _passages(path: str, text: str, replaced: dict[str, tuple[str, str]]) -> list[Pair]:
    """Build the pair of a fact that differs, and of the same fact lost, for each kind."""
    pairs = []
    for kind, (right, wrong) in replaced.items():
        good, bad, without = ({f"{path}/passage": text.replace(right, said)} for said in (right, wrong, ""))
        place = f"{path}/passage"
        pairs += [
            Pair(f"passages.{kind}-differs", place, bad, good, quote=re.sub(r"^(Exhibit|cause) ", "", wrong)),
            Pair(f"passages.{kind}-lost", place, without, good),
        ]
    return pairs


OTDR: Edits = {"/metrics/metri1/metric": "on-time-delivery-rate", "/metrics/metri1/target": Decimal(90)}


def _defects(claims: int, feedback: int, chargebacks: int | None, first: str = "claims", **more: int) -> Edits:
    """Build the edits by which the rate is an order defect rate of these kinds of defect."""
    parts = (
        DefectCount(id="parts1", kind=first, count=claims, **more),
        DefectCount(id="parts2", kind="feedback", count=feedback),
        DefectCount(id="parts3", kind="chargebacks", count=chargebacks),
    )
    rate = {"metric": "order-defect-rate", "target": Decimal(1), "parts": parts}
    return {f"/metrics/metri1/{name}": value for name, value in rate.items()}


def _search(total: int, looked_at: int, found: int | None) -> Edits:
    """Build the edits by which the deed is a search for more of the same."""
    counts = {"kind": "read-across", "total": total, "unit": "orders", "looked_at": looked_at, "found": found}
    return {f"{DEEDS}/{name}": value for name, value in counts.items()}


PAIRS = [
    Pair(
        "objections.raised",
        "/corrective_actions/actio1",
        {"/corrective_actions/actio1/what": "read the shipping policy again"},
        {},
    ),
    Pair(
        "papers.claimed",
        "/closing",
        {
            "/closing": "We attach the invoices. We ask you to reactivate our offers.",
            "/wanted_papers": (WantedPaper(id="paper1", kind="invoices", state="cannot", reason="never issued"),),
        },
        {"/wanted_papers": (WantedPaper(id="paper1", kind="invoices", state="cannot", reason="never issued"),)},
        quote="attach the invoices",
    ),
    Pair(
        "integrity.goods",
        "/root_causes/cause1/what",
        {"/root_causes/cause1/what": "The goods were counterfeit"},
        {"/root_causes/cause1/what": "The goods were taken for counterfeit by a buyer"},
        quote="goods were counterfeit",
    ),
    Pair(
        "integrity.papers",
        "/corrective_actions/actio1/how",
        {"/corrective_actions/actio1/how": "We edited the invoice"},
        {"/corrective_actions/actio1/how": "We asked for the invoice"},
        quote="We edited the invoice",
    ),
    Pair("metrics.channel", "/metrics/metri1/metric", {"/fulfilment": "amazon"}, {}),
    Pair("metrics.site-target", "/metrics/metri1/target", {**OTDR, "/metrics/metri1/target": Decimal(95)}, OTDR),
    Pair(
        "metrics.not-on-site",
        "/metrics/metri1/metric",
        {"/metrics/metri1/metric": "invoice-defect-rate"},
        {"/metrics/metri1/metric": "invoice-defect-rate", "/metrics/metri1/marketplace": "DE"},
    ),
    Pair("metrics.not-yet", "/metrics/metri1/metric", {**OTDR, "/notice/received": date(2024, 9, 1)}, OTDR),
    Pair(
        "metrics.too-few-counted",
        "/metrics/metri1/then/denominator",
        {**OTDR, "/metrics/metri1/marketplace": "UK", "/metrics/metri1/then/denominator": 19},
        {**OTDR, "/metrics/metri1/marketplace": "UK", "/metrics/metri1/then/denominator": 20},
    ),
    Pair("case.unknown-defect", "/metrics/metri1/parts/parts1", _defects(20, 0, 0, first="claim"), _defects(20, 0, 0)),
    Pair("defects.uncounted", "/metrics/metri1/parts", _defects(20, 0, None), _defects(20, 0, 0)),
    Pair("defects.more-than-all", "/metrics/metri1/parts/parts1/count", _defects(21, 0, 0), _defects(20, 0, 0)),
    Pair("defects.too-few", "/metrics/metri1/parts", _defects(10, 5, 4), _defects(10, 5, 5)),
    Pair(
        "defects.disputed-more",
        "/metrics/metri1/parts/parts1/contested",
        _defects(20, 0, 0, contested=21),
        _defects(20, 0, 0, contested=20),
    ),
    Pair(
        "defects.no-cause",
        "/root_causes",
        _defects(20, 0, 0),
        {**_defects(20, 0, 0), f"{FAULTS}/head": "Late labels led to A-to-z claims"},
    ),
    Pair(
        "defects.shares",
        "/metrics/metri1/parts/parts1/count",
        {**_defects(20, 0, 0, contested=2), f"{FAULTS}/head": "Late labels led to A-to-z claims"},
        {**_defects(20, 0, 0), f"{FAULTS}/head": "Late labels led to A-to-z claims"},
    ),
    Pair(
        "defects.no-proof",
        "/exhibits",
        {**_defects(20, 0, 0), "/violations/viola1/enforcement": "order-defect-rate"},
        {
            **_defects(20, 0, 0),
            "/violations/viola1/enforcement": "order-defect-rate",
            "/exhibits/exhib1/kind": "refund-record",
        },
    ),
    Pair(
        "actions.no-quantity",
        f"{DEEDS}/what",
        {f"{DEEDS}/kind": "containment", f"{DEEDS}/what": "bought the labels", f"{DEEDS}/how": "by hand"},
        {f"{DEEDS}/kind": "containment"},
    ),
    Pair("actions.search-uncounted", f"{DEEDS}/found", _search(400, 400, None), _search(400, 400, 0)),
    Pair("actions.looked-at-more", f"{DEEDS}/looked_at", _search(400, 401, 0), _search(400, 400, 0)),
    Pair("actions.found-more", f"{DEEDS}/found", _search(400, 400, 401), _search(400, 400, 400)),
    Pair("actions.search-open", f"{DEEDS}/looked_at", _search(400, 399, 0), _search(400, 400, 0)),
    Pair(
        "objections.no-paper",
        "/exhibits",
        {"/violations/viola1/enforcement": "ip-copyright"},
        {"/violations/viola1/enforcement": "ip-copyright", "/exhibits/exhib1/kind": "license-agreement"},
        base="papers",
    ),
    Pair(
        "metrics.before-actions",
        "/metrics/metri1/now/end",
        {"/metrics/metri1/now/end": "2026-11-01", "/metrics/metri1/now/start": "2026-10-23"},
        {},
    ),
    Pair("objections.unmet", "/exhibits", {"/exhibits/exhib1/shows": None}, {}, base="papers"),
    Pair("completeness.missing", "/opening", {"/opening": "  "}, {}),
    Pair("completeness.invalid", "/metrics/metri1/then/numerator", {"/metrics/metri1/then/numerator": -20}, {}),
    Pair("values.date", "/letter_date", {"/letter_date": "tomorrow"}, {}, quote="tomorrow"),
    Pair("values.date-two", "/notice/received", {"/notice/received": "11/10/2026"}, {"/notice/received": "2026/11/10"}),
    Pair("values.date-relative", "/letter_date", {"/letter_date": "yesterday"}, {}, quote="yesterday"),
    Pair(
        "values.date-year",
        "/notice/received",
        {"/notice/received": "11月10日"},
        {"/notice/received": "2026年11月10日"},
        quote="11月10日",
    ),
    Pair(
        "values.date-timed",
        "/notice/received",
        {"/notice/received": "Nov 10, 2026 9:15 am"},
        {"/notice/received": "Nov 10, 2026 0:00"},
    ),
    Pair("values.count", "/affected", {"/affected": "twenty"}, {"/affected": "20单"}),
    Pair("values.count-about", "/affected", {"/affected": "约20单"}, {"/affected": "２０"}),
    Pair("values.count-two", "/products/produ1/sold", {"/products/produ1/sold": "1.412"}, {}, base="papers"),
    Pair(
        "values.rate",
        "/metrics/metri1/then/value",
        {"/metrics/metri1/then/value": "five"},
        {"/metrics/metri1/then/value": "5,0 %"},
    ),
    Pair(
        "values.rate-about",
        "/metrics/metri1/target",
        {"/metrics/metri1/target": "<4%"},
        {"/metrics/metri1/target": "4 percent"},
    ),
    Pair(
        "values.rate-two",
        "/metrics/metri1/then/value",
        {"/metrics/metri1/then/value": "5,000"},
        {"/metrics/metri1/then/value": "5.000"},
    ),
    Pair("completeness.not-done", f"{DEEDS}/done", {f"{DEEDS}/done": None}, {}),
    Pair("completeness.evidence", "/exhibits/order-list", {"/exhibits/exhib1/kind": "log"}, {}),
    Pair("completeness.metric", "/metrics/late-shipment-rate", {"/metrics": ()}, {}),
    Pair("completeness.route", "/violations", {"/violations/viola1/route": "retraction"}, {}),
    Pair("completeness.unnoticed", f"{FAULTS}/unnoticed", {f"{FAULTS}/unnoticed": ()}, {}),
    Pair(
        "case.mixed-routes",
        "/violations",
        {"/violations": _and(Violation(id="viola2", route="documents"))},
        {"/violations": _and(Violation(id="viola2", route="plan-of-action"))},
    ),
    Pair("case.long-field", "/opening", {"/opening": "a" * 10_001}, {"/opening": "a" * 10_000}),
    Pair(
        "links.cause-without-action",
        "/root_causes/cause2",
        {"/root_causes": _and(OTHER_CAUSE), f"{MEASURES}/causes": ("cause1", "cause2")},
        {"/root_causes": _and(OTHER_CAUSE), f"{DEEDS}/causes": ("cause2", "cause1")},
    ),
    Pair(
        "links.cause-without-measure",
        "/root_causes/cause2",
        {"/root_causes": _and(OTHER_CAUSE), f"{DEEDS}/causes": ("cause1", "cause2")},
        {"/root_causes": _and(OTHER_CAUSE), f"{MEASURES}/causes": ("cause1", "cause2")},
    ),
    Pair(
        "case.unknown-enforcement",
        "/violations/viola1/enforcement",
        {"/violations/viola1/enforcement": "nobody-knows"},
        {},
        quote="nobody-knows",
    ),
    Pair("case.unknown-marketplace", "/marketplaces", {"/marketplaces": ("US", "XX")}, {}, quote="XX"),
    Pair("case.unknown-metric", "/metrics/metri1/metric", {"/metrics/metri1/metric": "luck"}, {}, quote="luck"),
    Pair("case.unknown-evidence", "/exhibits/exhib1/kind", {"/exhibits/exhib1/kind": "hearsay"}, {}, quote="hearsay"),
    Pair("links.unknown-cause", f"{DEEDS}/causes", {f"{DEEDS}/causes": ("cause1", "cause9")}, {}),
    Pair("links.unknown-exhibit", f"{FAULTS}/exhibits", {f"{FAULTS}/exhibits": ("exhib9",)}, {}),
    Pair(
        "links.unknown-product",
        "/exhibits/exhib1/covers/lines1/product",
        {"/exhibits/exhib1/covers/lines1/product": "gone00"},
        {"/exhibits/exhib1/covers/lines1/product": None},
        base="papers",
    ),
    Pair(
        "links.unknown-supplier",
        "/suppliers/trader/buys_from",
        {"/suppliers/trader/buys_from": "gone00"},
        {"/suppliers/trader/buys_from": None},
        base="papers",
    ),
    Pair(
        "links.uncited-exhibit",
        "/exhibits/exhib2",
        {"/exhibits": _and(SECOND)},
        {"/exhibits": _and(SECOND), f"{MEASURES}/exhibits": ("exhib2",)},
    ),
    Pair(
        "exhibits.file-missing",
        "/exhibits/exhib1/file",
        {"/exhibits/exhib1/file": "orders.pdf"},
        {"/exhibits/exhib1/file": None},
        quote="orders.pdf",
    ),
    Pair(
        "exhibits.too-old",
        "/exhibits/exhib1/date",
        {"/exhibits/exhib1/date": date(2025, 11, 9)},
        {"/exhibits/exhib1/date": date(2025, 11, 10)},
        base="papers",
    ),
    Pair(
        "exhibits.after-notice",
        "/exhibits/exhib1/date",
        {"/exhibits/exhib1/date": date(2026, 11, 11)},
        {"/exhibits/exhib1/date": date(2026, 11, 10)},
        base="papers",
    ),
    Pair(
        "exhibits.quantity-short",
        "/products/produ1/sold",
        {"/exhibits/exhib1/covers": (Coverage(id="lines1", product="produ1", quantity=99),)},
        {"/exhibits/exhib1/covers": (Coverage(id="lines1", product="produ1", quantity=101),)},
        base="papers",
    ),
    Pair(
        "exhibits.addressee",
        "/exhibits/exhib1/addressee",
        {"/exhibits/exhib1/addressee": "Ningbo Alder Trading"},
        {"/exhibits/exhib1/addressee": "NINGBO ALDER EXAMPLE TRADING CO LTD"},
        base="papers",
        quote="Ningbo Alder Trading",
    ),
    Pair(
        "exhibits.step-short",
        "/products/produ1/supplier",
        {"/exhibits": _and(_from_the_maker(90))},
        {"/exhibits": _and(_from_the_maker(100))},
        base="papers",
    ),
    Pair(
        "exhibits.addressee-chain",
        "/exhibits/exhib2/addressee",
        {"/exhibits": _and(_from_the_maker(100, addressee="Somebody Else Ltd."))},
        {"/exhibits": _and(_from_the_maker(100))},
        base="papers",
        quote="Somebody Else Ltd.",
    ),
    Pair(
        "exhibits.self-issued",
        "/exhibits/exhib1/issuer",
        {"/exhibits/exhib1/issuer": "NINGBO ALDER EXAMPLE TRADING CO LTD"},
        {"/exhibits/exhib1/issuer": "Hangzhou Example Trading Company Limited"},
        base="papers",
        quote="NINGBO ALDER EXAMPLE TRADING CO LTD",
    ),
    Pair(
        "exhibits.issuer-unknown",
        "/exhibits/exhib1/issuer",
        {"/exhibits/exhib1/issuer": "Other Example Wholesale Ltd."},
        {"/exhibits/exhib1/issuer": "Suzhou Example Works Co., Ltd.", "/products/produ1/supplier": "makers"},
        base="papers",
        quote="Other Example Wholesale Ltd.",
    ),
    Pair(
        "exhibits.twice",
        "/exhibits/exhib2",
        {"/exhibits": _and(_invoice("ex 1", "scan-2.pdf"))},
        {"/exhibits": _and(_invoice("EX-2", "scan-2.pdf"))},
        base="papers",
    ),
    Pair(
        "papers.differs",
        "/exhibits/exhib1/number",
        {"/exhibits/exhib1/number": "EX-7"},
        {"/exhibits/exhib1/number": "Invoice no. ex 1"},
        base="papers",
        quote="EX-7",
        says={"invoice.pdf": InvoiceFacts(number="EX-1")},
    ),
    Pair(
        "papers.differs",
        "/exhibits/exhib1/date",
        {"/exhibits/exhib1/date": date(2026, 5, 1)},
        {"/exhibits/exhib1/date": date(2026, 6, 1)},
        base="papers",
        quote="2026-05-01",
        says={"invoice.pdf": InvoiceFacts(days=(date(2026, 1, 6), date(2026, 6, 1)))},
    ),
    Pair(
        "papers.name-differs",
        "/exhibits/exhib1/issuer",
        {"/exhibits/exhib1/issuer": "Suzhou Example Works Co., Ltd."},
        {"/exhibits/exhib1/issuer": "Hangzhou Example Trading Company Limited"},
        base="papers",
        quote="Suzhou Example Works Co., Ltd.",
        says={"invoice.pdf": InvoiceFacts(issuer="Hangzhou Example Trading Co., Ltd.")},
    ),
    Pair(
        "papers.units-differ",
        "/exhibits/exhib1/covers/lines1/quantity",
        {"/exhibits/exhib1/covers/lines1/quantity": 400},
        {"/exhibits/exhib1/covers/lines1/quantity": 300},
        base="papers",
        says={"invoice.pdf": InvoiceFacts(lines=(InvoiceLine("Spatula B0EXMPL001 300 2.50", "Spatula", 300),))},
    ),
    Pair(
        "exhibits.same-file",
        "/exhibits/exhib2/file",
        {"/exhibits": _and(SECOND.model_copy(update={"file": "Orders.PDF"}))},
        {"/exhibits": _and(SECOND.model_copy(update={"file": "log.pdf"}))},
        quote="Orders.PDF",
    ),
    Pair(
        "exhibits.file-type",
        "/exhibits/exhib1/file",
        {"/exhibits/exhib1/file": "orders.xlsx"},
        {"/exhibits/exhib1/file": "orders.JPEG"},
        quote="orders.xlsx",
    ),
    Pair(
        "exhibits.editable",
        "/exhibits/exhib1/file",
        {"/exhibits/exhib1/file": "invoice.docx"},
        {"/exhibits/exhib1/file": "invoice.png"},
        base="papers",
        quote="invoice.docx",
    ),
    Pair(
        "exhibits.no-translation",
        "/exhibits/exhib1/translation",
        {"/exhibits/exhib1/number": "\u53d1\u7968 1"},
        {"/exhibits/exhib1/number": "\u53d1\u7968 1", "/exhibits/exhib1/translation": "invoice-en.pdf"},
        base="papers",
        quote="\u53d1\u7968",
    ),
    Pair(
        "exhibits.wrong-proof",
        f"{DEEDS}/exhibits",
        {"/exhibits/exhib1/kind": "invoices", f"{DEEDS}/what": "changed the handling time in 30 templates"},
        {"/exhibits/exhib1/kind": "screenshot", f"{DEEDS}/what": "changed the handling time in 30 templates"},
    ),
    Pair(
        "names.own-script",
        "/suppliers/trader/name",
        {"/suppliers/trader/name": "\u676d\u5dde\u793a\u4f8b\u8d38\u6613\u6709\u9650\u516c\u53f8"},
        {"/suppliers/trader/local_name": "\u676d\u5dde\u793a\u4f8b\u8d38\u6613\u6709\u9650\u516c\u53f8"},
        base="papers",
    ),
    Pair(
        "suppliers.unreachable",
        "/suppliers/trader/phone",
        {"/suppliers/trader/phone": "n/a"},
        {"/suppliers/trader/phone": "0571-5550 0199"},
        base="papers",
        quote="n/a",
    ),
    Pair(
        "suppliers.self",
        "/suppliers/trader/name",
        {"/suppliers/trader/name": "Ningbo Alder Example Trading"},
        {"/suppliers/trader/name": "Ningbo Elder Example Trading"},
        base="papers",
    ),
    Pair(
        "suppliers.own-source",
        "/suppliers/makers/buys_from",
        {"/suppliers/makers/buys_from": "makers"},
        {"/suppliers/makers/buys_from": None},
        base="papers",
    ),
    Pair(
        "suppliers.none",
        "/suppliers",
        {"/notice/text": "ASIN B0EXMPL001. Send the contact information of your supplier."},
        {"/notice/text": "ASIN B0EXMPL001. Send the invoice of your supplier."},
    ),
    Pair(
        "requests.no-row",
        "/notice/requests/reque2/words",
        {"/notice/requests": (_asks("reque1", "why labels were late"), _asks("reque2", "why there were faulty items"))},
        {"/notice/requests": (_asks("reque1", "why labels were late"), _asks("reque2", "why stock was late"))},
        quote="faulty",
    ),
    Pair(
        "requests.no-exhibit",
        "/notice/requests/reque1",
        {"/notice/requests": (Request(id="reque1", section="documents", words="A letter of authorization"),)},
        {"/notice/requests": (Request(id="reque1", section="documents", words="A copy of your invoice"),)},
        base="papers",
    ),
    Pair(
        "measures.deputy-is-owner",
        f"{MEASURES}/deputy",
        {f"{MEASURES}/deputy": "the Shift-Lead"},
        {f"{MEASURES}/deputy": "second shift lead"},
        quote="the Shift-Lead",
    ),
    Pair(
        "measures.checks-everything",
        "/preventive_measures/measu2/who",
        {f"{MEASURES}/what": "checks every label", "/preventive_measures": _and(_daily(2, "reads all messages"))},
        {f"{MEASURES}/what": "checks every label", "/preventive_measures": _and(_daily(2, "reads 20 messages"))},
    ),
    Pair(
        "measures.nobody-stands-in",
        "/preventive_measures/measu4/who",
        {f"{MEASURES}/deputy": None, "/preventive_measures": _and(*_THREE_DAILY)},
        {"/preventive_measures": _and(*_THREE_DAILY)},
    ),
    Pair("exhibits.chain-open", "/products/produ1/supplier", {"/suppliers/trader/buys_from": None}, {}, base="papers"),
    Pair("dates.future", f"{DEEDS}/date", {f"{DEEDS}/date": date(2026, 11, 20)}, {f"{DEEDS}/date": date(2026, 11, 19)}),
    Pair(
        "dates.after-letter",
        f"{MEASURES}/since",
        {"/letter_date": date(2026, 11, 18), f"{MEASURES}/since": date(2026, 11, 19)},
        {"/letter_date": date(2026, 11, 18), f"{MEASURES}/since": date(2026, 11, 18)},
    ),
    Pair(
        "dates.order",
        "/notice/complaint",
        {"/notice/complaint": date(2026, 11, 11)},
        {"/notice/complaint": date(2026, 11, 10)},
    ),
    Pair(
        "dates.review-past",
        f"{MEASURES}/review",
        {f"{MEASURES}/review": date(2026, 11, 19)},
        {f"{MEASURES}/review": date(2026, 11, 20)},
    ),
    Pair(
        "dates.deadline-past",
        "/deadline/due",
        {"/deadline/due": date(2026, 11, 18)},
        {"/deadline/due": date(2026, 11, 19)},
    ),
    Pair(
        "dates.deadline-open", "/deadline/due", {"/deadline/words": "promptly"}, {"/deadline/words": "by 27 November"}
    ),
    Pair(
        "dates.deadline-unread",
        "/deadline/due",
        {"/deadline/due": "soon"},
        {"/deadline/due": "17 days"},
        quote="soon",
    ),
    Pair(
        "dates.too-early",
        "/exhibits/exhib1/date",
        {"/exhibits/exhib1/date": date(1994, 12, 31)},
        {"/exhibits/exhib1/date": date(1995, 1, 1)},
    ),
    Pair("dates.time", "/deadline/time", {"/deadline/time": "in the evening"}, {"/deadline/time": "3 pm"}),
    Pair("dates.zone", "/notice/zone", {"/notice/zone": "CST"}, {"/notice/zone": "PST"}),
    Pair("dates.far", "/letter_date", {"/letter_date": date(2027, 11, 19)}, {"/letter_date": date(2026, 12, 19)}),
    Pair(
        "dates.far-today",
        f"{MEASURES}/review",
        {f"{MEASURES}/review": date(2206, 12, 19)},
        {f"{MEASURES}/review": date(2026, 12, 19)},
    ),
    Pair(
        "dates.cause-outside",
        f"{FAULTS}/start",
        {f"{FAULTS}/start": date(2026, 9, 1), f"{FAULTS}/end": date(2026, 10, 7)},
        {f"{FAULTS}/start": date(2026, 9, 1), f"{FAULTS}/end": date(2026, 10, 8)},
    ),
    Pair(
        "dates.fix-too-early",
        f"{DEEDS}/date",
        {f"{DEEDS}/date": date(2026, 10, 7)},
        {f"{DEEDS}/date": date(2026, 10, 8)},
    ),
    Pair(
        "dates.fix-older", f"{DEEDS}/date", {f"{DEEDS}/date": date(2026, 11, 5)}, {f"{DEEDS}/date": date(2026, 11, 6)}
    ),
    Pair(
        "dates.control-older",
        f"{MEASURES}/since",
        {f"{MEASURES}/since": date(2026, 10, 7)},
        {f"{MEASURES}/since": date(2026, 10, 8)},
    ),
    Pair(
        "dates.control-failed",
        f"{MEASURES}/since",
        {f"{MEASURES}/since": date(2026, 11, 5)},
        {f"{MEASURES}/since": date(2026, 11, 6)},
    ),
    Pair(
        "dates.first-ahead",
        f"{MEASURES}/frequency",
        {f"{MEASURES}/frequency": "every Monday, first on November 23"},
        {f"{MEASURES}/frequency": "every Monday, first on November 16"},
        quote="November 23",
    ),
    Pair(
        "dates.now-older",
        "/metrics/metri1/now/end",
        {"/metrics/metri1/now/end": date(2026, 11, 6)},
        {"/metrics/metri1/now/end": date(2026, 11, 7)},
    ),
    Pair(
        "dates.noticed",
        f"{FAULTS}/head",
        {f"{FAULTS}/head": "We did not notice the late labels"},
        {f"{FAULTS}/head": "We did not notice the late labels", f"{FAULTS}/end": date(2026, 11, 10)},
        quote="did not notice",
    ),
    Pair(
        "dates.deadline-before",
        "/deadline/due",
        {"/deadline/due": date(2026, 11, 9)},
        {"/deadline/due": date(2026, 11, 10)},
    ),
    Pair(
        "dates.deadline-words",
        "/deadline/due",
        {"/deadline/due": date(2026, 12, 31), "/deadline/words": "within 17 days of this notice"},
        {"/deadline/due": date(2026, 11, 27), "/deadline/words": "within 17 days of this notice"},
    ),
    Pair("exhibits.no-file", "/exhibits/exhib1/file", {"/exhibits/exhib1/file": " "}, {}),
    Pair(
        "numbers.rate",
        "/metrics/metri1/then/value",
        {"/metrics/metri1/then/value": Decimal("5.01")},
        {"/metrics/metri1/then/value": Decimal("5.0")},
    ),
    Pair(
        "numbers.more-than-all",
        "/metrics/metri1/then/numerator",
        {"/metrics/metri1/then/denominator": 19},
        {"/metrics/metri1/then/denominator": 20},
    ),
    Pair(
        "numbers.over-hundred",
        "/metrics/metri1/now/value",
        {"/metrics/metri1/now/value": Decimal(250), "/metrics/metri1/now/numerator": None},
        {"/metrics/metri1/now/value": Decimal(100), "/metrics/metri1/now/numerator": None},
    ),
    Pair(
        "numbers.none-counted",
        "/metrics/metri1/then/denominator",
        {"/metrics/metri1/then/denominator": 0},
        {"/metrics/metri1/then/denominator": None},
    ),
    Pair(
        "numbers.none-now",
        "/metrics/metri1/now/denominator",
        {"/metrics/metri1/now/denominator": 0},
        {"/metrics/metri1/now": Reading(denominator=0)},
    ),
    Pair(
        "numbers.zero-of-zero",
        "/opening",
        {"/opening": "The rate is 0 percent (0 of 0 orders)."},
        {"/opening": "The rate is 0 percent (0 of 40 orders)."},
        quote="0 of 0",
    ),
    Pair(
        "numbers.window",
        "/metrics/metri1/then/end",
        {"/metrics/metri1/then/start": date(2026, 10, 7)},
        {"/metrics/metri1/then/start": date(2026, 10, 28)},
    ),
    Pair(
        "numbers.same-rate",
        "/metrics/metri2/marketplace",
        {"/metrics": lambda rows: (*rows, rows[0].model_copy(update={"id": "metri2"}))},
        {"/metrics": lambda rows: (*rows, rows[0].model_copy(update={"id": "metri2", "marketplace": "CA"}))},
    ),
    Pair(
        "numbers.no-site",
        "/metrics/metri1/marketplace",
        {"/marketplaces": ("US", "CA")},
        {"/marketplaces": ("US", "CA"), "/metrics/metri1/marketplace": "US"},
    ),
    Pair(
        "numbers.trigger",
        f"{MEASURES}/trigger",
        {f"{MEASURES}/trigger": "the rate reaches 4 percent"},
        {f"{MEASURES}/trigger": "the rate reaches 2 percent"},
        quote="4 percent",
    ),
    Pair(
        "numbers.overlap",
        "/root_causes",
        {"/root_causes": _and(OTHER_CAUSE.model_copy(update={"explains": 5}))},
        {"/root_causes": _and(OTHER_CAUSE.model_copy(update={"explains": 0}))},
    ),
    Pair(
        "numbers.each-total",
        "/root_causes",
        {"/metrics": _and(Metric(id="metri2", metric="order-defect-rate", then=Reading(numerator=5)))},
        {"/metrics": _and(Metric(id="metri2", metric="order-defect-rate", then=Reading(numerator=0)))},
    ),
    Pair("numbers.shares", "/root_causes", {f"{FAULTS}/explains": 19}, {f"{FAULTS}/explains": 20}),
    Pair("numbers.total", "/affected", {"/affected": 21}, {}),
    Pair(
        "orders.count", "/metrics/metri1/then/numerator", {"/orders": _orders()[1:]}, {"/orders": _orders()[1:] + MORE}
    ),
    Pair(
        "orders.total",
        "/affected",
        {"/metrics/metri1/then/numerator": None, "/orders": _orders()[1:]},
        {"/metrics/metri1/then/numerator": None, "/orders": _orders()},
    ),
    Pair(
        "orders.share",
        f"{FAULTS}/explains",
        {"/orders": _orders(), f"{FAULTS}/explains": 19},
        {"/orders": _orders(last={"contested": True}), f"{FAULTS}/explains": 19},
    ),
    Pair(
        "orders.no-cause",
        "/orders",
        {"/orders": _orders(last={"cause": None})},
        {"/orders": _orders(last={"cause": None, "contested": True})},
    ),
    Pair(
        "orders.contested-cause",
        "/orders",
        {"/orders": _orders(last={"contested": True})},
        {"/orders": _orders(last={"contested": True, "cause": None})},
    ),
    Pair(
        "orders.twice",
        "/orders",
        {"/orders": _orders() + _orders(last={"id": "order0"})[-1:]},
        {"/orders": _orders()},
    ),
    Pair(
        "orders.channel",
        "/orders",
        {"/orders": _orders(last={"channel": "amazon"})},
        {"/orders": _orders(last={"channel": "amazon", "defects": ("claim",)})},
    ),
    Pair(
        "orders.malformed",
        "/orders",
        {"/orders": _orders(last={"order": "12345"})},
        {"/orders": _orders()},
    ),
    Pair(
        "orders.day",
        "/orders",
        {"/orders": _orders(last={"shipped": "03/04/2026"})},
        {"/orders": _orders(last={"shipped": "2026-03-04"})},
    ),
    Pair(
        "orders.outside",
        "/orders",
        {"/orders": _orders(last={"ordered": "2026-09-01"})},
        {"/orders": _orders(last={"ordered": "2026-11-06"})},
    ),
    Pair(
        "numbers.target",
        "/metrics/metri1/now/value",
        {"/metrics/metri1/now/value": Decimal("4.00")},
        {"/metrics/metri1/now/value": Decimal("3.99")},
    ),
    Pair(
        "numbers.target-differs",
        "/metrics/metri1/target",
        {"/metrics/metri1/target": Decimal("2.5")},
        {"/metrics/metri1/target": Decimal("4.0")},
    ),
    *_passages(
        DEEDS,
        DEED,
        {
            "date": ("November 12", "November 13"),
            "time": ("09:30", "10:30"),
            "number": ("30", "31"),
            "exhibit": ("Exhibit A", "Exhibit B"),
            "cause": ("cause 1.1", "cause 1.2"),
        },
    ),
    *_passages(FAULTS, FAULT, {"identifier": ("B0EXMPL001", "B0EXMPL002")}),
    Pair(
        "passages.code-differs",
        f"{DEEDS}/passage",
        {f"{DEEDS}/passage": f"{DEED} It is in sheet 2.1."},
        {f"{DEEDS}/passage": f"{DEED} It concerned order no. 1, 24/7."},
        quote="2.1",
    ),
    Pair(
        "passages.said-again",
        "/closing",
        {"/opening": LONG_OPENING, "/closing": "The failure was in our own shipping process. We ask for a review."},
        {"/opening": LONG_OPENING, "/closing": "The fault lay in our own shipping office. We ask for a review."},
        quote="The failure was in our own shipping process.",
    ),
    Pair(
        "passages.owner-lost",
        f"{DEEDS}/passage",
        {f"{DEEDS}/passage": DEED.replace("the warehouse supervisor", "we")},
        {f"{DEEDS}/passage": DEED.replace("the warehouse supervisor", "the Warehouse\nSupervisor")},
        quote="warehouse supervisor",
    ),
    Pair(
        "identifiers.unlisted",
        "/products",
        {"/notice/text": "ASINs B0EXMPL001 and B0EXMPL002"},
        {},
        quote="B0EXMPL002",
    ),
    Pair(
        "identifiers.unanswered",
        "/products/produ2/asin",
        {"/products": _and(Product(id="produ2", asin="B0EXMPL002"))},
        {"/products": _and(Product(id="produ2", asin="B0EXMPL002")), "/opening": "It concerned ASIN B0EXMPL002 too."},
        quote="B0EXMPL002",
    ),
    Pair(
        "identifiers.malformed",
        "/identifiers/ident1/value",
        {"/identifiers": (Identifier(id="ident1", kind="order", value="000-123-456"),)},
        {"/identifiers": (Identifier(id="ident1", kind="order", value="000-1234567-1234567"),)},
        quote="000-123-456",
    ),
    Pair(
        "letter.long",
        "/opening",
        {"/opening": "The failure was our own. " * 200},
        {"/opening": "The failure was our own. " * 100},
    ),
    Pair(
        "form.apart",
        f"{DEEDS}/what",
        {f"{DEEDS}/what": "Disposal of 30 labels"},
        {f"{DEEDS}/what": "We bought the labels of 30 open orders."},
        quote="Disposal of 30 labels",
    ),
    Pair(
        "form.ahead",
        f"{DEEDS}/what",
        {f"{DEEDS}/what": "will buy the labels of 30 open orders"},
        {f"{DEEDS}/what": "buy the labels of 30 open orders"},
        quote="will",
    ),
    Pair(
        "form.passage-ahead",
        f"{DEEDS}/passage",
        {f"{DEEDS}/passage": DEED + " We will buy more."},
        {f"{DEEDS}/passage": DEED},
        quote="will",
    ),
    Pair(
        "form.past",
        f"{MEASURES}/what",
        {f"{MEASURES}/what": "bought every label"},
        {f"{MEASURES}/what": "We buy every label"},
        quote="bought every label",
    ),
    Pair(
        "form.nothing",
        f"{DEEDS}/how",
        {f"{DEEDS}/how": "same as above"},
        {f"{DEEDS}/how": "order by order"},
        quote="same as above",
    ),
    Pair(
        "form.heading",
        f"{FAULTS}/head",
        {f"{FAULTS}/head": "One two three four five six seven eight nine ten eleven twelve thirteen"},
        {f"{FAULTS}/head": "one two three four five six seven eight nine ten eleven twelve"},
    ),
    Pair(
        "draft.day",
        f"{DEEDS}/what",
        {
            "/drafts": (Draft(path=f"{DEEDS}/what", text="11月20日买了面单"),),
            f"{DEEDS}/what": "bought the labels of 30 orders",
        },
        {
            "/drafts": (Draft(path=f"{DEEDS}/what", text="11月20日买了面单"),),
            f"{DEEDS}/what": "On November 20 we bought the labels",
        },
        quote="11月20日",
    ),
    Pair(
        "draft.number",
        f"{DEEDS}/what",
        {
            "/drafts": (Draft(path=f"{DEEDS}/what", text="买了47单的面单"),),
            f"{DEEDS}/what": "bought the labels of many orders",
        },
        {
            "/drafts": (Draft(path=f"{DEEDS}/what", text="买了47单的面单"),),
            f"{DEEDS}/what": "bought the labels of 47 orders",
        },
        quote="47",
    ),
    Pair(
        "draft.name",
        f"{DEEDS}/what",
        {
            "/drafts": (Draft(path=f"{DEEDS}/what", text="在ShipStation里买了面单"),),
            f"{DEEDS}/what": "bought the labels",
        },
        {
            "/drafts": (Draft(path=f"{DEEDS}/what", text="在ShipStation里买了面单"),),
            f"{DEEDS}/what": "bought the labels in ShipStation",
        },
        quote="ShipStation",
    ),
    Pair(
        "draft.negation",
        f"{DEEDS}/what",
        {"/drafts": (Draft(path=f"{DEEDS}/what", text="没有漏掉订单"),), f"{DEEDS}/what": "checked every order"},
        {"/drafts": (Draft(path=f"{DEEDS}/what", text="没有漏掉订单"),), f"{DEEDS}/what": "missed no order"},
        quote="没有",
    ),
    Pair(
        "history.number",
        "/metrics/metri1/then/numerator",
        {"/earlier_appeals": (EarlierAppeal(id="earli1", text="We confirmed 22 of 400 orders late."),)},
        {"/earlier_appeals": (EarlierAppeal(id="earli1", text="We confirmed 20 of 400 orders late."),)},
        quote="20 of 400",
    ),
    Pair(
        "history.date",
        f"{DEEDS}/date",
        {"/earlier_appeals": (EarlierAppeal(id="earli1", text="Bought the labels of 30 open orders on November 9."),)},
        {"/earlier_appeals": (EarlierAppeal(id="earli1", text="Bought the labels of 30 open orders on November 12."),)},
        quote="2026-11-12",
    ),
    Pair(
        "sources.by-hand",
        f"{DEEDS}/where",
        {
            "/client_messages": (_told("库管补打了30个订单的面单，9:30核对"),),
            f"{DEEDS}/where": "at all 17 packing tables",
        },
        {
            "/client_messages": (_told("17张打包台的30个订单都补打了面单"),),
            f"{DEEDS}/where": "at all 17 packing tables",
        },
        quote="17",
    ),
    Pair(
        "history.resent",
        "/earlier_appeals/earli1/text",
        {"/earlier_appeals": _refused, "/opening": LONG_OPENING},
        {"/earlier_appeals": _refused, "/opening": LONG_OPENING.replace("shipping", "picking and packing"), **NEWS},
    ),
    Pair(
        "history.under-review",
        "/earlier_appeals/earli1/answered",
        {"/earlier_appeals": (EarlierAppeal(id="earli1", sent=date(2026, 11, 13)),)},
        {"/earlier_appeals": (EarlierAppeal(id="earli1", sent=date(2026, 11, 13), answered=date(2026, 11, 15)),)},
    ),
    *(
        Pair(
            "refusals.unchanged",
            f"/{part.replace('-', '_')}",
            {"/earlier_appeals": (EarlierAppeal(id="earli1", text=SENT, wanting=(part,)),)},
            {"/earlier_appeals": (EarlierAppeal(id="earli1", text=SENT, wanting=(part,)),), **NEWS},
        )
        for part in ("root-causes", "corrective-actions", "preventive-measures")
    ),
    Pair(
        "refusals.thin",
        FAULTS,
        {"/earlier_appeals": _wanting("root-causes"), f"{FAULTS}/explains": None},
        {"/earlier_appeals": _wanting("root-causes")},
    ),
    Pair(
        "refusals.not-implemented",
        DEEDS,
        {"/earlier_appeals": _wanting("not-implemented"), f"{DEEDS}/exhibits": ()},
        {"/earlier_appeals": _wanting("not-implemented")},
    ),
    Pair(
        "refusals.documents-invalid",
        "/exhibits/exhib1",
        {"/earlier_appeals": _wanting("documents-invalid", papers=("exhib1",))},
        {
            "/earlier_appeals": _wanting("documents-invalid", papers=("exhib1",)),
            "/exhibits": lambda held: (
                *held,
                Exhibit(id="exhib2", kind="order-list", title="Late orders, with carrier"),
            ),
        },
    ),
    Pair(
        "refusals.papers-unknown",
        "/earlier_appeals/earli1/papers",
        {"/earlier_appeals": _wanting("documents-invalid")},
        {"/earlier_appeals": _wanting("documents-invalid", papers=("exhib1",))},
    ),
    Pair(
        "refusals.documents-missing",
        "/exhibits",
        {"/earlier_appeals": _wanting("documents-missing", answer="You did not provide the invoices.")},
        {
            "/earlier_appeals": _wanting("documents-missing", answer="You did not provide the invoices."),
            "/exhibits": lambda held: (*held, Exhibit(id="exhib2", kind="invoices", title="Invoice")),
        },
    ),
    Pair(
        "refusals.identity",
        "/exhibits",
        {"/earlier_appeals": _wanting("identity")},
        {
            "/earlier_appeals": _wanting("identity"),
            "/exhibits": lambda held: (*held, Exhibit(id="exhib2", kind="business-license", title="License")),
        },
    ),
    Pair(
        "refusals.no-text",
        "/earlier_appeals/earli1/text",
        {"/earlier_appeals": (EarlierAppeal(id="earli1", wanting=("root-causes",)),)},
        {"/earlier_appeals": _wanting("root-causes")},
    ),
    Pair(
        "requests.no-place",
        "/notice/requests/reque1/section",
        {"/notice/requests": (Request(id="reque1", section="other", words="Which courier do you use now?"),)},
        {
            "/notice/requests": (
                Request(id="reque1", section="other", words="Which courier do you use now?", answer="We use EXM."),
            )
        },
        quote="Which courier do you use now?",
    ),
]

IDS = [f"{pair.rule} at {pair.path}" for pair in PAIRS]

HALF_WIDTH = re.compile(r"[\u4e00-\u9fff，。：；）]\s*[,;:!?()]|[,;:!?()]\s*[\u4e00-\u9fff]|[\u4e00-\u9fff]\.")
GAP = re.compile(r"[\u4e00-\u9fff，。：；] +[\u4e00-\u9fff，。：；]")
SENTENCE = re.compile(r"[A-Za-z]+(?:[ ,]+[a-z]+){3,}")
QUOTED = re.compile(r"“[^”]*”|例如：.*", re.DOTALL)

Checked = Callable[[Pair, bool], tuple[Case, tuple[Finding, ...]]]


@pytest.fixture(scope="module")
def check(plan: Case, papers: Case, day: date, tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """Check a pair's bad case, or its good one; the folder beside it is empty."""
    beside = tmp_path_factory.mktemp("empty")

    @cache
    def check(place: int, bad: bool) -> tuple[Case, tuple[Finding, ...]]:
        pair = PAIRS[place]
        case = papers if pair.base == "papers" else plan
        for path, value in (pair.bad if bad else pair.good).items():
            case = edit(case, path, value(get(case, path)) if callable(value) else value)
            if path.startswith(DEEDS) and path != f"{DEEDS}/done":
                case = edit(case, f"{DEEDS}/done", True)
        return case, desk.check_case(case, day, beside=beside, papers=pair.says)

    return lambda pair, bad: check(PAIRS.index(pair), bad)


def test_every_rule_is_in_the_table() -> None:
    of_the_letter = {"letter.gap", "letter.empty-section", "letter.characters"}  # tests/check/test_rendered.py
    assert {pair.rule for pair in PAIRS} == set(knowledge().messages) - of_the_letter


@pytest.mark.parametrize("base", ["plan", "papers"])
def test_the_small_cases_have_nothing_to_mend(base: str, request: pytest.FixtureRequest, day: date) -> None:
    assert desk.check_case(request.getfixturevalue(base), day) == ()


@pytest.mark.parametrize("pair", PAIRS, ids=IDS)
def test_a_rule_fires_once_where_it_is_broken(pair: Pair, check: Checked) -> None:
    _, found = check(pair, True)
    fired = [(finding.path, finding.quote) for finding in found if finding.rule == pair.rule]
    assert [path for path, _ in fired] == [pair.path]
    assert pair.quote in (None, fired[0][1])


@pytest.mark.parametrize("pair", PAIRS, ids=IDS)
def test_a_rule_is_silent_where_it_is_kept(pair: Pair, check: Checked) -> None:
    _, found = check(pair, False)
    assert pair.rule not in {finding.rule for finding in found}


@pytest.mark.parametrize("pair", PAIRS, ids=IDS)
def test_a_span_holds_the_words_it_quotes(pair: Pair, check: Checked) -> None:
    case, found = check(pair, True)
    for finding in found:
        assert (finding.start is None) == (finding.end is None)
        if finding.start is not None:
            assert str(get(case, finding.path))[finding.start : finding.end] == finding.quote


@pytest.mark.parametrize("pair", PAIRS, ids=IDS)
def test_a_finding_says_all_it_says_in_both_languages(pair: Pair, check: Checked) -> None:
    for finding in check(pair, True)[1]:
        for english, chinese in ((finding.message, finding.message_zh), (finding.why, finding.why_zh)):
            assert english.strip()
            assert not re.search(r"[{}]|[\u3400-\u9fff]", QUOTED.sub("", english))
            assert re.search(r"[\u4e00-\u9fff]", chinese)
            assert not re.search(r"[{}]", chinese)


@pytest.mark.parametrize("pair", PAIRS, ids=IDS)
def test_a_chinese_message_is_chinese_throughout(pair: Pair, check: Checked) -> None:
    for finding in check(pair, True)[1]:
        for text in (finding.message_zh, finding.why_zh):
            _assert_chinese(text)


@pytest.mark.parametrize("name", [*knowledge().messages, *knowledge().rules])
def test_the_words_of_a_rule_keep_chinese_punctuation(name: str) -> None:
    rule = {**knowledge().messages, **knowledge().rules}[name]
    for text in (rule.message.zh, rule.why.zh):
        _assert_chinese(text)


@pytest.mark.parametrize("slug", knowledge().enforcements)
def test_the_checklist_of_a_new_case_is_chinese_throughout(slug: str, day: date) -> None:
    found = desk.check_case(desk.create(slug), day)
    assert found
    for finding in found:
        _assert_chinese(finding.message_zh)
        _assert_chinese(finding.why_zh)


def _assert_chinese(text: str) -> None:
    own = QUOTED.sub("“”", text)
    assert not HALF_WIDTH.search(own)
    assert not GAP.search(own)
    assert not SENTENCE.search(own)
