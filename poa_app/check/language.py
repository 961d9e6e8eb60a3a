"""Whether what prints keeps the text rules of the data files, and the form each field asks for."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.check.exam import Exam
from poa_app.check.text_rules import Match, matches
from poa_app.knowledge import TextRule
from poa_app.model.finding import Finding
from poa_app.model.printable import printable
from poa_app.model.text import FIELD_LIMIT


def language(exam: Exam) -> Iterator[Finding]:
    """Hold every text that prints against the rules that concern it."""
    for path, text in printable(exam.case):
        if not isinstance(text, str):
            continue
        if len(text) > FIELD_LIMIT:
            yield exam.find("case.long-field", path, count=len(text), limit=FIELD_LIMIT)
            continue
        question = exam.question(path)
        for name, rule in exam.known.rules.items():
            if (rule.kind == "form" and question and f"forms.{question.form}" == name) or "letter" in rule.scope:
                yield from (_finding(exam, rule, match, path) for match in matches(name, rule, text))


def _finding(exam: Exam, rule: TextRule, match: Match, path: str) -> Finding:
    place = exam.place(path)
    return Finding(
        rule=match.rule,
        family=rule.family,
        severity=rule.severity,
        path=path,
        start=match.start,
        end=match.end,
        quote=match.quote,
        message=f"{place.en}: {rule.message.en}",
        message_zh=f"{place.zh}：{rule.message.zh}",
        why=rule.why.en,
        why_zh=rule.why.zh,
        source=rule.source,
        fixes=match.fixes,
    )
