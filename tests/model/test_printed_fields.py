"""What stays inside the agency is never listed as printing; all else that was entered is."""

from __future__ import annotations

from poa_app.model.case import Case
from poa_app.model.paths import edit, pattern
from poa_app.model.printed_fields import printed_fields
from tests.each import for_each

INSIDE = (
    "/poa_case", "/client/id", "/notice/text", "/deadline/words", "/deadline/due", "/corrective_actions/*/done",
    "/violations/*/level", "/violations/*/route", "/violations/*/stage", "/notice/requests/*/section",
)  # fmt: skip
PRINTS = (
    "/client/store", "/client/merchant_token", "/marketplaces/*", "/scope", "/opening", "/closing", "/letter_date",
    "/root_causes/*/what", "/root_causes/*/why/*", "/corrective_actions/*/who", "/preventive_measures/*/deputy",
    "/metrics/*/then/value", "/exhibits/*/title", "/notice/received", "/notice/requests/*/words",
)  # fmt: skip


def _patterns(case: Case) -> set[str]:
    return {pattern(path) for path, _ in printed_fields(case)}


@for_each("kind", INSIDE)
def test_a_field_of_the_agency_never_prints(late_shipment: Case, kind: str) -> None:
    assert kind not in _patterns(late_shipment)


@for_each("kind", PRINTS)
def test_a_field_of_the_letter_prints(late_shipment: Case, kind: str) -> None:
    assert kind in _patterns(late_shipment)


@for_each(
    ("rows", "note"),
    [
        ("/drafts", {"path": "/opening", "text": "secret"}),
        ("/not_applicable", {"path": "/exhibits/log", "reason": "secret"}),
        ("/overruled", {"rule": "dates.order", "path": "/opening", "reason": "secret"}),
        ("/earlier_appeals", {"id": "early1", "text": "secret", "answer": "secret"}),
        ("/client_messages", {"id": "messa1", "sender": "secret", "text": "secret"}),
    ],
)
def test_notes_never_print(late_shipment: Case, rows: str, note: dict[str, str]) -> None:
    case = edit(late_shipment, rows, (note,))
    assert not [value for _, value in printed_fields(case) if value == "secret"]


def test_a_letter_of_documents_leaves_the_plan_out(late_shipment: Case) -> None:
    case = edit(late_shipment, f"/violations/{late_shipment.violations[0].id}/route", "documents")
    heads = {path.split("/")[1] for path, _ in printed_fields(case)}
    assert not heads & {"root_causes", "corrective_actions", "preventive_measures"}
    assert not {"/metrics/*/now/value", "/metrics/*/note"} & _patterns(case)
    assert "/metrics/*/then/value" in _patterns(case)


def test_a_blank_field_does_not_print() -> None:
    assert _patterns(Case()) == set()
