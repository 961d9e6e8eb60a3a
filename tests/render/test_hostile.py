"""Whatever is typed arrives as typed: properties of every case, and of every letter, that the schema allows."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import poa_app
from poa_app import desk
from poa_app.intake.case_file import parse_case
from poa_app.model.case import Case
from poa_app.model.letter import Letter
from poa_app.model.paths import edit, get, leaves
from poa_app.model.printed_fields import printed_fields
from poa_app.model.scripts import own_script
from poa_app.model.text import FIELD_REFUSED, clean
from poa_app.render.page import page
from poa_app.render.plain import render_text
from poa_app.render.word import word
from poa_app.render.wording import short_day
from poa_app.render.wordml import bookmark
from poa_app.resources import folder

pytestmark = pytest.mark.slow

routes = pytest.mark.parametrize("route", ["plan-of-action", "documents"])
few = settings(deadline=None, max_examples=6, derandomize=True)
some = settings(deadline=None, max_examples=20, derandomize=True)

DAY = date(2026, 11, 21)


def palettes(texts: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    """Draw an order of hostile texts, with a few that chance made up among them."""
    chance = st.text(st.characters(exclude_categories=()), max_size=12)
    return st.tuples(chance, chance).flatmap(lambda more: st.permutations((*texts, *more))).map(tuple)


def strings(value: Any) -> Iterator[str]:
    """List every text of a case file."""
    match value:
        case str():
            yield value
        case dict():
            for item in value.values():
                yield from strings(item)
        case list():
            for item in value:
                yield from strings(item)


def typed(case: Case) -> Iterator[tuple[str, str]]:
    """List the printable fields somebody's own words stand in; a drawn text bears its number between tildes."""
    for path, value in printed_fields(case):
        in_rows = path.startswith(("/root_causes/", "/corrective_actions/", "/preventive_measures/"))
        is_role = in_rows and path.endswith(("/who", "/name", "/deputy"))
        if isinstance(value, str) and "~" in value and not (is_role and own_script(value)):
            yield path, value


@routes
@given(data=st.data())
@some
def test_hostile_text_arrives_literally_in_every_format(
    data, route, shapes, hostile_texts, write, styles, read_word, read_html
):
    content = data.draw(shapes(route)).hostile(data.draw(palettes(hostile_texts)))
    sent = {clean(text) for text in strings(json.loads(content))}
    case = parse_case(content, "case.json")
    letter = write(case)
    file = read_word(word(letter, styles))
    assert file.fields == [(bookmark(run.path), run.text) for run in letter.runs() if run.path is not None]
    written = {
        ".docx": file.paragraphs,
        ".txt": [render_text(letter)],
        ".html": ["".join(read_html(page(letter)).text)],
    }
    expected = dict(typed(case))
    assert len(expected) > 50
    for path, text in expected.items():
        assert text in sent
        for suffix, pieces in written.items():
            assert any(text.lower() in piece.lower() for piece in pieces), (suffix, path)


@routes
@given(data=st.data())
@some
def test_hostile_text_changes_no_structure(data, route, shapes, hostile_texts, write, styles, read_word, read_html):
    shape = data.draw(shapes(route, full=data.draw(st.booleans())))
    harmless = parse_case(shape.wordy(), "case.json")
    hostile = parse_case(shape.hostile(data.draw(palettes(hostile_texts))), "case.json")
    for template in ("short", "full"):
        calm, wild = write(harmless, template), write(hostile, template)
        assert [(type(block), block.section) for block in wild.blocks] == [
            (type(block), block.section) for block in calm.blocks
        ]
        if template == "short":
            continue  # what is joined and what stands apart depends on the words of a row
        assert [run.path for run in wild.runs() if run.path] == [run.path for run in calm.runs() if run.path]
        assert read_word(word(wild, styles)).structure == read_word(word(calm, styles)).structure
        assert built(read_html(page(wild)).elements) == built(read_html(page(calm)).elements)


def built(elements: list[str]) -> list[str]:
    """Leave out bold and italic: the full stop a sentence drops after "Co., Ltd." can take one with it."""
    return [name for name in elements if name.strip("/") not in ("strong", "em")]


@routes
@given(data=st.data())
@some
def test_every_printable_field_is_in_the_full_letter(data, route, shapes, write):
    case = parse_case(data.draw(shapes(route)).sound(), "case.json")
    letter = write(case)
    fields = list(printed_fields(case))
    assert len(fields) > 80
    for path, value in fields:
        assert any(prints(case, path, value, *field) for field in told(letter)), path


@routes
@given(data=st.data())
@some
def test_nothing_typed_is_lost_where_other_fields_are_blank(data, route, shapes, write):
    case = parse_case(data.draw(shapes(route, full=False)).sound(), "case.json")
    letter = write(case)
    for path, value in typed(case):
        assert any(prints(case, path, value, *field) for field in told(letter)), path


def told(letter: Letter) -> list[tuple[str, str]]:
    """List the fields a letter prints, with their words."""
    return [(run.path, run.text) for run in letter.runs() if run.path is not None and not run.gap]


def prints(case: Case, path: str, value: Any, printed: str, words: str) -> bool:
    """Whether words printed for one path say a field's value: text as it is, days and numbers as a letter does."""
    if not path.startswith(printed):
        return False
    match value:
        case str() if "~" in value:
            return words.lower() == value.lower() or (printed != path and value in words)
        case date():
            return short_day(value, "month-first") in words or short_day(value, "day-first") in words
        case int() | Decimal():
            return f"{value:,}" in words
    return True


@routes
@given(data=st.data())
@some
def test_nothing_prints_that_stays_inside_the_agency(data, route, shapes, write, styles, read_word):
    case = parse_case(data.draw(shapes(route)).sound(), "case.json")
    print_out = {path for path, _ in printed_fields(case)}
    inside = [
        value for path, value in leaves(case) if path not in print_out and isinstance(value, str) and "~" in value
    ]
    assert len(inside) > 20
    for template in ("short", "full"):
        letter = write(case, template)
        written = render_text(letter) + page(letter)
        written += b"".join(read_word(word(letter, styles)).parts.values()).decode()
        assert [text for text in inside if text in written] == []


@routes
@given(data=st.data())
@some
def test_every_word_of_a_full_letter_comes_from_a_field_or_a_template(data, route, shapes, write, template_words):
    case = parse_case(data.draw(shapes(route, full=data.draw(st.booleans()))).sound(), "case.json")
    letter = write(case)
    numbers = {str(number) for number in range(1, 10)}
    for run in letter.runs():
        if run.path is None:
            assert set(re.findall(r"\w+", run.text)) <= template_words | numbers, run.text
        else:
            get(case, run.path)


@routes
@given(data=st.data())
@few
def test_a_word_file_of_any_case_is_valid(data, route, shapes, hostile_texts, write, styles, audit):
    shape = data.draw(shapes(route, full=data.draw(st.booleans())))
    for content in (shape.sound(), shape.hostile(data.draw(palettes(hostile_texts)))):
        case = parse_case(content, "case.json")
        assert audit(word(write(case, data.draw(st.sampled_from(["short", "full"]))), styles)) == []


@routes
@given(data=st.data())
@few
def test_a_written_letter_reaches_for_nothing_outside(data, route, shapes, hostile_texts, write, styles, read_word):
    case = parse_case(data.draw(shapes(route)).hostile(hostile_texts), "case.json")
    parts = read_word(word(write(case), styles)).parts
    assert set(parts) == set(read_word(styles.read_bytes()).parts)
    for name, content in parts.items():
        assert b"TargetMode" not in content, name
        assert b"instrText" not in content, name
    assert "http" not in "".join(re.findall(r'(?:src|href)="([^"]*)', page(write(case))))


@routes
@given(data=st.data())
@some
def test_any_case_can_be_checked_and_printed_as_a_draft(data, route, shapes, hostile_texts):
    shape = data.draw(shapes(route, full=data.draw(st.booleans())))
    content = data.draw(st.sampled_from([shape.sound(), shape.hostile(data.draw(palettes(hostile_texts)))]))
    case = parse_case(content, "case.json")
    suffix = data.draw(st.sampled_from([".docx", ".txt", ".html"]))
    template = data.draw(st.sampled_from(["short", "full"]))
    made = desk.render_case(case, "case.json", suffix, template, DAY, draft=True)
    blocked = any(finding.severity == "blocks" for finding in desk.check_case(case, DAY))
    assert made.letter.draft == blocked
    assert blocked or not any(run.gap for run in made.letter.runs())


@routes
@given(data=st.data())
@few
def test_the_same_case_gives_the_same_bytes(data, route, shapes, hostile_texts):
    content = data.draw(shapes(route)).hostile(data.draw(palettes(hostile_texts)))
    for suffix in (".docx", ".txt", ".html"):
        first, second = (
            desk.render_case(parse_case(content, "case.json"), "case.json", suffix, "full", day, draft=True).content
            for day in (DAY, date(2031, 2, 3))
        )
        assert first == second


ELSEWHERE = """
import sys, time
then = time.gmtime(2_000_000_000)
time.time, time.localtime, time.gmtime = lambda: 2e9, lambda *_: then, lambda *_: then
from datetime import date
from hashlib import sha256
from pathlib import Path
from poa_app import desk
for file in sys.argv[1:]:
    case = desk.open_case(Path(file))
    for suffix in (".docx", ".txt", ".html"):
        made = desk.render_case(case, file, suffix, "full", date(2031, 2, 3), draft=True)
        print(sha256(made.content).hexdigest())
"""


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_another_process_on_another_day_gives_the_same_bytes(seed):
    files = [str(file) for file in sorted(folder("examples").glob("*.json"))]
    here = [
        sha256(desk.render_case(desk.open_case(Path(file)), file, suffix, "full", DAY, draft=True).content).hexdigest()
        for file in files
        for suffix in (".docx", ".txt", ".html")
    ]
    there = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, *files],
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Shanghai"},
        cwd=Path(poa_app.__file__).parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.split() == here


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        ("/opening", "\n"),
        ("/opening", "word & <b> "),
        ("/root_causes/{cause}/what", "\u4f60"),
        ("/root_causes/{cause}/why/0", "\t\U0001f600"),
        ("/exhibits/{exhibit}/title", "x"),
    ],
    ids=["line ends", "markup", "Chinese", "tabs and emoji", "one word"],
)
def test_a_megabyte_in_one_field_arrives_whole(late_shipment, write, styles, read_word, read_html, path, unit):
    place = path.format(cause=late_shipment.root_causes[0].id, exhibit=late_shipment.exhibits[0].id)
    text = f"from {unit * ((FIELD_REFUSED - 20) // len(unit.encode()))} to"
    letter = write(edit(late_shipment, place, text))
    written = word(letter, styles)
    assert (bookmark(place), text) in read_word(written).fields
    assert text in render_text(letter)
    assert (place, text) in read_html(page(letter)).fields
