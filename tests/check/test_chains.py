"""A chain of why that stops at a person is found wherever the case is checked, not on one screen alone."""

from __future__ import annotations

from poa_app.check.chains import chains
from poa_app.model.case import Case
from poa_app.model.finding import Finding
from poa_app.model.paths import edit
from tests.check.conftest import Asked
from tests.each import for_each


def _found(ask: Asked, plan: Case, field: str, *links: str) -> tuple[Finding, ...]:
    cause = plan.root_causes[0]
    return ask(chains, edit(plan, f"/root_causes/{cause.id}/{field}", links))


@for_each("field", ["why", "unnoticed"])
@for_each("end", ["It was human error by a packer", "新员工操作失误", "the Supplier's mistake"])
def test_a_chain_that_ends_at_a_person_is_asked_on(ask: Asked, plan: Case, field: str, end: str) -> None:
    (found,) = _found(ask, plan, field, "The label was wrong", end)
    assert (found.rule, found.path.rsplit("/", 2)[1:]) == ("chains.dead-end", [field, "1"])
    assert found.quote in end


def test_a_chain_that_goes_on_to_the_process_is_left_alone(ask: Asked, plan: Case) -> None:
    links = ("The packer made a human error", "No step of the packing sheet asks for a second count")
    assert _found(ask, plan, "why", *links) == ()
