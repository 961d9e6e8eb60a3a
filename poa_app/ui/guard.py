"""Stands before every answer: who may ask, under which name, and what the browser may do with it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from poa_app.ui.hosts import host_name
from poa_app.ui.policy import HEADERS, headers

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

_WRONG_NAME = b"This program does not answer under this name. To allow it, start with: poa serve --allow-host NAME\n"
_WRONG_ORIGIN = b"A page from elsewhere asked for this; open the program under its own address.\n"
_CLOSED = b"Not found.\n"

_CLOSED_PATHS = ("/_stcore/metrics", "/_stcore/agent")
"""What Streamlit tells of its inside; nothing here reads it."""


class Guard:
    """ASGI middleware that refuses foreign names and pages, and puts the headers on every answer.

    A page of another site can bring a browser to this server under a name of its own (DNS rebinding) or open a
    WebSocket to it; the Host header gives away the one, the Origin header the other.

    Args:
        app: what answers.
        names: under which it answers, besides the address at which a request arrived.
    """

    def __init__(self, app: App, names: frozenset[str]) -> None:
        self.app = app
        self.names = names

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        refused, host = self._refused(scope)
        added = HEADERS if refused and refused[0] == 403 else headers(host)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *added]
            await send(message)

        if refused and scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        elif refused:
            status, words = refused
            kind = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(words)).encode())]
            await with_headers({"type": "http.response.start", "status": status, "headers": kind})
            await send({"type": "http.response.body", "body": words})
        else:
            # A page is drawn in hundreds of messages, of which none takes headers.
            await self.app(scope, receive, send if scope["type"] == "websocket" else with_headers)

    def _refused(self, scope: Message) -> tuple[tuple[int, bytes] | None, str]:
        """Return why a request is refused, if it is, and the host under which it came."""
        given = [value.decode("latin-1").lower() for name, value in scope["headers"] if name == b"host"]
        host = given[0] if len(given) == 1 else ""
        name = host_name(host)
        arrived = (scope.get("server") or ("",))[0]
        if name is None or (name not in self.names and name != arrived):
            return (403, _WRONG_NAME), host
        origins = [value.decode("latin-1").lower() for key, value in scope["headers"] if key == b"origin"]
        reads = scope["type"] == "http" and scope["method"] in ("GET", "HEAD", "OPTIONS")
        if not reads and any(origin not in (f"http://{host}", f"https://{host}") for origin in origins):
            return (403, _WRONG_ORIGIN), host
        if scope["path"].rstrip("/").startswith(_CLOSED_PATHS):
            return (404, _CLOSED), host
        return None, host
