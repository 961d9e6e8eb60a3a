"""How long the board takes with five thousand cases, against SQLite alone reading the same rows."""

from __future__ import annotations

import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, Table, event, insert, select

from poa_app.desk import board, work
from poa_app.model.case import Case
from poa_app.render import engine
from poa_app.resources import fingerprint
from poa_app.store import Store, Summary, tables
from poa_app.store.history import keep_first

CASES = 5_000
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
ID = "case{:08}"
MOST = 40
"""Times the bare read; measured 9 on two noisy cores."""

ROWS = (
    "SELECT s.*, c.saved FROM summaries s JOIN cases c ON c.id = s.case_id"
    " WHERE c.trashed IS NULL ORDER BY c.saved DESC"
)


def _copied(connection: Connection, table: Table) -> None:
    """Copy what a table holds of the first case for each of the others, each saved a minute before the last."""
    key = "id" if table is tables.cases else "case_id"
    row = connection.execute(select(table)).one()._mapping
    moments = [name for name in ("created", "saved", "made") if name in row]
    rows = (
        {**row, key: ID.format(number), **dict.fromkeys(moments, NOW - timedelta(minutes=number))}
        for number in range(1, CASES)
    )
    connection.execute(insert(table), list(rows))


def _filled(path: Path, case: Case) -> Store:
    """Return a store of five thousand cases whose summaries are there."""
    store = Store.open(f"sqlite:///{path}")
    kept: list[Summary] = []
    with store._writing() as connection:
        made = keep_first(connection, ID.format(0), case, NOW)
        for table in (tables.cases, tables.revisions, tables.notice_texts):
            _copied(connection, table)
    for number in range(CASES):
        words = f"shop {number} b0exmplg01 000-7310161-{number:07}"
        due = NOW + timedelta(hours=number % 200)
        counts = {"blocking": number % 7, "to_fix": number % 5, "permille": 900, "state": "drafting"}
        kept.append(
            Summary(
                ID.format(number), made.revision, NOW - timedelta(minutes=number), fingerprint(), NOW.date(), **counts,
                client=f"Shop {number}", words=words, due=due, is_unread=False,
            )
        )  # fmt: skip
    store.keep_summaries(kept)
    return store


def _median(function: Callable[[], object], rounds: int = 7) -> float:
    took = []
    for _ in range(rounds):
        start = time.perf_counter()
        function()
        took.append(time.perf_counter() - start)
    return statistics.median(took)


def test_a_board_of_five_thousand_cases_is_one_query_of_their_summaries(
    tmp_path: Path, late_shipment: Case, report: Callable[[str, str, str], None]
) -> None:
    store = _filled(tmp_path / "poa.db", late_shipment)
    asked: list[str] = []
    event.listen(store._engine, "before_cursor_execute", lambda c, cursor, statement, *more: asked.append(statement))

    def shown() -> tuple[board.Card, ...]:
        found = board.search(board.board(store, NOW), "shop 42", "")
        return board.cards(store, found[:30], NOW)

    assert len(shown()) == 30
    of_all = [one for one in asked if "summaries" in one]
    assert len(of_all) == 2  # which are out of date, and what they say
    took = _median(shown)
    with closing(sqlite3.connect(tmp_path / "poa.db")) as connection:
        bare = _median(lambda: connection.execute(ROWS).fetchall())
    store.close()
    report("board and search, 5,000 cases", f"{took * 1e3:.0f} ms", "aim 300 ms")
    report("board against SQLite's bare read", f"{took / bare:.1f} x", f"gate {MOST} x")
    assert took <= MOST * bare


def test_a_screen_that_is_shown_again_renders_nothing_anew(late_shipment: Case, tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path}/poa.db")
    made = store.create(late_shipment)
    rendered: list[str] = []
    plain = engine.render

    def counted(root: Path, name: str, context: object) -> str:
        rendered.append(name)
        return plain(root, name, context)  # type: ignore[arg-type]

    engine.render = counted
    try:
        for _ in range(3):
            view = work.view(store, made.id, NOW.date())
            assert view.state.texts
            assert work.letter_preview(view.state, None, "en")
            assert view.state.counts
    finally:
        engine.render = plain
        store.close()
    assert sorted(rendered) == ["plan-of-action/full", "plan-of-action/short"]
