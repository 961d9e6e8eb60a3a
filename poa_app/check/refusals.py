"""Whether the letter answers what Amazon's last refusal found wanting in the appeal before it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from poa_app.check.context import CheckContext
from poa_app.check.sentences import MOST_READ, is_new, printed_under, sentences
from poa_app.facts.tokens import agreeing, tokens
from poa_app.knowledge.asked import CONTACTS, given_up, kinds_asked
from poa_app.knowledge.schema import Bilingual
from poa_app.model.facts import EarlierAppeal
from poa_app.model.finding import Finding
from poa_app.model.rows import RootCause
from poa_app.model.sections import rows_of
from poa_app.model.text import FIELD_LIMIT, is_blank
from poa_app.model.waivers import is_waived

_DATA = tomllib.loads(Path(__file__).with_name("refusal_words.toml").read_text(encoding="utf-8"))
_LACKING: dict[str, dict[str, dict[str, str]]] = _DATA["lacking"]
_SECTIONS = ("root-causes", "corrective-actions", "preventive-measures")
IDENTITY = frozenset({"identity-document", "business-license", "utility-bill", "bank-statement"})
"""Kinds of evidence that show who somebody is."""

LEAST_WORDS = 6
"""Words below which a sentence is too short to be a new statement."""

_COMPARED = ("date", "number", "time", "code", "identifier")
_UNNOTICED = re.compile(r"\b(?:un)?notice[ds]?\b|\bdetect|\bdiscover|\bnobody\b|\bno one\b|\bunseen\b", re.IGNORECASE)
_IN_PASSAGE = {"start": "date", "date": "date", "since": "date", "explains": "number", "exhibits": "exhibit"}
"""Kinds of fact by which a passage says what a field would hold."""


def refusals(context: CheckContext) -> Iterator[Finding]:
    """Find what the last answer of Amazon asks more of and the letter still says as before, or not at all."""
    earlier = last_refused(context.case.earlier_appeals)
    if earlier is None:
        return
    parts = [part for part in earlier.wanting if part in _SECTIONS]
    if (parts or "not-implemented" in earlier.wanting) and is_blank(earlier.text):
        named = _listed(_DATA["parts"][part] for part in earlier.wanting if part in _DATA["parts"])
        yield context.find("refusals.no-text", f"/earlier_appeals/{earlier.id}/text", parts=named)
    for part in parts:
        yield from _section(context, earlier, part)
    if "not-implemented" in earlier.wanting:
        yield from _implemented(context, earlier)
    yield from _documents(context, earlier)


def last_refused(appeals: Iterable[EarlierAppeal]) -> EarlierAppeal | None:
    """Return the appeal that Amazon refused last; of those of one day, or of none, the last of the list."""
    refused = [one for one in appeals if one.wanting]
    return max(reversed(refused), key=_answered, default=None)


def _answered(earlier: EarlierAppeal) -> date:
    days = (day for day in (earlier.answered, earlier.sent) if isinstance(day, date))
    return next(days, date.min)


def _section(context: CheckContext, earlier: EarlierAppeal, part: str) -> Iterator[Finding]:
    rows = rows_of(part)
    held = getattr(context.case, rows)
    named = _bilingual(_DATA["parts"][part])
    if held and not is_blank(earlier.text) and not _has_changed(context, rows, earlier.text or ""):
        yield context.find("refusals.unchanged", f"/{rows}", part=named)
    for row in held:
        lacking = [words for name, words in _LACKING[rows].items() if _is_lacking(context, rows, row, name)]
        if lacking:
            yield context.find("refusals.thin", f"/{rows}/{row.id}", part=named, lacking=_listed(lacking))


def _is_lacking(context: CheckContext, rows: str, row: Any, name: str) -> bool:
    """Whether a row says nothing of one thing, neither in its field nor in a passage written by hand."""
    if not is_blank(getattr(row, name)) or is_waived(context.case, f"/{rows}/{row.id}/{name}"):
        return False
    if name == "unnoticed":
        return not any(_tells_why_unnoticed(cause) for cause in context.case.root_causes)
    if is_blank(row.passage):
        return True
    passage = row.passage[:FIELD_LIMIT]
    kind = _IN_PASSAGE.get(name)
    return kind is not None and not any(token.kind == kind for token in tokens(passage))


def _tells_why_unnoticed(cause: RootCause) -> bool:
    """Whether a cause says why nobody noticed; one of them tells it for all."""
    return not is_blank(cause.unnoticed) or bool(_UNNOTICED.search((cause.passage or "")[:FIELD_LIMIT]))


def _has_changed(context: CheckContext, rows: str, text: str) -> bool:
    """Whether a section states a day, a count or another fact, or a sentence, that an earlier text does not."""
    old = text[:MOST_READ]
    new = printed_under(context, f"/{rows}")[:MOST_READ]
    agrees = agreeing([(token.kind, value) for token in tokens(old) for value in token.values])
    for token in tokens(new):
        if token.kind in _COMPARED and not any(agrees(token.kind, value) for value in token.values):
            return True
    before = sentences(old)
    return any(is_new(one, before) for one in sentences(new) if len(one.split()) >= LEAST_WORDS)


def _implemented(context: CheckContext, earlier: EarlierAppeal) -> Iterator[Finding]:
    """Find actions and measures of which the case does not show that they have been carried out."""
    wanted = {"corrective_actions": ("done", "date", "exhibits"), "preventive_measures": ("since", "exhibits")}
    for rows, names in wanted.items():
        for row in getattr(context.case, rows):
            lacking = [_DATA["not_done"][name] for name in names if not _shows(context, rows, row, name)]
            if lacking:
                yield context.find("refusals.not-implemented", f"/{rows}/{row.id}", lacking=_listed(lacking))
    held = context.case.corrective_actions
    is_said = "corrective-actions" in earlier.wanting
    if held and not is_said and earlier.text and not _has_changed(context, "corrective_actions", earlier.text):
        part = _bilingual(_DATA["parts"]["corrective-actions"])
        yield context.find("refusals.unchanged", "/corrective_actions", part=part)


def _shows(context: CheckContext, rows: str, row: Any, name: str) -> bool:
    value = getattr(row, name)
    if isinstance(value, date) and value > context.today:
        return False
    return not (is_blank(value) or value is False) or is_waived(context.case, f"/{rows}/{row.id}/{name}")


def _documents(context: CheckContext, earlier: EarlierAppeal) -> Iterator[Finding]:
    case, path = context.case, f"/earlier_appeals/{earlier.id}"
    asked = set(kinds_asked((earlier.answer or "")[:FIELD_LIMIT], context.known))
    seen = {one.id for one in case.exhibits} & set(earlier.papers)
    new = {one.kind for one in case.exhibits if one.id not in seen}
    if "documents-invalid" in earlier.wanting:
        if case.exhibits and not earlier.papers:
            yield context.find("refusals.papers-unknown", f"{path}/papers")
        for one in case.exhibits:
            concerns = one.kind in asked or not asked & {each.kind for each in case.exhibits if each.id in seen}
            if one.id in seen and concerns and one.kind not in new:
                yield context.find("refusals.documents-invalid", f"/exhibits/{one.id}")
    if "documents-missing" in earlier.wanting:
        yield from _missing(context, asked, new)
    if "identity" in earlier.wanting and not new & IDENTITY:
        yield context.find("refusals.identity", "/exhibits")


def _missing(context: CheckContext, asked: set[str], new: set[str | None]) -> Iterator[Finding]:
    """Find kinds of paper that the answer names and no exhibit is of; where it names none, that nothing is new."""
    held = {one.kind for one in context.case.exhibits} | ({CONTACTS} if context.case.suppliers else set())
    lacking = [context.known.evidence[kind].name for kind in sorted(asked - held - given_up(context.case))]
    if lacking:
        named = Bilingual(en=", ".join(one.en for one in lacking), zh="、".join(one.zh for one in lacking))
    elif asked or new:
        return
    else:
        named = _bilingual(_DATA["joined"]["documents"])
    yield context.find("refusals.documents-missing", "/exhibits", evidence=named)


def _bilingual(words: dict[str, str]) -> Bilingual:
    return Bilingual(en=words["en"], zh=words["zh"])


def _listed(several: Iterable[dict[str, str]]) -> Bilingual:
    """Join words: "one, two or three"."""
    *most, last = list(several)
    joined = {}
    for language in ("en", "zh"):
        before = _DATA["joined"]["other"][language].join(one[language] for one in most)
        joined[language] = _DATA["joined"]["last"][language].join(filter(None, (before, last[language])))
    return _bilingual(joined)
