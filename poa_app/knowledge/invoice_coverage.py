"""What the invoices of a case cover, by the rules of its enforcements: what the check counts is what prints."""

from __future__ import annotations

from collections.abc import Mapping

from poa_app.knowledge.asked import evidence_of
from poa_app.knowledge.load import Knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit
from poa_app.model.supply import Step, repeats, steps

INVOICES = "invoices"


def counted_kinds(case: Case, known: Knowledge) -> frozenset[str]:
    """Return the kinds of evidence whose units are counted."""
    asked = evidence_of(case, known).values()
    return frozenset(one.kind for one in asked if one.quantity) or frozenset({INVOICES})


def counted_papers(case: Case, known: Knowledge) -> tuple[Exhibit, ...]:
    """Return the exhibits whose units are counted, whatever their age."""
    kinds = counted_kinds(case, known)
    return tuple(exhibit for exhibit in case.exhibits if exhibit.kind in kinds)


def age_limit(case: Case, known: Knowledge) -> int | None:
    """Return how many days before the notice an invoice may be issued to count."""
    kinds = counted_kinds(case, known)
    limits = (one.fresh_days for one in evidence_of(case, known).values() if one.kind in kinds)
    return min((days for days in limits if days), default=None)


def coverage(case: Case, known: Knowledge, digests: Mapping[str, str] | None = None) -> dict[str, tuple[Step, ...]]:
    """Return what the invoices cover, by product and step of its supply chain.

    Args:
        case: the case.
        known: what its enforcements ask for.
        digests: the SHA-256 of files by ``file_key``, where the contents are at hand.
    """
    papers, limit = counted_papers(case, known), age_limit(case, known)
    twice = repeats(papers, digests)
    return {product.id: steps(case, product, papers, limit, twice) for product in case.products}
