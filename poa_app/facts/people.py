"""Who a sentence speaks of: roles, and the people who have them, in English and Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from poa_app.facts.words import either, signs, words
from poa_app.phrases.actor import is_name
from poa_app.phrases.function_words import (
    AGENTS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NUMBERS,
    PREPOSITIONS,
    PROPER,
    RELATIVES,
    SUBJECTS,
    SUBORDINATORS,
)
from poa_app.phrases.lexicon import lexicon


class Person(NamedTuple):
    """A role or a name in a text, with the name or the role that stands beside it."""

    kind: Literal["role", "name"]
    value: str
    start: int
    end: int
    beside: str = ""


_NO_ROLE = words("no_role")
_CLOSED = (
    DETERMINERS | PREPOSITIONS | SUBJECTS | AUXILIARIES | CONJUNCTIONS | RELATIVES | SUBORDINATORS | NUMBERS
    | words("no_part")
)  # fmt: skip
_ROLE = re.compile(
    rf"\b(?:{'|'.join(sorted(AGENTS - _NO_ROLE, key=len, reverse=True))})\b(?!\s(?:time|times|to|by)\b)(?!-)",
    re.IGNORECASE | re.ASCII,
)
_OWNED = re.compile(r"\b(?:rights|brand|copyright|trademark|patent)\s\Z", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z-]{1,15})\s\Z", re.ASCII)
_ONE_NAME = r"[A-Z][a-z'’]{1,15}(?:-[A-Z][a-z]{1,12})?"
_NAME = rf"{_ONE_NAME}(?:\s[A-Z]\.)?(?:\s{_ONE_NAME}){{0,2}}"
_NAME_AFTER = re.compile(
    rf"\s?(?:,\s|\(|:\s|\s-\s|\s)(?:named\s|called\s)?(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s)?(?P<name>{_NAME})", re.ASCII
)
_NAME_BEFORE = re.compile(
    rf"(?P<name>{_NAME})(?:\s?,\s|\s?\(|\s-\s|:\s|\sis\s|\sas\s|\s)(?:our|the|an?|who\sis\s(?:our|the))?\s?\Z", re.ASCII
)
_MOST_WORDS = 3
_REACH = 60
"""Characters before and after a role in which its name may stand."""
_CALENDAR = words("calendar")

_BARE = words("bare_zh")
_CHINESE_ROLE = re.compile(
    rf"(?:{either('departments_zh')}){{0,2}}(?:{either('titles_zh')})|(?:{either('bare_zh')})(?=[\s:(]{{0,2}})"
)
_NO_NAMES = words("no_names_zh")
_SURNAME = f"[{signs('surnames_zh')}]"
_NO_GIVEN_NAME = r"\W\d_a-zA-Z" + signs("not_in_names_zh")
_GIVEN = f"[^{_NO_GIVEN_NAME}]"
_CHINESE_NAME = rf"(?:{_SURNAME}{_GIVEN}{{1,2}}(?!{_GIVEN})|{_SURNAME}{_GIVEN}|[小老阿]{_SURNAME})"
_CALLED = re.compile(rf"{_CHINESE_NAME}|{_SURNAME}(?:{either('honorifics_zh')})")
_CHINESE_AFTER = re.compile(rf"\s?(?:[(:,、-]\s?)?(?P<name>{_CHINESE_NAME}|{_NAME})")
_CHINESE_BEFORE = re.compile(rf"(?P<name>{_CHINESE_NAME}|{_NAME})\s?[(,、-]?\s?\Z")


@lru_cache(maxsize=2_000)
def people(text: str) -> tuple[Person, ...]:
    """Return the roles a text names, each with the name beside it where there is one, and that name.

    Args:
        text: with plain signs.
    """
    return (*_english(text), *_chinese(text))


def is_person(said: str) -> bool:
    """Whether words are a name as people are called in chats: two or three Chinese signs, 小李, 王总, Dana Whitlock."""
    if _CALLED.fullmatch(said):
        return said not in _NO_NAMES
    return bool(re.fullmatch(_NAME, said, re.ASCII)) and _is_called(said)


def _english(text: str) -> Iterator[Person]:
    done = 0
    for noun in _ROLE.finditer(text):
        start = _first_word(text, noun.start(), done)
        if noun.start() < done or _OWNED.search(text, max(0, start - 12), start) or _is_owned(text, start, noun.end()):
            continue
        role = text[start : noun.end()]
        name = _name_beside(text, start, noun.end(), done)
        yield Person("role", role, start, noun.end(), name[0] if name else "")
        done = noun.end()
        if name:
            yield Person("name", *name, role)
            done = max(done, name[2])


def _is_owned(text: str, start: int, end: int) -> bool:
    return text[start:end].lower().startswith(("rights ", "brand ", "copyright ", "trademark ", "patent "))


def _first_word(text: str, at: int, done: int) -> int:
    """Return where a role begins: up to three words before its noun that say which one it is."""
    for _ in range(_MOST_WORDS):
        before = _WORD_BEFORE.search(text, max(done, at - 18), at)
        if not before or not _says_which(before[1]):
            return at
        at = before.start()
    return at


def _says_which(word: str) -> bool:
    low = word.lower()
    if low in _CLOSED or low.endswith("ed") or low in _CALENDAR or low in _NO_ROLE - _SAYS_WHICH:
        return False
    return word.islower() or word.isupper() or lexicon().is_common(low)


_SAYS_WHICH = words("says_which")


def _name_beside(text: str, start: int, end: int, done: int) -> tuple[str, int, int] | None:
    after = _NAME_AFTER.match(text, end, end + _REACH)
    if after and _is_called(after["name"]):
        return after["name"], *after.span("name")
    before = _NAME_BEFORE.search(text, max(done, start - _REACH), start)
    if not before:
        return None
    name, at = before["name"], before.start("name")
    while " " in name and name.split()[0].lower() in _CLOSED:
        at += name.index(" ") + 1
        name = name.partition(" ")[2]
    return (name, at, before.end("name")) if _is_called(name) else None


_TITLES = ("mr", "mrs", "ms", "miss", "dr")


def _is_called(name: str) -> bool:
    parts = [word.lower() for word in name.split()]
    if (
        not is_name(name)
        or parts[0].rstrip(".") in _TITLES
        or any(part in _CLOSED | _CALENDAR | PROPER for part in parts)
    ):
        return False
    return len(parts) > 1 or not lexicon().is_common(parts[0])


def _chinese(text: str) -> Iterator[Person]:
    done = 0
    for role in _CHINESE_ROLE.finditer(text):
        if role.start() < done:
            continue
        after = _CHINESE_AFTER.match(text, role.end(), role.end() + _REACH)
        before = None if after else _CHINESE_BEFORE.search(text, max(done, role.start() - 40), role.start())
        named = after or before
        named = None if named and named["name"] in _NO_NAMES else named
        if role[0] in _BARE and not after:
            continue
        yield Person("role", role[0], role.start(), role.end(), named["name"] if named else "")
        if named:
            yield Person("name", named["name"], *named.span("name"), role[0])
        done = max(role.end(), named.end("name") if named else 0)
