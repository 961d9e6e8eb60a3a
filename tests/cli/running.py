"""How the tests of the command line run it, and what they read from it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from typer.testing import Result

import poa_app

ROOT = Path(poa_app.__file__).parent.parent
LATE = ROOT / "examples" / "late-shipment-rate.json"
REPORT = ROOT / "tests" / "intake" / "reports" / "northbay.json"
SIGNED = json.loads(LATE.read_bytes())["letter_date"]
PAPERS = ROOT / "examples" / "supply-chain-verification.json"
Run = Callable[..., Result]

BAD: dict[str, bytes] = {
    "empty.json": b"",
    "text.json": b'{"poa_case": 1,\n oops}',
    "utf16.json": '{"poa_case": 1}'.encode("utf-16"),
    "list.json": b"[1]",
    "other.json": b'{"case": 1}',
    "newer.json": b'{"poa_case": 2}',
    "older.json": b'{"poa_case": 0}',
    "key.json": b'{"poa_case": 1, "two\\nlines": 1}',
    "kind.json": b'{"poa_case": 1, "scope": {}}',
    "twins.json": b'{"poa_case": 1, "products": [{"id": "aaaaaa"}, {"id": "aaaaaa"}]}',
    "number.json": b'{"poa_case": 1, "affected": NaN}',
    "deep.json": b'{"poa_case": 1, "scope": ' + b"[" * 600 + b"]" * 600 + b"}",
    "deeper.json": b"[" * 100_000,
    "field.json": b'{"poa_case": 1, "scope": "' + b"x" * 1_048_577 + b'"}',
    "unknown.json": b'{"poa_case": 1, "violations": [{"id": "aaaaaa", "enforcement": "bad-luck"}]}',
}


def started(*words: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``python -m poa_app`` as a process of its own, standing in a folder."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "POA_"))}
    return subprocess.run(
        [sys.executable, "-m", "poa_app", *words],
        cwd=folder,
        env={**plain, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=150,
    )


def json_lines(text: str) -> list[dict[str, Any]]:
    """Return the objects printed one a line."""
    return [json.loads(line) for line in text.splitlines()]


def everything(folder: Path) -> dict[str, bytes | None]:
    """Return every file and folder below a folder, with what it holds."""
    paths = sorted(folder.rglob("*"))
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in paths}


def refused(ran: Result, exit_code: int = 2) -> str:
    """Look that a run ended with one line that no person and no script stumbles over, and give that line."""
    assert (ran.exit_code, ran.stdout) == (exit_code, "")
    assert isinstance(ran.exception, SystemExit)
    (line,) = ran.stderr.splitlines()
    assert ran.stderr == f"{line}\n"
    assert line.isprintable()
    return line


def names(folder: Path) -> list[str]:
    """Return the names of every file and folder below a folder."""
    return sorted(path.name for path in folder.rglob("*"))
