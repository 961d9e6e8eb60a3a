"""Which sentences of a message tell nothing that was done to its reader: questions, conditions, rules for everybody."""

from __future__ import annotations

import re

_ASKS = re.compile(r"[?？]\W{0,3}$")
_CONDITION = re.compile(
    r"""^\W{0,3}(?:if|unless|should|in\scase|when|whenever|once|wenn|falls|sollten?|si|se|en\scas|qualora|cuando|als)\b
    |^\W{0,3}(?:如果|若|如|一旦)|の?場合(?:は|、|には)|逾期|倘若""",
    re.IGNORECASE | re.VERBOSE,
)
_GENERAL = re.compile(
    r"""^\W{0,3}(?:accounts|listings|offers|products|sellers|konten|angebote|comptes|offres)\b
    |\b(?:sellers?|accounts?|listings?|offers?|products?|items?|anyone|those|people|nobody|no\sone)\s(?:who|that|which|without)\b
    |\b(?:all\s|many\s|some\s|most\s|other\s)?sellers?'?\s(?:must|may|might|can|will|could|should|lose|need|have\sto|are|cannot|with)\b
    |\b(?:händler|verkäufer),?\s(?:die|der|müssen|können|dürfen)\b|\bvendeurs?\s(?:qui|doivent|peuvent)\b
    |\bvenditori\s(?:che|devono|possono)\b|\bvendedores\s(?:que|deben|pueden)\b|(?:各位|所有|通知)卖家|卖家(?:不得|必须|应当|需)
    |\b\d{1,3}\s(?:out\s)?(?:of|in)\s(?:\d{1,3}|ten)\s(?:sellers|suspensions|accounts)\b
    |\b(?:starting|beginning|from|as\sof|ab\sdem|à\spartir\sdu|a\spartire\sdal|a\spartir\sdel)\s(?:\d|january|february|march|april|may
        |june|july|august|september|october|november|december)[^.;]{0,60}\b(?:must|will|müssen|devront|dovranno|deberán)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_OURS = re.compile(r"\byour\b(?!\s(?:choice|pace))|\bihr(?:e[nmrs]?)?\b|\bvos\b|\bvotre\b|您的", re.IGNORECASE)
_OWN_DEED = re.compile(
    r"""\b(?:closed|deleted|removed|cancel+ed|paused|requested|created)\sby\syou(?:rself)?\b|\bat\syour\srequest\b|\bas\syou\s(?:asked|requested|wished)\b
    |\byou\s(?:have\s)?(?:closed|deleted|cancel+ed|paused|requested|asked\sus\sto)\b|(?:您|根据您的)(?:设置|要求|请求)""",
    re.IGNORECASE | re.VERBOSE,
)
_NOTHING = re.compile(
    r"""^\W{0,3}(?:nothing|no\s(?:listing|offer|account|product)s?)\b
    |\b(?:not|isn't|aren't|won't\sbe)\s(?:\w+\s)?affected\b|\bno\s(?:effect|influence|impact)\b|\bnicht\sbetroffen\b|\bpas\s(?:concerné|affecté)
    |不受影响|没有影响|无需|不需要""",
    re.IGNORECASE | re.VERBOSE,
)


def is_conditional(text: str) -> bool:
    """Whether a sentence begins with a condition."""
    return bool(_CONDITION.search(text))


def tells_no_deed(text: str) -> bool:
    """Whether a sentence asks, sets a condition, gives a rule for everybody, or tells what the reader did himself."""
    if _ASKS.search(text) or _CONDITION.search(text) or _OWN_DEED.search(text) or _NOTHING.search(text):
        return True
    return bool(_GENERAL.search(text)) and not _OURS.search(text)
