"""What Harper says of the English of a case, beside what the rules find themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from poa_app.check.context import CheckContext
from poa_app.check.language import texts
from poa_app.english.prose import Prose
from poa_app.english.setting import Setting
from poa_app.english.spelling import Remark
from poa_app.knowledge.schema import Bilingual
from poa_app.model.case import Case
from poa_app.model.fields import field_at
from poa_app.model.finding import Finding, Fix, words_in_sentence

Reader = Callable[[str, frozenset[str]], tuple[Remark, ...] | None]
"""Gives the remarks on a text in which some names are right, or none while it is still being read."""


def texts_for_harper(case: Case, printed: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, str, Setting]]:
    """Yield the texts of a case that are English prose, with their paths and what surrounds them.

    Args:
        case: whose texts.
        printed: its fields that print.
    """
    for path, text, around in texts(case, printed):
        field = field_at(path)
        if "prose" in around.scopes and field.kind is None and not field.spec.choices:
            yield path, text, around


def remarks(context: CheckContext, found: Iterable[Finding], read: Reader) -> Iterator[Finding]:
    """Yield the remarks on a case's texts that no rule has made already and nobody has overruled.

    They are to consider, whatever they are about: a letter is not ready on one machine and unready on another because
    a package is there.

    Args:
        context: the case.
        found: what the rules found.
        read: gives the remarks on a text.
    """
    settled = {(one.rule, one.path, one.words) for one in context.case.overruled if one.reason.strip()}
    told = {(one.path, place) for one in found if one.start is not None for place in range(one.start, one.end or 0)}
    for path, text, around in texts_for_harper(context.case, context.printed):
        for remark in read(text, frozenset(around.names)) or ():
            finding = remark_finding(remark, text, path, context.place(path))
            is_told = any((path, place) in told for place in range(remark.start, remark.end))
            if not is_told and finding.identity not in settled:
                yield finding


def remark_finding(remark: Remark, text: str, path: str = "", place: Bilingual | None = None) -> Finding:
    """Return a remark as a finding; its message begins with the name of the place, where there is one."""
    sentence = Prose(text, Setting()).sentence_at(remark.start)
    return Finding(
        rule=remark.rule,
        family=remark.family,
        severity="consider",
        path=path,
        start=remark.start,
        end=remark.end,
        quote=remark.quote,
        words=words_in_sentence(remark.quote, sentence.text if sentence else text),
        message=f"{place.en}: {remark.message}" if place else remark.message,
        message_zh=f"{place.zh}：{remark.message_zh}" if place else remark.message_zh,
        why=remark.why,
        why_zh=remark.why_zh,
        source="harper",
        fixes=tuple(Fix(text=one, automatic=remark.automatic) for one in remark.suggestions),
    )
