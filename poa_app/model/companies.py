"""Whether two names are the names of one company, however they are spelled."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from poa_app.model.facts import Client, Supplier

_FORMS = (
    ("coltd", r"co(?:mpany)? (?:ltd|limited)|coltd"),
    ("ptyltd", r"(?:pty|proprietary) (?:ltd|limited)"),
    ("pteltd", r"(?:pte|private) (?:ltd|limited)"),
    ("pvtltd", r"pvt (?:ltd|limited)"),
    ("ltd", r"ltd|limited"),
    ("llc", r"llc|l l c|limited liability (?:company|co)"),
    ("llp", r"llp|l l p|limited liability partnership"),
    ("inc", r"inc|incorporated"),
    ("corp", r"corp|corporation"),
    ("plc", r"plc|p l c|public limited company"),
    ("gmbh", r"gmbh|g m b h|gesellschaft mit beschrankter haftung|gesellschaft mit beschraenkter haftung"),
    ("ag", r"ag|a g|aktiengesellschaft"),
    ("sarl", r"sarl|s a r l|s a rl"),
    ("sas", r"sas|s a s"),
    ("sa", r"sa|s a"),
    ("srl", r"srl|s r l"),
    ("spa", r"spa|s p a"),
    ("sl", r"sl|s l"),
    ("bv", r"bv|b v"),
    ("kk", r"kk|k k|kabushiki kaisha"),
)
_FORM = re.compile("|".join(rf"(?P<{name}>(?:^| )(?:{spelled})$)" for name, spelled in _FORMS))
_CHINESE_FORMS = ("有限责任公司", "有限責任公司", "有限公司")
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "&": " and "}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


def is_same(one: str | None, other: str | None) -> bool:
    """Whether two names, as people and papers spell them, are one name; a blank name is nobody's."""
    return bool(_spellings(one or "") & _spellings(other or ""))


def is_alike(one: str | None, other: str | None) -> bool:
    """Whether two names are one apart from their legal form, or from leaving it out."""
    return bool({core for core, _ in _spellings(one or "")} & {core for core, _ in _spellings(other or "")})


def has_legal_form(name: str) -> bool:
    """Whether a name ends in the form of a company, such as Co., Ltd., GmbH or 有限公司."""
    return any(core and form for core, form in _spellings(name))


def names(company: Client | Supplier) -> tuple[str, ...]:
    """Return the names a company bears on papers: the one in Latin letters and the one in its own script."""
    own = company.legal_name if isinstance(company, Client) else company.name
    return tuple(name for name in (own, company.local_name) if name and _spellings(name))


def bears(company: Client | Supplier, name: str | None) -> bool:
    """Whether a name on a paper is one of a company's names."""
    return any(is_same(name, own) for own in names(company))


@lru_cache(maxsize=4_000)
def _spellings(name: str) -> frozenset[tuple[str, str]]:
    """Return the ways a name can be told in plain letters, each as its core and its legal form."""
    text = unicodedata.normalize("NFKC", name).casefold()
    told = (_told(text), _told(text.translate(_UMLAUTS)))
    return frozenset(one for one in told if one[0])


def _told(text: str) -> tuple[str, str]:
    text = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    bare = "".join(mark for mark in text if not unicodedata.combining(mark))
    words = " ".join(re.sub(r"[^\w]|_", " ", re.sub(r"['’`]", "", bare)).split())
    form = _FORM.search(words)
    if form and form.start():
        return words[: form.start()].replace(" ", ""), form.lastgroup or ""
    joined = words.replace(" ", "")
    chinese = next((one for one in _CHINESE_FORMS if joined.endswith(one)), "")
    return joined.removesuffix(chinese), chinese and _CHINESE_FORMS[-1]
