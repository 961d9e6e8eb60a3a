"""Everything that follows from a case on a day, computed once: findings, counts, letters, texts, open points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from poa_app.check.checks import run_checks
from poa_app.check.context import CheckContext
from poa_app.check.objections import Judgement, judgements
from poa_app.check.provenance import Provenance, provenance
from poa_app.check.rendered import empty_sections
from poa_app.facts.invoices import InvoiceFacts
from poa_app.knowledge import knowledge
from poa_app.model.case import Case, NotApplicable
from poa_app.model.finding import Finding
from poa_app.model.letter import Letter
from poa_app.model.paths import row_of
from poa_app.model.printed_fields import printed_fields
from poa_app.model.routes import DEFAULT
from poa_app.model.waivers import group_of, may_be_waived
from poa_app.render.context import context as template_context
from poa_app.render.letter import compose, passage, templates
from poa_app.render.plain import render_text, section_names
from poa_app.resources import folder

MOST_STATES = 64
"""States of stored cases kept in memory, about 1 MB each with their letters."""


class Counts(NamedTuple):
    """How many findings of a case keep it from being sent, and how many more ought to be mended."""

    blocking: int
    to_fix: int


def rows_left(findings: Iterable[Finding]) -> Counts:
    """Count the rows, and the fields outside of rows, that findings leave to complete, and of the others to fix."""
    severities: dict[str, set[str]] = {"blocks": set(), "fix": set()}
    for finding in findings:
        severities.setdefault(finding.severity, set()).add(row_of(finding.path))
    return Counts(len(severities["blocks"]), len(severities["fix"] - severities["blocks"]))


@dataclass(frozen=True)
class CaseState:
    """A case on a day, and what is computed from it when first asked for.

    Attributes:
        case: as it stands.
        today: the day of the check.
        missing: row ids of exhibits whose file is known not to be there.
        digests: the SHA-256 of the case's files by ``supply.file_key``, where their contents are at hand.
        papers: what its papers say by ``supply.file_key``, where they have been read.
    """

    case: Case
    today: date
    missing: frozenset[str] = frozenset()
    digests: frozenset[tuple[str, str]] = frozenset()
    papers: frozenset[tuple[str, InvoiceFacts]] = frozenset()
    _letters: dict[tuple[str, str], Letter] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def has_letter(self) -> bool:
        """Whether a letter answers the case's route; a case without a route is taken for a plan of action."""
        return self.case.route_spec.letter

    @property
    def templates(self) -> tuple[str, ...]:
        """The names of the templates of the case's route, the short one first."""
        names = templates(folder("templates"), self.case.route or DEFAULT) if self.has_letter else ()
        return tuple(sorted(names, key=lambda name: name != "short"))

    @cached_property
    def context(self) -> CheckContext:
        """What the checks may know of the case, with its letters."""
        letters = [self._composed(name) for name in self.templates]
        first = letters[0] if letters else Letter("", "", "", self.today, draft=True)
        return CheckContext(
            self.case, first, self.today, knowledge(), self.missing, dict(self.digests), tuple(letters[1:]),
            dict(self.papers),
        )  # fmt: skip

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding that stands, heaviest first."""
        return run_checks(self.context)

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """The usual reasons of refusal, each with how the case stands to it."""
        return tuple(judgements(self.context, self.findings))

    @cached_property
    def provenance(self) -> Provenance:
        """Where the facts of the letter come from, and which of the client's facts it states."""
        return provenance(self.context)

    @cached_property
    def counts(self) -> Counts:
        """The findings counted by what they ask for."""
        weights = [finding.severity for finding in self.findings]
        return Counts(weights.count("blocks"), weights.count("fix"))

    @cached_property
    def rows_left(self) -> Counts:
        """How many rows, and fields outside of rows, are still to complete, and how many of the others to fix.

        A row of eight blank fields is one thing to write, not eight.
        """
        return rows_left(self.findings)

    @cached_property
    def done(self) -> float:
        """How far the case is, from 0 to 1: what is answered against what is answered, missing or to be mended.

        It is 1 only when nothing blocks and nothing is left to fix. The orders of a list, which come in by the hundred,
        count nothing.
        """
        answered = sum(not path.startswith("/orders/") for path, _ in printed_fields(self.case))
        open_points = sum(self.counts)
        return answered / (answered + open_points) if open_points else 1.0

    @cached_property
    def waivable(self) -> frozenset[str]:
        """The open points of the checklist that may be answered with "does not apply".

        The letter prints no gap and no empty section without them. All are tried at once, since a letter leaves a
        clause out only once its field is waived.
        """
        paths = [one.path for one in self.findings if one.rule in ("completeness.missing", "completeness.evidence")]
        paths = [path for path in paths if may_be_waived(path)]
        if not paths:
            return frozenset()
        tried = self.case
        for path in paths:
            tried = with_not_applicable(tried, path, "tried")
        waived = CaseState(tried, self.today)
        letters = [waived._composed(name) for name in waived.templates]
        needed = {run.path for letter in letters for run in letter.runs() if run.gap}
        needed |= {path for letter in letters for _, path, _ in empty_sections(letter)}
        return frozenset(path for path in paths if path not in needed)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The short letter as text: whole under the empty name, then by section; nothing where no letter answers."""
        letter = self.letter("short")
        if letter is None:
            return {}
        return {"": render_text(letter), **{name: render_text(letter, name) for name in section_names(letter)}}

    def letter(self, template: str, gap_language: str = "en") -> Letter | None:
        """Return the case as a letter, with the DRAFT mark as long as something blocks; none where none answers it.

        Args:
            template: such as ``short``.
            gap_language: ``zh`` names the blank fields in Chinese, for a letter to look at on the screen.

        Raises:
            UnknownName: the route has no such template.
        """
        if not self.has_letter:
            return None
        return replace(self._composed(template, gap_language), draft=bool(self.counts.blocking))

    def proposed(self, path: str, gap_language: str = "en") -> str:
        """Return the passage proposed for a row from its fields, as text; with blank fields named in a language."""
        return "".join(run.text for run in passage(self.case, knowledge(), folder("templates"), path, gap_language))

    @cached_property
    def _shown(self) -> dict[str, Any]:
        """What the templates of all its letters see of the case."""
        return template_context(self.case, knowledge())

    def _composed(self, template: str, gap_language: str = "en") -> Letter:
        key = (template, gap_language)
        if key not in self._letters:
            self._letters[key] = compose(
                self.case, knowledge(), folder("templates"), template, draft=True, gap_language=gap_language,
                shown=self._shown,
            )  # fmt: skip
        return self._letters[key]


def with_not_applicable(case: Case, path: str, reason: str) -> Case:
    """Return the case in which a point of the checklist, or the group it belongs to, does not apply, and why."""
    path = group_of(path)
    others = tuple(one for one in case.not_applicable if one.path != path)
    return case.model_copy(update={"not_applicable": (*others, NotApplicable(path=path, reason=reason))})


@dataclass(frozen=True)
class Version:
    """Which state of a stored case is meant: two of the same revision, files, readings and day are the same state."""

    id: str
    revision: int
    saved: datetime
    today: date
    missing: frozenset[str]
    digests: frozenset[tuple[str, str]]
    papers: frozenset[tuple[str, InvoiceFacts]]
    case: Case = field(compare=False, repr=False)


@lru_cache(maxsize=MOST_STATES)
def state_of(version: Version) -> CaseState:
    """Return the state of a stored case, computed once however often a screen asks."""
    return CaseState(version.case, version.today, version.missing, version.digests, version.papers)
