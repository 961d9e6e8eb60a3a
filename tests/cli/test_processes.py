"""The command line as a process of its own: its streams, its output, and a checkout of the program."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from poa_app.knowledge import knowledge
from tests.cli.running import BAD, LATE, ROOT, SIGNED, Run, everything, json_lines, names, refused, started


def _processes(folder: Path) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Return a call of each exit code, with the number of lines it prints on stderr; others run without a process."""
    yield 0, 0, ("new", "late-shipment-rate", "-o", str(folder / "new.json"))
    yield 0, 0, ("render", str(LATE), "-o", str(folder / "letter.docx"), "--today", SIGNED)
    yield 1, 1, ("render", str(folder / "new.json"), "-o", str(folder / "no.docx"))
    yield 2, 1, ("check", str(folder / "deeper.json"), "--lang", "zh")


@pytest.mark.slow
def test_the_checkout_runs_as_a_module_with_the_same_contracts(bad: Path) -> None:
    for exit_code, lines, words in _processes(bad):
        ran = started(*words, folder=ROOT)
        said = ran.stderr.decode()
        assert (ran.returncode, len(said.splitlines())) == (exit_code, lines), said
        assert "Traceback" not in said
    assert (bad / "letter.docx").read_bytes().startswith(b"PK")
    assert {*names(bad)} - {*BAD} == {"folder", "big.json", "new.json", "letter.docx"}


@pytest.mark.slow
def test_output_is_utf_8_whatever_the_terminal(here: Path) -> None:
    ran = started("enforcements", "--json", folder=here, PYTHONIOENCODING="gbk", PYTHONUTF8="0")
    assert ran.returncode == 0
    said = ran.stdout.decode("utf-8")
    assert [one["name"]["zh"] in said for one in json_lines(said)] == [True] * len(knowledge().enforcements)


@pytest.mark.slow
def test_the_command_line_starts_without_the_app(here: Path) -> None:
    code = "import sys, poa_app.cli; sys.exit(int('streamlit' in sys.modules))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert subprocess.run([sys.executable, "-c", code], cwd=here, env=environment, check=False).returncode == 0


@pytest.mark.slow
def test_the_command_line_loads_what_a_command_needs_when_it_runs(here: Path) -> None:
    code = "import sys, poa_app.cli; print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run([sys.executable, "-c", code], cwd=here, env=environment, capture_output=True, check=True)
    loaded = {*ran.stdout.decode().split()}
    assert "poa_app.desk" in loaded
    assert loaded & {"poa_app.desk.cases", "poa_app.knowledge", "poa_app.phrases", "pydantic", "jinja2"} == set()


DEVICE = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")


PRINTING: dict[str, tuple[str, ...]] = {
    "check --json": ("check", str(LATE), str(LATE), "--json"),
    "enforcements": ("enforcements",),
    "version": ("--version",),
    "help": ("--help",),
}
"""What prints line by line, at once, and before any command runs."""


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
        timeout=150,
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


@pytest.mark.slow
@DEVICE
def test_a_full_output_is_told_in_chinese(here: Path) -> None:
    code, said = _led(here, ("enforcements", "--lang", "zh"), out="> /dev/full")
    assert (code, said.count("\n")) == (2, 1)
    assert "无法写入" in said


@pytest.mark.slow
@DEVICE
@pytest.mark.parametrize("out", ["", "> /dev/full"])
@pytest.mark.parametrize("words", [("check", "missing.json"), ("zzz",)])
def test_nobody_to_hear_an_error_changes_no_exit_code(here: Path, words: tuple[str, ...], out: str) -> None:
    assert _led(here, words, out=out, err="2> /dev/full") == (2, "")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there is no bash")
@pytest.mark.parametrize(
    ("words", "reader"),
    [
        (PRINTING["enforcements"], "| true"),
        (PRINTING["enforcements"], "| head -c 1 > /dev/null"),
        (PRINTING["check --json"], "| (exec <&-; sleep 1)"),
        (("render", "--help"), "| true"),
    ],
)
def test_a_reader_that_leaves_is_left_in_silence(here: Path, words: tuple[str, ...], reader: str) -> None:
    code, said = _led(here, words, out=reader)
    assert code in (0, 1)
    assert said == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_as_a_case_is_not_waited_for(poa: Run, here: Path) -> None:
    os.mkfifo(here / "pipe.json")
    for words in (("check", "pipe.json"), ("render", "pipe.json", "-o", "a.txt"), ("split", "pipe.json", "-o", ".")):
        assert refused(poa(*words)).startswith("pipe.json: cannot be read (it is a pipe or a device, not a file)")
    assert names(here) == ["pipe.json"]


def test_a_letter_is_written_through_a_link(poa: Run, here: Path) -> None:
    (here / "link.txt").symlink_to("target.txt")
    ran = poa("render", LATE, "-o", "link.txt", "--today", SIGNED)
    assert (ran.exit_code, ran.stdout) == (0, "link.txt\n")
    assert (here / "link.txt").is_symlink()
    assert "Plan of Action" in (here / "target.txt").read_text(encoding="utf-8")


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
    before = everything(here)
    words = ("render", str(LATE), "-o", "letter.docx", "--today", SIGNED)
    ran = started(*words, folder=here, PYTHONPATH=str(checkout))
    (line,) = ran.stderr.decode().splitlines()
    assert (ran.returncode, ran.stdout) == (2, b"")
    place = "template gone.html.j2" if "gone" in added else "template plan-of-action/short.html.j2, line 2"
    assert line.startswith(f"{place}: ")
    assert said in line
    assert everything(here) == before


@pytest.mark.slow
@pytest.mark.parametrize(
    "words", [("enforcements",), ("new", "late-shipment-rate", "-o", "new.json"), ("check", "a.json")]
)
def test_a_broken_data_file_is_told_by_file_and_key(checkout: Path, here: Path, words: tuple[str, ...]) -> None:
    data = checkout / "poa_app" / "knowledge" / "metrics.toml"
    data.write_text(data.read_text(encoding="utf-8").replace('"under"', '"sideways"', 1), encoding="utf-8")
    (here / "a.json").write_bytes(b'{"poa_case": 1}')
    ran = started(*words, folder=here, PYTHONPATH=str(checkout))
    assert (ran.returncode, ran.stdout) == (2, b"")
    (line,) = ran.stderr.decode().splitlines()
    assert line.startswith("metrics.toml, late-shipment-rate.direction: ")
    assert not (here / "new.json").exists()
