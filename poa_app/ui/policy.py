"""What a page may do in a browser: the headers on every answer.

Scripts run from the server's own files, and as the constant ones of this package, known by their hashes; no other text
becomes a script, and no page asks another host for anything.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import streamlit as st

from poa_app.ui.assets import SCRIPTS, source

HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def scripts(text: str) -> list[str]:
    """Return what stands in the inline scripts of a text of HTML."""
    return _SCRIPT.findall(text)


@cache
def script_hashes() -> str:
    """Return the hashes of every script that stands in a page itself, as a policy names them."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    texts = [*scripts(page), *(source(name) for name in SCRIPTS)]
    digests = (hashlib.sha256(one.encode()).digest() for one in texts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in dict.fromkeys(digests))


def content_policy(host: str) -> str:
    """Return the Content-Security-Policy of a page.

    Args:
        host: under which the page was asked for; some browsers do not count its WebSocket as the page's own.
    """
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {script_hashes()}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self' ws://{host} wss://{host}",
            "object-src 'none'",
            "frame-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


def headers(host: str) -> list[tuple[bytes, bytes]]:
    """Return the headers of an answer under a host."""
    return [*HEADERS, (b"content-security-policy", content_policy(host).encode("ascii"))]
