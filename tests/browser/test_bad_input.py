"""Whatever is given, opened or typed: one clear sentence in the reader's language, and nothing lost."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from poa_app.desk import notices
from poa_app.errors import BadEvidence, NoText, UnknownCase
from poa_app.intake.case_file import write_case
from poa_app.intake.evidence import SUFFIXES
from poa_app.intake.notice_file import NOTICE_SUFFIXES
from poa_app.model.case import Case
from poa_app.model.paths import edit

WHO = "/corrective_actions/castat/who"


@pytest.mark.parametrize(
    ("screen", "name"),
    [
        ("notice", "nosuchcase00"),
        ("workbench", "%2e%2e%2fetc%2fpasswd"),
        ("check", "%3Cscript%3Ealert(1)%3C/script%3E"),
    ],
    ids=["unknown", "a path", "a script"],
)
def test_an_address_without_a_case_says_so_and_leads_back(wide: Any, screen: str, name: str) -> None:
    wide.page.goto(f"{wide.server.url}/{screen}?case={name}")
    wide.settle()
    assert wide.says(UnknownCase().en) == UnknownCase().en
    assert wide.page.get_by_test_id("stAlert").count() == 1
    wide.page.get_by_role("link", name="Cases").click()
    wide.button("New case").wait_for()


def test_a_case_deleted_in_another_tab_says_so_in_the_readers_language(desk: Any, late_shipment: Case) -> None:
    desk.open(late_shipment)
    desk.open_row("/corrective_actions/castat")
    store = desk.server.store
    store.trash(desk.id)
    desk.leave(WHO, "typed into a case in the trash")
    desk.stores(WHO, "typed into a case in the trash")
    store.delete_trashed(store.load(desk.id).saved.replace(year=2100))
    desk.type(WHO, "typed into a case that is gone")
    desk.field(WHO).press("Tab")
    desk.settle()
    desk.says(UnknownCase().zh if desk.language == "zh" else UnknownCase().en)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("case.json", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is not a JSON file"),
        ("case.json", b"", "is not a JSON file"),
        ("case.json", b"[" * 100_000, "case.json"),
        ("case.json", b'{"client": 7}', "is not a usable case"),
        ("case.json", b'{"poa_case": 99}', "newer version"),
        ("case.json", b'{"poa_case": 1, "opening": "' + b"x" * 20_000_000 + b'"}', "is more than the"),
    ],
    ids=["a picture", "nothing", "a hole", "no case", "a newer case", "a huge case"],
)
def test_a_file_that_is_no_case_is_refused_in_one_sentence(wide: Any, name: str, content: bytes, says: str) -> None:
    before = len(wide.server.store.listed())
    wide.open()
    wide.press("Import")
    wide.page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": content}
    )
    alert = wide.page.get_by_role("dialog").get_by_test_id("stAlert")
    alert.wait_for()
    assert says in alert.inner_text()
    assert "\n" not in alert.inner_text().strip().removeprefix("error").strip()
    assert len(wide.server.store.listed()) == before


def test_a_file_that_lies_is_refused_beside_its_box_and_a_good_one_is_kept(desk: Any, late_shipment: Case) -> None:
    row = f"/exhibits/{late_shipment.exhibits[0].id}"
    desk.open(edit(late_shipment, f"{row}/file", None))
    desk.open_row(row)
    box = desk.keyed(f"open{desk.id}{row}").get_by_test_id("stFileUploader").locator("input[type=file]").first
    box.set_input_files({"name": "scan.pdf", "mimeType": "application/pdf", "buffer": b"MZ\x90 a program"})
    refused = BadEvidence("scan.pdf", SUFFIXES)
    beside = desk.keyed(f"open{desk.id}{row}").get_by_test_id("stAlert")
    beside.get_by_text(refused.zh if desk.language == "zh" else refused.en).wait_for()
    desk.settle()
    assert desk.page.get_by_test_id("stFileUploaderFile").count() == 0
    assert desk.server.held(desk.id, f"{row}/file") is None
    box.set_input_files({"name": "list.txt", "mimeType": "text/plain", "buffer": b"62 orders"})
    desk.stores(f"{row}/file", "list.txt")
    desk.settle()
    assert beside.count() == 0
    ((name, digest, _, _),) = desk.server.store.files(desk.id)
    assert (name, desk.server.store.file(desk.id, digest)) == ("list.txt", b"62 orders")


def test_a_notice_dropped_as_a_mail_stands_in_its_field(desk: Any) -> None:
    desk.open(notices.begin(), "notice")
    box = desk.page.get_by_test_id("stFileUploader").locator("input[type=file]").first
    box.set_input_files({"name": "scan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 no words"})
    desk.says(NoText("scan.pdf").zh if desk.language == "zh" else NoText("scan.pdf").en)
    desk.settle()
    desk.press("Leave it out")
    box.set_input_files({"name": "phone.heic", "mimeType": "image/heic", "buffer": b"....ftypheic"})
    refused = BadEvidence("phone.heic", NOTICE_SUFFIXES)
    desk.says(refused.zh if desk.language == "zh" else refused.en)
    mail = b"Subject: Your offers\r\n\r\nSend a plan of action <b>{{ 7*7 }}</b>."
    box.set_input_files({"name": "notice.eml", "mimeType": "message/rfc822", "buffer": mail})
    words = "Subject: Your offers\n\nSend a plan of action <b>{{ 7*7 }}</b>."
    desk.stores("/notice/text", words)
    desk.shows("/notice/text", words)


INVOICE = b"""INVOICE No. 2026-118
Sold to: Pinefield Example Garden
Unit price 4.20, quantity 600, total amount 2,520.00"""


def test_an_invoice_dropped_on_the_notice_asks_first_and_becomes_an_exhibit(desk: Any) -> None:
    desk.open(notices.begin(), "notice")
    box = desk.page.get_by_test_id("stFileUploader").locator("input[type=file]").first
    box.set_input_files({"name": "invoice.txt", "mimeType": "text/plain", "buffer": INVOICE})
    desk.button("Keep it as an exhibit").wait_for()
    assert not desk.server.held(desk.id, "/notice/text")
    desk.press("Keep it as an exhibit")
    (exhibit,) = desk.server.held(desk.id, "/exhibits")
    assert exhibit.file == "invoice.txt"
    assert not desk.server.held(desk.id, "/notice/text")
    assert desk.button("Keep it as an exhibit").count() == 0


def test_an_invoice_that_is_the_notice_after_all_is_read(wide: Any) -> None:
    wide.open(notices.begin(), "notice")
    box = wide.page.get_by_test_id("stFileUploader").locator("input[type=file]").first
    box.set_input_files({"name": "invoice.txt", "mimeType": "text/plain", "buffer": INVOICE})
    wide.press("It is the notice: read it")
    wide.stores("/notice/text", INVOICE.decode())
    assert wide.server.held(wide.id, "/exhibits") == ()


def test_a_picture_of_another_kind_than_its_name_is_kept_under_its_own(desk: Any, late_shipment: Case) -> None:
    row = f"/exhibits/{late_shipment.exhibits[0].id}"
    desk.open(edit(late_shipment, f"{row}/file", None))
    desk.open_row(row)
    box = desk.keyed(f"open{desk.id}{row}").get_by_test_id("stFileUploader").locator("input[type=file]").first
    box.set_input_files({"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": b"\x89PNG\r\n\x1a\n...."})
    desk.stores(f"{row}/file", "photo.png")
    told = desk.say("{file} holds {kind} and is kept as {held}.", file="photo.jpg", kind="PNG", held="photo.png")
    desk.page.get_by_text(told).first.wait_for()


def test_a_case_goes_out_as_a_file_and_comes_back_the_same(desk: Any, late_shipment: Case, tmp_path: Path) -> None:
    desk.open(late_shipment, "check")
    with desk.page.expect_download() as waiting:
        desk.button("The case with its exhibits, as a file").click()
    file = tmp_path / "case.poa.zip"
    waiting.value.save_as(file)
    with zipfile.ZipFile(file) as archive:
        exported = json.loads(archive.read("case.json"))
    assert exported == json.loads(write_case(desk.server.store.load(desk.id).case))
    desk.open()
    desk.press("Import")
    desk.page.locator("input[type=file]").set_input_files(file)
    desk.page.wait_for_url("**/workbench?case=*")
    desk.settle()
    taken = re.search(r"case=(\w+)", desk.page.url)[1]
    assert taken != desk.id
    assert desk.server.store.load(taken).case == desk.server.store.load(desk.id).case


def test_three_hundred_pasted_lines_stay_and_the_page_goes_on(desk: Any, late_shipment: Case) -> None:
    desk.open(late_shipment)
    pasted = "\n".join(f"{number}. packed order {number:03} again" for number in range(300))
    desk.keyed(f"paste{desk.id}/corrective_actions").locator("button").click()
    box = desk.keyed(f"lines{desk.id}/corrective_actions").locator("textarea")
    box.fill(pasted)
    desk.press("Make rows")
    held = desk.server.held(desk.id, "/corrective_actions")
    kept = "\n".join(row.what or "" for row in held)
    assert [number for number in range(300) if f"packed order {number:03} again" not in kept] == []
    assert len(held) < 100
    desk.page.keyboard.press("Escape")
    desk.open_row(f"/corrective_actions/{held[5].id}")
    desk.leave(f"/corrective_actions/{held[5].id}/who", "shift lead")
    desk.stores(f"/corrective_actions/{held[5].id}/who", "shift lead")


def test_text_of_any_kind_stays_text(wide: Any, late_shipment: Case) -> None:
    wide.open(late_shipment)
    wide.open_row("/corrective_actions/castat")
    hostile = "<b>x</b> {{ 7*7 }} :red[r] $x$ [a](http://b) ![i](http://c/d.png) `c` **d** & \u202e\u200b 中文 😀"
    wide.leave("/corrective_actions/castat/what", hostile)
    wide.leave("/opening", hostile)
    wide.reload()
    assert wide.shown("/opening") == wide.server.held(wide.id, "/opening")
    for piece in ("<b>x</b>", "{{ 7*7 }}", ":red[r]", "[a](http://b)", "![i](http://c/d.png)", "`c`", "**d**"):
        assert wide.page.locator("[class*=st-key-open] summary").get_by_text(piece).count() == 1
        assert wide.page.locator("article.poa-sheet").get_by_text(piece).first.is_visible()


def test_a_taken_port_is_told_in_one_line(server: Any) -> None:
    command = [sys.executable, "-m", "poa_app", "serve", "--no-browser", "--port", str(server.port)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 1
    said = [line for line in done.stderr.splitlines() if line.strip()]
    assert len(said) == 1
    assert str(server.port) in said[0]


def test_what_a_read_only_database_refuses_stays_in_its_field_until_it_can_be_saved(
    desk: Any, late_shipment: Case
) -> None:
    server = desk.server
    desk.open(late_shipment)
    desk.open_row("/corrective_actions/castat")
    server.kill()
    server.start(f"sqlite:///file:{server.home / 'poa.db'}?mode=ro&uri=true")
    desk.settle(40)
    desk.leave(WHO, "packing lead")
    assert desk.shown(WHO) == "packing lead"
    assert desk.page.get_by_text(desk.say("Not saved yet:")).is_visible()
    desk.says("poa.db")
    assert server.held(desk.id, WHO) != "packing lead"
    server.kill()
    server.start()
    desk.settle(40)
    desk.stores(WHO, "packing lead")
    assert desk.shown(WHO) == "packing lead"
    assert not desk.page.get_by_text(desk.say("Not saved yet:")).is_visible()


def test_no_page_has_shown_an_error_of_the_program_itself(server: Any) -> None:
    """Last in this file: whatever was given above, the program itself never failed."""
    assert server.errors() == []
