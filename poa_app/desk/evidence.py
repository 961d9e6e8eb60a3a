"""Evidence of stored cases: taken in by content, kept once, and looked for when a case is checked."""

from __future__ import annotations

from pathlib import Path

from poa_app.errors import Gone
from poa_app.intake.case_file import read_case
from poa_app.intake.evidence import SUFFIXES, judge, label
from poa_app.model.case import Case
from poa_app.model.paths import edit
from poa_app.store import Store, Stored

__all__ = ["SUFFIXES", "absent", "attach", "open_example"]


def attach(store: Store, id: str, exhibit: str, name: str, content: bytes) -> Stored:
    """Keep a file as the evidence of an exhibit.

    Args:
        store: where to keep it.
        id: the case.
        exhibit: row id of the exhibit.
        name: what its owner calls it; kept as a label.
        content: the file.

    Raises:
        InputError: the file is too large, of a kind not accepted, or not what its name says; or the exhibit or the
            case is gone.
    """
    kind = judge(content, name)
    try:
        return store.attach(id, f"/exhibits/{exhibit}/file", label(name), content, kind)
    except KeyError:
        raise Gone("exhibit", "附件") from None


def absent(store: Store, id: str, case: Case) -> frozenset[str]:
    """Give the row ids of exhibits whose file is named but not kept with the case."""
    kept = {entry[0] for entry in store.files(id)}
    return frozenset(one.id for one in case.exhibits if one.file and label(one.file) not in kept)


def open_example(store: Store, path: Path) -> Stored:
    """Take in a shipped example with its exhibits, as a case of one's own."""
    case = read_case(path)
    named = {one.id: one.file for one in case.exhibits if one.file}
    for row, file in named.items():
        case = edit(case, f"/exhibits/{row}/file", label(file))
    made = store.create(case)
    for file in named.values():
        content = (path.parent / file).read_bytes()
        store.put_file(made.id, label(file), content, judge(content, file))
    return made
