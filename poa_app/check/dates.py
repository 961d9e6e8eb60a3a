"""Whether dates stand in order: events, complaint, notice, deeds, letter, today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from poa_app.check.context import CheckContext
from poa_app.check.deadlines import days_of_words, due_moment
from poa_app.model.finding import Finding
from poa_app.model.paths import get
from poa_app.model.text import is_blank

FIRST_YEAR = 1995
"""The year in which Amazon opened; an earlier day is a slip of the hand. Source: ``design`` in ``sources.toml``."""

HOLIDAYS = 5
"""Days by which holidays, which the program does not know, can move the end of a time given in working days."""

_WORKING = re.compile(r"\b(?:business|working)\b|工作日|营业日", re.IGNORECASE)

Pair = tuple[str, str]


def dates(context: CheckContext) -> Iterator[Finding]:
    """Find days that lie in the future, after the letter, or before what they follow."""
    yield from _deeds(context)
    for earlier, later in _pairs(context):
        first, second = _day(context, earlier), _day(context, later)
        if first and second and first > second:
            yield context.find(
                "dates.order", earlier, first=first.isoformat(), second=second.isoformat(), against=context.place(later)
            )
    yield from _deadline(context)
    yield from _too_early(context)


def _deadline(context: CheckContext) -> Iterator[Finding]:
    deadline, received = context.case.deadline, context.case.notice.received
    if isinstance(deadline.due, date):
        if isinstance(received, date) and deadline.due < received:
            due, came = deadline.due.isoformat(), received.isoformat()
            yield context.find("dates.deadline-before", "/deadline/due", date=due, notice=came)
            return
        yield from _against_words(context, deadline.due)
    moment = due_moment(context.case, context.known)
    if moment and moment.at.date() < context.today:
        yield context.find("dates.deadline-past", moment.path, date=moment.at.date().isoformat())
    elif not moment and not is_blank(deadline.due):
        yield context.find("dates.deadline-unread", "/deadline/due", quote=str(deadline.due))
    elif not moment and not is_blank(deadline.words):
        yield context.find("dates.deadline-open", "/deadline/due", words=deadline.words)


def _against_words(context: CheckContext, due: date) -> Iterator[Finding]:
    """Find a due day that the notice's words do not give; a day more or less may lie in the zones or in a holiday."""
    days = days_of_words(context.case, context.known)
    words = context.case.deadline.words or ""
    later = timedelta(days=HOLIDAYS if _WORKING.search(words) else 1)
    if days and not any(day - timedelta(days=1) <= due <= day + later for day in days):
        yield context.find(
            "dates.deadline-words", "/deadline/due", date=due.isoformat(), words=words, until=days[0].isoformat()
        )


def _too_early(context: CheckContext) -> Iterator[Finding]:
    for path, value in context.typed:
        if isinstance(value, date) and value.year < FIRST_YEAR:
            yield context.find("dates.too-early", path, date=value.isoformat())


def _deeds(context: CheckContext) -> Iterator[Finding]:
    letter = _day(context, "/letter_date")
    places = [f"/corrective_actions/{row.id}/date" for row in context.case.corrective_actions]
    places += [f"/preventive_measures/{row.id}/since" for row in context.case.preventive_measures]
    for path in places:
        day = _day(context, path)
        if day and day > context.today:
            yield context.find("dates.future", path, date=day.isoformat())
        elif day and letter and day > letter:
            yield context.find("dates.after-letter", path, date=day.isoformat(), letter=letter.isoformat())
    for measure in context.case.preventive_measures:
        path = f"/preventive_measures/{measure.id}/review"
        review = _day(context, path)
        if review and letter and review <= letter:
            yield context.find("dates.review-past", path, date=review.isoformat())
    for point in context.case.open_points:
        path = f"/open_points/{point.id}/due"
        due = _day(context, path)
        if due and letter and due < letter:
            yield context.find("dates.open-overdue", path, date=due.isoformat())


def _pairs(context: CheckContext) -> Iterator[Pair]:
    """Yield what must not be later than what."""
    case = context.case
    yield "/notice/received", "/letter_date"
    yield "/notice/complaint", "/notice/received"
    yield "/notice/warned", "/notice/received"
    for cause in case.root_causes:
        path = f"/root_causes/{cause.id}"
        yield f"{path}/start", f"{path}/end"
        yield f"{path}/end", "/letter_date"
        yield f"{path}/start", "/notice/complaint" if case.notice.complaint else "/notice/received"
    for metric in case.metrics:
        path = f"/metrics/{metric.id}"
        yield f"{path}/then/start", f"{path}/then/end"
        yield f"{path}/then/end", "/notice/received"
        yield f"{path}/now/start", f"{path}/now/end"
        yield f"{path}/now/end", "/letter_date"
    for exhibit in case.exhibits:
        yield f"/exhibits/{exhibit.id}/date", "/letter_date"
    for earlier in case.earlier_appeals:
        path = f"/earlier_appeals/{earlier.id}"
        yield f"{path}/sent", f"{path}/answered"
        yield f"{path}/sent", "/letter_date"


def _day(context: CheckContext, path: str) -> date | None:
    value: Any = get(context.case, path)
    return value if isinstance(value, date) else None
