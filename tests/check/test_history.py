"""Whether the case contradicts what an earlier appeal said of the same deeds and numbers."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from poa_app.check.history import history
from poa_app.model.case import Case
from poa_app.model.facts import EarlierAppeal
from poa_app.model.finding import Finding
from poa_app.model.paths import edit
from poa_app.model.rows import CorrectiveAction
from tests.each import for_each

Asked = Callable[..., tuple[Finding, ...]]

DEED = "bought the labels of 30 open orders"


def _found(plan: Case, ask: Asked, *texts: str | None) -> list[tuple[str, str, str | None]]:
    earlier = tuple(EarlierAppeal(id=f"earli{place}", text=text) for place, text in enumerate(texts))
    return [(one.rule, one.path, one.quote) for one in ask(history, edit(plan, "/earlier_appeals", earlier))]


@for_each(
    "text",
    [
        f"On November 12 we {DEED}.",
        f"On 12 November 2026 the supervisor {DEED}!",
        f"In November 2026 we {DEED}.",
        f"We {DEED}.",
        "On November 9 we retrained all packers.",
        "We wrote 30 lines on November 9.",
        "",
        None,
        "20 of 400 orders were late.",
        "9 of 360 orders were late",
        "We counted 20 of 19 things and 5 of 6.",
        "The rate was 400 of 20.",
    ],
)
def test_what_agrees_or_speaks_of_something_else_is_no_contradiction(text: str | None, plan: Case, ask: Asked) -> None:
    assert _found(plan, ask, text) == []


@for_each("when", ["On November 9", "On 12 November 2025", "In October 2026", "Since 9 Nov."])
def test_another_date_of_the_same_deed_is_a_contradiction(when: str, plan: Case, ask: Asked) -> None:
    date = ("history.date", "/corrective_actions/actio1/date", "2026-11-12")
    assert _found(plan, ask, f"First. {when} we {DEED}. Last.") == [date]


def test_another_number_of_the_same_deed_is_a_contradiction(plan: Case, ask: Asked) -> None:
    found = _found(plan, ask, "We bought the labels of 31 open orders on November 12.")
    assert found == [("history.number", "/corrective_actions/actio1/what", "30")]


def test_causes_and_measures_are_compared_by_their_own_dates(plan: Case, ask: Asked) -> None:
    text = (
        "From October 1 the labels of ASIN B0EXMPL001 were bought after the last pick-up. "
        "Since November 1 the shift lead buys every label."
    )
    assert [(rule, path) for rule, path, _ in _found(plan, ask, text)] == [
        ("history.date", "/root_causes/cause1/start"),
        ("history.date", "/preventive_measures/measu1/since"),
    ]


def test_the_number_a_cause_explains_counts_as_its_own(plan: Case, ask: Asked) -> None:
    case = edit(plan, "/corrective_actions/actio1/what", "counted the stock")
    said = "The labels of ASIN B0EXMPL001 were bought after the last pick-up: {} orders."
    assert _found(case, ask, said.format(20)) == []
    assert _found(case, ask, said.format(21)) == [("history.number", "/root_causes/cause1/what", "20")]
    assert _found(edit(case, "/root_causes/cause1/explains", None), ask, said.format(21)) == []


@for_each("said", ["22 of 400", "20 out of 410", "20 of the 1,400", "22  of\n400"])
def test_one_number_of_a_pair_changed_is_a_contradiction(said: str, plan: Case, ask: Asked) -> None:
    found = _found(plan, ask, f"In all, {said}, orders were late.")
    assert found == [("history.number", "/metrics/metri1/then/numerator", "20 of 400")]


def test_a_finding_quotes_the_earlier_words(plan: Case, ask: Asked) -> None:
    case = edit(plan, "/earlier_appeals", (EarlierAppeal(id="earli1", text="1,020 of 400, late"),))
    (found,) = ask(history, case)
    assert "\u201c1,020 of 400\u201d" in found.message


def test_every_earlier_appeal_is_compared(plan: Case, ask: Asked) -> None:
    assert len(_found(plan, ask, "22 of 400 orders", "20 of 400 orders", f"On November 9 we {DEED}.")) == 2


def test_a_row_without_words_is_compared_with_nothing(plan: Case, ask: Asked) -> None:
    case = edit(plan, "/corrective_actions/actio1/what", "  ")
    assert _found(case, ask, "On November 9 we did it.") == []


@pytest.mark.slow
@pytest.mark.parametrize("piece", [f"{DEED} ", "1 of ", "62 of 900. "])
def test_a_megabyte_of_an_earlier_appeal_is_compared_in_seconds(piece: str, plan: Case, ask: Asked) -> None:
    begun = time.process_time()
    _found(plan, ask, piece * (1_048_576 // len(piece)))
    assert time.process_time() - begun < 10


OWN = "On November 9 we closed 12 offers. On November 10 we closed 14 offers."


def _with_passages(plan: Case, *passages: str) -> Case:
    rows = tuple(CorrectiveAction(id=f"actio{n}", passage=one) for n, one in enumerate(passages))
    return edit(plan, "/corrective_actions", rows)


def test_a_letter_does_not_contradict_its_own_text(plan: Case, ask: Asked) -> None:
    assert _found(_with_passages(plan, *OWN.split(". ")), ask, OWN) == []
    assert _found(_with_passages(plan, OWN), ask, OWN) == []


def test_a_passage_written_by_hand_is_compared_too(plan: Case, ask: Asked) -> None:
    case = _with_passages(plan, "On November 12 we closed the offers of 15 listings in the warehouse system.")
    found = _found(case, ask, "On November 9 we closed the offers of 12 listings in the warehouse system.")
    place = "/corrective_actions/actio0/passage"
    assert found == [("history.date", place, "November 12"), ("history.number", place, "15")]


def test_a_letter_that_corrects_an_earlier_one_does_not_contradict_it(plan: Case, ask: Asked) -> None:
    case = edit(plan, "/opening", "Our first appeal wrongly said 22 of 400; the count is 20 of 400.")
    assert _found(case, ask, "22 of 400 orders were late.") == []
    assert _found(plan, ask, "22 of 400 orders were late.") != []


@for_each(("sent", "found"), [("2026-11-19", 1), ("2026-11-05", 1), ("2026-11-04", 0), ("2026-12-01", 0)])
def test_an_appeal_is_under_review_for_two_weeks(plan: Case, ask: Asked, sent: str, found: int) -> None:
    case = edit(plan, "/earlier_appeals", (EarlierAppeal(id="earli1", sent=sent),))
    assert [one.rule for one in ask(history, case)] == ["history.under-review"] * found
