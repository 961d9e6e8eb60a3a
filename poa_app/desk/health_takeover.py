"""Figures of an account health report taken over into the rates of a case, as the notice's or as those of now.

A reading goes over whole: its share with the counts and the days it belongs to. What is answered is replaced only where
somebody takes just that figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from poa_app.desk.health import Shown, SiteHealth, percent
from poa_app.intake.health_figures import Rate
from poa_app.model.case import Case
from poa_app.model.facts import Metric, Reading
from poa_app.model.paths import edit, get
from poa_app.model.row_edits import add_row
from poa_app.model.text import is_blank

When = Literal["then", "now"]
"""Which reading of a rate: as the notice gave it, or as it is now."""


def reading_of(shown: Shown) -> Reading | None:
    """Return a figure as the reading of a rate; none where it is no rate of a case, or has no data."""
    figure = shown.figure
    if not (isinstance(figure, Rate) and shown.known and shown.known.metric):
        return None
    if figure.value is None and figure.numerator is None:
        return None
    return Reading(
        value=None if figure.value is None else percent(figure.value, shown.target),
        numerator=figure.numerator,
        denominator=figure.denominator,
        start=figure.start,
        end=figure.end,
    )


def row_of(case: Case, shown: Shown, site: SiteHealth) -> Metric | None:
    """Return the rate of a case that a figure is a reading of, if the case has it."""
    metric = shown.known.metric if shown.known else None
    rows = [row for row in case.metrics if metric and row.metric == metric]
    named = [row for row in rows if row.marketplace == site.code]
    open_rows = [row for row in rows if is_blank(row.marketplace) and (len(case.marketplaces) == 1 or _is_empty(row))]
    return next(iter((*named, *open_rows)), None)


def held(case: Case, shown: Shown, site: SiteHealth, when: When) -> Reading | None:
    """Return what a figure taken over would replace; none where nothing is answered there."""
    row = row_of(case, shown, site)
    reading: Reading | None = getattr(row, when) if row else None
    return reading if reading and reading != Reading() else None


def take(case: Case, shown: Shown, site: SiteHealth, when: When) -> tuple[Case, str]:
    """Take a figure over with its target, in place of what the case says there; a rate it lacks is added.

    Returns:
        The new case, and the path of the rate.
    """
    reading = reading_of(shown)
    if reading is None or not shown.known or not site.is_of_case:
        return case, ""
    row = row_of(case, shown, site)
    if row is None:
        case, path = add_row(case, "/metrics", metric=shown.known.metric)
    else:
        path = f"/metrics/{row.id}"
    if len(case.marketplaces) != 1 and site.code:
        case = edit(case, f"{path}/marketplace", site.code)
    if shown.target is not None and (shown.is_own_target or is_blank(get(case, f"{path}/target"))):
        case = edit(case, f"{path}/target", _plain(shown.target * 100))
    return edit(case, f"{path}/{when}", reading), path


def fill(case: Case, sites: tuple[SiteHealth, ...], when: When) -> Case:
    """Take over what the rates of a case lack, without touching anything answered."""
    for shown, site, row in fillable(case, sites, when):
        path = f"/metrics/{row.id}"
        if len(case.marketplaces) != 1 and site.code and is_blank(row.marketplace):
            case = edit(case, f"{path}/marketplace", site.code)
        if is_blank(row.target) and shown.target is not None:
            case = edit(case, f"{path}/target", _plain(shown.target * 100))
        case = edit(case, f"{path}/{when}", reading_of(shown))
    return case


def fillable(case: Case, sites: tuple[SiteHealth, ...], when: When) -> tuple[tuple[Shown, SiteHealth, Metric], ...]:
    """Return the figures that fill a reading nobody has answered, each with its rate, where no choice is left."""
    found: dict[str, tuple[Shown, SiteHealth, Metric]] = {}
    for site in sites:
        for shown in _plain_figures(case, site) if site.is_of_case else ():
            row = row_of(case, shown, site)
            if row and not held(case, shown, site, when):
                found.setdefault(row.id, (shown, site, row))
    return tuple(found.values())


def _plain_figures(case: Case, site: SiteHealth) -> Iterator[Shown]:
    """Yield one figure for each rate, where channels and other figures leave no choice."""
    there = {shown.place: shown for shown in site.rates if reading_of(shown)}
    keys = {shown.figure.key for shown in there.values()}
    for shown in there.values():
        figure = shown.figure
        if shown.known and shown.known.unless in keys:
            continue
        channel = figure.channel if isinstance(figure, Rate) else None
        both = sum(other.figure.key == figure.key for other in there.values()) > 1
        if channel is None or case.fulfilment == channel or (not both and case.fulfilment != _other(channel)):
            yield shown


def _other(channel: str) -> str:
    return "amazon" if channel == "seller" else "seller"


def _is_empty(row: Metric) -> bool:
    return row.then == Reading() and row.now == Reading()


def _plain(number: Decimal) -> Decimal:
    return Decimal(f"{number.normalize():f}")
