"""Evidence goes in and comes out again: opened, downloaded, replaced, removed, exported, and imported elsewhere."""

from __future__ import annotations

import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from poa_app.desk import evidence, exchange
from poa_app.intake.case_file import write_case
from poa_app.model.case import Case
from poa_app.model.paths import edit
from tests.browser.server import Server, Starter

PDF = b"%PDF-1.7\n% not a real page\n"


def _png() -> bytes:
    def chunk(kind: bytes, held: bytes) -> bytes:
        return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))

    rows = b"".join(b"\x00" + b"\xd0\x40\x40" * 60 for _ in range(40))
    head = struct.pack(">IIBBBBB", 60, 40, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture
def row(late_shipment: Case) -> str:
    """The path of the first exhibit."""
    return f"/exhibits/{late_shipment.exhibits[0].id}"


@pytest.fixture
def at_row(narrow: Any, late_shipment: Case, row: str) -> Any:
    """A case at its first exhibit, which has no file yet."""
    narrow.open(edit(late_shipment, f"{row}/file", None), row=row)
    return narrow


def _give(desk: Any, row: str, name: str, content: bytes) -> None:
    box = desk.keyed(f"open{desk.id}{row}").get_by_test_id("stFileUploader").locator("input[type=file]").first
    box.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})
    desk.stores(f"{row}/file", name)
    desk.settle()


def _code(desk: Any) -> str:
    return desk.row_name("exhibits", "A")


def _downloaded(desk: Any, button: Any) -> tuple[str, bytes]:
    with desk.page.expect_download() as waiting:
        button.click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def _names(desk: Any) -> list[str]:
    return [name for name, *_ in desk.server.store.files(desk.id)]


def test_a_file_is_opened_downloaded_replaced_and_removed_and_undo_brings_it_back(at_row: Any, row: str) -> None:
    desk, code = at_row, _code(at_row)
    _give(desk, row, "发票 1.png", _png())
    desk.press("Open file {row}", row=code)
    window = desk.page.get_by_role("dialog")
    window.locator("img").wait_for()
    assert window.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth)") == 60
    desk.page.keyboard.press("Escape")
    desk.settle()
    name, content = _downloaded(desk, desk.button("Download file {row}", row=code))
    assert re.fullmatch(r"Exhibit A - [\w -]+ - \d{4}-\d\d-\d\d\.png", name)
    assert content == _png()
    _give(desk, row, "list.txt", b"62 orders <b>in all</b>")
    assert _names(desk) == ["list.txt"]
    desk.press("Open file {row}", row=code)
    window.get_by_text("62 orders <b>in all</b>").wait_for()
    desk.page.keyboard.press("Escape")
    desk.settle()
    desk.press("Remove file {row}", row=code)
    desk.press("Remove {file}", file="list.txt")
    desk.stores(f"{row}/file", None)
    assert _names(desk) == []
    desk.settle()
    desk.press("Undo")
    desk.stores(f"{row}/file", "list.txt")
    assert _names(desk) == ["list.txt"]


def test_the_files_are_listed_on_the_check_screen(wide: Any) -> None:
    desk = wide
    made = evidence.open_example(desk.server.store, _example())
    for exhibit in made.case.exhibits[:2]:
        evidence.attach(desk.server.store, made.id, exhibit.id, f"{exhibit.id} 明细.pdf", PDF + exhibit.id.encode())
    desk.open(made.id, "check")
    desk.page.get_by_text(desk.say("Files of the exhibits ({n})", n=len(made.case.exhibits))).click()
    desk.settle()
    name, content = _downloaded(desk, desk.page.get_by_role("button", name="Exhibit A - ").first)
    assert re.fullmatch(r"Exhibit A - [\w -]+\.pdf", name)
    assert content == PDF + made.case.exhibits[0].id.encode()
    _, packed = _downloaded(desk, desk.button("All exhibits as one .zip, with English names"))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert len(archive.namelist()) == len(made.case.exhibits)
        assert all(one.isascii() for one in archive.namelist())


def _example() -> Path:
    return Path(__file__).resolve().parent.parent.parent / "examples" / "late-shipment-rate.json"


@pytest.fixture
def second(starter: Starter, tmp_path: Path) -> Iterator[Server]:
    """A second server on a data folder of its own."""
    server = Server(tmp_path / "second", starter)
    server.start()
    yield server
    server.close()


def test_a_case_moves_to_a_second_data_folder_with_nothing_missing(
    tab: Callable[[str, int], Any], second: Server, tmp_path: Path
) -> None:
    desk = tab("zh", 390)
    mine = desk.server
    made = evidence.open_example(desk.server.store, _example())
    first = made.case.exhibits[0].id
    evidence.attach(desk.server.store, made.id, first, "发票 原件.pdf", PDF)
    evidence.attach(desk.server.store, made.id, first, "invoice in English.pdf", PDF + b"en", "translation")
    desk.open(made.id, "check")
    name, packed = _downloaded(desk, desk.button("The case with its exhibits, as a file"))
    assert name.endswith(".poa.zip")
    file = tmp_path / name
    file.write_bytes(packed)
    with zipfile.ZipFile(file) as archive:
        assert json.loads(archive.read("case.json")) == json.loads(write_case(mine.store.load(made.id).case))
    desk.server = second
    desk.open()
    desk.press("Import")
    desk.page.locator("input[type=file]").set_input_files(file)
    desk.page.wait_for_url("**/workbench?case=*")
    desk.settle()
    taken = re.search(r"case=(\w+)", desk.page.url)[1]  # type: ignore[index]
    held, was = second.store.load(taken), mine.store.load(made.id)
    assert held.case == was.case
    assert sorted(second.store.files(taken)) == sorted(mine.store.files(made.id))
    assert evidence.missing_files(held.case, second.store.files(taken)) == frozenset()
    assert exchange.export_case(second.store, taken) == packed
    assert (mine.errors(), second.errors()) == ([], [])


def test_a_case_goes_out_from_the_board_too(wide: Any, late_shipment: Case) -> None:
    made = evidence.open_example(wide.server.store, _example())
    wide.open()
    wide.keyed(f"more{made.id}").get_by_role("button").click()
    wide.page.get_by_role("menuitem", name="The case with its exhibits, as a file").or_(
        wide.page.get_by_role("option", name="The case with its exhibits, as a file")
    ).first.click()
    wide.settle()
    name, packed = _downloaded(
        wide, wide.page.get_by_role("dialog").get_by_role("button", name="The case with its exhibits, as a file")
    )
    assert name.endswith(".poa.zip")
    assert packed == exchange.export_case(wide.server.store, made.id)
