"""Whether what stands as a contact reaches anybody, or only fills the field."""

from __future__ import annotations

import re
import unicodedata

from poa_app.knowledge.schema import Bilingual

WANTED = {
    "contact": Bilingual(en="the name of a person who can confirm the purchase", zh="能确认采购的联系人姓名"),
    "phone": Bilingual(
        en="a telephone number that is answered, with its country code", zh="有人接听的电话，带国家区号"
    ),
    "email": Bilingual(en="an e-mail address that is read", zh="有人查收的邮箱"),
    "address": Bilingual(en="a street address that can be found", zh="能查到的详细地址"),
    "website": Bilingual(en="the company's website, or leave it blank", zh="公司网站，没有则留空"),
}
"""The fields by which a supplier is reached, and what belongs in each."""

LEAST_DIGITS = 7
"""Digits a telephone number has at least, its country code left aside."""

_FILLERS = (
    r"n ?a|nil|null|none|no|not (?:available|applicable|provided|known|yet)|unavailable|unknown|nothing|blank|empty",
    r"(?:to be |will be )?(?:confirmed|provided|added|filled|advised|announced)(?: later)?|tb[acd]|pending|later|todo",
    r"(?:the )?same(?: as)?(?: above)?|(?:as |see )?above|ditto|see (?:the )?invoice|(?:up)?on request|secret",
    r"confidential|private|test|example|sample|x+|a?bc|asdf\w*|qwer\w*|dummy",
    r"(?:no|without) (?:website|site|web|phone|telephone|number|e ?mail|address|contact)",
    "无|没有|暂无|未有|待定|待补|待补充|待确认|待填|待填写|待提供|不详|未知|不知道|不清楚|同上|略|空|未提供|保密|不便透露|不方便",
    "无网站|无网址|无电话|无邮箱|无地址|没有网站|没有网址|没有电话|没有邮箱|没有地址|见发票|以后补|后补|稍后|测试",
)
_FILLER = re.compile("|".join(_FILLERS), re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@,;<>]+@([\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,})")
_SITE = re.compile(r"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[^\W\d_]{2,})(?:[:/?#]\S*)?", re.IGNORECASE)
_NOBODYS = re.compile(
    r"(?:.*\.)?(?:(?:example|test|domain|company|website|yourdomain|yourcompany|yoursite|abc|xxx+|123|none|na|www|mail"
    r"|email|sample|aaa+)\.(?:com|net|org|cn|com\.cn)|invalid|localhost)",
    re.IGNORECASE,
)
_RUN = "01234567890123456789"


def is_unreachable(field: str, value: str) -> bool:
    """Whether nobody can be reached by what stands in a supplier's ``contact``, ``phone``, ``email`` and so on."""
    text = " ".join(unicodedata.normalize("NFKC", value).split())
    words = " ".join(re.sub(r"[^\w]|_", " ", text).split())
    if not words or _FILLER.fullmatch(words):
        return True
    return _CHECKS[field](text)


def _no_phone(text: str) -> bool:
    digits = "".join(str(unicodedata.digit(mark)) for mark in text if mark.isdigit())
    return len(digits) < LEAST_DIGITS or len(set(digits)) == 1 or digits in _RUN or digits in _RUN[::-1]


def _no_email(text: str) -> bool:
    found = [match for one in re.split(r"[,;/\s]+", text) if (match := _EMAIL.fullmatch(one.strip("<>")))]
    return not found or all(_NOBODYS.fullmatch(match[1]) for match in found)


def _no_address(text: str) -> bool:
    words = re.findall(r"\w+", text)
    if re.search(r"[\u3400-\u9fff]", text):
        return len("".join(words)) < 6
    return (len(words) < 3 and not re.search(r"\d", text)) or not re.search(r"[^\W\d_]", text)


def _no_site(text: str) -> bool:
    found = [match for one in re.split(r"[,;\s]+", text) if (match := _SITE.fullmatch(one))]
    return not found or all(_NOBODYS.fullmatch(match[1]) for match in found)


def _no_person(text: str) -> bool:
    return not re.search(r"[^\W\d_]", text)


_CHECKS = {
    "contact": _no_person, "phone": _no_phone, "email": _no_email, "address": _no_address, "website": _no_site,
}  # fmt: skip
