"""Lines of pasted text: the marks and numbers that begin them taken off."""

from __future__ import annotations

import re

_SYMBOL = re.compile(
    r"\s*(?:(?:[-*+‐‑–—−－]|[-=]?>|——|\[[ xX✓]?\])(?:\s+|$)"
    r"|[•·‧∙▪▫◦●○◉◎■□▢◆◇◾◽⚫⚪★☆✓✔☑☐✅❖✦➢➣➤➔➜►▶▸▹‣⁃⁌⁍→⇒»›※🔹🔸🔷🔶👉📌⭐\ue000-\uf8ff]\ufe0f?\s*"
    r"|[o§üØvqn](?:\t|[ \u00a0]{2,})\s*)"
)
"""A sign that begins a line of a list; also as Word leaves it: a private sign of Symbol, or its letter and a tab."""

_NUMBER = re.compile(
    r"\s*(?:(?:[①-⒵⓫-⓿❶-➓㈠-㈩㉑-㉟㊀-㊉㊱-㊿Ⓐ-ⓩ]|[0-9]\ufe0f?\u20e3|[Ⅰ-ⅿ](?:[.．、)）]|\s))\s*"
    r"|[（(](?:\d{1,2}|[一二三四五六七八九十]+|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[）)]\s*|\[\d{1,2}\]\s+"
    r"|\d{1,2}(?:\.\d{1,2})?[.．)）、:：](?!\d)\s*|\d{1,2}、(?=\d{1,2}月)|[一二三四五六七八九十]+[.．、)）]\s*"
    r"|(?:[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[)）、]\s*|(?:[a-z]|[ivx]{2,5}|[IVX]{2,5})[.．]\s+)"
)
"""A number or letter that begins a line of a list; a bare number is none, for it counts: 31 orders, 2.5 percent."""

_CAPITAL = re.compile(r"\s*([A-Z])[.．]\s+")
"""A capital with a point is a number only in a row of them; alone it begins a name: A. Smith."""

_NUMBERED = re.compile(r"\s*(\d{1,3})[.)）、](?!\d)", re.ASCII)
_LONG_NUMBER = 3

MOST_ROWS = 60
"""Rows taken from one paste; what is beyond stays in the last of them, so that nothing is lost."""


def lines(text: str) -> tuple[str, ...]:
    """Split pasted text into rows: one a line, bullets and numbers taken off; lines beyond the limit share one row."""
    kept = _kept(text)
    if len(kept) > MOST_ROWS:
        kept = [*kept[: MOST_ROWS - 1], "\n".join(kept[MOST_ROWS - 1 :])]
    return tuple(kept)


def beyond(text: str) -> int:
    """Count the lines that share the last row with its first, because one paste gives no more rows."""
    return max(len(_kept(text)) - MOST_ROWS, 0)


def _kept(text: str) -> list[str]:
    """Return the lines that say something, without marks; one of three digits goes where it follows the one before."""
    kept, before = [], 0
    told = [line for line in text.splitlines() if line.strip()]
    lettered = _lettered(told)
    for line in told:
        number = _NUMBERED.match(line)
        if number and int(number[1]) == before + 1 and len(number[1]) == _LONG_NUMBER:
            words = line[number.end() :].strip()
        elif lettered and (capital := _CAPITAL.match(line)):
            words = line[capital.end() :].strip()
        else:
            words = bare_line(line)
        before = int(number[1]) if number else before
        if words:
            kept.append(words)
    return kept


def _lettered(told: list[str]) -> bool:
    """Whether the lines are counted by capitals: A., B., C. and so on, or I., II. and so on."""
    capitals = "".join(capital[1] for line in told if (capital := _CAPITAL.match(line)))
    roman = any(re.match(r"\s*II[.．]\s", line) for line in told)
    return capitals.startswith("ABC") or (roman and capitals.startswith("I"))


def bare_line(line: str) -> str:
    """Take the mark or number off a line; a number that stands alone is what the line says."""
    symbol = _SYMBOL.match(line)
    rest = line[symbol.end() :] if symbol else line
    number = _NUMBER.match(rest)
    bare = rest[number.end() :].strip() if number else rest.strip()
    return bare or ("" if symbol else line.strip())


def is_bulleted(line: str) -> bool:
    """Whether a sign of a list begins a line, so that it is no heading."""
    return bool(_SYMBOL.match(line))
