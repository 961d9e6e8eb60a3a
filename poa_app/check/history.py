"""Whether the case contradicts what an earlier appeal said, or sends it again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz

from poa_app.check.context import CheckContext
from poa_app.check.sentences import MOST_READ, printed_under, sentences, share_in
from poa_app.facts.tokens import Token, agreeing, normalize_number, tokens
from poa_app.model.facts import EarlierAppeal
from poa_app.model.finding import Finding
from poa_app.model.rows import ROWS_WITH_PASSAGE
from poa_app.model.text import FIELD_LIMIT, is_blank

SAME_DEED = 80
"""How alike, of 100, a sentence and a deed must be to speak of the same thing."""

RESENT = 0.85
"""Share of a letter's words above which it is an earlier one sent again."""

SHORTEST_LETTER = 30
"""Words below which a letter is too short to be compared as a whole."""

UNDER_REVIEW = timedelta(days=14)
"""Within which an appeal without an answer is under review. Source: ``ssopdot-documents``."""

_COUNT = r"(?<![\d,])(\d{1,3}(?:,\d{3}){1,3}|\d{1,12})(?!\d)"
_PAIR = re.compile(rf"{_COUNT}\s+(?:of|out of)\s+(?:the\s+)?{_COUNT}", re.ASCII)
_EXPLAINS = re.compile(
    r"\b(?:earlier|previous|former|first|last) (?:appeal|letter|plan|answer|submission|message)\b"
    r"|\b(?:corrects?|corrected) (?:the|our|an)\b|\b(?:instead of|rather than|wrongly|in error|by mistake)\b",
    re.IGNORECASE,
)
"""Words by which a letter tells itself that an earlier one said otherwise."""


Contradiction = tuple[str, str, str, str]
"""A rule, the field, what the earlier appeal said and what the case says."""


def history(context: CheckContext) -> Iterator[Finding]:
    """Compare the letter with each earlier appeal; what the letter tells itself is no contradiction."""
    told = _told_itself(context)
    for earlier in context.case.earlier_appeals:
        text = earlier.text or ""
        yield from _sent_again(context, earlier)
        for rule, path, theirs, ours in (*_pairs(context, text), *_rows(context, sentences(text))):
            if not told or not told & (_facts(theirs) - _facts(ours)):
                yield context.find(rule, path, earlier=theirs, quote=ours)


def _sent_again(context: CheckContext, earlier: EarlierAppeal) -> Iterator[Finding]:
    """Find a letter that repeats a refused one, and one that would overtake one under review."""
    path = f"/earlier_appeals/{earlier.id}"
    is_answered = not (is_blank(earlier.answered) and is_blank(earlier.answer) and not earlier.wanting)
    if not is_answered:
        if isinstance(earlier.sent, date) and timedelta(0) <= context.today - earlier.sent <= UNDER_REVIEW:
            yield context.find("history.under-review", f"{path}/answered", day=earlier.sent.isoformat())
        return
    old = sentences((earlier.text or "")[:MOST_READ])
    parts = ("/opening", *(f"/{rows}" for rows in ROWS_WITH_PASSAGE), "/closing", "/notice/requests")
    new = sentences(printed_under(context, *parts)[:MOST_READ])
    if sum(len(one.split()) for one in new) >= SHORTEST_LETTER and share_in(new, old) >= RESENT:
        yield context.find("history.resent", f"{path}/text")


def _told_itself(context: CheckContext) -> frozenset[str]:
    """Return the days and numbers that the letter itself gives as those of an earlier one."""
    printed = (text for _, text in context.printed if isinstance(text, str) and len(text) <= FIELD_LIMIT)
    return frozenset().union(*map(_told_in, printed))


@lru_cache(maxsize=4_000)  # after an edit all other fields are as they were
def _told_in(text: str) -> frozenset[str]:
    """Return the days and numbers of sentences that tell that an earlier letter said otherwise."""
    if not _EXPLAINS.search(text):
        return frozenset()
    return frozenset().union(*map(_facts, (one for one in sentences(text) if _EXPLAINS.search(one))))


def _facts(words: str) -> frozenset[str]:
    return frozenset(token.value for token in tokens(words) if token.kind in ("date", "number"))


def _pairs(context: CheckContext, text: str) -> Iterator[Contradiction]:
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
                yield "history.number", path, quote, f"{ours[0]} of {ours[1]}"


def _quoted(text: str) -> Iterator[tuple[str, str, str]]:
    yield from ((match[1], match[2], match.group()) for match in _PAIR.finditer(text))


def _whole(number: str) -> int:
    return int(number.replace(",", ""))


def _rows(context: CheckContext, said: list[str]) -> Iterator[Contradiction]:
    """Compare each row with the sentences that speak of the same thing; where one of them agrees, all is well."""
    lower = [one.lower() for one in said]
    for kind in ROWS_WITH_PASSAGE:
        for row in getattr(context.case, kind):
            for name, words in _words_of(row):
                alike = [
                    token
                    for place, one in enumerate(lower)
                    if fuzz.token_set_ratio(words.lower(), one) >= SAME_DEED
                    for token in tokens(said[place])
                ]
                yield from _against(row, f"/{kind}/{row.id}", name, words, alike)


def _words_of(row: Any) -> Iterator[tuple[str, str]]:
    """Yield the sentences of a row by their field: what it says of itself, else those of a passage written by hand."""
    if not is_blank(row.what):
        yield "what", row.what
    elif not is_blank(row.passage) and len(row.passage) <= FIELD_LIMIT:
        yield from (("passage", one) for one in sentences(row.passage))


def _against(row: Any, path: str, name: str, words: str, theirs: list[Token]) -> Iterator[Contradiction]:
    dated = row.spec.dated_by if name == "what" else name
    day = getattr(row, dated)
    ours = [day.isoformat()] if isinstance(day, date) else []
    said = ours[:1]
    if name == "passage":
        dates = [token for token in tokens(words) if token.kind == "date"]
        ours, said = [value for token in dates for value in token.values], [token.quote for token in dates]
    agrees = agreeing([("date", one) for one in ours])
    days = [token for token in theirs if token.kind == "date"]
    if ours and days and not any(agrees("date", value) for token in days for value in token.values):
        yield "history.date", f"{path}/{dated}", days[0].quote, said[0]
    mine = {token.value: token.quote for token in tokens(words) if token.kind == "number"}
    explains = getattr(row, "explains", None)
    if isinstance(explains, int):
        mine[normalize_number(Decimal(explains))] = str(explains)
    numbers = {token.value: token.quote for token in theirs if token.kind == "number"}
    if numbers and mine and not numbers.keys() & mine.keys():
        yield "history.number", f"{path}/{name}", next(iter(numbers.values())), next(iter(mine.values()))
