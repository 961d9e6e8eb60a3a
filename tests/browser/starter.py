"""A process that has loaded the program once, and makes each server from itself: a start that takes no second.

It reads one order a line on its standard input and answers each with the number of the process it has made. When its
input ends, it ends, and all servers with it.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import signal
import sys
import threading
from datetime import date

import poa_app
from poa_app import cli
from poa_app.desk.letters import check_case
from poa_app.intake.case_file import read_case
from poa_app.resources import folder

BESIDE = ("altair", "pandas", "uvicorn")
"""What the program loads late, or Streamlit for it."""

SCRIPTS = ("poa_app.__main__", "poa_app.ui.app", "poa_app.ui.screens")
"""What is run, not imported."""


def _load() -> None:
    """Import the whole program, and have it do once what is slow the first time."""
    found = (one.name for one in pkgutil.walk_packages(poa_app.__path__, "poa_app.") if not one.ispkg)
    for name in (*BESIDE, *(one for one in found if not one.startswith((*SCRIPTS, "poa_app.store.migrations")))):
        importlib.import_module(name)
    for file in sorted(folder("examples").glob("*.json")):
        check_case(read_case(file), date(2026, 11, 28))  # the first time, rules and words are made ready
    gc.collect()
    gc.freeze()  # the servers share what is loaded as long as nobody writes to it


def main() -> None:
    """Make a server for every order."""
    _load()
    if threading.active_count() != 1:
        raise RuntimeError(f"a process with threads cannot be forked: {threading.enumerate()}")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead are not waited for
    made: list[int] = []
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if child == 0:
            _serve(order["arguments"], order["surroundings"], order["log"])
        made.append(child)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
    for child in made:
        try:
            os.kill(child, signal.SIGKILL)
        except ProcessLookupError:
            continue


def _serve(arguments: list[str], surroundings: dict[str, str], log: str) -> None:
    """Become the server; never come back."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(surroundings)
    nowhere, written = os.open(os.devnull, os.O_RDONLY), os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for kept, given in ((0, nowhere), (1, written), (2, written)):
        os.dup2(given, kept)
    sys.argv = ["poa", *arguments]
    try:
        cli.main()
    finally:
        os._exit(1)


if __name__ == "__main__":
    main()
