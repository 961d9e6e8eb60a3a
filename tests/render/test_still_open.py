"""What of the deeds is not finished is told openly after them, each with its proof, and nowhere twice."""

from __future__ import annotations

from datetime import date

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit, Notice, Violation
from poa_app.model.paths import edit
from poa_app.model.routes import letter_routes
from poa_app.model.rows import CorrectiveAction, OpenPoint, RootCause
from poa_app.render.letter import compose, passage
from poa_app.render.plain import render_text, words
from poa_app.resources import folder


def _case(*results: str, passage: str | None = None) -> Case:
    return Case(
        violations=(Violation(id="viola1", enforcement="late-shipment-rate", route="plan-of-action"),),
        notice=Notice(received=date(2026, 11, 9)),
        root_causes=(RootCause(id="cause1", what="Labels were printed late"),),
        exhibits=(Exhibit(id="exhib1", title="Log"),),
        corrective_actions=tuple(
            CorrectiveAction(id=f"actio{place}", what="Recalled the bags", date=date(2026, 11, 12), who="shift lead",
                             how="by removal order", result=result, causes=("cause1",),
                             exhibits=("exhib1",), passage=passage)
            for place, result in enumerate(results, 1)
        ),
    )  # fmt: skip


def _said(case: Case, template: str = "short") -> str:
    return render_text(compose(case, knowledge(), folder("templates"), template, draft=False))


OPEN = "240 bags arrived on November 20, 148 bags still on the way"


def test_one_open_point_has_a_line_of_its_own_after_the_deeds() -> None:
    said = _said(_case(OPEN))
    assert (
        "(cause 1.1; Exhibit A). 240 bags arrived on November 20.\n\nStill open. 148 bags are still on the way " in said
    )
    assert "still on the way (cause 1.1; Exhibit A).\n\n3. Preventive" in said


def test_several_open_points_stand_in_a_list() -> None:
    said = _said(_case(OPEN, "2 claims still open with the carrier"))
    assert "Still open:\n\n- 148 bags are still on the way (cause" in said
    assert "\n- 2 claims are still open with the carrier (cause 1.1; Exhibit A).\n" in said


def test_where_all_is_done_no_heading_says_otherwise() -> None:
    assert "Still open" not in _said(_case("All 388 bags arrived."))


def test_a_passage_that_is_proposed_keeps_what_is_open_in_its_own_row() -> None:
    proposed = words(passage(_case(OPEN), knowledge(), folder("templates"), "/corrective_actions/actio1"))
    assert "148 bags still on the way" in proposed


def test_a_passage_somebody_wrote_is_not_followed_by_its_slots() -> None:
    said = _said(
        _case(OPEN, passage="On November 12 the lead recalled 388 bags; 148 are on the way (cause 1.1; Exhibit A).")
    )
    assert "Still open" not in said


def _with_points(case: Case, *points: OpenPoint) -> Case:
    return edit(case, "/open_points", points)


def test_points_of_their_own_stand_behind_the_controls_with_day_owner_number_and_proof() -> None:
    case = _with_points(
        _case("All 388 bags arrived."),
        OpenPoint(id="point1", what="the second alert by text message is not built yet.", due=date(2026, 12, 8),
                  who="IT manager", exhibits=("exhib1",)),
        OpenPoint(id="point2", what="no cause was found when we asked the packers", unexplained=3),
    )  # fmt: skip
    said = _said(case)
    listed = said[said.index("3. Preventive") :]
    assert "\nStill open:\n\n- The second alert by text message is not built yet" in listed
    assert "not built yet (by December 8; responsible: IT manager; Exhibit A).\n" in listed
    assert "\n- No cause was found when we asked the packers (3 orders).\n" in listed
    assert "the second alert by text message" in _said(case, "full")


def test_what_the_words_of_a_point_tell_is_not_said_again_behind_them() -> None:
    point = OpenPoint(id="point1", what="For 3 orders the IT manager looks for the cause until December 8",
                      due=date(2026, 12, 8), who="IT manager", unexplained=3)  # fmt: skip
    said = _said(_with_points(_case("All 388 bags arrived."), point))
    assert "Still open. For 3 orders the IT manager looks for the cause until December 8.\n" in said


def test_what_deeds_leave_open_and_the_points_stand_in_one_list() -> None:
    said = _said(_with_points(_case(OPEN), OpenPoint(id="point1", what="The addendum is not signed")))
    assert said.count("Still open") == 1
    assert "- 148 bags are still on the way (cause 1.1; Exhibit A).\n- The addendum is not signed.\n" in said


def test_every_letter_tells_its_open_points() -> None:
    point = OpenPoint(id="point1", what="The wholesaler has not answered")
    for route in letter_routes():
        violation = Violation(id="viola1", enforcement="late-shipment-rate", route=route)
        case = _with_points(edit(_case("Done."), "/violations", (violation,)), point)
        for template in ("short", "full"):
            assert _said(case, template).count("The wholesaler has not answered") == 1, (route, template)
