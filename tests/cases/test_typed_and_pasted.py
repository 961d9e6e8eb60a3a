"""What comes along by copying from Word: line ends and controls, and the marks of its lists."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from poa_app.desk.paste_import import paste_lines
from poa_app.model.case import Case

INPUTS = Path(__file__).parent / "inputs"


@pytest.mark.parametrize(("template", "name"), [("short", "07"), ("full", "07")])
def test_a_line_break_of_word_is_a_line_break_and_controls_vanish(
    changed: Callable[..., Case], letter: Callable[..., str], template: str, name: str
) -> None:
    case = changed(name)
    assert case.opening == "The defects came from our dispatch.\nWe dispute none of them."
    said = letter(case, template)
    assert "The defects came from our dispatch." in said
    assert "�" not in said


@pytest.mark.parametrize("end", ["\x0b", "\x85", "\u2028", "\u2029", "\r", "\r\n"])
def test_every_line_end_divides_the_letters_words(
    changed: Callable[..., Case], letter: Callable[..., str], end: str
) -> None:
    said = letter(changed("07", set={"/opening": f"It came from\x07 our dispatch.{end}We dispute\u200b none."}))
    assert "It came from our dispatch.\n" in said
    assert "We dispute none." in said


def test_the_bullets_of_word_are_taken_off_a_paste() -> None:
    _, _, pasted = (INPUTS / "57-bullets-from-word.txt").read_text(encoding="utf-8").partition("as lines ---\n")
    case = paste_lines(Case(), "/root_causes", pasted)
    assert [row.what for row in case.root_causes] == ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"]
