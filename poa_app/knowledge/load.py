"""Reads the data files, once, and holds them against their schemas."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args

import tomli  # the standard library's own reader, compiled: a third of its time
from pydantic import BaseModel, ConfigDict, ValidationError

from poa_app.errors import KnowledgeFault
from poa_app.knowledge.inheritance import with_shared
from poa_app.knowledge.metric_schema import MetricKind
from poa_app.knowledge.notice_words import Recognition, Tells
from poa_app.knowledge.rule_schema import TextRule
from poa_app.knowledge.schema import (
    Aliases,
    Bilingual,
    ClientQuestion,
    ClockKind,
    Enforcement,
    EvidenceKind,
    Family,
    Guidance,
    KnowledgeModel,
    Marketplace,
    Message,
    Placed,
    Question,
    ReportKey,
    RouteKind,
    RowWords,
    Source,
)
from poa_app.model.orders import AffectedOrder, Channel, Defect

FOLDER = Path(__file__).resolve().parent


class Knowledge(BaseModel):
    """Everything the data files say, by slug, code, field pattern or rule id; its version changes with any file."""

    model_config = ConfigDict(frozen=True)

    version: str
    families: dict[str, Family]
    enforcements: dict[str, Enforcement]
    evidence: dict[str, EvidenceKind]
    metrics: dict[str, MetricKind]
    marketplaces: dict[str, Marketplace]
    routes: dict[str, RouteKind]
    questions: dict[str, Question]
    client_questions: dict[str, ClientQuestion]
    messages: dict[str, Message]
    rules: dict[str, TextRule]
    rule_families: dict[str, Bilingual]
    sources: dict[str, Source]
    places: dict[str, Bilingual]
    clocks: dict[str, ClockKind]
    rows: dict[str, RowWords]
    order_columns: dict[str, Aliases]
    order_words: dict[str, Aliases]
    recognition: Recognition
    tells: Tells
    health_report: dict[str, ReportKey]
    health_flags: dict[str, Bilingual]

    def __hash__(self) -> int:
        """Return a hash by which what is made of the data once can be kept."""
        return hash(self.version)


@cache
def knowledge() -> Knowledge:
    """Return what the shipped data files say.

    Raises:
        KnowledgeFault: a file does not fit its schema.
    """
    return read_folder(FOLDER)


def read_folder(folder: Path) -> Knowledge:
    """Read all data files below a folder.

    Raises:
        KnowledgeFault: a file does not fit its schema, or names something no other file holds.
    """
    families = _table(_files(folder / "families"), Family)
    evidence = _table(_file(folder / "evidence.toml"), EvidenceKind)
    shared = _table({"shared": ("shared.toml", _toml(folder / "shared.toml"))}, Guidance)["shared"]
    own = _table(_files(folder / "enforcements", slugs=True), Enforcement)
    read = Knowledge(
        families=dict(sorted(families.items(), key=lambda item: item[1].order)),
        enforcements=_in_order(own, families, shared, evidence),
        rules=_table(_rules(folder / "rules"), TextRule),
        rule_families=_table(_file(folder / "rule_families.toml"), Bilingual),
        evidence=evidence,
        metrics=_table(_file(folder / "metrics.toml"), MetricKind),
        marketplaces=_table(_file(folder / "marketplaces.toml"), Marketplace),
        routes=_table(_file(folder / "routes.toml"), RouteKind),
        questions=_table(_file(folder / "questions.toml"), Question),
        client_questions=_table(_file(folder / "client_questions.toml"), ClientQuestion),
        messages=_table(_file(folder / "messages.toml"), Message),
        sources=_table(_sources_of(folder / "sources"), Source),
        places=_table(_file(folder / "places.toml"), Bilingual),
        clocks=_table(_file(folder / "clocks.toml"), ClockKind),
        rows=_table(_file(folder / "rows.toml"), RowWords),
        recognition=_table({"": ("recognition.toml", _toml(folder / "recognition.toml"))}, Recognition)[""],
        tells=_table({"": ("tells.toml", _toml(folder / "tells.toml"))}, Tells)[""],
        health_report=_table(_file(folder / "health_report.toml"), ReportKey),
        health_flags=_table(_file(folder / "health_flags.toml"), Bilingual),
        order_columns=_table(_file(folder / "order_columns.toml"), Aliases),
        order_words=_table(_file(folder / "order_words.toml"), Aliases),
        version=_version(folder),
    )
    for file, key, name, known in _references(read):
        if name not in known:
            raise KnowledgeFault(file, key, f"nothing is known under {name!r}")
    return read


def _version(folder: Path) -> str:
    """Return a short name of what the files below a folder say, another one after any change."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.toml")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


T = TypeVar("T", bound=KnowledgeModel)
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
        return tomli.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        raise KnowledgeFault(path.name, "the file", str(error)) from error


def _file(path: Path) -> dict[str, Entry]:
    return {name: (path.name, value) for name, value in _toml(path).items()}


def _files(folder: Path, *, slugs: bool = False) -> dict[str, Entry]:
    return {
        path.stem: (path.name, {**({"slug": path.stem} if slugs else {}), **_toml(path)})
        for path in sorted(folder.glob("*.toml"))
    }


def _sources_of(folder: Path) -> dict[str, Entry]:
    """Return the sources of all files; a name two files give is a fault."""
    entries: dict[str, Entry] = {}
    for path in sorted(folder.glob("*.toml")):
        for name, entry in _file(path).items():
            if name in entries:
                raise KnowledgeFault(path.name, name, f"{entries[name][0]} has a source of this name, too")
            entries[name] = entry
    return entries


def _in_order(
    own: dict[str, Enforcement], families: dict[str, Family], shared: Guidance, evidence: dict[str, EvidenceKind]
) -> dict[str, Enforcement]:
    """Return the enforcements in the order of their families, each with what it shares with others."""
    for slug, one in own.items():
        if one.family not in families:
            raise KnowledgeFault(f"{slug}.toml", "family", f"nothing is known under {one.family!r}")
    ordered = sorted(own.items(), key=lambda item: (families[item[1].family].order, item[1].order, item[0]))
    return {slug: with_shared(one, (families[one.family], shared), evidence) for slug, one in ordered}


def _rules(folder: Path) -> dict[str, Entry]:
    return {
        f"{path.stem}.{name}": entry for path in sorted(folder.glob("*.toml")) for name, entry in _file(path).items()
    }


def _references(read: Knowledge) -> Iterator[tuple[str, str, str, Collection[str]]]:
    """Yield each name that must be known: its file, its key, the name itself, and where it would be known."""
    yield from _classes(read.tells)
    for slug, enforcement in read.enforcements.items():
        file = f"{slug}.toml"
        yield from ((file, "metrics", metric, read.metrics) for metric in enforcement.metrics)
        yield from ((file, "evidence", evidence.kind, read.evidence) for evidence in enforcement.evidence)
        yield from ((file, "questions", asked.field, read.questions) for asked in enforcement.questions)
        yield from _places(file, enforcement, read)
        yield from _objections(file, enforcement, read)
        yield from ((file, "routes", route, read.routes) for route in enforcement.routes)
        yield from _stated(file, "", enforcement, read)
    for slug, family in read.families.items():
        yield from _stated(f"{slug}.toml", "", family, read)
    for slug, metric in read.metrics.items():
        codes = (code for difference in metric.differences for code in difference.marketplaces)
        yield from (("metrics.toml", f"{slug}.differences", code, read.marketplaces) for code in codes)
    for key, reported in read.health_report.items():
        yield from (
            ("health_report.toml", f"{key}.enforcements", slug, read.enforcements) for slug in reported.enforcements
        )
        yield from (("health_report.toml", f"{key}.metric", slug, read.metrics) for slug in (reported.metric,) if slug)
        yield from (
            ("health_report.toml", f"{key}.unless", name, read.health_report) for name in (reported.unless,) if name
        )
    for name, clock in read.clocks.items():
        yield from (("clocks.toml", f"{name}.enforcements", slug, read.enforcements) for slug in clock.enforcements)
    tables: dict[str, Mapping[str, KnowledgeModel]] = {
        "metrics.toml": read.metrics, "routes.toml": read.routes, "messages.toml": read.messages,
        "evidence.toml": read.evidence, "health_report.toml": read.health_report, "clocks.toml": read.clocks,
    }  # fmt: skip
    for file, table in tables.items():
        for name, entry in table.items():
            yield from _stated(file, name, entry, read)
    for name, rule in read.rules.items():
        place, _, key = name.partition(".")
        yield f"{place}.toml", f"{key}.family", rule.family, read.rule_families
        yield from _stated(f"{place}.toml", key, rule, read)
    told = {*get_args(Channel), *get_args(Defect)}
    yield from (("order_columns.toml", name, name, told | {*AffectedOrder.model_fields}) for name in read.order_columns)
    yield from (("order_words.toml", name, name, told) for name in read.order_words)
    for path in read.client_questions:
        whole = any(kind.startswith(f"{path}/") for kind in read.questions)
        yield "client_questions.toml", path, path, [path] if whole else read.questions


def _places(file: str, one: Enforcement, read: Knowledge) -> Iterator[tuple[str, str, str, Collection[str]]]:
    """Yield the sites and the kinds of defect for which an enforcement says something."""
    parts = {part.slug for slug in one.metrics if slug in read.metrics for part in read.metrics[slug].parts}
    for name in Guidance.model_fields:
        for said in getattr(one, name):
            if isinstance(said, Placed):
                yield from ((file, f"{name}.marketplaces", code, read.marketplaces) for code in said.marketplaces)
                yield from ((file, f"{name}.parts", slug, parts) for slug in said.parts)


def _objections(file: str, one: Enforcement, read: Knowledge) -> Iterator[tuple[str, str, str, Collection[str]]]:
    """Yield the papers and the rules by which an enforcement's reasons of refusal are told."""
    for said in one.refused_when:
        yield from ((file, "refused_when.papers", kind, read.evidence) for kind in said.papers)
        yield from ((file, "refused_when.raised_by", rule, read.messages) for rule in said.raised_by)


def _stated(
    file: str, key: str, entry: KnowledgeModel, read: Knowledge
) -> Iterator[tuple[str, str, str, Collection[str]]]:
    if not read.sources.keys() >= {*_SOURCE.findall(entry.model_dump_json())}:  # a tenth of the time of a walk
        yield from ((file, place, source, read.sources) for place, source in _sources(entry.model_dump(), key))


_SOURCE = re.compile(r'"source":"((?:[^"\\]|\\.)*)"')
"""The sources in an entry as JSON; where each of them stands is asked only if one is unknown."""


def _sources(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """Yield each source named below a place, with the key that names it."""
    if isinstance(value, dict):
        for key, item in value.items():
            inner = f"{place}.{key}".lstrip(".")
            yield from [(inner, item)] if key == "source" else _sources(item, inner)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _sources(item, f"{place}.{number}")


def _classes(tells: Tells) -> Iterator[tuple[str, str, str, Collection[str]]]:
    """Yield each class of words that a rule about sentences names."""
    rules = tells.rules
    by_name = (rules.levels, rules.stages, rules.wanting, rules.enforcements, rules.matters, rules.mails)
    tables = (said for table in by_name for said in table.values())
    own = (rules.reminds, rules.enforces, rules.answered, rules.upheld)
    for said in (one for table in (*own, *tables) for one in table):
        names = (word.lstrip("-") for word in said.replace(";", " ").split() if word not in ("!", "near", "far"))
        yield from (("tells.toml", said, name, tells.classes) for name in names)
