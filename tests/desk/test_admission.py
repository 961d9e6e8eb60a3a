"""Every way into the program refuses the same enforcements and flags the same other names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from poa_app import desk
from poa_app.desk import work
from poa_app.errors import UnknownName
from poa_app.intake.case_file import write_case
from poa_app.model.case import Case
from poa_app.store import Store

DAY = date(2026, 11, 25)
NAMES = ["nobody-knows", "Late-Shipment-Rate", "late shipment rate", "![x](http://host.example/p.png)", "迟发率"]


def _named(case: Case, slug: str) -> Case:
    violations = tuple(one.model_copy(update={"enforcement": slug}) for one in case.violations)
    return case.model_copy(update={"violations": violations})


@pytest.fixture(params=["page", "command line"])
def door(request: pytest.FixtureRequest, store: Store, tmp_path: Path) -> Callable[[Case], Case]:
    """A way in: the import of the page, or a file opened by the command line."""

    def page(case: Case) -> Case:
        return work.import_case(store, write_case(case), "case.json").case

    def command_line(case: Case) -> Case:
        (tmp_path / "case.json").write_bytes(write_case(case))
        return desk.open_case(tmp_path / "case.json")

    return page if request.param == "page" else command_line


@pytest.mark.parametrize("slug", NAMES)
def test_an_unknown_enforcement_is_refused_and_nothing_is_kept(
    door: Callable[[Case], Case], store: Store, late_shipment: Case, slug: str
) -> None:
    with pytest.raises(UnknownName, match=r"case\.json: there is no enforcement"):
        door(_named(late_shipment, slug))
    assert store.listed() == ()


@pytest.mark.parametrize("code", ["XX", "us", "Amazon.com", "USA", "美国"])
def test_an_unknown_marketplace_comes_in_and_blocks(
    door: Callable[[Case], Case], late_shipment: Case, code: str
) -> None:
    case = door(late_shipment.model_copy(update={"marketplaces": ("US", code)}))
    assert case.marketplaces == ("US", code)
    blocking = [one for one in desk.check_case(case, DAY) if one.severity == "blocks"]
    assert [(one.rule, one.quote, one.can_be_overruled) for one in blocking] == [
        ("case.unknown-marketplace", code, False)
    ]


def test_an_enforcement_unknown_in_a_case_kept_earlier_blocks(store: Store, late_shipment: Case) -> None:
    made = store.create(_named(late_shipment, "nobody-knows"))
    found = work.view(store, made.id, DAY).findings
    assert "case.unknown-enforcement" in {one.rule for one in found if one.severity == "blocks"}
