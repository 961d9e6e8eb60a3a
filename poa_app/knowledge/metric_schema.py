"""What ``metrics.toml`` may hold: the rates Amazon measures, the kinds of defect they count, and how sites differ."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field

from poa_app.knowledge.schema import Bilingual, KnowledgeModel, NounForms, Slug, Statement, Words
from poa_app.model.facts import Fulfilment
from poa_app.model.orders import Defect


class SiteDifference(Statement):
    """How a rule differs on some marketplaces.

    Attributes:
        only: whether the rate exists on these marketplaces and on no other.
        since: the day from which Amazon acts on the rate there.
        counted_from: how many orders there must be before Amazon measures the rate there.
        target: the target there.
        windows: the days over which the rate is measured there.
        lag_days: how many days later it is shown there.
    """

    marketplaces: Annotated[tuple[Words, ...], Field(min_length=1)]
    only: bool = False
    since: date | None = None
    counted_from: Annotated[int, Field(gt=0)] | None = None
    target: Annotated[float, Field(ge=0)] | None = None
    windows: tuple[Annotated[int, Field(gt=0)], ...] = ()
    lag_days: Annotated[int, Field(ge=0)] | None = None


class DefectKind(KnowledgeModel):
    """One of the kinds of defect that a rate counts together and that are answered each for itself.

    Attributes:
        counted: what one and several are called.
        had: what happened to an order with it, such as "had an A-to-z claim".
        named_by: a pattern of the English words by which a root cause names it.
    """

    slug: Slug
    name: Bilingual
    counted: NounForms
    had: Words
    named_by: Words


class MetricKind(KnowledgeModel):
    """A rate Amazon measures, and the words a letter uses for it.

    What it says of target, windows and lag holds wherever no difference says otherwise: ask :meth:`on` for a site.

    Attributes:
        notice_names: what notices call it.
        parts: the kinds of defect it counts together, if it counts several.
        order_defects: what makes an order count in it, or fail to.
        by_units: whether it counts units, so that an order of three can count three times.
    """

    name: Bilingual
    notice_names: Annotated[tuple[Words, ...], Field(min_length=1)]
    formula: Statement
    windows: tuple[Annotated[int, Field(gt=0)], ...]
    lag_days: Annotated[int, Field(ge=0)] = 0
    direction: Literal["under", "at-least"]
    target: Annotated[float, Field(ge=0)]
    channel: Fulfilment
    population: NounForms
    defect: NounForms
    parts: tuple[DefectKind, ...] = ()
    order_defects: tuple[Defect, ...] = ()
    by_units: bool = False
    differences: tuple[SiteDifference, ...] = ()

    def on(self, site: str | None) -> MetricKind:
        """Return the rate as it is measured on a marketplace; as it is in general where none is known."""
        stated = {
            name: getattr(said, name)
            for name in ("target", "windows", "lag_days")
            if (said := self.difference(site, name))
        }
        return self.model_copy(update=stated) if stated else self

    def difference(self, site: str | None, name: str) -> SiteDifference | None:
        """Return the difference of a marketplace that states something, such as its ``target``."""
        own = (one for one in self.differences if site in one.marketplaces)
        return next((one for one in own if getattr(one, name) not in (None, ())), None)

    def elsewhere(self, site: str | None) -> SiteDifference | None:
        """Return the statement by which the rate does not exist on a marketplace; none where it does, or may."""
        known = (one for one in self.differences if one.only)
        return next((one for one in known if site and site not in one.marketplaces), None)

    def part(self, slug: str | None) -> DefectKind | None:
        """Return one of the kinds of defect it counts."""
        return next((one for one in self.parts if one.slug == slug), None)

    def gone_by(self, last: date) -> date:
        """Return the day from which an order of a given day no longer counts: after the longest window and the lag."""
        return last + timedelta(days=max(self.windows) + self.lag_days)

    def met_by(self, value: float, target: float) -> bool:
        """Whether a value meets the target; "under" is strict, so 4.00 is not under 4."""
        return value < target if self.direction == "under" else value >= target
