"""Sixty rows as tired people type them: the passages found fit to send stay so, and the others break no joint."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.letter import Line
from poa_app.render.letter import compose
from poa_app.render.plain import words
from poa_app.resources import folder
from tests.each import for_each
from tests.phrases.test_mini_cases import SHARED
from tests.phrases.test_natural_inputs import broken

_TOLD: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("tired_rows.toml").read_text(encoding="utf-8")
)
ROWS = [(kind, row) for kind, rows in _TOLD.items() for row in rows]
CAUSE = {"id": "cause1"}
LINKS = {"id": "row001", "causes": ["cause1"], "exhibits": ["exhib1"]}


def _line(kind: str, told: dict[str, Any]) -> Line:
    """Return the line that a row prints, alone in its case."""
    row = {name: said for name, said in told.items() if name not in ("right", "open")}
    is_cause = kind == "root_causes"
    rows = {kind: [CAUSE | row]} if is_cause else {"root_causes": [CAUSE], kind: [LINKS | row]}
    violation = {"id": "viola1", "enforcement": "order-defect-rate", "route": "plan-of-action"}
    case = Case.model_validate({**SHARED, **rows, "violations": [violation]})
    path = f"/{kind}/{'cause1' if is_cause else 'row001'}/"
    letter = compose(case, knowledge(), folder("templates"), "short", draft=False)
    return next(line for line in letter.lines() if any((run.path or "").startswith(path) for run in line))


@for_each(("kind", "told"), ROWS, ids=[f"{kind}: {row['what'][:40]}" for kind, row in ROWS])
def test_a_passage_once_found_fit_to_send_stays_so_and_no_other_breaks(kind: str, told: dict[str, Any]) -> None:
    line = _line(kind, told)
    if "right" in told:
        assert words(line).strip() == told["right"]
    else:
        assert broken([run for run in line if not run.bold]) == [], words(line)
