"""Many small cases in one test: pytest spends more on a test of its own than such a case takes."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import pytest

Test = Callable[..., None]


def for_each(
    names: str | tuple[str, ...], cases: Iterable[Any], ids: Iterable[object] | Callable[[Any], object] | None = None
) -> Callable[[Test], Test]:
    """Run a test's body on every case, as ``parametrize`` does, but in one test, which names each case it fails on.

    For small cases, and for fixtures that no case changes: those are set up once for all of them.
    """
    arguments = (names,) if isinstance(names, str) else names
    found = list(cases)
    said = [None] * len(found) if ids is None or callable(ids) else list(ids)
    to_name = ids if callable(ids) else str
    table = [
        _named(_values(case, arguments), name or getattr(case, "id", None), to_name)
        for case, name in zip(found, said, strict=True)
    ]
    assert table, f"there is no case for {arguments}"

    def decorate(test: Test) -> Test:
        @wraps(test)
        def every(**fixtures: Any) -> None:
            failed = []
            for name, values in table:
                try:
                    test(**dict(zip(arguments, values, strict=True)), **fixtures)
                except _FAILURES as error:  # each case has its turn, whatever befell the others
                    failed.append((name, error))
            if failed:
                told = "\n".join(f"[{name}] {type(error).__name__}: {error}" for name, error in failed)
                raise AssertionError(f"{len(failed)} of {len(table)} cases:\n{told}") from failed[0][1]

        wanted = inspect.signature(test).parameters.values()
        every.__signature__ = inspect.Signature([one for one in wanted if one.name not in arguments])  # type: ignore[attr-defined]
        every.cases = len(table) * getattr(test, "cases", 1)  # type: ignore[attr-defined]
        return every

    return decorate


def _values(case: Any, arguments: tuple[str, ...]) -> tuple[Any, ...]:
    """Return what a case gives to each argument."""
    if isinstance(case, _PARAMETERS):
        return tuple(case.values)
    return (case,) if len(arguments) == 1 else tuple(case)


def _named(values: tuple[Any, ...], name: object, to_name: Callable[[Any], object]) -> tuple[str, tuple[Any, ...]]:
    """Return what a case is called, and its values."""
    return str(name or "-".join(str(to_name(value)) for value in values)), values


_PARAMETERS = type(pytest.param())
_FAILURES = (Exception, pytest.fail.Exception)
