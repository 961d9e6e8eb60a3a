from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime

import docx
import pytest
from lxml import etree

from poa_app.knowledge import knowledge
from poa_app.model.letter import DRAFT_WORDS, Heading, Letter, Listing, Paragraph, Run, lines_of
from poa_app.model.paths import edit
from poa_app.render.letter import compose
from poa_app.render.word import word
from poa_app.render.wordml import bookmark

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def full(late_shipment, write) -> Letter:
    return write(late_shipment, "full", draft=False)


def opened(content: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(content))


def lettered(*blocks, **said) -> Letter:
    held = {"title": "T", "author": "A", "template": "t", "dated": date(2026, 11, 21), "draft": False}
    return Letter(**(held | said), blocks=blocks)


def test_headings_are_words_own_in_the_order_of_the_letter(full, styles):
    names = {1: "Title", 2: "Heading 1", 3: "Heading 2"}
    expected = [
        (names[block.level], "".join(run.text for run in block.line))
        for block in full.blocks
        if isinstance(block, Heading)
    ]
    paragraphs = opened(word(full, styles)).element.body.iterchildren(f"{W}p")
    found = [docx.text.paragraph.Paragraph(element, opened(word(full, styles))) for element in paragraphs]
    assert {style for style, _ in expected} == set(names.values())
    assert [
        (one.style.name, "".join(part.text or "" for part in one._p.iter(f"{W}t")))
        for one in found
        if one.style.name in names.values()
    ] == expected


def test_every_line_of_a_letter_is_a_paragraph_in_its_order(example, write, styles, read_word):
    letter = write(example, "full")
    lines = ["".join(run.text for run in line) for block in letter.blocks for line in lines_of(block)]
    paragraphs = read_word(word(letter, styles)).paragraphs
    assert [text for text in paragraphs if text] == [text for text in lines if text]


def test_every_style_a_letter_uses_is_in_the_styles_file(example, write, styles, read_word):
    file = read_word(word(write(example, "full"), styles))
    known = set(re.findall(r'w:styleId="(\w+)"', file.parts["word/styles.xml"].decode()))
    used = set(re.findall(r'<w:[prt]\w*Style w:val="(\w+)"', file.parts["word/document.xml"].decode()))
    assert len(used) > 8
    assert used <= known


def test_numbered_lists_start_anew(late_shipment, folder_with, styles, read_word):
    root = folder_with(
        plan_of_action__short="<h1>T</h1><ol><li>a</li><li>b</li></ol><p>and</p><ol><li>{{ scope }}</li></ol>"
    )
    letter = compose(late_shipment, knowledge(), root, "short", draft=False)
    file = read_word(word(letter, styles))
    used = [place.get(f"{W}val") for place in file.body.iter(f"{W}numId")]
    assert len(used) == 3
    assert used[0] == used[1] != used[2]
    lists = {one.get(f"{W}numId"): one for one in etree.fromstring(file.parts["word/numbering.xml"]).iter(f"{W}num")}
    for number in used:
        assert [start.get(f"{W}val") for start in lists[number].iter(f"{W}startOverride")] == ["1"]


def test_a_letter_without_numbered_lists_adds_no_number(styles, read_word):
    made = read_word(word(lettered(Paragraph((Run("x"),))), styles)).parts["word/numbering.xml"]
    shipped = read_word(styles.read_bytes()).parts["word/numbering.xml"]
    assert made.count(b"<w:num ") == shipped.count(b"<w:num ")


def test_two_letters_in_a_row_do_not_mix(styles):
    """The prototype is read once and kept; a letter must leave nothing in it."""
    one = lettered(Listing(((Run("a"),),), numbered=True), title="One", draft=True)
    two = lettered(Paragraph((Run("b"),)), title="Two")
    before = word(two, styles)
    word(one, styles)
    assert word(two, styles) == before


def test_table_heads_repeat_on_every_page(full, styles, read_word):
    body = read_word(word(full, styles)).body
    for table in body.iter(f"{W}tbl"):
        first, *others = table.iter(f"{W}tr")
        has_head = bool(list(first.iter(f"{W}tblHeader")))
        assert has_head == (table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1")
        assert not any(list(row.iter(f"{W}tblHeader")) for row in others)
    assert len(list(body.iter(f"{W}tblHeader"))) >= 3


def test_the_foot_of_each_page_says_page_x_of_y(full, styles):
    document = opened(word(full, styles))
    for footer in {document.sections[0].footer.part.partname: document.sections[0].footer}.values():
        fields = [field.get(f"{W}instr").strip() for field in footer._element.iter(f"{W}fldSimple")]
        assert fields == ["PAGE", "NUMPAGES"]
        assert "".join(part.text or "" for part in footer._element.iter(f"{W}t")) == "Page 1 of 1"


def test_a_word_file_bears_title_author_language_and_the_letters_date(full, styles):
    core = opened(word(full, styles)).core_properties
    assert (core.title, core.author, core.language) == (full.title, full.author, "en-US")
    made = datetime.combine(full.dated, datetime.min.time(), UTC)
    assert core.created == core.modified == made


def test_a_title_longer_than_word_allows_is_shortened_in_the_properties_only(styles, read_word):
    title = "t" * 300
    file = word(lettered(Heading(1, (Run(title),)), title=title, author="a" * 300), styles)
    core = opened(file).core_properties
    assert (len(core.title), len(core.author)) == (255, 255)
    assert read_word(file).paragraphs == [title]


def test_the_text_is_marked_as_american_english(full, styles, read_word):
    language = re.search(rb"<w:lang [^>]*>", read_word(word(full, styles)).parts["word/styles.xml"])
    assert b'w:val="en-US"' in language[0]


def test_each_printed_field_has_a_bookmark_around_its_words_in_order(example, write, styles, read_word):
    letter = write(example, "full")
    fields = read_word(word(letter, styles)).fields
    assert fields == [(bookmark(run.path), run.text) for run in letter.runs() if run.path is not None]
    assert len(fields) > 100


def test_no_two_bookmarks_share_a_name_or_id_and_each_ends(full, styles, read_word):
    body = read_word(word(full, styles)).body
    starts, ends = (list(body.iter(f"{W}bookmark{end}")) for end in ("Start", "End"))
    names = [start.get(f"{W}name") for start in starts]
    assert len(starts) == len(ends) > 100
    assert len(set(names)) == len({name.lower() for name in names}) == len(starts)
    assert max(len(name) for name in names) <= 40
    assert [start.get(f"{W}id") for start in starts] == [end.get(f"{W}id") for end in ends]
    assert len({start.get(f"{W}id") for start in starts}) == len(starts)


def test_there_is_no_content_control(full, styles, read_word):
    assert list(read_word(word(full, styles)).body.iter(f"{W}sdt")) == []


@pytest.mark.parametrize("template", ["short", "full"])
def test_a_reader_built_on_python_docx_sees_every_word(example, write, styles, template):
    """Case 59."""
    letter = write(example, template)
    document = docx.Document(io.BytesIO(word(letter, styles)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    seen = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    assert [run.text for run in letter.runs() if run.text.strip() not in seen] == []
    assert len(seen) > 3_000


def test_a_gap_is_seen(late_shipment, write, styles, read_word):
    body = read_word(word(write(edit(late_shipment, "/opening", None)), styles)).body
    gaps = [run for run in body.iter(f"{W}r") if run.find(f"{W}rPr/{W}rStyle") is not None]
    assert ["".join(part.text for part in run.iter(f"{W}t")) for run in gaps] == ["[Opening: missing]"]
    assert {run.find(f"{W}rPr/{W}rStyle").get(f"{W}val") for run in gaps} == {"Gap"}


def heads(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return [package.read(name).decode() for name in package.namelist() if name.startswith("word/header")]


def test_every_page_of_a_draft_is_marked(full, styles):
    found = heads(word(replace(full, draft=True), styles))
    assert found
    assert all(DRAFT_WORDS in head and "DraftMark" in head for head in found)


def test_no_page_of_a_clean_letter_is_marked(full, styles, read_word):
    file = read_word(word(full, styles))
    assert not any(b"DRAFT" in content for name, content in file.parts.items() if name != "word/styles.xml")


def test_the_title_heads_the_pages_after_the_first(full, styles):
    document = opened(word(full, styles))
    section = document.sections[0]
    assert section.header.paragraphs[0].text == full.title
    if section.different_first_page_header_footer:
        assert section.first_page_header.paragraphs[0].text == ""


def test_a_word_file_carries_no_other_time_than_the_letters(full, styles):
    with zipfile.ZipFile(io.BytesIO(word(full, styles))) as package:
        times = {entry.date_time for entry in package.infolist()}
        core = package.read("docProps/core.xml").decode()
    day = full.dated
    assert times == {(day.year, day.month, day.day, 0, 0, 0)}
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+", core)) == {f"{day.isoformat()}T00:00:00"}


@pytest.mark.parametrize("day", [date(1900, 1, 31), date(1979, 12, 31), date(2107, 12, 31)])
def test_a_date_no_zip_file_can_hold_does_no_harm(styles, read_word, day):
    assert read_word(word(lettered(Paragraph((Run("x"),)), dated=day), styles)).paragraphs == ["x"]


def test_words_xml_cannot_hold_are_refused_not_written(styles):
    """Cases are cleaned when they are read; a letter that is not must never become a file Word cannot open."""
    with pytest.raises(etree.XMLSyntaxError):
        word(lettered(Paragraph((Run("a\x00b"),))), styles)


def test_title_and_author_with_markup_or_line_ends_are_text(styles, audit, read_word):
    file = word(lettered(Paragraph((Run("x"),)), title="<b>&\n\t]]>", author='"<b>&'), styles)
    assert audit(file) == []
    core = opened(file).core_properties
    assert (core.title, core.author) == ("<b>&\n\t]]>", '"<b>&')
    assert read_word(file).paragraphs == ["x"]


@pytest.mark.slow
@pytest.mark.parametrize("template", ["short", "full"])
def test_the_examples_word_files_are_valid(example, write, styles, audit, template):
    for draft in (False, True):
        assert audit(word(write(example, template, draft), styles)) == []


def test_a_word_file_holds_the_parts_of_the_styles_file_and_no_more(full, styles, read_word):
    file = word(full, styles)
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        assert package.testzip() is None
        assert sorted(package.namelist()) == sorted(read_word(styles.read_bytes()).parts)
        assert package.namelist()[0] == "[Content_Types].xml"


def test_a_two_page_letter_is_small(late_shipment, write, styles):
    assert len(word(write(late_shipment, "short", draft=False), styles)) <= 16_000
