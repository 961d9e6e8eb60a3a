"""Parts of a case are frozen and know nothing but their own fields; rows bear six characters."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from poa_app.model.base import Row, new_row_id
from poa_app.model.case import Case
from tests.each import for_each


def test_a_part_cannot_be_changed() -> None:
    case = Case(scope="all offers")
    with pytest.raises(ValidationError, match="frozen"):
        case.scope = "none"
    with pytest.raises(ValidationError, match="frozen"):
        case.client.store = "Another"


def test_a_part_refuses_a_field_it_does_not_know() -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        Case.model_validate({"scpoe": "all offers"})


@pytest.mark.parametrize("name", ["abc123", "000000", "zzzzzz"])
def test_a_row_is_known_by_six_small_letters_or_digits(name: str) -> None:
    assert Row(id=name).id == name


@for_each("name", ["", "abc12", "abc1234", "ABC123", "abc-12", "abc12\n", "\u0430bc123", "abc 12"])
def test_no_other_name_is_a_row_id(name: str) -> None:
    with pytest.raises(ValidationError):
        Row(id=name)


def test_new_row_ids_are_valid_and_differ() -> None:
    made = [new_row_id() for _ in range(200)]
    assert len(set(made)) >= 198  # one in 800 runs makes one of them twice
    assert [Row(id=name).id for name in made] == made
