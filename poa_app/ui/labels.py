"""What fields, rows and choices are called on the screens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from poa_app.desk.work import View, draft_of
from poa_app.knowledge import knowledge
from poa_app.knowledge.asked import enforcements_of
from poa_app.knowledge.schema import KnowledgeModel
from poa_app.model import exhibits
from poa_app.model.base import Row
from poa_app.model.case import Case
from poa_app.model.fields import field_at
from poa_app.model.paths import get, pattern, steps
from poa_app.model.routes import ROUTES
from poa_app.model.row_edits import row_number
from poa_app.model.spec import Table
from poa_app.ui.markup import Markup, bold, coloured, gray, md, put
from poa_app.ui.words import Reader

_W = re.compile(r"(What|When|Where|Who|Why|How)\b")


def label(reader: Reader, path: str, row: str = "") -> Markup:
    """Name a field: its W in bold, its point, then the row's code in grey, so that no two labels are alike."""
    words = field_name(reader, path)
    match = _W.match(words)
    name = put(bold(match[0]), words[match.end() :]) if match else md(words)
    return put(name, gray(row), by=" ") if row else name


def field_name(reader: Reader, path: str) -> str:
    """Return what a field is called, as plain text."""
    question = knowledge().questions.get(pattern(path))
    return reader.localized(question.label) if question else path.rsplit("/", 1)[-1].replace("_", " ")


def asked(reader: Reader, view: View, path: str) -> tuple[str, str, str]:
    """Return what to enter in a field, why it is asked, and an example."""
    kind = pattern(path)
    known = knowledge()
    is_plan = view.case.route_spec.is_plan
    for enforcement in enforcements_of(view.case, known):
        if kind in _OF_THE_ROUTE and not is_plan and ROUTES[enforcement.routes[0]].is_plan:
            continue
        for one in enforcement.questions:
            if one.field == kind:
                return reader.localized(one.ask), reader.localized(one.why), one.example
    question = known.questions.get(kind)
    if question is None:
        return "", "", ""
    paper = get(view.case, path.rpartition("/")[0]).kind if kind in _OF_A_PAPER else None
    if paper in known.evidence:
        example = f"{known.evidence[paper].name.en} of November 10, 2026" if kind.endswith("/title") else ""
        return reader.localized(question.ask), reader.localized(question.why), example
    return (
        reader.localized(question.ask),
        reader.localized(question.why),
        question.example if is_plan or kind not in _OF_A_PLAN else "",
    )


_OF_THE_ROUTE = ("/opening", "/closing")
"""Fields an enforcement asks for in the way of its usual route."""

_OF_A_PAPER = ("/exhibits/*/title", "/exhibits/*/shows")
"""Fields whose example depends on the kind of paper."""

_OF_A_PLAN = (*_OF_THE_ROUTE, *_OF_A_PAPER)
"""Fields whose general example is a plan's, and would mislead where papers alone are wanted."""


def row_code(reader: Reader, case: Case, path: str) -> str:
    """Return the short name of a row: CA3 or Exhibit C, 措施3 or 附件C in Chinese.

    Raises:
        KeyError: there is no such row.
    """
    return reader.localized(knowledge().rows[path.rsplit("/", 2)[-2]].code).format(n=row_number(case, path))


def name_of(reader: Reader, case: Case, path: str) -> str:
    """Name the place of a change in a word or two: its row's short name, its list, or its field."""
    way = steps(path) if path else ()
    for length in (3, 2):
        row = "/" + "/".join(way[:length])
        if pattern(row).endswith("/*"):
            try:
                return row_code(reader, case, row)
            except KeyError:
                return (
                    section(reader, way[length - 2]) if way[length - 2] in knowledge().rows else reader.say("the case")
                )
    if len(way) == 1 and way[0] in knowledge().rows:
        return section(reader, way[0])
    question = knowledge().questions.get(pattern(path)) if path else None
    return reader.localized(question.label) if question else reader.say("the case")


def section(reader: Reader, name: str) -> str:
    """Return what a list of rows is called."""
    words = knowledge().rows[name]
    return reader.localized(words.plural or words.name)


def hint(reader: Reader, name: str) -> str:
    """Return what belongs into a list of rows."""
    words = knowledge().rows[name].hint
    return reader.localized(words) if words else ""


def empty(reader: Reader, name: str) -> str:
    """Return what to begin a list with."""
    words = knowledge().rows[name].empty
    return reader.localized(words) if words else ""


def add_words(reader: Reader, name: str) -> str:
    """Return what the button says that adds a row."""
    words = knowledge().rows[name]
    return reader.localized(words.add or words.name)


def headline(reader: Reader, view: View, path: str) -> str:
    """Return the words a row goes by on its one line: its own, else its Chinese draft, else its passage."""
    row = get(view.case, path)
    named = (choice(reader, view, f"{path}/{field}", str(getattr(row, field) or "")) for field in row.spec.head)
    drafts = (draft_of(view.case, f"{path}/{field}") for field in row.spec.head)
    passage = str(getattr(row, "passage", None) or "")
    words = next((words for words in (*named, *drafts, passage) if words.strip()), reader.say("empty"))
    return words if len(words) <= LONGEST_HEADLINE else f"{words[: LONGEST_HEADLINE - 3]}…"


LONGEST_HEADLINE = 90
"""Characters of a row's line that are shown."""


def cause_name(reader: Reader, view: View, id: str) -> str:
    """Name a root cause as a choice: RC1 and its heading."""
    return _row_name(reader, view, f"/root_causes/{id}")


def exhibit_name(reader: Reader, view: View, id: str) -> str:
    """Name an exhibit as a choice: its letter and title."""
    letter = exhibits.exhibit_labels(view.case).get(id)
    title = next((one.title or one.kind or "" for one in view.case.exhibits if one.id == id), "")
    return f"{letter} {title}".strip() if letter else reader.say("missing")


def _row_name(reader: Reader, view: View, path: str) -> str:
    try:
        return f"{row_code(reader, view.case, path)} {headline(reader, view, path)}"
    except (KeyError, StopIteration):
        return reader.say("missing")


def choice(reader: Reader, view: View | None, path: str, value: str) -> str:
    """Return what a choice of a field is called."""
    field = field_at(path)
    if field.spec.choices:
        return choice_of(reader, field.spec.choices, value)
    if field.spec.refers_to:
        rows = getattr(view.case, field.spec.refers_to) if view else ()
        return next((words for row in rows if row.id == value for words in _own_words(row) if words), value)
    return reader.say(_CHOICES[value]) if value in field.options and value in _CHOICES else value


def enforcement_name(reader: Reader, slug: str) -> str:
    """Return what an enforcement is called, in Chinese with its English name, by which notices and forums call it."""
    name = knowledge().enforcements[slug].name
    return name.en if reader.language == "en" else f"{name.zh} · {name.en}"


def choice_of(reader: Reader, table: Table, value: str) -> str:
    """Return what an entry of a table of the data files is called; the entry itself where none is known."""
    known = knowledge()
    if table == "marketplaces":
        site = known.marketplaces.get(value)
        return (
            reader.say("{country} ({store})", country=reader.localized(site.country), store=site.store)
            if site
            else value
        )
    names: Mapping[str, KnowledgeModel] = getattr(known, table)
    return reader.localized(names[value].name) if value in names else value  # type: ignore[attr-defined]


def _own_words(row: Row) -> Iterator[str | None]:
    return (getattr(row, name) for name in row.spec.head)


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
    "not-implemented": "Actions not put into practice",
    "documents-invalid": "Documents not accepted",
    "documents-missing": "Documents missing",
    "identity": "Identity or business not verified",
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
    "containment": "Stopped the harm (containment)",
    "correction": "Mended what failed (correction)",
    "read-across": "Looked where else it could happen",
    "waiting": "Waiting for it",
    "cannot": "Cannot be had",
    "will-not": "Kept back by its owner",
    "late-shipment": "Late shipment",
    "cancellation": "Cancellation by the seller",
    "claim": "A-to-z claim",
    "chargeback": "Chargeback",
    "negative-feedback": "Negative feedback",
    "no-valid-tracking": "No valid tracking",
    "late-delivery": "Late delivery",
    "no-invoice": "No invoice in time",
    "other-defect": "Another defect",
}


GRADES = {
    "A": "Amazon itself",
    "A-": "a copy of Amazon's words",
    "B": "an author who signs",
    "C": "an author who does not sign",
    "J": "our own judgement",
}
"""Who stands behind a source, by its grade."""


STRENGTHS = {
    "others-record": "somebody else's record",
    "own-record": "own record",
    "own-word": "own word",
}
"""How strong a proof a kind of paper is, by whose record it is."""


def source(reader: Reader, slug: str) -> str:
    """Name a source and who stands behind it."""
    one = knowledge().sources[slug]
    what = reader.say("a rule of this program") if slug == "design" else one.what
    return reader.say("Source: {what} ({grade})", what=what, grade=reader.say(GRADES[one.grade]))


def counts(reader: Reader, blocking: int, to_fix: int) -> Markup:
    """Return how much is left, in words people act on and in colours."""
    return put(
        coloured("red", reader.say("{n} to complete", n=blocking)) if blocking else "",
        coloured("orange", reader.say("{n} to fix", n=to_fix)) if to_fix else "",
        by=" · ",
    )
