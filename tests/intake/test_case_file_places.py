"""Where no case file can be read, one line says so, and nothing is waited for."""

from __future__ import annotations

import os
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from poa_app.errors import TooLarge, UnreadableFile, short
from poa_app.intake.case_file import FILE_LIMIT, read_case, write_case
from poa_app.model.case import Case


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "case.json"
    with file.open("wb") as sparse:
        sparse.truncate(50_000_000)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it was opened"))
    tracemalloc.start()
    start = time.perf_counter()
    with pytest.raises(TooLarge, match=r"^case\.json: 50,000,000 bytes is more than the 20,000,000 accepted"):
        read_case(file)
    taken, (_, peak) = time.perf_counter() - start, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000
    assert taken < 1


def test_a_file_that_grows_while_it_is_read_is_not_read_beyond_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small, file = tmp_path / "small.json", tmp_path / "case.json"
    small.write_bytes(b"{}")
    with file.open("wb") as sparse:
        sparse.truncate(FILE_LIMIT + 10)
    before = os.stat(small)
    monkeypatch.setattr(Path, "stat", lambda *_, **__: before)
    with pytest.raises(TooLarge):
        read_case(file)


def _bad_places(folder: Path) -> Iterator[Path]:
    (folder / "ring").symlink_to("ring")
    (folder / "file").write_bytes(b"{}")
    yield folder / "missing.json"
    yield folder
    yield folder / "ring"
    yield folder / "file" / "case.json"
    yield folder / ("long" * 100)
    yield folder / "zero\0byte.json"


def test_a_place_where_no_file_can_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    for place in _bad_places(tmp_path):
        with pytest.raises(UnreadableFile) as refused:
            read_case(place)
        assert str(refused.value).startswith(f"{short(place.name)}: cannot be read (")
        assert refused.value.zh.isprintable()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_what_never_ends_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "link.json").symlink_to("pipe.json")
    for place in (tmp_path / "pipe.json", tmp_path / "link.json", Path("/dev/zero"), Path("/dev/null")):
        with pytest.raises(UnreadableFile, match="it is a pipe or a device, not a file"):
            read_case(place)


def test_a_file_that_is_not_ours_to_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(write_case(Case()))

    def forbidden(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(UnreadableFile, match=r"case\.json: cannot be read \(permission denied\)"):
        read_case(file)
