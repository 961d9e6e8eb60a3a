"""A letter gives its words in reading order, whatever block they stand in."""

from __future__ import annotations

from datetime import date

from poa_app.model.letter import Cell, Heading, Letter, Listing, Paragraph, Run, Table


def _line(*words: str) -> tuple[Run, ...]:
    return tuple(Run(word) for word in words)


def test_runs_come_in_reading_order_from_every_kind_of_block() -> None:
    table = Table(
        caption="Shares",
        head=(Cell(_line("Cause"), header=True), Cell(_line("Orders"), header=True)),
        rows=((Cell(_line("1.1")), Cell(_line("31"))), (Cell(_line("Total")), Cell(_line("47")))),
        widths=(1, 1),
    )
    blocks = (
        Heading(1, _line("Title")),
        Paragraph(_line("We ", "write.")),
        Listing((_line("one"), _line("two"))),
        table,
    )
    letter = Letter("Title", "Chen Yu", "plan-of-action/short", date(2026, 11, 19), draft=False, blocks=blocks)
    words = ["Title", "We ", "write.", "one", "two", "Cause", "Orders", "1.1", "31", "Total", "47"]
    assert [run.text for run in letter.runs()] == words
    assert len(list(letter.lines())) == 10


def test_a_letter_without_blocks_says_nothing() -> None:
    letter = Letter("", "", "", date(2026, 11, 19), draft=True)
    assert list(letter.runs()) == []
