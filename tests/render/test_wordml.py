from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.model.letter import Block, Cell, Heading, Listing, Paragraph, Run, Table
from poa_app.model.text import clean
from poa_app.render.wordml import TEXT_WIDTH, Body, bookmark, text
from tests.each import for_each

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(*blocks: Block) -> ElementTree.Element:
    return parsed(Body().write(blocks))


def parsed(inner: str) -> ElementTree.Element:
    return ElementTree.fromstring(f'<body xmlns:w="{W[1:-1]}">{inner}</body>')


def values(element: ElementTree.Element, name: str, attribute: str = "val") -> list[str]:
    return [found.get(W + attribute) for found in element.iter(W + name)]


@for_each(
    ("block", "style"),
    [
        (Heading(1, (Run("x"),)), "Title"),
        (Heading(2, (Run("x"),)), "Heading1"),
        (Heading(3, (Run("x"),)), "Heading2"),
        (Paragraph((Run("x"),)), "BodyText"),
        (Paragraph((Run("x"),), "by-line"), "ByLine"),
        (Paragraph((Run("x"),), "a manner of some house"), "BodyText"),
        (Listing(((Run("x"),),)), "ListBullet"),
        (Listing(((Run("x"),),), numbered=True), "ListNumber"),
    ],
)
def test_a_block_takes_its_named_style(block, style):
    assert values(written(block), "pStyle") == [style]


def test_each_numbered_list_has_a_number_of_its_own():
    listing = Listing(((Run("a"),), (Run("b"),)), numbered=True)
    body = Body()
    numbers = values(parsed(body.write((listing, Listing(((Run("c"),),)), listing))), "numId")
    assert len(numbers) == 4
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    assert body.lists == 2


def test_a_field_is_wrapped_in_a_bookmark_and_nothing_else():
    inner = Body().write((Paragraph((Run("Scope: "), Run("all", "/scope"))),))
    assert re.search(
        r'<w:bookmarkStart w:id="1" w:name="_f\w+"/><w:r><w:t xml:space="preserve">all</w:t></w:r>'
        r'<w:bookmarkEnd w:id="1"/>',
        inner,
    )


def test_a_field_printed_twice_has_two_bookmarks_of_one_stem():
    element = written(Paragraph((Run("a", "/scope"), Run(" "), Run("a", "/scope"))))
    names = values(element, "bookmarkStart", "name")
    assert len(set(names)) == 2
    assert {name.rsplit("_", 1)[0] for name in names} == {bookmark("/scope")}


@given(st.lists(st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=60), unique=True, max_size=50))
@settings(deadline=None, max_examples=50, derandomize=True)
def test_a_bookmark_is_a_name_word_accepts_and_tells_fields_apart(paths):
    names = [bookmark(path) for path in paths]
    assert len(set(names)) == len(paths)
    assert all(re.fullmatch(r"_[a-z0-9]{1,30}", name) for name in names)


def test_a_gap_has_the_gap_style():
    element = written(Paragraph((Run("[Scope: missing]", "/scope", gap=True), Run("x", "/opening"))))
    assert values(element, "rStyle") == ["Gap"]


def test_bold_and_italic_are_words_own():
    element = written(Paragraph((Run("a", bold=True), Run("b", italic=True), Run("c"))))
    assert [[part.tag.removeprefix(W) for part in run] for run in element.iter(f"{W}r")] == [
        ["rPr", "t"],
        ["rPr", "t"],
        ["t"],
    ]
    assert len(list(element.iter(f"{W}b"))) == len(list(element.iter(f"{W}i"))) == 1


def test_line_ends_and_tabs_are_words_own():
    assert text("a\n\tb") == ('<w:t xml:space="preserve">a</w:t><w:br/><w:tab/><w:t xml:space="preserve">b</w:t>')


@given(st.text(st.characters(exclude_categories=())).map(clean))
@settings(deadline=None, max_examples=300, derandomize=True)
def test_any_words_come_back_out_of_a_run(words):
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    assert "".join(marks.get(part.tag, part.text or "") for part in parsed(text(words))) == words


def grid(rows: int, words: str = "x", head: bool = True) -> Table:
    cells = (Cell((Run("a"),), header=True), Cell((Run("b"),), header=True))
    row = (Cell((Run("label"),), header=True), Cell((Run(words, "/scope"),)))
    return Table("What is known", cells if head else (), (row,) * rows, (1, 3))


def test_a_tables_head_repeats_on_every_page():
    element = written(grid(2))
    rows = list(element.iter(f"{W}tr"))
    assert [bool(list(row.iter(f"{W}tblHeader"))) for row in rows] == [True, False, False]
    assert list(written(grid(2, head=False)).iter(f"{W}tblHeader")) == []


def test_a_table_has_a_caption_and_fills_the_text_width():
    element = written(grid(1))
    assert values(element, "tblCaption") == ["What is known"]
    assert sum(int(width) for width in values(element, "gridCol", "w")) == pytest.approx(TEXT_WIDTH, abs=2)


def test_a_cell_over_several_columns_is_as_wide_as_they_are():
    row = (Cell((Run("a"),)), Cell((Run("b"),), span=3))
    element = written(Table("", (), (row,), (10, 20, 30, 40)))
    columns = [int(width) for width in values(element, "gridCol", "w")]
    assert values(element, "gridSpan") == ["3"]
    assert [int(width) for width in values(element, "tcW", "w")] == [columns[0], sum(columns[1:])]


def test_cells_of_head_label_and_text_differ_in_style():
    assert values(written(grid(1)), "pStyle") == ["TableHead", "TableHead", "TableLabel", "TableText", "AfterTable"]


def test_a_short_row_stays_whole_and_a_long_one_may_break():
    assert len(values(written(grid(2)), "cantSplit")) == 3
    assert len(values(written(grid(2, "word " * 400)), "cantSplit")) == 1


def test_a_small_table_stays_on_one_page_and_a_large_one_runs_on():
    """A row is kept with the next one by its paragraphs; the last row is kept with nothing."""
    small, large = written(grid(3)), written(grid(30))
    assert [len(list(row.iter(f"{W}keepNext"))) for row in small.iter(f"{W}tr")] == [2, 2, 2, 0]
    assert [len(list(row.iter(f"{W}keepNext"))) for row in large.iter(f"{W}tr")] == [2] + [0] * 30


HEADED, LABELLED, PLAIN = Cell((Run("a"),), header=True), Cell((Run("b"),), header=True), Cell((Run("c"),))


@for_each(
    ("head", "row", "name", "look"),
    [
        ((HEADED, HEADED), (LABELLED, PLAIN), "Title_1", "04A0"),
        ((HEADED, HEADED), (PLAIN, PLAIN), "ColumnTitle_1", "0420"),
        ((), (LABELLED, PLAIN), "RowTitle_1", "0680"),
        ((), (PLAIN, PLAIN), None, "0600"),
    ],
)
def test_a_screen_reader_learns_which_cells_are_headers(head, row, name, look):
    element = written(Table("", head, (row, row), (1, 1)))
    assert values(element, "bookmarkStart", "name") == ([name] if name else [])
    assert values(element, "tblLook") == [look]
    first = next(element.iter(f"{W}tc"))
    assert len(list(first.iter(f"{W}bookmarkStart"))) == (1 if name else 0)


def test_the_header_marks_of_two_tables_differ():
    names = values(written(grid(1), grid(1)), "bookmarkStart", "name")
    assert [one for one in names if one.startswith("Title")] == ["Title_1", "Title_2"]


def test_a_table_at_the_end_of_a_letter_opens_no_empty_page():
    inner = [values(written(*blocks), "spacing", "line") for blocks in ((grid(1),), (grid(1), Paragraph((Run("x"),))))]
    assert inner == [["20"], []]
