"""Starts the app: on 127.0.0.1, with its headers, and with errors told as a reference number."""

from __future__ import annotations

import gc
import logging
import socket
import threading
import tomllib
import webbrowser
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from poa_app.desk import work
from poa_app.errors import PoaError, PortTaken
from poa_app.ui import faults

HERE = Path(__file__).resolve().parent
LOG = logging.getLogger("poa_app")

KEPT_IN_TRASH = timedelta(days=30)
"""How long a case in the trash can be taken out again."""

HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)

Message = dict[str, Any]
Send = Callable[[Message], Awaitable[None]]


class SecurityHeaders:
    """Puts the security headers on every answer."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Any, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *HEADERS]
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)


def options(host: str, port: int) -> dict[str, Any]:
    """Read the shipped options, with this start's address.

    Args:
        host: address to listen on.
        port: port to listen on.
    """
    with (HERE / ".streamlit" / "config.toml").open("rb") as file:
        tables = tomllib.load(file)
    flat = {f"{table}.{name}": value for table, values in tables.items() for name, value in values.items()}
    allowed = [*flat["server.allowedHosts"], *([host] if host not in ("0.0.0.0", "::") else [])]  # noqa: S104
    return flat | {
        "server.address": host,
        "server.port": port,
        "server.headless": True,
        "server.allowedHosts": list(dict.fromkeys(allowed)),
    }


def serve(host: str, port: int, browser: bool) -> None:
    """Run the app until it is stopped.

    Args:
        host: address to listen on.
        port: port to listen on.
        browser: whether to open the browser.

    Raises:
        PortTaken: something else listens there.
    """
    _look_at_port(host, port)
    logging.getLogger("streamlit.error_util").disabled = True  # its tracebacks would repeat case text

    @asynccontextmanager
    async def opened(app: st.App) -> AsyncIterator[None]:
        threading.Thread(target=warm_up, daemon=True).start()
        if browser:
            threading.Timer(0.8, webbrowser.open, [f"http://{host}:{port}"]).start()
        yield

    app = st.App(
        HERE / "app.py",
        routes=[Route("/healthz", health)],
        middleware=[Middleware(SecurityHeaders)],
        lifespan=opened,
        on_script_error=faults.report,
    )
    try:
        app.run(config=options(host, port))
    except KeyboardInterrupt:
        return


def warm_up() -> None:
    """Load beforehand what the check screen needs, and really delete what has long lain in the trash."""
    import altair  # noqa: F401, PLC0415 - only to have it loaded
    import pandas  # noqa: F401, PLC0415

    gc.collect()
    gc.freeze()  # what is loaded now stays; looking it through again and again would hold up answers
    with suppress(PoaError):
        work.open_store().delete_trashed(datetime.now(UTC) - KEPT_IN_TRASH)


async def health(request: Request) -> JSONResponse:
    """Tell whether the app and its store answer."""
    well = work.open_store().healthy()
    return JSONResponse({"status": "ok" if well else "store"}, status_code=200 if well else 503)


def _look_at_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(host, port) from error
