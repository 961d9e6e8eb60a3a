"""A test over many cases runs all of them, and names those it fails on."""

from __future__ import annotations

import inspect

import pytest

from tests.each import for_each


def test_every_case_is_run_and_each_failure_is_named() -> None:
    seen = []

    @for_each(("left", "right"), [(1, 1), pytest.param(1, 2, id="unequal"), (3, 4)])
    def check(left: int, right: int, fixture: str) -> None:
        seen.append((left, right, fixture))
        assert left == right

    assert list(inspect.signature(check).parameters) == ["fixture"]
    with pytest.raises(AssertionError) as failure:
        check(fixture="given")
    assert seen == [(1, 1, "given"), (1, 2, "given"), (3, 4, "given")]
    said = str(failure.value)
    assert said.startswith("2 of 3 cases:\n[unequal] AssertionError: ")
    assert "\n[3-4] AssertionError: " in said
    assert "[1-1]" not in said


def test_an_error_that_is_no_assertion_is_named_too() -> None:
    @for_each("key", ["a", "b"], ids=str.upper)
    def check(key: str) -> None:
        assert {"a": 1}[key]

    with pytest.raises(AssertionError, match=r"\A1 of 2 cases:\n\[B\] KeyError: 'b'\Z"):
        check()


def test_cases_are_multiplied_as_parameters_are() -> None:
    seen = []

    @for_each("one", "ab")
    @for_each("other", (1, 2), ids=["first", "second"])
    def check(one: str, other: int) -> None:
        seen.append(f"{one}{other}")
        assert (one, other) != ("b", 2)

    with pytest.raises(AssertionError, match=r"\[b\] AssertionError: 1 of 2 cases:\n\[second\]"):
        check()
    assert seen == ["a1", "a2", "b1", "b2"]
    assert check.cases == 4


def test_no_case_at_all_is_a_fault() -> None:
    with pytest.raises(AssertionError, match="no case"):
        for_each("key", [])
