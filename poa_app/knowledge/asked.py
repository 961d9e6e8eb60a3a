"""What a notice and its enforcements ask for: questions, kinds of evidence, and contacts of the suppliers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple, get_args

from poa_app.knowledge.load import Knowledge
from poa_app.knowledge.rates import concerned_parts
from poa_app.knowledge.schema import Enforcement, Evidence, Placed
from poa_app.model.case import Case
from poa_app.model.text import is_blank

CONTACTS = "supplier-contact"
"""The kind of evidence that the list of suppliers answers."""


def strictest(evidence: Iterable[Evidence]) -> dict[str, Evidence]:
    """Return one rule for each kind of evidence; where two enforcements ask for it, the stricter in each respect."""
    rules: dict[str, Evidence] = {}
    for one in evidence:
        if one.kind not in rules:
            rules[one.kind] = one
            continue
        held = rules[one.kind]
        ages = [days for days in (held.fresh_days, one.fresh_days) if days]
        rules[one.kind] = held.model_copy(
            update={
                "required": held.required or one.required,
                "fields": tuple(dict.fromkeys((*held.fields, *one.fields))),
                "fresh_days": min(ages, default=None),
                "quantity": held.quantity or one.quantity,
            }
        )
    return rules


def evidence_of(case: Case, known: Knowledge) -> dict[str, Evidence]:
    """Return what the enforcements of a case ask for, by kind of evidence."""
    return strictest(one for each in enforcements_of(case, known) for one in each.evidence)


def enforcements_of(case: Case, known: Knowledge) -> tuple[Enforcement, ...]:
    """Return the known enforcements of a case, with what they say for its sites, its channel and its defects."""
    setting = _Setting(case.marketplaces, case.fulfilment, concerned_parts(case, known))
    return _with_what_holds(case.enforcements, setting, known)


_PLACED = tuple(
    name
    for name, info in Enforcement.model_fields.items()
    for kind in get_args(info.annotation)
    if isinstance(kind, type) and issubclass(kind, Placed)
)
"""What an enforcement says that may hold for some cases only."""


class _Setting(NamedTuple):
    """What decides which sayings of an enforcement hold for a case: its sites, its channel, its kinds of defect."""

    sites: tuple[str, ...]
    channel: str | None
    parts: frozenset[str]


@lru_cache(maxsize=64)  # every check of an edited case asks anew
def _with_what_holds(slugs: tuple[str, ...], setting: _Setting, known: Knowledge) -> tuple[Enforcement, ...]:
    return tuple(_narrowed(known.enforcements[slug], setting) for slug in slugs if slug in known.enforcements)


def _narrowed(one: Enforcement, setting: _Setting) -> Enforcement:
    kept = {name: tuple(said for said in getattr(one, name) if _holds(said, setting)) for name in _PLACED}
    changed = {name: said for name, said in kept.items() if len(said) != len(getattr(one, name))}
    return one.model_copy(update=changed) if changed else one


def _holds(said: Placed, setting: _Setting) -> bool:
    """Whether something holds on a site, of a channel and for a kind of defect of a case; what is unknown yet counts.

    A case that measures no rate with kinds of defect has none, so that what is said of some holds for it as well.
    """
    sites = not said.marketplaces or not setting.sites or bool(set(said.marketplaces) & set(setting.sites))
    channel = said.channel is None or setting.channel in (None, "both", said.channel)
    return sites and channel and (not said.parts or not setting.parts or bool(set(said.parts) & setting.parts))


def rows_asked(case: Case, known: Knowledge) -> tuple[str, ...]:
    """Return the lists that must hold a row.

    They are those of the route, and where Amazon wants papers of suppliers by it, the products and who supplied them;
    as long as nobody knows what the case is about, these are taken for wanted.
    """
    wanted = case.route_spec.required_rows
    papers = [known.evidence[kind] for kind, one in evidence_of(case, known).items() if one.required]
    unknown = not enforcements_of(case, known)
    if case.route_spec.shows_coverage and (unknown or any(paper.issued_by == "supplier" for paper in papers)):
        return ("products", "suppliers", *wanted)
    return wanted


def units_asked(case: Case, known: Knowledge) -> bool:
    """Whether an enforcement of the case measures invoices against units sold."""
    return any(one.quantity for one in evidence_of(case, known).values())


def kinds_asked(words: str, known: Knowledge) -> Iterator[str]:
    """Yield the kinds of evidence that words of a notice ask for."""
    for slug, kind in known.evidence.items():
        if any(_compiled(pattern).search(words) for pattern in kind.asked_as):
            yield slug


def given_up(case: Case) -> frozenset[str]:
    """Return the kinds of paper that cannot be had, or that their owner keeps back, where the reason is given."""
    rows = (row for row in case.wanted_papers if row.state in ("cannot", "will-not") and not is_blank(row.reason))
    return frozenset(row.kind for row in rows if row.kind)


def contacts_asked(case: Case, known: Knowledge) -> bool:
    """Whether the suppliers must be given: the route, an enforcement, a request or the notice calls for contacts."""
    if "suppliers" in rows_asked(case, known) or CONTACTS in evidence_of(case, known):
        return True
    words = (case.notice.text or "", *(request.words or "" for request in case.notice.requests))
    return _asks_for_contacts(words, known)


@lru_cache(maxsize=64)  # every letter of an edited case asks anew
def _asks_for_contacts(words: tuple[str, ...], known: Knowledge) -> bool:
    patterns = known.evidence[CONTACTS].asked_as if CONTACTS in known.evidence else ()
    return any(_compiled(pattern).search(text) for pattern in patterns for text in words)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
