"""Another program opens and closes the database while this one saves; nothing reported as saved is lost: case 60."""

from __future__ import annotations

import ast
import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

import poa_app
from poa_app.model.case import Case
from poa_app.store import Store

pytestmark = pytest.mark.slow

ROOT = Path(poa_app.__file__).parent.parent
VISITS = {
    "a viewer": "import sqlite3; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT count(*) FROM cases'); c.close()",
    "a writer": "import sqlite3; c = sqlite3.connect(sys.argv[1]); c.execute('UPDATE cases SET id = id'); c.commit();"
    " c.close()",
    "this program": "from poa_app.store import Store; s = Store.open('sqlite:///' + sys.argv[1]);"
    " s.set_setting('visit', 'x'); s.close()",
    "a backup": "import sqlite3; c = sqlite3.connect(sys.argv[1]); t = sqlite3.connect(sys.argv[1] + '.copy');"
    " c.backup(t); t.close(); c.close()",
}


def visit(database: Path, code: str) -> None:
    """Let a program of its own open the database, look and leave."""
    command = [sys.executable, "-c", f"import sys; {code}", str(database)]
    subprocess.run(command, check=True, timeout=60, env={**os.environ, "PYTHONPATH": str(ROOT)})


def held(database: Path, ident: str) -> str | None:
    """Read a case's scope as any other program does."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA query_only = ON")
        row = connection.execute("SELECT json_extract(content, '$.scope') FROM cases WHERE id = ?", (ident,)).fetchone()
    return row[0] if row else None


@pytest.mark.parametrize("code", VISITS.values(), ids=VISITS)
def test_what_is_saved_after_a_visit_is_there(store: Store, database: Path, code: str) -> None:
    ident = store.create(Case(scope="0")).id
    for number in range(1, 4):
        Store.open(f"sqlite:///{database}").close()  # as background threads do, while the first stays open
        visit(database, code)
        saved, clash = store.save(ident, "/scope", str(number - 1), str(number))
        assert (saved.case.scope, clash) == (str(number), None)
        made = store.create(Case(scope="new")).id
        assert held(database, ident) == str(number)
        assert held(database, made) == "new"
    store.close()
    assert held(database, ident) == "3"


def test_visits_in_the_midst_of_saving_lose_nothing(store: Store, database: Path) -> None:
    ident = store.create(Case(scope="start")).id
    over = threading.Event()
    said: list[str] = []
    made: list[str] = []

    def save() -> None:
        while not over.is_set():
            word = f"word {len(said)}"
            store.save(ident, "/scope", said[-1] if said else "start", word)
            made.append(store.create(Case(scope=word)).id)
            said.append(word)

    saver = threading.Thread(target=save)
    saver.start()
    for code in (VISITS["a viewer"], VISITS["this program"], VISITS["a viewer"]):
        Store.open(f"sqlite:///{database}").close()
        visit(database, code)
    over.set()
    saver.join()
    assert len(said) > 3
    assert held(database, ident) == said[-1]
    store.close()
    assert [held(database, one) for one in (ident, *made)] == [said[-1], *said]


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="only Linux lists its locks")
def test_the_lock_that_keeps_others_from_removing_the_log_stays(store: Store, database: Path) -> None:
    store.create(Case())
    for _ in range(3):
        second = Store.open(f"sqlite:///{database}")
        assert second.listed()
        second.close()
        inode = f":{database.stat().st_ino} "
        locks = [line for line in Path("/proc/locks").read_text().splitlines() if inode in line]
        assert any("POSIX" in line for line in locks)


OPENERS = {
    "open",
    "read_bytes",
    "read_text",
    "write_bytes",
    "write_text",
    "copy",
    "copyfile",
    "copy2",
    "touch",
    "rename",
}


def test_the_store_opens_no_file_itself() -> None:
    for module in (Path(poa_app.__file__).parent / "store").rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called.rsplit(".", 1)[-1] not in OPENERS or called in ("Store.open", "copy"), (module, called)
