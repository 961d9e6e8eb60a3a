"""A case can be saved at any moment, with as little or as much as was entered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel, ValidationError

from poa_app.model.base import Part
from poa_app.model.case import Case
from poa_app.model.facts import Violation
from tests.each import for_each


def _parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for info in model.model_fields.values():
        for kind in (info.annotation, *get_args(info.annotation)):
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                yield from _parts(kind)


PARTS = tuple(dict.fromkeys(_parts(Case)))
NOTES = {"Draft", "NotApplicable", "Overruling"}


def _case(*violations: dict[str, Any]) -> Case:
    rows = [{"id": f"viol{number:02}", **violation} for number, violation in enumerate(violations)]
    return Case.model_validate({"violations": rows})


def test_an_empty_case_is_a_case() -> None:
    assert Case().model_dump(exclude_defaults=True) == {}
    assert Case().route is None
    assert Case().enforcements == ()


@for_each("part", PARTS, ids=lambda part: part.__name__)
def test_nothing_but_a_row_id_has_to_be_filled_in(part: type[BaseModel]) -> None:
    if part.__name__ not in NOTES:
        assert {name for name, info in part.model_fields.items() if info.is_required()} <= {"id"}


@for_each("part", PARTS, ids=lambda part: part.__name__)
def test_every_part_is_frozen_and_strict_about_its_fields(part: type[BaseModel]) -> None:
    assert issubclass(part, Part)
    assert part.model_config["frozen"]
    assert part.model_config["extra"] == "forbid"


@for_each("part", PARTS, ids=lambda part: part.__name__)
def test_every_sequence_is_a_tuple(part: type[BaseModel]) -> None:
    kinds = [kind for info in part.model_fields.values() for kind in (info.annotation, *get_args(info.annotation))]
    assert not {list, set, dict} & {
        get_origin(kind) or kind for kind in kinds if isinstance(get_origin(kind) or kind, type)
    }


@for_each("version", [0, 2, "1", None])
def test_a_case_of_another_format_is_refused(version: object) -> None:
    with pytest.raises(ValidationError):
        Case.model_validate({"poa_case": version})


def test_a_case_answers_by_the_route_of_its_first_violation_that_has_one() -> None:
    assert _case({}, {"route": "documents"}, {"route": "plan-of-action"}).route == "documents"


def test_each_enforcement_is_named_once_in_the_order_of_the_notice() -> None:
    case = _case({"enforcement": "b"}, {"enforcement": "a"}, {"enforcement": ""}, {}, {"enforcement": "b"})
    assert case.enforcements == ("b", "a")


def test_a_route_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError):
        Violation(id="abc123", route="prayer")
