"""Values in the forms in which tired people type and paste them: read, or asked about, and never another one."""

from __future__ import annotations

from datetime import time
from decimal import Decimal, InvalidOperation
from typing import Any

from poa_app.facts.told_reader import facts_in
from poa_app.model.case import Case
from poa_app.model.text import clean
from tests.each import for_each
from tests.typed.reading import Taken, Typed, fault, taken, typed

RECEIVED = "/notice/received_time"


def _row(rows: str, path: str, **fields: Any) -> tuple[dict[str, Any], str]:
    return {rows: [{"id": "row001", **fields}]}, f"/{rows}/row001/{path}"


def _same_time(one: str, other: str) -> bool:
    return _time(one) == _time(other)


def _time(said: str) -> time | None:
    try:
        return time.fromisoformat(said.split(maxsplit=1)[0])
    except (ValueError, IndexError):
        return None


def _same_number(one: str, other: str) -> bool:
    try:
        return Decimal(one) == Decimal(other)
    except InvalidOperation:
        return False


@for_each("one", typed("dates"), ids=lambda one: one.id)
def test_a_day(one: Typed) -> None:
    case, path = _row("corrective_actions", "date", date=one.text)
    sites = {"US": ["US"], "UK": ["UK"], "DE": ["DE"]}[one.where.partition("site=")[2].split()[0]]
    case |= {"notice": {"received": str(one.anchor)}, "marketplaces": sites}
    assert one.anchor
    assert fault(one.right, taken(case, path, one.anchor)) == ""


@for_each("one", [one for one in typed("times") if "zones" not in one.where], ids=lambda one: one.id)
def test_a_time_of_day(one: Typed) -> None:
    assert fault(one.right, taken({"notice": {"received_time": one.text}}, RECEIVED), _same_time) == ""


@for_each("one", [one for one in typed("times") if "zones" in one.where], ids=lambda one: one.id)
def test_a_time_with_its_zone_goes_to_two_fields_or_is_asked_about(one: Typed) -> None:
    got = taken({"notice": {"received_time": one.text}}, RECEIVED)
    zone = Case.model_validate({"notice": {"received_time": one.text}}).notice.zone
    hour, _, place = one.right.rstrip(" ~").partition(" ")
    assert fault(one.right if one.right == "~" else hour, got, _same_time) == ""
    assert not got.value or (zone and place in ("", zone)), zone


@for_each("one", typed("zones"), ids=lambda one: one.id)
def test_a_time_zone(one: Typed) -> None:
    assert fault(one.right, taken({"notice": {"zone": one.text}}, "/notice/zone")) == ""


@for_each("one", typed("counts"), ids=lambda one: one.id)
def test_a_count(one: Typed) -> None:
    assert fault(one.right, taken({"affected": one.text}, "/affected"), _same_number) == ""


@for_each("one", typed("percentages"), ids=lambda one: one.id)
def test_a_rate(one: Typed) -> None:
    case, path = _row("metrics", "then/value", metric="late-shipment-rate", then={"value": one.text})
    assert fault(one.right, taken(case, path), _same_number) == ""


@for_each("one", typed("asins"), ids=lambda one: one.id)
def test_an_asin(one: Typed) -> None:
    case, path = _row("products", "asin", asin=one.text)
    assert fault(one.right, taken(case, path)) == ""


@for_each(
    ("kind", "one"),
    [(kind, one) for kind in ("order", "shipment", "case") for one in typed(f"{kind}_ids")],
    ids=[f"{kind} {one.id}" for kind in ("order", "shipment", "case") for one in typed(f"{kind}_ids")],
)
def test_an_id(kind: str, one: Typed) -> None:
    case, path = _row("identifiers", "value", kind=kind, value=one.text)
    assert fault(one.right, taken(case, path)) == ""


def _told(kind: str, text: str) -> Taken:
    found = [one for one in facts_in(clean(text)) if one.kind == kind]
    return Taken(found[0].value if len(found) == 1 else "", (), ("",))


@for_each("one", typed("tracking_ids"), ids=lambda one: one.id)
def test_a_tracking_number_in_what_the_client_sent(one: Typed) -> None:
    got = _told("tracking", one.text)
    assert got.value in ("", one.right.rstrip(" ~"))
    assert got.value or one.right in ("~", "-") or one.right.endswith("~")


@for_each("one", typed("money"), ids=lambda one: one.id)
def test_an_amount_of_money_in_what_the_client_sent(one: Typed) -> None:
    right = one.right.rstrip(" ~-").partition(" ")[0]
    found = [told.value for told in facts_in(one.text) if told.kind == "money"]
    counted = [told.value for told in facts_in(one.text) if told.kind == "count"]
    assert not right or not found or (len(found) == 1 and _same_number(found[0], right)), found
    assert right or one.right == "~" or not found, found
    assert found or one.right.endswith(("~", "-")), "not found"
    assert not (right and counted), f"read as the count {counted}"


@for_each("one", typed("periods"), ids=lambda one: one.id)
def test_a_period_in_what_the_client_sent(one: Typed) -> None:
    found = [told for told in facts_in(one.text, one.anchor, one.anchor) if told.kind == "date"]
    days = [told.values[0] for told in found]
    if one.right == "~":
        return
    right = one.right.rstrip(" ~").split()
    assert days == right or (one.right.endswith("~") and days in ([], ["????" + day[4:] for day in right])), days
