"""How fast a letter is written, against what else could write it.

Run ``python -m pytest tests/benchmarks`` to see the table. Gates are ratios within one run; milliseconds are reported
beside their aims, since they depend on the machine.
"""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest
from docxtpl import DocxTemplate

from poa_app.check.checks import run_checks
from poa_app.check.context import CheckContext
from poa_app.desk.state import CaseState
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.letter import Heading, Letter, Line, Listing, Paragraph, Table
from poa_app.model.paths import edit
from poa_app.render.letter import compose
from poa_app.render.page import page
from poa_app.render.plain import render_text
from poa_app.render.word import word
from poa_app.resources import folder

ZIPFILE_MOST = 8
DOCXTPL_LEAST = 3
TEN_TIMES_MOST = 12
AGAIN_MOST = 5
"""Measured 2.6 to 3.2."""

Report = Callable[[str, str, str], None]
ByTurns = Callable[..., list[float]]

either = pytest.mark.parametrize("template", ["short", "full"])


def composed(case: Case, template: str) -> Letter:
    return compose(case, knowledge(), folder("templates"), template, draft=False)


def packed(letter: Letter) -> bytes:
    return word(letter, folder("templates") / "styles.docx")


def chain(case: Case, template: str) -> bytes:
    return packed(composed(case, template))


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1e3:.1f} ms"


@either
def test_a_word_file_costs_little_more_than_zipping_its_parts(
    late_shipment: Case, template: str, by_turns: ByTurns, report: Report
) -> None:
    letter = composed(late_shipment, template)
    with zipfile.ZipFile(io.BytesIO(packed(letter))) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]

    def zipped() -> bytes:
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in parts:
                package.writestr(name, content)
        return held.getvalue()

    ours, bare, whole = by_turns(lambda: packed(letter), zipped, lambda: chain(late_shipment, template))
    report(f"DOCX, {template}: letter to file, against zipfile", f"{ours / bare:.1f} times", f"gate: {ZIPFILE_MOST}")
    report(f"DOCX, {template}: letter to file", milliseconds(ours), "")
    aim = "aim: 5 ms" if template == "short" else ""
    report(f"DOCX, {template}: case to file", milliseconds(whole), aim)
    report(f"DOCX, {template}: case to file, against zipfile", f"{whole / bare:.1f} times", "")
    size = len(packed(letter)) / 1_000
    report(f"DOCX, {template}: size", f"{size:.1f} KB", "aim: 16 KB" if template == "short" else "")
    assert ours <= ZIPFILE_MOST * bare


@either
def test_a_word_file_is_written_faster_than_docxtpl_fills_one(
    late_shipment: Case, template: str, tmp_path: Path, by_turns: ByTurns, report: Report
) -> None:
    """The template for docxtpl has the same paragraphs, lists and tables, and one variable for each printed field."""
    values = make_docxtpl(composed(late_shipment, template), tmp_path / "template.docx")

    def filled() -> bytes:
        held = io.BytesIO()
        document = DocxTemplate(tmp_path / "template.docx")
        document.render(values, autoescape=True)
        document.save(held)
        return held.getvalue()

    said = [paragraph.text for paragraph in docx.Document(io.BytesIO(filled())).paragraphs]
    assert late_shipment.opening in " ".join(said)
    ours, theirs = by_turns(lambda: chain(late_shipment, template), filled, rounds=40)
    report(f"DOCX, {template}: docxtpl on the same content", milliseconds(theirs), "")
    against = f"gate: {DOCXTPL_LEAST} times faster"
    report(f"DOCX, {template}: case to file, against docxtpl", f"{theirs / ours:.1f} faster", against)
    assert theirs >= DOCXTPL_LEAST * ours


@pytest.mark.parametrize(
    ("kind", "unit"),
    [("words", "What we did about it. "), ("lines", "A line of it.\n"), ("markup", "<b>&amp;{{ x }} ")],
    ids=["words", "lines", "markup"],
)
def test_a_field_ten_times_as_long_takes_hardly_more_than_ten_times_as_long(
    late_shipment: Case, kind: str, unit: str, by_turns: ByTurns, report: Report
) -> None:
    short, long = (edit(late_shipment, "/opening", unit * (size // len(unit))) for size in (100_000, 1_000_000))
    less, more = by_turns(lambda: chain(short, "short"), lambda: chain(long, "short"), rounds=5)
    report(f"DOCX: a field of 1 MB of {kind}", milliseconds(more), "aim: 250 ms")
    against = f"gate: {TEN_TIMES_MOST} times"
    report(f"DOCX: a field of 1 MB of {kind}, against 100 KB", f"{more / less:.1f} times", against)
    assert more <= TEN_TIMES_MOST * less


def test_the_other_formats_and_the_check_are_reported(late_shipment: Case, by_turns: ByTurns, report: Report) -> None:
    letter = composed(late_shipment, "short")
    assert late_shipment.letter_date is not None
    exam = CheckContext(late_shipment, letter, late_shipment.letter_date, knowledge())
    text, html, check = by_turns(lambda: render_text(letter), lambda: page(letter), lambda: run_checks(exam), rounds=10)
    report("TXT, short: letter to text", milliseconds(text), "")
    report("HTML, short: letter to page", milliseconds(html), "")
    report("check of a complete case, its letters written already", milliseconds(check), "")


def test_a_case_is_checked_again_after_an_edit(late_shipment: Case, by_turns: ByTurns, report: Report) -> None:
    """Both letters are written and every check runs, as after each field left on the workbench."""
    today, names = late_shipment.letter_date, itertools.count()
    assert isinstance(today, date)
    row = late_shipment.corrective_actions[0].id

    def edited() -> Case:
        return edit(late_shipment, f"/corrective_actions/{row}/who", f"shift lead of line {next(names)}")

    again, plain = by_turns(lambda: CaseState(edited(), today).findings, lambda: composed(edited(), "full"))
    report("a case checked again after an edit, with its letters", milliseconds(again), "aim: 40 ms")
    report("the same, against writing the full letter alone", f"{again / plain:.1f} times", f"gate: {AGAIN_MOST}")
    assert again <= AGAIN_MOST * plain


def make_docxtpl(letter: Letter, target: Path) -> dict[str, str]:
    """Write a template with the letter's lay-out, and give the values that fill it."""
    document, values = docx.Document(), {}

    def put(paragraph: docx.text.paragraph.Paragraph, line: Line) -> None:
        for run in line:
            if run.path is None:
                paragraph.add_run(run.text)
            else:
                name = f"v{len(values)}"
                values[name] = run.text
                paragraph.add_run(f"{{{{ {name} }}}}")

    for block in letter.blocks:
        match block:
            case Heading(level, line):
                put(document.add_heading("", level - 1), line)
            case Paragraph(line):
                put(document.add_paragraph(), line)
            case Listing(items, numbered):
                for item in items:
                    put(document.add_paragraph(style="List Number" if numbered else "List Bullet"), item)
            case Table():
                rows = [row for row in (block.head, *block.rows) if row]
                table = document.add_table(len(rows), len(block.widths))
                for cells, row in zip(table.rows, rows, strict=True):
                    for cell, held in zip(cells.cells, row, strict=False):
                        put(cell.paragraphs[0], held.line)
    document.save(str(target))
    return values
