"""What the pairs of neighbouring cases are built of; the two small cases are those of ``conftest``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from poa_app.facts.invoices import InvoiceFacts
from poa_app.model.facts import ClientMessage, Coverage, DefectCount, EarlierAppeal, Exhibit, Request
from poa_app.model.orders import AffectedOrder
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
    "Labels were bought late (20 orders). From October 8 to November 6, the labels of ASIN B0EXMPL001 were bought after"
    " the last pick-up (responsible: shift lead; Exhibit A), because no cut-off time had been set. This went unnoticed"
    " because nobody read the daily report.\n"
    "On November 12 the warehouse supervisor bought the labels of 30 open orders by comparing the list with the shelf"
    " at 09:30 (cause 1.1; Exhibit A).\n"
    "Since November 12 the shift lead buys every label at 15:00 on every working day (cause 1.1). The packing lead is"
    " the deputy, and the record is the signed label list (Exhibit A)."
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


def wanting(part: str, **fields: Any) -> tuple[EarlierAppeal, ...]:
    """Return an earlier appeal of which one thing was found wanting."""
    return (EarlierAppeal(id="earli1", text=SENT, wanting=(part,), **fields),)


def refused(_: object) -> tuple[EarlierAppeal, ...]:
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


def plus(*more: Any) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    """Add rows to those that stand there."""
    return lambda rows: (*rows, *more)


def daily(number: int, what: str) -> PreventiveMeasure:
    """Return one more measure of the shift lead, on every working day and without a deputy."""
    return PreventiveMeasure(
        id=f"measu{number}", what=what, since=date(2026, 11, 12), frequency="every working day", who="the shift lead"
    )


THREE_DAILY = (daily(2, "reads the messages"), daily(3, "counts 20 boxes"), daily(4, "files the log"))


def invoice(number: str, file: str) -> Exhibit:
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


def from_the_maker(units: int, addressee: str = "Hangzhou Example Trading Co., Ltd.") -> Exhibit:
    """Build an invoice of the maker to the trader."""
    return invoice("SW-9", "maker.pdf").model_copy(
        update={
            "issuer": "Suzhou Example Works Co., Ltd.",
            "addressee": addressee,
            "covers": (Coverage(id="lines2", product="produ1", quantity=units),),
        }
    )


def orders(last: Edits | None = None) -> tuple[AffectedOrder, ...]:
    """Build the 20 late orders of the plan, the last of them changed."""
    known: Edits = {"ordered": "2026-10-20", "channel": "seller", "defects": ("late-shipment",), "cause": "cause1"}
    rows = [{"id": f"orde{n:02d}", "order": f"111-0000000-00000{n:02d}", **known} for n in range(20)]
    rows[-1] |= last or {}
    return tuple(AffectedOrder.model_validate(row) for row in rows)


MORE = (orders()[-1].model_copy(update={"id": "order9", "order": "111-0000000-0000099"}),)
"""One order more."""


def asks(id: str, words: str) -> Request:
    """Build a request about the root causes."""
    return Request(id=id, section="root-causes", words=words)


def told(text: str) -> ClientMessage:
    """Build a message of the client."""
    return ClientMessage(id="messa1", received=date(2026, 11, 13), text=text)


def passages(path: str, text: str, replaced: dict[str, tuple[str, str]]) -> list[Pair]:
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


def defects(claims: int, feedback: int, chargebacks: int | None, first: str = "claims", **more: int) -> Edits:
    """Build the edits by which the rate is an order defect rate of these kinds of defect."""
    parts = (
        DefectCount(id="parts1", kind=first, count=claims, **more),
        DefectCount(id="parts2", kind="feedback", count=feedback),
        DefectCount(id="parts3", kind="chargebacks", count=chargebacks),
    )
    rate = {"metric": "order-defect-rate", "target": Decimal(1), "parts": parts}
    return {f"/metrics/metri1/{name}": value for name, value in rate.items()}


def search(total: int, looked_at: int, found: int | None) -> Edits:
    """Build the edits by which the deed is a search for more of the same."""
    counts = {"kind": "read-across", "total": total, "unit": "orders", "looked_at": looked_at, "found": found}
    return {f"{DEEDS}/{name}": value for name, value in counts.items()}
