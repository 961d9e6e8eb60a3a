"""The gate for case files: bytes in, a case out, or one sentence why not."""

from __future__ import annotations

import json
import stat
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from pydantic import BaseModel, ValidationError
from pydantic_core import to_json

from poa_app.errors import InputError, NewerCase, NotACase, NotJson, TooLarge, TooMany, UnreadableFile
from poa_app.model.base import Row
from poa_app.model.case import CASE_VERSION, Case
from poa_app.model.fields import row_types

FILE_LIMIT = 20_000_000
"""Bytes a case file may have; a case filled to the brim with text stays far below."""

LIST_LIMIT = 500
"""Entries a list may have."""

LONG_LIST_LIMIT = 5_000
"""Entries a list may have that grows with what was sold; a notice can name thousands of ASINs or orders."""

ENTRIES_LIMIT = 20_000
"""Entries all lists together may have."""

_TOO_MUCH = "it is nested too deeply or holds a number no case can hold"


def read_case(path: Path) -> Case:
    """Read a case file.

    Raises:
        UnreadableFile: it is missing, a folder, a pipe or a device, or not ours to read.
        TooLarge, TooMany, NotJson, NotACase, NewerCase: what it holds cannot be used.
    """
    return parse_case(read_bytes(path, FILE_LIMIT), path.name)


def read_bytes(path: Path, limit: int) -> bytes:
    """Read a file's bytes.

    Raises:
        UnreadableFile: it is missing, a folder, a pipe or a device, or not ours to read.
        TooLarge: it has more bytes than the limit.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
            raise UnreadableFile(path.name, "it is a pipe or a device, not a file")
        if found.st_size > limit:
            raise TooLarge(path.name, found.st_size, limit)
        with path.open("rb") as file:
            return file.read(limit + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        raise UnreadableFile(path.name or str(path), _plain(error)) from error


def parse_case(content: bytes, name: str) -> Case:
    """Read the bytes of a case file.

    Args:
        content: what the file holds.
        name: the file's name, for messages.

    Raises:
        TooLarge, TooMany, NotJson, NotACase, NewerCase: it cannot be used.
    """
    if len(content) > FILE_LIMIT:
        raise TooLarge(name, len(content), FILE_LIMIT)
    held = _json(content, name)
    if not isinstance(held, dict) or "poa_case" not in held:
        raise NotACase(name, "the beginning", "there is no 'poa_case' key")
    version = held["poa_case"]
    if type(version) is not int:
        raise NotACase(name, "/poa_case", "it is not the number of a format")
    if version > CASE_VERSION:
        raise NewerCase(name, version, CASE_VERSION)
    try:
        _look_at_lists(held, name)
        case = Case.model_validate(_tuples(held))
    except RecursionError as error:
        raise NotJson(name, None, _TOO_MUCH) from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise NotACase(name, "/" + "/".join(str(step) for step in first["loc"]), _lower(first["msg"])) from error
    _look_for_twins(case, name)
    return case


def write_case(case: Case) -> bytes:
    """Write a case as the bytes of a case file; what is blank is left out."""
    held = case.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    return case_json({"poa_case": CASE_VERSION, **held}).encode()


def case_json(held: Any) -> str:
    """Write the JSON of a case the way a case file holds it: pydantic indents in a tenth of the time ``json`` takes."""
    return to_json(held, indent=2).decode() + "\n"


def _json(content: bytes, name: str) -> Any:
    try:
        text = content.decode("utf-8-sig")
        return json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=partial(_object, name))
    except UnicodeDecodeError as error:
        raise NotJson(name, None, "it is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        raise NotJson(name, error.lineno, _lower(error.msg)) from error
    except NotACase:
        raise
    except (RecursionError, ValueError) as error:
        raise NotJson(name, None, _TOO_MUCH) from error


def _object(name: str, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of its pairs, and refuse one that holds two values for a key: one would vanish in silence."""
    held = dict(pairs)
    if len(held) < len(pairs):
        twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise NotACase(name, twice, "this key stands there twice")
    return held


def _limit(rows: str) -> int:
    row = row_types().get(rows)
    return LONG_LIST_LIMIT if row and row.spec.many else LIST_LIMIT


def _look_at_lists(held: dict[str, Any], name: str) -> None:
    """Refuse a case whose lists are too long to be worked through while somebody waits."""
    total, left = 0, list[tuple[str, Any]]([("", held)])
    while left:
        path, part = left.pop()
        entries = part.items() if isinstance(part, dict) else enumerate(part)
        if isinstance(part, list):
            limit = _limit(path.rsplit("/", 1)[-1])
            if len(part) > limit:
                raise TooMany(name, path, len(part), limit)
            total += len(part)
        left += [(f"{path}/{step}", value) for step, value in entries if isinstance(value, dict | list)]
    if total > ENTRIES_LIMIT:
        raise TooMany(name, "", total, ENTRIES_LIMIT)


def _refuse_constant(constant: str) -> NoReturn:
    raise ValueError(constant)


def _tuples(value: Any) -> Any:
    """Return lists as tuples, the way a case holds them."""
    if isinstance(value, list):
        return tuple(_tuples(item) for item in value)
    return {key: _tuples(item) for key, item in value.items()} if isinstance(value, dict) else value


def _look_for_twins(case: Case, name: str) -> None:
    """Refuse a file in which two rows of one list bear the same id, since a path would lead to either."""
    left: list[tuple[str, BaseModel | tuple[Any, ...]]] = [("", case)]
    while left:
        path, part = left.pop()
        if isinstance(part, tuple):
            ids = [item.id for item in part if isinstance(item, Row)]
            if len(set(ids)) < len(ids):
                twin = Counter(ids).most_common(1)[0][0]
                raise NotACase(name, f"{path}/{twin}", "two rows bear the same id")
            left += [(f"{path}/{item.id}", item) for item in part if isinstance(item, Row)]
        else:
            left += [(f"{path}/{field}", value) for field, value in part if isinstance(value, BaseModel | tuple)]


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]


def _plain(error: Exception) -> str:
    return _lower(getattr(error, "strerror", None) or "not a usable name")
