"""Checking and writing a letter: the same findings and the same bytes, or one clear reason why not."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from poa_app import desk
from poa_app.desk import letters
from poa_app.desk.state import CaseState
from poa_app.errors import BadOutput, Incomplete, InputError, UnknownName
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit, Violation
from poa_app.model.letter import DRAFT_WORDS
from poa_app.model.paths import edit
from poa_app.model.routes import ROUTES
from tests.each import for_each

SUFFIXES = (".docx", ".txt", ".html")
EMPTY_DAY = date(2026, 11, 21)


@for_each(
    ("client", "name"),
    [
        ("Pinefield Example Garden", "pinefield-example-garden-late-shipment-rate-short.docx"),
        ("Café & Søn / ../..", "cafe-sn-late-shipment-rate-short.docx"),
        ("松田", "abcdefabcdef-late-shipment-rate-short.docx"),
        (None, "abcdefabcdef-late-shipment-rate-short.docx"),
        ("x" * 500, f"{'x' * 60}-late-shipment-rate-short.docx"),
    ],
)
def test_a_file_is_named_by_client_and_enforcement(late_shipment: Case, client: str | None, name: str) -> None:
    case = edit(late_shipment, "/client/store", client)
    assert letters.file_name(case, "abcdefabcdef", "short", ".docx") == name


def _gapped(case: Case) -> Case:
    return edit(case, f"/corrective_actions/{case.corrective_actions[0].id}/who", None)


@for_each("slug", knowledge().enforcements)
def test_an_empty_case_of_any_kind_can_be_checked(slug: str) -> None:
    found = desk.check_case(desk.create(slug), EMPTY_DAY)
    paths = {finding.path for finding in found if finding.severity == "blocks"}
    assert {"/client/store", "/marketplaces", "/notice/received", "/opening", "/closing", "/letter_date"} <= paths
    assert all(finding.message and finding.message_zh and finding.why and finding.why_zh for finding in found)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", SUFFIXES)
@for_each("slug", knowledge().enforcements)
def test_an_empty_case_of_any_kind_gives_a_draft(slug: str, suffix: str) -> None:
    made = desk.render_case(desk.create(slug), "case.json", suffix, "full", EMPTY_DAY, draft=True)
    assert made.content
    assert made.letter.draft
    assert any(run.gap for run in made.letter.runs())


@for_each("route", [route for route, spec in ROUTES.items() if not spec.letter])
def test_a_route_without_a_letter_is_told_and_none_is_written(late_shipment: Case, route: str) -> None:
    case = edit(late_shipment, f"/violations/{late_shipment.violations[0].id}/route", route)
    (finding,) = [one for one in desk.check_case(case, EMPTY_DAY) if one.severity == "blocks"]
    assert finding.rule == "completeness.route"
    with pytest.raises(Incomplete):
        desk.render_case(case, "case.json", ".txt", "short", EMPTY_DAY)
    with pytest.raises(InputError, match=r"^case\.json: its route is not answered by a letter"):
        desk.render_case(case, "case.json", ".txt", "short", EMPTY_DAY, draft=True)


def test_a_case_without_a_violation_can_be_checked_and_drafted() -> None:
    assert "/violations" in {finding.path for finding in desk.check_case(Case(), EMPTY_DAY)}
    assert DRAFT_WORDS in desk.render_case(Case(), "x", ".txt", "short", EMPTY_DAY, draft=True).content.decode()


def test_exhibits_are_looked_for_only_where_a_folder_is_given(late_shipment: Case, today: date, tmp_path: Path) -> None:
    assert desk.check_case(late_shipment, today) == ()
    found = desk.check_case(late_shipment, today, beside=tmp_path)
    assert {finding.path.split("/")[1] for finding in found} == {"exhibits"}
    assert len(found) == len([one for one in late_shipment.exhibits if one.file])


@pytest.mark.slow
@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("template", ["short", "full"])
def test_the_same_case_gives_the_same_bytes(example: Case, suffix: str, template: str) -> None:
    day = example.letter_date
    assert isinstance(day, date)
    once, again = (desk.render_case(example, "x", suffix, template, day, draft=True).content for _ in range(2))
    assert once == again


@pytest.mark.parametrize("suffix", [".DOCX", ".Txt", ".HTML"])
def test_a_suffix_in_capitals_is_known(late_shipment: Case, today: date, suffix: str) -> None:
    made = desk.render_case(late_shipment, "case.json", suffix, "short", today)
    assert made.content == desk.render_case(late_shipment, "case.json", suffix.lower(), "short", today).content


def test_a_word_file_is_a_word_file(late_shipment: Case, today: date) -> None:
    made = desk.render_case(late_shipment, "case.json", ".docx", "short", today)
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(made.content)).namelist()


@for_each("suffix", ["", ".doc", ".json", ".docx.", ".exe"])
def test_another_suffix_is_refused(late_shipment: Case, today: date, suffix: str) -> None:
    with pytest.raises(BadOutput) as refused:
        desk.render_case(late_shipment, "letter", suffix, "short", today)
    assert "(only .docx, .txt, .html are written)" in str(refused.value)
    assert "只支持 .docx、.txt、.html" in refused.value.zh


@for_each("template", ["", "long", "../short", "plan-of-action/short", "short.html.j2"])
def test_an_unknown_template_is_refused(late_shipment: Case, today: date, template: str) -> None:
    with pytest.raises(UnknownName, match=r"there is no template .*; choose one of: full, short"):
        desk.render_case(late_shipment, "case.json", ".txt", template, today)


def test_an_incomplete_case_is_written_only_as_a_draft(late_shipment: Case, today: date) -> None:
    case = _gapped(late_shipment)
    with pytest.raises(Incomplete, match=r"^case\.json: 2 points block the letter"):
        desk.render_case(case, "case.json", ".txt", "short", today)
    made = desk.render_case(case, "case.json", ".txt", "short", today, draft=True)
    assert DRAFT_WORDS in made.content.decode()


def test_a_complete_case_has_no_draft_mark_even_where_a_draft_would_do(late_shipment: Case, today: date) -> None:
    clean = desk.render_case(late_shipment, "case.json", ".txt", "short", today)
    assert DRAFT_WORDS not in clean.content.decode()
    assert desk.render_case(late_shipment, "case.json", ".txt", "short", today, draft=True) == clean


def test_missing_exhibits_are_named_in_the_order_of_the_case(late_shipment: Case, today: date, tmp_path: Path) -> None:
    made = desk.render_case(late_shipment, "case.json", ".txt", "short", today, beside=tmp_path)
    assert made.missing_files == tuple(one.file for one in late_shipment.exhibits if one.file)
    assert desk.render_case(late_shipment, "case.json", ".txt", "short", today).missing_files == ()


def test_an_exhibit_outside_the_folder_is_missing(late_shipment: Case, today: date, tmp_path: Path) -> None:
    (tmp_path / "secret.pdf").write_bytes(b"%PDF")
    (tmp_path / "case").mkdir()
    paper = Exhibit(id="paper1", kind="log", title="Log", file="../secret.pdf", date=today)
    case = edit(late_shipment, "/exhibits", (paper,))
    made = desk.render_case(case, "case.json", ".txt", "short", today, draft=True, beside=tmp_path / "case")
    assert made.missing_files == ("../secret.pdf",)


def test_each_section_is_written_for_its_box(late_shipment: Case, today: date) -> None:
    whole = desk.render_case(late_shipment, "case.json", ".txt", "short", today).content.decode()
    for section in ("opening", "root-causes", "corrective-actions", "preventive-measures", "closing"):
        text = desk.write_section(CaseState(late_shipment, today), "case.json", section, "short")
        assert text.strip()
        assert set(text.split()) <= set(whole.split())
        assert len(text) < len(whole)


def test_an_unknown_section_is_refused_with_those_there_are(late_shipment: Case, today: date) -> None:
    with pytest.raises(UnknownName, match=r"there is no section 'poetry'; choose one of: .*root-causes"):
        desk.write_section(CaseState(late_shipment, today), "case.json", "poetry", "short")


def test_a_section_of_an_incomplete_case_is_written_only_as_a_draft(late_shipment: Case, today: date) -> None:
    case = _gapped(late_shipment)
    with pytest.raises(Incomplete):
        desk.write_section(CaseState(case, today), "case.json", "corrective-actions", "short")
    assert desk.write_section(CaseState(case, today), "case.json", "corrective-actions", "short", draft=True)


def test_a_point_that_does_not_apply_no_longer_blocks(late_shipment: Case, today: date) -> None:
    case = edit(late_shipment, "/fulfilment", None)
    assert [one.path for one in desk.check_case(case, today) if one.severity == "blocks"] == ["/fulfilment"]
    answered = edit(case, "/not_applicable", ({"path": "/fulfilment", "reason": "Both channels, see scope."},))
    assert [one.path for one in desk.check_case(answered, today) if one.severity == "blocks"] == []
    unexplained = edit(case, "/not_applicable", ({"path": "/fulfilment", "reason": " "},))
    assert [one.path for one in desk.check_case(unexplained, today) if one.severity == "blocks"] == ["/fulfilment"]


def test_violations_of_two_routes_block_until_they_are_split(late_shipment: Case, today: date) -> None:
    other = Violation(id="second", enforcement="late-shipment-rate", level="account", route="documents", stage="first")
    case = edit(late_shipment, "/violations", (*late_shipment.violations, other))
    assert "case.mixed-routes" in {finding.rule for finding in desk.check_case(case, today)}
    assert "case.mixed-routes" not in {one.rule for part in desk.siblings(case) for one in desk.check_case(part, today)}
