"""The sentences of rows as a letter tells them: who did what stands passive, where a method goes, since when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit, Notice, Violation
from poa_app.model.rows import CorrectiveAction, PreventiveMeasure, RootCause
from poa_app.render.letter import compose
from poa_app.render.plain import render_text
from poa_app.resources import folder

LINKS: dict[str, Any] = {"causes": ("cause1",), "exhibits": ("exhib1",)}


def _said(**rows: Any) -> str:
    case = Case(
        notice=Notice(received=date(2026, 11, 9)),
        violations=(Violation(id="viola1", enforcement="late-shipment-rate", route="plan-of-action"),),
        exhibits=(Exhibit(id="exhib1", title="Log"),),
        **{"root_causes": (RootCause(id="cause1", what="Labels were printed late"),), **rows},
    )
    return render_text(compose(case, knowledge(), folder("templates"), "short", draft=False))


def _deed(what: str, how: str | None = None, **more: Any) -> str:
    row = {"id": "actio1", "what": what, "how": how, "date": date(2026, 11, 12), "who": "shift lead", **LINKS, **more}
    return _said(corrective_actions=(CorrectiveAction(**row),))


def _measure(what: str, **more: Any) -> str:
    row = {"id": "measu1", "what": what, "since": date(2026, 11, 12), "who": "shift lead", "record": "log", **LINKS}
    return _said(preventive_measures=(PreventiveMeasure(**{**row, **more}),))


@pytest.mark.parametrize(
    ("what", "how", "said"),
    [
        (
            "All 96 units were opened",
            "opened every box and checked the seal",
            "On November 12 all 96 units were opened by the shift lead (cause 1.1; Exhibit A). "
            "To do so the shift lead opened every box and checked the seal.",
        ),
        (
            "the pictures have been updated",
            "login seller central and modify",
            "To do so the shift lead logged in to Seller Central and modified them.",
        ),
        ("changed the time to 2 days", "login seller central and modify", "by logging in to Seller Central (cause"),
        ("hired a clerk, who started on November 16", "by direct hire", "November 16 (by direct hire; cause 1.1;"),
        ("tested the box, and packed it again", "drop from 1 meter, 10 pieces", "again (drop from 1 meter, 10 pieces;"),
        ("bought 2 printers", "buy from a dealer", "bought 2 printers from a dealer (cause 1.1"),
        ("answered all 9 messages", "starting with the oldest", "9 messages starting with the oldest (cause"),
        ("Refunds to all four buyers", None, "the shift lead made refunds to all four buyers"),
        ("Removal of 96 units", None, "the shift lead carried out the removal of 96 units"),
    ],
)
def test_a_deed_tells_who_did_it_and_how(what: str, how: str | None, said: str) -> None:
    assert said in _deed(what, how)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("11 used units found. They were destroyed", "11 used units were found. They were destroyed."),
        ("22 cancelled, 38 repacked", "22 were cancelled, 38 repacked."),
        ("no broken lamp found", "No broken lamp was found."),
        ("12 of 12 refunds are complete", "12 of 12 refunds are complete."),
        ("The rate dropped to 2 percent", "The rate dropped to 2 percent."),
        ("3 buyers found it helpful", "3 buyers found it helpful."),
    ],
)
def test_what_came_of_it_is_a_sentence(typed: str, said: str) -> None:
    assert said in _deed("checked the stock", result=typed)


@pytest.mark.parametrize(
    ("often", "said"),
    [
        ("Mondays", "On Mondays since November 12, the shift lead reads the rate"),
        ("every day at 9:00", "Every day at 9:00 since November 12, the shift lead reads"),
        ("8:00 and 13:00", "Since November 12, at 8:00 and 13:00, the shift lead reads"),
        ("twice a day, 9am and 4pm", "Since November 12, twice a day, at 9am and 4pm, the shift lead reads"),
        ("always", "Since November 12 the shift lead always reads"),
    ],
)
def test_a_control_tells_since_when_and_how_often(often: str, said: str) -> None:
    assert said in _measure("reads the rate", frequency=often)


def test_how_often_is_not_said_twice() -> None:
    assert "for each batch" not in _measure("inspects 10 pieces of every batch", frequency="each batch").lower()
    assert "always" not in _measure("No return is resold", frequency="always")
    assert "for each batch" in _measure("inspects 10 pieces", frequency="each batch").lower()


@pytest.mark.parametrize(
    ("trigger", "said"),
    [
        ("more than 2 open messages", "If there are more than 2 open messages, the batch is held."),
        ("a mismatch", "If there is a mismatch, the batch is held."),
        ("handling time less than 2 days", "If the handling time is less than 2 days, the batch is held."),
        ("2 percent", "At 2 percent, the batch is held."),
    ],
)
def test_a_trigger_is_told_as_a_condition(trigger: str, said: str) -> None:
    assert said in _measure("reads the rate", frequency="daily", trigger=trigger, response="the batch is held")


def test_a_record_named_like_a_verb_stands_with_its_proof() -> None:
    assert "record: claims sheet, Exhibit A)" in _measure("reads the rate", frequency="daily", record="claims sheet")
    assert "record: list, signed; Exhibit A)" in _measure("reads the rate", frequency="daily", record="list, signed")


def _cause(**more: Any) -> str:
    days = {"start": date(2026, 10, 1), "end": date(2026, 10, 8)}
    return _said(root_causes=(RootCause(id="cause1", who="shift lead", **{**days, **more}),))


def test_a_number_of_things_follows_the_days_of_a_cause() -> None:
    assert "to October 8, a total of 23 orders were confirmed late (" in _cause(what="23 orders was confirmed late")
    assert "1 order was late (October 1 to" in _cause(what="1 order was late")


def test_why_nobody_noticed_is_led_in_and_told_in_the_past() -> None:
    said = _cause(what="Labels were printed late", unnoticed=("We only check the rate one time per month",))
    assert "Why this went unnoticed: we only checked the rate once a month." in said
