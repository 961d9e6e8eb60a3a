"""Whether what prints keeps the text rules of the data files."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.check.brands import covered, phrases
from poa_app.check.context import CheckContext, Span
from poa_app.check.text_rules import Match, matches, occurring
from poa_app.knowledge import TextRule
from poa_app.model.fields import field_at
from poa_app.model.finding import Finding
from poa_app.model.scripts import is_without_latin, own_script
from poa_app.model.text import FIELD_LIMIT


def language(context: CheckContext) -> Iterator[Finding]:
    """Hold every text that prints against the rules that concern it."""
    known = context.known.rules
    everywhere = [name for name, rule in known.items() if _SCOPES & set(rule.scope)]
    patterns = tuple(known[name].pattern for name in everywhere)
    names = phrases(context.case)
    for path, text in context.printed:
        if not isinstance(text, str):
            continue
        if len(text) > FIELD_LIMIT:
            yield context.find("case.long-field", path, count=len(text), limit=FIELD_LIMIT)
            continue
        field = field_at(path)
        if field.kind not in (None, "code") or field.spec.choices == "marketplaces":
            continue  # what cannot be read as a value is said as such, once
        broken = [everywhere[place] for place in occurring(patterns, text)]
        if field.spec.is_name:
            broken = [name for name in broken if _concerns_names(known[name], text)]
            if not field.spec.in_own_script and is_without_latin(text):
                yield context.find("names.own-script", path, Span(0, len(text), text))
        for name in broken:
            own = covered(text, names) if known[name].family == "contraction" else ()
            for match in matches(name, known[name], text):
                if any(start <= match.start and match.end <= end for start, end in own):
                    continue
                yield judged(context, known[name], match, path)


_SCOPES = {"letter", "latin", "prose"}
"""Of rules over what prints: all of it, all but names in a script of their own, all but names."""


def _concerns_names(rule: TextRule, name: str) -> bool:
    return "letter" in rule.scope or ("latin" in rule.scope and not own_script(name))


def judged(context: CheckContext, rule: TextRule, match: Match, path: str) -> Finding:
    """State that a text breaks a rule."""
    place = context.place(path)
    return Finding(
        rule=match.rule,
        family=rule.family,
        severity=rule.severity,
        path=path,
        start=match.start,
        end=match.end,
        quote=match.quote,
        words=match.quote,
        message=f"{place.en}: {rule.message.en}",
        message_zh=f"{place.zh}：{rule.message.zh}",
        why=rule.why.en,
        why_zh=rule.why.zh,
        source=rule.source,
        fixes=match.fixes,
        can_be_overruled=rule.can_be_overruled,
    )
