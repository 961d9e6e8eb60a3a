"""The texts of notices: each kept once beside its case, not in every state the case was in.

What is kept of a case names the text by its SHA-256; the text goes with the case.
"""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, bindparam, select

from poa_app.intake.case_file import case_json
from poa_app.store.inserts import add_once
from poa_app.store.tables import Unreadable, notice_texts

_REFERENCE = "text_sha256"

_KEPT = (notice_texts.c.case_id == bindparam("case_id")) & (notice_texts.c.sha256 == bindparam("sha256"))
_IS_KEPT = select(notice_texts.c.sha256).where(_KEPT)
_TEXT = select(notice_texts.c.text).where(_KEPT)
"""Made once, as every statement of a save is: making one takes SQLAlchemy longer than SQLite takes to answer it."""


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
    key = {"case_id": ident, "sha256": digest}
    if connection.execute(_IS_KEPT, key).first() is None:
        add_once(connection, notice_texts, {**key, "text": text})
    whole["notice"][_REFERENCE] = digest
    return case_json(whole)


def with_text(connection: Connection, ident: str, content: str) -> str:
    """Return a case's JSON with the notice's text in place of the reference.

    Raises:
        Unreadable: the text is not there.
    """
    digest = _named(content)
    if digest is None:
        return content
    text = connection.execute(_TEXT, {"case_id": ident, "sha256": digest}).scalar()
    if text is None:
        raise Unreadable
    return _joined(content, text)


@lru_cache(maxsize=64)
def _named(content: str) -> str | None:
    """Return the SHA-256 by which a case's JSON names the notice's text, if it does."""
    if _REFERENCE not in content:
        return None
    try:
        digest = _notice(json.loads(content)).get(_REFERENCE)
    except (ValueError, RecursionError):
        return None  # whoever reads the case says what is wrong with it
    return None if digest is None else str(digest)


@lru_cache(maxsize=64)
def _joined(content: str, text: str) -> str:
    """Return a case's JSON with a text in place of the reference: remembered, for a case is read again and again."""
    whole = json.loads(content)
    notice = _notice(whole)
    del notice[_REFERENCE]
    whole["notice"] = {"text": text, **notice}
    return case_json(whole)


def _notice(whole: Any) -> dict[str, Any]:
    notice = whole.get("notice") if isinstance(whole, dict) else None
    return notice if isinstance(notice, dict) else {}
