"""Every input can be read and checked, whatever it holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from poa_app.model.case import Case
from poa_app.model.finding import Finding

INPUTS = sorted((Path(__file__).resolve().parent / "inputs").glob("*.json"))


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_an_input_is_read_and_checked(
    path: Path, changed: Callable[..., Case], found: Callable[..., tuple[Finding, ...]]
) -> None:
    assert isinstance(found(changed(path.stem)), tuple)
