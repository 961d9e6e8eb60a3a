"""Whether the account holds together in time: failure, notice, repair, control, and the rates before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from poa_app.check.context import CheckContext, Span
from poa_app.facts.tokens import ANY_DAY, ANY_YEAR, tokens
from poa_app.model.facts import Metric
from poa_app.model.finding import Finding
from poa_app.model.paths import get
from poa_app.model.rows import RootCause
from poa_app.model.text import FIELD_LIMIT

FAR = timedelta(days=366)
"""Time between the notice and what a letter tells of it above which a year is more likely mistyped than meant."""

FAR_AHEAD = timedelta(days=3 * 366)
"""Time from today above which no day of a case can lie: a review or a deadline decades ahead is a slip."""

_DID_NOT_NOTICE = re.compile(
    r"\b(?:(?:did|had|have|was|were)\s(?:not|never)\s(?:been\s)?(?:notice|noticed|aware)|never\snoticed)\b"
    r"|\b(?:before|until|till|prior\sto)\s(?:we\s(?:received|got)\s)?(?:your|the|this|amazon's)\s(?:notice|notification|warning)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:first|starting|beginning|begins|starts|effective|as\sof|from)\s(?:on\s|from\s)?$", re.IGNORECASE
)


def chronology(context: CheckContext) -> Iterator[Finding]:
    """Find what cannot have happened when it is said to: years that slip, repairs before the fault, old rates."""
    yield from _years(context)
    yield from _causes(context)
    yield from _deeds(context)
    yield from _controls(context)
    for metric in context.case.metrics:
        yield from _readings(context, metric)
    yield from _unnoticed(context)


def _years(context: CheckContext) -> Iterator[Finding]:
    """Find days so far from the notice that another year must be meant."""
    received, letter = context.case.notice.received, context.case.letter_date
    ahead = {path for path, value in context.typed if isinstance(value, date) and value - context.today > FAR_AHEAD}
    for path in sorted(ahead):
        yield _far(context, path, "today", context.today)
    if not isinstance(received, date) or "/notice/received" in ahead:
        return
    other = letter if isinstance(letter, date) and "/letter_date" not in ahead else context.today
    if abs(other - received) > FAR and abs(received - context.today) > abs(other - context.today):
        yield _far(context, "/notice/received", "/letter_date" if other is letter else "today", other)
        return
    for path in _near_the_notice(context):
        day = _day(context, path)
        if day and path not in ahead and abs(day - received) > FAR:
            yield _far(context, path, "/notice/received", received)


def _near_the_notice(context: CheckContext) -> Iterator[str]:
    case = context.case
    yield from ("/letter_date", "/notice/complaint", "/deadline/due")
    yield from (f"/corrective_actions/{row.id}/date" for row in case.corrective_actions)
    for metric in case.metrics:
        yield from (f"/metrics/{metric.id}/{part}/{end}" for part in ("then", "now") for end in ("start", "end"))


def _far(context: CheckContext, path: str, against: str, other: date) -> Finding:
    day = _day(context, path) or other
    if against == "today":
        return context.find("dates.far-today", path, date=day.isoformat(), days=abs(day - other).days)
    words: dict[str, Any] = {"date": day.isoformat(), "days": abs(day - other).days, "other": other.isoformat()}
    return context.find("dates.far", path, against=context.place(against), **words)


def _windows(context: CheckContext) -> list[tuple[date, date]]:
    """Return the periods over which the notice measured failures."""
    readings = [metric.then for metric in context.case.metrics]
    return [(one.start, one.end) for one in readings if isinstance(one.start, date) and isinstance(one.end, date)]


def _causes(context: CheckContext) -> Iterator[Finding]:
    windows = _windows(context)
    for cause in context.case.root_causes if windows else ():
        start, end = cause.start, cause.end if isinstance(cause.end, date) else None
        if not isinstance(start, date):
            continue
        if all(start > last or (end and end < first) for first, last in windows):
            first, last = windows[0]
            yield context.find(
                "dates.cause-outside", f"/root_causes/{cause.id}/start", first=first.isoformat(), last=last.isoformat()
            )


def _deeds(context: CheckContext) -> Iterator[Finding]:
    """Find repairs dated before the failure they answer began, or before its last affected order."""
    begun = [first for first, _ in _windows(context)]
    ended = [last for _, last in _windows(context)]
    for action in context.case.corrective_actions:
        if not isinstance(action.date, date):
            continue
        path, linked = f"/corrective_actions/{action.id}/date", _linked(context, action.causes)
        starts = [cause.start for cause in linked if isinstance(cause.start, date)]
        first = max([*([min(starts)] if starts else []), *([min(begun)] if begun else [])], default=None)
        last = _last_failure(linked, ended)
        if first and action.date < first:
            yield context.find("dates.fix-too-early", path, date=action.date.isoformat(), first=first.isoformat())
        elif last and action.date < last:
            yield context.find("dates.fix-older", path, date=action.date.isoformat(), last=last.isoformat())


def _controls(context: CheckContext) -> Iterator[Finding]:
    ended = [last for _, last in _windows(context)]
    for measure in context.case.preventive_measures:
        path, since = f"/preventive_measures/{measure.id}/since", measure.since
        linked = _linked(context, measure.causes)
        if isinstance(since, date):
            starts = [cause.start for cause in linked if isinstance(cause.start, date) and since < cause.start]
            last = _last_failure(linked, ended)
            if starts:
                yield context.find("dates.control-older", path, date=since.isoformat(), first=max(starts).isoformat())
            elif last and since < last:
                yield context.find("dates.control-failed", path, date=since.isoformat(), last=last.isoformat())
        for name in ("what", "frequency", "passage"):
            yield from _first_ahead(context, f"/preventive_measures/{measure.id}/{name}")


def _last_failure(linked: list[RootCause], ended: list[date]) -> date | None:
    """Return the day until which orders failed: the last one measured, or the first end of the causes if it is later.

    A cause may outlive the orders measured, and a repair that answers several need not wait for the longest.
    """
    ends = [cause.end for cause in linked if isinstance(cause.end, date)]
    return max([*([min(ends)] if ends else []), *([max(ended)] if ended else [])], default=None)


def _first_ahead(context: CheckContext, path: str) -> Iterator[Finding]:
    """Find a control that is said to start on a day still ahead."""
    text = get(context.case, path) or ""
    letter = _day(context, "/letter_date") or context.today
    for token in tokens(text) if len(text) <= FIELD_LIMIT else ():
        if token.kind == "date" and _FIRST.search(text[: token.start]):
            day = _dated(token.value, letter)
            if day and day > min(letter, context.today):
                yield context.find("dates.first-ahead", path, Span(token.start, token.end, token.quote))


def _dated(value: str, near: date) -> date | None:
    """Return the day of a token; one without a year is the nearest of its kind."""
    year, month, day = value.split("-")
    if day == ANY_DAY:
        return None
    years = (near.year - 1, near.year, near.year + 1) if year == ANY_YEAR else (int(year),)
    found = []
    for one in years:
        try:
            found.append(date(one, int(month), int(day)))
        except ValueError:
            continue
    return min(found, key=lambda each: abs(each - near), default=None)


def _readings(context: CheckContext, metric: Metric) -> Iterator[Finding]:
    """Find a rate of now that is no later than the one of the notice."""
    then, now, path = metric.then, metric.now, f"/metrics/{metric.id}/now"
    if isinstance(then.end, date) and isinstance(now.end, date) and now.end <= then.end:
        yield context.find("dates.now-older", f"{path}/end", now=now.end.isoformat(), then=then.end.isoformat())
    elif isinstance(then.start, date) and isinstance(now.start, date) and now.start < then.start:
        yield context.find("dates.now-older", f"{path}/start", now=now.start.isoformat(), then=then.start.isoformat())


def _unnoticed(context: CheckContext) -> Iterator[Finding]:
    """Find the claim that nobody noticed before the notice, where something was ended or mended before it."""
    received = context.case.notice.received
    if not isinstance(received, date):
        return
    for cause in context.case.root_causes:
        before = [day for day in _answered(context, cause) if day < received]
        places = [f"/root_causes/{cause.id}/{name}" for name in ("head", "what", "passage")]
        places += [f"/root_causes/{cause.id}/unnoticed/{place}" for place in range(len(cause.unnoticed))]
        for path in places if before else ():
            text = get(context.case, path) or ""
            if len(text) <= FIELD_LIMIT and (said := _DID_NOT_NOTICE.search(text)):
                span = Span(said.start(), said.end(), said.group())
                yield context.find(
                    "dates.noticed", path, span, date=min(before).isoformat(), notice=received.isoformat()
                )


def _answered(context: CheckContext, cause: RootCause) -> list[date]:
    """Return the days on which a cause ended, was mended or was blocked."""
    case = context.case
    days: list[Any] = [cause.end]
    days += [action.date for action in case.corrective_actions if cause.id in action.causes]
    days += [measure.since for measure in case.preventive_measures if cause.id in measure.causes]
    return [day for day in days if isinstance(day, date)]


def _linked(context: CheckContext, causes: tuple[str, ...]) -> list[RootCause]:
    return [cause for cause in context.case.root_causes if cause.id in causes]


def _day(context: CheckContext, path: str) -> date | None:
    value: Any = get(context.case, path)
    return value if isinstance(value, date) else None
