"""An account health report held against targets: what each site meets and misses, and what that points to.

The target of the file counts first, that of Amazon's published policy where the file has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Literal

from poa_app.intake.case_file import read_bytes
from poa_app.intake.health_figures import (
    AccountStatus,
    Channel,
    Condition,
    Contradiction,
    HealthReport,
    Rate,
    Rating,
    Site,
    Violations,
    contradictions,
    meets,
)
from poa_app.intake.health_report import REPORT_LIMIT, read_health_report
from poa_app.knowledge import knowledge
from poa_app.knowledge.schema import Bilingual, ReportKey
from poa_app.model.case import Case

__all__ = ["Condition", "HealthReport", "Pointer", "Shown", "SiteHealth", "health", "percent", "read", "read_file"]

Verdict = Literal["meets", "missed", "no-data"]

VERDICTS: dict[Verdict, Bilingual] = {
    "meets": Bilingual(en="Meets", zh="达标"),
    "missed": Bilingual(en="Missed", zh="未达标"),
    "no-data": Bilingual(en="No data", zh="无数据"),
}
ACCOUNTS: dict[AccountStatus | None, Bilingual] = {
    "normal": Bilingual(en="Account normal", zh="账户正常"),
    "at-risk": Bilingual(en="Account at risk", zh="账户有停用风险"),
    "deactivated": Bilingual(en="Account deactivated", zh="账户已停用"),
    "suspended": Bilingual(en="Account suspended", zh="账户已暂停"),
    None: Bilingual(en="Account status: no data", zh="账户状态：无数据"),
}
RATINGS: dict[Rating | None, Bilingual] = {
    "great": Bilingual(en="Account Health Rating: great", zh="账户状况评级：良好（GREAT）"),
    "warned": Bilingual(en="Account Health Rating: warned", zh="账户状况评级：警告（WARNED）"),
    None: Bilingual(en="Account Health Rating: no data", zh="账户状况评级：无数据"),
}
_CHANNELS: dict[Channel, Bilingual] = {
    "seller": Bilingual(en="seller-fulfilled", zh="自配送"),
    "amazon": Bilingual(en="FBA", zh="FBA"),
}
_TARGETS: dict[Condition, Bilingual] = {
    "under": Bilingual(en="under {target}", zh="低于 {target}"),
    "at-least": Bilingual(en="at least {target}", zh="不低于 {target}"),
    "equals": Bilingual(en="{target}", zh="{target}"),
}


@dataclass(frozen=True)
class Shown:
    """One figure of a report as it is shown.

    Attributes:
        figure: what the report says.
        place: what tells it apart from the others of its site.
        name: what it is called, with its channel.
        known: what the data files say of it.
        target: what it is held against, a share or a count; none where neither file nor policy has one.
        condition: how it is held against that.
        is_own_target: whether the target is the file's own.
        verdict: what comes of it.
        contradictions: what the report says against itself here.
    """

    figure: Rate | Violations
    place: str
    name: Bilingual
    known: ReportKey | None
    target: Decimal | None
    condition: Condition
    is_own_target: bool
    verdict: Verdict
    contradictions: tuple[Contradiction, ...]

    @property
    def is_bad(self) -> bool:
        """Whether it misses its target, or Amazon calls it bad."""
        return self.verdict == "missed" or self.figure.status == "bad"

    @property
    def flags(self) -> tuple[Bilingual, ...]:
        """What to say of its contradictions."""
        return tuple(_words(one) for one in self.contradictions)

    @property
    def value(self) -> str:
        """The figure as text: ``6.82 %`` or ``3``; empty where there is no data."""
        measure = self.figure.measure
        if measure is None:
            return ""
        return f"{percent(measure, self.target):f} %" if isinstance(self.figure, Rate) else f"{measure:f}"

    @property
    def counts(self) -> str:
        """The counts of a rate as text: ``47 / 812``; a question mark for one that is not there."""
        above, below = (
            (self.figure.numerator, self.figure.denominator) if isinstance(self.figure, Rate) else (None, None)
        )
        if above is None and below is None:
            return ""
        return " / ".join("?" if count is None else f"{count:,}" for count in (above, below))

    @property
    def period(self) -> str:
        """The days it was counted over as text: ``2026-10-20 – 2026-11-18``."""
        start, end = self.figure.start, self.figure.end
        return " – ".join(day.isoformat() if day else "?" for day in (start, end)) if start or end else ""

    @property
    def aim(self) -> Bilingual:
        """The target as text: ``under 4 %``; a dash where there is none."""
        if self.target is None:
            return Bilingual(en="–", zh="–")
        number = f"{_short(self.target * 100)} %" if isinstance(self.figure, Rate) else _short(self.target)
        words = _TARGETS[self.condition]
        return Bilingual(en=words.en.format(target=number), zh=words.zh.format(target=number))


@dataclass(frozen=True)
class Pointer:
    """Something that points to enforcements: what it is, those it points to, and who says so."""

    because: Bilingual
    enforcements: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class SiteHealth:
    """What a report says of one marketplace, held against the targets.

    Attributes:
        site: what the report says.
        code: our code of the marketplace, such as US; none for one that is not known here.
        is_of_case: whether it is a site of the case, or the case names none.
        rates: the rates that have data.
        violations: the counts of violations that have data.
        no_data: what the rest is called.
        pointers: which enforcements all this points to.
    """

    site: Site
    code: str | None
    is_of_case: bool
    rates: tuple[Shown, ...]
    violations: tuple[Shown, ...]
    no_data: tuple[Bilingual, ...]
    pointers: tuple[Pointer, ...]

    @property
    def name(self) -> str:
        """The store, such as Amazon.com; Amazon's id where the store is not known here."""
        return knowledge().marketplaces[self.code].store if self.code else self.site.marketplace_id


def read(content: bytes, name: str) -> HealthReport:
    """Return what an account health report says.

    Raises:
        InputError: it is none.
    """
    return read_health_report(content, name)


def read_file(path: Path) -> HealthReport:
    """Return what the account health report in a file says.

    Raises:
        InputError: it cannot be read, or is none.
    """
    return read_health_report(read_bytes(path, REPORT_LIMIT), path.name)


def health(report: HealthReport, case: Case | None = None) -> tuple[SiteHealth, ...]:
    """Return a report held against the targets, site by site; those of the case first, in its order."""
    wanted = case.marketplaces if case else ()
    sites = [_site(site, wanted) for site in report.sites]
    order = {code: number for number, code in enumerate(wanted)}
    return tuple(sorted(sites, key=lambda one: order.get(one.code or "", len(order))))


def percent(share: Decimal, target: Decimal | None = None) -> Decimal:
    """Return a share in percent with two decimals; with more, up to six, where two would move it over its target."""
    exact = share * 100
    for places in range(2, 6):
        shown = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if target is None or _side(shown, target * 100) == _side(exact, target * 100):
            return shown
    return exact.quantize(Decimal(1).scaleb(-6), ROUND_HALF_UP)


def _side(value: Decimal, line: Decimal) -> int:
    return (value > line) - (value < line)


def _short(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _site(site: Site, wanted: tuple[str, ...]) -> SiteHealth:
    known = knowledge()
    code = next((code for code, one in known.marketplaces.items() if one.marketplace_id == site.marketplace_id), None)
    rates = [_shown(one) for one in site.rates]
    violations = [_shown(one) for one in site.violations]
    every = (*rates, *violations)
    there = {one.figure.key for one in every if one.figure.measure is not None}
    judged = [one for one in every if not (one.known and one.known.unless in there)]
    return SiteHealth(
        site=site,
        code=code,
        is_of_case=not wanted or code in wanted,
        rates=tuple(one for one in rates if one.figure.has_data),
        violations=tuple(one for one in violations if one.figure.has_data),
        no_data=tuple(one.name for one in every if not one.figure.has_data),
        pointers=tuple(_pointers(site, judged)),
    )


def _shown(figure: Rate | Violations) -> Shown:
    known = knowledge().health_report.get(figure.key)
    channel = figure.channel if isinstance(figure, Rate) else None
    metric = knowledge().metrics.get(known.metric or "") if known else None
    policy = Decimal(f"{metric.target:g}") / 100 if metric else Decimal(0) if isinstance(figure, Violations) else None
    target = figure.target if figure.target is not None else policy
    condition = figure.condition or (metric.direction if metric else "equals")
    measure, verdict = figure.measure, _verdict(figure, target, condition)
    found = contradictions(figure)
    if measure is not None and measure == target and condition == "under":
        found = (*found, Contradiction("on-the-line"))
    return Shown(
        figure=figure,
        place=f"{figure.key}-{channel}" if channel else figure.key,
        name=_name(known, figure.key, channel),
        known=known,
        target=target,
        condition=condition,
        is_own_target=figure.target is not None,
        verdict=verdict,
        contradictions=found,
    )


def _verdict(figure: Rate | Violations, target: Decimal | None, condition: Condition) -> Verdict:
    """Hold a figure against its target; without one of the two, Amazon's own word counts."""
    if isinstance(figure, Rate) and figure.denominator == 0:
        return "no-data"
    if figure.measure is None or target is None:
        return {"good": "meets", "bad": "missed"}.get(figure.status or "", "no-data")  # type: ignore[return-value]
    return "meets" if meets(figure.measure, target, condition) else "missed"


def _name(known: ReportKey | None, key: str, channel: Channel | None) -> Bilingual:
    if not known:
        return Bilingual(en=key or "–", zh=key or "–")
    if not channel:
        return known.name
    words = _CHANNELS[channel]
    return Bilingual(en=f"{known.name.en}, {words.en}", zh=f"{known.name.zh}，{words.zh}")


def _words(one: Contradiction) -> Bilingual:
    words, values = knowledge().health_flags[one.kind], dict(one.values)
    return Bilingual(en=words.en.format(**values), zh=words.zh.format(**values))


def _pointers(site: Site, judged: list[Shown]) -> Iterator[Pointer]:
    for one in judged:
        if one.is_bad and one.known:
            yield from _pointed(one.known, _told(one.name, one.value))
        if one.is_bad and isinstance(one.figure, Rate):
            for part in one.figure.parts:
                known = knowledge().health_report.get(f"{one.figure.key}.{part.key}")
                if known and part.count:
                    yield from _pointed(known, _told(_name(known, part.key, one.figure.channel), f"{part.count:,}"))
    for warning in site.warnings:
        known = knowledge().health_report.get(f"warningStates.{warning.kind}")
        if known and warning.status == "bad":
            yield from _pointed(known, known.name)
    known = knowledge().health_report.get("accountHealthRating")
    if known and site.rating == "warned":
        yield from _pointed(known, RATINGS["warned"])


def _pointed(known: ReportKey, because: Bilingual) -> Iterator[Pointer]:
    if known.enforcements:
        yield Pointer(because, known.enforcements, known.source)


def _told(name: Bilingual, value: str) -> Bilingual:
    return Bilingual(en=f"{name.en} {value}".strip(), zh=f"{name.zh} {value}".strip())
