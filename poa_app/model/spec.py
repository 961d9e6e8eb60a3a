"""How a field and a kind of row are described: once, in an annotation at the field and one value at the row.

What a letter prints, what is asked for, by which widget and of whom, what points where and what a passage must repeat
all derive from these; see ``fields.py``. The words for people stand in the data files.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import Literal

from pydantic.fields import FieldInfo

from poa_app.model.routes import Route

Widget = Literal["line", "text", "message", "chain", "list", "tick", "file"]
"""How a field without choices is typed: a line, text that grows, a message, entries one a line, a box, a file."""

Owner = Literal["client", "agency"]
Table = Literal["enforcements", "evidence", "marketplaces", "metrics", "routes"]
"""Tables of the data files that a field's values come from."""

InPassage = Literal["repeated", "allowed", "owner", "apart"]
"""Whether a passage must repeat a field's facts, may use them, must name its owner, or has nothing to do with it."""


@dataclass(frozen=True, kw_only=True)
class FieldSpec:
    """What the program knows of one field.

    Attributes:
        widget: how it is typed.
        required_by: the routes that cannot do without it.
        prints: whether it may stand in a letter.
        refers_to: the list whose rows it names.
        choices: the table of the data files its values come from; choices in code are those of its type.
        owner: who can answer it; none means whoever can answer its row.
        in_passage: what the passage of its row has to do with it.
        facts: kinds of fact it could hold; none means those of its type.
        is_name: whether it holds a name, which stands as it is registered.
        in_own_script: whether the name stands as a register or a paper spells it, in whatever script.
        has_draft: whether a Chinese draft may stand beside it; none means wherever sentences are typed.
        can_be_waived: whether it may be answered with "does not apply".
        answered_as_one: whether its figures can only be absent together.
    """

    widget: Widget = "line"
    required_by: Set[Route] = frozenset()
    prints: bool = True
    refers_to: str | None = None
    choices: Table | None = None
    owner: Owner | None = None
    in_passage: InPassage = "repeated"
    facts: tuple[str, ...] | None = None
    is_name: bool = False
    in_own_script: bool = False
    has_draft: bool | None = None
    can_be_waived: bool = True
    answered_as_one: bool = False


def spec_of(info: FieldInfo) -> FieldSpec:
    """Return what the annotation of a pydantic field says of it."""
    return next((one for one in info.metadata if isinstance(one, FieldSpec)), FieldSpec())


Lines = tuple[tuple[str, ...], ...]
"""Fields line by line; those of one line stand side by side."""


@dataclass(frozen=True, kw_only=True)
class RowSpec:
    """What the program knows of one kind of row.

    Attributes:
        first: lines of fields that must be there.
        folded: lines of fields that may be there.
        following: lines that stand below a field only where it holds a value: the field, the value and the lines.
        head: the fields whose words name the row on its one line, the clearest first.
        named_by: the fields whose words tell a client which row is meant; none means the same.
        dated_by: the field that says when it was.
        many: whether a list may hold thousands.
        table: whether its rows come as a table, to which rules of their own look instead of those for each field.
    """

    first: Lines = ()
    folded: Lines = ()
    following: tuple[tuple[str, str, Lines], ...] = ()
    head: tuple[str, ...] = ()
    named_by: tuple[str, ...] = ()
    dated_by: str | None = None
    many: bool = False
    table: bool = False
