"""The texts of notices: each kept once beside its case, not in every state the case was in.

What is kept of a case names the text by its SHA-256; the text goes with the case.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from poa_app.store.inserts import add_once
from poa_app.store.tables import Unreadable, notice_texts

_REFERENCE = "text_sha256"


def without_text(connection: Connection, ident: str, content: str) -> str:
    """Return a case's JSON with a reference in place of the notice's text, which is kept.

    Args:
        connection: a connection that writes.
        ident: the case.
        content: its JSON.
    """
    whole = json.loads(content)
    text = _notice(whole).pop("text", None)
    if text is None:
        return content
    digest = sha256(text.encode()).hexdigest()
    row = {"case_id": ident, "sha256": digest, "text": text}
    if connection.execute(select(notice_texts.c.sha256).where(_is(ident, digest))).first() is None:
        add_once(connection, notice_texts, row)
    whole["notice"][_REFERENCE] = digest
    return _dumped(whole)


def with_text(connection: Connection, ident: str, content: str) -> str:
    """Return a case's JSON with the notice's text in place of the reference.

    Raises:
        Unreadable: the text is not there.
    """
    if _REFERENCE not in content:
        return content
    try:
        whole = json.loads(content)
        notice = _notice(whole)
    except (ValueError, RecursionError):
        return content  # whoever reads the case says what is wrong with it
    digest = notice.pop(_REFERENCE, None)
    if digest is None:
        return content
    text = connection.execute(select(notice_texts.c.text).where(_is(ident, str(digest)))).scalar()
    if text is None:
        raise Unreadable
    whole["notice"] = {"text": text, **notice}
    return _dumped(whole)


def _is(ident: str, digest: str) -> ColumnElement[bool]:
    return (notice_texts.c.case_id == ident) & (notice_texts.c.sha256 == digest)


def _notice(whole: Any) -> dict[str, Any]:
    notice = whole.get("notice") if isinstance(whole, dict) else None
    return notice if isinstance(notice, dict) else {}


def _dumped(whole: Any) -> str:
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
