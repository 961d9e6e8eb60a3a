"""Whether what prints says what the fields hold: no fact differs from them, none of theirs is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from poa_app.check.passages import passages
from poa_app.facts.tokens import Token, tokens
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit, Request
from poa_app.model.finding import Finding
from poa_app.model.paths import edit, get, leaves
from poa_app.model.rows import RootCause
from tests.each import for_each

Asked = Callable[..., tuple[Finding, ...]]

DEED = "/corrective_actions/actio1"
WORDS = (
    "On November 12 the warehouse supervisor compared the list with the shelf at 09:30 and bought the labels of 30 open"
    " orders (cause 1.1, Exhibit A)."
)
THEN = "From October 8 to November 6, 2026 we confirmed 20 of 400 orders late: 5.00 percent, against under 4 percent."
NOW = "The rate is 2.50 percent (9 of 360)."
OTHER = {
    "date": "1 March 2019",
    "time": "03:33",
    "number": "987,654",
    "exhibit": "ZZ",
    "cause": "9.9",
    "identifier": "B0NOTHING1",
}


def _said(found: tuple[Finding, ...]) -> list[tuple[str, str | None]]:
    return [(one.rule.removeprefix("passages."), one.quote) for one in found]


def test_a_passage_that_says_what_the_slots_say_is_left_alone(plan: Case, ask: Asked) -> None:
    assert ask(passages, edit(plan, f"{DEED}/passage", WORDS)) == ()


@pytest.mark.parametrize("blank", [None, "", "  \n"])
def test_a_passage_nobody_wrote_loses_nothing(blank: str | None, plan: Case, ask: Asked) -> None:
    for path in (f"{DEED}/passage", "/metrics/metri1/passage", "/metrics/metri1/now_passage", "/opening"):
        assert ask(passages, edit(plan, path, blank)) == ()


def _places(case: Case) -> list[tuple[str, Token]]:
    texts = ((path, value) for path, value in leaves(case) if path.endswith(("passage", "/opening")) and value)
    return [(path, token) for path, text in texts for token in tokens(text)]


@pytest.mark.slow
def test_any_fact_of_an_example_that_is_changed_in_a_passage_is_found_there(example: Case, ask: Asked) -> None:
    assert [one for one in ask(passages, example) if one.family == "passages"] == []
    places = _places(example)
    assert places
    for path, token in places:
        text = get(example, path)
        changed = text[: token.start] + OTHER[token.kind] + text[token.end :]
        differing = [one for one in ask(passages, edit(example, path, changed)) if one.rule.endswith("-differs")]
        assert [(one.rule, one.path, one.start) for one in differing] == [
            (f"passages.{token.kind}-differs", path, token.start)
        ]


def test_a_passage_does_not_vouch_for_itself(plan: Case, ask: Asked) -> None:
    found = ask(passages, edit(plan, f"{DEED}/passage", WORDS + " It took 77 minutes."))
    assert _said(found) == [("number-differs", "77")]


def test_a_row_id_of_digits_is_no_fact(plan: Case, ask: Asked) -> None:
    row = plan.corrective_actions[0].model_copy(update={"id": "482913", "passage": WORDS})
    assert ask(passages, edit(plan, "/corrective_actions", (row,))) == ()
    found = ask(passages, edit(plan, "/corrective_actions", (row.model_copy(update={"passage": f"482913: {WORDS}"}),)))
    assert _said(found) == [("number-differs", "482913")]


@for_each("said", ["1 label", "one label", "a label", "the label"])
def test_a_single_thing_may_be_said_without_its_number(said: str, plan: Case, ask: Asked) -> None:
    case = edit(plan, f"{DEED}/what", "bought 1 label")
    text = f"On November 12 the warehouse supervisor bought {said} at 09:30 (cause 1.1, Exhibit A)."
    assert ask(passages, edit(case, f"{DEED}/passage", text)) == ()


@for_each(
    ("said", "rules"),
    [
        ("On 12 November 2026", []),
        ("On Nov. 12", []),
        ("In November 2026", ["date-lost"]),
        ("On November 12, 2025", ["date-differs", "date-lost"]),
        ("In September 2026", ["date-differs", "date-lost"]),
        ("Then", ["date-lost"]),
    ],
)
def test_a_date_may_be_written_in_any_way(said: str, rules: list[str], plan: Case, ask: Asked) -> None:
    found = ask(passages, edit(plan, f"{DEED}/passage", WORDS.replace("On November 12", said)))
    assert [one.rule.removeprefix("passages.") for one in found] == rules


@for_each("more", ["the 20 orders", "400 orders", "5 percent", "since November 10", "2.5 percent"])
def test_a_passage_may_use_the_facts_of_the_notice_and_the_metrics(more: str, plan: Case, ask: Asked) -> None:
    assert ask(passages, edit(plan, f"{DEED}/passage", f"{WORDS} It concerned {more}.")) == ()


def test_a_passage_may_use_what_the_scope_says(plan: Case, ask: Asked) -> None:
    case = edit(plan, "/scope", "all 14 offers of ASIN B0EXMPL001")
    assert ask(passages, edit(case, f"{DEED}/passage", f"{WORDS} It concerned all 14 of B0EXMPL001.")) == ()


@pytest.mark.parametrize("name", ["who", "deputy"])
def test_an_owner_may_be_written_in_any_letters_but_not_left_out(name: str, plan: Case, ask: Asked) -> None:
    path = "/preventive_measures/measu1"
    text = (
        "Since November 12, at 15:00 on every working day, the Shift  Lead (deputy: Packing Lead) buys every label"
        " (cause 1.1, Exhibit A)."
    )
    assert ask(passages, edit(plan, f"{path}/passage", text)) == ()
    owner = edit(plan, f"{path}/{name}", "sales manager")
    assert _said(ask(passages, edit(owner, f"{path}/passage", text))) == [("owner-lost", "sales manager")]


@for_each(
    ("slot", "kinds"),
    [
        ("date", {"date"}),
        ("causes", {"cause"}),
        ("exhibits", {"exhibit"}),
        ("what", {"date", "time", "number", "identifier"}),
        ("how", {"date", "time", "number", "identifier"}),
    ],
)
def test_a_fact_does_not_differ_while_the_slot_it_may_belong_to_is_blank(
    slot: str, kinds: set[str], plan: Case, ask: Asked
) -> None:
    text = "On May 1, 2026 at 07:00 the warehouse supervisor bought 99 of B0EXMPL009 (cause 9.9, Exhibit Z)."
    whole = {"date", "time", "number", "identifier", "cause", "exhibit"}
    case = edit(plan, f"{DEED}/passage", text)
    for changed, left in (
        (case, whole),
        (edit(case, f"{DEED}/{slot}", None if slot[-1] != "s" else ()), whole - kinds),
    ):
        found = {one.rule for one in ask(passages, changed) if one.rule.endswith("-differs")}
        assert found == {f"passages.{kind}-differs" for kind in left}


@pytest.mark.parametrize(("slot", "kind"), [("causes", "cause"), ("exhibits", "exhibit")])
def test_what_a_row_cites_is_not_compared_while_it_points_to_nothing(
    slot: str, kind: str, plan: Case, ask: Asked
) -> None:
    case = edit(plan, f"{DEED}/passage", WORDS)
    assert ask(passages, edit(case, f"{DEED}/{slot}", ("gone00",))) == ()
    case = edit(plan, f"{DEED}/passage", WORDS.replace("1.1", "1.2").replace("t A", "t B"))
    found = [rule for rule, _ in _said(ask(passages, edit(case, f"{DEED}/{slot}", ("gone00",))))]
    assert f"{kind}-differs" not in found


def test_causes_are_not_compared_while_the_sections_have_no_order(plan: Case, ask: Asked) -> None:
    case = edit(plan, f"{DEED}/passage", WORDS.replace("cause 1.1", "cause 4.1"))
    requests = (Request(id="reque1", section="other", words="More"), Request(id="reque2", words="Root causes"))
    assert [rule for rule, _ in _said(ask(passages, edit(case, "/notice/requests", requests)))] == ["cause-lost"]


def test_a_cause_that_moves_up_leaves_its_old_number_in_the_passage(plan: Case, ask: Asked) -> None:
    case = edit(plan, f"{DEED}/passage", WORDS)
    case = edit(case, "/root_causes", (RootCause(id="cause0"), *plan.root_causes))
    assert _said(ask(passages, case)) == [("cause-differs", "1.1"), ("cause-lost", "1.2")]


def test_an_exhibit_put_in_front_moves_the_letters(plan: Case, ask: Asked) -> None:
    case = edit(plan, f"{DEED}/passage", WORDS)
    case = edit(case, "/exhibits", (Exhibit(id="exhib0", kind="log"), *plan.exhibits))
    assert _said(ask(passages, case)) == [("exhibit-differs", "A"), ("exhibit-lost", "B")]


def test_a_frozen_letter_stays(plan: Case, ask: Asked) -> None:
    case = edit(edit(plan, f"{DEED}/passage", WORDS), "/exhibits/exhib1/letter", "A")
    assert ask(passages, edit(case, "/exhibits", (Exhibit(id="exhib0", kind="log"), *case.exhibits))) == ()


@for_each(
    ("name", "text", "wrong", "found"),
    [
        ("passage", THEN, ("20 of", "21 of"), [("number-differs", "21"), ("number-lost", "20")]),
        ("passage", THEN, ("October 8", "October 9"), [("date-differs", "October 9"), ("date-lost", "2026-10-08")]),
        ("passage", THEN, ("4 percent", "four percent"), []),
        ("passage", THEN, ("orders", "orders of 30 days"), []),
        ("now_passage", NOW, ("360", "361"), [("number-differs", "361"), ("number-lost", "360")]),
        ("now_passage", NOW, ("The", "From October 17 the"), []),
    ],
)
def test_a_metric_is_stated_as_it_was_measured(
    name: str, text: str, wrong: tuple[str, str], found: list[tuple[str, str]], plan: Case, ask: Asked
) -> None:
    path = f"/metrics/metri1/{name}"
    assert ask(passages, edit(plan, path, text)) == ()
    assert _said(ask(passages, edit(plan, path, text.replace(*wrong)))) == found


def test_what_is_noted_of_a_metric_must_be_stated(plan: Case, ask: Asked) -> None:
    case = edit(edit(plan, "/metrics/metri1/note", "none since November 13"), "/metrics/metri1/now_passage", NOW)
    assert _said(ask(passages, case)) == [("date-lost", "November 13")]
    assert ask(passages, edit(case, "/metrics/metri1/now_passage", f"{NOW} None since 13 November.")) == ()


@pytest.mark.parametrize("slot", ["then/value", "then/denominator", "target"])
def test_numbers_of_a_metric_are_not_compared_while_one_is_blank(slot: str, plan: Case, ask: Asked) -> None:
    case = edit(plan, "/metrics/metri1/passage", THEN)
    assert ask(passages, edit(case, f"/metrics/metri1/{slot}", None)) == ()


@for_each(
    ("said", "quote"),
    [
        ("ASIN B0EXMPL001, 100 units sold in the 365 days, 160 units on the invoices, Exhibits A and B", None),
        ("ASIN B0EXMPL002", "B0EXMPL002"),
        ("61 units", "61"),
        ("Exhibit C", "C"),
        ("May 3", "May 3"),
    ],
)
def test_opening_and_closing_may_state_what_the_case_holds_and_its_sums(
    said: str, quote: str | None, papers: Case, ask: Asked
) -> None:
    second = papers.exhibits[0].model_copy(
        update={"id": "exhib2", "date": date(2026, 7, 1), "number": "EX-2", "file": "2.pdf"}
    )
    case = edit(edit(papers, "/exhibits", (*papers.exhibits, second)), "/exhibits/exhib2/covers/lines1/quantity", 60)
    for path in ("/opening", "/closing"):
        assert [one.quote for one in ask(passages, edit(case, path, f"We send {said}."))] == [quote] * (
            quote is not None
        )


@pytest.mark.parametrize(
    ("path", "value"),
    [("/products/produ1/sold", None), ("/products", ()), ("/exhibits/exhib1/covers/lines1/quantity", None)],
)
def test_a_sum_is_not_compared_while_a_part_of_it_is_blank(path: str, value: object, papers: Case, ask: Asked) -> None:
    case = edit(papers, "/opening", "We sold 100 units.")
    assert ask(passages, edit(case, path, value)) == ()


def test_no_fact_of_the_pasted_notice_counts_as_entered(plan: Case, ask: Asked) -> None:
    case = edit(plan, "/notice/text", "You have 17 days.")
    assert _said(ask(passages, edit(case, "/opening", "It took 17 days."))) == [("number-differs", "17")]


def test_what_nobody_can_read_is_not_compared(plan: Case, ask: Asked) -> None:
    assert ask(passages, edit(plan, f"{DEED}/passage", "7 " * 6_000)) == ()
    case = edit(plan, f"{DEED}/passage", WORDS)
    assert ask(passages, edit(case, f"{DEED}/how", "at 09:30 " + "7 " * 6_000)) == ask(
        passages, edit(case, f"{DEED}/how", "somehow")
    )


def test_a_decimal_is_the_same_with_and_without_noughts(plan: Case, ask: Asked) -> None:
    case = edit(plan, "/metrics/metri1/now/value", Decimal("2.500"))
    assert ask(passages, edit(case, "/metrics/metri1/now_passage", NOW)) == ()
