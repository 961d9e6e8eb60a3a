"""All clocks of a case in one list: the answer, the money, the stock and the age of each invoice; and as a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta
from typing import Any, Literal
from uuid import NAMESPACE_URL, uuid5

from poa_app.check.deadlines import Assumed, due_moment, is_unread
from poa_app.check.freshness import Freshness, freshness
from poa_app.desk.zones import zone_name
from poa_app.errors import InputError
from poa_app.knowledge import knowledge
from poa_app.knowledge.schema import Bilingual, ClockKind, Statement
from poa_app.model.case import Case
from poa_app.model.exhibits import exhibit_labels
from poa_app.model.text import is_blank
from poa_app.render.calendar_file import CalendarEvent, calendar_file
from poa_app.render.wording import day as english_day

__all__ = ["CALENDAR_SUFFIX", "CaseClock", "calendar", "case_clocks", "contract", "invoice_age", "short_name", "told"]

CALENDAR_SUFFIX = ".ics"

REMINDERS = (timedelta(hours=24), timedelta(hours=4))
"""How long before its moment a clock reminds."""

NEAR_DAYS = 14
"""Days before the last day of a paper from which it is said in colour: what a new paper takes to get."""

State = Literal["runs", "near", "over"]


@dataclass(frozen=True)
class CaseClock:
    """One clock of a case.

    Attributes:
        kind: a key of ``clocks.toml``.
        day: the day it is about, in the zone of the notice or of the site.
        at: the moment, where it is one; none for a whole day.
        name: what it is called.
        words: what it means, with its source.
        state: whether it still runs, ends within days, or is over.
        exhibit: row id of the paper it is about.
        line: what is said of that paper.
        age: how old it is on the day of sending.
        assumed: what had to be assumed of the moment.
        latest: the last moment that what was given can mean.
    """

    kind: str
    day: date
    at: datetime | None
    name: Bilingual
    words: Statement
    state: State = "runs"
    exhibit: str = ""
    line: Bilingual | None = None
    age: Freshness | None = None
    assumed: tuple[Assumed, ...] = ()
    latest: datetime | None = None


def case_clocks(case: Case, now: datetime) -> tuple[CaseClock, ...]:
    """List the clocks of a case in the order of ``clocks.toml``, invoices by the day on which they age out.

    Args:
        case: the case.
        now: this moment, in the reader's zone; its day is the day of sending where the letter has no date.
    """
    found: list[CaseClock] = []
    for name, kind in knowledge().clocks.items():
        match name:
            case "answer":
                found += _answer(case, kind, now)
            case "invoice":
                found += sorted(_invoices(case, now.date()), key=lambda one: one.day)
            case _:
                found += _from_notice(case, name, kind, now.date())
    return tuple(found)


def invoice_age(case: Case, exhibit: str, today: date) -> CaseClock | None:
    """Return the clock of one paper; none where its kind has no age limit or its day is not known."""
    return next((one for one in _invoices(case, today) if one.exhibit == exhibit), None)


def _answer(case: Case, kind: ClockKind, now: datetime) -> Iterator[CaseClock]:
    due = due_moment(case, knowledge())
    if due:
        left = due.at.astimezone(UTC) - now.astimezone(UTC)
        state: State = "over" if left < timedelta() else "near" if left < REMINDERS[0] else "runs"
        yield CaseClock(
            "answer", due.at.date(), due.at, kind.name, kind.words, state, assumed=due.assumed, latest=due.latest
        )


def _from_notice(case: Case, name: str, kind: ClockKind, today: date) -> Iterator[CaseClock]:
    """Yield a clock that runs a number of days from the arrival of the notice, where it runs for the case."""
    received = case.notice.received
    if kind.days and isinstance(received, date) and received.year < MAXYEAR and _runs_for(case, kind):
        day = received + timedelta(days=kind.days)
        yield CaseClock(name, day, None, kind.name, kind.words, "over" if day <= today else "runs")


def _runs_for(case: Case, kind: ClockKind) -> bool:
    enforcements = knowledge().enforcements
    levels = set()
    for violation in case.violations:
        known = enforcements.get(violation.enforcement or "")
        only = known.levels if known and len(known.levels) == 1 else ()
        levels |= {violation.level} if violation.level else set(only)
    channel = kind.channel is None or case.fulfilment in (kind.channel, "both")
    return (
        channel
        and (not kind.levels or bool(levels & set(kind.levels)))
        and (not kind.enforcements or bool(set(case.enforcements) & set(kind.enforcements)))
    )


def _invoices(case: Case, today: date) -> Iterator[CaseClock]:
    known, letters = knowledge(), exhibit_labels(case)
    for exhibit in case.exhibits:
        age = freshness(case, exhibit, today, known)
        if age:
            yield _invoice(age, letters[exhibit.id], known.clocks["invoice"])


def _invoice(age: Freshness, letter: str, kind: ClockKind) -> CaseClock:
    def filled(words: str, language: str) -> str:
        planned, last = (_day(one, language) for one in (age.planned, age.last))
        return words.format(letter=letter, age=age.age, planned=planned, limit=age.limit, last=last)

    name, line = (
        Bilingual(en=filled(one.en, "en"), zh=filled(one.zh, "zh")) for one in (kind.name, kind.line or kind.name)
    )
    state: State = "over" if age.is_over else "near" if age.left <= NEAR_DAYS else "runs"
    return CaseClock("invoice", age.last, None, name, kind.words, state, age.exhibit, line, age)


def _day(on: date, language: str) -> str:
    return f"{on.year}年{on.month}月{on.day}日" if language == "zh" else english_day(on, "day-first")


def short_name(case: Case, language: str) -> str:
    """Return what a case is called in a calendar: the store, and what the notice is about."""
    known = knowledge().enforcements
    kinds = [known[slug].name.in_language(language) for slug in case.enforcements[:1] if slug in known]
    store = "" if is_blank(case.client.store) else " ".join((case.client.store or "").split())
    return " · ".join(filter(None, (store, *kinds))) or "POA"


def calendar(case: Case, identity: str, now: datetime, language: str) -> bytes:
    """Return the clocks of a case as a calendar file; the same case on the same day gives the same bytes.

    Args:
        case: the case.
        identity: what tells the case from every other: its id in the store; empty takes what the case itself holds.
        now: this moment, in the reader's zone.
        language: of its words, ``en`` or ``zh``.

    Raises:
        InputError: the case has no clock.
    """
    clocks = case_clocks(case, now)
    if not clocks:
        raise InputError(
            "no clock runs in this case; enter the date of the notice and the time it allows.",
            "本案件没有可计算的期限。请填写通知日期和期限。",
        )
    own, called = identity or _identity(case), short_name(case, language)
    events = [
        CalendarEvent(
            uid=f"{uuid5(NAMESPACE_URL, f'poa:{own}/{one.kind}/{one.exhibit}')}@poa-app",
            title=f"{one.name.in_language(language)}{_COLON[language]}{called}",
            start=one.at or one.day,
            reminders=REMINDERS,
        )
        for one in clocks
    ]
    return calendar_file(events, datetime.combine(now.date(), time(), UTC))


_COLON = {"en": ": ", "zh": "\uff1a"}


def _identity(case: Case) -> str:
    """Return what tells a case file from another and stays as it is while the case is written."""
    rows = (one.id for one in case.violations)
    return "/".join(
        one or "" for one in (case.client.merchant_token or case.client.store, case.notice.reference, *rows)
    )


def contract(case: Case, now: datetime) -> dict[str, Any]:
    """Return the clocks of a case as scripts rely on them."""
    grades = knowledge().sources
    return {
        "unread": is_unread(case, knowledge()),
        "clocks": [
            {
                "kind": one.kind,
                "name": one.name.model_dump(),
                "day": one.day.isoformat(),
                "at": one.at.isoformat() if one.at else None,
                "zone": str(one.at.tzinfo) if one.at else None,
                "state": one.state,
                "assumed": list(dict.fromkeys(one.assumed)),
                "latest": one.latest.isoformat() if one.latest else None,
                "exhibit": one.exhibit or None,
                "line": one.line.model_dump() if one.line else None,
                "words": one.words.model_dump(include={"en", "zh"}),
                "source": one.words.source,
                "grade": grades[one.words.source].grade,
            }
            for one in case_clocks(case, now)
        ],
    }


_ASSUMED = {
    "hour": Bilingual(en="no hour is given", zh="未写明时刻"),
    "zone": Bilingual(en="no time zone is given", zh="未写明时区"),
    "year": Bilingual(en="no year is given", zh="未写明年份"),
    "order": Bilingual(en="the day can be read in two orders", zh="日期有两种读法"),
}


def told(case: Case, now: datetime, language: str) -> tuple[str, ...]:
    """Return the clocks of a case as lines of text; one line says so where none runs."""
    if is_unread(case, knowledge()):
        unread = Bilingual(en="The deadline cannot be read; no clock runs for it.", zh="期限无法识别，无法倒计时。")
        return (unread.in_language(language), *_lines(case, now, language))
    none = Bilingual(en="No clock runs in this case.", zh="本案件没有可计算的期限。")
    return tuple(_lines(case, now, language)) or (none.in_language(language),)


def _lines(case: Case, now: datetime, language: str) -> Iterator[str]:
    for one in case_clocks(case, now):
        moment = f" {one.at:%H:%M} {zone_name(one.at.tzinfo, language)}" if one.at else ""
        assumed = "; ".join(_ASSUMED[name].in_language(language) for name in dict.fromkeys(one.assumed))
        said = (one.line or one.words).in_language(language)
        parts = filter(None, (f"{_day(one.day, language)}{moment}", assumed, said))
        yield f"{one.name.in_language(language)}{_COLON[language]}{' · '.join(parts)}"
