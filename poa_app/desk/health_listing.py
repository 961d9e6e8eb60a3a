"""An account health report as ``poa health`` prints it: a table for people, an object for scripts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from poa_app.desk.health import ACCOUNTS, RATINGS, VERDICTS, HealthReport, Shown, SiteHealth, health
from poa_app.intake.health_figures import Rate
from poa_app.knowledge.schema import Bilingual

_HEADS = (
    Bilingual(en="Figure", zh="指标"),
    Bilingual(en="Value", zh="数值"),
    Bilingual(en="Target", zh="目标"),
    Bilingual(en="Counts", zh="计数"),
    Bilingual(en="Period (UTC)", zh="统计期间（UTC）"),
    Bilingual(en="Verdict", zh="结论"),
)
_FLAG = Bilingual(en="! {words}", zh="！{words}")
_NO_FIGURES = Bilingual(en="No figures in the report.", zh="报告中没有该站点的指标。")
_NO_DATA = Bilingual(en="No data: {words}", zh="无数据：{words}")
_UNREAD = Bilingual(en="Not read, since unknown here: {words}", zh="未读取的未知字段：{words}")
_POINTS = Bilingual(en="Points to:", zh="指向的违规类型：")
_POLICY = Bilingual(en="{words} (policy)", zh="{words}（政策）")


def lines(report: HealthReport, language: str) -> Iterator[str]:
    """Yield a report line by line, one table for each site."""
    for site in health(report):
        account, rating = ACCOUNTS[site.site.account], RATINGS[site.site.rating]
        named = f"{site.code} {site.name}" if site.code else site.name
        score = f" {site.site.score}" if site.site.score is not None else ""
        yield " · ".join((named, account.in_language(language), rating.in_language(language) + score))
        yield from (f"  {line}" for line in _inside(site, language))


def _inside(site: SiteHealth, language: str) -> Iterator[str]:
    if site.rates or site.violations:
        yield from _table(site, language)
        if site.no_data:
            yield _said(_NO_DATA, "; ".join(one.in_language(language) for one in site.no_data), language)
    else:
        yield _NO_FIGURES.in_language(language)
    if site.site.unread:
        yield _said(_UNREAD, "; ".join(site.site.unread), language)
    if site.pointers:
        yield _POINTS.in_language(language)
    for pointer in site.pointers:
        between = "：" if language == "zh" else ": "
        yield f"  {pointer.because.in_language(language)}{between}{', '.join(pointer.enforcements)}"


def _said(template: Bilingual, words: str, language: str) -> str:
    said = template.in_language(language).format(words=words)
    return said.replace("; ", "；") if language == "zh" else said


def _table(site: SiteHealth, language: str) -> Iterator[str]:
    every = (*site.rates, *site.violations)
    rows = [tuple(head.in_language(language) for head in _HEADS), *(_row(shown, language) for shown in every)]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(_HEADS))]
    yield _line(rows[0], widths)
    for shown, row in zip(every, rows[1:], strict=True):
        yield _line(row, widths)
        for flag in shown.flags:
            yield "    " + _said(_FLAG, flag.in_language(language), language)


def _row(shown: Shown, language: str) -> tuple[str, ...]:
    aim = shown.aim.in_language(language)
    if shown.target is not None and not shown.is_own_target:
        aim = _said(_POLICY, aim, language)
    return (
        shown.name.in_language(language),
        shown.value or "–",
        aim,
        shown.counts or "–",
        shown.period or "–",
        VERDICTS[shown.verdict].in_language(language),
    )


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes; a Chinese sign takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def contract(report: HealthReport) -> list[dict[str, Any]]:
    """Return a report as scripts rely on it: shares as the report gives them, null where there is no data."""
    return [
        {
            "marketplace": site.code,
            "marketplace_id": site.site.marketplace_id,
            "account": site.site.account,
            "rating": site.site.rating,
            "score": site.site.score,
            "figures": [_figure(shown) for shown in (*site.rates, *site.violations)],
            "warnings": [{"type": one.kind, "status": one.status} for one in site.site.warnings],
            "no_data": [name.en for name in site.no_data],
            "unread": list(site.site.unread),
            "points_to": [
                {"because": {"en": one.because.en, "zh": one.because.zh}, "enforcements": list(one.enforcements)}
                for one in site.pointers
            ],
        }
        for site in health(report)
    ]


def _figure(shown: Shown) -> dict[str, Any]:
    figure = shown.figure
    rate = figure if isinstance(figure, Rate) else None
    return {
        "key": figure.key,
        "metric": shown.known.metric if shown.known else None,
        "channel": rate.channel if rate else None,
        "name": {"en": shown.name.en, "zh": shown.name.zh},
        "rate": _number(rate.value) if rate else None,
        "numerator": rate.numerator if rate else None,
        "denominator": rate.denominator if rate else None,
        "parts": {part.key: part.count for part in rate.parts} if rate else {},
        "count": None if rate else _number(figure.measure),
        "target": _number(shown.target),
        "target_from": None if shown.target is None else "report" if shown.is_own_target else "policy",
        "condition": shown.condition,
        "start": figure.start.isoformat() if figure.start else None,
        "end": figure.end.isoformat() if figure.end else None,
        "status": figure.status,
        "verdict": shown.verdict,
        "flags": [
            {"kind": one.kind, "message": flag.en, "message_zh": flag.zh}
            for one, flag in zip(shown.contradictions, shown.flags, strict=True)
        ],
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)
