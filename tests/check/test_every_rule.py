"""Every rule of ``messages.toml`` fires on a small case and not on its neighbour, and speaks both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from poa_app import desk
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.finding import Finding
from poa_app.model.paths import edit, get
from tests.check.pairs.building import DEEDS, Pair
from tests.check.pairs.every_pair import PAIRS
from tests.each import for_each

IDS = [f"{pair.rule} at {pair.path}" for pair in PAIRS]

HALF_WIDTH = re.compile(r"[\u4e00-\u9fff，。：；）]\s*[,;:!?()]|[,;:!?()]\s*[\u4e00-\u9fff]|[\u4e00-\u9fff]\.")
GAP = re.compile(r"[\u4e00-\u9fff，。：；] +[\u4e00-\u9fff，。：；]")
SENTENCE = re.compile(r"[A-Za-z]+(?:[ ,]+[a-z]+){3,}")
QUOTED = re.compile(r"“[^”]*”|例如：.*", re.DOTALL)

Checked = Callable[[Pair, bool], tuple[Case, tuple[Finding, ...]]]


@pytest.fixture(scope="module")
def check(plan: Case, papers: Case, day: date, tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """Check a pair's bad case, or its good one; the folder beside it is empty."""
    beside = tmp_path_factory.mktemp("empty")

    @cache
    def check(place: int, bad: bool) -> tuple[Case, tuple[Finding, ...]]:
        pair = PAIRS[place]
        case = papers if pair.base == "papers" else plan
        for path, value in (pair.bad if bad else pair.good).items():
            case = edit(case, path, value(get(case, path)) if callable(value) else value)
            if path.startswith(DEEDS) and path != f"{DEEDS}/done":
                case = edit(case, f"{DEEDS}/done", True)
        return case, desk.check_case(case, day, beside=beside, papers=pair.says)

    return lambda pair, bad: check(PAIRS.index(pair), bad)


def test_every_rule_is_in_the_table() -> None:
    of_the_letter = {"letter.gap", "letter.empty-section", "letter.characters"}  # tests/check/test_rendered.py
    assert {pair.rule for pair in PAIRS} == set(knowledge().messages) - of_the_letter


@pytest.mark.parametrize("base", ["plan", "papers"])
def test_the_small_cases_have_nothing_to_mend(base: str, request: pytest.FixtureRequest, day: date) -> None:
    assert desk.check_case(request.getfixturevalue(base), day) == ()


@for_each("pair", PAIRS, ids=IDS)
def test_a_rule_fires_once_where_it_is_broken(pair: Pair, check: Checked) -> None:
    _, found = check(pair, True)
    fired = [(finding.path, finding.quote) for finding in found if finding.rule == pair.rule]
    assert [path for path, _ in fired] == [pair.path]
    assert pair.quote in (None, fired[0][1])


@for_each("pair", PAIRS, ids=IDS)
def test_a_rule_is_silent_where_it_is_kept(pair: Pair, check: Checked) -> None:
    _, found = check(pair, False)
    assert pair.rule not in {finding.rule for finding in found}


@for_each("pair", PAIRS, ids=IDS)
def test_a_span_holds_the_words_it_quotes(pair: Pair, check: Checked) -> None:
    case, found = check(pair, True)
    for finding in found:
        assert (finding.start is None) == (finding.end is None)
        if finding.start is not None:
            assert str(get(case, finding.path))[finding.start : finding.end] == finding.quote


@for_each("pair", PAIRS, ids=IDS)
def test_a_finding_says_all_it_says_in_both_languages(pair: Pair, check: Checked) -> None:
    for finding in check(pair, True)[1]:
        for english, chinese in ((finding.message, finding.message_zh), (finding.why, finding.why_zh)):
            assert english.strip()
            assert not re.search(r"[{}]|[\u3400-\u9fff]", QUOTED.sub("", english))
            assert re.search(r"[\u4e00-\u9fff]", chinese)
            assert not re.search(r"[{}]", chinese)


@for_each("pair", PAIRS, ids=IDS)
def test_a_chinese_message_is_chinese_throughout(pair: Pair, check: Checked) -> None:
    for finding in check(pair, True)[1]:
        for text in (finding.message_zh, finding.why_zh):
            _assert_chinese(text)


@for_each("name", [*knowledge().messages, *knowledge().rules])
def test_the_words_of_a_rule_keep_chinese_punctuation(name: str) -> None:
    rule = {**knowledge().messages, **knowledge().rules}[name]
    for text in (rule.message.zh, rule.why.zh):
        _assert_chinese(text)


@for_each("slug", knowledge().enforcements)
def test_the_checklist_of_a_new_case_is_chinese_throughout(slug: str, day: date) -> None:
    found = desk.check_case(desk.create(slug), day)
    assert found
    for finding in found:
        _assert_chinese(finding.message_zh)
        _assert_chinese(finding.why_zh)


def _assert_chinese(text: str) -> None:
    own = QUOTED.sub("“”", text)
    assert not HALF_WIDTH.search(own)
    assert not GAP.search(own)
    assert not SENTENCE.search(own)
