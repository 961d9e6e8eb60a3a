"""Rules that phrases cannot state: each checker reads the sentences of a text and yields what is wrong.

A module holds the checkers of one theme in its own ``CHECKERS``; they are joined here, a line a module.
"""

from __future__ import annotations

from poa_app.english.checkers import (
    blame,
    characters,
    conduct,
    contractions,
    grammar_agreement,
    grammar_articles,
    grammar_auxiliaries,
    grammar_beside,
    grammar_capitals,
    grammar_clauses,
    grammar_dates,
    grammar_deeds,
    grammar_forms,
    grammar_numbers,
    grammar_uncountable,
    grammar_verbs,
    links,
    long_and_empty,
    privacy,
    promises,
    proof,
    repetition,
    stated,
    tone,
)
from poa_app.english.hit import Checker

CHECKERS: dict[str, Checker] = {
    **blame.CHECKERS,
    **characters.CHECKERS,
    **conduct.CHECKERS,
    **contractions.CHECKERS,
    **grammar_agreement.CHECKERS,
    **grammar_articles.CHECKERS,
    **grammar_auxiliaries.CHECKERS,
    **grammar_beside.CHECKERS,
    **grammar_capitals.CHECKERS,
    **grammar_clauses.CHECKERS,
    **grammar_dates.CHECKERS,
    **grammar_deeds.CHECKERS,
    **grammar_forms.CHECKERS,
    **grammar_numbers.CHECKERS,
    **grammar_uncountable.CHECKERS,
    **grammar_verbs.CHECKERS,
    **links.CHECKERS,
    **long_and_empty.CHECKERS,
    **privacy.CHECKERS,
    **promises.CHECKERS,
    **proof.CHECKERS,
    **repetition.CHECKERS,
    **stated.CHECKERS,
    **tone.CHECKERS,
}
"""Each checker by the name that a rule's file calls it by."""
