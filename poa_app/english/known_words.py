"""Words that no dictionary holds and that are right all the same: names, codes, terms of the trade."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal

from poa_app.phrases.lexicon import lexicon

FILE = Path(__file__).with_name("known_words.toml")

SHORTEST = 3
"""Letters below which nothing is called a word."""
SHORTEST_REST = 5
"""Letters of a word that may stand behind a prefix such as photo-."""
SHORTEST_REST_OF_FEW = 7
"""The same for a prefix of two letters: "reciept" is not re- and another word."""
SHORTEST_TITLE = 6
"""Letters of a misspelt word of titles; shorter names are too like one another."""
LONGEST_PINYIN = 20
"""Letters of the longest name read as pinyin."""

_MARKS = "'’‘`´＇ʼ′‵ʹ"
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(
    r"""(?<![a-z0-9])(?:https?://|www\.)\S+
        | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)* | (?<!\w)@\w+
        | (?<![a-z0-9_.-])(?:[a-z0-9_-]+\.)+[a-z]{2,}(?![a-z])(?:/\S*)?""",
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)
_TOKEN = re.compile(r"[\w#-]+")
_SENTENCE_START = re.compile(
    r"""(?: \A | \n | [!?。！？] | (?<!\bLtd)(?<!\bCo)(?<!\bNo)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)\.
          | (?:\A|\n)\s*(?:[-*•–]|\(?\w{1,3}[.)、]) )
        [\s"'“”‘’()\[\]]*\Z""",
    re.VERBOSE,
)
_CAPITALISED = re.compile(r"(?<=[\w,;'’()\"“”&/–-] )[A-ZÀ-Þ]\w+|(?<=\w-)[A-ZÀ-Þ]\w+")
_PINYIN = re.compile(
    r"""(?: (?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?
            (?:[iu]?ang|[iu]?an|i?ong|eng|[iu]?a[io]?|[iuü]?e[in]?|ing|in|ia?o|iu|ou|u[io]|un|er|i|o|u|ü
            |(?<=[ln])v) )+""",
    re.VERBOSE,
)
_GOES_ON = re.compile(rf"[{_MARKS}]?[^\W_]")
_GOES_ON_BEFORE = re.compile(rf"[^\W_][{_MARKS}]?\Z|(?:^|\s)\.\Z")
_PLACEHOLDER = re.compile(r"(\w)\1+")
"""One letter, again and again: words still to be filled in."""
_BEFORE = 40
"""Characters before a word that tell whether it begins a sentence."""


def in_addresses(text: str) -> bytearray:
    """Return 1 for each character of a text in a link, a mail address, a name of a file or an account, else 0."""
    return _marked(text, (match.span() for match in _ADDRESS.finditer(text)))


def in_codes(text: str) -> bytearray:
    """Return 1 for each character of a text in a word with a digit or a low line, else 0."""
    tokens = _TOKEN.finditer(text)
    return _marked(text, (token.span() for token in tokens if any(sign.isdigit() or sign == "_" for sign in token[0])))


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> bytearray:
    marks = bytearray(len(text))
    for start, end in spans:
        marks[start:end] = b"\1" * (end - start)
    return marks


def words_of(names: frozenset[str]) -> frozenset[str]:
    """Return the words names are made of, in small letters."""
    return frozenset(word.casefold() for name in names for word in _WORD.findall(name))


def capitalised(text: str) -> frozenset[str]:
    """Return the words that have a capital letter within a sentence, in small letters."""
    return frozenset(match[0].casefold() for match in _CAPITALISED.finditer(text))


def is_fragment(text: str, start: int, end: int) -> bool:
    """Whether a word is a part of one that the dictionary does not read as a whole, such as did´t or .pdf."""
    return bool(_GOES_ON_BEFORE.search(text[max(0, start - 2) : start]) or _GOES_ON.match(text, end))


def is_known(word: str, own: frozenset[str]) -> bool:
    """Whether a word is right though it stands in no dictionary of general English.

    Args:
        word: the word as it stands in the text.
        own: the words of the case's own names, in small letters.
    """
    plain = _without_genitive(word)
    small = plain.casefold()
    if len(small) < SHORTEST or plain.removesuffix("s").isupper() or _PLACEHOLDER.fullmatch(small):
        return True
    if not plain[1:].islower():
        return True  # capitals within: a name or a code
    if any(mark in plain for mark in _MARKS) or not all(_LATIN.match(sign) for sign in plain):
        return True  # a contraction, or a script of its own: other rules speak of them
    return small in own or small in _listed("words") or _is_common(small)


def is_name(text: str, start: int, word: str, meant: tuple[str, ...], elsewhere: frozenset[str]) -> bool:
    """Whether a word with a capital letter is taken for a name.

    Within a sentence it is, unless a word of titles is meant: the Performence team. At its start it is if it has a
    capital within another sentence, reads as pinyin, or is all of its line, as a first name below a message.

    Args:
        text: the text it stands in.
        start: where.
        word: the word.
        meant: what may be meant by it, the likeliest first.
        elsewhere: what ``capitalised`` returns for the text.
    """
    if not word[0].isupper():
        return False
    small = _without_genitive(word).casefold()
    if not _SENTENCE_START.search(text[max(0, start - _BEFORE) : start]):
        return len(small) < SHORTEST_TITLE or not meant or meant[0].casefold() not in _listed("titles")
    if small in elsewhere or (len(small) <= LONGEST_PINYIN and bool(_PINYIN.fullmatch(small))):
        return True
    return text[:start].endswith("\n") and text[start + len(word) :][:1] in ("", "\n")


_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f'’-]")


def _without_genitive(word: str) -> str:
    return re.sub(rf"[{_MARKS}]s?$", "", word)


def _is_common(word: str) -> bool:
    """Whether a word is one of the lexicon's, alone or behind one of the prefixes."""
    if lexicon().is_common(word):
        return True
    prefixes = [prefix for prefix in _listed("prefixes") if word.startswith(prefix)]
    return any(_is_common_behind(prefix, word) for prefix in prefixes)


def _is_common_behind(prefix: str, word: str) -> bool:
    rest = word.removeprefix(prefix)
    least = SHORTEST_REST if len(prefix) > 2 else SHORTEST_REST_OF_FEW
    return len(rest) >= least and lexicon().is_common(rest)


@cache
def _listed(kind: Literal["words", "prefixes", "titles"]) -> frozenset[str]:
    """Return the words of all topics of the data file, or its prefixes or titles."""
    data: dict[str, dict[str, list[str]]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return frozenset(word for words in data[kind].values() for word in words)
