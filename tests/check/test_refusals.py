"""What Amazon found wanting stands until that part has really changed, and is gone then."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from poa_app import desk
from poa_app.check.refusals import last_refused, refusals
from poa_app.model.case import Case
from poa_app.model.facts import EarlierAppeal, Exhibit
from poa_app.model.finding import Finding
from poa_app.model.paths import edit
from tests.each import for_each

DEED = "/corrective_actions/actio1"
OLD = (
    "On November 12 the warehouse supervisor bought the labels of 30 open orders. He compared the list with the shelf."
)


def _case(plan: Case, *wanting: str, **fields: Any) -> Case:
    earlier = EarlierAppeal(id="earli1", wanting=wanting, **({"text": OLD} | fields))
    case = edit(plan, "/earlier_appeals", (earlier,))
    for name in ("what", "how"):
        case = edit(case, f"{DEED}/{name}", None)
    return edit(edit(case, f"{DEED}/passage", OLD), f"{DEED}/done", True)


def _found(case: Case, day: date) -> list[Finding]:
    return [one for one in desk.check_case(case, day) if one.rule.startswith("refusals.")]


def _rules(case: Case, day: date) -> list[tuple[str, str]]:
    return [(one.rule, one.path) for one in _found(case, day)]


def test_a_case_without_a_refusal_has_nothing_to_answer(plan: Case, day: date) -> None:
    assert _rules(edit(plan, "/earlier_appeals", (EarlierAppeal(id="earli1", text=OLD),)), day) == []


@for_each(
    "touched",
    [OLD, OLD.replace(". He", "; he"), OLD.replace("bought the labels", "purchased the labels"), OLD.upper()],
    ids=["unchanged", "a comma", "a synonym", "capitals"],
)
def test_a_part_that_was_merely_touched_is_still_wanting(plan: Case, day: date, touched: str) -> None:
    case = edit(_case(plan, "corrective-actions"), f"{DEED}/passage", touched)
    assert ("refusals.unchanged", "/corrective_actions") in _rules(edit(case, f"{DEED}/done", True), day)


@pytest.mark.parametrize(
    "more",
    [
        "On November 14 the supervisor did the same again.",
        "The labels of 12 more orders followed.",
        "The carrier now sends a driver whenever the scanner shows an order without a first scan.",
    ],
    ids=["a day", "a count", "a sentence"],
)
def test_a_part_that_says_something_new_is_answered(plan: Case, day: date, more: str) -> None:
    case = edit(_case(plan, "corrective-actions"), f"{DEED}/passage", f"{OLD} {more}")
    assert ("refusals.unchanged", "/corrective_actions") not in _rules(edit(case, f"{DEED}/done", True), day)


def test_only_the_part_that_is_wanting_is_named(plan: Case, day: date) -> None:
    paths = {path for _, path in _rules(_case(plan, "corrective-actions"), day)}
    assert all(path.startswith("/corrective_actions") for path in paths)


def test_a_thin_cause_is_told_what_it_says_nothing_of(plan: Case, day: date) -> None:
    case = edit(_case(plan, "root-causes"), "/root_causes/cause1/explains", None)
    case = edit(case, "/root_causes/cause1/unnoticed", ())
    (thin,) = (one for one in _found(case, day) if one.rule == "refusals.thin")
    assert thin.path == "/root_causes/cause1"
    assert "how many orders or units it explains or why nobody noticed it before Amazon did" in thin.message
    assert "涉及多少订单或商品、为什么在亚马逊指出之前没有人发现" in thin.message_zh


def test_a_passage_that_says_it_need_not_say_it_in_a_field(plan: Case, day: date) -> None:
    case = edit(_case(plan, "corrective-actions"), f"{DEED}/date", None)
    assert not [one for one in _found(case, day) if one.rule == "refusals.thin"]


def test_an_action_in_the_future_is_not_implemented(plan: Case, day: date) -> None:
    case = edit(_case(plan, "not-implemented"), "/preventive_measures/measu1/since", date(2026, 12, 24))
    assert ("refusals.not-implemented", "/preventive_measures/measu1") in _rules(case, day)


def test_a_document_that_was_seen_goes_out_again_only_with_a_new_one_of_its_kind(plan: Case, day: date) -> None:
    case = _case(plan, "documents-invalid", papers=("exhib1",))
    assert _rules(case, day) == [("refusals.documents-invalid", "/exhibits/exhib1")]
    new = Exhibit(id="exhib2", kind="order-list", title="Late orders with their carriers")
    assert _rules(edit(case, "/exhibits", (*case.exhibits, new)), day) == []


def test_the_refusal_answered_is_the_last_one() -> None:
    one, two = (
        EarlierAppeal(id=f"earli{n}", wanting=("identity",), answered=date(2026, 11, day))
        for n, day in ((1, 20), (2, 11))
    )
    assert last_refused((one, two)) is one
    assert last_refused((EarlierAppeal(id="earli3"),)) is None


def test_what_stands_in_no_list_raises_nothing(ask: Any) -> None:
    wanting = ("root-causes", "corrective-actions", "preventive-measures", "not-implemented", "documents-missing")
    case = Case(earlier_appeals=(EarlierAppeal(id="earli1", wanting=wanting),))
    assert {one.rule for one in ask(refusals, case)} == {"refusals.no-text", "refusals.documents-missing"}
