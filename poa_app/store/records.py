"""What the store hands out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from poa_app.model.case import Case


@dataclass(frozen=True)
class Stored:
    """A case as it stands in the store.

    Attributes:
        id: its name in addresses, twelve characters nobody can guess.
        case: what was entered so far.
        revision: grows by one with every save that changed something.
        saved: when it was last changed, in UTC.
    """

    id: str
    case: Case
    revision: int
    saved: datetime


@dataclass(frozen=True)
class Listed:
    """A case on the board, or in the trash since ``trashed``."""

    id: str
    case: Case
    revision: int
    saved: datetime
    created: datetime
    trashed: datetime | None


@dataclass(frozen=True)
class Conflict:
    """Two people's values for one field.

    Attributes:
        path: the field.
        theirs: what the store holds, in JSON form; None also where the row has been removed.
        mine: what was typed meanwhile and is kept beside it, in JSON form.
    """

    path: str
    theirs: Any
    mine: Any


@dataclass(frozen=True)
class Revision:
    """An earlier state that can be restored.

    Attributes:
        number: the case's revision then; numbers grow, with gaps where a minute's edits of one field became one.
        path: the field or list that was changed; empty for the whole case.
        made: when, in UTC.
    """

    number: int
    path: str
    made: datetime


@dataclass(frozen=True)
class Summary:
    """What the board shows of a case, counted once and kept beside it.

    Attributes:
        case_id: the case.
        revision: the one it was counted for.
        saved: when that one was saved, in UTC.
        rules: which version of the rules it was counted by.
        day: on which it was counted, since some findings come and go with the day.
        blocking: how many findings keep it from being sent.
        to_fix: how many more ought to be mended.
        permille: how far it is, from 0 to 1,000; 1,000 only when nothing is left to mend.
        state: one of the board's states.
        client: the store's name; empty where none was entered.
        words: everything by which it can be searched for, in lower case.
        due: when its answer is due, in UTC; none where no deadline was entered or it cannot be read.
        is_unread: whether a deadline was entered of which no moment can be read.
    """

    case_id: str
    revision: int
    saved: datetime
    rules: str
    day: date
    blocking: int
    to_fix: int
    permille: int
    state: str
    client: str
    words: str
    due: datetime | None
    is_unread: bool


class CaseFile(NamedTuple):
    """A file kept with a case.

    Attributes:
        name: by which the case knows it.
        sha256: of its content.
        kind: its type.
        size: in bytes.
    """

    name: str
    sha256: str
    kind: str
    size: int


@dataclass(frozen=True)
class Removed:
    """A file that no exhibit of its case names any more; undo brings it back until the trash is emptied.

    Attributes:
        name: by which the case knew it.
        sha256: of its content.
        kind: its type.
        size: in bytes.
        case_id: the case it was removed from.
        removed: when, in UTC.
    """

    name: str
    sha256: str
    kind: str
    size: int
    case_id: str
    removed: datetime
