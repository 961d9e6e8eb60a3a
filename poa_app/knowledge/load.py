"""Reads the data files, once, and holds them against their schemas."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from poa_app.errors import KnowledgeFault
from poa_app.knowledge.schema import (
    Both,
    Enforcement,
    EvidenceKind,
    Known,
    Marketplace,
    Message,
    MetricKind,
    Question,
    RouteKind,
    Source,
    TextRule,
)

FOLDER = Path(__file__).resolve().parent


class Knowledge(BaseModel):
    """Everything the data files say, by slug, code, field pattern or rule id."""

    model_config = ConfigDict(frozen=True)

    enforcements: dict[str, Enforcement]
    evidence: dict[str, EvidenceKind]
    metrics: dict[str, MetricKind]
    marketplaces: dict[str, Marketplace]
    routes: dict[str, RouteKind]
    questions: dict[str, Question]
    messages: dict[str, Message]
    rules: dict[str, TextRule]
    sources: dict[str, Source]
    places: dict[str, Both]


@cache
def knowledge() -> Knowledge:
    """Give what the shipped data files say.

    Raises:
        KnowledgeFault: a file does not fit its schema.
    """
    return read_folder(FOLDER)


def read_folder(folder: Path) -> Knowledge:
    """Read all data files below a folder.

    Raises:
        KnowledgeFault: a file does not fit its schema, or names something no other file holds.
    """
    read = Knowledge(
        enforcements=_table(_files(folder / "enforcements"), Enforcement),
        rules=_table(_rules(folder / "rules"), TextRule),
        evidence=_table(_file(folder / "evidence.toml"), EvidenceKind),
        metrics=_table(_file(folder / "metrics.toml"), MetricKind),
        marketplaces=_table(_file(folder / "marketplaces.toml"), Marketplace),
        routes=_table(_file(folder / "routes.toml"), RouteKind),
        questions=_table(_file(folder / "questions.toml"), Question),
        messages=_table(_file(folder / "messages.toml"), Message),
        sources=_table(_file(folder / "sources.toml"), Source),
        places=_table(_file(folder / "places.toml"), Both),
    )
    for place, kind, name, known in _references(read):
        if name not in known:
            raise KnowledgeFault(place, kind, f"nothing is known under {name!r}")
    return read


T = TypeVar("T", bound=Known)
Entry = tuple[str, Any]
"""A file's name and what it says under one key."""


def _table(entries: dict[str, Entry], schema: type[T]) -> dict[str, T]:
    table: dict[str, T] = {}
    for name, (file, value) in entries.items():
        try:
            table[name] = schema.model_validate(value)
        except ValidationError as error:
            first = error.errors()[0]
            key = ".".join(str(step) for step in (name, *first["loc"]))
            raise KnowledgeFault(file, key, first["msg"]) from error
    return table


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeFault(path.name, "the file", str(error)) from error


def _file(path: Path) -> dict[str, Entry]:
    return {name: (path.name, value) for name, value in _toml(path).items()}


def _files(folder: Path) -> dict[str, Entry]:
    return {path.stem: (path.name, {"slug": path.stem, **_toml(path)}) for path in sorted(folder.glob("*.toml"))}


def _rules(folder: Path) -> dict[str, Entry]:
    return {
        f"{path.stem}.{name}": entry for path in sorted(folder.glob("*.toml")) for name, entry in _file(path).items()
    }


def _references(read: Knowledge) -> Iterator[tuple[str, str, str, Collection[str]]]:
    for slug, enforcement in read.enforcements.items():
        yield from ((slug, "metrics", metric, read.metrics) for metric in enforcement.metrics)
        yield from ((slug, "evidence", evidence.kind, read.evidence) for evidence in enforcement.evidence)
        yield from ((slug, "questions", asked.field, read.questions) for asked in enforcement.questions)
        yield from ((slug, "routes", route, read.routes) for route in enforcement.routes)
    stated: list[Mapping[str, Known]] = [read.enforcements, read.metrics, read.routes, read.messages, read.rules]
    for name, entry in (pair for table in stated for pair in table.items()):
        yield from ((name, "source", source, read.sources) for source in _sources(entry.model_dump()))
    forms = {name.removeprefix("forms.") for name, rule in read.rules.items() if rule.kind == "form"}
    for path, question in read.questions.items():
        if question.form:
            yield path, "form", question.form, forms


def _sources(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (item for key, item in value.items() if key == "source")
        yield from (name for item in value.values() for name in _sources(item))
    elif isinstance(value, tuple):
        yield from (name for item in value for name in _sources(item))
