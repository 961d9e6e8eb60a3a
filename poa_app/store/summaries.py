"""What the board shows of each case, counted once and read by one query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from sqlalchemy import Row, delete, insert, select

from poa_app.store.records import Summary
from poa_app.store.repository import Repository
from poa_app.store.tables import Unreadable, cases, summaries


class Summaries(Repository):
    """The part of the store that serves the board."""

    def uncounted(self, rules: str) -> tuple[str, ...]:
        """Return the ids of the cases on the board without a summary of their present revision.

        Args:
            rules: the version of the rules a summary must have been counted by.
        """
        counted = (
            select(summaries.c.case_id)
            .where(summaries.c.case_id == cases.c.id, summaries.c.revision == cases.c.revision)
            .where(summaries.c.rules == rules)
        )
        wanted = select(cases.c.id).where(cases.c.trashed.is_(None), ~counted.exists()).order_by(cases.c.saved.desc())
        with self._reading() as connection:
            return tuple(connection.execute(wanted).scalars())

    def summaries(self) -> tuple[Summary, ...]:
        """Return the summaries of the cases on the board, the last saved first."""
        wanted = (
            select(*_COLUMNS)
            .join(cases, cases.c.id == summaries.c.case_id)
            .where(cases.c.trashed.is_(None))
            .order_by(cases.c.saved.desc(), cases.c.created.desc(), cases.c.id)
        )
        with self._reading() as connection:
            return tuple(map(_summary, connection.execute(wanted)))

    def keep_summaries(self, counted: Iterable[Summary]) -> None:
        """Keep summaries in place of earlier ones; one of a case deleted meanwhile is left out."""
        rows = {one.case_id: asdict(one) | {"day": one.day.isoformat()} for one in counted}
        if not rows:
            return
        names = [column.name for column in summaries.columns]
        with self._writing() as connection:
            there = set(connection.execute(select(cases.c.id).where(cases.c.id.in_(rows))).scalars())
            connection.execute(delete(summaries).where(summaries.c.case_id.in_(there)))
            kept = [{key: row[key] for key in names} for id, row in rows.items() if id in there]
            if kept:
                connection.execute(insert(summaries), kept)


_COLUMNS = tuple(cases.c.saved if one.name == "saved" else summaries.c[one.name] for one in fields(Summary))
"""The columns of a summary, in the order of its fields: thousands of rows are read at once, and so by place."""

_DAY, _UNREAD = ([one.name for one in fields(Summary)].index(name) for name in ("day", "is_unread"))


def _summary(row: Row[Any]) -> Summary:
    values = list(row)
    try:
        values[_DAY] = date.fromisoformat(values[_DAY])
    except ValueError:
        raise Unreadable from None
    values[_UNREAD] = bool(values[_UNREAD])
    return Summary(*values)
