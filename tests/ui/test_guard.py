"""Whoever asks under a foreign name, or from a foreign page, is refused before anything answers."""

from __future__ import annotations

import asyncio
import base64
import hashlib
from typing import Any

import pytest

from poa_app.ui import policy
from poa_app.ui.assets import FOLDER, SCRIPTS, STYLES, source
from poa_app.ui.guard import Guard
from tests.each import for_each

NAMES = frozenset({"localhost", "desk.example"})


async def _answers(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"the app"})


def _ask(path: str = "/", kind: str = "http", method: str = "GET", **given: str) -> list[dict[str, Any]]:
    """Send a request through the guard, and return what comes back."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    headers = [(name.encode(), value.encode("latin-1")) for name, value in given.items()]
    scope = {"type": kind, "path": path, "method": method, "headers": headers, "server": ("192.0.2.7", 8501)}
    asyncio.run(Guard(_answers, NAMES)(scope, receive, send))
    return sent


def _status(*given: str, **more: str) -> int:
    first = _ask(*given, **more)[0]
    return int(first.get("status", 0)) if first["type"] == "http.response.start" else -int(first["code"])


PATHS = ["/", "/cases", "/healthz", "/_stcore/health", "/_stcore/host-config", "/static/js/x.js", "/media/x.png"]


@for_each("path", PATHS)
@for_each("host", ["outside.test", "localhost.outside.test", "192.0.2.8", "a@localhost", ""])
def test_a_foreign_name_is_refused_in_one_line(path: str, host: str) -> None:
    start, body = _ask(path, host=host)
    assert start["status"] == 403
    assert body["body"].count(b"\n") == 1
    assert b"outside" not in body["body"]


@for_each("host", ["localhost:8501", "LOCALHOST", "desk.example", "192.0.2.7:8501"])
def test_its_own_names_and_the_address_it_was_reached_at_are_answered(host: str) -> None:
    assert _status("/", host=host) == 200


def test_a_request_without_a_host_is_refused() -> None:
    assert _status("/") == 403


@for_each("origin", ["http://outside.test", "http://localhost:9999", "null", "file://"])
def test_a_page_from_elsewhere_opens_no_websocket_and_sends_nothing(origin: str) -> None:
    assert _status("/_stcore/stream", "websocket", host="localhost:8501", origin=origin) == -1008
    assert _status("/_stcore/upload_file/x", "http", "PUT", host="localhost:8501", origin=origin) == 403


def test_a_foreign_name_opens_no_websocket() -> None:
    assert _status("/_stcore/stream", "websocket", host="outside.test", origin="http://outside.test") == -1008


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_its_own_page_opens_one(scheme: str) -> None:
    own = {"host": "localhost:8501", "origin": f"{scheme}://localhost:8501"}
    assert _status("/_stcore/stream", "websocket", **own) == 200
    assert _status("/_stcore/upload_file/x", "http", "PUT", **own) == 200


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/metrics/", "/_stcore/agent/openapi.json"])
def test_what_streamlit_tells_of_its_inside_is_closed(path: str) -> None:
    assert _status(path, host="localhost") == 404


@pytest.mark.parametrize(
    ("path", "host"), [("/", "localhost:8501"), ("/", "x.test"), ("/_stcore/metrics", "localhost")]
)
def test_every_answer_has_the_headers(path: str, host: str) -> None:
    headers = dict(_ask(path, host=host)[0]["headers"])
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"referrer-policy"] == b"no-referrer"
    assert b"camera=()" in headers[b"permissions-policy"]
    assert (b"content-security-policy" in headers) == (host != "x.test")


def test_the_policy_names_no_host_but_its_own() -> None:
    parts = dict(part.split(" ", 1) for part in policy.content_policy("localhost:8501").split("; "))
    assert parts["default-src"] == "'self'"
    assert parts["connect-src"] == "'self' ws://localhost:8501 wss://localhost:8501"
    assert "unsafe" not in parts["script-src"]
    assert "http" not in " ".join(parts.values())


def test_the_policy_knows_every_script_of_the_pages() -> None:
    assert {f"{name}.js" for name in SCRIPTS} == {one.name for one in (FOLDER / "js").iterdir()}
    assert {f"{name}.css" for name in STYLES} == {one.name for one in (FOLDER / "css").iterdir()}
    for name in SCRIPTS:
        digest = hashlib.sha256(source(name).encode()).digest()
        assert base64.b64encode(digest).decode() in policy.script_hashes()
    assert policy.script_hashes().count("sha256-") == len(SCRIPTS) + 1
