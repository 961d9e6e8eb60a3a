"""Whether what prints keeps the rules over words of the data files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from poa_app.check import brands
from poa_app.check.context import CheckContext, Span
from poa_app.english.lint import Match, finding, lint
from poa_app.english.setting import FREE_TEXT, Setting
from poa_app.knowledge.schema import Question
from poa_app.model.case import Case
from poa_app.model.exhibits import FILES, exhibit_labels
from poa_app.model.fields import field_at
from poa_app.model.finding import Finding
from poa_app.model.letter import LetterSection
from poa_app.model.paths import get
from poa_app.model.scripts import is_without_latin, own_script
from poa_app.model.text import FIELD_LIMIT

_SECTIONS: dict[str, LetterSection] = {
    "root_causes": "root-cause",
    "corrective_actions": "corrective",
    "preventive_measures": "preventive",
    "open_points": "open-point",
}
_EUROPE = frozenset(("UK", "DE", "FR", "IT", "ES", "NL", "BE", "SE", "PL", "IE"))
"""Marketplaces where the law on personal data is strictest."""
_ADDRESS = "links.address"
_CONTACT_RULES = frozenset((_ADDRESS, "links.telephone"))
_NO_SUCH_EXHIBIT = "proof.no-such-exhibit"
"""Of a case the comparison of passages with their rows tells it, and knows which exhibit was meant."""
_CHINESE = "characters.chinese"
"""Of a role it is told once, with what becomes of the words in the letter."""
_FILE_NAMES = tuple(f"/{name}" for name in FILES)
_SENTENCES = ("/passage", "/opening", "/closing")
"""Ends of the paths of what is written in whole sentences; other fields take phrases too."""


def language(context: CheckContext) -> Iterator[Finding]:
    """Hold every text that prints against the rules that concern it."""
    for path, text in context.printed:
        if not isinstance(text, str):
            continue
        if len(text) > FIELD_LIMIT:
            yield context.find("case.long-field", path, count=len(text), limit=FIELD_LIMIT)
            continue
        spec = field_at(path).spec
        if spec.is_name and not spec.in_own_script and is_without_latin(text):
            yield context.find("names.own-script", path, Span(0, len(text), text))
        if (question := _role(context, path)) and own_script(text):
            yield context.find("names.role-script", path, Span(0, len(text), text), example=question.example)
    for path, text, around in texts(context.case, context.printed):
        for match in lint(text, around):
            said = match.rule == _NO_SUCH_EXHIBIT or (match.rule == _CHINESE and _role(context, path))
            if not said and not _was_asked_for(path, match):
                yield finding(match, context.known, path, context.place(path))


def _role(context: CheckContext, path: str) -> Question | None:
    """Return the question of a field that names somebody by a role."""
    question = context.question(path)
    return question if question and question.form == "role" else None


def texts(case: Case, printed: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, str, Setting]]:
    """Yield each English text of a case that rules may concern, with its path and what surrounds it.

    What cannot be read as a value is said as such, once; what is longer than a field may be is not read.
    """
    around = setting(case)
    settings: dict[tuple[LetterSection, frozenset[str]], Setting] = {}
    for path, text in printed:
        if isinstance(text, str) and len(text) <= FIELD_LIMIT and _is_text(path) and not _is_given(case, path, text):
            place = section, scopes = _section(path), _scopes(path, text)
            if place not in settings:
                settings[place] = replace(around, section=section, scopes=scopes)
            yield path, text, settings[place]


def setting(case: Case) -> Setting:
    """Return what surrounds every text of a case."""
    return Setting(
        route=case.route or "",
        enforcements=case.enforcements,
        names=(*brands.names(case), *_contacts(case)),
        exhibits=frozenset(exhibit_labels(case).values()),
        is_eu=bool(_EUROPE.intersection(case.marketplaces)),
    )


def _is_text(path: str) -> bool:
    field = field_at(path)
    return field.kind in (None, "code") and field.spec.choices != "marketplaces" and not field.spec.refers_to


def _is_given(case: Case, path: str, text: str) -> bool:
    """Whether a text is the name that the program gives a file, of which nobody typed a word."""
    return path.startswith("/exhibits/") and path.endswith(_FILE_NAMES) and text != get(case, path)


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
