"""Whatever is given, opened or typed: one clear sentence in the reader's language, and nothing lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from poa_app.desk import notices
from poa_app.errors import BadEvidence, NoText, UnknownCase
from poa_app.intake.evidence import SUFFIXES
from poa_app.intake.notice_file import NOTICE_SUFFIXES
from poa_app.model.case import Case
from poa_app.model.paths import edit

WHO = "/corrective_actions/castat/who"


def test_an_address_without_a_case_says_so_and_leads_back(wide: Any) -> None:
    wide.page.goto(f"{wide.server.url}/check?case=%3Cscript%3Ealert(1)%3C/script%3E")
    wide.settle()
    assert wide.says(UnknownCase().en) == UnknownCase().en
    assert wide.page.get_by_test_id("stAlert").count() == 1
    wide.page.get_by_role("link", name="Cases").click()
    wide.button("New case").wait_for()


def test_a_case_that_is_too_large_is_refused_in_one_sentence(wide: Any, tmp_path: Path) -> None:
    before = len(wide.server.store.listed())
    wide.open()
    wide.press("Import")
    file = tmp_path / "case.json"
    file.write_bytes(b'{"poa_case": 1, "opening": "' + b"x" * 20_000_000 + b'"}')
    wide.page.locator("input[type=file]").set_input_files(file)
    alert = wide.page.get_by_role("dialog").get_by_test_id("stAlert")
    alert.wait_for()
    assert "is more than the" in alert.inner_text()
    assert "\n" not in alert.inner_text().strip().removeprefix("error").strip()
    assert len(wide.server.store.listed()) == before


def test_a_file_that_lies_is_refused_beside_its_box_and_a_good_one_is_kept(narrow: Any, late_shipment: Case) -> None:
    desk = narrow
    row = f"/exhibits/{late_shipment.exhibits[0].id}"
    desk.open(edit(late_shipment, f"{row}/file", None), row=row)
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


def test_a_notice_dropped_as_a_mail_stands_in_its_field(wide: Any) -> None:
    desk = wide
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


def test_an_invoice_dropped_on_the_notice_asks_first_and_becomes_an_exhibit(narrow: Any) -> None:
    desk = narrow
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


def test_text_of_any_kind_stays_text(wide: Any, late_shipment: Case) -> None:
    wide.open(late_shipment, row="/corrective_actions/castat")
    hostile = "<b>x</b> {{ 7*7 }} :red[r] $x$ [a](http://b) ![i](http://c/d.png) `c` **d** & \u202e\u200b 中文 😀"
    wide.leave("/corrective_actions/castat/what", hostile)
    wide.leave("/opening", hostile)
    wide.reload()
    assert wide.shown("/opening") == wide.server.held(wide.id, "/opening")
    for piece in ("<b>x</b>", "{{ 7*7 }}", ":red[r]", "[a](http://b)", "![i](http://c/d.png)", "`c`", "**d**"):
        assert wide.page.locator("[class*=st-key-open] summary").get_by_text(piece).count() == 1
        assert wide.page.locator("article.poa-sheet").get_by_text(piece).first.is_visible()


def test_what_a_read_only_database_refuses_stays_in_its_field_until_it_can_be_saved(
    narrow: Any, late_shipment: Case
) -> None:
    desk = narrow
    server = desk.server
    desk.open(late_shipment, row="/corrective_actions/castat")
    server.kill()
    server.start(f"sqlite:///file:{server.home / 'poa.db'}?mode=ro&uri=true")
    desk.settle()
    desk.leave(WHO, "packing lead")
    assert desk.shown(WHO) == "packing lead"
    assert desk.page.get_by_text(desk.say("Not saved yet:")).is_visible()
    desk.says("poa.db")
    assert server.held(desk.id, WHO) != "packing lead"
    server.kill()
    server.start()
    desk.settle()
    desk.stores(WHO, "packing lead")
    assert desk.shown(WHO) == "packing lead"
    assert not desk.page.get_by_text(desk.say("Not saved yet:")).is_visible()


def test_no_page_has_shown_an_error_of_the_program_itself(server: Any) -> None:
    """Last in this file: whatever was given above, the program itself never failed."""
    assert server.errors() == []
