"""Whether passages written by hand say the same sentence twice in one case."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.check.context import CheckContext, Span
from poa_app.english.checkers.repetition import Said, whole_sentences
from poa_app.english.prose import Prose
from poa_app.english.setting import Setting
from poa_app.model.finding import Finding
from poa_app.model.text import FIELD_LIMIT

_BY_HAND = ("passage", "/opening", "/closing")
"""Ends of the paths of what is written by hand in whole sentences."""


def said_again(context: CheckContext) -> Iterator[Finding]:
    """Find each sentence of a passage that another passage has said; within one passage a rule of the files does."""
    before: dict[str, Said] = {}
    for path, text in context.printed:
        if not isinstance(text, str) or not path.endswith(_BY_HAND) or len(text) > FIELD_LIMIT:
            continue
        own = Said()
        for sentence in whole_sentences(Prose(text, Setting())):
            first = next((one for one, said in before.items() if said.holds(sentence.text)), None)
            if first:
                span = Span(sentence.start, sentence.end, sentence.text)
                yield context.find("passages.said-again", path, span, first=context.place(first))
            own.add(sentence.text)
        before[path] = own
