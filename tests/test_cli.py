"""The command line keeps its contracts: what is printed where, which exit code, and nothing left half-written."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import poa_app
from poa_app.cli import app
from poa_app.errors import short
from poa_app.knowledge import knowledge
from poa_app.model.letter import DRAFT_WORDS

ROOT = Path(poa_app.__file__).parent.parent
LATE = ROOT / "examples" / "late-shipment-rate.json"
REPORT = ROOT / "tests" / "intake" / "reports" / "northbay.json"
SIGNED = json.loads(LATE.read_bytes())["letter_date"]
FINDING = ["rule", "family", "severity", "path", "start", "end", "quote", "message", "message_zh", "why", "fixes"]
COMMANDS = [
    "enforcements", "new", "check", "render", "cases", "export", "import", "split", "notice", "health", "clock", "lint",
    "rules",
]  # fmt: skip

Run = Callable[..., Result]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in, with English as the language."""
    for name in ("POA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def poa(here: Path) -> Run:
    """The command line in this process, standing in the empty folder."""
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words], prog_name="poa")


def _started(*words: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``python -m poa_app`` as a process of its own, standing in a folder."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "POA_"))}
    return subprocess.run(
        [sys.executable, "-m", "poa_app", *words],
        cwd=folder,
        env={**plain, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=50,
    )


def _lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def _everything(folder: Path) -> dict[str, bytes | None]:
    """Return every file and folder below a folder, with what it holds."""
    paths = sorted(folder.rglob("*"))
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in paths}


# What is well


def test_enforcements_print_one_object_a_line_with_the_keys_of_the_contract(poa: Run) -> None:
    ran = poa("enforcements", "--json")
    assert (ran.exit_code, ran.stderr) == (0, "")
    listed = _lines(ran.stdout)
    assert [one["slug"] for one in listed] == sorted(knowledge().enforcements)
    for one in listed:
        assert list(one) == ["slug", "name", "family", "routes", "plan_expected"]
        assert list(one["name"]) == ["en", "zh"]


def test_enforcements_can_be_read_by_people(poa: Run) -> None:
    ran = poa("enforcements")
    assert len(ran.stdout.splitlines()) == len(knowledge().enforcements)
    assert all(slug in ran.stdout for slug in knowledge().enforcements)


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
    (one,) = _lines(poa("health", REPORT, "--json").stdout)
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
    assert [list(one) for one in _lines(ran.stdout)] == [["file", "error"], ["file", "sites"]]


def test_a_complete_case_is_checked_with_exit_0(poa: Run) -> None:
    ran = poa("check", LATE, "--json", "--today", SIGNED)
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert _lines(ran.stdout) == [{"file": str(LATE), "complete": True, "findings": []}]
    assert "No rule fired" in poa("check", LATE, "--today", SIGNED).stdout


def test_findings_bear_the_keys_of_the_contract(poa: Run) -> None:
    poa("new", "late-shipment-rate", "-o", "case.json")
    (one,) = _lines(poa("check", "case.json", "--json").stdout)
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
    (one,) = _lines(poa("check", "case.json", "--json", "--today", SIGNED).stdout)
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
    files = _everything(here)
    assert sorted(files) == [f"again.{suffix}", f"letter.{suffix}"]
    assert files[f"again.{suffix}"] == files[f"letter.{suffix}"] != b""


def test_the_short_letter_is_what_is_written_unless_another_is_asked_for(poa: Run, here: Path) -> None:
    for name, more in (("plain", ()), ("short", ("-t", "short")), ("full", ("-t", "full"))):
        assert poa("render", LATE, "-o", f"{name}.txt", "--today", SIGNED, *more).exit_code == 0
    files = _everything(here)
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


# What blocks


def test_an_incomplete_case_gives_exit_1_and_one_line(poa: Run, here: Path) -> None:
    poa("new", "late-shipment-rate", "-o", "case.json")
    for suffix in ("docx", "txt", "html"):
        ran = poa("render", "case.json", "-o", f"letter.{suffix}")
        assert (ran.exit_code, ran.stdout) == (1, "")
        assert re.fullmatch(r"letter\.\w+: \d+ points block the letter; .*\n", ran.stderr)
    assert sorted(_everything(here)) == ["case.json"]


# What cannot be used

BAD: dict[str, bytes] = {
    "empty.json": b"",
    "text.json": b'{"poa_case": 1,\n oops}',
    "utf16.json": '{"poa_case": 1}'.encode("utf-16"),
    "list.json": b"[1]",
    "other.json": b'{"case": 1}',
    "newer.json": b'{"poa_case": 2}',
    "older.json": b'{"poa_case": 0}',
    "key.json": b'{"poa_case": 1, "two\\nlines": 1}',
    "kind.json": b'{"poa_case": 1, "scope": {}}',
    "twins.json": b'{"poa_case": 1, "products": [{"id": "aaaaaa"}, {"id": "aaaaaa"}]}',
    "number.json": b'{"poa_case": 1, "affected": NaN}',
    "deep.json": b'{"poa_case": 1, "scope": ' + b"[" * 600 + b"]" * 600 + b"}",
    "deeper.json": b"[" * 100_000,
    "field.json": b'{"poa_case": 1, "scope": "' + b"x" * 1_048_577 + b'"}',
    "unknown.json": b'{"poa_case": 1, "violations": [{"id": "aaaaaa", "enforcement": "bad-luck"}]}',
}
BAD_FILES = [*BAD, "missing.json", "folder", "big.json", "x" * 300]


@pytest.fixture
def bad(here: Path) -> Path:
    """A folder full of files that cannot be used."""
    for name, content in BAD.items():
        (here / name).write_bytes(content)
    (here / "folder").mkdir()
    with (here / "big.json").open("wb") as sparse:
        sparse.truncate(50_000_000)
    return here


def _refused(ran: Result, exit_code: int = 2) -> str:
    """Look that a run ended with one line that no person and no script stumbles over, and give that line."""
    assert (ran.exit_code, ran.stdout) == (exit_code, "")
    assert isinstance(ran.exception, SystemExit)
    (line,) = ran.stderr.splitlines()
    assert ran.stderr == f"{line}\n"
    assert line.isprintable()
    return line


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_gives_one_line_and_no_letter(poa: Run, bad: Path, name: str, lang: str) -> None:
    before = _names(bad)
    for words in (("check", name), ("render", name, "-o", "letter.docx", "--draft"), ("split", name, "-o", ".")):
        line = _refused(poa(*words, "--lang", lang))
        assert line.startswith(short(name))
        assert bool(re.search(r"[\u4e00-\u9fff]", line)) == (lang == "zh")
    assert _names(bad) == before


def test_every_bad_file_says_where_it_is_bad(poa: Run, bad: Path) -> None:
    said = {name: _refused(poa("check", name)) for name in BAD}
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
    before = _everything(places)
    day = () if "--today" in CALLS[said] or CALLS[said][0] != "render" else ("--today", SIGNED)
    line = _refused(poa(*CALLS[said], *day, "--lang", lang))
    if lang == "en":
        assert line.startswith(said)
    else:
        assert re.search(r"[\u4e00-\u9fff].*。$", line)
    assert _everything(places) == before


def test_a_split_that_would_overwrite_one_file_writes_none(poa: Run, here: Path) -> None:
    held = json.loads(LATE.read_bytes())
    held["violations"].append({**held["violations"][0], "id": "second", "route": "documents"})
    (here / "case.json").write_text(json.dumps(held), encoding="utf-8")
    (here / "case-documents.json").write_bytes(b"mine")
    before = _everything(here)
    _refused(poa("split", "case.json", "-o", "."))
    assert _everything(here) == before


def test_a_bad_day_stops_a_check_before_it_begins(poa: Run, places: Path) -> None:
    for more in ((), ("--json",)):
        line = _refused(poa("check", "case.json", "taken.json", "--today", "soon", *more))
        assert line == "--today: is not a day; give it as YYYY-MM-DD."


def test_one_bad_input_is_told_in_its_turn_and_the_others_go_on(poa: Run, bad: Path) -> None:
    poa("new", "late-shipment-rate", "-o", "new.json")
    ran = poa("check", LATE, "text.json", "new.json", "missing.json", LATE, "--json", "--today", SIGNED)
    assert (ran.exit_code, ran.stderr) == (2, "")
    first, second, third, fourth, fifth = _lines(ran.stdout)
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


# Languages and help


@pytest.mark.parametrize(
    ("environment", "chinese"),
    [
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8"}, False),
        ({"LC_ALL": "zh_TW", "LANG": "en_US"}, True),
        ({"POA_LANG": "zh"}, True),
        ({"POA_LANG": "en", "LANG": "zh_CN"}, False),
        ({}, False),
    ],
)
def test_messages_come_in_the_language_of_the_machine(
    poa: Run, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], chinese: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("无法读取" in poa("check", "missing.json").stderr) is chinese


def test_findings_are_told_in_chinese(poa: Run) -> None:
    poa("new", "late-shipment-rate", "-o", "case.json")
    head, *rest = poa("check", "case.json", "--lang", "zh").stdout.splitlines()
    assert re.fullmatch(r"case\.json: \d+ 必改.*", head)
    assert all(re.match(r"  (必改|待改|建议) .*[\u4e00-\u9fff]", line) for line in rest)
    assert "未触发任何规则" in poa("check", LATE, "--today", SIGNED, "--lang", "zh").stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(poa: Run, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    ran = poa(command, "--help")
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert f"Usage: poa {command}" in ran.stdout
    assert command in poa("--help").stdout


def test_every_command_is_in_its_help(poa: Run) -> None:
    for words in (("--help",), ("render", "--help")):
        assert poa(*words).exit_code == 0
    options = poa("render", "--help").stdout
    assert all(option in options for option in ("--output", "--template", "--draft", "--section", "--lang"))


def test_the_version_is_told(poa: Run) -> None:
    assert poa("--version").stdout == f"{poa_app.__version__}\n"


@pytest.mark.parametrize("words", [("zzz",), ("check",), ("render", "case.json"), ("new",), ("check", "--zzz", "a")])
def test_a_call_that_is_no_call_gives_exit_2_and_nothing_on_stdout(poa: Run, words: tuple[str, ...]) -> None:
    line = _refused(poa(*words))
    assert re.fullmatch(r"poa.*: .*; see 'poa.* --help'\.", line)


WRONG = {
    ("zzz",): ("no such command 'zzz'", "没有命令 'zzz'"),
    ("check",): ("'CASE.json...' is missing", "缺少 'CASE.json...'"),
    ("render", "case.json"): ("'--output' / '-o' is missing", "缺少 '--output' / '-o'"),
    ("check", "--zzz", "a"): ("there is no option --zzz", "没有选项 --zzz"),
    ("check", "a", "--lang", "fr"): ("'fr' is not one of 'en', 'zh'", "只能是 'en', 'zh'"),
    ("check", "a", "--lang", ""): ("'' is not one of 'en', 'zh'", "只能是 'en', 'zh'"),
    ("serve", "--port", "abc"): ("valid integer", "应为整数"),
    ("serve", "--port", "99999"): ("less than or equal to 65535", "最大为 65535"),
    ("enforcements", "more"): ("got unexpected extra argument", "多余的参数 more"),
    ("new", "x", "-o"): ("option '-o' requires an argument", "选项 '-o' 缺少值"),
    ("z" * 100_000,): ("no such command", "没有命令"),
    ("check", "--" + "z" * 100_000, "a"): ("there is no option --zzz", "没有选项 --zzz"),
    ("serve", "--port", "9\n9" * 100): ("'--port'", "'--port' 的值不能用"),
}


@pytest.mark.parametrize("words", WRONG, ids=lambda words: " ".join(words)[:30])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_wrong_call_is_told_in_one_short_line_of_the_readers_language(
    poa: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], lang: str
) -> None:
    monkeypatch.setenv("POA_LANG" if "--lang" not in words else "LC_ALL", lang)
    line = _refused(poa(*words))
    assert WRONG[words][lang == "zh"] in line
    assert len(line) < 400


def test_a_language_in_the_environment_that_is_none_is_refused(poa: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POA_LANG", "fr")
    assert "POA_LANG" in _refused(poa("check", "missing.json"))


# As a process of its own


def _processes(folder: Path) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Return calls with their exit code and the number of lines they print on stderr."""
    yield 0, 0, ("enforcements", "--json")
    yield 0, 0, ("new", "late-shipment-rate", "-o", str(folder / "new.json"))
    yield 0, 0, ("check", str(LATE), "--json", "--today", SIGNED)
    yield 0, 0, ("render", str(LATE), "-o", str(folder / "letter.docx"), "--today", SIGNED)
    yield 1, 0, ("check", str(folder / "new.json"))
    yield 1, 1, ("render", str(folder / "new.json"), "-o", str(folder / "no.docx"))
    yield 2, 1, ("check", str(folder / "deeper.json"), "--lang", "zh")
    yield 2, 1, ("render", str(folder / "text.json"), "-o", str(folder / "no.docx"))
    yield 2, 1, ("new", "late-shipment-rate", "-o", str(folder / "gone" / "no.json"))


@pytest.mark.slow
def test_the_checkout_runs_as_a_module_with_the_same_contracts(bad: Path) -> None:
    for exit_code, lines, words in _processes(bad):
        ran = _started(*words, folder=ROOT)
        said = ran.stderr.decode()
        assert (ran.returncode, len(said.splitlines())) == (exit_code, lines), said
        assert "Traceback" not in said
    assert (bad / "letter.docx").read_bytes().startswith(b"PK")
    assert {*_names(bad)} - {*BAD} == {"folder", "big.json", "new.json", "letter.docx"}


def test_output_is_utf_8_whatever_the_terminal(here: Path) -> None:
    ran = _started("enforcements", "--json", folder=here, PYTHONIOENCODING="gbk", PYTHONUTF8="0")
    assert ran.returncode == 0
    said = ran.stdout.decode("utf-8")
    assert [one["name"]["zh"] in said for one in _lines(said)] == [True] * len(knowledge().enforcements)


def test_the_command_line_starts_without_the_app(here: Path) -> None:
    code = "import sys, poa_app.cli; sys.exit(int('streamlit' in sys.modules))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert subprocess.run([sys.executable, "-c", code], cwd=here, env=environment, check=False).returncode == 0


DEVICE = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
PRINTING: dict[str, tuple[str, ...]] = {
    "check": ("check", str(LATE)),
    "check --json": ("check", str(LATE), str(LATE), "--json"),
    "enforcements": ("enforcements",),
    "version": ("--version",),
    "help": ("--help",),
    "new": ("new", "late-shipment-rate", "-o", "new.json"),
}


def _led(folder: Path, words: Sequence[str], *, out: str = "", err: str = "") -> tuple[int, str]:
    """Run the program with its output led somewhere, and give its exit code and what came on stderr."""
    line = f"{shlex.join([sys.executable, '-m', 'poa_app', *words])} {out} {err}"
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "POA_"))}
    ran = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line}"],
        cwd=folder,
        env={**plain, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )
    return ran.returncode, ran.stderr


@pytest.mark.slow
@DEVICE
@pytest.mark.parametrize("words", PRINTING.values(), ids=PRINTING)
def test_a_full_output_gives_exit_2_and_one_line(here: Path, words: tuple[str, ...]) -> None:
    code, said = _led(here, words, out="> /dev/full")
    assert code == 2
    assert said == (
        "standard output: cannot be written (no space left on device); what was printed is not complete,"
        " send it elsewhere.\n"
    )


@DEVICE
def test_a_full_output_is_told_in_chinese(here: Path) -> None:
    code, said = _led(here, ("check", str(LATE), "--lang", "zh"), out="> /dev/full")
    assert (code, said.count("\n")) == (2, 1)
    assert "无法写入" in said


@pytest.mark.slow
@DEVICE
@pytest.mark.parametrize("out", ["", "> /dev/full"])
@pytest.mark.parametrize("words", [("check", "missing.json"), ("zzz",), ("check", str(LATE), "missing.json")])
def test_nobody_to_hear_an_error_changes_no_exit_code(here: Path, words: tuple[str, ...], out: str) -> None:
    assert _led(here, words, out=out, err="2> /dev/full") == (2, "")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there is no bash")
@pytest.mark.parametrize("words", [PRINTING["enforcements"], PRINTING["check --json"], ("render", "--help")])
@pytest.mark.parametrize("reader", ["| true", "| head -c 1 > /dev/null", "| (exec <&-; sleep 1)"])
def test_a_reader_that_leaves_is_left_in_silence(here: Path, words: tuple[str, ...], reader: str) -> None:
    code, said = _led(here, words, out=reader)
    assert code in (0, 1)
    assert said == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_as_a_case_is_not_waited_for(poa: Run, here: Path) -> None:
    os.mkfifo(here / "pipe.json")
    for words in (("check", "pipe.json"), ("render", "pipe.json", "-o", "a.txt"), ("split", "pipe.json", "-o", ".")):
        assert _refused(poa(*words)).startswith("pipe.json: cannot be read (it is a pipe or a device, not a file)")
    assert _names(here) == ["pipe.json"]


def test_a_letter_is_written_through_a_link(poa: Run, here: Path) -> None:
    (here / "link.txt").symlink_to("target.txt")
    ran = poa("render", LATE, "-o", "link.txt", "--today", SIGNED)
    assert (ran.exit_code, ran.stdout) == (0, "link.txt\n")
    assert (here / "link.txt").is_symlink()
    assert "Plan of Action" in (here / "target.txt").read_text(encoding="utf-8")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the program and its templates, to break."""
    copy = tmp_path / "checkout"
    for name in ("poa_app", "templates"):
        shutil.copytree(ROOT / name, copy / name)
    return copy


@pytest.mark.slow
@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("<p>{{ no_such_thing }}</p>", "'no_such_thing' is undefined"),
        ("<p>{{ client.shop }}</p>", "has no attribute 'shop'"),
        ("<marquee>x</marquee>", "unknown tag <marquee>"),
        ("{% if %}", "Expected an expression"),
        ("{% include 'gone.html.j2' %}", "there is no such template"),
    ],
)
def test_a_broken_template_is_told_by_file_and_line(checkout: Path, here: Path, added: str, said: str) -> None:
    template = checkout / "templates" / "plan-of-action" / "short.html.j2"
    lines = template.read_text(encoding="utf-8").splitlines()
    template.write_text("\n".join([lines[0], added, *lines[1:]]), encoding="utf-8")
    (here / "letter.docx").write_bytes(b"mine")
    before = _everything(here)
    words = ("render", str(LATE), "-o", "letter.docx", "--today", SIGNED)
    ran = _started(*words, folder=here, PYTHONPATH=str(checkout))
    (line,) = ran.stderr.decode().splitlines()
    assert (ran.returncode, ran.stdout) == (2, b"")
    place = "template gone.html.j2" if "gone" in added else "template plan-of-action/short.html.j2, line 2"
    assert line.startswith(f"{place}: ")
    assert said in line
    assert _everything(here) == before


@pytest.mark.slow
@pytest.mark.parametrize(
    "words", [("enforcements",), ("new", "late-shipment-rate", "-o", "new.json"), ("check", "a.json")]
)
def test_a_broken_data_file_is_told_by_file_and_key(checkout: Path, here: Path, words: tuple[str, ...]) -> None:
    data = checkout / "poa_app" / "knowledge" / "metrics.toml"
    data.write_text(data.read_text(encoding="utf-8").replace('"under"', '"sideways"', 1), encoding="utf-8")
    (here / "a.json").write_bytes(b'{"poa_case": 1}')
    ran = _started(*words, folder=here, PYTHONPATH=str(checkout))
    assert (ran.returncode, ran.stdout) == (2, b"")
    (line,) = ran.stderr.decode().splitlines()
    assert line.startswith("metrics.toml, late-shipment-rate.direction: ")
    assert not (here / "new.json").exists()


# Cases in and out


@pytest.fixture
def home(here: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Choose the data folder the next commands use."""
    monkeypatch.delenv("POA_DATABASE_URL", raising=False)
    return lambda name: monkeypatch.setenv("POA_HOME", str(here / name))


def test_a_case_goes_from_one_data_folder_to_another(poa: Run, here: Path, home: Callable[[str], None]) -> None:
    home("one")
    taken = poa("import", LATE)
    assert (taken.exit_code, taken.stderr) == (0, "")
    ident = taken.stdout.strip()
    assert [one["id"] for one in _lines(poa("cases", "--json").stdout)] == [ident]
    assert poa("cases").stdout.startswith(f"{ident}  Pinefield Example Garden  late-shipment-rate, US")
    assert poa("export", ident, "-o", "a.poa.zip").exit_code == 0
    home("two")
    (again,) = _lines(poa("import", "--json", "a.poa.zip").stdout)
    assert list(again) == ["file", "id", "missing"]
    assert (again["file"], again["missing"]) == ("a.poa.zip", [])
    assert poa("export", again["id"], "-o", "b.poa.zip").stdout == "b.poa.zip\n"
    assert (here / "a.poa.zip").read_bytes() == (here / "b.poa.zip").read_bytes()


def test_an_archive_is_checked_and_rendered_as_its_case_is(poa: Run, here: Path) -> None:
    assert poa("export", LATE, "-o", "x.poa.zip").exit_code == 0
    plain = _lines(poa("check", "--json", LATE, "--today", SIGNED).stdout)
    packed = _lines(poa("check", "--json", "x.poa.zip", "--today", SIGNED).stdout)
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
    said = _lines(ran.stdout)
    assert [sorted(one) for one in said] == [["error", "file"], ["file", "id", "missing"], ["error", "file"]]
    assert "bad.poa.zip: is not a usable case archive" in said[0]["error"]
    assert len(_lines(poa("cases", "--json").stdout)) == 1
    text = poa("import", "bad.poa.zip", "--lang", "zh")
    assert (text.stdout, text.exit_code) == ("", 2)
    assert text.stderr.startswith("bad.poa.zip：不是可用的案件压缩包")


def test_all_cases_are_written_into_one_folder(poa: Run, here: Path, home: Callable[[str], None]) -> None:
    home("one")
    idents = {poa("import", path).stdout.strip() for path in sorted(LATE.parent.glob("*.json"))}
    ran = poa("export", "--all", "-o", "backup")
    assert ran.exit_code == 0
    assert {name.removesuffix(".poa.zip")[-12:] for name in ran.stdout.split()} == idents
    assert sorted(_everything(here / "backup")) == sorted(Path(name).name for name in ran.stdout.split())


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


# Clocks

PAPERS = ROOT / "examples" / "supply-chain-verification.json"


def test_the_clocks_of_a_case_are_listed(poa: Run) -> None:
    result = poa("clock", PAPERS, "--today", "2026-11-19")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert [line.split(":")[0] for line in lines][:3] == ["Answer due", "Money may be asked for", "Exhibit A ages out"]
    assert "358 days old on 19 November 2026" in lines[2]


def test_the_clocks_are_printed_for_scripts_as_one_object(poa: Run) -> None:
    (told,) = _lines(poa("clock", PAPERS, "--json", "--today", "2026-11-19").stdout)
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
    assert _everything(here) == {}


def test_a_case_without_a_clock_says_so_and_writes_nothing(poa: Run, here: Path) -> None:
    poa("new", "late-shipment-rate", "-o", "case.json")
    assert poa("clock", "case.json").stdout == "No clock runs in this case.\n"
    result = poa("clock", "case.json", "-o", "x.ics")
    assert (result.exit_code, "no clock runs" in result.stderr, (here / "x.ics").exists()) == (2, True, False)


def test_a_file_that_is_no_case_is_told_to_scripts(poa: Run, here: Path) -> None:
    (here / "x.json").write_text("[]")
    result = poa("clock", "x.json", "--json")
    assert result.exit_code == 2
    (told,) = _lines(result.stdout)
    assert set(told) == {"file", "error"}


# Papers


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
        (told,) = _lines(poa("check", file, "--json", "--today", case["letter_date"], *more).stdout)
        assert {one["rule"] for one in told["findings"] if one["rule"].startswith("papers.")} == wanted
