"""A letter given as a text is held against the rules of the section each paragraph stands in."""

from __future__ import annotations

from poa_app.desk.lint import line_and_column, lint_text, sections
from tests.each import for_each

LETTER = """Dear Amazon,

We write about 62 late orders.

Root cause

The rota ended on Fridays.

2. Corrective actions taken:
The lead confirmed them.
- He signed the sheet.

**Preventive measures**

The lead checks the list at 14:00.

Sincerely,
Chen Yu
"""


def test_headings_put_paragraphs_into_their_sections() -> None:
    found = {LETTER[start:end].strip(): section for start, end, section in sections(LETTER)}
    assert [section for words, section in found.items() if "rota ended" in words] == ["root-cause"]
    assert [section for words, section in found.items() if "signed the sheet" in words] == ["corrective"]
    assert [section for words, section in found.items() if "at 14:00" in words] == ["preventive"]
    assert [section for words, section in found.items() if "Chen Yu" in words] == ["letter"]
    assert [section for words, section in found.items() if "62 late" in words] == ["letter"]


@for_each("text", [LETTER, "", "one line", "Root cause", "\n\n", "a\r\nb\r\n"])
def test_the_stretches_are_the_whole_text(text: str) -> None:
    assert "".join(text[start:end] for start, end, _ in sections(text)) == text


def test_places_are_those_of_the_whole_text() -> None:
    text = LETTER.replace("The lead checks", "The lead doesn't check").replace("We write", "We've written")
    found = [one for one in lint_text(text) if one.family == "contraction"]
    assert [text[one.start : one.end] for one in found] == ["We've", "doesn't"]
    assert [line_and_column(text, one.start or 0) for one in found] == [(3, 1), (15, 10)]


def test_the_same_words_are_found_with_and_without_a_section() -> None:
    text = "We can't ship.\n\nThey're late."
    assert lint_text(text) == lint_text(text, "letter")


def test_the_future_may_stand_under_what_is_still_open_only() -> None:
    sentence = "The second alert will be built by December 8, 2026."
    promised = {one.rule for one in lint_text(f"Corrective actions\n\n{sentence}\n") if one.family == "promise"}
    assert "promises.future-deed" in promised
    assert not [one for one in lint_text(f"Still open:\n\n{sentence}\n") if one.family == "promise"]
    held = {one.rule for one in lint_text("Still open:\n\nWe guarantee that this will never happen again.\n")}
    assert any(rule.startswith("promises.") for rule in held)
