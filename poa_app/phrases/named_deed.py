"""Deeds that somebody named instead of telling them: refunds to all buyers, removal of 96 units."""

from __future__ import annotations

from poa_app.phrases import function_words as small
from poa_app.phrases.fitted import small_first
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.words import Phrase

_DEEDS = small.DEEDS_MADE | small.DEEDS_CARRIED_OUT | small.DEEDS_GIVEN


def named_deed(phrase: Phrase, habit: bool = False) -> str | None:
    """Return a deed by its verb: refunded all buyers; or its name behind one: made full refunds to all buyers.

    None for words that name no deed, and for one without the words it is done to.

    Args:
        phrase: of kind ``noun`` or ``unknown``.
        habit: whether it is done again and again by one person, so that its verb is in the present.
    """
    lows = [word.low for word in phrase.words]
    if lows[:2] == ["removal", "order"] and lows[2:3] in (["for"], ["of"]) and len(lows) > len(lows[:3]):
        return f"{'orders' if habit else 'ordered'} the removal of {phrase.after(3)}"
    if tested := _tested(phrase, lows, habit):
        return tested
    at = next((place for place, low in enumerate(lows[:4]) if low in _DEEDS), None)
    if at is None or at + 1 >= len(lows) or lows[at + 1] not in ("of", "to", "for"):
        return None
    if at == 0 and (told := _as_verb(phrase, habit)):
        return told
    if any(low not in small.DETERMINERS | small.NUMBERS and low not in lexicon().adjectives for low in lows[:at]):
        return None
    many = lows[at] in lexicon().plurals and lows[at] not in lexicon().singulars
    bare = not many and not (at and lows[0] in small.DETERMINERS | small.NUMBERS)
    given = lows[at] in small.DEEDS_GIVEN
    if bare and not given and lows[at + 1] != "of":
        return None
    verbs = ("gave", "gives") if given else ("made", "makes") if lows[at] in small.DEEDS_MADE else _OTHERS
    return f"{verbs[habit]} {'the ' if bare and not given else ''}{small_first(phrase.text)}"


def _tested(phrase: Phrase, lows: list[str], habit: bool) -> str | None:
    """Return a test that lacks the word before what it is done to: drop test 5 units, a drop test of 5 units."""
    at = next((place for place, low in enumerate(lows[:3]) if low == "test"), None)
    if not at or at + 1 >= len(lows) or not lows[at + 1][:1].isdigit() or not all(map(lexicon().is_noun, lows[:at])):
        return None
    article = "an" if lows[0][0] in "aeiou" else "a"
    named = phrase.text[: phrase.words[at + 1].start].rstrip()
    return f"{_OTHERS[habit]} {article} {small_first(named)} of {phrase.after(at + 1)}"


_OTHERS = ("carried out", "carries out")


def _as_verb(phrase: Phrase, habit: bool) -> str | None:
    """Return the name of a deed, with what it was done to, as its verb: removal of 96 units, removed 96 units."""
    noun, preposition = phrase.words[0].low.removesuffix("s"), phrase.words[1].low
    verb = lexicon().verb(small.VERBS_OF_DEEDS.get(noun, ""), "base")
    if verb is None or preposition not in ("of", *_LEADS.get(noun, ())):
        return None
    rest = phrase.after(2)
    if noun == "training":
        rest = rest.replace(" about ", " on ", 1)
    return f"{verb.third if habit else verb.past} {rest}"


_LEADS = {
    "refund": ("to", "for"), "payment": ("to",), "training": ("to", "for"), "update": ("to",), "change": ("to",),
    "correction": ("to",),
}  # fmt: skip
"""What may stand between the name of a deed and what it was done to, beside "of"."""
