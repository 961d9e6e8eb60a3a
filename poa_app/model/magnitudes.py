"""Signs and words that multiply the number before them: 2千, 1.2万, 3k, 5 thousand, 2 dozen."""

from __future__ import annotations

_WORTH = {
    "百": 100, "千": 1_000, "万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000,
    "dozen": 12, "hundred": 100, "k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000,
}  # fmt: skip

SIGN = "[百千万萬亿億]"
"""A Chinese sign, close behind its number."""
WORD = r"(?:k|(?:\s|-)?(?:dozen|hundred|thousand|million))\b"
"""An English one; a single m, which is a metre too, stands for millions of money alone."""


def worth_of(sign: str) -> int:
    """Return by how much a sign or word multiplies, which is 1 where there is none.

    Args:
        sign: as it stands in the text, in any case, with what parts it from its number.
    """
    return _WORTH.get(sign.strip(" \t-").lower(), 1)
