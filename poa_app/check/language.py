"""Whether what prints keeps the rules over words of the data files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from poa_app.check import brands
from poa_app.check.context import CheckContext, Span
from poa_app.english.lint import Match, finding, lint
from poa_app.english.setting import FREE_TEXT, Setting
from poa_app.knowledge.rule_schema import LetterSection
from poa_app.model.case import Case
from poa_app.model.exhibits import exhibit_labels
from poa_app.model.fields import field_at
from poa_app.model.finding import Finding
from poa_app.model.scripts import is_without_latin, own_script
from poa_app.model.text import FIELD_LIMIT

_SECTIONS: dict[str, LetterSection] = {
    "root_causes": "root-cause",
    "corrective_actions": "corrective",
    "preventive_measures": "preventive",
}
_EUROPE = frozenset(("UK", "DE", "FR", "IT", "ES", "NL", "BE", "SE", "PL", "IE"))
"""Marketplaces where the law on personal data is strictest."""
_ADDRESS = "links.address"
_CONTACT_RULES = frozenset((_ADDRESS, "links.telephone"))
_SENTENCES = ("/passage", "/opening", "/closing")
"""Ends of the paths of what is written in whole sentences; other fields take phrases too."""


def language(context: CheckContext) -> Iterator[Finding]:
    """Hold every text that prints against the rules that concern it."""
    around = setting(context.case)
    for path, text in context.printed:
        if not isinstance(text, str):
            continue
        if len(text) > FIELD_LIMIT:
            yield context.find("case.long-field", path, count=len(text), limit=FIELD_LIMIT)
            continue
        field = field_at(path)
        if field.kind not in (None, "code") or field.spec.choices == "marketplaces":
            continue  # what cannot be read as a value is said as such, once
        if field.spec.is_name and not field.spec.in_own_script and is_without_latin(text):
            yield context.find("names.own-script", path, Span(0, len(text), text))
        for match in lint(text, replace(around, section=_section(path), scopes=_scopes(path, text))):
            if not _was_asked_for(path, match):
                yield finding(match, context.known, path, context.place(path))


def setting(case: Case) -> Setting:
    """Return what surrounds every text of a case."""
    return Setting(
        route=case.route or "",
        enforcements=case.enforcements,
        names=(*brands.names(case), *_contacts(case)),
        exhibits=frozenset(exhibit_labels(case).values()),
        is_eu=bool(_EUROPE.intersection(case.marketplaces)),
    )


def _was_asked_for(path: str, match: Match) -> bool:
    """Whether a telephone number or mailbox answers a request of Amazon's, which may ask for somebody's contact."""
    return path.endswith("/answer") and match.rule in _CONTACT_RULES and (match.rule != _ADDRESS or "@" in match.quote)


def _contacts(case: Case) -> Iterator[str]:
    """Yield the addresses and telephone numbers by which Amazon can reach a supplier of the case."""
    for supplier in case.suppliers:
        yield from filter(None, (supplier.phone, supplier.email, supplier.website))


def _section(path: str) -> LetterSection:
    return _SECTIONS.get(path.split("/")[1], "letter")


def _scopes(path: str, text: str) -> frozenset[str]:
    """Return the kinds of rules that concern a field."""
    if field_at(path).spec.is_name:
        return frozenset(("letter",) if own_script(text) else ("letter", "latin"))
    return FREE_TEXT if path.endswith(_SENTENCES) else FREE_TEXT - {"free-text"}
