"""What can be read in the notice of a case, read once as long as its text stays the same."""

from __future__ import annotations

from functools import lru_cache

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.text import is_blank
from poa_app.notice.read import read_notice
from poa_app.notice.reading import NoticeReading

__all__ = ["NoticeReading", "reading"]


@lru_cache(maxsize=64)
def _read(text: str, sites: tuple[str, ...]) -> NoticeReading:
    return read_notice(text, knowledge(), sites)


def reading(case: Case) -> NoticeReading | None:
    """Return what can be read in the notice of a case; none where it has no text."""
    text = case.notice.text
    return None if text is None or is_blank(text) else _read(text, case.marketplaces)
