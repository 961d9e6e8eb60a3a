"""The gate for case files: bytes in, a case out, or one sentence why not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NoReturn

from pydantic import ValidationError

from poa_app.errors import NewerCase, NotACase, NotJson, TooLarge, UnreadableFile
from poa_app.model.case import CASE_VERSION, Case
from poa_app.model.paths import leaves

FILE_LIMIT = 20_000_000
"""Bytes a case file may have; a case filled to the brim with text stays far below."""


_TOO_MUCH = "it is nested too deeply or holds a number no case can hold"


def read_case(path: Path) -> Case:
    """Read a case file.

    Raises:
        UnreadableFile: it is missing, a folder, or not ours to read.
        TooLarge, NotJson, NotACase, NewerCase: what it holds cannot be used.
    """
    return parse_case(read_bytes(path, FILE_LIMIT), path.name)


def read_bytes(path: Path, limit: int) -> bytes:
    """Read a file's bytes.

    Raises:
        UnreadableFile: it is missing, a folder, or not ours to read.
        TooLarge: it has more bytes than the limit.
    """
    try:
        size = path.stat().st_size
        if size > limit:
            raise TooLarge(path.name, size, limit)
        with path.open("rb") as file:
            return file.read(limit + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, TooLarge):
            raise
        raise UnreadableFile(path.name or str(path), _plain(error)) from error


def parse_case(content: bytes, name: str) -> Case:
    """Read the bytes of a case file.

    Args:
        content: what the file holds.
        name: the file's name, for messages.

    Raises:
        TooLarge, NotJson, NotACase, NewerCase: it cannot be used.
    """
    if len(content) > FILE_LIMIT:
        raise TooLarge(name, len(content), FILE_LIMIT)
    held = _json(content, name)
    if not isinstance(held, dict) or "poa_case" not in held:
        raise NotACase(name, "the beginning", "there is no 'poa_case' key")
    version = held["poa_case"]
    if isinstance(version, int) and not isinstance(version, bool) and version > CASE_VERSION:
        raise NewerCase(name, version, CASE_VERSION)
    try:
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
    return (json.dumps({"poa_case": CASE_VERSION, **held}, ensure_ascii=False, indent=2) + "\n").encode()


def _json(content: bytes, name: str) -> Any:
    try:
        text = content.decode("utf-8-sig")
        return json.loads(text, parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise NotJson(name, None, "it is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        raise NotJson(name, error.lineno, _lower(error.msg)) from error
    except (RecursionError, ValueError) as error:
        raise NotJson(name, None, _TOO_MUCH) from error


def _refuse_constant(constant: str) -> NoReturn:
    raise ValueError(constant)


def _tuples(value: Any) -> Any:
    """Give lists as tuples, the way a case holds them."""
    if isinstance(value, list):
        return tuple(_tuples(item) for item in value)
    return {key: _tuples(item) for key, item in value.items()} if isinstance(value, dict) else value


def _look_for_twins(case: Case, name: str) -> None:
    """Refuse a file in which two rows of one list bear the same id, since a path would lead to either."""
    seen: set[str] = set()
    for path, _ in leaves(case):
        if path.endswith("/id") and path in seen:
            raise NotACase(name, path.removesuffix("/id"), "two rows bear the same id")
        seen.add(path)


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]


def _plain(error: Exception) -> str:
    return _lower(getattr(error, "strerror", None) or "not a usable name")
