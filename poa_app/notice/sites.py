"""Which of Amazon's stores a notice is about: its address, its country, its name in Chinese."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from poa_app.knowledge import Knowledge
from poa_app.notice.reading import Read

Place = tuple[int, int, str]
"""Where a store is named, and its code."""
_FOOT = re.compile(r"(?:©|\(c\)\s?\d|Amazon\.com,? Inc|Amazon Services LLC|410 Terry|unsubscribe)", re.IGNORECASE)
_ANYWHERE = re.compile(r"\bamazon\s?(?:\.|dot)\s?com(?!\.?\w|\sdot)", re.IGNORECASE)
"""The address of the store that is named for want of another: in a foot, glued to a sentence, spelled out."""
_MONEY = {"US": r"\bUSD\b|US\$", "UK": r"\bGBP\b|£", "CA": r"\bCAD\b", "AU": r"\bAUD\b", "IN": r"\bINR\b|₹|\bGSTIN\b"}
_WORDS = frozenset({"IN", "IT", "BE", "ES", "SE"})
"""Codes that are words as well."""
_LINK = r"\bsellercentral\.amazon\.com(?![\w.]*\.\w)"
_CENTRAL = "com"
"""Ending of the address that serves the sellers of several stores: a link to its pages hardly tells which."""


@lru_cache(maxsize=4)
def _patterns(known: Knowledge) -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    """Return code, weight and pattern of everything that names a store, in the data's order."""
    made: list[tuple[str, int, re.Pattern[str]]] = []
    for code, site in known.marketplaces.items():
        tail = site.domain.partition("amazon.")[2]
        country, chinese = re.escape(site.country.en), site.country.zh
        if tail == _CENTRAL:
            address = r"(?<![@/\w-])(?<!central\.)(?<!\bcentral-)(?:www\.)?amazon\.\s?com(?!\.?\w)"
        else:
            address = rf"\bamazon\.{re.escape(tail)}(?!\.?\w)"
        called = rf"(?i:{country})|{code}"
        named = rf"\b(?i:marketplace|store|site|country)s?\s{{0,2}}[:=]\s{{0,2}}(?:{called}|(?i:amazon)[ .]{code})\b"
        before = rf"\b(?:{country}|{code})\s(?:marketplace|store|site|seller account|account)\b"
        made += (
            (code, 4, re.compile(address, re.IGNORECASE)),
            (code, 6, re.compile(named)),
            (code, 6, re.compile(rf"\bAmazon (?:{country}|{code})\b|{before}")),
            (code, 6, re.compile(rf"{chinese}(?:站|亚马逊|市场|商城|店)|亚马逊{chinese}|(?<![A-Za-z]){code}站")),
            (
                code,
                1,
                re.compile(
                    rf"\({code}\)|（{chinese}）|\b{code} (?:only|stores?|fulfil)"
                    if code not in _WORDS
                    else rf"（{chinese}）"
                ),
            ),
            (code, 1, re.compile(rf"\bin (?:the )?(?:{country}|{code})\b|\b(?:SFP|FBA) {code}\b")),
        )
        if code in _MONEY:
            made.append((code, 1, re.compile(_MONEY[code])))
        if tail == _CENTRAL:
            made.append((code, 1, re.compile(_LINK, re.IGNORECASE)))
    return tuple(made)


def _spoken_of(text: str, known: Knowledge) -> frozenset[str]:
    """Return the codes of the stores of which anything stands in a text; no other can be named in it."""
    small = text.lower()
    joined = small.replace(". ", ".")
    return frozenset(
        code
        for code, site in known.marketplaces.items()
        if code in text
        or site.country.zh in text
        or site.country.en.lower() in small
        or "." + site.domain.partition("amazon.")[2] in joined
        or (code in _MONEY and re.search(_MONEY[code], text))
    )


def marketplace(text: str, known: Knowledge) -> Read[str] | None:
    """Return the store a text names most, the one named first among equals; none where it names no store."""
    foot = _FOOT.search(text, len(text) // 2)
    stop = foot.start() if foot else len(text)
    counted: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    spoken = _spoken_of(text, known)
    for code, weight, pattern in _patterns(known):
        if code not in spoken:
            continue
        for match in pattern.finditer(text, 0, stop):
            counted[code] = max(counted[code], weight) if weight == 1 else counted[code] + weight
            if code not in first or match.start() < first[code][0]:
                first[code] = match.span()
    if not counted:
        home = next((code for code, one in known.marketplaces.items() if one.domain.endswith("amazon.com")), "")
        anywhere = _ANYWHERE.search(text) if home else None
        return Read(home, *anywhere.span()) if anywhere else None
    best = max(counted, key=lambda code: (counted[code], -first[code][0]))
    return Read(best, *first[best])


def places_of_stores(text: str, known: Knowledge) -> tuple[Place, ...]:
    """Return where a text names stores, each with its code: by address, by country, or by its code beside a number."""
    spoken = _spoken_of(text, known)
    found: list[Place] = []
    for code, site in known.marketplaces.items():
        if code in spoken:
            found += (
                (*match.span(), code)
                for match in _store(code, site.domain, site.country.en, site.country.zh).finditer(text)
            )
    kept: list[Place] = []
    for one in sorted(found):
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return tuple(kept)


@lru_cache(maxsize=64)
def _store(code: str, domain: str, country: str, chinese: str) -> re.Pattern[str]:
    tail = re.escape(domain.partition("amazon.")[2])
    return re.compile(
        rf"\b(?i:amazon\.{tail})(?!\.?\w)|\b(?:{re.escape(country)})\b|{re.escape(chinese)}(?:站|亚马逊|市场)?|"
        rf"\b{code}(?:站|\b)(?=\s?[:：(（=,]?\s?\d)|(?<=% in ){code}\b|(?<=% \(){code}\b"
    )
