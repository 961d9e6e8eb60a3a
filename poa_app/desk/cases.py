"""Open, make, split and save cases."""

from __future__ import annotations

import os
import secrets
import stat
from decimal import Decimal
from pathlib import Path

from poa_app.desk.admission import admitted
from poa_app.errors import BadOutput, UnknownName
from poa_app.intake.case_file import read_case, write_case
from poa_app.knowledge import knowledge
from poa_app.model import new
from poa_app.model.case import Case


def open_case(path: Path) -> Case:
    """Read a case file and make sure its enforcements are known.

    Raises:
        InputError: the file cannot be used, or names an enforcement nobody knows.
    """
    return admitted(read_case(path), path.name)


def create(slug: str) -> Case:
    """Make an empty case for an enforcement.

    Raises:
        UnknownName: there is no such enforcement.
    """
    known = knowledge()
    if slug not in known.enforcements:
        raise UnknownName("enforcement", "违规类型", slug, tuple(sorted(known.enforcements)))
    one = known.enforcements[slug]
    targets = [(metric, Decimal(f"{known.metrics[metric].target:g}")) for metric in one.metrics]
    return new.new_case(slug, one.levels[0], one.routes[0], targets)


def siblings(case: Case) -> tuple[Case, ...]:
    """Split a case into one a route."""
    return new.split(case)


def save_case(case: Case, path: Path) -> None:
    """Write a case file, whole or not at all.

    Raises:
        BadOutput: the place cannot be written.
    """
    write_file(path, write_case(case))


def write_file(path: Path, content: bytes) -> None:
    """Write a file so that at no moment half of it stands there; a link is followed, and its target written.

    Raises:
        BadOutput: the folder is missing or cannot be written, or something that is no file stands where it should.
    """
    place = Path(os.path.realpath(path))
    if not os.path.isdir(place.parent):
        raise BadOutput(str(path), "there is no such folder", "文件夹不存在")
    if os.path.isdir(place):
        raise BadOutput(str(path), "a folder stands there", "该处是文件夹")
    if os.path.lexists(place) and not os.path.isfile(place):
        raise BadOutput(str(path), "a pipe, a device or a ring of links stands there", "该处是管道、设备或循环链接")
    held = place.with_name(f".poa-{secrets.token_hex(8)}")
    try:
        with open(held, "xb") as file:
            file.write(content)
        if place.exists():
            os.chmod(held, stat.S_IMODE(place.stat().st_mode))  # a file written over keeps its rights
        os.replace(held, place)
    except OSError as error:
        raise BadOutput(str(path), (error.strerror or "no access").lower(), "没有写入权限或空间不足") from error
    finally:
        held.unlink(missing_ok=True)
