"""Whether causes, actions, measures and exhibits point to each other, both ways."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.check.context import CheckContext
from poa_app.facts.tokens import tokens
from poa_app.knowledge.asked import rows_asked
from poa_app.model.case import Case
from poa_app.model.finding import Finding
from poa_app.model.rows import ROWS_WITH_PASSAGE

_ANSWERS = {
    "corrective_actions": "links.cause-without-action",
    "preventive_measures": "links.cause-without-measure",
}


def links(context: CheckContext) -> Iterator[Finding]:
    """Find causes nobody answers, rows that point to nothing and exhibits nobody cites."""
    yield from _unanswered(context)
    yield from _dangling(context)
    yield from _broken_off(context)
    yield from _uncited(context)


def _unanswered(context: CheckContext) -> Iterator[Finding]:
    for kind, rule in _ANSWERS.items():
        rows = getattr(context.case, kind)
        if not all(row.causes for row in rows) or not rows:
            continue  # which cause such a row answers is still to be said; that gap is on the checklist already
        answered = {cause for row in rows for cause in row.causes}
        for cause in context.case.root_causes:
            if cause.id not in answered:
                yield context.find(rule, f"/root_causes/{cause.id}")


def _dangling(context: CheckContext) -> Iterator[Finding]:
    for kind in ROWS_WITH_PASSAGE:
        for row in getattr(context.case, kind):
            if context.causes and any(cause not in context.causes for cause in getattr(row, "causes", ())):
                yield context.find("links.unknown-cause", f"/{kind}/{row.id}/causes")
            if any(exhibit not in context.exhibit_labels for exhibit in row.exhibits):
                yield context.find("links.unknown-exhibit", f"/{kind}/{row.id}/exhibits")


def _broken_off(context: CheckContext) -> Iterator[Finding]:
    """Find lines of papers, products and suppliers that name a product or supplier the case no longer has."""
    case = context.case
    products, suppliers = {row.id for row in case.products}, {row.id for row in case.suppliers}
    lines = [
        (f"/exhibits/{row.id}/covers/{line.id}/product", line.product) for row in case.exhibits for line in row.covers
    ]
    links = [(f"/products/{row.id}/supplier", row.supplier) for row in case.products]
    links += [(f"/suppliers/{row.id}/buys_from", row.buys_from) for row in case.suppliers]
    for rule, rows, known, named in (
        ("links.unknown-product", "products", products, lines),
        ("links.unknown-supplier", "suppliers", suppliers, links),
    ):
        if not known and rows in rows_asked(case, context.known):
            continue  # that there is none at all is on the checklist already
        yield from (context.find(rule, path) for path, row in named if row and row not in known)


def _uncited(context: CheckContext) -> Iterator[Finding]:
    if not context.case.route_spec.is_plan or any(one.section == "documents" for one in context.case.notice.requests):
        return
    rows = [row for kind in ROWS_WITH_PASSAGE for row in getattr(context.case, kind)]
    cited = {exhibit for row in rows for exhibit in row.exhibits}
    if is_without_rows(context.case) or not all(
        row.exhibits for kind in _ANSWERS for row in getattr(context.case, kind)
    ):
        return  # a row to come, or one without proof, may be the one this exhibit belongs to
    case = context.case
    said = [case.opening, case.closing, *(request.answer for request in case.notice.requests)]
    said += [row.passage for row in (*rows, *case.metrics)]
    named = {token.value for words in said for token in tokens(words or "") if token.kind == "exhibit"}
    for exhibit, letter in context.exhibit_labels.items():
        if exhibit not in cited and letter not in named:
            yield context.find("links.uncited-exhibit", f"/exhibits/{exhibit}", letter=letter)


def is_without_rows(case: Case) -> bool:
    """Whether a plan still lacks all its causes, actions or measures."""
    return case.route_spec.is_plan and not all(getattr(case, kind) for kind in case.route_spec.required_rows)
