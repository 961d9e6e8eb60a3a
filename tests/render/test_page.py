from __future__ import annotations

from datetime import date

from poa_app.model.letter import DRAFT_WORDS, Cell, Heading, Letter, Listing, Paragraph, Run, Table
from poa_app.render.page import html_of, page


def lettered(*blocks, **said) -> Letter:
    held = {"title": "T", "author": "A", "template": "t", "dated": date(2026, 11, 21), "draft": False}
    return Letter(**(held | said), blocks=blocks)


def test_a_page_is_a_whole_document_in_english():
    html = page(lettered(Paragraph((Run("x"),))))
    assert html.startswith('<!DOCTYPE html>\n<html lang="en-US"><head><meta charset="utf-8"><title>T</title>')
    assert html.rstrip().endswith("</article></body></html>")


def test_a_page_fetches_nothing_and_runs_nothing(example, write, read_html):
    found = read_html(page(write(example, "full")))
    assert not {"script", "link", "img", "iframe", "object", "form", "a", "base"} & set(found.elements)
    assert not {"src", "href", "action"} & {name for name, _ in found.attributes}
    assert not any(name.startswith("on") for name, _ in found.attributes)
    assert "url(" not in page(write(example, "full"))


def test_title_and_author_are_text(read_html):
    found = read_html(page(lettered(title="</title><script>", author='"><script>')))
    assert "script" not in found.elements
    assert ("content", '"><script>') in found.attributes


def test_blocks_are_the_elements_they_name():
    items = ((Run("a"),), (Run("b"),))
    assert html_of(Heading(2, (Run("H"),))) == "<h2>H</h2>"
    assert html_of(Paragraph((Run("x"),), "told")) == '<p class="told">x</p>'
    assert html_of(Listing(items)) == "<ul><li>a</li><li>b</li></ul>"
    assert html_of(Listing(items, numbered=True)) == "<ol><li>a</li><li>b</li></ol>"


def test_a_table_tells_a_screen_reader_its_heads_and_caption():
    head = (Cell((Run("A"),), header=True), Cell((Run("B"),), header=True))
    rows = ((Cell((Run("c"),), header=True), Cell((Run("d"),))), (Cell((Run("e"),), span=2),))
    html = html_of(Table("What & why", head, rows, (1, 3), "facts"))
    assert '<table class="facts"><caption>What &amp; why</caption>' in html
    assert '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>' in html
    assert '<tr><th scope="row">c</th><td>d</td></tr><tr><td colspan="2">e</td></tr>' in html
    assert 'width:25%"><col style="width:75%' in html


def test_each_field_stands_in_a_span_with_its_path(example, write, read_html):
    letter = write(example, "full")
    fields = read_html(page(letter)).fields
    assert fields == [(run.path, run.text) for run in letter.runs() if run.path is not None]


def test_a_gap_is_seen():
    html = html_of(Paragraph((Run("[Scope: missing]", "/scope", gap=True),)))
    assert html == '<p class="body"><span class="gap" data-path="/scope">[Scope: missing]</span></p>'


def test_bold_and_italic_are_kept():
    html = html_of(Paragraph((Run("a", bold=True), Run("b", "/x", bold=True, italic=True))))
    assert html == (
        '<p class="body"><strong>a</strong><em><strong><span class="field" data-path="/x">b</span></strong></em></p>'
    )


def test_a_draft_is_marked_and_a_clean_letter_is_not():
    assert f'<p class="draft">{DRAFT_WORDS}</p>' in page(lettered(draft=True))
    assert "DRAFT" not in page(lettered())


def test_the_words_of_one_row_can_be_lit():
    block = Paragraph((Run("a", "/root_causes/a1b2c3/what"),))
    assert "lit" in html_of(block, "/root_causes/a1b2c3")
    assert "lit" not in html_of(block, "/root_causes/a1b2c")
    assert "lit" not in html_of(block)
