"""What fields, rows and choices are called on the screens."""

from __future__ import annotations

import re

from poa_app.desk.work import View
from poa_app.knowledge import knowledge
from poa_app.knowledge.schema import Both
from poa_app.model import exhibits
from poa_app.model.case import Case
from poa_app.model.paths import get, pattern, steps
from poa_app.model.rowkinds import CODES, code
from poa_app.ui.forms import ROWS
from poa_app.ui.markup import Markup, bold, coloured, gray, md, put
from poa_app.ui.words import both, say

_W = re.compile(r"(What|When|Where|Who|Why|How)\b")


def label(path: str, row: str = "") -> Markup:
    """Name a field: its W in bold, its point, then the row's code in grey, so that no two labels are alike."""
    question = knowledge().questions.get(pattern(path))
    words = both(question.label) if question else path.rsplit("/", 1)[-1].replace("_", " ")
    match = _W.match(words)
    name = put(bold(match[0]), words[match.end() :]) if match else md(words)
    return put(name, gray(row), by=" ") if row else name


def asked(view: View, path: str) -> tuple[str, str, str]:
    """Give what to enter in a field, why it is asked, and an example."""
    kind = pattern(path)
    known = knowledge()
    papers = view.case.route == "documents"
    for slug in view.case.enforcements:
        enforcement = known.enforcements.get(slug)
        if enforcement is None or (kind in _OF_THE_ROUTE and papers and enforcement.routes[0] != "documents"):
            continue
        for one in enforcement.questions:
            if one.field == kind:
                return both(one.ask), both(one.why), one.example
    question = known.questions.get(kind)
    if question is None:
        return "", "", ""
    paper = get(view.case, path.rpartition("/")[0]).kind if kind in _OF_A_PAPER else None
    if paper in known.evidence:
        example = f"{known.evidence[paper].name.en} of November 10, 2026" if kind.endswith("/title") else ""
        return both(question.ask), both(question.why), example
    return both(question.ask), both(question.why), "" if papers and kind in _OF_A_PLAN else question.example


_OF_THE_ROUTE = ("/opening", "/closing")
"""Fields an enforcement asks for in the way of its usual route."""

_OF_A_PAPER = ("/exhibits/*/title", "/exhibits/*/shows")
"""Fields whose example depends on the kind of paper."""

_OF_A_PLAN = (*_OF_THE_ROUTE, *_OF_A_PAPER)
"""Fields whose general example is a plan's, and would mislead where papers alone are wanted."""


def row_code(case: Case, path: str) -> str:
    """Return the short name of a row: CA3 or EX-C, 措施3 or 附件C in Chinese.

    Raises:
        KeyError: there is no such row.
    """
    own = code(case, path)
    rows = path.rsplit("/", 2)[-2]
    return say(_CODES[rows], n=own.removeprefix(CODES[rows]).removeprefix("-"))


_CODES = {
    "root_causes": "RC{n}",
    "corrective_actions": "CA{n}",
    "preventive_measures": "PM{n}",
    "metrics": "M{n}",
    "exhibits": "EX-{n}",
    "products": "P{n}",
    "suppliers": "S{n}",
    "identifiers": "N{n}",
    "requests": "Q{n}",
    "violations": "V{n}",
    "earlier_appeals": "E{n}",
    "covers": "L{n}",
}


def name_of(case: Case, path: str) -> str:
    """Name the place of a change in a word or two: its row's code, its list, or its field."""
    way = steps(path) if path else ()
    for length in (3, 2):
        row = "/" + "/".join(way[:length])
        if pattern(row).endswith("/*"):
            try:
                return row_code(case, row)
            except KeyError:
                return section(way[length - 2]) if way[length - 2] in _SECTIONS else say("the case")
    if len(way) == 1 and way[0] in _SECTIONS:
        return section(way[0])
    question = knowledge().questions.get(pattern(path)) if path else None
    return both(question.label) if question else say("the case")


def section(name: str) -> str:
    """Name a list of rows."""
    return say(_SECTIONS[name])


_SECTIONS = {
    "metrics": "Metrics",
    "root_causes": "Root causes",
    "corrective_actions": "Corrective actions",
    "preventive_measures": "Preventive measures",
    "products": "Products",
    "suppliers": "Suppliers",
    "exhibits": "Exhibits",
    "requests": "What the notice asks for",
    "identifiers": "Order IDs and other numbers",
    "earlier_appeals": "Earlier appeals",
}

RULES = {
    "metrics": "The rate as the notice gives it, and where it stands now.",
    "root_causes": "The process that failed, why it failed, and why nobody noticed before Amazon did.",
    "corrective_actions": "Only what is finished. Each action has a date, an owner, a root cause and a proof.",
    "preventive_measures": "Only what is in force. Each measure has a start, an owner, a record and a root cause.",
    "products": "Every ASIN the notice names.",
    "suppliers": "Each link of the chain up to the maker, with a contact who answers.",
    "exhibits": "What proves it. Files stay as they are; letters follow this order.",
}

EMPTY = {
    "metrics": "No metric yet.",
    "root_causes": "No root cause yet. Start from the orders: what happened to each of them?",
    "corrective_actions": "No corrective action yet. Start with what stopped the harm: orders, listings, stock.",
    "preventive_measures": "No preventive measure yet. For each cause, what now keeps it from coming back?",
    "products": "No product yet.",
    "suppliers": "No supplier yet.",
    "exhibits": "No exhibit yet. Start with the list of the orders or complaints by cause.",
    "requests": "Nothing yet. Copy each thing the notice asks for.",
    "identifiers": "No number yet.",
    "earlier_appeals": "None yet. Add every answer already sent for this notice, whoever wrote it.",
}


def headline(view: View, path: str) -> str:
    """Give the words a row goes by on its one line."""
    kind = path.rsplit("/", 2)[-2]
    row = get(view.case, path)
    for field in ROWS[kind].head:
        words = choice(view, f"{path}/{field}", str(getattr(row, field) or ""))
        if words.strip():
            return words if len(words) <= 90 else f"{words[:87]}…"
    return say("empty")


def cause_name(view: View, id: str) -> str:
    """Name a root cause as a choice: RC1 and its heading."""
    return _row_name(view, f"/root_causes/{id}")


def exhibit_name(view: View, id: str) -> str:
    """Name an exhibit as a choice: its letter and title."""
    letter = exhibits.letters(view.case).get(id)
    title = next((one.title or one.kind or "" for one in view.case.exhibits if one.id == id), "")
    return f"{letter} {title}".strip() if letter else say("missing")


def _row_name(view: View, path: str) -> str:
    try:
        return f"{row_code(view.case, path)} {headline(view, path)}"
    except (KeyError, StopIteration):
        return say("missing")


def choice(view: View | None, path: str, value: str) -> str:
    """Name a choice of a field as its user says it."""
    known, kind = knowledge(), pattern(path)
    tables: dict[str, dict[str, Both]] = {
        "/metrics/*/metric": {slug: one.name for slug, one in known.metrics.items()},
        "/exhibits/*/kind": {slug: one.name for slug, one in known.evidence.items()},
        "/violations/*/enforcement": {slug: one.name for slug, one in known.enforcements.items()},
        "/violations/*/route": {slug: one.name for slug, one in known.routes.items()},
    }
    if value in tables.get(kind, {}):
        return both(tables[kind][value])
    if view and kind in ("/products/*/supplier", "/suppliers/*/buys_from"):
        return next((one.name or "" for one in view.case.suppliers if one.id == value), value)
    if view and kind == "/exhibits/*/covers/*/product":
        return next((one.asin or one.name or "" for one in view.case.products if one.id == value), value)
    if kind in ("/marketplaces", "/metrics/*/marketplace"):
        site = known.marketplaces.get(value)
        return say("{country} ({store})", country=both(site.country), store=site.store) if site else value
    return say(_CHOICES[value]) if value in _CHOICES else value


_CHOICES = {
    "seller": "Seller-fulfilled",
    "amazon": "FBA",
    "both": "Seller-fulfilled and FBA",
    "account": "Account level",
    "listing": "Listing level",
    "offer": "Offer level",
    "first": "First appeal",
    "rejected": "Rejected",
    "more-information": "More information asked",
    "reinstated": "Reinstated",
    "final": "Final decision",
    "none": "None of these",
    "root-causes": "Root causes",
    "corrective-actions": "Corrective actions",
    "preventive-measures": "Preventive measures",
    "documents": "Documents",
    "other": "Other",
    "order": "Order ID",
    "shipment": "Shipment ID",
    "complaint": "Complaint ID",
    "case": "Case ID",
    "sku": "SKU",
    "manufacturer": "Manufacturer",
    "brand-owner": "Brand owner",
    "distributor": "Distributor",
    "wholesaler": "Wholesaler",
    "trader": "Trader",
}


GRADES = {
    "A": "Amazon itself",
    "A-": "a copy of Amazon's words",
    "B": "an author who signs",
    "C": "an author who does not sign",
    "J": "our own judgement",
}
"""Who stands behind a source, by its grade."""


def source(slug: str) -> str:
    """Name a source and who stands behind it."""
    one = knowledge().sources[slug]
    what = say("a rule of this program") if slug == "design" else one.what
    return say("Source: {what} ({grade})", what=what, grade=say(GRADES[one.grade]))


def counts(blocking: int, to_fix: int) -> Markup:
    """Say how much is left, in words people act on, in colours."""
    return put(
        coloured("red", say("{n} blocking", n=blocking)) if blocking else "",
        coloured("orange", say("{n} to fix", n=to_fix)) if to_fix else "",
        by=" · ",
    )
