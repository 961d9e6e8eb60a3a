"""How long each paper stays within the age Amazon takes, looked at from the day on which the letter is to be sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from poa_app.knowledge import Knowledge
from poa_app.knowledge.asked import evidence_of
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit


@dataclass(frozen=True)
class Freshness:
    """The age of one paper on the day of sending.

    Attributes:
        exhibit: row id of the paper.
        planned: the day of sending.
        age: days from the day of the paper to the day of sending.
        limit: days a paper of its kind may be old.
        last: the last day on which it is not older than that.
    """

    exhibit: str
    planned: date
    age: int
    limit: int
    last: date

    @property
    def is_over(self) -> bool:
        """Whether the paper is too old on the day of sending."""
        return self.age > self.limit

    @property
    def left(self) -> int:
        """Days from the day of sending to the last day of the paper; negative once that is past."""
        return self.limit - self.age


def planned_day(case: Case, today: date) -> date:
    """Return the day on which the letter is to be sent: its own date, else today."""
    return case.letter_date if isinstance(case.letter_date, date) else today


def freshness(case: Case, exhibit: Exhibit, today: date, known: Knowledge) -> Freshness | None:
    """Return how old a paper is on the day of sending; none where its kind has no age limit or its day is not known.

    A paper dated after the day of sending has no age yet.
    """
    rule = evidence_of(case, known).get(exhibit.kind or "")
    if rule is None or not rule.fresh_days or not isinstance(exhibit.date, date) or exhibit.date.year >= MAXYEAR - 2:
        return None
    planned = planned_day(case, today)
    age = (planned - exhibit.date).days
    if age < 0:
        return None
    return Freshness(exhibit.id, planned, age, rule.fresh_days, exhibit.date + timedelta(days=rule.fresh_days))
