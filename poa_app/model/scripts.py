"""In which script a text is written."""

from __future__ import annotations

import re

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_OWN = re.compile(
    r"[\u0370-\u1dff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]+"
)


def own_script(text: str | None) -> str | None:
    """Return the first words of a text that stand in another script than the Latin one, if there are any."""
    found = _OWN.search(text or "")
    return found.group() if found else None


def is_without_latin(text: str) -> bool:
    """Whether a text stands in another script and has no Latin letter."""
    return bool(own_script(text)) and not _LATIN.search(text)


def latin_part(text: str) -> str:
    """Return what stands in the Latin script, without the marks left over at its ends: 陈敏 (manager), manager."""
    plain = text.translate(_BRACKETS)
    rest = _EMPTY.sub("", " ".join(_OWN.sub(" ", plain).split())).strip(_LEFT_OVER)
    if rest.startswith("(") and rest.endswith(")"):
        rest = rest[1:-1].strip(_LEFT_OVER)
    return rest if _LATIN.search(rest) else ""


_BRACKETS = str.maketrans("（）", "()")
_EMPTY = re.compile(r"\(\s*\)")
_LEFT_OVER = " ,;:/-–—，、；："
