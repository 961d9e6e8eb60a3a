"""One field of a row, or of a screen: its label, its widget, its guidance and its findings."""

from __future__ import annotations

import streamlit as st

from poa_app.desk.work import View
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.paths import edit, get
from poa_app.model.rowkinds import add_row
from poa_app.ui import findings, guide, session, show
from poa_app.ui.fields import draft, one_of, some_of, text
from poa_app.ui.forms import CHAINS, ROWS, TALL
from poa_app.ui.labels import asked, cause_name, choice, exhibit_name, label, row_code
from poa_app.ui.markup import gray, small
from poa_app.ui.words import joined, say

WRITTEN = TALL | CHAINS | {"head", "when", "where", "frequency", "trigger", "response", "record", "title"}
"""Fields beside which a Chinese draft may stand."""


def field(view: View, path: str, row: str = "") -> None:
    """Show one field with its label, its guidance and its findings.

    What holds it has a key, so that whatever appears above it does not put a new field in its place.
    """
    ask, why, example = asked(view, path)
    hint = say("e.g. {example}", example=example) if example else ""
    name = label(path, row)
    with st.container(gap="xxsmall", key=f"field{view.id}{path}"):
        _widget(view, path, name, hint)
        if st.session_state.guidance and ask:
            show.markdown(small(gray(joined(ask, why))))
        guide.way_on(view, path)
        findings.beneath(view, path, row)


def line(view: View, path: str, names: tuple[str, ...], row: str) -> None:
    """Show the fields of one line of a row side by side; one that stands alone may have a Chinese draft beside it."""
    with st.container(key=f"line{view.id}{path}/{names[0]}"):
        _side_by_side(view, path, names, row)


def _side_by_side(view: View, path: str, names: tuple[str, ...], row: str) -> None:
    beside = len(names) == 1 and st.session_state.get("drafts") and names[0] in WRITTEN
    columns = st.columns([3, 2] if beside else len(names))
    for column, name in zip(columns, names, strict=False):
        with column:
            field(view, f"{path}/{name}", row)
    if beside:
        with columns[1]:
            draft(view, f"{path}/{names[0]}", say("Chinese draft of {field}", field=label(f"{path}/{names[0]}", row)))


def _widget(view: View, path: str, name: str, hint: str) -> None:
    last = path.rsplit("/", 1)[-1]
    match last:
        case "causes":
            options = [cause.id for cause in view.case.root_causes]
            some_of(view, path, name, options, lambda one: cause_name(view, one), say("Choose root causes"))
        case "exhibits":
            options = [one.id for one in view.case.exhibits]
            some_of(view, path, name, options, lambda one: exhibit_name(view, one), say("Choose exhibits"))
            if not get(view.case, path):
                show.button(
                    say("Add an exhibit for {row}", row=row_code(view.case, path.rpartition("/")[0])),
                    key=f"prove{view.id}{path}",
                    icon=":material/attach_file:",
                    type="tertiary",
                    on_click=_prove,
                    args=(view.id, path),
                )
        case "marketplaces":
            some_of(
                view, path, name, list(knowledge().marketplaces), lambda one: choice(view, path, one), say("Choose")
            )
        case _ if (choices := _options(path, last, view)) is not None:
            one_of(view, path, name, choices, lambda one: choice(view, path, one), say("Choose"), last in OPTIONAL)
            if last in ("supplier", "buys_from") and not choices:
                _offer_supplier(view, path)
        case _:
            text(view, path, name, tall=last in TALL or last in CHAINS, hint=hint)


OPTIONAL = ("supplier", "buys_from", "marketplace")
"""Choices that may be taken back."""


FIXED = {
    "role": ["manufacturer", "brand-owner", "distributor", "wholesaler", "trader"],
    "section": ["root-causes", "corrective-actions", "preventive-measures", "documents", "other"],
    "fulfilment": ["seller", "amazon", "both"],
    "level": ["account", "listing", "offer"],
    "stage": ["first", "rejected", "more-information", "final"],
}
"""Choices that no data file holds."""


def _options(path: str, last: str, view: View) -> list[str] | None:
    known = knowledge()
    match last:
        case "kind" if path.startswith("/identifiers"):
            return ["order", "shipment", "complaint", "case", "sku", "other"]
        case "marketplace":
            return list(view.case.marketplaces or known.marketplaces)
        case "metric":
            return list(known.metrics)
        case "kind":
            return list(known.evidence)
        case "product":
            return [one.id for one in view.case.products]
        case "supplier" | "buys_from":
            own = path.split("/")[2]
            return [one.id for one in view.case.suppliers if one.id != own]
        case "route":
            return list(known.routes)
        case "enforcement":
            return list(known.enforcements)
    return FIXED.get(last)


def _offer_supplier(view: View, path: str) -> None:
    """Offer, where no supplier can be chosen yet, to add one, choose it and go to its row."""
    row = row_code(view.case, path.rpartition("/")[0])
    words = say("Add a supplier for {row}", row=row)
    if not show.button(words, key=f"supply{view.id}{path}", icon=":material/add:", type="tertiary"):
        return
    made: list[str] = []

    def with_supplier(case: Case) -> Case:
        case, supplier = add_row(case, "/suppliers")
        made.append(supplier)
        return edit(case, path, supplier.rpartition("/")[2])

    if session.change(view.id, with_supplier, path):
        st.session_state.open = made[-1]
        st.session_state.focus = [f"{view.id}{made[-1]}/{ROWS['suppliers'].first[0][0]}"]
        session.go("workbench", view.id)


def _prove(id: str, path: str) -> None:
    """Add an exhibit that proves the row, and go to it."""
    made: list[str] = []

    def with_proof(case: Case) -> Case:
        case, exhibit = add_row(case, "/exhibits")
        made.append(exhibit)
        return edit(case, path, (*get(case, path), exhibit.rpartition("/")[2]))

    if session.change(id, with_proof, path):
        st.session_state.open = made[-1]
        st.session_state.focus = [f"{id}{made[-1]}/{ROWS['exhibits'].first[0][0]}"]
