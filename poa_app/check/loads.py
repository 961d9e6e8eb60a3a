"""Whether those who own the controls can do what the plan gives them to do, day after day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poa_app.check.context import CheckContext
from poa_app.knowledge.schema import Bilingual
from poa_app.model.finding import Finding
from poa_app.model.rows import PreventiveMeasure
from poa_app.model.text import FIELD_LIMIT, is_blank
from poa_app.phrases.actor import actor

MOST_CHECKS_OF_ALL = 1
"""Measures in which one owner may look at everything every day; in more of them it is nobody's working day."""
MOST_DAILY_ALONE = 3
"""Daily measures that one owner may have without anybody who stands in."""

_DAILY = re.compile(
    r"\b(?:daily|hourly|(?:every|each|per|a)\s+(?:single\s+)?(?:(?:working|business|calendar|pick-up|week)\s*-?)?"
    r"(?:day|hour|morning|afternoon|evening|night|shift)|all\s+7\s+days|7\s+days\s+a\s+week|24/7|around\s+the\s+clock"
    r"|24\s+hours|(?:every|each)\s+(?:\d+|two|three|four)\s+hours)\b",
    re.IGNORECASE,
)
_LOOKS = (
    r"(?:check|inspect|review|read|compare|examine|verif(?:y|ie)|monitor|look|test|audit|scan|open|count|measure|approve"
    r"|confirm|supervise|control)"
)
_EVERYTHING = re.compile(
    rf"\b{_LOOKS}(?:s|es|d|ed|ing)?\s+(?:(?:at|through|over|again)\s+)?(?:all\b|every\b|each\b|100\s?%|the\s+(?:whole|entire)\b)",
    re.IGNORECASE,
)


def loads(context: CheckContext) -> Iterator[Finding]:
    """Find an owner who looks at everything every day in several measures, or has many daily ones and no deputy."""
    if "preventive_measures" not in context.case.route_spec.rows:
        return
    for measures in _by_owner(context.case.preventive_measures).values():
        daily = [measure for measure in measures if _said(_DAILY, measure.frequency, measure.what)]
        of_all = [measure for measure in daily if _said(_EVERYTHING, measure.what)]
        if len(of_all) > MOST_CHECKS_OF_ALL:
            yield _find(context, "measures.checks-everything", of_all)
        elif len(daily) > MOST_DAILY_ALONE and all(is_blank(measure.deputy) for measure in daily):
            yield _find(context, "measures.nobody-stands-in", daily)


def _by_owner(measures: tuple[PreventiveMeasure, ...]) -> dict[str, list[PreventiveMeasure]]:
    found: dict[str, list[PreventiveMeasure]] = {}
    for measure in measures:
        name, role = (measure.name or "").strip(), (measure.who or "").strip()
        if name or role:
            read = actor(role) if role else None
            key = name.casefold() or (read.bare if read else role).casefold()
            found.setdefault(key, []).append(measure)
    return found


def _said(pattern: re.Pattern[str], *texts: str | None) -> bool:
    return any(pattern.search(text[:FIELD_LIMIT]) for text in texts if text)


def _find(context: CheckContext, rule: str, measures: list[PreventiveMeasure]) -> Finding:
    places = [context.place(f"/preventive_measures/{measure.id}") for measure in measures]
    named = Bilingual(en=", ".join(place.en for place in places), zh="、".join(place.zh for place in places))
    owner = measures[-1].who or measures[-1].name
    return context.find(rule, f"/preventive_measures/{measures[-1].id}/who", who=owner, measures=named)
