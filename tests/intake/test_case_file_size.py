"""A case file is as long as it may be and no longer: its rows, its fields, and the file itself."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from poa_app.errors import NotACase, TooLarge, TooMany
from poa_app.intake.case_file import ENTRIES_LIMIT, FILE_LIMIT, LIST_LIMIT, LONG_LIST_LIMIT, parse_case
from poa_app.model.base import Row
from poa_app.model.case import Case
from poa_app.model.text import FIELD_REFUSED
from tests.each import for_each
from tests.intake.refusals import refusal


def _rows(count: int) -> list[dict[str, str]]:
    return [{"id": f"{number:06x}"} for number in range(count)]


def _lists(model: type[BaseModel], at: str = "") -> Iterator[tuple[str, Any]]:
    """Return every list of a model with what one of its entries may be, and how it is reached."""
    for name, info in model.model_fields.items():
        kind = info.annotation
        if get_origin(kind) is tuple:
            inner = get_args(kind)[0]
            yield f"{at}/{name}", inner
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                yield from _lists(inner, f"{at}/{name}/0")
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from _lists(kind, f"{at}/{name}")


LONG = ("products", "identifiers", "covers", "orders")
"""The lists of facts that may hold thousands."""


def _long(path: str, inner: Any, count: int) -> bytes:
    row = isinstance(inner, type) and issubclass(inner, Row)
    other = isinstance(inner, type) and not row and issubclass(inner, BaseModel)
    entries: Any = _rows(count) if row else [dict.fromkeys(inner.model_fields, "x")] * count if other else None
    chosen = get_args(inner) if get_origin(inner) is Literal else ()  # a list of choices holds no other words
    held: Any = entries or [chosen[0] if chosen else f"{number:06x}" for number in range(count)]
    for step in reversed(path.strip("/").split("/")):
        held = [{"id": "aaaaaa", **held}] if step == "0" else {step: held}
    return json.dumps({"poa_case": 1, **held}).encode()


@for_each(("path", "inner"), [*_lists(Case)], ids=[path for path, _ in _lists(Case)])
def test_a_list_longer_than_it_may_be_is_refused_by_name_and_a_full_one_is_not(path: str, inner: Any) -> None:
    limit = LONG_LIST_LIMIT if path.rsplit("/", 1)[-1] in LONG else LIST_LIMIT
    parse_case(_long(path, inner, limit), "case.json")
    said = refusal(_long(path, inner, limit + 1), TooMany)
    assert f"{limit + 1:,} entries in {path} are more than the {limit:,} accepted" in said


@pytest.mark.slow
def test_four_hundred_thousand_rows_are_refused_at_once() -> None:
    content = _long("/notice/requests", Row, 400_000)
    start = time.perf_counter()
    assert "400,000 entries in /notice/requests" in refusal(content, TooMany)
    assert time.perf_counter() - start < 10


@pytest.mark.slow
def test_lists_that_are_long_together_are_refused() -> None:
    exhibits = [{"id": f"{number:06x}", "covers": _rows(400)} for number in range(50)]
    parse_case(json.dumps({"poa_case": 1, "exhibits": exhibits[:49]}).encode(), "case.json")
    said = refusal(json.dumps({"poa_case": 1, "exhibits": exhibits}).encode(), TooMany)
    assert f"20,050 entries in all its lists are more than the {ENTRIES_LIMIT:,} accepted" in said


@pytest.mark.parametrize("letter", ["a", "\\u6c49", "\u6c49"])
def test_a_field_of_more_than_a_megabyte_is_refused_and_one_of_a_megabyte_is_not(letter: str) -> None:
    size = len(json.loads(f'"{letter}"').encode())
    brim = FIELD_REFUSED // size
    parse_case(f'{{"poa_case": 1, "scope": "{letter * brim}"}}'.encode(), "case.json")
    said = refusal(f'{{"poa_case": 1, "scope": "{letter * (brim + 1)}"}}'.encode(), NotACase)
    assert "at /scope: more than 1048576 bytes in one field" in said
    assert len(said) < 300


def test_bytes_beyond_the_limit_are_refused() -> None:
    refusal(b" " * (FILE_LIMIT + 1), TooLarge)
