"""Which of Amazon's stores a notice is about: its address, its country, its name in Chinese."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from poa_app.knowledge import Knowledge
from poa_app.notice.reading import Read


@lru_cache(maxsize=4)
def _patterns(known: Knowledge) -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    """Return code, weight and pattern of everything that names a store."""
    made: list[tuple[str, int, re.Pattern[str]]] = []
    for code, site in known.marketplaces.items():
        tail = site.domain.partition("amazon.")[2]
        made.append((code, 2, re.compile(rf"\bamazon\.{re.escape(tail)}(?![\w.]*\w)(?!\w)", re.IGNORECASE)))
        country = re.escape(site.country.en)
        made.append(
            (
                code,
                3,
                re.compile(
                    rf"\b(?:marketplace|store|site|country)s?\s{{0,2}}[:=]?\s{{0,2}}(?:the\s)?(?:{country}|{code}|amazon[ .]{code})\b",
                    re.IGNORECASE,
                ),
            )
        )
        made.append(
            (
                code,
                3,
                re.compile(
                    rf"\b(?:amazon\s|your\s|our\s|the\s)?(?:{country}|{code})\s(?:marketplace|store|site|seller account|account)\b"
                ),
            )
        )
        made.append((code, 2, re.compile(rf"\b{country}\b")))
        made.append(
            (
                code,
                3,
                re.compile(
                    rf"{site.country.zh}(?:站|亚马逊|市场|商城|店)|亚马逊{site.country.zh}|(?<![A-Za-z]){code}站"
                ),
            )
        )
    return tuple(made)


_FOOT = re.compile(r"(?:©|\(c\)|Amazon\.com,? Inc|Amazon Services LLC|410 Terry|unsubscribe)", re.IGNORECASE)


def marketplace(text: str, known: Knowledge) -> Read[str] | None:
    """Return the store a text names most, the one named first among equals; none where it names no store."""
    foot = _FOOT.search(text, len(text) // 2)
    stop = foot.start() if foot else len(text)
    counted: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    for code, weight, pattern in _patterns(known):
        for match in pattern.finditer(text, 0, stop):
            counted[code] += weight
            if code not in first or match.start() < first[code][0]:
                first[code] = match.span()
    if not counted:
        return None
    best = max(counted, key=lambda code: (counted[code], -first[code][0]))
    return Read(best, *first[best])
