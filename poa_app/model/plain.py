"""Signs that look alike, brought to the one English text is read in; every sign stays at its place."""

from __future__ import annotations

_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_DASHES = "\u00ad\u02d7\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63"
_APOSTROPHES = "\u2018\u2019\u201b\u2032\u2035\u02b9\u02bc\u02bb\u00b4\ua78c`"
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width letters, digits and marks stand in Unicode as their ASCII twins do, further on."""

PLAIN = (
    _WIDE
    | dict.fromkeys(map(ord, _SPACES), " ")
    | dict.fromkeys(map(ord, _DASHES), "-")
    | dict.fromkeys(map(ord, _APOSTROPHES), "'")
)


_LIKE_ASCII = {0x130: "i", 0x131: "i", 0x17F: "s"}
"""Letters that a pattern which ignores capitals takes for one of ASCII, and that lower() leaves or makes two of."""


def small_signs(text: str) -> str:
    """Return the text without capitals, every sign at its place."""
    return text.lower() if text.isascii() else text.translate(_LIKE_ASCII).lower()


def plain_signs(text: str) -> str:
    """Return the text with every kind of space, dash, apostrophe and full-width sign as its ASCII twin."""
    if text.isascii() and "\t" not in text and "`" not in text:
        return text
    return text.translate(PLAIN)
