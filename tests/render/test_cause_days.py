"""The days a cause held stand where no other part of its sentence is told as theirs."""

from __future__ import annotations

from datetime import date
from typing import Any

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Notice, Violation
from poa_app.model.letter import Letter
from poa_app.model.rows import RootCause
from poa_app.render.letter import compose
from poa_app.render.plain import render_text
from poa_app.resources import folder
from tests.each import for_each

HELD = "responsible: shift lead"


def _letter(**row: Any) -> Letter:
    days = {"start": date(2026, 10, 1), "end": date(2026, 10, 9)}
    case = Case(
        violations=(Violation(id="viola1", enforcement="late-shipment-rate", route="plan-of-action"),),
        notice=Notice(received=date(2026, 11, 9)),
        root_causes=(RootCause(id="cause1", **{"who": "shift lead", **days, **row}),),
    )
    return compose(case, knowledge(), folder("templates"), "short", draft=False)


@for_each(
    ("what", "said"),
    [
        (
            "our new packer start on October 2 and mix the label of 2 SKU",
            f"mix the label of 2 SKUs (October 1 to October 9; {HELD}). ",
        ),
        ("Bought 60 lamps at a market in May", "bought 60 lamps at a market in May (lasting October 1 to October 9)"),
        (
            "14 orders waited for a pick-up that did not come on 10/5",
            f"a pick-up that did not come on October 5 (October 1 to October 9; {HELD}), because the ",
        ),
        (
            "We moved to a new office on October 1. The license was not updated in time",
            f"a new office on October 1. The license was not updated in time (October 1 to October 9; {HELD}). ",
        ),
        (
            "the label file of August was used, so 9 orders had the wrong day",
            f"The label file of August was used, so 9 orders had the wrong day (October 1 to October 9; {HELD}). ",
        ),
    ],
)
def test_the_days_of_a_cause_stand_in_brackets_where_its_words_hold_days_of_their_own(what: str, said: str) -> None:
    told = render_text(_letter(what=what, why=("the calendar was not read",)))
    assert said in told
    assert "asted from" not in told


def test_both_days_in_brackets_lead_to_their_fields() -> None:
    paths = [run.path for line in _letter(what="1 order was late").lines() for run in line]
    assert {"/root_causes/cause1/start", "/root_causes/cause1/end"} <= set(paths)
