"""Who acts stands in Latin letters: a role in another script never prints, and is told once at its field."""

from __future__ import annotations

from datetime import date

from poa_app import desk
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.paths import edit
from poa_app.model.scripts import latin_part, own_script
from poa_app.render.letter import compose
from poa_app.render.plain import render_text
from poa_app.resources import folder
from tests.each import for_each


@for_each(
    ("typed", "left"),
    [
        ("运营主管 陈敏", ""),
        ("the warehouse manager 王强", "the warehouse manager"),
        ("陈敏（operation manager）", "operation manager"),
        ("王强, warehouse manager", "warehouse manager"),
        ("QC (质检)", "QC"),
        ("质检 (QC) 小组", "QC"),
    ],
)
def test_the_latin_part_of_a_role_is_kept(typed: str, left: str) -> None:
    assert latin_part(typed) == left


@for_each("template", ["short", "full"])
@for_each("rows", ["root_causes", "corrective_actions", "preventive_measures"])
def test_a_role_in_another_script_never_prints(rows: str, template: str, late_shipment: Case) -> None:
    row = f"/{rows}/{getattr(late_shipment, rows)[0].id}"
    case = edit(edit(late_shipment, f"{row}/passage", None), f"{row}/who", "运营主管 陈敏")
    letter = compose(edit(case, f"{row}/name", None), knowledge(), folder("templates"), template, draft=True)
    assert not own_script(render_text(letter))
    assert any(run.gap and run.path == f"{row}/who" for run in letter.runs())


def test_a_role_in_another_script_is_told_once_in_the_words_of_its_reader(late_shipment: Case, today: date) -> None:
    path = f"/corrective_actions/{late_shipment.corrective_actions[0].id}/who"
    case = edit(late_shipment, path, "运营主管 陈敏")
    (found,) = (one for one in desk.check_case(case, today) if one.path == path and one.severity == "blocks")
    assert found.rule == "names.role-script"
    assert "left out of the letter" in found.message
    assert "不会印进信里" in found.message_zh
    assert not found.can_be_overruled
