"""The app as a test runs it: started, killed and started again, on a home that survives."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from poa_app.model.paths import get
from poa_app.store import Store

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS_TO_START = 60
"""How long a server may take until it answers, on a machine that does much else."""


class Starter:
    """A process that has the program loaded, of which each server is a copy."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def start(self, arguments: Sequence[str], surroundings: dict[str, str], log: Path) -> int:
        """Start a server, and return the number of its process."""
        if self._process is None:
            command = [sys.executable, "-m", "tests.browser.starter"]
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT)
        assert self._process.stdin
        assert self._process.stdout
        order = {"arguments": arguments, "surroundings": surroundings, "log": str(log)}
        self._process.stdin.write(f"{json.dumps(order)}\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def close(self) -> None:
        """Stop it, and whatever it has started."""
        if self._process:
            self._process.communicate()
            self._process = None


class Server:
    """The app as ``poa serve`` starts it, on a home and a port that survive its death.

    Attributes:
        starter: what starts it at once; without one it is started by its command, as by hand.
    """

    def __init__(self, home: Path, starter: Starter | None = None) -> None:
        self.home = home
        self.starter = starter
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.options: tuple[str, ...] = ()
        self.log = home.parent / f"{home.name}.log"
        self.pid = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._store: Store | None = None

    def start(self, database: str = "") -> None:
        """Start it and wait until it answers, be it that its database does not."""
        arguments = ["serve", "--no-browser", "--port", str(self.port), *self.options]
        surroundings = {**os.environ, "POA_HOME": str(self.home), "POA_DATABASE_URL": database}
        if self.starter:
            self.pid = self.starter.start(arguments, surroundings, self.log)
        else:
            command = [sys.executable, "-m", "poa_app", *arguments]
            with self.log.open("ab") as log:
                self._process = subprocess.Popen(command, env=surroundings, stdout=log, stderr=log, cwd=ROOT)
            self.pid = self._process.pid
        until = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < until and self._runs():
            try:
                urllib.request.urlopen(f"{self.url}/healthz", timeout=2).close()
                return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.02)
        raise RuntimeError(f"the server did not start: {self.log.read_text(errors='replace')[-2000:]}")

    def _runs(self) -> bool:
        if self._process:
            return self._process.poll() is None
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        return True

    def kill(self) -> None:
        """Kill it as ``kill -9`` does: nothing is finished, nothing is said."""
        if not self.pid:
            return
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        while self._runs():
            time.sleep(0.01)
        self.pid, self._process = 0, None

    def close(self) -> None:
        """Stop everything."""
        self.kill()
        if self._store:
            self._store.close()

    @property
    def store(self) -> Store:
        """The same database, opened by this process: what the server kept, and what somebody else may change."""
        if self._store is None:
            self._store = Store.open(f"sqlite:///{self.home / 'poa.db'}")
        return self._store

    def held(self, id: str, path: str) -> Any:
        """Read a field of a case from the store."""
        return get(self.store.load(id).case, path)

    def errors(self) -> list[str]:
        """List what the server reported as its own failures."""
        return [line for line in self.log.read_text(errors="replace").splitlines() if "error " in line.lower()]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
