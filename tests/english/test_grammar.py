"""The checkers of grammar find slips in sentences of appeals, let good sentences stand, and take little time."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest

from poa_app.english.kinds import hits
from poa_app.english.lint import lint
from poa_app.english.prose import Prose
from poa_app.english.setting import Setting
from poa_app.knowledge import knowledge
from poa_app.knowledge.rule_schema import LetterSection
from tests.each import for_each

SENTENCES: dict[str, dict[LetterSection, list[str]]] = tomllib.loads(
    Path(__file__).with_name("grammar.toml").read_text(encoding="utf-8")
)
RULES = {name: rule for name, rule in knowledge().rules.items() if rule.family == "grammar"}
CHECKERS = [rule for rule in RULES.values() if rule.kind == "checker"]
PIECES = ["the orders was and ", "we check the ", "a ", "in 5 march ", "although but because so ", "one of the two "]


def _of(kind: str) -> list[tuple[LetterSection, str]]:
    return [(section, text) for section, texts in SENTENCES[kind].items() for text in texts]


def _found(text: str, section: LetterSection) -> list[str]:
    return [match.rule for match in lint(text, Setting(section=section)) if match.rule in RULES]


@for_each(("section", "text"), _of("clean"))
def test_a_good_sentence_stands(section: LetterSection, text: str) -> None:
    assert _found(text, section) == []


@for_each(("section", "text"), _of("faulty"))
def test_a_slip_is_found(section: LetterSection, text: str) -> None:
    assert _found(text, section)


def test_the_tense_of_a_bare_verb_follows_its_section() -> None:
    text = "The manager check every parcel."
    fixes = {
        section: [fix.text for match in lint(text, Setting(section=section)) for fix in match.fixes]
        for section in ("corrective", "preventive", "letter")
    }
    assert fixes == {
        "corrective": ["manager checked"],
        "preventive": ["manager checks"],
        "letter": ["manager checked", "manager checks"],
    }


def test_a_name_of_the_case_is_somebody_who_acts() -> None:
    around = Setting(section="corrective", names=("Lin Tao",))
    assert [match.quote for match in lint("Lin Tao change the handling time.", around)] == ["Tao change"]


def test_no_fix_of_a_tense_is_automatic() -> None:
    for section, text in _of("faulty"):
        for match in lint(text, Setting(section=section)):
            rule = RULES.get(match.rule)
            if rule and "prose" not in rule.scope:
                assert not any(fix.automatic for fix in match.fixes)


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES)
def test_a_long_line_without_a_stop_takes_no_longer_than_its_length_says(piece: str) -> None:
    def seconds(times: int) -> float:
        prose = Prose(piece * times, Setting(section="corrective"))
        begun = time.process_time()
        for rule in CHECKERS:
            list(hits(prose, rule))
        return time.process_time() - begun

    assert any(seconds(4_000) < 12 * max(seconds(1_000), 0.005) for _ in range(3))
