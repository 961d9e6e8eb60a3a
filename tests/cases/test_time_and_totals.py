"""Dates and figures that cannot be true together are found; those that can are left alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from poa_app.model.case import Case
from poa_app.model.finding import Finding

Changed = Callable[..., Case]
Found = Callable[..., Sequence[Finding]]
Letter = Callable[..., str]

ODR, LSR = "order-defect-rate", "late-shipment-rate"


def _rules(found: Sequence[Finding]) -> dict[str, str]:
    return {finding.rule: finding.severity for finding in found}


def test_a_year_typed_wrong_blocks(changed: Changed, found: Found) -> None:
    assert {finding.severity for finding in found(changed("05")) if finding.path == "/letter_date"} == {"blocks"}


@pytest.mark.parametrize(
    ("path", "day"),
    [("/letter_date", "2027-11-19"), ("/notice/received", "2206-11-09"), ("/notice/received", "2016-11-09"),
     ("/deadline/due", "2062-02-07"), ("/preventive_measures/pmlast/review", "2072-01-04"),
     ("/corrective_actions/carefd/date", "2020-11-10"), ("/metrics/metodr/then/end", "2025-10-20")],
)  # fmt: skip
def test_more_years_typed_wrong(path: str, day: str, variant: Changed, found: Found) -> None:
    path = path.replace("pmlast", variant(ODR).preventive_measures[-1].id)
    assert any(finding.path == path for finding in found(variant(ODR, set={path: day})))


def test_zero_of_zero_is_no_rate(changed: Changed, found: Found, letter: Letter) -> None:
    assert "numbers.none-now" in _rules(found(changed("19")))
    text = letter(changed("19"), draft=True)
    assert "0 of 0" not in text
    assert "there were no orders" in text


def test_no_orders_since_is_one_answer(variant: Changed, found: Found, letter: Letter) -> None:
    now = "/metrics/metodr/now"
    blank = [f"{now}/{name}" for name in ("value", "numerator", "start", "end")]
    case = variant(
        ODR,
        set={f"{now}/denominator": 0},
        drop=[*blank, "/metrics/metodr/now_passage", "/metrics/metodr/note"],
    )
    assert [finding for finding in found(case) if finding.path.startswith(now)] == []
    for template in ("short", "full"):
        text = letter(case, template)
        assert "no orders" in text
        assert "missing]" not in text
        assert " of 0" not in text


def test_more_late_than_orders_blocks(variant: Changed, found: Found) -> None:
    path = f"/metrics/{variant(LSR).metrics[0].id}/then/numerator"
    assert _rules(found(variant(LSR, set={path: 935})))["numbers.more-than-all"] == "blocks"


def test_a_rate_of_now_that_is_older_is_found(changed: Changed, found: Found) -> None:
    assert "dates.now-older" in _rules(found(changed("21")))


def test_two_windows_of_one_rate_are_both_held_against_the_number_affected(
    changed: Changed, found: Found, letter: Letter
) -> None:
    assert "numbers.total" in _rules(found(changed("23")))
    assert "numbers.total" not in _rules(found(changed("23", set={"/affected": 62})))
    text = letter(changed("23"), draft=True)
    assert "From October 1 to October 10, 2026, 18 of 200" in text
    assert "From October 11 to November 9, 2026" in text


def test_two_rates_are_added_up_each_on_its_own(changed: Changed, found: Found) -> None:
    assert "numbers.each-total" in _rules(found(changed("24")))
    late = {
        "id": "rclate", "head": "Orders confirmed late", "what": "Orders were confirmed late", "start": "2026-09-27",
        "end": "2026-10-26", "who": "shift lead", "why": ["no cut-off time had been set"], "explains": 50,
    }  # fmt: skip
    for affected in (26, 50, 76):
        rules = _rules(found(changed("24", set={"/affected": affected}, add={"/root_causes": [late]})))
        assert not {"numbers.each-total", "numbers.shares", "numbers.total"} & set(rules)


def test_an_order_with_two_defects_does_not_block(changed: Changed, found: Found) -> None:
    rules = _rules(found(changed("25")))
    assert rules["numbers.overlap"] == "fix"
    assert "numbers.shares" not in rules


def test_what_the_causes_leave_unexplained_still_blocks(changed: Changed, found: Found) -> None:
    assert _rules(found(changed("25", set={"/root_causes/rcrefd/explains": 2})))["numbers.shares"] == "blocks"


def test_a_control_older_than_its_failure_is_found(changed: Changed, found: Found) -> None:
    assert "dates.control-older" in _rules(found(changed("29")))


@pytest.mark.parametrize(
    ("words", "due", "rule"),
    [
        ("within 17 days of this notice", "2026-12-31", "dates.deadline-words"),
        ("within 17 days of this notice", "2026-11-26", None),
        ("within 72 hours", "2026-11-20", "dates.deadline-words"),
        ("within 72 hours", "2026-11-12", None),
        ("in 3 business days", "2026-11-30", "dates.deadline-words"),
        ("in 3 business days", "2026-11-12", None),
        ("by November 30", "2026-12-30", "dates.deadline-words"),
        ("by November 30", "2026-11-30", None),
        ("72小时内", "2026-11-20", "dates.deadline-words"),
        ("within 17 days of this notice", "2026-11-01", "dates.deadline-before"),
    ],
)
def test_a_deadline_agrees_with_its_words(
    words: str, due: str, rule: str | None, changed: Changed, found: Found
) -> None:
    rules = _rules(found(changed("31", set={"/deadline/words": words, "/deadline/due": due})))
    assert {name for name in rules if name in ("dates.deadline-words", "dates.deadline-before")} == ({rule} - {None})
    assert "dates.deadline-past" not in rules or rule != "dates.deadline-before"


def test_a_cause_of_one_day_prints_that_day(changed: Changed, letter: Letter) -> None:
    text = letter(changed("33"), draft=True)
    assert "On 8 November 2026, at our dispatch warehouse in Coventry, parcels under 250 g" in text
    assert "8 November to 8 November" not in text
    assert "8 November to 8 November" not in letter(changed("33"), "full", draft=True)


def test_a_rate_of_one_day_prints_that_day(variant: Changed, letter: Letter) -> None:
    then = "/metrics/metodr/then"
    day = {f"{then}/start": "2026-10-26", f"{then}/end": "2026-10-26"}
    text = letter(variant(ODR, set=day, drop=["/metrics/metodr/passage"]), draft=True)
    assert "On 26 October 2026, 26 of 1,412 orders" in text


def test_no_composed_letter_claims_that_nobody_noticed_before_the_notice(variant: Changed, letter: Letter) -> None:
    causes = [cause.id for cause in variant(ODR).root_causes]
    case = variant(ODR, drop=[f"/root_causes/{one}/passage" for one in causes])
    text = letter(case, draft=True)
    assert "before your notice" not in text
    assert "This went unnoticed because nobody compared claims with the service used." in text


def test_a_claim_that_the_dates_speak_against_is_found(variant: Changed, found: Found) -> None:
    said = {"/root_causes/rctrck/head": "We did not notice before your notice"}
    assert "dates.noticed" not in _rules(found(variant(ODR, set=said)))
    mended = {**said, "/corrective_actions/catrck/date": "2026-11-05"}
    assert "dates.noticed" in _rules(found(variant(ODR, set=mended)))


def test_a_problem_that_arose_after_its_repair_is_found(variant: Changed, found: Found) -> None:
    moved = {"/corrective_actions/carefd/date": "2026-08-20", "/root_causes/rcrefd/start": "2026-07-01"}
    assert "dates.fix-too-early" in _rules(found(variant(ODR, set=moved)))
    outside = {"/root_causes/rcrefd/start": "2026-07-01", "/root_causes/rcrefd/end": "2026-07-31"}
    assert "dates.cause-outside" in _rules(found(variant(ODR, set=outside)))


def test_no_letter_says_what_nobody_entered(variant: Changed, letter: Letter) -> None:
    for stem in (ODR, LSR, "inauthentic-complaint"):
        case = variant(stem)
        kinds = ("root_causes", "corrective_actions", "preventive_measures")
        drop = [f"/{kind}/{row.id}/passage" for kind in kinds for row in getattr(case, kind)]
        text = letter(variant(stem, drop=drop), draft=True)
        assert "This was completed on" not in text
        assert "We will" not in text


def test_the_same_rate_of_two_sites_names_them(variant: Changed, found: Found, letter: Letter) -> None:
    metric = variant(ODR).metrics[0].model_dump(mode="json", exclude_none=True) | {"id": "second"}
    metric.pop("passage")
    metric.pop("now_passage")
    twice = variant(ODR, add={"/metrics": [metric], "/marketplaces": ["DE"]}, drop=["/metrics/metodr/passage"])
    assert _rules(found(twice))["numbers.same-rate"] == "blocks"
    sites = variant(
        ODR,
        add={"/metrics": [metric | {"marketplace": "DE"}], "/marketplaces": ["DE"]},
        set={"/metrics/metodr/marketplace": "UK"},
        drop=["/metrics/metodr/passage", "/metrics/metodr/now_passage"],
    )
    assert not {"numbers.same-rate", "numbers.no-site"} & set(_rules(found(sites)))
    text = letter(sites, draft=True)
    assert "orders on Amazon.co.uk had an order defect" in text
    assert "order defect rate on Amazon.de was" in text
