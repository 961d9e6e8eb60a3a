"""The clocks of a case, as lines and as a calendar, and what its invoices say."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.running import PAPERS, Run, everything, json_lines


def test_the_clocks_of_a_case_are_listed(poa: Run) -> None:
    result = poa("clock", PAPERS, "--today", "2026-11-19")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert [line.split(":")[0] for line in lines][:3] == ["Answer due", "Money may be asked for", "Exhibit A ages out"]
    assert "358 days old on 19 November 2026" in lines[2]


def test_the_clocks_are_printed_for_scripts_as_one_object(poa: Run) -> None:
    (told,) = json_lines(poa("clock", PAPERS, "--json", "--today", "2026-11-19").stdout)
    assert (told["file"], told["unread"]) == (str(PAPERS), False)
    assert {"kind", "name", "day", "at", "zone", "state", "words", "source", "grade"} <= set(told["clocks"][0])


def test_a_calendar_is_written_and_is_the_same_every_time(poa: Run, here: Path) -> None:
    for name in ("one.ics", "two.ICS"):
        result = poa("clock", PAPERS, "-o", name, "--today", "2026-11-19", "--lang", "zh")
        assert (result.exit_code, result.stdout) == (0, f"{name}\n")
    assert (here / "one.ics").read_bytes() == (here / "two.ICS").read_bytes()
    assert (here / "one.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize("out", ["clocks.txt", "nowhere/clocks.ics"])
def test_a_calendar_goes_only_where_one_can(poa: Run, here: Path, out: str) -> None:
    result = poa("clock", PAPERS, "-o", out)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert everything(here) == {}


def test_a_case_without_a_clock_says_so_and_writes_nothing(poa: Run, here: Path) -> None:
    poa("new", "late-shipment-rate", "-o", "case.json")
    assert poa("clock", "case.json").stdout == "No clock runs in this case.\n"
    result = poa("clock", "case.json", "-o", "x.ics")
    assert (result.exit_code, "no clock runs" in result.stderr, (here / "x.ics").exists()) == (2, True, False)


def test_a_file_that_is_no_case_is_told_to_scripts(poa: Run, here: Path) -> None:
    (here / "x.json").write_text("[]")
    result = poa("clock", "x.json", "--json")
    assert result.exit_code == 2
    (told,) = json_lines(result.stdout)
    assert set(told) == {"file", "error"}


@pytest.mark.parametrize("as_archive", [False, True], ids=["beside", "in an archive"])
def test_invoices_are_read_and_compared_when_asked_for(poa: Run, here: Path, as_archive: bool) -> None:
    case = json.loads(PAPERS.read_bytes())
    case["exhibits"][0]["number"] = "QH-EX-999"
    (here / "case.json").write_text(json.dumps(case))
    shutil.copytree(PAPERS.with_suffix(""), here / PAPERS.stem)
    if as_archive:
        assert poa("export", "case.json", "-o", "case.poa.zip").exit_code == 0
    file = "case.poa.zip" if as_archive else "case.json"
    for wanted, more in ((set(), ()), ({"papers.differs"}, ("--papers",))):
        (told,) = json_lines(poa("check", file, "--json", "--today", case["letter_date"], *more).stdout)
        assert {one["rule"] for one in told["findings"] if one["rule"].startswith("papers.")} == wanted
