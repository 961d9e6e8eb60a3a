"""Saves one field at a time, and keeps what would have overwritten somebody else's words."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from poa_app.errors import StaleReference
from poa_app.store.history import keep
from poa_app.store.records import Conflict, Stored
from poa_app.store.repository import CaseRow, Repository, from_json, load_for_update, load_row, to_json
from poa_app.store.tables import clashes
from poa_app.store.values import is_base_value, is_row_path, set_value, to_json_value, value_at

_THE_SAME = delete(clashes).where(
    clashes.c.case_id == bindparam("ident"), clashes.c.path == bindparam("where"), clashes.c.mine == bindparam("words")
)


class Fields(Repository):
    """The part of the store that saves fields."""

    def save(self, id: str, path: str, shown: Any, value: Any) -> tuple[Stored, Conflict | None]:
        """Save one field.

        Args:
            id: the case.
            path: the field.
            shown: the value the person saw before typing; JSON form and the field's own type are the same.
            value: what they typed. Blank where blank was shown means that nobody touched the field.

        Returns:
            The case as it now stands, and the clash if somebody else has changed the field meanwhile or removed its
            row. Then the store is unchanged and what was typed is kept beside it.

        Raises:
            UnknownCase: there is no case with that id.
            BadValue, TooLarge: the field cannot hold the value.
            KeyError: there is no such field.
        """
        with self._writing() as connection:
            held, mine = load_for_update(connection, id), to_json_value(value)
            untouched = mine is None and to_json_value(shown) is None
            try:
                theirs = value_at(held.case, path)
            except KeyError:
                if not is_row_path(path):
                    raise
                return held.stored, None if untouched else self._set_aside(connection, id, path, shown, None, mine)
            if untouched:
                return held.stored, None
            case = set_value(held.case, path, value)
            mine = value_at(case, path)
            if mine != theirs and not is_base_value(held.case, path, shown):
                return held.stored, self._set_aside(connection, id, path, shown, theirs, mine)
            _forget(connection, id, path, mine)
            if mine == theirs:
                return held.stored, None
            return keep(connection, held, case, path, self._now(), fresh=mine is None), None

    def _set_aside(self, connection: Connection, id: str, path: str, shown: Any, theirs: Any, mine: Any) -> Conflict:
        """Keep what was typed; who saw their own words of before goes on with them."""
        _forget(connection, id, path, mine)
        _forget(connection, id, path, to_json_value(shown))
        row = {"case_id": id, "path": path, "mine": to_json(mine), "made": self._now()}
        connection.execute(insert(clashes).values(row))
        return Conflict(path, theirs, mine)

    def clashes(self, id: str) -> tuple[Conflict, ...]:
        """List what was typed beside what others had saved, the last first, each with the store's present value.

        Raises:
            UnknownCase: there is no case with that id.
        """
        with self._reading() as connection:
            return clashes_of(connection, load_row(connection, id))

    def settle(self, id: str, path: str, keep_mine: bool) -> Stored:
        """Settle the last clash of a field: save what was set aside, or drop it. Without a clash, nothing changes.

        Raises:
            UnknownCase: there is no case with that id.
            StaleReference: the row has been removed; what was set aside is still there.
        """
        wanted = select(clashes).where(clashes.c.case_id == id, clashes.c.path == path)
        with self._writing() as connection:
            held = load_for_update(connection, id)
            row = connection.execute(wanted.order_by(clashes.c.number.desc()).limit(1)).one_or_none()
            if row is None:
                return held.stored
            connection.execute(delete(clashes).where(clashes.c.number == row.number))
            if not keep_mine:
                return held.stored
            try:
                case = set_value(held.case, path, from_json(row.mine))
            except KeyError as error:
                raise StaleReference("row", "条目") from error
            return keep(connection, held, case, path, self._now(), fresh=True)


def clashes_of(connection: Connection, held: CaseRow) -> tuple[Conflict, ...]:
    """List the clashes of a case, the last first, each with the store's present value."""
    wanted = select(clashes).where(clashes.c.case_id == held.id).order_by(clashes.c.number.desc())
    found = tuple(_clash(held, row.path, row.mine) for row in connection.execute(wanted))
    return tuple(clash for clash in found if clash.mine != clash.theirs)


def _forget(connection: Connection, ident: str, path: str, mine: Any) -> None:
    connection.execute(_THE_SAME, {"ident": ident, "where": path, "words": to_json(mine)})


def _clash(held: CaseRow, path: str, mine: str) -> Conflict:
    try:
        theirs = value_at(held.case, path)
    except KeyError:
        theirs = None
    return Conflict(path, theirs, from_json(mine))
