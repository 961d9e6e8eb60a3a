from __future__ import annotations

from datetime import date

from poa_app.model.letter import DRAFT_WORDS, Cell, Heading, Letter, Listing, Paragraph, Run, Table
from poa_app.render.plain import render_text, section_names, word_count, words


def lettered(*blocks, draft=False) -> Letter:
    return Letter("T", "A", "t", date(2026, 11, 21), draft, blocks)


def cell(text: str, path: str | None = None, **said) -> Cell:
    return Cell((Run(text, path),) if text else (), **said)


def test_blocks_stand_apart_by_a_blank_line():
    letter = lettered(Heading(1, (Run("Plan"),)), Paragraph((Run("We "), Run("failed", "/a"), Run("."))))
    assert render_text(letter) == "Plan\n\nWe failed.\n"


def test_bullets_are_hyphens_and_numbers_are_numbers():
    items = ((Run("a"),), (Run("b"),))
    assert render_text(lettered(Listing(items), Listing(items, numbered=True))) == "- a\n- b\n\n1. a\n2. b\n"


def test_an_empty_list_leaves_no_hole():
    assert render_text(lettered(Paragraph((Run("a"),)), Listing(()), Paragraph((Run("b"),)))) == "a\n\nb\n"


def test_a_row_names_each_value_by_its_column():
    table = Table(
        "", (cell("ASIN", header=True), cell("Sold", header=True)), ((cell("B0"), cell("3")), (cell("B1"), cell(""))),
        (1, 1),
    )  # fmt: skip
    assert render_text(lettered(table)) == "- ASIN: B0; Sold: 3\n- ASIN: B1\n"


def test_a_row_without_a_head_names_each_value_by_its_label():
    row = (cell("When", header=True), cell("Monday"), cell("Who", header=True), cell("shift lead"))
    assert (
        render_text(lettered(Table("", (), (row, (cell("alone"),)), (1,) * 4)))
        == "When: Monday; Who: shift lead\nalone\n"
    )


def test_a_numbered_row_begins_with_its_number():
    head = (cell("No.", header=True), cell("Document", header=True), cell("Issued by", header=True))
    invoice = Cell((Run("Invoice", "/exhibits/a1b2c3/title"), Run(".")))
    rows = ((cell("A"), invoice, cell("Example Co., Ltd.", "/i")), (cell("B"), cell("Log", "/t"), cell("-")))
    assert render_text(lettered(Table("", head, rows, (1, 1, 1)))) == (
        "A. Invoice; Issued by: Example Co., Ltd.\nB. Log\n"
    )


def test_what_somebody_typed_in_a_cell_stays_as_typed():
    head = (cell("No.", header=True), cell("Document", header=True), cell("Note", header=True))
    row = (cell("A", "/l"), cell("first\nsecond...", "/t"), cell("-", "/n"))
    assert render_text(lettered(Table("", head, (row,), (1, 1, 1)))) == "A. first\nsecond...; Note: -\n"
    assert render_text(lettered(Table("", (), ((cell("a\nb", "/t"),),), (1,)))) == "a\nb\n"


def test_a_templates_line_break_in_a_cell_is_a_comma():
    row = (cell("Contact", header=True), Cell((Run("Chen Yu", "/a"), Run("\n"), Run("555", "/b"))))
    assert render_text(lettered(Table("", (), (row,), (1, 1)))) == "Contact: Chen Yu, 555\n"


def test_a_row_that_spans_columns_under_a_head_loses_nothing():
    head = (cell("No.", header=True), cell("Document", header=True), cell("Date", header=True))
    rows = ((cell("none yet", "/x", span=3),),)
    assert render_text(lettered(Table("", head, rows, (1, 1, 1)))) == "none yet\n"


def test_a_draft_is_marked_on_its_first_line_and_a_clean_letter_is_not():
    block = Paragraph((Run("a"),))
    assert render_text(lettered(block, draft=True)).splitlines()[0] == DRAFT_WORDS
    assert "DRAFT" not in render_text(lettered(block))


def test_one_section_can_be_written_alone():
    letter = lettered(
        Heading(1, (Run("T"),)),
        Paragraph((Run("a"),), section="opening"),
        Heading(2, (Run("Why"),), section="root-causes"),
        Paragraph((Run("b"),), section="root-causes"),
    )
    assert section_names(letter) == ("opening", "root-causes")
    assert render_text(letter, "root-causes") == "Why\n\nb\n"


def test_every_block_of_an_examples_letter_is_in_one_of_its_sections_or_before_them(example, write):
    letter = write(example, "short", draft=False)
    whole = render_text(letter)
    for name in section_names(letter):
        for paragraph in render_text(letter, name).strip().split("\n\n"):
            assert paragraph in whole


def test_text_has_no_mark_a_text_box_would_lose(example, write):
    text = render_text(write(example, "short", draft=False))
    assert "\t" not in text
    assert not any(line != line.rstrip() for line in text.splitlines())
    assert "\n\n\n" not in text
    assert "<" not in text


def test_words_are_counted_as_they_print():
    assert word_count(lettered(Paragraph((Run("We shipped "), Run("62 orders", "/a"), Run(" late."))))) == 5
    assert words((Run("a"), Run("b", "/x"))) == "ab"
