"""Evidence of stored cases: taken in by content, kept once, and looked for when a case is checked."""

from __future__ import annotations

from hashlib import sha256
from itertools import chain, count
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
    kind, path = judge(content, name), f"/exhibits/{exhibit}/file"
    free = _free_label(store, id, label(name), content)
    store.put_file(id, free, content, kind)
    try:
        return store.change(id, lambda case: edit(case, path, free), path)
    except KeyError:
        raise Gone("exhibit", "附件") from None


def _free_label(store: Store, id: str, wanted: str, content: bytes) -> str:
    """Give the label a file can bear: its own, or a numbered one where another file of the case bears it."""
    taken = {name: digest for name, digest, _, _ in store.files(id)}
    digest = sha256(content).hexdigest()
    stem, dot, suffix = wanted.rpartition(".")
    names = chain((wanted,), (f"{stem}-{number}{dot}{suffix}" for number in count(2)))
    return next(name for name in names if taken.get(name, digest) == digest)


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
