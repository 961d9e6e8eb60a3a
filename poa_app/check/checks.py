"""All checks in one: what still has to be mended in a case, heaviest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from poa_app.check.actions import actions
from poa_app.check.answers import answers
from poa_app.check.chains import chains
from poa_app.check.chronology import chronology
from poa_app.check.claims import claims
from poa_app.check.completeness import completeness
from poa_app.check.context import CheckContext
from poa_app.check.dates import dates
from poa_app.check.defects import defects
from poa_app.check.drafts import drafts
from poa_app.check.evidence import evidence, files
from poa_app.check.figures import figures
from poa_app.check.history import history
from poa_app.check.identifiers import identifiers
from poa_app.check.integrity import integrity
from poa_app.check.language import language
from poa_app.check.links import links
from poa_app.check.loads import loads
from poa_app.check.objections import objections
from poa_app.check.order_list import order_list
from poa_app.check.paper_facts import paper_facts
from poa_app.check.papers import papers
from poa_app.check.parties import parties
from poa_app.check.passages import passages
from poa_app.check.provenance import by_hand
from poa_app.check.rate_sites import rate_sites
from poa_app.check.readings import readings
from poa_app.check.refusals import refusals
from poa_app.check.rendered import rendered
from poa_app.check.said_again import said_again
from poa_app.check.topics import topics
from poa_app.check.totals import totals
from poa_app.check.unknown import unknown
from poa_app.check.values import values
from poa_app.model.case import Case
from poa_app.model.finding import SEVERITIES, Finding
from poa_app.model.letter import Table, lines_of
from poa_app.model.paths import steps
from poa_app.model.waivers import is_waived

MOST_WORDS = 1_000
"""Above this many words a reviewer with four minutes stops reading. Source: ``adverio`` in ``sources.toml``."""


def length(context: CheckContext) -> Iterator[Finding]:
    """Find a letter longer than a reviewer reads, its tables, its list of exhibits and its gaps left aside."""
    lines = (line for block in context.letter.blocks if not isinstance(block, Table) for line in lines_of(block))
    prose = (line for line in lines if not any((run.path or "").startswith("/exhibits/") for run in line))
    count = sum(len(run.text.split()) for line in prose for run in line if not run.gap)
    if count > MOST_WORDS and context.case.route_spec.measured:
        yield context.find("letter.long", "/opening", count=count)


CHECKS: tuple[Callable[[CheckContext], Iterator[Finding]], ...] = (
    completeness,
    values,
    unknown,
    links,
    evidence,
    files,
    parties,
    papers,
    paper_facts,
    answers,
    integrity,
    claims,
    topics,
    dates,
    chronology,
    actions,
    loads,
    figures,
    rate_sites,
    defects,
    totals,
    order_list,
    passages,
    said_again,
    identifiers,
    chains,
    language,
    readings,
    drafts,
    by_hand,
    length,
    history,
    refusals,
)


def run_checks(context: CheckContext) -> tuple[Finding, ...]:
    """Return every finding that stands, heaviest first and then in the order of the case.

    A point answered with "does not apply" and a finding overruled with a reason do not stand. What a reviewer is likely
    to object rests on what the checks found. The last look is at the letter as it would print, whatever was answered or
    overruled.
    """
    found = {finding.key: finding for check in CHECKS for finding in check(context)}
    found |= {finding.key: finding for finding in objections(context, tuple(found.values()))}
    standing = _standing(context, tuple(found.values()))
    standing += [finding for finding in rendered(context, standing) if finding.key not in found]
    order = {name: place for place, name in enumerate(Case.model_fields)}
    return tuple(sorted(standing, key=lambda one: (SEVERITIES.index(one.severity), order.get(steps(one.path)[0], 99))))


def _standing(context: CheckContext, found: tuple[Finding, ...]) -> list[Finding]:
    alone = Counter((finding.rule, finding.path) for finding in found)
    settled = {(one.rule, one.path, one.words) for one in context.case.overruled if one.reason.strip()}

    def is_settled(finding: Finding) -> bool:
        if finding.family == "completeness":
            return is_waived(context.case, finding.path)
        rule, path, _ = finding.identity
        of_before = alone[rule, path] == 1 and any((rule, path, words) in settled for words in (None, finding.quote))
        return finding.can_be_overruled and (finding.identity in settled or of_before)

    return [finding for finding in found if not is_settled(finding)]
