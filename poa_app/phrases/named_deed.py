"""Deeds that somebody named instead of telling them: refunds to all buyers, removal of 96 units."""

from __future__ import annotations

from poa_app.phrases import function_words as small
from poa_app.phrases.fitted import small_first
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.words import Phrase


def named_deed(phrase: Phrase) -> str | None:
    """Return the name of a deed behind the verb such a deed is done by: made refunds to all buyers.

    None for words that name no deed, and for one without the words it is done to.
    """
    lows = [word.low for word in phrase.words]
    at = next((place for place, low in enumerate(lows[:4]) if low in small.DEEDS_MADE | small.DEEDS_CARRIED_OUT), None)
    if at is None or at + 1 >= len(lows) or lows[at + 1] not in ("of", "to", "for"):
        return None
    if any(low not in small.DETERMINERS | small.NUMBERS and low not in lexicon().adjectives for low in lows[:at]):
        return None
    many = lows[at] in lexicon().plurals and lows[at] not in lexicon().singulars
    bare = not many and not (at and lows[0] in small.DETERMINERS | small.NUMBERS)
    if bare and lows[at + 1] != "of":
        return None
    verb = "made" if lows[at] in small.DEEDS_MADE else "carried out"
    return f"{verb} {'the ' if bare else ''}{small_first(phrase.text)}"
