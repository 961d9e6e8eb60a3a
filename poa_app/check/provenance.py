"""Which facts of the letter come from where, which were entered by hand, and which of the client's it leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from poa_app.check.context import CheckContext
from poa_app.check.letter_facts import facts_of_field
from poa_app.check.quantities import totals
from poa_app.check.sources import ByFact, Fact, Source, index_of_sources, may_be_same_day
from poa_app.check.told_use import ToldUse, told_use
from poa_app.facts.romanised import is_romanised
from poa_app.facts.tokens import normalize_number
from poa_app.model.fields import kind_of
from poa_app.model.finding import Finding
from poa_app.model.paths import steps
from poa_app.model.plain import plain_signs
from poa_app.model.scripts import is_without_latin

EXAMINED = (
    "affected", "scope", "opening", "root_causes", "corrective_actions", "preventive_measures", "open_points",
    "closing", "products", "identifiers",
)  # fmt: skip
"""Parts of a case whose facts somebody must have told, beside suppliers' names and answers to the notice."""

MOST_SOURCES = 3
MOST_QUOTED = 3
"""Facts that one finding names."""


@dataclass(frozen=True)
class LetterFact:
    """One fact of the letter, where it first stands, and where it comes from.

    Attributes:
        path: of the field.
        kind: date, number, id or name.
        quote: its words.
        sources: where else it stands; nothing where it was entered by hand.
    """

    path: str
    kind: str
    quote: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Provenance:
    """The facts of the letter with their sources, and the client's with their use."""

    letter: tuple[LetterFact, ...] = ()
    told: tuple[ToldUse, ...] = ()

    @property
    def by_hand(self) -> tuple[LetterFact, ...]:
        """The facts of the letter that stand nowhere else."""
        return tuple(fact for fact in self.letter if not fact.sources)


def provenance(context: CheckContext) -> Provenance:
    """Return where the facts of the letter come from; nothing while no client's message is there."""
    if not has_messages(context):
        return Provenance()
    return Provenance(tuple(_letter(context)), tuple(told_use(context)))


def has_messages(context: CheckContext) -> bool:
    """Whether the client has sent anything."""
    return any((message.text or "").strip() for message in context.case.client_messages)


def by_hand(context: CheckContext) -> Iterator[Finding]:
    """Find, field by field, dates, numbers, names and ids that nobody told."""
    if not has_messages(context):
        return
    fields: dict[str, list[str]] = {}
    for fact in _letter(context):
        if not fact.sources:
            fields.setdefault(fact.path, []).append(fact.quote)
    for path, quotes in fields.items():
        named = ", ".join(dict.fromkeys(quotes[:MOST_QUOTED]))
        yield context.find("sources.by-hand", path, quote=named)


def _letter(context: CheckContext) -> Iterator[LetterFact]:
    """Yield each fact of the letter once, where it first stands."""
    by_fact, every = index_of_sources(context.case)
    reckoned = frozenset(normalize_number(Decimal(number)) for number in _reckoned(context))
    set_here = (context.case.letter_date, *(measure.review for measure in context.case.preventive_measures))
    own = {("date", day.isoformat()) for day in set_here if isinstance(day, date)}
    seen: set[Fact] = set()
    quoted: set[tuple[str, str]] = set()
    for path, value in context.printed:
        if not _is_examined(path) or (isinstance(value, str) and kind_of(path)):  # unread: said by check/values.py
            continue
        for quote, facts in facts_of_field(path, value):
            if any(fact in seen or (fact[0] == "date" and _is_one_of(fact[1], seen)) for fact in facts):
                continue
            sources = _found(by_fact, every, facts)
            known = any(
                (kind == "number" and value in reckoned) or (kind == "date" and _is_one_of(value, own))
                for kind, value in facts
            )
            if known and not sources:
                continue
            seen |= set(facts)
            if (path, quote) in quoted:
                continue  # both days of a range have the same words
            quoted.add((path, quote))
            yield LetterFact(path, facts[0][0], quote, sources)


def _is_examined(path: str) -> bool:
    name = path.rpartition("/")[2]
    match steps(path)[0]:
        case "notice":
            return name == "answer"
        case "suppliers":
            return name == "name"
        case "products":
            return name != "name"
        case part:
            return part in EXAMINED and name not in _STILL_AHEAD


_STILL_AHEAD = ("review", "review_target")
"""Fields that say what the house has set itself; no client needs to have told it."""


def _is_one_of(day: str, facts: set[Fact]) -> bool:
    """Whether a day stands among facts, be it with its year or without."""
    return any(kind == "date" and may_be_same_day(day, other) for kind, other in facts)


def _found(by_fact: ByFact, every: tuple[Source, ...], facts: tuple[Fact, ...]) -> tuple[Source, ...]:
    found: dict[Source, None] = {}
    for kind, value in facts:
        found |= dict.fromkeys(by_fact.get((kind, value), ()))
        if kind == "date":
            found |= dict.fromkeys(_same_day(by_fact, value))
        elif kind == "id" and not found:
            found |= dict.fromkeys(one for one in every if value in "".join(plain_signs(one.text).split()).upper())
        elif kind == "name" and not found:
            found |= dict.fromkeys(_named(by_fact, every, value))
    return tuple(found)[:MOST_SOURCES]


def _same_day(by_fact: ByFact, value: str) -> Iterator[Source]:
    """Yield the sources of a day whose year or day of the month one side leaves open."""
    for (kind, other), sources in by_fact.items():
        if kind == "date" and may_be_same_day(value, other):
            yield from sources


def _named(by_fact: ByFact, every: tuple[Source, ...], name: str) -> Iterator[Source]:
    """Yield the sources that hold every word of a name, or the Chinese name that it spells."""
    words = set(re.findall(r"[^\W\d_]+", name))
    for source in every:
        if words and words <= set(re.findall(r"[^\W\d_]+", source.text.casefold())):
            yield source
    for (kind, other), sources in by_fact.items():
        if kind == "name" and is_without_latin(other) and is_romanised(name, other):
            yield from sources


def _reckoned(context: CheckContext) -> Iterator[int | float | Decimal]:
    """Yield what a letter may count or look up by itself: sums of the case, windows and targets of the metrics."""
    case = context.case
    rows = (case.root_causes, case.corrective_actions, case.preventive_measures, case.products, case.exhibits)
    yield from map(len, (*rows, case.marketplaces, case.suppliers, case.identifiers, case.metrics))
    for added in ([one.explains for one in case.root_causes], [one.sold for one in case.products]):
        yield from (sum(number for number in added if isinstance(number, int)) for _ in added[1:2])
    yield from totals(context)
    yield from (one.fresh_days for each in context.enforcements for one in each.evidence if one.fresh_days)
    for metric in case.metrics:
        known = context.known.metrics.get(metric.metric or "")
        yield from known.windows if known else ()
        if isinstance(metric.target, Decimal):
            yield metric.target
