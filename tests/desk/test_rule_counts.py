"""Rules over words are counted over cases, shown and overruled."""

from __future__ import annotations

from datetime import date

import pytest

from poa_app.desk import work
from poa_app.desk.rule_counts import RuleCount, rule_counts
from poa_app.desk.state import CaseState
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.paths import edit


@pytest.fixture
def contracted(late_shipment: Case) -> Case:
    """The late-shipment example with two contractions in its opening."""
    return edit(late_shipment, "/opening", "We didn't ship 46 orders. It wasn't noticed before November 9, 2026.")


def test_each_place_counts_and_a_clean_case_counts_nothing(late_shipment: Case, contracted: Case) -> None:
    counts = rule_counts([late_shipment, contracted, contracted])
    assert counts[0] == RuleCount("contractions.not", 4, 0, False)


def test_what_was_overruled_is_counted_and_tells_a_doubtful_rule(contracted: Case) -> None:
    finding = next(one for one in CaseState(contracted, date(2026, 11, 25)).findings if one.rule == "contractions.not")
    (count,) = [one for one in rule_counts([work.overrule(contracted, finding, "quoted")]) if one.overruled]
    assert (count.rule, count.fired, count.overruled, count.is_doubtful) == ("contractions.not", 2, 1, True)


def test_a_rule_in_shadow_is_counted_though_nobody_sees_it(contracted: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    known = knowledge()
    hidden = known.rules["contractions.not"].model_copy(update={"state": "shadow"})
    monkeypatch.setitem(known.rules, "contractions.not", hidden)
    counts = {one.rule: one for one in rule_counts([contracted])}
    assert counts["contractions.not"] == RuleCount("contractions.not", 2, 0, True)
    shown = [one.rule for one in CaseState(contracted, date(2026, 11, 25)).findings]
    assert "contractions.not" not in shown
