"""Whether a Latin name is a Chinese one as pinyin spells it, whichever of its parts stands first."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, product

_LONGEST = 8
"""Signs of the longest name of a person."""
_MOST_READINGS = 64
"""Ways of reading one name that are tried."""


def is_romanised(latin: str, chinese: str) -> bool:
    """Whether Li Qiang, Qiang Li or LiQiang stands for 李强."""
    said = "".join(char for char in latin.lower() if char.isalpha())
    return bool(said) and len(chinese) <= _LONGEST and said in _spellings(chinese)


@lru_cache(maxsize=500)
def _spellings(chinese: str) -> frozenset[str]:
    from pypinyin import Style, pinyin  # noqa: PLC0415  its dictionary takes a quarter of a second to load

    read = pinyin(chinese, style=Style.NORMAL, heteronym=True, errors="ignore")
    found: set[str] = set()
    for parts in islice(product(*read), _MOST_READINGS) if read else ():
        family, given = parts[0], "".join(parts[1:])
        found |= {family + given, given + family}
    return frozenset(found) - {""}
