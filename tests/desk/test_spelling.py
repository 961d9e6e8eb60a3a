"""Spelling and general grammar of a case are told when they are read, beside the rules, and weigh little."""

from __future__ import annotations

from datetime import date

import pytest

from poa_app.check.remarks import remarks
from poa_app.desk import spelling, work
from poa_app.desk.lint import lint_text
from poa_app.desk.state import CaseState
from poa_app.english.spelling import check_now
from poa_app.model.case import Case
from poa_app.model.finding import Finding
from poa_app.model.paths import edit

pytestmark = pytest.mark.slow

DAY = date(2026, 11, 25)
OPENING = "We recieved your notice on November 9, 2026 and didn't ship 46 orders."


@pytest.fixture(autouse=True)
def on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Turn spelling on, where its package is there."""
    monkeypatch.setenv(spelling.SWITCH, "on")
    if not spelling.is_on():
        pytest.skip("harper-py is not installed")


@pytest.fixture
def misspelt(late_shipment: Case) -> Case:
    """The late-shipment example with a misspelt word in its opening."""
    return edit(late_shipment, "/opening", OPENING)


def _read(case: Case) -> tuple[Finding, ...]:
    assert spelling.is_read(case, timeout=120)
    return spelling.of_case(CaseState(case, DAY), object()).findings


def test_a_misspelt_word_is_to_be_considered(misspelt: Case) -> None:
    (found,) = _read(misspelt)
    assert (found.family, found.path, found.quote, found.severity) == ("spelling", "/opening", "recieved", "consider")
    assert found.fixes[0].text == "received"
    assert not found.fixes[0].automatic


def test_the_light_does_not_hang_on_a_package(misspelt: Case) -> None:
    state = CaseState(misspelt, DAY)
    assert spelling.of_case(state, object()).findings
    assert {one.family for one in state.findings} & {"spelling"} == set()


def test_the_example_letters_are_left_alone(example: Case) -> None:
    assert _read(example) == ()


def test_a_word_of_the_client_is_right(misspelt: Case) -> None:
    own = misspelt.client.model_copy(update={"own_words": ("recieved",)})
    assert _read(misspelt.model_copy(update={"client": own})) == ()


def test_an_overruled_remark_comes_back_with_another_sentence(misspelt: Case) -> None:
    (found,) = _read(misspelt)
    overruled = work.overrule(misspelt, found, "a name")
    assert _read(overruled) == ()
    assert _read(edit(overruled, "/opening", "We recieved the notice on November 9, 2026."))


def test_what_a_rule_has_told_is_not_told_again(misspelt: Case) -> None:
    state = CaseState(misspelt, DAY)
    told = state.findings[0].model_copy(update={"path": "/opening", "start": 0, "end": len(OPENING)})
    assert list(remarks(state.context, [told], check_now)) == []


def test_nothing_is_said_before_it_is_read(misspelt: Case) -> None:
    assert list(remarks(CaseState(misspelt, DAY).context, (), lambda text, names: None)) == []


def test_it_can_be_turned_off(misspelt: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(spelling.SWITCH, "off")
    assert spelling.of_case(CaseState(misspelt, DAY), object()) == spelling.Spelling()


def test_free_text_is_read_too() -> None:
    families = {one.family for one in lint_text("We recieved the notice and didn't ship.", "corrective")}
    assert {"spelling", "contraction"} <= families
