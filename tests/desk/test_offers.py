"""A blank field is offered what the case says elsewhere, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

from poa_app.desk.offers import MOST, offers
from poa_app.model.case import Case
from tests.each import for_each

STORE = " on Amazon.co.uk"


def _case(**parts: Any) -> Case:
    return Case.model_validate(
        {
            "scope": "all seller-fulfilled offers on Amazon.com",
            "metrics": [
                {"id": "metri1", "metric": "late-shipment-rate", "then": {"start": "2026-10-12", "end": "2026-11-10"}}
            ],
            "root_causes": [{"id": "cause1", "who": "warehouse lead", "where": "our warehouse in Reno"}],
            "corrective_actions": [
                {"id": "actio1", "who": "warehouse lead", "name": "Dana Whitlock", "exhibits": ["exhib1"]},
                {"id": "actio2", "who": "owner"},
                {"id": "actio3"},
            ],
            "preventive_measures": [
                {"id": "measu1", "who": "warehouse lead", "deputy": "shipping clerk", "record": "daily check sheet"},
                {"id": "measu2", "exhibits": ["exhib1"]},
            ],
            "exhibits": [{"id": "exhib1", "title": "Manifest", "date": "2026-11-12"}],
        }
        | parts
    )


def _offered(path: str, case: Case | None = None) -> list[Any]:
    return [one.value for one in offers(case or _case(), path)]


@for_each(
    ("path", "offered"),
    [
        ("/corrective_actions/actio3/who", ["warehouse lead", "owner", "shipping clerk"]),
        ("/preventive_measures/measu2/deputy", ["warehouse lead", "owner", "shipping clerk"]),
        ("/preventive_measures/measu2/record", ["daily check sheet"]),
        ("/corrective_actions/actio3/where", ["our warehouse in Reno", "all seller-fulfilled offers on Amazon.com"]),
        ("/corrective_actions/actio1/date", [date(2026, 11, 12)]),
        ("/preventive_measures/measu2/since", [date(2026, 11, 12)]),
        ("/root_causes/cause1/start", [date(2026, 10, 12)]),
        ("/root_causes/cause1/end", [date(2026, 11, 10)]),
        ("/preventive_measures/measu1/name", ["Dana Whitlock"]),
    ],
)
def test_a_blank_field_is_offered_what_the_case_says_elsewhere(path: str, offered: list[Any]) -> None:
    assert _offered(path) == offered


@for_each(
    "path",
    [
        "/corrective_actions/actio1/who",
        "/root_causes/cause1/where",
        "/corrective_actions/actio3/date",
        "/corrective_actions/actio2/name",
        "/corrective_actions/actio3/what",
        "/scope",
        "/client/store",
    ],
)
def test_an_answered_field_and_one_that_nothing_answers_are_offered_nothing(path: str) -> None:
    assert _offered(path) == []


def test_the_owner_is_not_offered_as_the_deputy_of_the_same_row() -> None:
    case = _case(preventive_measures=[{"id": "measu1", "who": "warehouse lead"}])
    assert "warehouse lead" not in _offered("/preventive_measures/measu1/deputy", case)


def test_only_a_few_are_offered() -> None:
    rows = [{"id": f"actio{number}", "who": f"role {number}"} for number in range(9)]
    assert len(_offered("/preventive_measures/measu2/who", _case(corrective_actions=rows))) == MOST


def test_an_exhibit_s_day_is_offered_with_its_letter() -> None:
    assert offers(_case(), "/corrective_actions/actio1/date")[0].letter == "A"


def test_a_rate_that_still_misses_its_target_is_offered_the_day_on_which_the_bad_orders_leave_it() -> None:
    reading = {"value": 5.5, "start": "2026-11-01", "end": "2026-11-16"}
    (metric,) = _case().metrics
    held = {"id": "metri1", "metric": "late-shipment-rate", "target": 4, "then": metric.then.model_dump(mode="json")}
    case = _case(marketplaces=["US"], metrics=[held | {"now": reading}])
    assert _offered("/metrics/metri1/note", case) == [
        "the last order of that period leaves the window on December 10, 2026"
    ]
    met = _case(marketplaces=["US"], metrics=[held | {"now": reading | {"value": 2}}])
    assert _offered("/metrics/metri1/note", met) == []


@for_each(
    ("level", "fulfilment", "asins", "words"),
    [
        ("offer", "seller", [], "all seller-fulfilled offers" + STORE),
        ("account", "both", [], "our selling account" + STORE),
        ("listing", "amazon", ["B0EXMPLK07"], "our FBA offer for ASIN B0EXMPLK07" + STORE),
        (
            "listing",
            None,
            ["B0EXMPLK07", "B0EXMPLK15"],
            "our offers for ASINs B0EXMPLK07 and B0EXMPLK15 on Amazon.co.uk",
        ),
    ],
)
def test_the_scope_is_offered_by_level_channel_store_and_asins(
    level: str, fulfilment: str | None, asins: list[str], words: str
) -> None:
    case = Case.model_validate(
        {
            "violations": [{"id": "viola1", "enforcement": "other", "level": level}],
            "marketplaces": ["UK"],
            "fulfilment": fulfilment,
            "products": [{"id": f"produ{number}", "asin": asin} for number, asin in enumerate(asins)],
        }
    )
    assert [one.value for one in offers(case, "/scope")] == [words]


def test_no_scope_is_offered_where_it_cannot_be_told() -> None:
    assert offers(Case(), "/scope") == ()
