"""The sentences of rows as a letter tells them: who did what stands passive, where a method goes, since when."""

from __future__ import annotations

from datetime import date
from typing import Any

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit, Metric, Notice, Reading, Violation
from poa_app.model.rows import CorrectiveAction, PreventiveMeasure, RootCause
from poa_app.render.letter import compose, passage
from poa_app.render.plain import render_text, words
from poa_app.resources import folder
from tests.each import for_each

LATE = Violation(id="viola1", enforcement="late-shipment-rate", route="plan-of-action")
LINKS: dict[str, Any] = {"causes": ("cause1",), "exhibits": ("exhib1",)}


def _case(**rows: Any) -> Case:
    return Case(
        notice=Notice(received=date(2026, 11, 9)),
        exhibits=(Exhibit(id="exhib1", title="Log"),),
        **{"violations": (LATE,), "root_causes": (RootCause(id="cause1", what="Labels were printed late"),), **rows},
    )


def said_in_letter(**rows: Any) -> str:
    return render_text(compose(_case(**rows), knowledge(), folder("templates"), "short", draft=False))


def _deed(what: str, how: str | None = None, **more: Any) -> str:
    row = {"id": "actio1", "what": what, "how": how, "date": date(2026, 11, 12), "who": "shift lead", **LINKS, **more}
    return said_in_letter(corrective_actions=(CorrectiveAction(**row),))


def _measure(what: str, letter_date: date | None = None, **more: Any) -> str:
    row = {"id": "measu1", "what": what, "since": date(2026, 11, 12), "who": "shift lead", "record": "log", **LINKS}
    return said_in_letter(preventive_measures=(PreventiveMeasure(**{**row, **more}),), letter_date=letter_date)


@for_each(
    ("what", "how", "said"),
    [
        (
            "All 96 units were opened",
            "opened every box and checked the seal",
            "On November 12 all 96 units were opened by the shift lead, who opened every box and checked the seal "
            "(cause 1.1; Exhibit A).",
        ),
        (
            "the pictures have been updated",
            "login seller central and modify",
            "by the shift lead, who logged in to Seller Central and modified them (cause 1.1; Exhibit A).",
        ),
        ("changed the time to 2 days", "login seller central and modify", "by logging in to Seller Central (cause"),
        (
            "hired a clerk, who started on May 16",
            "by direct hire",
            "16 (cause 1.1; Exhibit A). This was done by direct hire.",
        ),
        (
            "tested the box, and packed it again",
            "drop from 1 meter, 10 pieces",
            "again, dropping 10 pieces from 1 meter (",
        ),
        (
            "changed it and did the drop test",
            "drop from 1 meter, 10 pieces",
            "drop test by dropping 10 pieces from 1 meter",
        ),
        ("closed 35 listings", "quantity set to 0", "35 listings (cause 1.1; Exhibit A). The quantity was set to 0."),
        ("closed the account", "account closed by email, see exhibit", "A). The account was closed by email."),
        ("shipped 41 orders", "work overtime with 3 colleagues", "41 orders by working overtime with 3 colleagues ("),
        ("signed a contract", "both sides sign", "signed a contract: both sides sign (cause 1.1; Exhibit A)."),
        ("bought 2 printers", "buy from a dealer", "bought 2 printers from a dealer (cause 1.1"),
        ("answered all 9 messages", "starting with the oldest", "9 messages, starting with the oldest (cause"),
        (
            "checked 36 listings, and corrected 2 names",
            "compare each label with the product",
            "checked 36 listings and corrected 2 names, comparing each label with the product (cause 1.1; Exhibit A).",
        ),
        ("Refunds to all four buyers", None, "the shift lead refunded all four buyers"),
        ("Full refunds to all four buyers", None, "the shift lead made full refunds to all four buyers"),
        ("Removal of 96 units", None, "the shift lead removed 96 units"),
    ],
)
def test_a_deed_tells_who_did_it_and_how(what: str, how: str | None, said: str) -> None:
    assert said in _deed(what, how)


@for_each(
    ("typed", "said"),
    [
        ("11 used units found. They were destroyed", "11 used units were found and destroyed (cause"),
        ("No late order since November 13!", ", with no late order since November 13 (cause"),
        ("40 of 40 orders confirmed on time", "; 40 of 40 orders were confirmed on time (cause"),
        ("3 buyers confirmed by email", "3 buyers confirmed by email"),
        ("61 units received and 24 broken", "61 units were received and 24 broken (cause"),
        ("All the buyers wrote back. Nobody asked for more", "A). All the buyers wrote back. Nobody asked"),
        ("22 cancelled, 38 repacked", "22 were cancelled, 38 repacked (cause"),
        ("no broken lamp found", "; no broken lamp was found (cause"),
        ("12 of 12 refunds are complete", "; 12 of 12 refunds are complete (cause"),
        ("The rate dropped to 2 percent", "he rate dropped to 2 percent"),
        ("3 buyers found it helpful", "; 3 buyers found it helpful (cause"),
    ],
)
def test_what_came_of_it_stands_in_the_sentence_or_behind_it(typed: str, said: str) -> None:
    assert said in _deed("checked the stock", result=typed)


@for_each(
    ("often", "said"),
    [
        ("Mondays", "On Mondays since November 12, the shift lead reads the rate"),
        ("every day at 9:00", "Every day at 9:00 since November 12, the shift lead reads"),
        ("8:00 and 13:00", "Since November 12 the shift lead reads the rate at 8:00 and 13:00 (cause"),
        ("twice a day, 9am and 4pm", "Since November 12 the shift lead reads the rate twice a day, at 9am and 4pm ("),
        ("always", "Since November 12 the shift lead always reads"),
    ],
)
def test_a_control_tells_since_when_and_how_often(often: str, said: str) -> None:
    assert said in _measure("reads the rate", frequency=often)


def test_how_often_is_not_said_twice() -> None:
    assert "for each batch" not in _measure("inspects 10 pieces of every batch", frequency="each batch").lower()
    assert "always" not in _measure("No return is resold", frequency="always")
    assert "for each batch" in _measure("inspects 10 pieces", frequency="each batch").lower()


@for_each(
    ("trigger", "said"),
    [
        ("more than 2 open messages", "If there are more than 2 open messages, the batch is held."),
        ("a mismatch", "If there is a mismatch, the batch is held."),
        ("handling time less than 2 days", "If the handling time is less than 2 days, the batch is held."),
        ("2 percent", "At 2 percent, the batch is held."),
        ("any message older than 20 hours", "If any message is older than 20 hours, the batch is held."),
        ("If find any problem", "If any problem is found, the batch is held."),
        ("missing paperwork", "In case of missing paperwork, the batch is held."),
    ],
)
def test_a_trigger_is_told_as_a_condition(trigger: str, said: str) -> None:
    assert said in _measure("reads the rate", frequency="daily", trigger=trigger, response="the batch is held")


@for_each(
    ("target", "said"),
    [
        ("ODR lower than 0.8%", "The target is an ODR below 0.8%."),
        ("The rate is below 2%", "The target is a rate below 2%."),
        ("keep the rate under 1%", "The target is to keep the rate under 1%."),
        ("under 2 percent", "The target is under 2 percent."),
        ("VTR above 98%", "The target is a VTR above 98%."),
    ],
)
def test_what_is_aimed_at_follows_the_target_is(target: str, said: str) -> None:
    assert said in _measure("reads the rate", frequency="daily", review_target=target)


def test_passages_proposed_for_controls_tell_deputy_and_record_in_different_forms() -> None:
    rows = [
        PreventiveMeasure(
            id=f"measu{place}", what=f"reads the {one}", since=date(2026, 11, 12), frequency="daily", who="shift lead",
            deputy="packing lead", record=f"{one} log", trigger="a mismatch", response="the batch is held", **LINKS,
        )
        for place, one in enumerate(("rate", "list", "page"), 1)
    ]  # fmt: skip
    case = _case(preventive_measures=tuple(rows))
    first, second, third = (
        words(passage(case, knowledge(), folder("templates"), f"/preventive_measures/{row.id}")) for row in rows
    )
    assert "The packing lead is the deputy, and the record is the rate log (Exhibit A). If" in first
    assert "reads the list, with the packing lead as deputy (cause 1.1)." in second
    assert "the batch is held. The record is the list log (Exhibit A)." in second
    assert "The deputy is the packing lead; the record is the page log (Exhibit A)." in third


def test_a_heading_leaves_out_how_often_where_its_sentence_says_it() -> None:
    assert "The rate is read. Daily since" in _measure("reads it", head="Every day we read the rate", frequency="daily")
    assert "Daily check. " in _measure("reads it", head="Daily check", frequency="each batch")


def test_a_record_named_like_a_verb_stands_with_its_proof() -> None:
    said = {
        "claims sheet": "The record is the claims sheet (Exhibit A).",
        "list, signed": "The record is the signed list (Exhibit A).",
        "list, signed by QC": "The record is the list, signed by QC (Exhibit A).",
        "log, with the number": "The record is the log, with the number (Exhibit A).",
        "screenshots": "The records are the screenshots (Exhibit A).",
        "Amazon's report": "The record is Amazon's report (Exhibit A).",
        "roster (PDF)": "The record is the roster (Exhibit A).",
        "return log, photo": "record: return log, photo; Exhibit A)",
    }
    for record, told in said.items():
        assert told in _measure("reads the rate", frequency="daily", record=record)


def test_who_answers_and_who_stands_in_are_told_in_one_sentence_with_the_record() -> None:
    who = {"who": "shift lead", "deputy": "packers", "record": "log"}
    lock = _measure("no label is printed late", frequency="daily", **who)
    assert "The shift lead is responsible, with the packers as deputies, and the record is the log (Exhibit A)." in lock
    deed = _measure("reads the rate", frequency="daily", **who)
    assert "The packers are the deputies, and the record is the log (Exhibit A)." in deed
    unsure = _measure("reads the rate", frequency="daily", **{**who, "deputy": "Marco fills it and Priya signs it"})
    assert "(deputy: Marco fills it and Priya signs it)" in unsure


def _cause(**more: Any) -> str:
    days = {"start": date(2026, 10, 1), "end": date(2026, 10, 8)}
    return said_in_letter(root_causes=(RootCause(id="cause1", who="shift lead", **{**days, **more}),))


def test_a_number_of_things_follows_the_days_of_a_cause() -> None:
    assert "to October 8, a total of 23 orders were confirmed late (responsible: shift lead). " in _cause(
        what="23 orders was confirmed late"
    )
    assert "1 order was late (October 1 to October 8; responsible: shift lead). " in _cause(what="1 order was late")


def test_why_nobody_noticed_is_led_in_and_told_in_the_past() -> None:
    said = _cause(what="Labels were printed late", unnoticed=("We only check the rate one time per month",))
    assert "This went unnoticed because we only checked the rate once a month." in said


@for_each(
    ("unnoticed", "said"),
    [
        ("Nobody noticed until your notice", ") Nobody noticed until your notice."),
        (
            "nobody looked because the report was off",
            "Nobody looked because the report was off, so this went unnoticed.",
        ),
        ("no alert", "This went unnoticed because there was no alert."),
        ("monthly review only", "This went unnoticed: monthly review only."),
    ],
)
def test_why_nobody_noticed_stands_as_its_words_allow(unnoticed: str, said: str) -> None:
    told = _cause(what="Labels were printed late", why=("we were closed",), unnoticed=(unnoticed,))
    assert said.removeprefix(") ") in told
    assert told.count("unnoticed") == said.count("unnoticed")


def test_two_answers_to_why_nobody_noticed_are_led_in_together() -> None:
    told = _cause(what="Labels were late", unnoticed=("nobody looked but once", "because the report was off"))
    assert "This went unnoticed: nobody looked but once, because the report was off." in told


@for_each(
    ("why", "said"),
    [
        (
            ("nobody owned the step",),
            "Labels were printed late (responsible: shift lead), because nobody owned the step.",
        ),
        (
            ("nobody owned it", "and no list was kept"),
            "late (responsible: shift lead), because nobody owned it, and no list was kept.",
        ),
        (
            ("Nobody owned it", "No list was kept"),
            "late (responsible: shift lead), because nobody owned it. No list was kept.",
        ),
        (("due to the holiday",), "Labels were printed late (responsible: shift lead), because of the holiday."),
        (("nobody owned it", "because we were short"), "Nobody owned it, because we were short."),
        (("nobody owned it because we were short",), ". Nobody owned it because we were short."),
    ],
)
def test_why_it_failed_joins_what_failed_where_the_sentence_stays_clear(why: tuple[str, ...], said: str) -> None:
    assert said.removeprefix("Labels were ") in _cause(what="Labels were printed late", why=why)


def test_the_place_of_an_effect_stands_with_who_held_the_step() -> None:
    broken = _cause(what="The glass of 6 lamps was broken in transit", where="Foshan factory")
    assert "responsible: shift lead at the Foshan factory" in broken
    acted = _cause(what="We printed labels once a day", where="our warehouse in Reno, Nevada")
    assert "8, at our warehouse in Reno, Nevada, we printed labels once a day (responsible: shift lead). " in acted


@for_each(
    ("where", "said"),
    [
        ("Seller Central", "Since November 12, in Seller Central, no label is printed late ("),
        ("All SKUs", "Since November 12, for all SKUs, no label is printed late ("),
        ("office, Shenzhen", "Since November 12, at the office in Shenzhen, no label is printed late ("),
        ("UPS", "late (UPS; cause"),
    ],
)
def test_the_place_of_a_rule_leads_its_sentence(where: str, said: str) -> None:
    assert said in _measure("no label is printed late", where=where, frequency="always")


def test_what_happened_once_is_not_told_as_lasting() -> None:
    said = _cause(what="The brand was mistyped when the page was created")
    assert (
        "The brand was mistyped when the page was created (lasting October 1 to October 8; responsible: shift lead)."
        in said
    )


def test_the_days_of_a_cause_are_not_those_of_orders_counted_later() -> None:
    counted = Metric(id="metri1", metric="late-shipment-rate", then=Reading(start=date(2026, 10, 9)))
    cause = RootCause(
        id="cause1",
        who="shift lead",
        what="23 orders were confirmed late",
        start=date(2026, 10, 1),
        end=date(2026, 10, 8),
    )
    said = said_in_letter(root_causes=(cause,), metrics=(counted,))
    assert "A total of 23 orders were confirmed late (cause: October 1 to October 8; responsible: shift lead)." in said


def test_an_answer_that_begins_anew_gives_no_reason_for_the_one_above() -> None:
    what = "Labels were printed late, as the printer was off, and nobody saw it"
    above = _cause(what=what, why=("The list was not read", "because nobody owned it"))
    assert "The list was not read, because nobody owned it." in above
    anew = _cause(what=what, why=("The list was not read", "Because nobody owned it"))
    assert "(responsible: shift lead), because the list was not read. Nobody owned it." in anew


def test_a_control_whose_proof_is_missing_says_so_beside_its_record() -> None:
    said = _measure("reads the rate", frequency="daily", record="claims sheet", exhibits=())
    assert "[Proof: missing])" in said
    assert "The record is the claims sheet." in said


def _opened(opening: str, **more: Any) -> str:
    violation = Violation(id="viola1", enforcement="inauthentic-complaint", route="plan-of-action")
    return said_in_letter(violations=(violation,), opening=opening, affected=3, **more)


def test_an_opening_that_gives_a_reason_says_for_what() -> None:
    assert "The reason for the 3 complaints is our own work." in _opened("The reason is our own work")
    told = _opened("The main cause is our control of the supplier is not strict")
    assert "The main cause of the 3 complaints is that our control of the supplier is not strict." in told
    assert "The fault was ours." in _opened("The fault was ours.")


def test_a_cause_has_its_heading_though_its_sentence_repeats_it() -> None:
    cause = RootCause(id="cause1", what="The label was wrong in June", head="the label was wrong", explains=2)
    assert "1.1 The label was wrong (2 complaints). " in _opened("The fault was ours", root_causes=(cause,))


@for_each(
    ("more", "said"),
    [
        ({"what": "reads the rate", "frequency": "every Monday"}, "Every Monday, first on November 16, the shift lead"),
        ({"what": "reads the rate", "frequency": "daily"}, "Daily since November 12, the shift lead reads the rate"),
        (
            {"what": "reads the rate", "frequency": "daily", "since": date(2026, 11, 20)},
            "Daily from November 20 on, the shift lead reads the rate",
        ),
        (
            {"what": "no lot is sold untested", "frequency": "per lot", "since": date(2026, 11, 20)},
            "From November 20 on, no lot is sold untested",
        ),
        (
            {"what": "reading of rates", "frequency": "daily", "since": date(2026, 11, 20)},
            "(from November 20 on; daily;",
        ),
    ],
)
def test_a_control_that_has_not_run_yet_is_told_so(more: dict[str, Any], said: str) -> None:
    assert said in _measure(**more, letter_date=date(2026, 11, 13))
