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


@pytest.mark.parametrize(("name", "known"), [("Otto Brandt", True), ("Otto Brandt", False), ("Kong Ning", False)])
def test_a_name_of_the_case_or_a_chinese_one_is_somebody_who_acts(name: str, known: bool) -> None:
    around = Setting(section="corrective", names=(name,) if known else ())
    told = [match.quote for match in lint(f"{name} change the handling time.", around) if match.rule in RULES]
    assert told == ([] if name == "Otto Brandt" and not known else ["change"])


@for_each(
    ("section", "text", "quote"),
    [
        ("corrective", "On 3 November 2026 Kong Ning (packing lead) ship the last 9 orders.", "ship"),
        ("corrective", "On 4 May 2026 we delete the listing.", "delete"),
        ("root-cause", "In May the packer forget to scan it.", "packer forget"),
        ("preventive", "If the rate fall below 97 percent, the lead calls the owner.", "rate fall"),
        ("corrective", "The list was check one by one.", "was check"),
        ("corrective", "The units was counted by Kong Ning on 3 November 2026.", "units was"),
    ],
)
def test_bare_verbs_are_found_behind_a_role_beside_may_and_where_a_figure_moves(
    section: LetterSection, text: str, quote: str
) -> None:
    assert quote in [match.quote for match in lint(text, Setting(section=section))]


@for_each(
    "text",
    [
        "We have examined all 26 families and report the result here.",
        "The rate increase to 5 percent was noticed on 3 November 2026.",
        "The 400 units is the least that the factory makes.",
        "The next step is return to the sender.",
        "It may fall below 97 percent.",
    ],
)
def test_such_words_are_left_alone_where_they_are_right(text: str) -> None:
    assert [match.quote for match in lint(text, Setting(section="root-cause")) if match.rule in RULES] == []


def test_no_fix_of_a_tense_is_automatic() -> None:
    for section, text in _of("faulty"):
        for match in lint(text, Setting(section=section)):
            rule = RULES.get(match.rule)
            if rule and "prose" not in rule.scope:
                assert not any(fix.automatic for fix in match.fixes)


@pytest.mark.slow
@for_each("piece", PIECES)
def test_a_long_line_without_a_stop_takes_no_longer_than_its_length_says(piece: str) -> None:
    def seconds(times: int) -> float:
        prose = Prose(piece * times, Setting(section="corrective"))
        begun = time.process_time()
        for rule in CHECKERS:
            list(hits(prose, rule))
        return time.process_time() - begun

    assert any(seconds(4_000) < 12 * max(seconds(1_000), 0.005) for _ in range(3))
