from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.intake.case_file import parse_case
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Coverage, Exhibit, Metric, Notice, Product, Reading, Request, Supplier, Violation
from poa_app.model.paths import get
from poa_app.model.rows import CorrectiveAction, PreventiveMeasure, RootCause
from poa_app.render.context import context
from poa_app.render.field import Field


def shown(case: Case) -> dict[str, Any]:
    return context(case, knowledge())


def inside(value: Any) -> Iterator[Any]:
    """Return everything a template can reach."""
    yield value
    if isinstance(value, dict):
        for item in value.values():
            yield from inside(item)
    elif isinstance(value, list):
        for item in value:
            yield from inside(item)


def plan(**parts: Any) -> Case:
    violation = Violation(id="viol01", enforcement="late-shipment-rate", route="plan-of-action")
    return Case(violations=(violation,), marketplaces=parts.pop("marketplaces", ("US",)), **parts)


@pytest.mark.parametrize("route", ["plan-of-action", "documents"])
@given(data=st.data())
@settings(deadline=None, max_examples=15, derandomize=True)
def test_a_template_reaches_json_types_and_fields_only(data, route, shapes, hostile_texts):
    shape = data.draw(shapes(route, full=data.draw(st.booleans())))
    case = parse_case(shape.hostile(hostile_texts), "case.json")
    for value in inside(shown(case)):
        assert type(value) in (dict, list, str, int, bool, Field, type(None))
        if type(value) is Field:
            get(case, value.path)


def test_dates_follow_the_first_marketplace():
    day = date(2026, 11, 9)
    assert shown(plan(letter_date=day))["letter_date"] == "November 9, 2026"
    assert shown(plan(letter_date=day, marketplaces=("UK", "US")))["letter_date"] == "9 November 2026"


def test_a_date_that_cannot_be_read_prints_as_typed():
    assert shown(plan(letter_date="mid November"))["letter_date"] == "mid November"


def test_the_year_is_said_once_in_a_range_within_one_year():
    def begin(start: Any, end: Any) -> str:
        case = plan(metrics=(Metric(id="metrc1", then=Reading(start=start, end=end)),))
        return shown(case)["metrics"][0]["then"]["begin"]

    assert begin(date(2026, 10, 11), date(2026, 11, 9)) == "October 11"
    assert begin(date(2025, 12, 20), date(2026, 1, 18)) == "December 20, 2025"
    assert begin(date(2026, 10, 11), None) == "October 11, 2026"
    assert begin("early October", date(2026, 11, 9)) == "early October"


def test_names_come_from_the_data_files():
    case = plan(
        marketplaces=("US", "UK"),
        fulfilment="amazon",
        metrics=(Metric(id="metrc1", metric="late-shipment-rate"),),
        exhibits=(Exhibit(id="exhib1", kind="invoices"),),
    )
    said = shown(case)
    assert said["stores"] == "Amazon.com and Amazon.co.uk"
    assert said["enforcements"] == knowledge().enforcements["late-shipment-rate"].name.en
    assert said["fulfilment"] == "Fulfillment by Amazon"
    assert said["metrics"][0]["metric"] == knowledge().metrics["late-shipment-rate"].name.en
    assert said["exhibits"][0]["kind"] == knowledge().evidence["invoices"].name.en


def test_a_name_nobody_knows_prints_as_typed():
    case = Case(marketplaces=("Mars",), violations=(Violation(id="viol01", enforcement="something new"),))
    assert (shown(case)["stores"], shown(case)["enforcements"]) == ("Mars", "something new")


def test_a_name_is_said_once_and_a_blank_one_not_at_all():
    assert shown(plan(marketplaces=("US", "US", " ", "CA")))["stores"] == "Amazon.com and Amazon.ca"


@pytest.mark.parametrize(("number", "words"), [(1, "1 order"), (1_062, "1,062 orders"), ("about 60", "about 60")])
def test_what_is_affected_is_counted_in_the_enforcements_unit(number, words):
    assert shown(plan(affected=number))["affected_count"] == words


def test_causes_and_exhibits_are_named_by_their_labels():
    case = plan(
        root_causes=(RootCause(id="cause1", exhibits=("exhib2", "exhib1")), RootCause(id="cause2")),
        corrective_actions=(CorrectiveAction(id="actio1", causes=("cause1", "cause2"), exhibits=("exhib2",)),),
        exhibits=(Exhibit(id="exhib1"), Exhibit(id="exhib2")),
    )
    said = shown(case)
    assert said["root_causes"][0]["exhibits"] == "Exhibits A and B"
    assert said["corrective_actions"][0]["causes"] == "causes 1.1 and 1.2"
    assert said["corrective_actions"][0]["exhibits"] == "Exhibit B"
    assert said["corrective_actions"][0]["label"] == "2.1"


def test_a_link_to_a_row_that_is_gone_says_nothing():
    case = plan(
        corrective_actions=(CorrectiveAction(id="actio1", causes=("gone01",), exhibits=("gone02",)),),
        products=(Product(id="produ1", supplier="gone03"),),
    )
    said = shown(case)
    assert said["corrective_actions"][0]["causes"].gap
    assert said["corrective_actions"][0]["exhibits"].gap
    assert said["products"][0]["supplier"].gap
    assert said["products"][0]["chain"] == []


def test_exhibits_are_named_in_the_order_of_their_letters():
    rows = tuple(Exhibit(id=f"exh{number:03d}") for number in range(30))
    case = plan(root_causes=(RootCause(id="cause1", exhibits=("exh027", "exh001", "exh025")),), exhibits=rows)
    assert shown(case)["root_causes"][0]["exhibits"] == "Exhibits B, Z and AB"


def test_blank_answers_to_why_are_left_out_and_none_at_all_is_a_gap():
    case = plan(root_causes=(RootCause(id="cause1", why=("", "first", " "), unnoticed=(" ",)), RootCause(id="cause2")))
    first, second = shown(case)["root_causes"]
    assert [(link, link.path) for link in first["why"]] == [("First", "/root_causes/cause1/why/1")]
    assert first["unnoticed"] == []
    assert [(link.gap, link.path) for link in second["why"]] == [(True, "/root_causes/cause2/why")]
    assert second["unnoticed"] == []


def test_where_nothing_else_is_said_the_scope_is_where():
    case = plan(scope="all offers", root_causes=(RootCause(id="cause1"), RootCause(id="cause2", where="in Reno")))
    first, second = (row["place"] for row in shown(case)["root_causes"])
    assert (first, first.path) == ("All offers", "/scope")
    assert (second, second.path) == ("In Reno", "/root_causes/cause2/where")


def test_invoiced_units_add_up_over_invoices_and_name_their_exhibits():
    def exhibit(name: str, kind: str, *quantities: Any) -> Exhibit:
        lines = (Coverage(id=f"{name[:5]}{at}", product="produ1", quantity=n) for at, n in enumerate(quantities))
        return Exhibit(id=name, kind=kind, covers=tuple(lines))

    case = plan(
        products=(Product(id="produ1", asin="B0EXMPLG01"), Product(id="produ2")),
        exhibits=(
            exhibit("exhib1", "invoices", 900, 200),
            exhibit("exhib2", "packing-list", 5_000),
            exhibit("exhib3", "invoices", 34, "some"),
        ),
    )
    first, second = shown(case)["products"]
    assert (first["invoiced"], first["proof"]) == ("1,134", "Exhibits A and C")
    assert second["invoiced"].gap
    assert second["proof"].gap


def test_a_chain_runs_from_the_seller_of_the_goods_to_their_maker():
    suppliers = (
        Supplier(id="maker1", name="Maker", role="manufacturer"),
        Supplier(id="trade1", name="Trader", role="trader", buys_from="maker1"),
    )
    case = plan(products=(Product(id="produ1", supplier="trade1"),), suppliers=suppliers)
    assert [link["name"] for link in shown(case)["products"][0]["chain"]] == ["Trader", "Maker"]


def test_a_chain_that_goes_round_comes_to_an_end():
    suppliers = (Supplier(id="suppl1", buys_from="suppl2"), Supplier(id="suppl2", buys_from="suppl1"))
    case = plan(products=(Product(id="produ1", supplier="suppl1"),), suppliers=suppliers)
    assert len(shown(case)["products"][0]["chain"]) == 2


def test_the_matrix_lines_up_each_cause_with_what_answers_and_blocks_it():
    case = plan(
        root_causes=(RootCause(id="cause1"), RootCause(id="cause2", exhibits=("exhib3",))),
        corrective_actions=(
            CorrectiveAction(id="actio1", causes=("cause2",), exhibits=("exhib2",)),
            CorrectiveAction(id="actio2", causes=("cause1", "cause2")),
        ),
        preventive_measures=(PreventiveMeasure(id="measu1", causes=("cause2",), exhibits=("exhib1",)),),
        exhibits=(Exhibit(id="exhib1"), Exhibit(id="exhib2"), Exhibit(id="exhib3")),
    )
    first, second = shown(case)["root_causes"]
    assert [row["label"] for row in first["corrective_actions"]] == ["2.2"]
    assert first["preventive_measures"] == []
    assert first["proof"].gap
    assert [row["label"] for row in second["corrective_actions"]] == ["2.1", "2.2"]
    assert [row["label"] for row in second["preventive_measures"]] == ["3.1"]
    assert second["proof"] == "Exhibits A, B and C"


def test_sections_follow_the_notice_and_bring_its_requests():
    requests = (
        Request(id="reque1", section="preventive-measures", words="Steps you will take"),
        Request(id="reque2", section="root-causes", words="Why it happened"),
        Request(id="reque3", section="root-causes", words="Why you did not notice"),
    )
    sections = shown(plan(notice=Notice(requests=requests)))["sections"]
    assert [(one["number"], one["name"]) for one in sections] == [
        (1, "preventive-measures"),
        (2, "root-causes"),
        (3, "corrective-actions"),
    ]
    assert [request["words"] for request in sections[1]["requests"]] == ["Why it happened", "Why you did not notice"]


@pytest.mark.parametrize(
    ("what", "shape"),
    [
        ("We shipped all late orders", "verb"),
        ("All 14 listings were closed", "clause"),
        ("Disposal of 60 mislabelled units", "own"),
    ],
)
def test_the_shape_of_its_words_chooses_the_template_of_a_row(what, shape):
    said = shown(plan(corrective_actions=(CorrectiveAction(id="actio1", what=what, who="operations manager"),)))
    assert said["corrective_actions"][0]["wording"] == f"passages/corrective-actions/{shape}.html.j2"


def test_actions_stand_in_the_order_of_their_days_and_undated_ones_last():
    days = [date(2026, 11, 13), None, date(2026, 11, 10)]
    rows = tuple(CorrectiveAction(id=f"actio{place}", date=day) for place, day in enumerate(days))
    assert [row["id"] for row in shown(plan(corrective_actions=rows))["corrective_actions"]] == [
        "actio2",
        "actio0",
        "actio1",
    ]
