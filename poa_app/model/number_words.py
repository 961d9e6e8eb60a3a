"""Whole numbers in words: forty-one, one hundred and two, 四十一, 一千零二十; where they mean only one."""

from __future__ import annotations

import re

LONGEST = 40
"""Characters above which no number is looked for."""

_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: number for number, word in enumerate(_SMALL_WORDS.split())}
_TENS = {word: 10 * ten for ten, word in enumerate(_TENS_WORDS.split(), 2)}
_APART = re.compile(r"[\s-]+")
_DIGIT = {char: place for place, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNIT = {"十": 10, "百": 100, "千": 1_000}


def number_in_words(said: str) -> int | None:
    """Return the whole number that words mean, in small letters; none where they mean none, or could mean two.

    What speech leaves open is not read: 两百三 is 230 to one speaker and 203 to another.
    """
    if not said or len(said) > LONGEST:
        return None
    return _english(_APART.split(said)) if said.isascii() else _chinese(said)


def _english(words: list[str]) -> int | None:
    if "thousand" in words:
        at = words.index("thousand")
        thousands, rest = _hundreds(words[:at]), _rest(words[at + 1 :])
        return None if not thousands or rest is None else 1_000 * thousands + rest
    return _hundreds(words)


def _hundreds(words: list[str]) -> int | None:
    if "hundred" in words:
        at = words.index("hundred")
        hundreds, rest = _below_hundred(words[:at]), _rest(words[at + 1 :])
        return None if not hundreds or hundreds > 9 or rest is None or rest > 99 else 100 * hundreds + rest
    return _below_hundred(words)


def _rest(words: list[str]) -> int | None:
    """Return what follows a hundred or a thousand: nothing, or a smaller number, with or without "and"."""
    if not words:
        return 0
    return _hundreds(words[1:] if words[0] == "and" else words) or None


def _below_hundred(words: list[str]) -> int | None:
    match words:
        case [one]:
            return _SMALL.get(one, _TENS.get(one))
        case [tens, one] if tens in _TENS and 1 <= _SMALL.get(one, 0) <= 9:
            return _TENS[tens] + _SMALL[one]
        case _:
            return None


def _chinese(said: str) -> int | None:
    head, is_more, tail = said.partition("万")
    if not is_more:
        return _below_ten_thousand(said)
    ten_thousands, rest = _below_ten_thousand(head), _below_ten_thousand(tail.lstrip("零〇"))
    if not ten_thousands or not tail:
        return None if tail or not ten_thousands else 10_000 * ten_thousands
    is_next = rest is not None and (rest >= 1_000) != (tail[0] in "零〇")
    return 10_000 * ten_thousands + (rest or 0) if is_next else None


def _below_ten_thousand(said: str) -> int | None:
    if said in ("零", "〇"):
        return 0
    found, smallest, skipped = 0, 10_000, False
    at = 0
    while at < len(said):
        if said[at] in "零〇":
            if skipped or smallest <= 10 or not found:
                return None
            skipped, at = True, at + 1
            continue
        bare_ten = said[at] == "十" and (not found or skipped)
        digit = 1 if bare_ten else _DIGIT.get(said[at], 0)
        unit = said[at] if bare_ten else said[at + 1 : at + 2]
        worth = _UNIT.get(unit, 1)
        is_next = worth * 10 == smallest or not found
        if not digit or worth >= smallest or skipped == is_next or (worth == 1 and at + 1 < len(said)):
            return None
        if said[at] == "两" and worth < 100 and len(said) > 1:
            return None
        found, smallest, skipped = found + digit * worth, worth, False
        at += 1 if bare_ten or worth == 1 else 2
    return None if skipped or not found else found
