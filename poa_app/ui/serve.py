"""Starts the app: on 127.0.0.1, with its headers, and with errors told as a reference number."""

from __future__ import annotations

import errno
import gc
import logging
import socket
import threading
import time
import tomllib
import webbrowser
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from poa_app.desk import spelling, work
from poa_app.errors import NotOwnAddress, PoaError, PortInUse
from poa_app.ui import faults, session
from poa_app.ui.guard import Guard
from poa_app.ui.health import Health
from poa_app.ui.hosts import EVERYWHERE, address, names_allowed

HERE = Path(__file__).resolve().parent
LOG = logging.getLogger("poa_app")

KEPT_IN_TRASH = timedelta(days=30)
"""How long a case in the trash can be taken out again."""


FIRST_PAGE = 3
"""Seconds for which the first page has the program to itself."""


def options(host: str, port: int) -> dict[str, Any]:
    """Read the shipped options, with this start's address.

    Args:
        host: address to listen on.
        port: port to listen on.
    """
    with (HERE / ".streamlit" / "config.toml").open("rb") as file:
        tables = tomllib.load(file)
    flat = {f"{table}.{name}": value for table, values in tables.items() for name, value in values.items()}
    return flat | {
        "server.address": host,
        "server.port": port,
        "server.headless": True,
        "server.allowedHosts": ["*"],  # the guard stands before it, and knows the address a request arrived at
        "logger.hideWelcomeMessage": True,  # for which Streamlit would ask another host for this network's address
    }


def serve(host: str, port: int, browser: bool, more: Sequence[str], started: Callable[[], None]) -> None:
    """Run the app until it is stopped.

    Args:
        host: address to listen on.
        port: port to listen on.
        browser: whether to open the browser.
        more: names under which it answers besides those of this machine.
        started: called once the port is known to be free.

    Raises:
        PortInUse: something else listens there.
        NotOwnAddress: this machine has no such address.
    """
    _look_at_port(host, port)
    started()
    logging.getLogger("streamlit.error_util").disabled = True  # its tracebacks would repeat case text

    @asynccontextmanager
    async def opened(app: st.App) -> AsyncIterator[None]:
        threading.Thread(target=warm_up, daemon=True).start()
        if browser:
            threading.Timer(0.8, webbrowser.open, [address("localhost" if host in EVERYWHERE else host, port)]).start()
        yield

    app = st.App(
        HERE / "app.py",
        routes=[Route("/healthz", Health().answer)],
        middleware=[Middleware(Guard, names=names_allowed(host, more))],
        lifespan=opened,
        on_script_error=lambda error: faults.report(session.current_reader(), error),
    )
    try:
        app.run(config=options(host, port))
    except KeyboardInterrupt:
        return


def warm_up() -> None:
    """Make the database where there is none, load what pages need, empty the trash, start the speller.

    In the order in which they are needed; what the first page does not need waits until it has been drawn.
    """
    with suppress(PoaError), closing(work.open_store()) as store:
        import altair  # noqa: F401, PLC0415 - only to have it loaded

        store.delete_trashed(datetime.now(UTC) - KEPT_IN_TRASH)
    time.sleep(FIRST_PAGE)
    import pandas  # noqa: F401, PLC0415

    spelling.warm_up()
    gc.collect()
    gc.freeze()  # what is loaded now stays; looking it through again and again would hold up answers


def _look_at_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno in (errno.EADDRINUSE, errno.EACCES, _WSAEACCES):
                raise PortInUse(host, port) from error
            raise NotOwnAddress(host) from error


_WSAEACCES = 10013
"""What Windows says of a port that another program holds for itself."""
