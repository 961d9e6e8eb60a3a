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
def guided(wide: Any) -> Any:
    """A wide tab with guidance on."""
    wide.server.store.set_setting("guidance", "on")
    return wide


@pytest.fixture
def narrow_guided(narrow: Any) -> Any:
    """A narrow one."""
    narrow.server.store.set_setting("guidance", "on")
    return narrow


def _gaps(desk: Any) -> list[str]:
    case: Case = desk.server.store.load(desk.id).case
    paths = dict.fromkeys(one.path for one in check_case(case, desk.today()) if one.severity == "blocks")
    return sorted(paths, key=lambda path: ORDER.index(steps(path)[0]))


def test_the_first_steps_lead_through_the_notice_from_the_enforcement_on(narrow_guided: Any) -> None:
    desk = narrow_guided
    desk.open(notices.begin(), "notice")
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
    desk.open(_chosen(notices.begin()), "workbench")
    desk.press("Next gap")
    walked = [desk.in_focus()]
    for number in range(14):
        gaps = _gaps(desk)
        if number % 2:
            desk.page.keyboard.press("Alt+n")
            desk.settle()
        else:
            desk.enter(desk.keyed(f"on{desk.id}").locator("button"))
        walked.append(desk.in_focus())
        assert walked[-1] == gaps[gaps.index(walked[-2]) + 1]
    assert "/metrics" in walked[-1]
    assert desk.page.url.startswith(f"{desk.server.url}/workbench")


def test_a_point_of_the_check_leads_to_its_field_and_back(guided: Any) -> None:
    desk = guided
    desk.open(_chosen(notices.begin()), "check")
    found = check_case(desk.server.store.load(desk.id).case, desk.today())
    heavy = list(dict.fromkeys(one.path for one in found if one.severity == "blocks"))
    place = next(number for number, path in enumerate(heavy) if path.endswith("/record"))
    desk.page.get_by_role("button", name=desk.say("Go")).nth(place).click()
    desk.settle()
    assert desk.in_focus() == heavy[place]
    desk.page.go_back()
    desk.settle()
    assert "/check" in desk.page.url


def test_the_units_a_paper_covers_are_entered_where_the_gap_leads(narrow: Any, supply_chain: Case) -> None:
    desk = narrow
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
