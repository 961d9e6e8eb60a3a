"""What a rate is: how Amazon reckons it, over which days, its target, and how sites differ."""

from __future__ import annotations

from collections.abc import Collection

from poa_app.knowledge.metric_schema import MetricKind
from poa_app.ui import show
from poa_app.ui.enforcement_card import line
from poa_app.ui.markup import bullets, gray, put, small
from poa_app.ui.words import Reader


def metric_facts(reader: Reader, kind: MetricKind, sites: Collection[str]) -> None:
    """Show how a rate is reckoned.

    Args:
        reader: whoever reads the page.
        kind: the rate.
        sites: the marketplaces whose differences are shown; none shows those of all.
    """
    show.markdown(small(line(reader, kind.formula)))
    days = " / ".join(str(window) for window in kind.windows)
    target = f"{kind.target:g}"
    under = kind.direction == "under"
    aim = (
        reader.say("under {target} percent", target=target)
        if under
        else reader.say("at least {target} percent", target=target)
    )
    facts = [
        reader.say("window: {days} days", days=days),
        reader.say("shown {days} days late", days=kind.lag_days) if kind.lag_days else "",
        reader.say("target: {aim}", aim=aim),
        "" if kind.channel == "both" else reader.say("seller-fulfilled orders only"),
    ]
    show.markdown(small(gray(put(*(fact for fact in facts if fact), by=" · "))))
    if kind.parts:
        names = reader.comma.join(reader.localized(part.name) for part in kind.parts)
        show.markdown(small(gray(reader.say("counts together: {kinds}", kinds=names))))
    told = [one for one in kind.differences if not sites or set(one.marketplaces) & set(sites)]
    if told:
        named = (put(reader.comma.join(one.marketplaces), line(reader, one), by=reader.colon) for one in told)
        show.markdown(bullets(small(words) for words in named))
