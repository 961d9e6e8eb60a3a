"""With guidance on, a beginner is led from gap to gap, the cursor each time in the field that is asked for."""

from __future__ import annotations

from typing import Any

import pytest

from poa_app.desk import notices
from poa_app.desk.letters import check_case
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.paths import edit, steps
from poa_app.ui.guide import ORDER


@pytest.fixture
def guided(desk: Any) -> Any:
    """A tab with guidance on, on the notice of an empty case."""
    desk.server.store.set_setting("guidance", "on")
    desk.open(notices.begin(), "notice")
    return desk


def _gaps(desk: Any) -> list[str]:
    case: Case = desk.server.store.load(desk.id).case
    paths = dict.fromkeys(one.path for one in check_case(case, desk.today()) if one.severity == "blocks")
    return sorted(paths, key=lambda path: ORDER.index(steps(path)[0]))


def test_the_first_steps_lead_through_the_notice_from_the_enforcement_on(guided: Any) -> None:
    desk = guided
    desk.press("Next gap")
    enforcement = f"/violations/{desk.server.held(desk.id, '/violations')[0].id}/enforcement"
    assert desk.in_focus() == enforcement == _gaps(desk)[0]
    name = knowledge().enforcements["late-shipment-rate"].name
    desk.choose(enforcement, name.zh if desk.language == "zh" else name.en)
    assert desk.server.store.load(desk.id).case.route == "plan-of-action"
    desk.enter(desk.keyed(f"on{desk.id}").locator("button"))
    assert desk.in_focus() == "/marketplaces"
    desk.enter(desk.keyed(f"on{desk.id}").locator("button"))
    assert desk.in_focus() == "/fulfilment", "a gap that was passed over is not asked for again"
    desk.choose("/fulfilment", desk.say("Seller-fulfilled"))
    desk.enter(desk.keyed(f"on{desk.id}").locator("button"))
    names = ("store", "legal_name", "merchant_token", "signatory", "signatory_title")
    for path, text in zip(
        (f"/client/{name}" for name in names),
        ("Pinefield", "Pinefield Ltd.", "A2EXAMPLE71536", "Shen Yiming", "GM"),
        strict=True,
    ):
        assert desk.in_focus() == path
        desk.page.keyboard.type(text)
        desk.enter(desk.keyed(f"on{desk.id}").locator("button"))
        desk.stores(path, text)
    assert desk.in_focus() == "/notice/received"


def test_then_it_leads_over_the_workbench_row_by_row(guided: Any) -> None:
    desk = guided
    desk.server.store.change(desk.id, _chosen, "/violations")
    desk.open(desk.id, "workbench")
    desk.press("Next gap")
    walked = [desk.in_focus()]
    for _ in range(14):
        gaps = _gaps(desk)
        desk.enter(desk.keyed(f"on{desk.id}").locator("button"))
        walked.append(desk.in_focus())
        assert walked[-1] == gaps[gaps.index(walked[-2]) + 1]
    assert "/metrics" in walked[-1]
    assert desk.page.url.startswith(f"{desk.server.url}/workbench")


def test_guidance_says_what_to_enter_why_and_gives_an_example(guided: Any) -> None:
    desk = guided
    desk.server.store.change(desk.id, _chosen, "/violations")
    desk.open(desk.id, "workbench")
    action = f"/corrective_actions/{desk.server.held(desk.id, '/corrective_actions')[0].id}"
    desk.open_row(action)
    question = knowledge().questions["/corrective_actions/*/who"]
    ask = question.ask.zh if desk.language == "zh" else question.ask.en
    assert desk.keyed(f"field{desk.id}{action}/who").get_by_text(ask, exact=False).is_visible()
    assert question.example in (desk.field(f"{action}/who").get_attribute("placeholder") or "")
    cause = f"/root_causes/{desk.server.held(desk.id, '/root_causes')[0].id}"
    desk.open_row(cause)
    desk.leave(f"{cause}/why", "the sheet was not read\nit was a human error")
    told = desk.say("therefore")
    assert desk.page.get_by_text(f"it was a human error → {told} the sheet was not read").is_visible()
    assert desk.page.get_by_text("追问停在了个人" if desk.language == "zh" else "Ask once more").first.is_visible()


def test_a_point_of_the_check_leads_to_its_field_and_back(guided: Any) -> None:
    desk = guided
    desk.server.store.change(desk.id, _chosen, "/violations")
    desk.open(desk.id, "check")
    found = check_case(desk.server.store.load(desk.id).case, desk.today())
    heavy = list(dict.fromkeys(one.path for one in found if one.severity == "blocks"))
    place = next(number for number, path in enumerate(heavy) if path.endswith("/record"))
    desk.page.get_by_role("button", name=desk.say("Go")).nth(place).click()
    desk.settle()
    assert desk.in_focus() == heavy[place]
    desk.page.go_back()
    desk.settle()
    assert "/check" in desk.page.url


def test_the_units_a_paper_covers_are_entered_where_the_gap_leads(desk: Any, supply_chain: Case) -> None:
    paper = next(one for one in supply_chain.exhibits if one.covers)
    place = f"/exhibits/{paper.id}/covers"
    desk.open(edit(supply_chain, place, ()), "check")
    desk.page.get_by_role("button", name=desk.say("Go")).first.click()
    desk.settle()
    desk.keyed(f"add{desk.id}{place}").locator("button").click()
    desk.settle()
    (line,) = desk.server.held(desk.id, place)
    product = supply_chain.products[0]
    desk.choose(f"{place}/{line.id}/product", product.asin or "")
    desk.leave(f"{place}/{line.id}/quantity", "1800")
    desk.stores(f"{place}/{line.id}/product", product.id)
    desk.stores(f"{place}/{line.id}/quantity", 1800)
    desk.press("Remove {row}", row=f"{desk.row_name('exhibits', 'A')} {desk.row_name('covers', 1)}")
    desk.stores(place, ())


def _chosen(case: Case) -> Case:
    return notices.choose_enforcement(case, case.violations[0].id, "late-shipment-rate")
