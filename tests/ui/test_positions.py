"""A field keeps its place on the page whatever appears around it.

Streamlit draws a page piece by piece as it comes. Where a piece has moved down by one, the browser for a moment has
nothing in its place, and takes the field away under the hand that types in it; on a busy machine that is seen.
"""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from poa_app.desk import notices
from poa_app.model.case import Case
from poa_app.model.paths import get
from poa_app.model.row_edits import add_row
from poa_app.store import Store
from tests.ui.test_screens import APP, stands, store  # noqa: F401 - fixture

pytestmark = [pytest.mark.slow, pytest.mark.screens, pytest.mark.no_cover]

Places = dict[str, tuple[int, ...]]


def test_fields_of_the_notice_keep_their_places(store: Store) -> None:  # noqa: F811
    assert moved(store, "notice", "", late_shipment(), BAD_NOTICE) == {}


BAD_NOTICE = {
    "/notice/text": "Your account has been deactivated. Late shipment rate 7.61%. You have 3 days. ASIN B0AAAAAAAA",
    "/client/store": "Northlight ™",
    "/deadline/due": "soon",
    "/notice/received": "2026-11-20",
    "/deadline/words": "within 72 hours",
    "/affected": "about 41",
}


@pytest.mark.parametrize(
    "rows",
    [
        "root_causes",
        "corrective_actions",
        "preventive_measures",
        "metrics",
        "exhibits",
        "products",
        "suppliers",
        "orders",
    ],
)
def test_fields_of_an_open_row_keep_their_places(store: Store, rows: str) -> None:  # noqa: F811
    case = late_shipment()
    if not get(case, f"/{rows}"):
        case, _ = add_row(case, f"/{rows}")
    row = f"/{rows}/{get(case, f'/{rows}')[0].id}"
    assert moved(store, "workbench", row, case) == {}


@pytest.mark.parametrize("rows", ["client_messages", "earlier_appeals", "notice/requests", "identifiers"])
def test_fields_of_an_open_row_of_the_notice_keep_their_places(store: Store, rows: str) -> None:  # noqa: F811
    case, row = add_row(late_shipment(), f"/{rows}")
    assert moved(store, "notice", row, case) == {}


def late_shipment() -> Case:
    """Return a new case about late shipments."""
    case = notices.begin()
    return notices.choose_enforcement(case, case.violations[0].id, "late-shipment-rate")


def moved(store: Store, screen: str, row: str, case: Case, typed: dict[str, str] | None = None) -> dict[str, Any]:  # noqa: F811
    """Type into each field in turn, and return which fields stood elsewhere afterwards."""
    id = store.create(case).id
    page = AppTest.from_file(str(APP), default_timeout=90)
    for name in ("guidance", "drafts", "findings_shown"):
        page.session_state[name] = True
    page.session_state["language"] = "en"
    page.session_state["open_row"] = row or None
    page.query_params["case"] = id
    page.switch_page(f"screens/{screen}.py")
    page.run()
    stands(page)
    before, elsewhere = places(page, id), {}
    assert len(before) > 3
    for path in list(before):
        if row and not path.startswith(row):
            continue
        words = (typed or {}).get(path, "we will soon check it")
        field = next(one for kind in ("text_input", "text_area") for one in page.get(kind) if one.key == f"{id}{path}")
        field.set_value(words)
        page.run()
        stands(page)
        after = places(page, id)
        elsewhere |= {
            f"{name} after {path}": (at, after[name])
            for name, at in before.items()
            if name in after and after[name] != at
        }
        before = after
    return elsewhere


def places(page: AppTest, id: str) -> Places:
    """Return where each text field of a case stands on a page: its place in each block around it."""
    found: Places = {}

    def look(block: Any, at: tuple[int, ...]) -> None:
        for number, child in block.children.items():
            if hasattr(child, "children"):
                look(child, (*at, number))
            elif child.type in ("text_input", "text_area") and (child.key or "").startswith(f"{id}/"):
                found[child.key.removeprefix(id)] = (*at, number)

    look(page._tree, ())
    return found
