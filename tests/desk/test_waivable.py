"""A point of the checklist may be answered with "does not apply" only where every letter can do without it."""

from __future__ import annotations

from datetime import date

from poa_app.desk.state import CaseState, with_not_applicable
from poa_app.model.case import Case
from poa_app.model.fields import fields
from poa_app.model.paths import edit, get, leaves, pattern
from poa_app.model.waivers import may_be_waived
from poa_app.render.plain import render_text


def _one_of_each_kind(case: Case) -> list[str]:
    """Return the path of one filled field of each kind that a route requires and that may be waived."""
    kinds: dict[str, str] = {}
    for path, value in leaves(case):
        field = fields().get(pattern(path))
        if value is not None and field and field.spec.required_by and may_be_waived(path):
            kinds.setdefault(pattern(path), path)
    return list(kinds.values())


def test_what_may_be_waived_leaves_no_gap_in_any_letter(example: Case, today: date) -> None:
    paths = _one_of_each_kind(example)
    assert len(paths) > 5
    for path in paths:
        open_point = edit(example, path, None)
        if path.endswith("/answer") and path not in CaseState(open_point, today).waivable:
            continue  # an answer goes without words only where a table answers
        state = CaseState(with_not_applicable(edit(example, path, None), path, "There is none."), today)
        gaps = {run.path for name in state.templates for run in state._composed(name).runs() if run.gap}
        assert path not in gaps, path
        assert path not in {one.path for one in state.findings if one.severity == "blocks"}, path


def test_what_a_letter_cannot_do_without_stays_open_whatever_was_answered(example: Case, today: date) -> None:
    for path in ("/opening", "/client/store", f"/exhibits/{example.exhibits[0].id}/title"):
        state = CaseState(with_not_applicable(edit(example, path, None), path, "There is none."), today)
        assert "completeness.missing" in {one.rule for one in state.findings if one.path == path}


def test_a_control_without_a_record_and_a_frequency_prints_neither(late_shipment: Case, today: date) -> None:
    row = late_shipment.preventive_measures[0]
    case = edit(late_shipment, f"/preventive_measures/{row.id}/passage", None)
    for name in ("record", "frequency"):
        path = f"/preventive_measures/{row.id}/{name}"
        assert str(get(case, path)) in _text(case, today, "full")
        case = with_not_applicable(edit(case, path, None), path, "The setting of the store holds by itself.")
    assert not _gaps(case, today)
    for name in ("record", "frequency"):
        assert str(getattr(row, name)) not in _text(case, today, "full")


def test_a_cause_whose_first_day_nobody_knows_tells_its_last(late_shipment: Case, today: date) -> None:
    cause = next(one for one in late_shipment.root_causes if one.end)
    path = f"/root_causes/{cause.id}/start"
    case = edit(late_shipment, f"/root_causes/{cause.id}/passage", None)
    case = with_not_applicable(edit(case, path, None), path, "The old system kept no log.")
    for template in ("short", "full"):
        assert f"ntil {cause.end:%B} {cause.end.day}" in _text(case, today, template)
    assert not _gaps(case, today)


def _text(case: Case, today: date, template: str) -> str:
    letter = CaseState(case, today).letter(template)
    assert letter
    return render_text(letter)


def _gaps(case: Case, today: date) -> list[str | None]:
    state = CaseState(case, today)
    return [run.path for name in state.templates for run in state._composed(name).runs() if run.gap]
