"""The commands hold to the contract of scripts, and print for people."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from poa_app.knowledge import knowledge
from poa_app.model.letter import DRAFT_WORDS
from tests.cli.running import LATE, REPORT, SIGNED, Run, everything, json_lines

FINDING = ["rule", "family", "severity", "path", "start", "end", "quote", "message", "message_zh", "why", "fixes"]


def test_enforcements_print_one_object_a_line_with_the_keys_of_the_contract(poa: Run) -> None:
    ran = poa("enforcements", "--json")
    assert (ran.exit_code, ran.stderr) == (0, "")
    listed = json_lines(ran.stdout)
    assert [one["slug"] for one in listed] == sorted(knowledge().enforcements)
    for one in listed:
        assert list(one) == ["slug", "name", "family", "routes", "plan_expected"]
        assert list(one["name"]) == ["en", "zh"]


def test_enforcements_can_be_read_by_people(poa: Run) -> None:
    ran = poa("enforcements")
    assert len(ran.stdout.splitlines()) == len(knowledge().enforcements)
    assert all(slug in ran.stdout for slug in knowledge().enforcements)


@pytest.mark.slow
@pytest.mark.parametrize("slug", knowledge().enforcements)
def test_a_new_case_of_any_kind_can_be_checked_and_drafted(poa: Run, here: Path, slug: str) -> None:
    made = poa("new", slug, "-o", "case.json")
    assert (made.exit_code, made.stdout, made.stderr) == (0, "case.json\n", "")
    assert json.loads((here / "case.json").read_bytes())["violations"][0]["enforcement"] == slug
    checked = poa("check", "case.json", "--json")
    assert (checked.exit_code, checked.stderr) == (1, "")
    drafted = poa("render", "case.json", "-o", "letter.txt", "--draft")
    assert (drafted.exit_code, drafted.stdout, drafted.stderr) == (0, "letter.txt\n", "")
    assert DRAFT_WORDS in (here / "letter.txt").read_text(encoding="utf-8")


def test_a_health_report_prints_for_people_and_for_scripts(poa: Run) -> None:
    ran = poa("health", REPORT)
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert "Late shipment rate 6.82 %: late-shipment-rate" in ran.stdout
    assert "迟发率（LSR） 6.82 %：late-shipment-rate" in poa("health", REPORT, "--lang", "zh").stdout
    (one,) = json_lines(poa("health", REPORT, "--json").stdout)
    assert list(one) == ["file", "sites"]
    assert [site["marketplace"] for site in one["sites"]] == ["US", "CA", "DE"]


def test_a_file_that_is_no_health_report_is_told_and_the_others_are_read(poa: Run, here: Path) -> None:
    (here / "other.json").write_text('{"orders": []}')
    ran = poa("health", "other.json", REPORT)
    assert ran.exit_code == 2
    assert ran.stderr.startswith("other.json: is not a usable account health report (it is JSON of another kind")
    assert "Late shipment rate" in ran.stdout
    ran = poa("health", "gone.json", REPORT, "--json")
    assert (ran.exit_code, ran.stderr) == (2, "")
    assert [list(one) for one in json_lines(ran.stdout)] == [["file", "error"], ["file", "sites"]]


def test_a_complete_case_is_checked_with_exit_0(poa: Run) -> None:
    ran = poa("check", LATE, "--json", "--today", SIGNED)
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert json_lines(ran.stdout) == [{"file": str(LATE), "complete": True, "findings": []}]
    assert "No rule fired" in poa("check", LATE, "--today", SIGNED).stdout


def test_findings_bear_the_keys_of_the_contract(poa: Run) -> None:
    poa("new", "late-shipment-rate", "-o", "case.json")
    (one,) = json_lines(poa("check", "case.json", "--json").stdout)
    assert list(one) == ["file", "complete", "findings"]
    assert one["complete"] is False
    assert len(one["findings"]) > 20
    for finding in one["findings"]:
        assert list(finding) == FINDING
        assert finding["severity"] in ("blocks", "fix", "consider")


def test_a_finding_counts_code_points_and_offers_fixes(poa: Run, here: Path) -> None:
    held = json.loads(LATE.read_bytes())
    held["opening"] = "\N{GRINNING FACE} We didn't check."
    (here / "case.json").write_text(json.dumps(held), encoding="utf-8")
    (one,) = json_lines(poa("check", "case.json", "--json", "--today", SIGNED).stdout)
    (found,) = [finding for finding in one["findings"] if finding["quote"] == "didn't"]
    assert (found["path"], found["family"], found["start"], found["end"]) == ("/opening", "contraction", 5, 11)
    assert found["fixes"] == [{"text": "did not", "automatic": True}]


@pytest.mark.parametrize("suffix", ["docx", "txt", "html"])
@pytest.mark.parametrize("template", ["short", "full"])
def test_a_complete_case_is_written(poa: Run, here: Path, suffix: str, template: str) -> None:
    words = ("render", LATE, "--template", template, "--today", SIGNED)
    ran = poa(*words, "-o", f"letter.{suffix}")
    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, f"letter.{suffix}\n", "")
    again = poa(*words, "-o", f"again.{suffix}")
    assert again.exit_code == 0
    files = everything(here)
    assert sorted(files) == [f"again.{suffix}", f"letter.{suffix}"]
    assert files[f"again.{suffix}"] == files[f"letter.{suffix}"] != b""


def test_the_short_letter_is_what_is_written_unless_another_is_asked_for(poa: Run, here: Path) -> None:
    for name, more in (("plain", ()), ("short", ("-t", "short")), ("full", ("-t", "full"))):
        assert poa("render", LATE, "-o", f"{name}.txt", "--today", SIGNED, *more).exit_code == 0
    files = everything(here)
    assert files["plain.txt"] == files["short.txt"] != files["full.txt"]


def test_one_section_is_written_for_its_box(poa: Run, here: Path) -> None:
    ran = poa("render", LATE, "-o", "box.txt", "--section", "root-causes", "--today", SIGNED)
    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, "box.txt\n", "")
    assert (here / "box.txt").read_text(encoding="utf-8").strip()


def test_missing_exhibits_are_listed_one_a_line_and_the_letter_is_written(poa: Run, here: Path) -> None:
    held = json.loads(LATE.read_bytes())
    held["exhibits"][0]["file"] = "two\nlines.pdf"
    (here / "case.json").write_text(json.dumps(held), encoding="utf-8")
    ran = poa("render", "case.json", "-o", "letter.txt", "--today", SIGNED)
    files = ["two lines.pdf", *(exhibit["file"] for exhibit in held["exhibits"][1:])]
    assert ran.stderr.splitlines() == [f"{name}: exhibit file not found." for name in files]
    assert (ran.exit_code, ran.stdout) == (0, "letter.txt\n")
    assert (here / "letter.txt").stat().st_size > 1_000


def test_a_case_of_two_routes_is_split_into_one_a_route(poa: Run, here: Path) -> None:
    held = json.loads(LATE.read_bytes())
    held["violations"].append({**held["violations"][0], "id": "second", "route": "documents"})
    (here / "case.json").write_text(json.dumps(held), encoding="utf-8")
    ran = poa("split", "case.json", "-o", ".")
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout.split() == ["case-plan-of-action.json", "case-documents.json"]
    routes = [json.loads((here / name).read_bytes())["violations"][0]["route"] for name in ran.stdout.split()]
    assert routes == ["plan-of-action", "documents"]


def test_an_incomplete_case_gives_exit_1_and_one_line(poa: Run, here: Path) -> None:
    poa("new", "late-shipment-rate", "-o", "case.json")
    for suffix in ("docx", "txt", "html"):
        ran = poa("render", "case.json", "-o", f"letter.{suffix}")
        assert (ran.exit_code, ran.stdout) == (1, "")
        assert re.fullmatch(r"letter\.\w+: \d+ points block the letter; .*\n", ran.stderr)
    assert sorted(everything(here)) == ["case.json"]
