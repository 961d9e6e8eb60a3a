"""A person's name typed before a role without a mark between them: Ann Lee order desk, tom Sykes warehouse."""

from __future__ import annotations

from functools import lru_cache

from poa_app.phrases import function_words as small
from poa_app.phrases.lexicon import lexicon

LONGEST_NAME = 3
LONGEST_ROLE = 4
DOERS = ("er", "or", "ist", "ant")
"""How nouns for those who do something end, beside those of the list: copywriter."""
_NO_NAMES = (
    small.AGENTS
    | small.DETERMINERS
    | small.PREPOSITIONS
    | small.PROPER
    | small.NUMBERS
    | small.SUBJECTS
    | {"and", "or"}
)
_OF_DEPARTMENTS = frozenset(word for name in small.DEPARTMENTS for word in name.split())


@lru_cache(maxsize=1_024)
def beside_role(words: str) -> tuple[str, str] | None:
    """Return a person's name and the role typed behind it; None where another reading is as likely.

    A name of one word is one only where it is a given name: "Pinecrest warehouse lead" has no person in it.

    Args:
        words: tidy words of who does something.
    """
    pieces = words.split()
    for size in range(min(LONGEST_NAME, len(pieces) - 1), 0, -1):
        name, role = pieces[:size], pieces[size:]
        if _is_person(name) and _is_role(role):
            return " ".join(map(_capital, name)), " ".join(role)
    return None


def with_capitals(words: str) -> str:
    """Return a name with the capitals it wants where one of its words has one, in all words or before " and "."""
    return " and ".join(_named(piece) for piece in words.split(" and "))


def _named(piece: str) -> str:
    name, mark, rest = _head(piece)
    pieces = name.split()
    lowered = any(word.islower() for word in pieces)
    return f"{' '.join(map(_capital, pieces))}{mark}{rest}" if lowered and _is_person(pieces) else piece


def _head(piece: str) -> tuple[str, str, str]:
    """Split words before their first comma or bracket."""
    at = min((place for place in (piece.find(","), piece.find(" (")) if place > 0), default=len(piece))
    return piece[:at], piece[at : at + 1], piece[at + 1 :]


def _is_person(pieces: list[str]) -> bool:
    """Whether words are a person's name: with a capital, and none of them an ordinary word."""
    lows = [piece.lower() for piece in pieces]
    if not 0 < len(pieces) <= LONGEST_NAME or lows[0] in small.TOWNS or _NO_NAMES & set(lows):
        return False
    if not all(piece.replace("-", "").replace("'", "").isalpha() for piece in pieces):
        return False
    if any(len(piece) > 1 and piece.isupper() for piece in pieces) or _OF_DEPARTMENTS & set(lows):
        return False
    if len(pieces) == 1:
        return pieces[0][0].isupper() and lows[0] in small.GIVEN_NAMES
    odd = [not lexicon().is_common(low) for low in lows]
    sure = [strange or low in small.GIVEN_NAMES for strange, low in zip(odd, lows, strict=True)]
    capital = [piece[0].isupper() for piece in pieces]
    family = any(strange and high for strange, high in zip(odd, capital, strict=True))
    return family and all(known or high for known, high in zip(sure, capital, strict=True)) and sum(sure) > 1


def _is_role(pieces: list[str]) -> bool:
    """Whether words are what a person may be: account manager, IT, order desk, GM."""
    low = " ".join(pieces).lower()
    if low in small.DEPARTMENTS:
        return True
    lows = low.split()
    if not 0 < len(pieces) <= LONGEST_ROLE or not all(_may_be_in_role(piece) for piece in pieces):
        return False
    last = lows[-1]
    doer = last.endswith(DOERS) and lexicon().is_noun(last)
    return (last in small.AGENTS - small.NOT_PERSONS) or doer or last in ("desk", "rep", "mgr")


def _may_be_in_role(piece: str) -> bool:
    low = piece.lower()
    known = low in small.AGENTS or low in _OF_DEPARTMENTS or all(map(lexicon().is_common, low.split("-")))
    return (known and (piece.islower() or piece.isupper() or piece.istitle())) or low in ("rep", "mgr")


def _capital(word: str) -> str:
    return word[0].upper() + word[1:]
