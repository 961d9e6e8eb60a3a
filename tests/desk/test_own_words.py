"""The client's own words are offered where they may be names, and no rule judges them from then on."""

from __future__ import annotations

import json
from datetime import date

import pytest

from poa_app import desk
from poa_app.desk.own_words import name_in, with_own_word
from poa_app.intake.case_file import parse_case, write_case
from poa_app.model.case import Case
from poa_app.model.finding import Finding
from poa_app.model.paths import edit


def contraction(case: Case, today: date) -> list[Finding]:
    """Return the contractions found in the opening."""
    return [one for one in desk.check_case(case, today) if one.family == "contraction" and one.path == "/opening"]


def test_a_contraction_may_be_a_name_only_beside_words_in_capitals(late_shipment: Case, today: date) -> None:
    names = {}
    for text in ("We sold Don't Starve 2 in May.", "We don't sell it.", "Don't sell it.", "It Won't, Max said."):
        case = edit(late_shipment, "/opening", text)
        names[text] = name_in(case, contraction(case, today)[0])
    assert list(names.values()) == ["Don't Starve 2", "", "", "It Won't"]


def test_a_misspelt_word_may_always_be_a_name(late_shipment: Case, today: date) -> None:
    case = edit(late_shipment, "/opening", "Our brand zorbify can't be bought.")
    one = contraction(case, today)[0].model_copy(update={"family": "spelling", "start": 10, "end": 17})
    assert name_in(case, one) == "zorbify"
    assert name_in(case, one.model_copy(update={"can_be_overruled": False})) == ""
    assert name_in(case, one.model_copy(update={"start": None})) == ""


def test_own_words_are_judged_by_no_rule_and_can_be_taken_back(late_shipment: Case, today: date) -> None:
    case = edit(late_shipment, "/opening", "We sold Don't Starve in May. We don't sell it.")
    assert [one.quote for one in contraction(case, today)] == ["Don't", "don't"]
    kept = with_own_word(with_own_word(case, "  Don't  Starve "), "Don't Starve")
    assert kept.client.own_words == ("Don't Starve",)
    assert [one.quote for one in contraction(kept, today)] == ["don't"]
    assert len(contraction(edit(kept, "/client/own_words", ()), today)) == 2


@pytest.mark.parametrize("name", ["", "   "])
def test_nothing_is_no_word(late_shipment: Case, name: str) -> None:
    assert with_own_word(late_shipment, name) == late_shipment


def test_own_words_never_print_and_go_with_the_case(late_shipment: Case, today: date) -> None:
    kept = with_own_word(late_shipment, "Zorbify")
    assert parse_case(write_case(kept), "kept") == kept
    for template in ("short", "full"):
        made = desk.render_case(kept, "case.json", ".txt", template, today, draft=True)
        assert b"Zorbify" not in made.content


def test_a_case_file_of_before_has_none(late_shipment: Case) -> None:
    told = json.loads(write_case(late_shipment))
    told["client"].pop("own_words", None)
    assert parse_case(json.dumps(told).encode(), "before").client.own_words == ()
