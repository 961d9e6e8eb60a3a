"""One slot emptied, or one row removed, at a time: exactly the right points appear on the checklist, no others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from poa_app import desk
from poa_app.intake.case_file import read_case
from poa_app.model.base import Row
from poa_app.model.case import Case
from poa_app.model.paths import edit, get, leaves, pattern
from tests.check.expected_points import Point, expected, is_blank
from tests.each import for_each

pytestmark = [pytest.mark.slow, pytest.mark.exhaustive]

EXAMPLES = sorted((Path(__file__).parent.parent.parent / "examples").glob("*.json"))
CASES = {path.stem: read_case(path) for path in EXAMPLES}
OUR_OWN = ("/poa_case", "/drafts/", "/not_applicable/", "/overruled/")
ELSEWHERE = ("letter.empty-section", "objections.", "defects.", "actions.search-uncounted")
"""Rules that weigh several fields or a whole list together; each is tried on cases of its own."""


def _found(stem: str, case: Case) -> Counter[Point]:
    """Return the points of a case on the day its untouched example is signed."""
    signed = CASES[stem].letter_date
    assert isinstance(signed, date)
    found = desk.check_case(case, signed)
    return Counter((one.rule, one.path, one.quote) for one in found if not one.rule.startswith(ELSEWHERE))


@cache
def _points(stem: str) -> Counter[Point]:
    return _found(stem, CASES[stem])


# What there is to empty


def _lists(part: Any, path: str = "") -> Iterator[str]:
    if isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _lists(getattr(part, name), f"{path}/{name}")
    elif isinstance(part, tuple) and part:
        yield path
        for item in part:
            if isinstance(item, Row):
                yield from _lists(item, f"{path}/{item.id}")


def _slots(case: Case) -> Iterator[str]:
    for path, value in leaves(case):
        if not is_blank(value) and not path.startswith(OUR_OWN) and not path.endswith("/id"):
            yield path
    yield from _lists(case)


def _emptied(case: Case, path: str) -> Case:
    head, _, last = path.rpartition("/")
    value, around = get(case, path), get(case, head)
    if isinstance(around, tuple):
        return edit(case, head, tuple(item for place, item in enumerate(around) if str(place) != last))
    return edit(case, path, () if isinstance(value, tuple) else None)


def _row_paths(case: Case) -> Iterator[str]:
    for path in _lists(case):
        yield from (f"{path}/{row.id}" for row in get(case, path) if isinstance(row, Row))


def _without_row(case: Case, path: str) -> Case:
    head, _, last = path.rpartition("/")
    return edit(case, head, tuple(row for row in get(case, head) if row.id != last))


# What is shown


def _by_part(paths: Callable[[Case], Iterator[str]]) -> list[Any]:
    """Return the places of each example, those of one part of it together."""
    found: dict[tuple[str, str], list[str]] = {}
    for stem, case in CASES.items():
        for path in paths(case):
            found.setdefault((stem, path.split("/")[1]), []).append(path)
    return [pytest.param(stem, places, id=f"{stem} {part}") for (stem, part), places in found.items()]


@for_each("stem", CASES)
def test_nothing_is_expected_of_an_untouched_example(stem: str) -> None:
    assert expected(CASES[stem]) == Counter()
    assert {rule for rule, _, _ in _points(stem)} <= {"numbers.target"}


SPACES = " \n "


def _of_spaces(case: Case, path: str) -> Case | None:
    try:
        return edit(case, path, SPACES)
    except ValidationError:
        return None  # a choice, a row's id, a list


@pytest.mark.parametrize(("stem", "paths"), _by_part(_slots))
def test_an_emptied_slot_gives_exactly_its_points_and_one_of_spaces_is_blank(stem: str, paths: list[str]) -> None:
    first_of_kind = {pattern(path): path for path in reversed(paths)}.values()

    @for_each("path", paths)
    def holds(path: str) -> None:
        case = _emptied(CASES[stem], path)
        found = _found(stem, case)
        assert found - _points(stem) == expected(case)
        spaces = _of_spaces(CASES[stem], path) if path in first_of_kind else None
        assert spaces is None or _found(stem, spaces) == found

    holds()


@pytest.mark.parametrize(("stem", "paths"), _by_part(_row_paths))
def test_a_removed_row_gives_exactly_its_points(stem: str, paths: list[str]) -> None:
    @for_each("path", paths)
    def holds(path: str) -> None:
        case = _without_row(CASES[stem], path)
        assert _found(stem, case) - _points(stem) == expected(case)

    holds()
