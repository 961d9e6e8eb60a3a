"""Bad files and bad calls: exit code 2, one line on stderr, and everything left as it was."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from poa_app.errors import short
from tests.cli.running import BAD, LATE, SIGNED, Run, everything, json_lines, names, refused

BAD_FILES = [*BAD, "missing.json", "folder", "big.json", "x" * 300]


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_gives_one_line_and_no_letter(poa: Run, bad: Path, name: str, lang: str) -> None:
    before = names(bad)
    for words in (("check", name), ("render", name, "-o", "letter.docx", "--draft"), ("split", name, "-o", ".")):
        line = refused(poa(*words, "--lang", lang))
        assert line.startswith(short(name))
        assert bool(re.search(r"[\u4e00-\u9fff]", line)) == (lang == "zh")
    assert names(bad) == before


def test_every_bad_file_says_where_it_is_bad(poa: Run, bad: Path) -> None:
    said = {name: refused(poa("check", name)) for name in BAD}
    assert "text.json, line 2: is not a JSON file" in said["text.json"]
    assert "is not UTF-8 text" in said["utf16.json"]
    assert "format 2, this one reads up to 1" in said["newer.json"]
    assert "at /two lines: extra inputs" in said["key.json"]
    assert "at /scope: " in said["kind.json"]
    assert "at /products/aaaaaa: two rows bear the same id" in said["twins.json"]
    assert "there is no enforcement 'bad-luck'" in said["unknown.json"]
    assert len(set(said.values())) == len(said)


CALLS: dict[str, tuple[str, ...]] = {
    "there is no enforcement 'bad-luck'; choose one of: ": ("new", "bad-luck", "-o", "new.json"),
    "taken.json: cannot be written (it exists already)": ("new", "late-shipment-rate", "-o", "taken.json"),
    "gone/new.json: cannot be written (there is no such folder)": ("new", "late-shipment-rate", "-o", "gone/new.json"),
    "taken.json/new.json: cannot be written (there is no": ("new", "late-shipment-rate", "-o", "taken.json/new.json"),
    f"{short('x' * 300)}: cannot be written (file name too long)": ("new", "late-shipment-rate", "-o", "x" * 300),
    "letter.pdf: cannot be written (only .docx, .txt, .html": ("render", "case.json", "-o", "letter.pdf"),
    "letter: cannot be written (only .docx, .txt, .html are": ("render", "case.json", "-o", "letter"),
    "gone/letter.docx: cannot be written (there is no such": ("render", "case.json", "-o", "gone/letter.docx"),
    "taken.json/letter.txt: cannot be written (there is no": ("render", "case.json", "-o", "taken.json/letter.txt"),
    "folder.txt: cannot be written (a folder stands there)": ("render", "case.json", "-o", "folder.txt"),
    "there is no template 'long'; choose one of: full, short": ("render", "case.json", "-o", "a.txt", "-t", "long"),
    "there is no template '../x'; choose one of: ": ("render", "case.json", "-o", "a.txt", "-t", "../x"),
    "there is no section 'poetry'; choose one of: ": ("render", "case.json", "-o", "a.txt", "--section", "poetry"),
    "a.docx: cannot be written (a section is written as .txt)": (
        "render", "case.json", "-o", "a.docx", "--section", "opening",
    ),
    "--today: is not a day; give it as YYYY-MM-DD.": ("render", "case.json", "-o", "a.txt", "--today", "soon"),
    "case-plan-of-action.json: cannot be written (it exists already)": ("split", "case.json", "-o", "."),
    "gone/case-plan-of-action.json: cannot be written (there is": ("split", "case.json", "-o", "gone"),
}  # fmt: skip


@pytest.fixture
def places(here: Path) -> Path:
    """A folder with a case, a file and folders that stand in the way."""
    shutil.copy(LATE, here / "case.json")
    shutil.copytree(LATE.with_suffix(""), here / LATE.stem)
    (here / "taken.json").write_bytes(b"mine")
    (here / "case-plan-of-action.json").write_bytes(b"mine")
    (here / "folder.txt").mkdir()
    return here


@pytest.mark.parametrize("said", CALLS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_bad_call_gives_one_line_and_leaves_everything_as_it_was(
    poa: Run, places: Path, said: str, lang: str
) -> None:
    before = everything(places)
    day = () if "--today" in CALLS[said] or CALLS[said][0] != "render" else ("--today", SIGNED)
    line = refused(poa(*CALLS[said], *day, "--lang", lang))
    if lang == "en":
        assert line.startswith(said)
    else:
        assert re.search(r"[\u4e00-\u9fff].*。$", line)
    assert everything(places) == before


def test_a_split_that_would_overwrite_one_file_writes_none(poa: Run, here: Path) -> None:
    held = json.loads(LATE.read_bytes())
    held["violations"].append({**held["violations"][0], "id": "second", "route": "documents"})
    (here / "case.json").write_text(json.dumps(held), encoding="utf-8")
    (here / "case-documents.json").write_bytes(b"mine")
    before = everything(here)
    refused(poa("split", "case.json", "-o", "."))
    assert everything(here) == before


def test_a_bad_day_stops_a_check_before_it_begins(poa: Run, places: Path) -> None:
    for more in ((), ("--json",)):
        line = refused(poa("check", "case.json", "taken.json", "--today", "soon", *more))
        assert line == "--today: is not a day; give it as YYYY-MM-DD."


def test_one_bad_input_is_told_in_its_turn_and_the_others_go_on(poa: Run, bad: Path) -> None:
    poa("new", "late-shipment-rate", "-o", "new.json")
    ran = poa("check", LATE, "text.json", "new.json", "missing.json", LATE, "--json", "--today", SIGNED)
    assert (ran.exit_code, ran.stderr) == (2, "")
    first, second, third, fourth, fifth = json_lines(ran.stdout)
    assert [list(one) for one in (second, fourth)] == [["file", "error"], ["file", "error"]]
    assert second["file"] == "text.json"
    assert second["error"].startswith("text.json, line 2: is not a JSON file")
    assert [one["complete"] for one in (first, third, fifth)] == [True, False, True]


def test_bad_inputs_are_told_to_people_on_stderr_and_the_others_on_stdout(poa: Run, bad: Path) -> None:
    ran = poa("check", "text.json", LATE, "missing.json", "--today", SIGNED)
    assert ran.exit_code == 2
    assert [line.split(",")[0].split(":")[0] for line in ran.stderr.splitlines()] == ["text.json", "missing.json"]
    assert ran.stdout.startswith(f"{LATE}: ")


def test_the_worst_of_several_inputs_decides_the_exit_code(poa: Run, bad: Path) -> None:
    poa("new", "late-shipment-rate", "-o", "new.json")
    codes = [
        poa("check", *files, "--today", SIGNED).exit_code
        for files in ((LATE,), (LATE, "new.json"), ("new.json", "text.json"), ("text.json", LATE))
    ]
    assert codes == [0, 1, 2, 2]
