"""Whether the case contradicts what an earlier appeal said of the same deeds and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from rapidfuzz import fuzz

from poa_app.check.context import CheckContext
from poa_app.facts.tokens import Token, agreeing, normalize_number, tokens
from poa_app.model.finding import Finding
from poa_app.model.rows import ROWS_WITH_PASSAGE
from poa_app.model.text import is_blank

SAME_DEED = 80
"""How alike, of 100, a sentence and a deed must be to speak of the same thing."""

_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\d)|(?:(?<=Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?<=Sept))\.)+")
_COUNT = r"(?<![\d,])(\d{1,3}(?:,\d{3}){1,3}|\d{1,12})(?!\d)"
_PAIR = re.compile(rf"{_COUNT}\s+(?:of|out of)\s+(?:the\s+)?{_COUNT}", re.ASCII)


def history(context: CheckContext) -> Iterator[Finding]:
    """Compare rows and metrics with each earlier appeal."""
    for earlier in context.case.earlier_appeals:
        text = earlier.text or ""
        yield from _pairs(context, text)
        sentences = [match.group().strip() for match in _SENTENCE.finditer(text)]
        for kind in ROWS_WITH_PASSAGE:
            for row in getattr(context.case, kind):
                for sentence in sentences:
                    if not is_blank(row.what) and fuzz.token_set_ratio(row.what.lower(), sentence.lower()) >= SAME_DEED:
                        yield from _row(context, row, f"/{kind}/{row.id}", row.spec.dated_by, tokens(sentence))


def _pairs(context: CheckContext, text: str) -> Iterator[Finding]:
    """Compare "47 of 812" with the counts of the metrics: one number the same, the other not."""
    readings = {
        f"/metrics/{metric.id}/{name}/numerator": (getattr(metric, name).numerator, getattr(metric, name).denominator)
        for metric in context.case.metrics
        for name in ("then", "now")
    }
    said = {(_whole(one), _whole(other)): quote for one, other, quote in _quoted(text)}
    new = {pair: quote for pair, quote in said.items() if pair not in readings.values()}
    for path, ours in readings.items():
        if ours in said or not all(isinstance(number, int) for number in ours):
            continue
        for theirs, quote in new.items():
            if (theirs[0] == ours[0]) != (theirs[1] == ours[1]) and theirs[1] > 20:
                yield context.find("history.number", path, earlier=quote, quote=f"{ours[0]} of {ours[1]}")


def _quoted(text: str) -> Iterator[tuple[str, str, str]]:
    yield from ((match[1], match[2], match.group()) for match in _PAIR.finditer(text))


def _whole(number: str) -> int:
    return int(number.replace(",", ""))


def _row(context: CheckContext, row: Any, path: str, name: str, said: tuple[Token, ...]) -> Iterator[Finding]:
    ours = getattr(row, name)
    days = [token for token in said if token.kind == "date"]
    if isinstance(ours, date) and days:
        agrees = agreeing([("date", ours.isoformat())])
        if not any(agrees("date", token.value) for token in days):
            yield context.find("history.date", f"{path}/{name}", earlier=days[0].quote, quote=ours.isoformat())
    numbers = {token.value: token.quote for token in said if token.kind == "number"}
    mine = {token.value: token.quote for token in tokens(row.what) if token.kind == "number"}
    explains = getattr(row, "explains", None)
    if isinstance(explains, int):
        mine[normalize_number(Decimal(explains))] = str(explains)
    if numbers and mine and not numbers.keys() & mine.keys():
        yield context.find(
            "history.number", f"{path}/what", earlier=next(iter(numbers.values())), quote=next(iter(mine.values()))
        )
