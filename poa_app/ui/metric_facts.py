"""What a rate is: how Amazon reckons it, over which days, its target, and how sites differ."""

from __future__ import annotations

from collections.abc import Collection

from poa_app.knowledge.metric_schema import MetricKind
from poa_app.ui import show
from poa_app.ui.enforcement_card import line
from poa_app.ui.markup import bullets, gray, put, small
from poa_app.ui.words import localized, say


def metric_facts(kind: MetricKind, sites: Collection[str]) -> None:
    """Show how a rate is reckoned.

    Args:
        kind: the rate.
        sites: the marketplaces whose differences are shown; none shows those of all.
    """
    show.markdown(small(line(kind.formula)))
    days = " / ".join(str(window) for window in kind.windows)
    target = f"{kind.target:g}"
    under = kind.direction == "under"
    aim = say("under {target} percent", target=target) if under else say("at least {target} percent", target=target)
    facts = [
        say("window: {days} days", days=days),
        say("shown {days} days late", days=kind.lag_days) if kind.lag_days else "",
        say("target: {aim}", aim=aim),
        "" if kind.channel == "both" else say("seller-fulfilled orders only"),
    ]
    show.markdown(small(gray(put(*(fact for fact in facts if fact), by=" · "))))
    if kind.parts:
        names = ", ".join(localized(part.name) for part in kind.parts)
        show.markdown(small(gray(say("counts together: {kinds}", kinds=names))))
    told = [one for one in kind.differences if not sites or set(one.marketplaces) & set(sites)]
    if told:
        named = (put(", ".join(one.marketplaces), line(one), by=": ") for one in told)
        show.markdown(bullets(small(words) for words in named))
