"""What every part of a case shares: frozen, nothing unknown, rows known by six characters."""

from __future__ import annotations

import secrets
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, StringConstraints

from poa_app.model.spec import FieldSpec, Owner, RowSpec

RowId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{6}$")]
"""The name of a row within its case: six small letters or digits, never reused."""


class Part(BaseModel):
    """A frozen piece of a case; an edit makes a new one."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    owner: ClassVar[Owner] = "agency"
    """Who can answer its fields, unless a field says otherwise."""


class Row(Part):
    """A piece of which a case can hold several."""

    spec: ClassVar[RowSpec] = RowSpec()

    id: Annotated[RowId, FieldSpec(prints=False, in_passage="apart")]


def new_row_id() -> str:
    """Return a random row id (a collision is one in sixteen million)."""
    return secrets.token_hex(3)
