"""Whether each topic that a notice asks about in a section is spoken of in that section's rows."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from poa_app.check.context import CheckContext
from poa_app.model.finding import Finding
from poa_app.model.routes import PLAN
from poa_app.model.sections import rows_of
from poa_app.model.text import FIELD_LIMIT, is_blank

_FRAME = frozenset(tomllib.loads(Path(__file__).with_name("request_words.toml").read_text(encoding="utf-8"))["frame"])
"""Words that frame a request and name no topic."""


def topics(context: CheckContext) -> Iterator[Finding]:
    """Find requests whose topic no row of their section speaks of, where a section is asked about several topics.

    A single request is answered by its section as a whole. An action or a measure speaks of what its causes speak of,
    and a topic that no cause speaks of is said once.
    """
    case = context.case
    said: set[tuple[str, ...]] = set()
    for section in PLAN.sections:
        asked = {one.id: _topic(one.words) for one in case.notice.requests if one.section == section}
        if len(set(asked.values()) - {()}) < 2:
            continue
        spoken = _words_of(case, getattr(case, rows_of(section)))
        for one in case.notice.requests:
            topic = asked.get(one.id, ())
            if not topic or topic in said or not is_blank(one.answer) or any(word in spoken for word in topic):
                continue
            said.add(topic)
            yield context.find("requests.no-row", f"/notice/requests/{one.id}/words", quote=" ".join(_named(one.words)))


def _named(words: str | None) -> list[str]:
    """Return the words of a request that name its topic, as they stand."""
    found = re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*", (words or "")[:FIELD_LIMIT])
    return [word for word in found if word.lower() not in _FRAME and len(word) > 2]


def _topic(words: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_stem(word) for word in _named(words)))


def _stem(word: str) -> str:
    """Return the beginning of a word that its forms share."""
    return word.lower()[: max(4, len(word) - 3)][:6]


def _words_of(case: Any, rows: tuple[Any, ...]) -> set[str]:
    """Return the beginnings of the words of some rows and of the causes they answer."""
    causes = {cause.id: cause for cause in case.root_causes}
    wanted = [*rows, *(causes[id] for row in rows for id in getattr(row, "causes", ()) if id in causes)]
    texts = (text for row in wanted for text in _texts(row.model_dump(exclude={"id", "causes", "exhibits"})))
    return {_stem(word) for text in texts for word in re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*", text[:FIELD_LIMIT])}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)
