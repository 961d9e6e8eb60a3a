"""A server of PostgreSQL for the tests, started from Debian's package in a folder of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

PASSWORD = "hush"


@dataclass
class Server:
    """A server that listens on this machine alone.

    Args:
        folder: where its data lies.
        port: it listens on.
    """

    folder: Path
    port: int
    _numbers: count[int] = field(default_factory=count)

    @classmethod
    def started(cls) -> Server:
        """Start one; skip the tests where there is none, but not in CI."""
        if not (programs := sorted(Path("/usr/lib/postgresql").glob("*/bin"))):
            if os.environ.get("CI") == "true":
                pytest.fail("PostgreSQL is not installed, and CI must run its tests")
            pytest.skip("PostgreSQL is not installed")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            server = cls(Path(tempfile.mkdtemp(prefix="poa-pg-")), int(probe.getsockname()[1]))
        secret = server.folder / "password"
        secret.write_text(PASSWORD)
        if os.getuid() == 0:  # the server refuses to be run by root
            shutil.chown(server.folder, "postgres")
            shutil.chown(secret, "postgres")
        data, log = server.folder / "data", server.folder / "log"
        options = f"-p {server.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        server._run(
            programs[-1] / "initdb", "-D", data, "-U", "poa", "-E", "UTF8", "--locale=C", "-A", "scram-sha-256",
            f"--pwfile={secret}", "--no-sync",
        )  # fmt: skip
        server._run(programs[-1] / "pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "start")
        server._programs = programs[-1]
        return server

    _programs: Path = Path()

    def address(self, name: str, user: str = "poa", password: str = PASSWORD) -> str:
        """Return the address of a database."""
        return f"postgresql://{user}:{password}@127.0.0.1:{self.port}/{name}"

    def new_database(self, more: str = "") -> str:
        """Return the address of a new, empty database."""
        name = f"poa{next(self._numbers)}"
        self.tell(f"CREATE DATABASE {name} {more}")
        return self.address(name)

    def tell(self, statement: str, database: str = "postgres") -> None:
        """Run a statement."""
        import psycopg  # noqa: PLC0415 - an extra

        with psycopg.connect(self.address(database), autocommit=True) as connection:
            connection.execute(statement)

    def stop(self) -> None:
        """Stop it and remove its data."""
        self._run(self._programs / "pg_ctl", "-D", self.folder / "data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, *command: object) -> None:
        other = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        subprocess.run([*other, *map(str, command)], check=True, cwd="/", stdout=subprocess.DEVNULL)
