"""An invoice is dropped in, says what it says, and one press takes its number over for good."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from poa_app.model.facts import Exhibit
from tests.check.conftest import papers  # noqa: F401 - fixture
from tests.pdfs import INVOICE, pdf

ROW = "/exhibits/exhib1"


@pytest.fixture
def case(papers: Any) -> Any:  # noqa: F811
    """A case whose one invoice has nothing entered but its kind."""
    return papers.model_copy(update={"exhibits": (Exhibit(id="exhib1", kind="invoices"),)})


def test_an_invoice_says_its_number_and_one_press_keeps_it(narrow: Any, case: Any) -> None:
    desk = narrow
    desk.open(case, row=ROW)
    box = desk.keyed(f"open{desk.id}{ROW}").get_by_test_id("stFileUploader").locator("input[type=file]").first
    box.set_input_files({"name": "invoice.pdf", "mimeType": "application/pdf", "buffer": pdf(INVOICE)})
    desk.stores(f"{ROW}/file", "invoice.pdf")
    desk.settle()
    says = desk.say("The paper says {words}", words="INV-2026-0042")
    desk.page.get_by_role("button", name=re.compile(re.escape(says))).click()
    desk.stores(f"{ROW}/number", "INV-2026-0042")
    desk.settle()
    desk.reload()
    assert desk.field(f"{ROW}/number").input_value() == "INV-2026-0042"
    assert desk.page.get_by_text(says).count() == 0  # what the field says is not said again beside it
    assert desk.server.errors() == []


def test_the_clocks_go_into_a_calendar(wide: Any, papers: Any) -> None:  # noqa: F811
    wide.open(papers, "check")
    with wide.page.expect_download() as waiting:
        wide.button("All clocks for your calendar (.ics)").click()
    content = Path(waiting.value.path()).read_bytes()
    assert waiting.value.suggested_filename.endswith("-clocks.ics")
    assert content.startswith(b"BEGIN:VCALENDAR")
    assert b"Alder Example Goods" in content
