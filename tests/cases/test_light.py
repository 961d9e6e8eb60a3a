"""A clean letter holds no gap, no empty heading, no placeholder and no broken sign. Cases 01, 02, 08, 11 and 48."""

from __future__ import annotations

from typing import Any

from poa_app.desk.work import with_not_applicable
from poa_app.model.waivers import group_of


def _blocking(found: Any) -> set[tuple[str, str | None]]:
    return {(one.rule, one.quote) for one in found if one.severity == "blocks"}


def test_01_a_request_for_papers_in_a_plan_prints_no_gap_or_blocks(changed: Any, found: Any, letter: Any) -> None:
    case = changed("01")
    assert "missing]" not in letter(case) or _blocking(found(case))


def test_02_a_request_without_an_answer_blocks(changed: Any, found: Any) -> None:
    assert ("letter.empty-section", None) in _blocking(found(changed("02")))


def test_08_broken_signs_block_and_each_is_quoted(changed: Any, found: Any) -> None:
    broken = [one for one in found(changed("08")) if one.rule == "characters.broken"]
    assert {one.quote for one in broken} == {"\uf0b7", "\ufffd", "\ufffc"}
    assert {one.severity for one in broken} == {"blocks"}
    assert not any(one.can_be_overruled for one in broken)


def test_11_placeholders_block(changed: Any, found: Any) -> None:
    quoted = {quote for rule, quote in _blocking(found(changed("11"))) if rule.startswith("placeholders.")}
    assert quoted == {"XX/XX/XXXX", "[insert number]", "TBD", "{{signatory}}"}


def test_48_a_notice_without_figures_is_two_answers_and_the_letter_says_nothing_of_a_rate(
    changed: Any, found: Any, letter: Any
) -> None:
    case = changed("48")
    groups = {group_of(one.path) for one in found(case) if one.rule == "completeness.missing"}
    assert len(groups) == 2
    for one in found(case):
        if one.rule == "completeness.missing":
            case = with_not_applicable(case, one.path, "The notice gives no figures.")
    assert "late shipment rate was" not in letter(case)
    assert "target of" not in letter(case)
    assert not [one for one in found(case) if one.severity == "blocks"]
