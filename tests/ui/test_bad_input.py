"""Whatever is given or asked for: one clear sentence in the reader's language, and nothing lost; without a browser."""

from __future__ import annotations

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from poa_app.desk import notices
from poa_app.errors import BadEvidence, NoText, UnknownCase
from poa_app.intake.notice_file import NOTICE_SUFFIXES
from poa_app.model.paths import edit, get
from poa_app.store import Store, Stored
from poa_app.ui.words import chinese
from tests.ui.page import Page
from tests.ui.test_interactions import made  # noqa: F401 - fixture
from tests.ui.test_screens import run, stands, store  # noqa: F401 - fixture

pytestmark = [pytest.mark.slow, pytest.mark.screens]


BOX_OF_NOTICE = "drop the notice here"
BOX_OF_CASE = "A case that this program exported"
NO_CASES = {
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is not a JSON file"),
    "nothing": (b"", "is not a JSON file"),
    "a hole": (b"[" * 100_000, "case.json"),
    "no case": (b'{"client": 7}', "is not a usable case"),
    "a newer case": (b'{"poa_case": 99}', "newer version"),
}
"""What may be given as ``case.json``, and what is said of it."""

INVOICE = b"""INVOICE No. 2026-118
Sold to: Pinefield Example Garden
Unit price 4.20, quantity 600, total amount 2,520.00"""


def errors(page: AppTest) -> list[str]:
    """Return the errors a page tells, without their marks."""
    return [str(one.value).replace("\\", "") for one in page.error]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("screen", "name"),
    [("notice", "nosuchcase00"), ("workbench", "../etc/passwd"), ("check", "<script>alert(1)</script>")],
    ids=["unknown", "a path", "a script"],
)
def test_an_address_without_a_case_says_so(store: Store, screen: str, name: str, language: str) -> None:  # noqa: F811
    page = run(screen, name, language)
    stands(page)
    assert errors(page) == [_in_language(UnknownCase(), language)]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_case_deleted_in_another_tab_says_so(
    store: Store,  # noqa: F811
    made: Stored,  # noqa: F811
    language: str,
) -> None:
    row = f"/corrective_actions/{made.case.corrective_actions[0].id}"
    page = turned(language, Page("workbench", made.id, row=row))
    store.trash(made.id)
    page.type(f"{row}/who", "typed into a case in the trash")
    assert get(store.load(made.id).case, f"{row}/who") == "typed into a case in the trash"
    store.delete_trashed(store.load(made.id).saved.replace(year=2100))
    page.type(f"{row}/who", "typed into a case that is gone")
    assert _in_language(UnknownCase(), language) in errors(page.test)


def turned(language: str, page: Page) -> Page:
    """Turn a screen to a language."""
    page.test.session_state["language"] = language
    page.run()
    return page


@pytest.mark.parametrize("kind", NO_CASES)
def test_a_file_that_is_no_case_is_refused_in_one_line(store: Store, kind: str) -> None:  # noqa: F811
    content, says = NO_CASES[kind]
    _refused(store, "case.json", content, says)


def test_an_archive_that_is_none_is_refused(store: Store) -> None:  # noqa: F811
    _refused(store, "x.poa.zip", b"PK\x03\x04 torn", "is not a usable case archive")


def _refused(store: Store, name: str, content: bytes, says: str) -> None:  # noqa: F811
    page = Page("board")
    page.test.session_state["dialog"] = "import"
    page.run()
    page.test.session_state["dialog"] = "import"  # a browser runs the dialog alone, and so finds it open still
    page.upload(BOX_OF_CASE, name, content, "application/json")
    (told,) = errors(page.test)
    assert says in told
    assert "\n" not in told
    assert store.listed() == ()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_notice_that_cannot_be_read_is_told_and_a_mail_stands_in_its_field(
    store: Store,  # noqa: F811
    language: str,
) -> None:
    id = store.create(notices.begin()).id
    page = turned(language, Page("notice", id))
    box = chinese()[_label(page)] if language == "zh" else _label(page)
    page.upload(box, "scan.pdf", b"%PDF-1.7 no words", "application/pdf")
    assert _in_language(NoText("scan.pdf"), language) in "\n".join(errors(page.test)) + page.said()
    page.press(chinese()["Leave it out"] if language == "zh" else "Leave it out")
    page.upload(box, "phone.heic", b"....ftypheic", "image/heic")
    assert _in_language(BadEvidence("phone.heic", NOTICE_SUFFIXES), language) in errors(page.test)
    mail = b"Subject: Your offers\r\n\r\nSend a plan of action <b>{{ 7*7 }}</b>."
    page.upload(box, "notice.eml", mail, "message/rfc822")
    assert store.load(id).case.notice.text == "Subject: Your offers\n\nSend a plan of action <b>{{ 7*7 }}</b>."


def _in_language(error: Any, language: str) -> str:
    return str(error.zh if language == "zh" else error.en)


def _label(page: Page) -> str:
    return next(words for words in chinese() if BOX_OF_NOTICE in words)


def test_an_invoice_that_is_the_notice_after_all_is_read(store: Store) -> None:  # noqa: F811
    id = store.create(notices.begin()).id
    page = Page("notice", id)
    page.upload(BOX_OF_NOTICE, "invoice.txt", INVOICE, "text/plain")
    assert not store.load(id).case.notice.text
    page.press("It is the notice: read it")
    held = store.load(id).case
    assert (held.notice.text, held.exhibits) == (INVOICE.decode(), ())


def test_a_picture_of_another_kind_than_its_name_is_kept_under_its_own(store: Store, made: Stored) -> None:  # noqa: F811
    row = f"/exhibits/{made.case.exhibits[0].id}"
    id = store.create(edit(made.case, f"{row}/file", None)).id
    page = Page("workbench", id, row=row)
    page.upload("File of Exhibit A", "photo.jpg", b"\x89PNG\r\n\x1a\n....", "image/jpeg")
    assert get(store.load(id).case, f"{row}/file") == "photo.png"
    assert "photo.jpg holds PNG and is kept as photo.png." in page.said()


def test_three_hundred_pasted_lines_stay_and_the_page_goes_on(store: Store, made: Stored) -> None:  # noqa: F811
    page = Page("workbench", made.id)
    key = f"lines{made.id}/corrective_actions"
    pasted = "\n".join(f"{number}. packed order {number:03} again" for number in range(300))
    next(one for one in page.test.get("text_area") if one.key == key).set_value(pasted)
    page.run()
    next(one for one in page.test.get("button") if one.key == f"make{key}").click()
    page.run()
    held = store.load(made.id).case.corrective_actions
    kept = "\n".join(row.what or "" for row in held)
    assert [number for number in range(300) if f"packed order {number:03} again" not in kept] == []
    assert len(held) < 100
    page = Page("workbench", made.id, row=f"/corrective_actions/{held[5].id}")
    page.type(f"/corrective_actions/{held[5].id}/who", "shift lead")
    assert store.load(made.id).case.corrective_actions[5].who == "shift lead"


def test_three_asins_of_a_notice_leave_every_screen_standing(store: Store, made: Stored) -> None:  # noqa: F811
    asins = ("B0EXMPLZ01", "B0EXMPLZ02", "B0EXMPLZ03")
    text = f"{made.case.notice.text} ASIN {asins[0]}, ASIN {asins[1]} and ASIN {asins[2]}."
    id = store.create(edit(made.case, "/notice/text", text)).id
    for screen in ("notice", "workbench", "check"):
        page = Page(screen, id)
    assert [asin for asin in asins if asin not in page.said()] == []
    assert [one for one in page.test.get("download_button") if re.search("Word", str(one.proto.label))]
