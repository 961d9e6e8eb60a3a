"""From a case to its letter: choose the template, render it, read it into blocks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from poa_app.errors import UnknownName
from poa_app.knowledge import Knowledge
from poa_app.model.case import Case
from poa_app.model.letter import Letter, Run
from poa_app.model.paths import pattern, steps
from poa_app.model.routes import DEFAULT
from poa_app.render import engine
from poa_app.render.blocks import blocks
from poa_app.render.context import context

UNDATED = date(2000, 1, 1)
"""The date a file carries whose letter has none yet."""

_QUESTION_WORD = re.compile(r"(What|When|Where|Who|Why|How)\s+")


def templates(root: Path, route: str) -> tuple[str, ...]:
    """List the names of the templates for a route."""
    return tuple(name.removeprefix(f"{route}/") for name in engine.names(root) if name.startswith(f"{route}/"))


def compose(
    case: Case,
    known: Knowledge,
    root: Path,
    template: str,
    draft: bool,
    gap_language: str = "en",
    shown: Mapping[str, Any] | None = None,
) -> Letter:
    """Write a case as a letter.

    Args:
        case: the case as it stands; blanks become visible gaps.
        known: the names a letter uses.
        root: folder of the templates.
        template: such as ``short`` or ``full``.
        draft: whether to print the DRAFT mark.
        gap_language: ``zh`` names the blank fields in Chinese, for a letter to look at on the screen.
        shown: what ``context`` makes of this very case, where it has been made already for another letter.

    Raises:
        UnknownName: the case's route has no such template.
        TemplateFault: the template cannot be rendered.
    """
    route = case.route or DEFAULT
    if template not in templates(root, route):
        raise UnknownName("template", "模板", template, templates(root, route))
    name = f"{route}/{template}"
    html = engine.render(root, name, shown or context(case, known))
    read = blocks(html, name + engine.SUFFIX, lambda path: gap_words(path, known, gap_language))
    title = "".join(run.text for run in read[0].line) if read and hasattr(read[0], "line") else template
    return Letter(
        title=title,
        author=case.client.store or case.client.legal_name or "",
        template=name,
        dated=case.letter_date if isinstance(case.letter_date, date) else UNDATED,
        draft=draft,
        blocks=read,
    )


def passage(case: Case, known: Knowledge, root: Path, path: str, gap_language: str = "en") -> tuple[Run, ...]:
    """Propose the passage of one row from its slots.

    Args:
        path: of the row, such as ``/corrective_actions/a1b2c3``.
        gap_language: ``zh`` names the blank fields in Chinese, for a passage to look at on the screen.
    """
    kind, row = steps(path)[:2]
    shown = context(case, known)
    (chosen,) = (one for one in shown[kind] if one["id"] == row)
    html = engine.render(root, chosen["wording"].removesuffix(engine.SUFFIX), shown | {"row": chosen})
    (block,) = blocks(f"<p>{html}</p>", chosen["wording"], lambda gap: gap_words(gap, known, gap_language))
    return block.line  # type: ignore[union-attr]


def gap_words(path: str, known: Knowledge, language: str = "en") -> str:
    """Return what stands where a field is blank: its label in brackets, or that of the list a row stands in."""
    kind = pattern(path).removesuffix("/*")
    question = known.questions.get(pattern(path)) or known.questions.get(kind)
    label = question.label.in_language(language) if question else steps(kind)[-1].replace("_", " ")
    label = _QUESTION_WORD.sub("", label) if language == "zh" else label
    return f"[待填：{label}]" if language == "zh" else f"[{label}: missing]"
