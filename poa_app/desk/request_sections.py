"""Which section of the letter answers a question of Amazon."""

from __future__ import annotations

import re

from poa_app.facts.folding import fold, fold_phrase
from poa_app.knowledge import Knowledge
from poa_app.model.routes import Section
from poa_app.notice.word_classes import classes_of, lexicon
from poa_app.phrases.text import is_foreign

_OF_A_PLAN: tuple[Section, ...] = ("root-causes", "corrective-actions", "preventive-measures")
_CLASSES = dict(zip(("cause", "corrective", "preventive"), _OF_A_PLAN, strict=True))


def section_of(words: str, known: Knowledge) -> Section:
    """Return the section of the letter that answers a question of Amazon.

    A part of a plan comes before a paper: "why the invoices were missing" asks for a cause, not for invoices.
    """
    part = _named(words, known) or _by_classes(words, known) or _by_form(words, known)
    if part:
        return part
    return "documents" if _papers(words, known) else "other"


def in_english(words: str, known: Knowledge) -> str:
    """Return how a question is put in the letter, which is English whatever the notice was written in.

    A part of a plan that is asked for in Chinese has the letter's own heading, so nothing is returned for it; papers go
    by the names of their kinds. Other words in Chinese stay, for somebody has to translate them.
    """
    if not is_foreign(words):
        return words
    if section_of(words, known) in _OF_A_PLAN:
        return ""
    return ", ".join(_papers(words, known)) or words


def _papers(words: str, known: Knowledge) -> list[str]:
    """Return the English names of the kinds of papers that words ask for."""
    return [
        one.name.en
        for one in known.evidence.values()
        if any(re.search(pattern, words, re.IGNORECASE) for pattern in one.asked_as)
    ]


def _named(words: str, known: Knowledge) -> Section | None:
    """Return the part of a plan whose name stands first."""
    folded = fold(words)

    def first(phrases: tuple[str, ...]) -> int:
        return min((at for phrase in phrases for at, _ in folded.find(fold_phrase(phrase))), default=-1)

    places: dict[Section, int] = {name: first(known.recognition.wanting[name]) for name in _OF_A_PLAN}
    named = [name for name in _OF_A_PLAN if places[name] >= 0]
    if not named:
        return None
    return min(named, key=lambda name: places[name])


def _by_classes(words: str, known: Knowledge) -> Section | None:
    """Return the part of a plan of which alone the words speak."""
    words_of = lexicon(known)
    held = classes_of(words, words_of)
    spoken = [section for name, section in _CLASSES.items() if held & words_of.bits[name]]
    return spoken[0] if len(spoken) == 1 else None


def _by_form(words: str, known: Knowledge) -> Section | None:
    """Return the part of a plan that a question of its form asks for."""
    forms = known.recognition.question_forms
    return next((one for one in _OF_A_PLAN for form in forms.get(one, ()) if re.search(form, words)), None)
