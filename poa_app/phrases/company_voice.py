"""What one person typed of what the company did, as the company tells it: I stopped it, we stopped it."""

from __future__ import annotations

import re
from functools import lru_cache

from poa_app.phrases.actor import actor
from poa_app.phrases.function_words import AUXILIARIES, LEADING_ADVERBS
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.text import LONGEST, full_forms, is_foreign

_I = re.compile(r"\bI\b")
_OF_ME = re.compile(r"\b(?:I|me|[Mm]y|myself|mine)\b")
_OWN_LIFE = re.compile(
    r"\b(?:my (?:own|wife|husband|mother|father|mom|dad|son|daughter"
    r"|brother|sister|kids?|child(?:ren)?|family|partner|phone|laptop"
    r"|computer|home|house|health|doctor)|sick|ill|injured|hospital|surgery|holidays?|vacation|funeral|pregnant|birth)\b",
    re.IGNORECASE,
)
"""What a person tells of his own life, which no company has."""
_BE = re.compile(r"\bI (am|was) (?=(?:not |only |just |still )?(?P<doing>[a-z]+ing)\b)")
_STATE = re.compile(r"\bI (?:am|was)\b")
_TO_ME = re.compile(r"\b(to|by|with|from|for|tells?|told|asks?|informs?|alerts?|calls?) me\b")
_PLURAL = {"me": "us", "my": "our", "myself": "ourselves", "mine": "ours"}
_OPENS = re.compile(r"(?:\A|[.!?:] )\Z")


@lru_cache(maxsize=4_096)  # an edit changes one text of some hundred
def of_company(text: str, title: str = "") -> str:
    """Return words in which a person tells what the company did with "we"; what tells of the person stays.

    Args:
        text: of one field, as typed.
        title: of the one who signs the letter, who is "me" where something goes to one person; may be blank.
    """
    if len(text) > LONGEST or is_foreign(text) or re.search('["“”]', text):
        return text
    said = full_forms(re.sub(r"(?<![.\w])i(?=['’ ][a-z])", "I", text))
    if not _OF_ME.search(said) or _OWN_LIFE.search(said):
        return text
    if not _I.search(said) and _TO_ME.search(said):
        signs = actor(title) if title.strip() else None
        said = _TO_ME.sub(lambda found: f"{found[1]} {signs.subject}", said) if signs else said
        if not signs or _OF_ME.search(said):
            return said if signs else text
    said = _BE.sub(lambda found: f"{_we(found)} {'are' if found[1] == 'am' else 'were'} ", said)
    if _STATE.search(said) or not all(_acts(said, found.end()) for found in _I.finditer(said)):
        return text
    said = _I.sub(_we, said)
    said = _capital_my(said)
    return re.sub(r"\b(me|my|myself|mine)\b", lambda found: found[0] if _is_listed(found) else _PLURAL[found[1]], said)


_BESIDE = re.compile(r"(?:[,(+&/] ?|\band )\Z")
_NAMED_BESIDE = re.compile(r"\b[A-Z][a-z]+ and \Z")
"""A name before it: alerts go to Mary and me."""
_BEHIND = re.compile(r" ?(?:[+&/]|and [A-Z]|[,)](?! [a-z]))")


def _is_listed(found: re.Match[str]) -> bool:
    """Whether "me" is one of several people that are listed, who are not all of the company: Tom, Priya, me."""
    before, after = _BESIDE.search(found.string, 0, found.start()), _BEHIND.match(found.string, found.end())
    named = _NAMED_BESIDE.search(found.string, 0, found.start())
    return found[1] == "me" and bool(named or (before and (after or found.end() == len(found.string))))


def _we(found: re.Match[str]) -> str:
    return "We" if _OPENS.search(found.string, 0, found.start()) else "we"


def _capital_my(said: str) -> str:
    return re.sub(r"\bMy(?= [a-z])", "Our", said)


def _acts(said: str, at: int) -> bool:
    """Whether a verb follows: I refunded, I also told; not Part I of the form."""
    words = re.findall(r"[a-z]+", said[at : at + 60])
    while words and (words[0] in LEADING_ADVERBS or words[0] in ("personally", "really") or words[0].endswith("ly")):
        words = words[1:]
    return bool(words) and (words[0] in AUXILIARIES or bool(lexicon().kinds(words[0])))


_ME = re.compile(r"(?:I|me|myself)", re.IGNORECASE)
_AND_ME = re.compile(r"(?P<other>.+?) (?:and|&|\+) (?:I|me|myself)", re.IGNORECASE)


@lru_cache(maxsize=512)
def of_signatory(role: str, title: str) -> str:
    """Return a role in which the one who signs the letter stands as "me" by the title the letter is signed with.

    Args:
        role: who does something, or who stands in, as typed.
        title: of the one who signs; may be blank.
    """
    said = role.strip().rstrip(".")
    if not title.strip():
        return role
    if _ME.fullmatch(said):
        return title.strip()
    both = _AND_ME.fullmatch(said)
    return f"{both['other']} and {title.strip()}" if both else role
