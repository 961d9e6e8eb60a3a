"""Every rule over words finds its bad examples, spares its good ones, and is fast on hostile text."""

from __future__ import annotations

import time
import tomllib
from collections import deque
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import poa_app.knowledge
from poa_app.english.hit import Hit
from poa_app.english.kinds import hits
from poa_app.english.prose import Prose
from poa_app.english.setting import Setting
from poa_app.knowledge.rule_schema import Bad, LetterSection, TextRule
from poa_app.model.finding import Fix
from tests.each import for_each

FOLDER = Path(poa_app.knowledge.__file__).parent / "rules"
MEGABYTE = 1_048_576
APOSTROPHES = "'`\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{ACUTE ACCENT}\N{FULLWIDTH APOSTROPHE}"


def _read() -> dict[str, TextRule]:
    return {
        f"{path.stem}.{name}": TextRule.model_validate(table)
        for path in sorted(FOLDER.glob("*.toml"))
        for name, table in tomllib.loads(path.read_text(encoding="utf-8")).items()
    }


RULES = _read()
CONTRACTIONS = {name: rule for name, rule in RULES.items() if rule.family == "contraction"}
BAD = [pytest.param(name, bad, id=f"{name}: {bad.text}") for name, rule in RULES.items() for bad in rule.bad]
GOOD = [pytest.param(name, good, id=f"{name}: {good}") for name, rule in RULES.items() for good in rule.good]
PIECES = ["a ", "aaaa", "....", "'", " ", "\n", "a-", "a'", ". ", "it's", "\u3001", "\u4e00"]
HOSTILE = [
    *(pytest.param(piece * (MEGABYTE // 2) + "x", id=f"{piece!r} for a megabyte, then 'x'") for piece in ("a ", "a'")),
    pytest.param(
        "".join(piece * (MEGABYTE // len(PIECES) // len(piece)) for piece in PIECES) + "x",
        id="a megabyte of each in turn",
    ),
]
"""In the last a rule that goes over a stretch again and again still meets some 87,000 letters of each kind."""


EXHIBITS = frozenset("ABCDEF")


def _found(rule: TextRule, text: str, section: LetterSection | None = None) -> list[Hit]:
    stands = section or next(iter(rule.sections), "letter")
    around = Setting(section=stands, enforcements=rule.enforcements, exhibits=EXHIBITS, is_eu=True)
    return list(hits(Prose(text, around), rule))


def _quotes(name: str, text: str, section: LetterSection | None = None) -> list[str]:
    return [text[hit.start : hit.end] for hit in _found(RULES[name], text, section)]


def _rule(**changes: object) -> TextRule:
    both = {"en": "Words", "zh": "Words"}
    plain = {"family": "tone", "severity": "fix", "scope": ["letter"], "source": "design"}
    examples = {"bad": [{"text": "bad", "quote": "bad"}], "good": ["good"]}
    return TextRule.model_validate({"message": both, "why": both, "pattern": "bad", **plain, **examples, **changes})


@for_each(("name", "bad"), BAD)
def test_a_bad_example_is_found_once_with_its_quote(name: str, bad: Bad) -> None:
    assert _quotes(name, bad.text, bad.section) == [bad.quote]


@for_each(("name", "good"), GOOD)
def test_a_good_example_is_left_alone(name: str, good: str) -> None:
    assert _quotes(name, good) == []


@for_each(("name", "bad"), BAD)
def test_a_fix_leaves_nothing_for_its_rule_to_find(name: str, bad: Bad) -> None:
    for hit in _found(RULES[name], bad.text, bad.section):
        for fix in hit.fixes:
            assert _quotes(name, bad.text[: hit.start] + fix.text + bad.text[hit.end :], bad.section) == []


@cache
def _rules_finding(text: str) -> tuple[str, ...]:
    return tuple(name for name, rule in RULES.items() if _found(rule, text))


OF_CONTENT = {"vague", "promise", "blame", "date", "owner", "evidence", "prohibited", "admission", "emotion"}
"""Families that judge what is said; a fix of its form leaves that as it is."""


@for_each(("name", "bad"), BAD)
def test_no_rule_finds_fault_with_what_another_suggests(name: str, bad: Bad) -> None:
    for hit in _found(RULES[name], bad.text, bad.section):
        for fix in hit.fixes:
            assert [
                other for other in _rules_finding(fix.text) if fix.automatic or RULES[other].family not in OF_CONTENT
            ] == []


@for_each("rule", RULES.values(), ids=RULES)
def test_a_rule_that_offers_a_choice_makes_none_itself(rule: TextRule) -> None:
    assert len(rule.fixes) < 2 or not any(fix.automatic for fix in rule.fixes)


@for_each(
    ("text", "found"),
    [
        pytest.param(bad.text, bad.quote, id=f"{name}: {bad.text}")
        for name, rule in CONTRACTIONS.items()
        for bad in rule.bad
    ],
)
def test_only_one_rule_finds_a_contraction(text: str, found: str) -> None:
    assert [quote for name in CONTRACTIONS for quote in _quotes(name, text)] == [found]


@settings(deadline=None)
@given(
    owner=st.sampled_from(
        ["Amazon", "supplier", "IT", "WHO", "brand", "Thatcher", "It Works", "James", "carrier", "Jonathan Ive", "2026"]
    ),
    ending=st.sampled_from(["{}s", "s{}"]),
    apostrophe=st.sampled_from(APOSTROPHES),
    thing=st.sampled_from(
        ["policy", "invoice", "orders", "re-listed offers", "delivered units", "own", "d-links", "mistake", "llama"]
    ),
)
def test_a_possessive_is_no_contraction(owner: str, ending: str, apostrophe: str, thing: str) -> None:
    text = f"We read the {owner}{ending.format(apostrophe)} {thing} on 5 March 2026."
    assert not [name for name in CONTRACTIONS if _quotes(name, text)]


@for_each("apostrophe", APOSTROPHES)
def test_a_contraction_is_found_with_any_apostrophe(apostrophe: str) -> None:
    text = "We{0}re late. It didn{0}t go. They{0}ve left. I{0}m sorry. He{0}d say it{0}s the end. You{0}ll wait."
    assert sum(len(_quotes(name, text.format(apostrophe))) for name in CONTRACTIONS) == 7


def test_a_fix_keeps_the_first_letter_as_it_was() -> None:
    found = _found(RULES["contractions.cannot"], "Can't, can't, CAN'T")
    fixes = [fix.text for hit in found for fix in hit.fixes]
    assert fixes == ["Cannot", "cannot", "Cannot"]


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE)
def test_a_megabyte_takes_less_than_half_a_second(text: str) -> None:
    prose = Prose(text, Setting())
    patterns = [name for name, rule in RULES.items() if rule.kind == "pattern"]
    # a busy machine may be slow once
    assert [name for name in patterns if not any(_seconds(prose, RULES[name]) < 0.5 for _ in range(3))] == []


def _seconds(prose: Prose, rule: TextRule) -> float:
    begun = time.process_time()
    deque(hits(prose, rule), maxlen=0)
    return time.process_time() - begun


def test_a_forbidden_word_is_found_in_any_case_and_every_time() -> None:
    rule = _rule(fixes=[{"text": "good", "automatic": True}])
    fix = (Fix(text="good", automatic=True),)
    assert _found(rule, "Bad and bad") == [Hit(0, 3, fix), Hit(8, 11, fix)]


def test_what_excuses_a_forbidden_word_must_begin_where_it_begins() -> None:
    rule = _rule(unless="bad debt")
    assert [hit.start for hit in _found(rule, "bad debt, not bad")] == [14]
