from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape

from poa_app.errors import TemplateFault
from poa_app.model.letter import Block, Cell, Heading, Listing, Paragraph, Run, Table
from poa_app.model.text import clean
from poa_app.render.blocks import blocks
from tests.each import for_each

SCOPE = '<f path="/scope">all offers</f>'


def read(html: str) -> tuple[Block, ...]:
    return blocks(html, "letter.html.j2", lambda path: f"[{path[1:]}: missing]")


def line(html: str) -> tuple[Run, ...]:
    (block,) = read(f"<p>{html}</p>")
    return block.line


def test_headings_paragraphs_and_lists_are_read_in_order():
    html = "<h1>A</h1><p>b</p><h2>C</h2><ul><li>d</li></ul><h3>E</h3><ol><li>f</li><li>g</li></ol>"
    assert read(html) == (
        Heading(1, (Run("A"),)),
        Paragraph((Run("b"),)),
        Heading(2, (Run("C"),)),
        Listing(((Run("d"),),)),
        Heading(3, (Run("E"),)),
        Listing(((Run("f"),), (Run("g"),)), numbered=True),
    )


def test_a_paragraph_knows_its_manner_and_its_section():
    html = '<p>a</p><section name="opening"><p class="told">b</p><section name="inner"><p>c</p></section></section>'
    assert [(block.manner, block.section) for block in read(html)] == [
        ("body", ""),
        ("told", "opening"),
        ("body", "inner"),
    ]


def test_words_of_a_field_keep_their_path_and_every_space():
    html = '<f path="/scope">  two  spaces\n and\ta tab </f>'
    assert line(f" {html} ") == (Run("  two  spaces\n and\ta tab ", "/scope"),)


def test_a_gap_says_what_is_missing():
    assert line('Scope: <gap path="/scope"/>.') == (
        Run("Scope: "),
        Run("[scope: missing]", "/scope", gap=True),
        Run("."),
    )


def test_bold_and_italic_reach_what_stands_inside_them():
    assert line(f'a <strong>b <em>c {SCOPE}</em></strong> <gap path="/x"/>') == (
        Run("a "),
        Run("b ", bold=True),
        Run("c ", bold=True, italic=True),
        Run("all offers", "/scope", bold=True, italic=True),
        Run(" "),
        Run("[x: missing]", "/x", gap=True),
    )


def test_white_space_of_a_templates_layout_does_not_print():
    assert line(f"\n  The scope is\n  {SCOPE}\n\n  and no more.\n") == (
        Run("The scope is "),
        Run("all offers", "/scope"),
        Run(" and no more."),
    )


def test_white_space_between_two_fields_stays_one_space():
    assert line(f"{SCOPE}\n{SCOPE}") == (Run("all offers", "/scope"), Run(" "), Run("all offers", "/scope"))


def test_a_sentence_that_ends_on_an_abbreviation_has_one_full_stop():
    assert line('<f path="/a">Example Co., Ltd.</f>.') == (Run("Example Co., Ltd.", "/a"),)
    assert line('<f path="/a">Example Co., Ltd.</f>. And so on.') == (
        Run("Example Co., Ltd.", "/a"),
        Run(" And so on."),
    )


def test_a_table_has_a_head_rows_and_widths():
    html = (
        '<table class="facts" widths="1 3"><caption>What\n is known</caption>'
        "<thead><tr><th>A</th><th>B</th></tr></thead>"
        f'<tbody><tr><th>c</th><td>{SCOPE}</td></tr><tr><td colspan="2">d</td></tr></tbody></table>'
    )
    assert read(html) == (
        Table(
            caption="What is known",
            head=(Cell((Run("A"),), header=True), Cell((Run("B"),), header=True)),
            rows=(
                (Cell((Run("c"),), header=True), Cell((Run("all offers", "/scope"),))),
                (Cell((Run("d"),), span=2),),
            ),
            widths=(1, 3),
            manner="facts",
        ),
    )


def test_a_table_without_widths_has_even_columns():
    (table,) = read("<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>")
    assert table.widths == (1, 1)


def test_a_table_without_a_row_is_none():
    assert read("<table><caption>x</caption><tbody></tbody></table>") == ()


@for_each(
    "html",
    [
        "<p>a",
        "<p>a</p></p>",
        "<p><strong>a</p></strong>",
        "<p>a</p><ul><li>b</ul>",
    ],
)
def test_an_element_left_open_is_a_fault_of_the_template(html):
    with pytest.raises(TemplateFault, match=r"template letter\.html\.j2: an element is not closed"):
        read(html)


@pytest.mark.parametrize("html", ["<p>a & b</p>", "<p>&nbsp;</p>", "<p>1 < 2</p>"])
def test_a_mark_that_is_not_escaped_is_a_fault_that_says_how_to_write_it(html):
    with pytest.raises(TemplateFault, match="write '&' as '&amp;'"):
        read(html)


@for_each(
    "html",
    [
        "<div>a</div>",
        "<p><p>a</p></p>",
        "<li>a</li>",
        "<strong>a</strong>",
        "<ul><p>a</p></ul>",
        "<ul><section><li>a</li></section></ul>",
        "<p><h1>a</h1></p>",
        "<table><tr><td>a</td></tr></table>",
        "<table><p>a</p></table>",
        "<table><tbody><td>a</td></tbody></table>",
        "<table><tbody><tr><p>a</p></tr></tbody></table>",
        "<table><caption><strong>a</strong></caption></table>",
        f"<table><caption>{SCOPE}</caption></table>",
        "<h1><ul><li>a</li></ul></h1>",
    ],
)
def test_an_element_where_it_may_not_stand_is_a_fault(html):
    with pytest.raises(TemplateFault, match="may not stand in"):
        read(html)


@for_each(
    "html",
    [
        "loose",
        "<p>a</p>loose",
        "<section>loose</section>",
        "<ul>loose<li>a</li></ul>",
        "<table>loose<tbody><tr><td>a</td></tr></tbody></table>",
        "<table><tbody>loose<tr><td>a</td></tr></tbody></table>",
        "<table><tbody><tr><td>a</td>loose</tr></tbody></table>",
    ],
)
def test_words_outside_a_paragraph_are_a_fault_not_lost(html):
    with pytest.raises(TemplateFault, match="outside a paragraph"):
        read(html)


@for_each(
    "html",
    [
        '<table widths="1"><tbody><tr><td>a</td><td>b</td></tr></tbody></table>',
        '<table widths="1 1"><tbody><tr><td>a</td></tr></tbody></table>',
        '<table widths="x"><tbody><tr><td>a</td></tr></tbody></table>',
        '<table widths="0"><tbody><tr><td>a</td></tr></tbody></table>',
        '<table><tbody><tr><td colspan="-1">a</td></tr></tbody></table>',
        '<table><tbody><tr><td colspan="two">a</td></tr></tbody></table>',
        "<table><thead><tr><th>a</th></tr><tr><th>b</th></tr></thead></table>",
    ],
)
def test_a_table_that_does_not_add_up_is_a_fault(html):
    with pytest.raises(TemplateFault):
        read(html)


@given(words=st.text(st.characters(exclude_categories=()), min_size=1).map(clean).filter(bool))
@settings(deadline=None, max_examples=200, derandomize=True)
def test_any_words_of_a_field_come_through_unchanged(words):
    assert line(f'before <f path="/scope">{escape(words)}</f> after')[1] == Run(words, "/scope")
