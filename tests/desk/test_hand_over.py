"""Chinese drafts on their way to a translator of the manager's own, and back."""

from __future__ import annotations

import pytest

from poa_app.desk.hand_over import hand_over, take_back
from poa_app.knowledge import knowledge
from poa_app.model.case import Case, Draft
from poa_app.model.facts import Violation
from poa_app.model.paths import edit
from poa_app.model.rows import CorrectiveAction, RootCause

WHAT, WHY = "/corrective_actions/actio1/what", "/root_causes/cause1/why"


@pytest.fixture
def case() -> Case:
    return Case(
        root_causes=(RootCause(id="cause1"),),
        corrective_actions=(CorrectiveAction(id="actio1"), CorrectiveAction(id="actio2", what="closed the offers")),
        drafts=(
            Draft(path=WHAT, text="取消了\n6单"),
            Draft(path="/corrective_actions/actio2/what", text="关闭了报价"),
            Draft(path=WHY, text="没有备岗人员"),
            Draft(path="/corrective_actions/gone00/what", text="已删除"),
        ),
    )


def test_only_drafts_without_english_are_handed_over_each_with_the_form_wanted(case: Case) -> None:
    assert hand_over(case, knowledge()).splitlines() == [
        "# 1 译成这样的形式：moved label purchase to Buy Shipping at the packing station",
        "1. 【措施1 · What 事项】取消了 6单",
        "# 3 译成这样的形式：nobody at the warehouse could confirm an order",
        "3. 【原因1 · Why 为什么会发生（深层原因）】没有备岗人员",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. cancelled 6 orders\n3. there was no backup person",
        "1、[Action 1 · What] cancelled 6 orders\n\n3) 【Cause 1 · Why】there was no\nbackup person",
        "# 1 like this: moved\n1: cancelled 6 orders\n# 2 like this\n3. there was no backup person\n9. nothing",
    ],
)
def test_the_english_goes_to_the_fields_of_its_numbers(case: Case, text: str) -> None:
    taken, filled = take_back(case, text)
    assert taken.corrective_actions[0].what == "cancelled 6 orders"
    assert taken.root_causes[0].why[0].startswith("there was no backup person")
    assert taken.corrective_actions[1].what == "closed the offers"
    assert filled == 2


def test_a_text_without_numbers_changes_nothing(case: Case) -> None:
    assert take_back(case, "cancelled 6 orders") == (case, 0)


def test_english_entered_meanwhile_moves_no_number_and_is_left_alone(case: Case) -> None:
    filled = edit(case, WHAT, "cancelled the orders")
    taken, number = take_back(filled, "1. something else\n3. there was no backup person")
    assert taken.corrective_actions[0].what == "cancelled the orders"
    assert taken.root_causes[0].why == ("there was no backup person",)
    assert number == 1


def test_the_form_wanted_is_the_one_of_the_cases_own_violation(case: Case) -> None:
    known = knowledge()
    violations = (Violation(id="viol01", enforcement="inauthentic-complaint"),)
    told = hand_over(case.model_copy(update={"violations": violations}), known)
    own = {one.field: one.example for one in known.enforcements["inauthentic-complaint"].questions}
    assert f"# 3 译成这样的形式：{own['/root_causes/*/why']}\n" in told
