"""A complete case is an appeal; each gap in it is missing, at its own place and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from poa_app.model.appeal import Requirements, answers, appeal
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit
from poa_app.model.paths import edit
from tests.each import for_each


def _faults(case: Case, wanted: Requirements | None = None) -> list[tuple[str, str]]:
    """Return each fault as its type and place."""
    try:
        appeal(case.route or "plan-of-action").model_validate(answers(case), context=wanted)
    except ValidationError as error:
        return [(fault["type"], "/" + "/".join(map(str, fault["loc"]))) for fault in error.errors()]
    return []


def test_a_complete_case_is_an_appeal_by_its_route(example: Case) -> None:
    assert example.route
    made = appeal(example.route).model_validate(answers(example))
    asked_for = {"plan-of-action": "corrective_actions", "documents": "suppliers"}[example.route]
    assert len(getattr(made, asked_for)) == len(getattr(example, asked_for)) > 0


SINGLE = ["/scope", "/opening", "/closing", "/letter_date", "/fulfilment", "/marketplaces", "/client/store",
          "/client/signatory_title", "/notice/received"]  # fmt: skip
IN_ROWS = [
    ("metrics", "target"), ("metrics", "then/value"), ("metrics", "now/end"), ("products", "asin"),
    ("root_causes", "head"), ("root_causes", "what"), ("root_causes", "start"), ("root_causes", "who"),
    ("root_causes", "why"), ("corrective_actions", "what"), ("corrective_actions", "date"),
    ("corrective_actions", "who"), ("corrective_actions", "how"), ("corrective_actions", "causes"),
    ("corrective_actions", "exhibits"), ("corrective_actions", "done"), ("preventive_measures", "what"),
    ("preventive_measures", "since"),
    ("preventive_measures", "frequency"), ("preventive_measures", "who"), ("preventive_measures", "record"),
    ("preventive_measures", "causes"), ("preventive_measures", "exhibits"), ("exhibits", "kind"), ("exhibits", "title"),
    ("exhibits", "date"), ("violations", "enforcement"), ("violations", "stage"),
]  # fmt: skip


def _emptied(case: Case, path: str) -> Case:
    row = path.rsplit("/", 1)[-1]
    return edit(case, path, () if row in ("why", "causes", "exhibits", "marketplaces") else None)


@for_each("path", SINGLE)
def test_an_empty_field_is_missing_at_its_own_place_only(late_shipment: Case, path: str) -> None:
    assert _faults(_emptied(late_shipment, path)) == [("missing", path)]


@for_each(("rows", "field"), IN_ROWS)
def test_an_empty_slot_of_the_last_row_is_missing_there_only(late_shipment: Case, rows: str, field: str) -> None:
    number = len(getattr(late_shipment, rows)) - 1
    row = getattr(late_shipment, rows)[number].id
    case = _emptied(late_shipment, f"/{rows}/{row}/{field}")
    faults = _faults(case)
    expected = [("missing", f"/{rows}/{number}/{field}")]
    if (rows, field) == ("corrective_actions", "done"):
        assert faults == expected
    else:
        assert [fault for fault in faults if not fault[1].endswith("/done")] == expected


@for_each("blank", ["", "   ", "\n", "\u3000"])
def test_a_blank_answer_is_no_answer(late_shipment: Case, blank: str) -> None:
    assert _faults(edit(late_shipment, "/scope", blank)) == [("missing", "/scope")]


def test_a_chain_of_blank_clauses_is_missing(late_shipment: Case) -> None:
    path = f"/root_causes/{late_shipment.root_causes[0].id}/why"
    assert _faults(edit(late_shipment, path, ("", " "))) == [("missing", "/root_causes/0/why")]


def test_a_row_without_anything_keeps_its_place(late_shipment: Case) -> None:
    causes = late_shipment.root_causes
    case = edit(late_shipment, "/root_causes", ({"id": "empty1"}, *causes))
    assert {place.rsplit("/", 1)[0] for _, place in _faults(case)} == {"/root_causes/0"}


@pytest.mark.parametrize(
    ("path", "value"), [("/letter_date", "soon"), ("/notice/received", "2026-02-30"), ("/notice/complaint", "in May")]
)
def test_a_day_that_cannot_be_read_is_a_fault_but_not_a_gap(late_shipment: Case, path: str, value: str) -> None:
    (kind, place), *more = _faults(edit(late_shipment, path, value))
    assert (kind != "missing", place, more) == (True, path, [])


def test_a_negative_count_is_a_fault(late_shipment: Case) -> None:
    path = f"/metrics/{late_shipment.metrics[0].id}/then/numerator"
    assert [place for _, place in _faults(edit(late_shipment, path, -1))] == ["/metrics/0/then/numerator"]


def test_a_deed_that_was_not_done_is_no_deed(late_shipment: Case) -> None:
    path = f"/corrective_actions/{late_shipment.corrective_actions[0].id}/done"
    assert [place for _, place in _faults(edit(late_shipment, path, False))] == ["/corrective_actions/0/done"]


def test_documents_do_not_ask_for_a_plan(supply_chain: Case) -> None:
    assert supply_chain.root_causes == ()
    assert _faults(supply_chain) == []


@for_each("field", ["name", "role", "phone", "address"])
def test_a_supplier_must_be_reachable(supply_chain: Case, field: str) -> None:
    path = f"/suppliers/{supply_chain.suppliers[0].id}/{field}"
    assert _faults(edit(supply_chain, path, None)) == [("missing", f"/suppliers/0/{field}")]


def test_a_wanted_metric_and_exhibit_are_missing_by_their_names(late_shipment: Case) -> None:
    wanted = Requirements(metrics=("order-defect-rate",), exhibits=("invoices",))
    assert _faults(late_shipment, wanted) == [
        ("missing", "/metrics/order-defect-rate"),
        ("missing", "/exhibits/invoices"),
    ]


def test_a_kind_of_exhibit_can_want_fields_of_its_own(late_shipment: Case) -> None:
    paper = Exhibit(id="paper1", kind="invoices", title="Invoice", date=late_shipment.letter_date)
    case = edit(late_shipment, "/exhibits", (paper,))
    wanted = Requirements(exhibit_fields={"invoices": ("number", "issuer"), "log": ("number",)})
    assert _faults(case, wanted) == [("missing", "/exhibits/0/number"), ("missing", "/exhibits/0/issuer")]


def test_an_enforcement_can_want_fields_of_products(supply_chain: Case) -> None:
    path = f"/products/{supply_chain.products[0].id}/sold"
    wanted = Requirements(product_fields=("sold",))
    assert _faults(supply_chain, wanted) == []
    assert _faults(edit(supply_chain, path, None), wanted) == [("missing", "/products/0/sold")]


def test_what_the_row_lacks_and_what_the_enforcement_wants_are_told_together(late_shipment: Case) -> None:
    faults = _faults(edit(late_shipment, "/scope", None), Requirements(exhibits=("invoices",)))
    assert faults == [("missing", "/scope"), ("missing", "/exhibits/invoices")]


def _blank_leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [one for item in value.values() for one in _blank_leaves(item)]
    if isinstance(value, tuple):
        return [one for item in value for one in _blank_leaves(item)] or ([value] if not value else [])
    return [value] if value is None or (isinstance(value, str) and not value.strip()) else []


def test_answers_hold_nothing_blank(example: Case) -> None:
    given = answers(edit(example, "/scope", " "))
    assert "scope" not in given
    assert _blank_leaves(given) == []
