"""What was typed twice in a row, or in its words and its fields, is told once in its sentences."""

from __future__ import annotations

from datetime import date
from typing import Any

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit, Notice, Violation
from poa_app.model.rows import CorrectiveAction, PreventiveMeasure, RootCause
from poa_app.render.letter import compose
from poa_app.render.plain import render_text
from poa_app.resources import folder
from tests.each import for_each

LINKS: dict[str, Any] = {"causes": ("cause1",), "exhibits": ("exhib1",)}


def _said(**rows: Any) -> str:
    case = Case(
        marketplaces=("US",),
        violations=(Violation(id="viola1", enforcement="late-shipment-rate", route="plan-of-action"),),
        notice=Notice(received=date(2026, 11, 9)),
        exhibits=(Exhibit(id="exhib1", title="Log"), Exhibit(id="exhib2", title="Photo")),
        **{"root_causes": (RootCause(id="cause1", what="Labels were printed late"),), **rows},
    )
    return render_text(compose(case, knowledge(), folder("templates"), "short", draft=False))


HELD = "responsible: packer; Exhibit A"


def _cause(**row: Any) -> str:
    days = {"start": date(2026, 10, 1), "end": date(2026, 10, 8), "exhibits": ("exhib1",)}
    return _said(root_causes=(RootCause(**{"id": "cause1", "who": "packer", **days, **row}),))


def _deed(**row: Any) -> str:
    held = {"id": "actio1", "who": "shift lead", "date": date(2026, 11, 12), **LINKS, **row}
    return _said(corrective_actions=(CorrectiveAction(**held),))


def _control(**row: Any) -> str:
    held = {"id": "measu1", "who": "shift lead", "since": date(2026, 11, 12), "record": "rate log", **LINKS, **row}
    return _said(preventive_measures=(PreventiveMeasure(**held),))


@for_each(
    ("row", "said"),
    [
        ({"end": None, "when": "since October 2026"}, f"From October 1 on, labels were printed late ({HELD})."),
        ({"when": "10/1 - 10/8."}, f"From October 1 to October 8, labels were printed late ({HELD})."),
        ({"end": None, "when": "since 10/1"}, f"From October 1 on, labels were printed late ({HELD})."),
        ({"when": "10/1-10/8"}, f"From October 1 to October 8, labels were printed late ({HELD})."),
        ({"when": "from 10/1 to 10/8, mostly at night"}, "to October 8, mostly at night, labels were printed late ("),
        ({"when": "National Day holiday 10/1 - 10/8"}, f"printed late (National Day holiday; {HELD})."),
        ({"when": "10/2 to 10/8"}, "October 2 to 8"),
        ({"why": ("all packers were on holiday from 10/1 to 10/8",)}, ", because all packers were on holiday."),
        ({"why": ("from 10/3 to 10/5 all were ill",)}, "October 3 to 5"),
    ],
)  # fmt: skip
def test_the_days_of_a_cause_are_told_once(row: dict[str, Any], said: str) -> None:
    assert said in _cause(what="labels were printed late", **row)


@for_each(
    ("row", "held"),
    [
        ({"why": ("forgot to check the calendar",)}, ""),
        ({"why": ("calendar not checked", "packer had no training")}, ""),
        ({"why": ("forgot to check the calendar",), "where": "Reno warehouse"}, " packer at the Reno"),
        ({"why": ("the calendar was old",)}, " packer; Exhibit A)"),
        ({"why": ("the packers were ill",)}, " packer; Exhibit A)"),
    ],
)  # fmt: skip
def test_a_role_that_an_answer_names_is_not_named_again(row: dict[str, Any], held: str) -> None:
    said = _cause(what="labels were printed late", **row)
    assert f"responsible:{held}" in said if held else "responsible:" not in said


@for_each(
    ("row", "said"),
    [
        ({"what": "Refunded 3 buyers (Exhibit A)", "how": "in Manage Orders, see Exhibit A"},
         "refunded 3 buyers in Manage Orders (cause 1.1; Exhibit A)."),
        ({"what": "Refunded 3 buyers", "how": "see Exhibit A"}, "refunded 3 buyers (cause 1.1; Exhibit A)."),
        ({"what": "Refunded 3 buyers (Exhibit B)"}, "refunded 3 buyers (Exhibit B)"),
        ({"what": "created removal order RM-1 for 340 units", "how": "removal order RM-1"},
         "created removal order RM-1 for 340 units (cause"),
        ({"what": "Removal order for 340 units", "how": "removal order no. RM-8"},
         "On November 12 the shift lead ordered the removal of 340 units: removal order no. RM-8 (cause"),
        ({"what": "refunded 3 buyers", "how": "refunded in Manage Orders"}, "refunded 3 buyers in Manage Orders ("),
        ({"what": "Sent 200 boxes back", "how": "by truck", "result": "all boxes arrived on 11/12"},
         "; all boxes arrived the same day (cause"),
        ({"what": "Sent 200 boxes back", "how": "by truck", "result": "all boxes arrived on 11/13"},
         "; all boxes arrived on November 13 (cause"),
        ({"what": "Trained 6 packers on 11/12", "how": "training in the warehouse on 11/12, with a sign-in sheet",
          "result": "all passed the test on 11/12"},
         "The shift lead trained 6 packers on November 12: training in the warehouse, with a sign-in sheet (cause"),
        ({"what": "All 6 packers were trained", "how": "by the shift lead"},
         "all 6 packers were trained by the shift lead (cause"),
        ({"what": "Rob Tully rebooked the pick-up", "who": "dispatch lead", "name": "Rob Tully", "how": "by phone"},
         "the dispatch lead, Rob Tully, rebooked the pick-up by phone (cause"),
        ({"what": "Rob marked 3 bins", "who": "dispatch lead", "name": "Rob Tully", "how": "with tape"},
         "the dispatch lead, Rob Tully, marked 3 bins with tape (cause"),
    ],
)  # fmt: skip
def test_a_deed_tells_its_proof_its_day_and_its_doer_once(row: dict[str, Any], said: str) -> None:
    assert said in _deed(**row)


def test_who_is_named_in_the_answer_above_is_she_in_the_next() -> None:
    why = ("operator Lisa did it once a day", "and she was on leave")
    said = _cause(what="we uploaded the numbers too late", who="operator Lisa", why=why)
    assert "because operator Lisa did it once a day, and she was on leave (Exhibit A)." in said


@for_each(
    ("what", "why", "said"),
    [
        ("the pick-up did not come", ("The portal changed", "Rob didn't check the booking"),
         "The dispatch lead, Rob Tully, did not check the booking."),
        ("the pick-up did not come", ("Rob Tully forgot the booking",),
         "because the dispatch lead, Rob Tully, forgot the booking (Exhibit A)."),
        ("forgot the booking", ("Rob was new",), "lead, Rob Tully, forgot the booking, because Rob was new"),
    ],
)  # fmt: skip
def test_a_name_in_an_answer_has_its_role_beside_it(what: str, why: tuple[str, ...], said: str) -> None:
    told = _cause(what=what, why=why, who="dispatch lead", name="Rob Tully")
    assert said in told
    assert "responsible:" not in told


def test_a_town_behind_a_warehouse_is_nobody() -> None:
    said = _cause(what="labels were printed late", who="the warehouse (Reno)", why=("the printer was broken",))
    assert "Reno from" not in said
    assert "responsible: warehouse, Reno" in said


@for_each(
    ("result", "said"),
    [
        ("4 more were wrong and were put right", "All 212 listings were looked at. 4 more were wrong and"),
        ("No other listing had the fault", "All 212 listings were looked at. No other listing had the fault."),
        ("They were put right", "All 212 listings were looked at, and the same fault was found in 4. They were put"),
    ],
)  # fmt: skip
def test_what_a_search_found_is_told_once(result: str, said: str) -> None:
    found = 0 if result.startswith("No") else 4
    search = {"total": 212, "looked_at": 212, "found": found, "unit": "listings"}
    assert said in _deed(what="Checked the listings", how="by report", result=result, **search)


@for_each(
    ("row", "said"),
    [
        ({"what": "Since 11/12 the shift lead reads the rate every day", "frequency": "every day"},
         "Every day since November 12, the shift lead reads the rate ("),
        ({"what": "reads the rate since November 12.", "frequency": "daily"}, "Daily since November 12, the"),
        ({"what": "checks the list since 11/12 every day", "frequency": "daily"}, "shift lead checks the list (cause"),
        ({"what": "checks 5 labels of each batch", "frequency": "each batch, 5 labels"},
         "Since November 12 the shift lead checks 5 labels of each batch (cause"),
        ({"what": "Shift lead: double check of labels", "frequency": "each order"}, "cause 1.1). The record is"),
        ({"what": "reads the rate", "frequency": "daily", "record": "rate log (Exhibit A)"},
         "The record is the rate log (Exhibit A)."),
    ],
)  # fmt: skip
def test_a_control_tells_its_day_its_owner_and_its_proof_once(row: dict[str, Any], said: str) -> None:
    assert said in _control(**row)
