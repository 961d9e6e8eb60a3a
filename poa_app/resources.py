"""The folders that ship beside the code, in a checkout and in an installed wheel alike, and a hash of what ships."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def folder(name: str) -> Path:
    """Return the place of a shipped folder.

    Args:
        name: ``templates`` or ``examples``.
    """
    shipped = _PACKAGE / "_shipped" / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name


@cache
def fingerprint() -> str:
    """Return the SHA-256 of the code, the data files and the templates; counts made by other ones are out of date."""
    whole = hashlib.sha256()
    for root, kinds in ((_PACKAGE, ("*.py", "*.toml")), (folder("templates"), ("*.j2",))):
        for path in sorted(path for kind in kinds for path in root.rglob(kind)):
            whole.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()
