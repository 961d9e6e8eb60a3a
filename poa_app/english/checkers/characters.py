"""Signs that do not belong into English text, each with the English one where there is only one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose
from poa_app.model.finding import Fix

_MARK = re.compile(
    r"\u2026{2,}|[\u2014\u2015]{2,}|\u3000+|[\u3001-\u3004\u3008-\u3020\u302a-\u303f\ufe10-\ufe1f\ufe30-\ufe6f]"
    r"|[\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffee\u30fb\u2e3a\u2e3b]"
)
_WIDE = re.compile(
    r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+|[\uff66-\uff9f\u2160-\u2188]+|[\u2460-\u24ff\u2776-\u2793]"
    r"|[\u3200-\u33ff]"
)
_SIGN = re.compile(r"[\u2103\u2109\u2116\u2121]|[\ufb00-\ufb06]|[\U0001d400-\U0001d7ff]+")
_FOREIGN = re.compile(
    r"(?:(?![A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9-\u00be\u00c0-\u017f\u0218-\u021b\u02b9-\u02bc\u03a9\u03bc\u1e00-\u1eff\u2070-\u218f"
    r"\u2460-\u24ff\u3000-\u33ff"
    r"\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufb06\uff00-\uffef"
    r"\U0001d400-\U0001d7ff\U00020000-\U0003ffff])[^\W\d_]|(?<![A-Za-z])[\u0300-\u036f])+"
)
_BROKEN = re.compile(r"[\ufffc\ufffd\ue000-\uf8ff\u2028\u2029\U000f0000-\U0010fffd\ufdd0-\ufdef]+")
_BULLETS = frozenset("\uf0b7\uf0a7\uf0d8\uf06c\uf06e\uf076\uf0fc\uf09f\uf0a8\uf075")
"""What the bullets of Word's symbol fonts become when they are copied as text."""

_SINGLE = {
    "\u3001": ",",
    "\u3002": ".",
    "\u300a": '"',
    "\u300b": '"',
    "\u3008": '"',
    "\u3009": '"',
    "\u300c": '"',
    "\u300d": '"',
    "\u300e": '"',
    "\u300f": '"',
    "\u3010": "[",
    "\u3011": "]",
    "\u3014": "(",
    "\u3015": ")",
    "\u3016": "[",
    "\u3017": "]",
    "\u301c": "-",
    "\u30fb": " ",
    "\uff65": " ",
    "\uff61": ".",
    "\uff62": '"',
    "\uff63": '"',
    "\uff64": ",",
    "\u301d": '"',
    "\u301e": '"',
    "\u301f": '"',
    "\uffe0": "\u00a2",
    "\uffe1": "\u00a3",
    "\ufe50": ",",
    "\ufe51": ",",
}
_SPACED_AFTER = frozenset(",.;:!?)")
_OPENING = frozenset("\u300a\u3008\u300c\u300e\uff62\u301d")
_CLOSING = frozenset("\u300b\u3009\u300d\u300f\uff63\u301e\u301f")
_STOPS = frozenset(",.;:")
_BEGINNERS = frozenset("(\"'\u201c\u2018\uff08\u300a\u300c")
_NUMBER = re.compile(r"(?:^|\n)[^\S\n]*[\d\uff10-\uff19]{1,2}\Z")
_BLANK = re.compile(r"(?:^|\n)[^\S\n]*\Z")
_LOOKALIKES = str.maketrans(
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u043a\u0391\u0392\u0395\u0396\u0397\u0399\u039a"
    "\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03b1\u03c1\u03bd",
    "ABEKMHOPCTYXIJSaeopcyxijskABEZHIKMNOPTYXoapv",
)


def _marks(prose: Prose) -> Iterator[Hit]:
    """Yield each mark of Chinese typing, with the English mark and the space that goes with it."""
    for match in _MARK.finditer(prose.text):
        mark = _english(prose.text, match)
        stands_off = mark is not None and mark[:1] in _SPACED_AFTER and _before(prose.text, match) == " "
        start = match.start() - 1 if mark and stands_off else match.start()
        yield Hit(start, match.end(), (Fix(text=mark, automatic=True),) if mark is not None else ())


def _english(text: str, match: re.Match[str]) -> str | None:
    """Return what an English writer types in place of a mark, or None where nobody can know."""
    sign, before, after = match.group(), _before(text, match), _after(text, match)
    if sign[0] == "\u3000":
        return " " if before.strip() and after.strip() else ""
    if sign[0] == "\u2026":
        return "..."
    if sign[0] in "\u2014\u2015\u2e3a\u2e3b":
        return "-" if before.isspace() and after.isspace() else " - "
    if sign in ("\uff5e", "\u301c"):
        return "-" if before.isdigit() else "~"
    mark = _SINGLE.get(sign) or normalize("NFKC", sign)
    if len(mark) != 1 or ord(mark) > 0xFF or sign in ("\uffe5", "\u3004"):
        return None
    if sign == "\u3001" and _numbers_a_point(text, match.start()):
        mark = "."
    return _spaced(mark, sign, before, after)


def _after(text: str, match: re.Match[str]) -> str:
    return text[match.end() : match.end() + 1]


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 1) : match.start()]


def _numbers_a_point(text: str, end: int) -> bool:
    """Whether only a number stands between a line's beginning and a place of it."""
    return bool(_NUMBER.search(text, max(0, end - 6), end))


def _begins_line(text: str, place: int) -> bool:
    """Whether nothing stands before a place in its line."""
    return bool(_BLANK.search(text, max(0, place - 9), place))


def _spaced(mark: str, sign: str, before: str, after: str) -> str:
    """Return a mark with the space English wants beside it."""
    if mark in "([" or sign in _OPENING:
        return f" {mark}" if before.isalnum() or before in _STOPS else mark
    if mark in ")]" or sign in _CLOSING:
        return f"{mark} " if after.isalnum() else mark
    if mark not in _SPACED_AFTER or not after or after.isspace():
        return mark
    between_digits = mark in ",.:" and before.isdigit() and after.isdigit()
    return mark if between_digits or not (after.isalnum() or after in _BEGINNERS) else f"{mark} "


def _wide(prose: Prose) -> Iterator[Hit]:
    """Yield full-width letters and digits, circled and Roman numbers, with what to type."""
    for match in _WIDE.finditer(prose.text):
        sign = match.group()
        plain = normalize("NFKC", sign).replace("\u2044", "/")
        if "\u2460" <= sign <= "\u24ff" or "\u2776" <= sign <= "\u2793":
            plain = _listed(prose.text, match, plain)
        yield Hit(*match.span(), (Fix(text=plain, automatic=True),) if plain.isascii() else ())


def _listed(text: str, match: re.Match[str], plain: str) -> str:
    """Return a circled number as one of a list, or in brackets inside a line."""
    number = str((ord(match.group()) - 0x2776) % 10 + 1) if match.group() >= "\u2776" else plain.strip("().")
    if not _begins_line(text, match.start()):
        return f"({number})"
    return f"{number}. " if _after(text, match).strip() else f"{number}."


def _signs(prose: Prose) -> Iterator[Hit]:
    """Yield signs that stand for more than one letter, and letters of a drawn alphabet, with what to type."""
    for match in _SIGN.finditer(prose.text):
        plain = "No." if match.group() == "\u2116" else normalize("NFKC", match.group())
        yield Hit(*match.span(), (Fix(text=plain, automatic=True),))


def _foreign(prose: Prose) -> Iterator[Hit]:
    """Yield letters of other scripts, with the Latin letter where one stands among Latin ones and looks the same."""
    for match in _FOREIGN.finditer(prose.text):
        latin = match.group().translate(_LOOKALIKES)
        beside = _before(prose.text, match) + _after(prose.text, match)
        among = any(sign.isascii() and sign.isalnum() for sign in beside)
        yield Hit(*match.span(), (Fix(text=latin, automatic=True),) if latin.isascii() and among else ())


def _broken(prose: Prose) -> Iterator[Hit]:
    """Yield signs that were lost when the text was copied; a bullet at the beginning of a line is a bullet again."""
    for match in _BROKEN.finditer(prose.text):
        is_bullet = match.group() in _BULLETS and _begins_line(prose.text, match.start())
        yield Hit(*match.span(), (Fix(text="\u2022", automatic=True),) if is_bullet else ())


CHECKERS: dict[str, Checker] = {
    "chinese-marks": _marks,
    "full-width": _wide,
    "signs-of-one-piece": _signs,
    "foreign-letters": _foreign,
    "broken-signs": _broken,
}
