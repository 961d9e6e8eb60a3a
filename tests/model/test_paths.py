"""A path leads to one field and no other: what is read there, what is changed there, and what kind it is."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.paths import edit, get, leaves, pattern
from poa_app.model.rows import CorrectiveAction
from tests.each import for_each

CASE = Case.model_validate(
    {
        "scope": "all offers",
        "marketplaces": ["US", "CA"],
        "root_causes": [{"id": "aaaaaa", "what": "one", "why": ["first", "second"]}, {"id": "000001", "what": "two"}],
        "corrective_actions": [
            {"id": "bbbbbb", "what": "moved it", "who": "clerk", "causes": ["aaaaaa"], "done": True}
        ],
        "exhibits": [{"id": "cccccc", "covers": [{"id": "dddddd", "quantity": 5}]}],
    }
)
DEED = "/corrective_actions/bbbbbb"


def test_each_leaf_is_found_again_by_its_path(example: Case) -> None:
    for path, value in leaves(example):
        assert get(example, path) == value


def test_no_two_leaves_share_a_path(example: Case) -> None:
    paths = [path for path, _ in leaves(example)]
    assert len(set(paths)) == len(paths)


def test_putting_back_what_is_there_changes_nothing(example: Case) -> None:
    for path, value in leaves(example):
        assert edit(example, path, value) == example


@for_each(
    ("path", "value"),
    [
        ("/scope", "all offers"),
        ("/marketplaces/1", "CA"),
        ("/marketplaces", ("US", "CA")),
        ("/client/store", None),
        ("/root_causes/000001/what", "two"),
        ("/root_causes/aaaaaa/why/0", "first"),
        ("/exhibits/cccccc/covers/dddddd/quantity", 5),
        ("", CASE),
    ],
)
def test_a_path_reads_its_field(path: str, value: object) -> None:
    assert get(CASE, path) == value


NOWHERE = [
    "/nothing",
    "/scope/deeper",
    "/root_causes/zzzzzz/what",
    "/root_causes/0/what",
    "/root_causes/aaaaaa/nothing",
    "/root_causes/aaaaaa/why/2",
    "/root_causes/aaaaaa/why/0/deeper",
    "/root_causes/aaaaaa/why/-1",
    "/client/model_fields",
    "/client/__class__",
    "/model_config",
    "/route",
    "/",
]


@for_each("path", NOWHERE)
def test_a_path_to_nowhere_is_told(path: str) -> None:
    with pytest.raises(KeyError):
        get(CASE, path)
    with pytest.raises(KeyError):
        edit(CASE, path, "x")


@for_each(
    "path", ["/scope", "/client/store", "/marketplaces/0", "/root_causes/aaaaaa/why/1", "/root_causes/000001/head"]
)
def test_an_edit_changes_one_place_and_leaves_the_old_case_alone(path: str) -> None:
    before = dict(leaves(CASE))
    after = dict(leaves(edit(CASE, path, "changed")))
    assert after[path] == "changed"
    assert {one for one in after if after[one] != before.get(one)} == {path}
    assert dict(leaves(CASE)) == before


@given(st.text(st.characters(exclude_categories=())))
@settings(deadline=None, max_examples=100, derandomize=True)
def test_any_text_can_be_put_into_a_text_field(typed: str) -> None:
    once = get(edit(CASE, "/scope", typed), "/scope")
    assert get(edit(CASE, "/scope", once), "/scope") == once


def test_an_edit_cleans_what_was_typed() -> None:
    assert get(edit(CASE, "/scope", "a\r\nb\ufffe"), "/scope") == "a\nb\N{REPLACEMENT CHARACTER}"


@for_each(
    ("path", "value"),
    [("/scope", 5), ("/fulfilment", "pigeon"), ("/root_causes/aaaaaa/id", "not an id"), ("/root_causes", ({"id": 1},))],
)
def test_an_edit_that_a_place_cannot_hold_is_refused(path: str, value: object) -> None:
    with pytest.raises(ValidationError):
        edit(CASE, path, value)


@for_each(
    ("field", "value"),
    [("what", "closed it"), ("date", "2026-11-10"), ("who", "buyer"), ("where", "here"), ("how", "by hand"),
     ("result", "None is late")],
)  # fmt: skip
def test_a_changed_fact_of_a_deed_takes_back_that_it_was_done(field: str, value: object) -> None:
    assert get(edit(CASE, f"{DEED}/{field}", value), f"{DEED}/done") is None


def test_every_fact_of_a_deed_takes_it_back() -> None:
    facts = set(CorrectiveAction.model_fields) - {"id", "kind", "done", "passage", "causes", "exhibits"}
    assert facts == {
        "what", "date", "who", "name", "where", "how", "result", "total", "unit", "looked_at", "found",
    }  # fmt: skip


@for_each(
    ("field", "value"),
    [
        ("passage", "On that day we moved it."),
        ("what", "moved it"),
        ("done", True),
        ("causes", ()),
        ("exhibits", ("cccccc",)),
    ],
)
def test_a_deed_stays_done_while_its_facts_stay(field: str, value: object) -> None:
    assert get(edit(CASE, f"{DEED}/{field}", value), f"{DEED}/done") is True


def test_a_change_elsewhere_leaves_a_deed_done() -> None:
    assert get(edit(CASE, "/root_causes/aaaaaa/what", "another"), f"{DEED}/done") is True


@for_each(
    ("path", "kind"),
    [
        ("/scope", "/scope"),
        ("/marketplaces/0", "/marketplaces/*"),
        ("/root_causes/aaaaaa/why/12", "/root_causes/*/why/*"),
        ("/exhibits/cccccc/covers/dddddd/quantity", "/exhibits/*/covers/*/quantity"),
        ("/notice/requests/abc123/words", "/notice/requests/*/words"),
        ("/exhibits/invoices", "/exhibits/invoices"),
        ("/metrics/late-shipment-rate", "/metrics/late-shipment-rate"),
        ("/client/store", "/client/store"),
        ("", ""),
    ],
)
def test_a_kind_of_field_stands_for_all_its_rows(path: str, kind: str) -> None:
    assert pattern(path) == kind


def _held(names: Any) -> list[str]:
    return [name for name in names if pattern(f"/exhibits/{name}") == "/exhibits/*"]


def test_no_evidence_or_metric_bears_a_name_that_reads_as_a_row() -> None:
    assert _held(knowledge().evidence) == []
    assert _held(knowledge().metrics) == []
