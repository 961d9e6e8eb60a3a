"""What the command line says of itself and of a wrong call, in the reader's language."""

from __future__ import annotations

import re

import pytest

import poa_app
from tests.cli.running import LATE, SIGNED, Run, refused

COMMANDS = [
    "enforcements", "new", "check", "render", "cases", "export", "import", "split", "notice", "health", "clock", "lint",
    "rules",
]  # fmt: skip


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
    line = refused(poa(*words))
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
    line = refused(poa(*words))
    assert WRONG[words][lang == "zh"] in line
    assert len(line) < 400


def test_a_language_in_the_environment_that_is_none_is_refused(poa: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POA_LANG", "fr")
    assert "POA_LANG" in refused(poa("check", "missing.json"))
