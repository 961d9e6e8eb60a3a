"""A buyer's own words, which a mail repeats between quotation marks."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"[\"“„«「](?P<said>[^\"”“»」]{30,1500})[\"”“»」]")
_SELF = re.compile(r"\b(?:I|my|me|ich|mein\w{0,2}|mir|je|j['’]\w+|mon|moi|io|mio|mi|yo|ik|mijn)\b|我|私", re.IGNORECASE)
_BOUGHT = re.compile(
    r"""\b(?:bought|ordered|paid|my\s(?:order|money|parcel|package)|money\sback|refund|return|gekauft|bestellt|bezahlt|geld|acheté\w*|commandé\w*|payé
        |rembours\w+|comprato|ordinato|pagato|rimborso|soldi|comprado|pedido|pagado|dinero|reembolso|gekocht|besteld)\b
    |买|退款|退货|付了|返金|返品|注文|購入""",
    re.IGNORECASE | re.VERBOSE,
)
SHARE = 0.3
"""Share of a message from which on what a buyer says is what it is about."""


def repeats_buyer(text: str) -> bool:
    """Whether most of a message is what somebody says of himself who has bought something."""
    said = max((one["said"] for one in _QUOTED.finditer(text)), key=len, default="")
    return len(said) > SHARE * len(text) and bool(_SELF.search(said)) and bool(_BOUGHT.search(said))
