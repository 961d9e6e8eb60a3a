"""Read text whose character set is named wrongly or not at all; rather refuse than show other characters."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from typing import NamedTuple

from poa_app.intake.frequent import HANGUL, MARKS, QUOTES, SIMPLIFIED, TRADITIONAL

__all__ = ["LEGACY", "UnknownCharset", "decode"]


class UnknownCharset(ValueError):
    """Bytes that no character set reads for sure; ``guess`` names what they look like."""

    def __init__(self, guess: str) -> None:
        super().__init__(guess)
        self.guess = guess


class _Charset(NamedTuple):
    name: str
    codecs: tuple[str, ...]
    weigh: Callable[[str], float]


SAMPLE = 200_000
"""Bytes looked at to tell the character set."""

_MOST_WEIGHED = 3_000
_SURE, _SURE_BY_NAME, _CLEARLY = 0.4, 0.05, 0.15
"""Least mean weight of the signs outside ASCII; the same where the file names the set; lead over the next best."""

_MARKS_OF_ORDER = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PRIVATE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
_LETTERS = "[A-Za-z\u00c0-\u024f]"
_WITHIN_WORD = re.compile(
    f"(?<={_LETTERS})[\u00a1-\u00bf\u00d7\u00f7€‚„…†‡‰•™](?={_LETTERS})|[\u00d0\u00de\u00f0\u00fe]"
)
_HIGH = re.compile("[\u0080-\U0010ffff]")


def decode(content: bytes, named: str | None = None) -> str:
    """Return the text that bytes hold.

    Args:
        content: the bytes.
        named: the character set that their file names, which may be wrong.

    Raises:
        UnknownCharset: what they hold cannot be told for sure.
    """
    for mark, codec in _MARKS_OF_ORDER:
        if content.startswith(mark):
            return _whole(content[len(mark) :], codec, codec.removesuffix("-le").removesuffix("-be").upper())
    if b"\x00" in content:
        return _wide(content)
    if (named and _codec(named) in _STATEFUL) or b"\x1b$" in content:
        return _whole(content, _STATEFUL.get(_codec(named or ""), "iso2022_jp_ext"), named or "ISO-2022-JP")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(content, _codec(named or ""))
    if _codec(named or "") in _CODECS and _HIGH.search(text) and max(text) < "\u0800":  # two bytes each in both
        try:
            return _legacy(content, _codec(named or ""))
        except UnknownCharset:
            return text
    return text


def _whole(content: bytes, codec: str, guess: str) -> str:
    try:
        return content.decode(codec)
    except (UnicodeDecodeError, LookupError):
        raise UnknownCharset(guess) from None


def _codec(named: str) -> str:
    """Return Python's name of a character set, or nothing where there is none."""
    try:
        return codecs.lookup(named.strip("\"' ").lower()).name if named.strip() else ""
    except (LookupError, ValueError):
        return ""


def _wide(content: bytes) -> str:
    """Read what has zero bytes and no mark of order: UTF-32 or UTF-16, whichever makes text."""
    best, text = 0.0, ""
    for codec in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        try:
            read = content.decode(codec)
        except UnicodeDecodeError:
            continue
        sample = read[:_MOST_WEIGHED]
        likely = sum(" " <= sign <= "~" or sign in "\r\n\t" or sign in SIMPLIFIED or sign in MARKS for sign in sample)
        share = likely / max(len(sample), 1) if not _PRIVATE.search(sample) else 0.0
        if share > best:
            best, text = share, read
    if best < _SURE:
        raise UnknownCharset("UTF-16" if content.count(b"\x00") * 4 > len(content) else "no text")
    return text


def _legacy(content: bytes, named: str) -> str:
    if _damaged(content):
        raise UnknownCharset(DAMAGED)
    sample = _sample(content)
    found = sorted((one for one in (_weighed(sample, kind, named) for kind in _KINDS) if one), reverse=True)
    own = _own(content, named)
    if not found or (found[0][0] < _SURE and own is None):
        raise UnknownCharset(found[0][2] if found and found[0][0] > 0 else "no character set known here")
    weight, by_name, name, codec = found[0]
    if own is not None and weight < 2 * _SURE and named not in _CODECS:
        return own
    least = _SURE_BY_NAME if by_name else _SURE
    if weight < least or (len(found) > 1 and not by_name and weight - found[1][0] < _CLEARLY):
        raise UnknownCharset(name)
    return _whole(content, codec, name)


def _own(content: bytes, named: str) -> str | None:
    """Return the text read in the single-byte set its file names, other than Western, where it is text."""
    if not named or named in _CODECS or named in ("utf-8", "ascii", "iso8859-1", "cp1252"):
        return None
    try:
        text = content.decode(named)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None
    return None if not isinstance(text, str) or _PRIVATE.search(text) else text


def _weighed(sample: bytes, kind: _Charset, named: str) -> tuple[float, bool, str, str] | None:
    """Return how likely a sample is of a character set, whether it is the one named, and its codec."""
    for codec in kind.codecs:
        try:
            text = sample.decode(codec)
        except UnicodeDecodeError:
            continue
        by_name = bool(named) and _CODECS.get(named) == kind.name
        return (kind.weigh(text) + (0.3 if by_name else 0.0), by_name, kind.name, codec)
    return None


def _sample(content: bytes) -> bytes:
    """Return the beginning up to a line end, so that no character is cut."""
    if len(content) <= SAMPLE:
        return content
    end = content.rfind(b"\n", 0, SAMPLE)
    return content[:end] if end > 0 else content


def _damaged(content: bytes) -> bool:
    """Whether nearly all of it is UTF-8, so that a few bytes are broken."""
    text = content[:SAMPLE].decode("utf-8", "replace")
    wide = sum(sign > "\u07ff" and sign != "\ufffd" for sign in text)
    return wide > 2 * text.count("\ufffd")


def _mean(text: str, weigh: Callable[[str], float]) -> float:
    high = _HIGH.findall(text)[:_MOST_WEIGHED]
    return sum(map(weigh, high)) / len(high) if high else 0.0


def _is_lead(sign: str, codec: str, first: int, last: int) -> bool:
    """Whether a character stands in certain rows of a double-byte set."""
    try:
        held = sign.encode(codec)
    except UnicodeEncodeError:
        return False
    return len(held) == 2 and first <= held[0] <= last


def _chinese(frequent: frozenset[str], codec: str, first: int, last: int) -> Callable[[str], float]:
    def weigh(sign: str) -> float:
        if sign in frequent:
            return 1.0
        if sign in MARKS or "\uff01" <= sign <= "\uff5e":
            return 0.4
        if _is_lead(sign, codec, first, last):
            return 0.1
        if "\u3400" <= sign <= "\u9fff":
            return -0.3
        return -3.0 if _PRIVATE.match(sign) else -1.0

    return lambda text: _mean(text, weigh)


def _japanese(text: str) -> float:
    def weigh(sign: str) -> float:
        if "\u3041" <= sign <= "\u30fe":
            return 1.0
        if sign in MARKS or "\uff01" <= sign <= "\uff5e":
            return 0.4
        if _is_lead(sign, "cp932", 0x88, 0x98):
            return 0.3
        return -3.0 if _PRIVATE.match(sign) else -0.7

    return _mean(text, weigh)


def _korean(text: str) -> float:
    def weigh(sign: str) -> float:
        if sign in HANGUL:
            return 1.0
        if sign in MARKS:
            return 0.4
        if _is_lead(sign, "euc_kr", 0xB0, 0xC8):
            return 0.1
        return -3.0 if _PRIVATE.match(sign) else -0.8

    return _mean(text, weigh)


def _western(text: str) -> float:
    """Weigh accented letters within words and typographic marks between them; long runs of either are no text."""
    if _PRIVATE.search(text):
        return -3.0
    high = _HIGH.findall(text)
    runs = sum(len(run) - 1 for run in re.findall("[\u00c0-\u00ff\u0160\u0161\u017d\u017e\u0152\u0153]{2,}", text))
    odd = len(_WITHIN_WORD.findall(text)) + sum(len(run) for run in re.findall("[^\x00-\x7f]{4,}", text))
    marks = sum(sign in QUOTES for sign in high)
    return (0.8 * len(high) - 0.1 * marks - 0.7 * runs - 2.0 * odd) / max(len(high), 1)


_KINDS = (
    _Charset("GBK", ("gb18030",), _chinese(SIMPLIFIED, "gb2312", 0xB0, 0xD7)),
    _Charset("Big5", ("cp950", "big5hkscs"), _chinese(TRADITIONAL, "big5", 0xA4, 0xC6)),
    _Charset("Shift-JIS", ("cp932",), _japanese),
    _Charset("EUC-JP", ("euc_jp",), _japanese),
    _Charset("EUC-KR", ("cp949",), _korean),
    _Charset("Windows-1252", ("cp1252",), _western),
)
DAMAGED = "UTF-8, damaged"
LEGACY = frozenset({DAMAGED, *(kind.name for kind in _KINDS if kind.weigh is not _western)})
"""What an ``UnknownCharset`` guesses of bytes that are text for all that; any bytes can be read as Western signs."""

_CODECS = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030"), "GBK"),
    **dict.fromkeys(("big5", "cp950", "big5hkscs"), "Big5"),
    **dict.fromkeys(("shift_jis", "cp932", "shift_jisx0213", "shift_jis_2004"), "Shift-JIS"),
    **dict.fromkeys(("euc_jp", "euc_jisx0213", "euc_jis_2004"), "EUC-JP"),
    **dict.fromkeys(("euc_kr", "cp949"), "EUC-KR"),
    **dict.fromkeys(("iso8859-1", "iso8859-15", "cp1252"), "Windows-1252"),
}
_STATEFUL = {
    **{name: name for name in ("iso2022_jp", "iso2022_jp_1", "iso2022_jp_2", "iso2022_jp_ext", "iso2022_kr", "hz")},
    "utf-7": "utf-7",
}
