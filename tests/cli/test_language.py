"""The commands about English keep their contracts: what is printed where, and which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import poa_app
from poa_app.cli import app
from poa_app.knowledge import knowledge

KEYS = ["rule", "family", "severity", "path", "start", "end", "quote", "message", "message_zh", "why", "fixes"]


def poa(*words: object, given: str | bytes | None = None) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(app, [str(word) for word in words], input=given, prog_name="poa")


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter with a contraction on its third line and a Chinese comma on its fifth."""
    file = tmp_path / "letter.txt"
    file.write_text("Dear Amazon,\n\nWe 日 can't ship.\n\nThe lead packs，signs.\n", encoding="utf-8")
    return file


def test_findings_of_a_text_bear_the_keys_of_the_contract(letter: Path) -> None:
    result = poa("lint", letter, "--json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert list(told) == ["file", "findings"]
    assert told["file"] == str(letter)
    text = letter.read_text(encoding="utf-8").strip()
    for one in told["findings"]:
        assert list(one) == KEYS
        assert one["path"] == ""
        assert text[one["start"] : one["end"]] == one["quote"]
    found = {one["quote"]: one for one in told["findings"]}
    assert set(found) >= {"日", "can't", "，"}
    assert found["can't"]["fixes"] == [{"text": "cannot", "automatic": True}]


def test_findings_are_printed_with_line_and_column(letter: Path) -> None:
    lines = poa("lint", letter, "--lang", "en").stdout.splitlines()
    assert lines[0].startswith(f"{letter}: 2 blocking, ")
    assert [line for line in lines if line.startswith("  3:6 Fix “can't” ") and line.endswith(" → “cannot”")]
    assert "必改" in poa("lint", letter, "--lang", "zh").stdout


def test_a_text_that_breaks_no_rule_is_not_called_right(tmp_path: Path) -> None:
    file = tmp_path / "short.txt"
    file.write_text("The shift lead checked 62 orders on November 13, 2026.", encoding="utf-8")
    for lang, words in (("en", "No rule fired."), ("zh", "未触发任何规则。")):
        result = poa("lint", file, "--lang", lang)
        assert result.exit_code == 0
        assert words in result.stdout
        assert "no error" not in result.stdout.lower()


def test_a_text_is_read_from_standard_input() -> None:
    result = poa("lint", "-", "--json", given="We won't ship.")
    assert result.exit_code == 0
    assert "won't" in [one["quote"] for one in json.loads(result.stdout)["findings"]]


@pytest.mark.parametrize("section", ["root-cause", "corrective", "preventive", "letter", "buyer-message"])
def test_a_text_can_be_of_any_section(letter: Path, section: str) -> None:
    assert poa("lint", letter, "--section", section).exit_code == 1


def test_a_section_that_is_none_is_refused(letter: Path) -> None:
    result = poa("lint", letter, "--section", "appendix")
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "content", [b"", b" \n", bytes(range(256)) * 20, b"word " * 1_000_000, b"\x89PNG\r\n\x1a\n" + b"\0" * 99]
)
def test_what_cannot_be_read_is_told_in_one_line_and_the_others_go_on(
    tmp_path: Path, letter: Path, content: bytes, lang: str
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    result = poa("lint", bad, letter, "--lang", lang)
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert "bad.txt" in line
    assert f"{letter}: " in result.stdout
    told = [json.loads(line) for line in poa("lint", bad, letter, "--json").stdout.splitlines()]
    assert [list(one) for one in told] == [["file", "error"], ["file", "findings"]]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = poa("lint", tmp_path / "none.txt")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def test_every_rule_is_printed_for_scripts() -> None:
    told = [json.loads(line) for line in poa("rules", "--json").stdout.splitlines()]
    assert {one["rule"] for one in told} == set(knowledge().rules)
    for one in told:
        assert one["bad"]
        assert one["good"]
        assert one["source"]
        assert one["fix"] in ("automatic", "offered", "none")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_rule_is_printed_for_people_as_plain_text(lang: str) -> None:
    said = poa("rules", "--lang", lang).stdout
    for name, rule in knowledge().rules.items():
        assert f"  {name} [" in said
        assert rule.why.in_language(lang) in said
    assert "{quote}" not in said
    assert "{fix}" not in said
    assert "**" not in said


def test_what_rules_did_over_the_cases_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POA_HOME", str(tmp_path))
    example = Path(poa_app.__file__).parents[1] / "examples" / "late-shipment-rate.json"
    case = json.loads(example.read_text(encoding="utf-8")) | {"opening": "It didn't ship. It wasn't packed."}
    (tmp_path / "case.json").write_text(json.dumps(case), encoding="utf-8")
    assert poa("import", tmp_path / "case.json").exit_code == 0
    (first, *_) = poa("rules", "--used", "--json").stdout.splitlines()
    told = {"rule": "contractions.not", "fired": 2, "overruled": 0, "is_shadow": False, "is_doubtful": False}
    assert json.loads(first) == told
    assert "     2      0  contractions.not" in poa("rules", "--used").stdout
