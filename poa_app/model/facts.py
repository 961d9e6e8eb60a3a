"""What the notice and the client's own records say: the facts a case rests on."""

from __future__ import annotations

from typing import Literal

from poa_app.model.base import Part, Row, RowId
from poa_app.model.text import Code, Count, Date, Number, Reference, Text, Time, Zone

Route = Literal[
    "plan-of-action",
    "documents",
    "questionnaire",
    "acknowledgement",
    "explanation",
    "retraction",
    "counter-notice",
    "claim",
    "interview",
    "fix-listing",
    "other-procedure",
]
"""What Amazon wants in answer."""

Level = Literal["account", "listing", "offer"]
Stage = Literal["first", "rejected", "more-information", "reinstated", "final", "none"]
Fulfilment = Literal["seller", "amazon", "both"]
Section = Literal["root-causes", "corrective-actions", "preventive-measures", "documents", "other"]


class Client(Part):
    """The seller as the letter names them, kept with the case so that later changes do not reach back."""

    id: Text | None = None
    store: Text | None = None
    legal_name: Text | None = None
    local_name: Text | None = None
    merchant_token: Code | None = None
    signatory: Text | None = None
    signatory_title: Text | None = None


class Violation(Row):
    """One enforcement named in the notice, with the route Amazon gives for answering it."""

    enforcement: Text | None = None
    level: Level | None = None
    route: Route | None = None
    stage: Stage | None = None


class Request(Row):
    """One thing the notice asks for, in its own words; the words head the section that answers it."""

    section: Section | None = None
    words: Text | None = None
    answer: Text | None = None


class Notice(Part):
    """Amazon's message: its text never prints, its date and its questions do."""

    text: Text | None = None
    received: Date | None = None
    received_time: Time | None = None
    zone: Zone | None = None
    reference: Text | None = None
    complaint: Date | None = None
    requests: tuple[Request, ...] = ()


class Deadline(Part):
    """By when Amazon wants the answer, and how sure that is."""

    due: Date | None = None
    time: Time | None = None
    zone: Zone | None = None
    words: Text | None = None
    certain: bool | None = None


class Product(Row):
    """One ASIN of the case, with what is needed to judge whether the invoices cover it."""

    asin: Code | None = None
    name: Text | None = None
    sold: Count | None = None
    supplier: RowId | None = None


class Identifier(Row):
    """An order id, shipment id or other number the notice or the letter refers to."""

    kind: Literal["order", "shipment", "complaint", "case", "sku", "other"] | None = None
    value: Reference | None = None


class Reading(Part):
    """One value of a metric over a period."""

    value: Number | None = None
    numerator: Count | None = None
    denominator: Count | None = None
    start: Date | None = None
    end: Date | None = None


class Metric(Row):
    """A rate Amazon measures: as the notice gave it, its target, and where it stands now."""

    metric: Text | None = None
    marketplace: Text | None = None
    target: Number | None = None
    then: Reading = Reading()
    now: Reading = Reading()
    note: Text | None = None
    passage: Text | None = None
    now_passage: Text | None = None


class Supplier(Row):
    """A link of the supply chain, with the contact by which Amazon can verify it."""

    name: Text | None = None
    local_name: Text | None = None
    role: Literal["manufacturer", "brand-owner", "distributor", "wholesaler", "trader"] | None = None
    buys_from: RowId | None = None
    contact: Text | None = None
    phone: Text | None = None
    email: Text | None = None
    address: Text | None = None
    website: Text | None = None


class Coverage(Row):
    """How many units of one product an invoice shows."""

    product: RowId | None = None
    quantity: Count | None = None


class Exhibit(Row):
    """One piece of evidence: a file, with its translation where it has one, or a reference."""

    kind: Text | None = None
    title: Text | None = None
    shows: Text | None = None
    file: Text | None = None
    translation: Text | None = None
    date: Date | None = None
    number: Text | None = None
    issuer: Text | None = None
    addressee: Text | None = None
    covers: tuple[Coverage, ...] = ()
    letter: Text | None = None


class EarlierAppeal(Row):
    """An answer already sent for this notice, ours or somebody else's, and what Amazon said to it."""

    sent: Date | None = None
    writer: Text | None = None
    text: Text | None = None
    answered: Date | None = None
    answer: Text | None = None
