"""What the notice and the client's own records say: the facts a case rests on."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import model_validator

from poa_app.model.base import Part, Row, RowId
from poa_app.model.moments import with_time_apart, with_zone_apart
from poa_app.model.routes import ANSWERED, EVERY, Route, Section
from poa_app.model.spec import FieldSpec, Owner, RowSpec
from poa_app.model.text import Code, Count, Date, Number, Reference, Text, Time, Zone

Level = Literal["account", "listing", "offer"]
Stage = Literal["first", "rejected", "more-information", "reinstated", "final", "none"]
Fulfilment = Literal["seller", "amazon", "both"]
Wanting = Literal[
    "root-causes",
    "corrective-actions",
    "preventive-measures",
    "not-implemented",
    "documents-invalid",
    "documents-missing",
    "identity",
]
"""What Amazon's answer finds wanting in an appeal."""

_NEEDED = FieldSpec(required_by=EVERY)
_ALWAYS = FieldSpec(required_by=EVERY, can_be_waived=False)
_ALWAYS_NAMED = FieldSpec(required_by=EVERY, is_name=True, can_be_waived=False)
_NAME = FieldSpec(is_name=True)
_OWN_SCRIPT = FieldSpec(is_name=True, in_own_script=True)
_OURS = FieldSpec(owner="agency")


class Client(Part):
    """The seller as the letter names them, kept with the case so that later changes do not reach back."""

    owner: ClassVar[Owner] = "client"

    id: Annotated[Text | None, FieldSpec(prints=False)] = None
    store: Annotated[Text | None, _ALWAYS_NAMED] = None
    legal_name: Annotated[Text | None, _ALWAYS_NAMED] = None
    local_name: Annotated[Text | None, _OWN_SCRIPT] = None
    merchant_token: Annotated[Code | None, _NEEDED] = None
    signatory: Annotated[Text | None, _ALWAYS_NAMED] = None
    signatory_title: Annotated[Text | None, _NEEDED] = None
    own_words: Annotated[
        tuple[Text, ...], FieldSpec(widget="list", prints=False, owner="agency", is_name=True, has_draft=False)
    ] = ()


class Violation(Row):
    """One enforcement named in the notice, with the route Amazon gives for answering it."""

    enforcement: Annotated[Text | None, FieldSpec(required_by=EVERY, choices="enforcements", can_be_waived=False)] = (
        None
    )
    name: Annotated[Text | None, FieldSpec(has_draft=False)] = None
    level: Annotated[Level | None, FieldSpec(required_by=EVERY, prints=False)] = None
    route: Annotated[
        Route | None, FieldSpec(required_by=EVERY, prints=False, choices="routes", can_be_waived=False)
    ] = None
    stage: Annotated[Stage | None, FieldSpec(required_by=EVERY, prints=False)] = None


class Request(Row):
    """One thing the notice asks for, in its own words; the words head the section that answers it."""

    spec: ClassVar[RowSpec] = RowSpec(first=(("section", "words"), ("answer",)), head=("words",))

    section: Annotated[Section | None, FieldSpec(required_by=EVERY, prints=False, can_be_waived=False)] = None
    words: Annotated[Text | None, _ALWAYS] = None
    answer: Annotated[Text | None, FieldSpec(required_by=ANSWERED, widget="text")] = None


class Notice(Part):
    """Amazon's message: its text never prints, its date and its questions do."""

    text: Annotated[Text | None, FieldSpec(widget="message", prints=False)] = None
    received: Annotated[Date | None, _ALWAYS] = None
    received_time: Time | None = None
    zone: Zone | None = None
    reference: Text | None = None
    complaint: Date | None = None
    warned: Date | None = None
    warned_after: Annotated[Text | None, FieldSpec(widget="text")] = None
    requests: tuple[Request, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _each_in_its_field(cls, given: Any) -> Any:
        """Put a time and a zone that were typed with the day, or with one another, into their own fields."""
        given = with_time_apart(given, "received", "received_time", "zone")
        return with_zone_apart(given, "received_time", "zone")


class Deadline(Part):
    """By when Amazon wants the answer, and how sure that is."""

    due: Date | None = None
    time: Time | None = None
    zone: Zone | None = None
    words: Text | None = None
    certain: bool | None = None

    @model_validator(mode="before")
    @classmethod
    def _each_in_its_field(cls, given: Any) -> Any:
        """Put a time and a zone that were typed with the day, or with one another, into their own fields."""
        return with_zone_apart(with_time_apart(given, "due", "time", "zone"), "time", "zone")


class Product(Row):
    """One ASIN of the case, with what is needed to judge whether the invoices cover it."""

    owner: ClassVar[Owner] = "client"
    spec: ClassVar[RowSpec] = RowSpec(
        first=(("asin", "sold"), ("name",)),
        folded=(("supplier",),),
        head=("asin", "name"),
        named_by=("name", "asin"),
        many=True,
    )

    asin: Annotated[Code | None, _ALWAYS] = None
    name: Annotated[Text | None, _NAME] = None
    sold: Count | None = None
    supplier: Annotated[RowId | None, FieldSpec(refers_to="suppliers")] = None


class Identifier(Row):
    """An order id, shipment id or other number the notice or the letter refers to."""

    spec: ClassVar[RowSpec] = RowSpec(first=(("kind", "value"),), head=("value",), many=True)

    kind: Literal["order", "shipment", "complaint", "case", "sku", "other"] | None = None
    value: Reference | None = None


class Reading(Part):
    """One value of a metric over a period."""

    owner: ClassVar[Owner] = "client"

    value: Annotated[Number | None, _NEEDED] = None
    numerator: Annotated[Count | None, _NEEDED] = None
    denominator: Annotated[Count | None, _NEEDED] = None
    start: Annotated[Date | None, _NEEDED] = None
    end: Annotated[Date | None, _NEEDED] = None


class DefectCount(Row):
    """How many of the orders that a rate counts had one kind of defect, and how many of these are disputed."""

    owner: ClassVar[Owner] = "client"
    spec: ClassVar[RowSpec] = RowSpec(first=(("count", "contested"),), head=("kind",))

    kind: Annotated[Text | None, FieldSpec(prints=False, owner="agency")] = None
    count: Annotated[Count | None, FieldSpec(in_passage="allowed")] = None
    contested: Annotated[Count | None, FieldSpec(in_passage="allowed", owner="agency")] = None


class Metric(Row):
    """A rate Amazon measures: as the notice gave it, its target, and where it stands now."""

    owner: ClassVar[Owner] = "client"
    spec: ClassVar[RowSpec] = RowSpec(
        first=(
            ("metric", "target"),
            ("then/value", "then/numerator", "then/denominator"),
            ("then/start", "then/end"),
            ("now/value", "now/numerator", "now/denominator"),
            ("now/start", "now/end"),
        ),
        folded=(("marketplace",), ("note",), ("passage",), ("now_passage",)),
        head=("metric",),
    )

    metric: Annotated[
        Text | None,
        FieldSpec(required_by=EVERY, choices="metrics", owner="agency", facts=("number",), can_be_waived=False),
    ] = None
    marketplace: Annotated[Text | None, FieldSpec(choices="marketplaces")] = None
    target: Annotated[Number | None, FieldSpec(required_by=EVERY, owner="agency", can_be_waived=False)] = None
    then: Annotated[Reading, FieldSpec(required_by=EVERY, answered_as_one=True)] = Reading()
    now: Annotated[Reading, FieldSpec(required_by=EVERY, answered_as_one=True)] = Reading()
    parts: tuple[DefectCount, ...] = ()
    note: Annotated[Text | None, _OURS] = None
    passage: Annotated[Text | None, FieldSpec(widget="text", owner="agency")] = None
    now_passage: Annotated[Text | None, FieldSpec(widget="text", owner="agency")] = None


class Supplier(Row):
    """A link of the supply chain, with the contact by which Amazon can verify it."""

    owner: ClassVar[Owner] = "client"
    spec: ClassVar[RowSpec] = RowSpec(
        first=(("name", "role"), ("local_name",), ("phone", "address")),
        folded=(("buys_from",), ("contact", "email"), ("website",)),
        head=("name",),
    )

    name: Annotated[Text | None, _ALWAYS_NAMED] = None
    local_name: Annotated[Text | None, _OWN_SCRIPT] = None
    role: Annotated[Literal["manufacturer", "brand-owner", "distributor", "wholesaler", "trader"] | None, _NEEDED] = (
        None
    )
    buys_from: Annotated[RowId | None, FieldSpec(refers_to="suppliers")] = None
    contact: Annotated[Text | None, _NAME] = None
    phone: Annotated[Text | None, _NEEDED] = None
    email: Text | None = None
    address: Annotated[Text | None, _NEEDED] = None
    website: Text | None = None


class Coverage(Row):
    """How many units of one product an invoice shows."""

    owner: ClassVar[Owner] = "client"
    spec: ClassVar[RowSpec] = RowSpec(many=True)

    product: Annotated[RowId | None, FieldSpec(required_by=EVERY, refers_to="products", can_be_waived=False)] = None
    quantity: Annotated[Count | None, _ALWAYS] = None


class Exhibit(Row):
    """One piece of evidence: a file, with its translation where it has one, or a reference."""

    owner: ClassVar[Owner] = "client"
    spec: ClassVar[RowSpec] = RowSpec(
        first=(("kind", "date"), ("title",), ("shows",)),
        folded=(("number", "issuer"), ("addressee",)),
        head=("title", "kind"),
    )

    kind: Annotated[Text | None, FieldSpec(required_by=EVERY, choices="evidence", owner="agency")] = None
    title: Annotated[Text | None, FieldSpec(required_by=EVERY, owner="agency", has_draft=True, can_be_waived=False)] = (
        None
    )
    shows: Annotated[Text | None, FieldSpec(widget="text", owner="agency")] = None
    file: Annotated[Text | None, FieldSpec(widget="file")] = None
    translation: Annotated[Text | None, FieldSpec(widget="file")] = None
    date: Annotated[Date | None, _NEEDED] = None
    number: Text | None = None
    issuer: Annotated[Text | None, _OWN_SCRIPT] = None
    addressee: Annotated[Text | None, _OWN_SCRIPT] = None
    covers: tuple[Coverage, ...] = ()
    letter: Annotated[Text | None, _OURS] = None


PaperState = Literal["waiting", "cannot", "will-not"]
"""How it stands with a paper that is wanted and not there: on its way, not to be had, or kept back by its owner."""


class WantedPaper(Row):
    """A kind of paper that Amazon wants and that is not there, how it stands with it, and why; it never prints."""

    spec: ClassVar[RowSpec] = RowSpec(first=(("kind", "state"), ("reason",)), head=("kind",))

    kind: Annotated[Text | None, FieldSpec(choices="evidence", prints=False)] = None
    state: Annotated[PaperState | None, FieldSpec(prints=False)] = None
    reason: Annotated[Text | None, FieldSpec(widget="text", prints=False, has_draft=False)] = None


class EarlierAppeal(Row):
    """An answer already sent for this notice, ours or somebody else's, and what Amazon said to it."""

    spec: ClassVar[RowSpec] = RowSpec(
        first=(("sent", "answered"), ("writer",), ("text",), ("papers",), ("answer",), ("wanting",)),
        head=("sent", "writer", "text"),
    )

    sent: Date | None = None
    writer: Text | None = None
    text: Annotated[Text | None, FieldSpec(widget="message")] = None
    papers: Annotated[tuple[RowId, ...], FieldSpec(refers_to="exhibits", prints=False)] = ()
    answered: Date | None = None
    answer: Annotated[Text | None, FieldSpec(widget="text")] = None
    wanting: Annotated[tuple[Wanting, ...], FieldSpec(prints=False)] = ()


class ClientMessage(Row):
    """What the client sent: a mail, a chat or cells, as it came; it never prints, its facts are offered."""

    owner: ClassVar[Owner] = "client"
    spec: ClassVar[RowSpec] = RowSpec(first=(("received", "sender"), ("text",)), head=("sender", "text"))

    received: Date | None = None
    sender: Annotated[Text | None, FieldSpec(has_draft=False)] = None
    text: Annotated[Text | None, FieldSpec(widget="message", has_draft=False)] = None
