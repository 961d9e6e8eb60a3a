"""A route is one value; everything it names exists."""

from __future__ import annotations

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Violation
from poa_app.model.fields import fields, row_types
from poa_app.model.routes import DEFAULT, EVERY, PLAN, ROUTES, Route, letter_routes
from poa_app.render.letter import templates
from poa_app.resources import folder
from tests.each import for_each


def test_every_route_is_described_and_has_its_words() -> None:
    assert set(ROUTES) == EVERY == set(knowledge().routes)


@for_each("route", sorted(EVERY))
def test_a_route_names_lists_and_fields_there_are(route: Route) -> None:
    spec = ROUTES[route]
    lists = {*spec.rows, *spec.required_rows, *spec.first_rows, *spec.unasked_rows}
    assert {name.rsplit("/", 1)[-1] for name in lists} <= set(row_types())
    assert all(any(path.startswith(kind) for path in fields()) for kind in spec.unprinted)
    assert set(spec.required_rows) <= set(spec.rows) or not spec.letter


def test_a_route_answered_by_a_letter_has_its_templates_and_no_other_has() -> None:
    assert {"plan-of-action", "documents"} <= set(letter_routes())
    for route in EVERY:
        assert bool(templates(folder("templates"), route)) == ROUTES[route].letter
        assert not ROUTES[route].letter or {"short", "full"} <= set(templates(folder("templates"), route))


def test_a_case_without_a_route_is_taken_for_a_plan() -> None:
    assert Case().route_spec is PLAN is ROUTES[DEFAULT]
    papers = Case(violations=(Violation(id="viol01", route="documents"),))
    assert not papers.route_spec.is_plan
    assert PLAN.is_plan
