"""What a rule over words may hold: what it looks for, where it counts, what it says, and its tests."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from poa_app.knowledge.schema import Bilingual, KnowledgeModel, Slug, Words
from poa_app.model.finding import Severity
from poa_app.model.letter import LetterSection
from poa_app.model.routes import Route

RuleKind = Literal["pattern", "phrase", "substitution", "pair", "limit", "checker", "weighed"]
Scope = Literal["letter", "latin", "prose", "free-text", "chain-end", "invoice-name", "invoice-name-start"]

_OF_KIND: dict[RuleKind, frozenset[str]] = {
    "pattern": frozenset(("pattern",)),
    "phrase": frozenset(("phrases",)),
    "substitution": frozenset(("swaps",)),
    "pair": frozenset(("first", "second", "within")),
    "limit": frozenset(("unit", "most")),
    "checker": frozenset(("checker",)),
    "weighed": frozenset(("least", "sober")),
}


class Bad(KnowledgeModel):
    """A text a rule must find, with the words it finds, and where it stands if not where the rule's scope says."""

    text: Words
    quote: Words
    section: LetterSection | None = None


class Rewrite(KnowledgeModel):
    """A safe replacement: ``\\1`` stands for the first group of the rule's pattern."""

    text: str
    automatic: bool = False


class TextRule(KnowledgeModel):
    """A rule over words: what must not occur, and where.

    Attributes:
        family: what kind of fault it is.
        severity: how heavy.
        scope: kinds of text it concerns: ``letter`` all that prints, ``latin`` all but names in a script of their own,
            ``prose`` all but names, ``free-text`` whole sentences only.
        kind: how it looks; the keys that go with each kind follow.
        pattern: of ``pattern``; a regular expression.
        unless: of ``pattern``; what excuses a match that begins where this matches.
        phrases: of ``phrase``; see ``english.phrase_patterns``.
        swaps: of ``substitution``; the right words for each wrong phrase.
        automatic: of ``substitution``; whether the right words cannot change the meaning.
        first: of ``pair``; phrases one of which stands in the same sentence as one of ``second``.
        second: of ``pair``.
        within: of ``pair``; the most words between the two.
        unit: of ``limit``; what is counted.
        most: of ``limit``; the highest count that is no fault.
        checker: of ``checker``; the name of the function.
        least: of ``weighed``; how much a sentence must sound like the family, from 0 to 1, to be told.
        sober: of ``weighed``; how much it must sound like the family for its other rules to be believed.
        certain: whether it is told even where the whole sentence does not sound like its family.
        exceptions: phrases; a match that overlaps one of them is no fault.
        gives_way_to: families; a match that overlaps a fault of one of them is told as that one only; of ``weighed``,
            a sentence that holds such a fault is told as that one only.
        sections: parts of an appeal it concerns; none means all.
        other_sections: parts it does not concern.
        routes: routes it concerns; none means all.
        other_routes: routes it does not concern.
        enforcements: kinds of case it concerns; none means all.
        other_enforcements: kinds of case it does not concern.
        everywhere: whether quoted words and names count too.
        state: a rule in ``shadow`` is counted, not shown.
        message: one sentence to the writer; ``{quote}`` and ``{fix}`` are filled in.
    """

    family: Slug
    severity: Severity
    scope: Annotated[tuple[Scope, ...], Field(min_length=1)]
    kind: RuleKind = "pattern"
    pattern: Words | None = None
    unless: str = ""
    phrases: tuple[Words, ...] = ()
    swaps: Annotated[dict[Words, str], Field(default_factory=dict)]
    automatic: bool = False
    first: tuple[Words, ...] = ()
    second: tuple[Words, ...] = ()
    within: int | None = None
    unit: Literal["words-in-sentence", "words-in-paragraph"] | None = None
    most: int | None = None
    checker: Slug | None = None
    least: float | None = None
    sober: float | None = None
    certain: bool = False
    exceptions: tuple[Words, ...] = ()
    gives_way_to: tuple[Slug, ...] = ()
    sections: tuple[LetterSection, ...] = ()
    other_sections: tuple[LetterSection, ...] = ()
    routes: tuple[Route, ...] = ()
    other_routes: tuple[Route, ...] = ()
    enforcements: tuple[Slug, ...] = ()
    other_enforcements: tuple[Slug, ...] = ()
    everywhere: bool = False
    state: Literal["on", "shadow"] = "on"
    message: Bilingual
    why: Bilingual
    source: Words
    can_be_overruled: bool = True
    fixes: tuple[Rewrite, ...] = ()
    bad: Annotated[tuple[Bad, ...], Field(min_length=1)]
    good: Annotated[tuple[Words, ...], Field(min_length=1)]

    def is_about(self, section: LetterSection) -> bool:
        """Whether the rule concerns a part of an appeal; what is still open is part of the letter."""
        named = section in self.sections or (section == "open-point" and "letter" in self.sections)
        return (not self.sections or named) and section not in self.other_sections

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        for kind, needed in _OF_KIND.items():
            given = {name for name in needed if getattr(self, name)}
            if kind == self.kind and given != needed:
                raise ValueError(f"a rule of kind {kind} needs {', '.join(sorted(needed - given))}")
            if kind != self.kind and given:
                raise ValueError(f"a rule of kind {self.kind} has no {', '.join(sorted(given))}")
        return self
