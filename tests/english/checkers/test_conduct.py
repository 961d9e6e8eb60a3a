"""Promises, deeds without day or doer, and proof without an exhibit are found, and what only looks like them is not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from poa_app.english.lint import lint
from poa_app.english.setting import Setting
from poa_app.knowledge import knowledge
from poa_app.knowledge.rule_schema import LetterSection
from tests.each import for_each

SENTENCES = Path(__file__).with_name("sentences_of_conduct.txt")


@dataclass(frozen=True)
class Line:
    """A line of the file."""

    is_fault: bool
    section: LetterSection
    family: str
    text: str


def lines() -> list[Line]:
    """Return the lines of the file."""
    found = []
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            sign, section, family, text = (part.strip() for part in line.split("|", 3))
            found.append(Line(sign == "+", section, family, text.replace("\\n", "\n")))  # type: ignore[arg-type]
    return found


def _found(text: str, section: LetterSection, family: str, **around: object) -> list[str]:
    setting = Setting(section=section, **{"exhibits": frozenset("ABCDE"), **around})  # type: ignore[arg-type]
    return [match.quote for match in lint(text, setting) if knowledge().rules[match.rule].family == family]


@for_each("line", lines(), ids=lambda line: f"{line.section}, {line.family}: {line.text[:60]}")
def test_a_fault_is_found_and_a_likeness_is_not(line: Line) -> None:
    assert bool(_found(line.text, line.section, line.family)) is line.is_fault


def test_a_message_to_a_buyer_may_say_what_will_be_done() -> None:
    assert _found("We will send a new mug on 9 November.", "buyer-message", "promise") == []


def test_an_acknowledgement_and_a_counter_notice_are_made_of_promises() -> None:
    text = "We will follow the policy, and we promise that two people read each page."
    for route in ("acknowledgement", "counter-notice"):
        assert _found(text, "letter", "promise", route=route) == []
    assert len(_found(text, "letter", "promise", route="plan-of-action")) == 2


def test_names_and_quoted_words_promise_nothing() -> None:
    assert _found("Will Chen closed the offer of Promise Home.", "letter", "promise", names=("Will Chen",)) == []
    assert _found('The buyer read "we will never ship late again".', "letter", "promise") == []


def test_a_heading_says_what_its_points_tell_of() -> None:
    points = "\n1. We copied the title from another page.\n2. We uploaded it without a second look."
    assert _found(f"What went wrong:{points}", "letter", "date") == []
    assert len(_found(f"What we have done:{points}", "letter", "date")) == 2


def test_what_the_passive_tells_beside_a_dated_deed_has_its_day_and_its_doer() -> None:
    text = "On 4 November 2026 our editor read the 84 pages. 3 faulty ones were corrected."
    assert _found(text, "corrective", "date") == _found(text, "corrective", "owner") == []
    apart = text.replace(" 3 faulty", "\n3 faulty")
    assert _found(apart, "corrective", "owner") == ["3 faulty ones were corrected"]


def test_an_owner_may_stand_in_brackets() -> None:
    text = "On 4 November 2026 the 12 titles were changed (listing editor; cause 1.1; Exhibit A)."
    assert _found(text, "corrective", "owner") == []


def test_every_deed_of_a_sentence_wants_its_day() -> None:
    text = "We bought a printer and hired a clerk, and the old orders have been cancelled."
    assert _found(text, "corrective", "date") == [
        "We bought a printer",
        "hired a clerk",
        "the old orders have been cancelled",
    ]


@pytest.mark.parametrize("known", ["", "AB"])
def test_an_exhibit_is_missed_only_where_the_exhibits_are_known(known: str) -> None:
    found = _found("The log is Exhibit C, as Annex 1 says.", "letter", "evidence", exhibits=frozenset(known))
    assert found == (["Exhibit C"] if known else [])  # annexes are the program's own
