"""A rate is measured as its site measures it, and the kinds of defect it counts reach what is asked."""

from __future__ import annotations

from decimal import Decimal

from poa_app.knowledge import knowledge
from poa_app.knowledge.asked import enforcements_of, evidence_of
from poa_app.knowledge.metric_schema import SiteDifference
from poa_app.knowledge.rates import new_parts, new_rate, site_of, target_on
from poa_app.model.case import Case
from poa_app.model.facts import DefectCount, Metric, Violation

KNOWN = knowledge()
LATE = KNOWN.metrics["late-shipment-rate"]


def _case(*counts: int | None, **more: object) -> Case:
    parts = tuple(
        DefectCount(id=f"parts{at}", kind=part.slug, count=count)
        for at, (part, count) in enumerate(zip(KNOWN.metrics["order-defect-rate"].parts, counts, strict=False))
    )
    rate = Metric(id="metri1", metric="order-defect-rate", parts=parts)
    named = Violation(id="viola1", enforcement="order-defect-rate")
    return Case(violations=(named,), metrics=(rate,)).model_copy(update=more)


def test_a_site_has_its_own_target_where_the_data_give_one() -> None:
    own = SiteDifference(en="a", zh="b", source="design", marketplaces=("JP",), target=2.5, windows=(14,), lag_days=3)
    kind = LATE.model_copy(update={"differences": (own,)})
    assert (target_on(kind, "JP"), target_on(kind, "US"), target_on(kind, None)) == (Decimal("2.5"), 4, 4)
    assert (kind.on("JP").windows, kind.on("JP").lag_days) == ((14,), 3)
    assert kind.on("US") is kind


def test_a_rate_that_exists_on_some_sites_only_says_so_of_the_others() -> None:
    rate = KNOWN.metrics["invoice-defect-rate"]
    assert rate.elsewhere("US")
    assert rate.elsewhere("DE") is None
    assert rate.elsewhere(None) is None


def test_the_site_of_a_rate_is_its_own_or_the_only_one() -> None:
    rate = Metric(id="metri1")
    assert site_of(Case(marketplaces=("US", "UK")), rate) is None
    assert site_of(Case(marketplaces=("US",)), rate) == "US"
    assert site_of(Case(marketplaces=("US",)), rate.model_copy(update={"marketplace": "UK"})) == "UK"


def test_a_new_rate_has_a_blank_count_for_each_kind_of_defect_and_keeps_what_is_held() -> None:
    rate = new_rate("order-defect-rate", KNOWN)
    assert [(one.kind, one.count) for one in rate.parts] == [(s, None) for s in ("claims", "feedback", "chargebacks")]
    held = (DefectCount(id="parts1", kind="feedback", count=3),)
    assert [one.kind for one in new_parts(KNOWN.metrics["order-defect-rate"], held)] == [
        "feedback", "claims", "chargebacks",
    ]  # fmt: skip
    assert new_rate("late-shipment-rate", KNOWN).parts == ()


def test_papers_and_prompts_of_a_kind_of_defect_are_asked_for_where_it_has_orders_or_is_not_counted() -> None:
    assert "payment-record" in evidence_of(_case(None, None, None), KNOWN)
    assert "payment-record" in evidence_of(_case(9, 0, 1), KNOWN)
    assert "payment-record" not in evidence_of(_case(9, 0, 0), KNOWN)
    (one,) = enforcements_of(_case(0, 0, 3), KNOWN)
    assert {part for prompt in one.typical_causes for part in prompt.parts} == {"claims", "chargebacks"}


def test_a_question_for_one_site_or_channel_is_asked_there_before_the_general_one() -> None:
    def asked(case: Case) -> str:
        (one,) = enforcements_of(case, KNOWN)
        return next(question.ask.en for question in one.questions if question.field == "/root_causes/*/what")

    assert asked(_case(fulfilment="amazon")).startswith("FBA:")
    assert not asked(_case(fulfilment="seller")).startswith("FBA:")
