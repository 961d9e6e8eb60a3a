"""How the tests of case files ask for a refusal."""

from __future__ import annotations

import pytest

from poa_app.errors import InputError
from poa_app.intake.case_file import parse_case


def refusal(content: bytes, kind: type[InputError] = InputError) -> str:
    """Return the sentence with which a file is refused, having looked that it is one line in each language."""
    with pytest.raises(kind) as refused:
        parse_case(content, "case.json")
    assert refused.type is kind or kind is InputError
    for said in (refused.value.en, refused.value.zh):
        assert said.startswith("case.json")
        assert said.isprintable()
    return str(refused.value)
