"""What every check is given, and how it says what it found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from poa_app.facts.invoices import InvoiceFacts
from poa_app.knowledge import Enforcement, Knowledge
from poa_app.knowledge.asked import enforcements_of
from poa_app.knowledge.schema import Bilingual, Question, QuestionOverride
from poa_app.model import exhibits, sections
from poa_app.model.base import Row
from poa_app.model.case import Case
from poa_app.model.finding import Finding, Fix
from poa_app.model.letter import Letter
from poa_app.model.paths import get, pattern, steps, typed_leaves
from poa_app.model.printed_fields import printed_fields
from poa_app.model.row_edits import row_number

_OF_THE_WHOLE = ("letter.long",)
"""Rules whose figures change with every word typed anywhere; they concern no words of their own."""


class Span(NamedTuple):
    """Where in a field's text a finding stands, in code points."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class CheckContext:
    """One case under examination.

    Attributes:
        case: as it stands.
        letter: as it would print, short.
        today: the day of the check.
        known: what the data files say.
        absent: row ids of exhibits whose file was looked for and not found.
        digests: the SHA-256 of files by ``supply.file_key``, where their contents are at hand.
        papers: what the files of papers say, by ``supply.file_key``, where they have been read.
        more_letters: the other letters its route can print, such as the full one.
    """

    case: Case
    letter: Letter
    today: date
    known: Knowledge
    absent: frozenset[str] = frozenset()
    digests: Mapping[str, str] = field(default_factory=dict)
    more_letters: tuple[Letter, ...] = ()
    papers: Mapping[str, InvoiceFacts] = field(default_factory=dict)

    @cached_property
    def enforcements(self) -> tuple[Enforcement, ...]:
        """The enforcements of the case that the data files know."""
        return enforcements_of(self.case, self.known)

    @cached_property
    def exhibit_labels(self) -> dict[str, str]:
        """The letter of each exhibit by its row id."""
        return exhibits.exhibit_labels(self.case)

    @cached_property
    def causes(self) -> dict[str, str]:
        """The label of each root cause by its row id."""
        return sections.cause_labels(self.case)

    @cached_property
    def typed(self) -> tuple[tuple[str, Any], ...]:
        """Every field but those of rows that come as a table, with what it holds."""
        return tuple(typed_leaves(self.case))

    @cached_property
    def printed(self) -> tuple[tuple[str, Any], ...]:
        """The fields that print, with what they hold."""
        return tuple(printed_fields(self.case))

    def find(
        self,
        rule: str,
        path: str,
        span: Span | None = None,
        why: Bilingual | None = None,
        fixes: tuple[Fix, ...] = (),
        **words: Any,
    ) -> Finding:
        """State a finding in the words of its rule.

        Args:
            rule: a key of ``messages.toml``.
            path: the field it concerns.
            span: the words it concerns.
            why: said instead of the rule's own reason.
            fixes: safe replacements for the span.
            words: what the message's braces stand for; a ``Bilingual`` is said in the message's language.
        """
        known = self.known.messages[rule]
        place = self.place(path)
        quote = span.quote if span else words.get("quote")
        said = {language: {"place": place, "quote": quote, **words} for language in ("en", "zh")}
        filled = {
            language: known.message.in_language(language).format_map(
                {key: _said(value, language) for key, value in said[language].items()}
            )
            for language in ("en", "zh")
        }
        reason = why or known.why
        named = quote if quote is not None else "; ".join(_said(words[name], "en") for name in sorted(words))
        return Finding(
            rule=rule,
            family=known.family,
            severity=known.severity,
            path=path,
            start=span.start if span else None,
            end=span.end if span else None,
            quote=quote,
            words="" if rule in _OF_THE_WHOLE else named,
            message=filled["en"],
            message_zh=filled["zh"],
            why=reason.en,
            why_zh=reason.zh,
            source=known.source,
            fixes=fixes,
            can_be_overruled=known.can_be_overruled,
        )

    def question(self, path: str) -> Question | None:
        """Return how a field is asked for, generally."""
        return self.known.questions.get(pattern(path))

    def asked(self, path: str) -> Question | QuestionOverride | None:
        """Return how a field is asked for, in the enforcement's own way where it has one."""
        kind = pattern(path)
        own = (asked for enforcement in self.enforcements for asked in enforcement.questions if asked.field == kind)
        return next(own, None) or self.question(path)

    def place(self, path: str) -> Bilingual:
        """Name a field as its user sees it, such as "CA2, Who did it"."""
        english, chinese = [], []
        for part in self._rows(path):
            english.append(part.en)
            chinese.append(part.zh)
        question = self.question(path)
        if question and (not english or not self._is_row(path)):
            english.append(question.label.en)
            chinese.append(question.label.zh)
        elif not english:
            english.append(steps(path)[-1].replace("_", " "))
            chinese.append(steps(path)[-1])
        return Bilingual(en=", ".join(english), zh="，".join(chinese))

    def _is_row(self, path: str) -> bool:
        try:
            return isinstance(get(self.case, path), Row)
        except KeyError:
            return pattern(path).endswith("/*")

    def _rows(self, path: str) -> Iterator[Bilingual]:
        """Yield the names of the rows a path leads through, as the screens say them."""
        way = steps(path)
        for depth in range(1, len(way)):
            words, row = self.known.rows.get(way[depth - 1]), "".join(f"/{step}" for step in way[: depth + 1])
            if words is None:
                continue
            try:
                number = row_number(self.case, row)
            except KeyError:
                continue
            yield Bilingual(en=words.code.en.format(n=number), zh=words.code.zh.format(n=number))


def _said(value: Any, language: str) -> str:
    return value.in_language(language) if isinstance(value, Bilingual) else str(value)
