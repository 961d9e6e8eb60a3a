"""The last look at the letter: gaps, empty headings and what is no English block whatever was answered before."""

from __future__ import annotations

from datetime import date

import pytest

from poa_app import desk
from poa_app.model.case import Case, NotApplicable
from poa_app.model.facts import Request
from poa_app.model.finding import Finding
from poa_app.model.paths import edit
from tests.conftest import signed
from tests.each import for_each


def blocking(case: Case, today: date) -> list[tuple[str, str]]:
    return [(one.rule, one.path) for one in desk.check_case(case, today) if one.severity == "blocks"]


def waived(case: Case, *paths: str) -> Case:
    return edit(case, "/not_applicable", tuple(NotApplicable(path=path, reason="Not known.") for path in paths))


@for_each("path", ["/opening", "/closing", "/client/signatory", "/notice/received"])
def test_what_the_letter_cannot_do_without_blocks_also_when_it_was_answered(
    path: str, late_shipment: Case, today: date
) -> None:
    case = waived(edit(late_shipment, path, None), path)
    assert blocking(case, today) == [("completeness.missing", path)]


def test_a_waived_field_takes_its_clause_with_it(late_shipment: Case, today: date) -> None:
    assert blocking(waived(edit(late_shipment, "/fulfilment", None), "/fulfilment"), today) == []


@pytest.mark.parametrize("name", ["root_causes", "corrective_actions", "preventive_measures"])
def test_a_plan_without_one_row_of_each_kind_blocks_whatever_was_answered(
    name: str, late_shipment: Case, today: date
) -> None:
    case = waived(edit(late_shipment, f"/{name}", ()), f"/{name}")
    assert ("completeness.missing", f"/{name}") in blocking(case, today)


def test_a_heading_with_nothing_beneath_it_blocks(late_shipment: Case, today: date) -> None:
    asked = Request(id="rqoth1", section="other", words="State who owns the account")
    case = edit(late_shipment, "/notice/requests", (*late_shipment.notice.requests, asked))
    found = {path for _, path in blocking(case, today)}
    assert any(path.startswith("/notice/requests/rqoth1") for path in found)
    answered = edit(case, "/notice/requests/rqoth1/answer", "The company named above owns it.")
    assert not any(path.startswith("/notice/requests/rqoth1") for _, path in blocking(answered, today))


def test_the_closing_is_no_content_of_the_last_section(supply_chain: Case) -> None:
    answer = f"/notice/requests/{supply_chain.notice.requests[-1].id}/answer"
    assert ("letter.empty-section", answer) in blocking(edit(supply_chain, answer, None), signed(supply_chain))


def test_a_letter_of_documents_without_a_request_has_no_empty_section(supply_chain: Case) -> None:
    bare = edit(supply_chain, "/notice/requests", ())
    assert "letter.empty-section" not in {rule for rule, _ in blocking(bare, signed(supply_chain))}


@pytest.mark.parametrize("words", ["责任人", "（ok）", "41件", "\ufffd", "\uf0b7", "Привет", "한국", "１４", "％"])
@pytest.mark.parametrize("path", ["/opening", "/scope"])
def test_what_is_no_english_blocks_and_cannot_be_overruled(
    words: str, path: str, late_shipment: Case, today: date
) -> None:
    case = edit(late_shipment, path, f"We closed {words} offers.")
    found: list[Finding] = [one for one in desk.check_case(case, today) if one.severity == "blocks"]
    assert {one.path for one in found} == {path}
    assert any(not one.can_be_overruled for one in found)


def test_a_companys_name_in_its_own_script_prints_beside_the_english_one(late_shipment: Case, today: date) -> None:
    assert blocking(edit(late_shipment, "/client/local_name", "宁波示例有限公司"), today) == []


@pytest.mark.parametrize("when", ["then", "now"])
def test_a_notice_without_figures_is_answered_at_once(when: str, late_shipment: Case, today: date) -> None:
    metric = late_shipment.metrics[0]
    bare = metric.model_copy(update={when: type(metric.then)(), "passage": None, "now_passage": None, "note": None})
    case = edit(late_shipment, "/metrics", (bare,))
    path = f"/metrics/{metric.id}/{when}"
    assert len([one for _, one in blocking(case, today) if one.startswith(path)]) == 5
    assert [one for one in blocking(waived(case, path), today) if "metrics" in one[1]] == []
