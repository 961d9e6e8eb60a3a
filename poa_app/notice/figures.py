"""The rates a notice gives: value, target, counts and period, each beside the name of its metric."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from poa_app.facts.tokens import tokens
from poa_app.knowledge import Knowledge
from poa_app.model.plain import plain_signs
from poa_app.notice.days import day_meant
from poa_app.notice.reading import Figure, Read

REACH = 320
"""Characters after the name of a metric within which its figures are looked for."""
BEFORE = 90
"""Characters before it: "6.3% late shipment rate", "41 of 650 orders were late"."""

_PERCENT = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,3})?)\s?(?:%|percent\b|per cent\b)", re.ASCII)
_SHARE = re.compile(
    r"\b(?:rate|score)\s{0,2}(?:is|of|was|:|=)\s{0,2}(0[.,]\d{2,5})(?![\d%]|\s?%)", re.IGNORECASE | re.ASCII
)
_TARGET = re.compile(
    r"(?:target|goal|threshold|minimum|maximum|limit|require[ds]?|requirement|under|below|less than|lower than|at least|above|over|exceed(?:s|ed)?|"
    r"no more than|should (?:be|not)|must (?:be|not)|maintain|stay|keep|目标|低于|不得高于|不超过|不得低于|至少|应达到|标准|要求|以上|以下|Zielwert|mindestens|unter)"
    r"[^%.;。；]{0,45}$",
    re.IGNORECASE,
)
_OF = re.compile(
    r"(?<![\d.,/-])(\d{1,3}(?:[,.]\d{3})+|\d{1,6})\s{0,2}(?:orders?\s|units?\s|packages?\s)?(?:out of|of(?: the| your)?|/|von)\s{0,2}"
    r"(\d{1,3}(?:[,.]\d{3})+|\d{1,6})(?![\d/%-]|[.,]\d)",
    re.IGNORECASE | re.ASCII,
)
_OF_CHINESE = re.compile(
    r"(\d[\d,]{0,8})\s{0,2}(?:个|单|笔)?(?:订单|订单中)?[^\d。；]{0,6}?中?有\s{0,2}(\d[\d,]{0,8})\s{0,2}(?:个|单|笔)"
)
_DAYS = re.compile(
    r"(?<![\d.])(\d{1,3})[\s-]{0,2}(?:calendar[\s-])?(?:days?\b|天|日间)|(?:过去|最近|近)\s?(\d{1,3})\s?(?:天|日)",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(
    r"(?:last|past|previous|prior|over|during|in|trailing|rolling|window|period|过去|最近|近|统计)[\s\w(-]{0,14}$",
    re.IGNORECASE,
)
_LOOKS_BACK_AFTER = re.compile(
    r"^\W{0,3}(?:window|period|lookback|look-back|rate|time frame|timeframe|内|的|滚动|统计|ending)", re.IGNORECASE
)
WINDOWS = frozenset({7, 10, 14, 30, 60, 90, 120, 180})


def figures(text: str, order: str, known: Knowledge) -> tuple[Read[Figure], ...]:
    """Return what a text says of each metric it names, in its order; nothing of one of which it gives no figure.

    Args:
        text: the notice.
        order: ``month-first`` or ``day-first``, for days in numbers.
        known: the data files.
    """
    plain = plain_signs(text)
    named = sorted(_named(plain, known), key=lambda one: one[1])
    read: dict[str, Read[Figure]] = {}
    for number, (metric, start, end) in enumerate(named):
        following = next((other for name, other, _ in named[number + 1 :] if name != metric), len(plain))
        before = max((stop for name, _, stop in named[:number] if name != metric), default=0)
        stop = min(following, end + REACH)
        begin = max(before, start - BEFORE, plain.rfind(".\n", 0, start), plain.rfind("\n\n", 0, start), 0)
        one = _in(plain, begin, stop, metric, order)
        held = read.get(metric)
        if held:
            read[metric] = Read(_joined(held.value, one), held.start, held.end)
        elif one != Figure(metric):
            read[metric] = Read(one, start, end)
    return tuple(sorted(read.values(), key=lambda one: one.start))


def _named(plain: str, known: Knowledge) -> Iterator[tuple[str, int, int]]:
    for slug, metric in known.metrics.items():
        for name in metric.notice_names:
            for match in _name(name).finditer(plain):
                yield slug, match.start(), match.end()


_names: dict[str, re.Pattern[str]] = {}


def _name(words: str) -> re.Pattern[str]:
    """Return a pattern of a name, whose words may stand on two lines."""
    if words not in _names:
        inner = r"[\s>+-]{1,6}".join(map(re.escape, re.split(r"[\s-]", words)))
        edges = r"\b" if words.isascii() else ""
        _names[words] = re.compile(f"{edges}{inner}{edges}", re.IGNORECASE)
    return _names[words]


def _in(plain: str, begin: int, stop: int, metric: str, order: str) -> Figure:
    part = plain[begin:stop]
    value = target = None
    for match in _PERCENT.finditer(part):
        number = _decimal(match[1])
        if number > 100:
            continue
        if _TARGET.search(part[max(0, match.start() - 60) : match.start()]):
            target = number if target is None else target
        elif value is None:
            value = number
    if value is None and (share := _SHARE.search(part)):
        value = (_decimal(share[1]) * 100).normalize()
    numerator, denominator = _counts(part)
    start, end = _period(part, order)
    return Figure(metric, value, target, numerator, denominator, _window(part), start, end)


def _counts(part: str) -> tuple[int | None, int | None]:
    for match in _OF.finditer(part):
        few, many = _whole(match[1]), _whole(match[2])
        if few <= many and many > 1 and not (match[0].count("/") and many < 32 and few < 13):
            return few, many
    if match := _OF_CHINESE.search(part):
        many, few = _whole(match[1]), _whole(match[2])
        if few <= many:
            return few, many
    return None, None


def _window(part: str) -> int | None:
    for match in _DAYS.finditer(part):
        days = int(match[1] or match[2])
        if days not in WINDOWS:
            continue
        before, after = part[max(0, match.start() - 30) : match.start()], part[match.end() : match.end() + 20]
        if match[2] or _LOOKS_BACK.search(before) or _LOOKS_BACK_AFTER.search(after):
            return days
    return None


def _period(part: str, order: str) -> tuple[date | None, date | None]:
    """Return the first two days that stand beside each other as "from … to …"."""
    days = [(one.start, one.end, day) for one in tokens(part) if one.kind == "date" if (day := day_meant(one, order))]
    for (_, end, first), (start, _, last) in zip(days, days[1:], strict=False):
        between = part[end:start].strip(" ,\n").lower()
        if first <= last and between in ("to", "-", "through", "and", "until", "–", "bis", "至", "到", "~"):
            return first, last
    return None, None


def _joined(one: Figure, other: Figure) -> Figure:
    """Fill what the first mention leaves open with what a later one says."""
    missing = {name: value for name, value in vars(other).items() if vars(one)[name] is None and value is not None}
    return replace(one, **missing)


def _decimal(said: str) -> Decimal:
    return Decimal(said.replace(",", "."))


def _whole(said: str) -> int:
    return int(re.sub(r"[,.]", "", said))
