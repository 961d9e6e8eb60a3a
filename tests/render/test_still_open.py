"""What of the deeds is not finished is told openly after them, each with its proof, and nowhere twice."""

from __future__ import annotations

from datetime import date

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit, Notice, Violation
from poa_app.model.rows import CorrectiveAction, RootCause
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


def _said(case: Case) -> str:
    return render_text(compose(case, knowledge(), folder("templates"), "short", draft=False))


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
