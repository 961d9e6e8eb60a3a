"""Cases go out of a data folder and come in again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import LATE, SIGNED, Run, everything, json_lines


def test_a_case_goes_from_one_data_folder_to_another(poa: Run, here: Path, home: Callable[[str], None]) -> None:
    home("one")
    taken = poa("import", LATE)
    assert (taken.exit_code, taken.stderr) == (0, "")
    ident = taken.stdout.strip()
    assert [one["id"] for one in json_lines(poa("cases", "--json").stdout)] == [ident]
    assert poa("cases").stdout.startswith(f"{ident}  Pinefield Example Garden  late-shipment-rate, US")
    assert poa("export", ident, "-o", "a.poa.zip").exit_code == 0
    home("two")
    (again,) = json_lines(poa("import", "--json", "a.poa.zip").stdout)
    assert list(again) == ["file", "id", "missing"]
    assert (again["file"], again["missing"]) == ("a.poa.zip", [])
    assert poa("export", again["id"], "-o", "b.poa.zip").stdout == "b.poa.zip\n"
    assert (here / "a.poa.zip").read_bytes() == (here / "b.poa.zip").read_bytes()


def test_an_archive_is_checked_and_rendered_as_its_case_is(poa: Run, here: Path) -> None:
    assert poa("export", LATE, "-o", "x.poa.zip").exit_code == 0
    plain = json_lines(poa("check", "--json", LATE, "--today", SIGNED).stdout)
    packed = json_lines(poa("check", "--json", "x.poa.zip", "--today", SIGNED).stdout)
    assert [one["findings"] for one in packed] == [one["findings"] for one in plain]
    for source, out in ((LATE, "a.docx"), ("x.poa.zip", "b.docx")):
        ran = poa("render", source, "-o", out, "--today", SIGNED)
        assert (ran.exit_code, ran.stderr) == (0, "")
    assert (here / "a.docx").read_bytes() == (here / "b.docx").read_bytes()


def test_one_bad_file_does_not_keep_the_others_out(poa: Run, here: Path, home: Callable[[str], None]) -> None:
    home("one")
    (here / "bad.poa.zip").write_bytes(b"PK\x03\x04 torn")
    ran = poa("import", "--json", "bad.poa.zip", LATE, "gone.json")
    assert ran.exit_code == 2
    said = json_lines(ran.stdout)
    assert [sorted(one) for one in said] == [["error", "file"], ["file", "id", "missing"], ["error", "file"]]
    assert "bad.poa.zip: is not a usable case archive" in said[0]["error"]
    assert len(json_lines(poa("cases", "--json").stdout)) == 1
    text = poa("import", "bad.poa.zip", "--lang", "zh")
    assert (text.stdout, text.exit_code) == ("", 2)
    assert text.stderr.startswith("bad.poa.zip：不是可用的案件压缩包")


def test_all_cases_are_written_into_one_folder(poa: Run, here: Path, home: Callable[[str], None]) -> None:
    home("one")
    idents = {poa("import", path).stdout.strip() for path in sorted(LATE.parent.glob("*.json"))}
    ran = poa("export", "--all", "-o", "backup")
    assert ran.exit_code == 0
    assert {name.removesuffix(".poa.zip")[-12:] for name in ran.stdout.split()} == idents
    assert sorted(everything(here / "backup")) == sorted(Path(name).name for name in ran.stdout.split())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("export", "nobody000000", "-o", "x.poa.zip"), "no case"),
        (("export", "-o", "x.poa.zip"), "name one case, or give '--all'"),
        (("export", LATE, "--all", "-o", "x"), "name one case, or give '--all'"),
        (("export", LATE, "-o", "x.pdf"), "a case is written as .poa.zip or .json"),
        (("export", LATE, "-o", "nowhere/x.poa.zip"), "there is no such folder"),
        (("export", "gone.json", "-o", "x.poa.zip"), "gone.json: cannot be read"),
        (("export", "--all", "-o", "no/such/folder"), "cannot be written"),
    ],
)
def test_what_cannot_go_out_is_told_in_one_line(
    poa: Run, here: Path, home: Callable[[str], None], words: tuple[str, ...], said: str
) -> None:
    home("one")
    ran = poa(*words)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert said in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_files_that_are_not_there_are_named(poa: Run, here: Path, home: Callable[[str], None]) -> None:
    home("one")
    (here / "case.json").write_bytes(LATE.read_bytes())
    ran = poa("import", "case.json")
    assert ran.exit_code == 0
    assert len(ran.stderr.splitlines()) == 12
    assert "exhibit file not found" in ran.stderr
    assert poa("export", "case.json", "-o", "x.poa.zip").stderr == ran.stderr
