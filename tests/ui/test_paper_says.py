"""What a paper says stands beside its fields, is taken over by a press, and never writes over anything."""

from __future__ import annotations

from datetime import date

import pytest

from poa_app.desk.evidence import attach, open_example
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit
from poa_app.model.paths import edit, get
from poa_app.store import Store, Stored
from tests.check.conftest import papers  # noqa: F401 - fixture
from tests.pdfs import INVOICE, locked, pdf, scan
from tests.ui.page import EXAMPLES, Page
from tests.ui.test_screens import buttons, store  # noqa: F401 - fixture

pytestmark = [pytest.mark.slow, pytest.mark.screens]

PAPER = "/exhibits/exhib1"


@pytest.fixture
def invoiced(store: Store, papers: Case) -> Stored:  # noqa: F811
    """A case with one invoice of which nothing but its kind is entered, and its paper."""
    blank = Exhibit(id="exhib1", kind="invoices", title="Invoice of June")
    made = store.create(papers.model_copy(update={"exhibits": (blank,)}))
    return attach(store, made.id, "exhib1", "invoice.pdf", pdf(INVOICE))


def _said(page: Page) -> str:
    return page.said().replace("\\", "")


def test_what_a_paper_says_is_taken_over_by_a_press_and_stays(store: Store, invoiced: Stored) -> None:  # noqa: F811
    page = Page("workbench", invoiced.id, row=PAPER)
    page.press("The paper says INV-2026-0042")
    page.press("The paper says 2026-06-05")
    page.press("The paper says Harbor Example Supply LLC")
    page.press("The paper says 1200 units of B0EXMPL001")
    held = store.load(invoiced.id).case.exhibits[0]
    assert (held.number, str(held.date), held.issuer) == ("INV-2026-0042", "2026-06-05", "Harbor Example Supply LLC")
    assert [(line.product, line.quantity) for line in held.covers] == [("produ1", 1200)]
    again = Page("workbench", invoiced.id, row=PAPER)
    assert again.field(f"{PAPER}/number").value == "INV-2026-0042"
    assert "INV-2026-0042" not in _said(again)
    assert "300 × Garlic press B0EXMPL002" in _said(again)


def test_a_filled_field_is_never_written_over(store: Store, invoiced: Stored) -> None:  # noqa: F811
    page = Page("workbench", invoiced.id, row=PAPER)
    page.type(f"{PAPER}/number", "EX-1")
    assert not [words for words in buttons(page.test) if "INV" in words]
    assert "The paper says INV-2026-0042" in _said(page)
    assert get(store.load(invoiced.id).case, f"{PAPER}/number") == "EX-1"


def test_a_paper_that_came_with_a_case_is_read_when_its_row_is_opened(store: Store) -> None:  # noqa: F811
    made = open_example(store, EXAMPLES / "supply-chain-verification.json")
    first = f"/exhibits/{made.case.exhibits[0].id}"
    store.change(made.id, lambda case: edit(case, f"{first}/number", None), first)
    page = Page("workbench", made.id, row=first)
    page.press("The paper says QH")
    assert get(store.load(made.id).case, f"{first}/number") == "QH-EX-251126"
    check = Page("check", made.id)
    check.press("Read 4 invoices")
    assert not [words for words in buttons(check.test) if "invoices and compare" in words]


def test_an_upload_that_cannot_be_read_is_kept_and_says_why_once(store: Store, invoiced: Stored) -> None:  # noqa: F811
    page = Page("workbench", invoiced.id, row=PAPER)
    page.upload("File of Exhibit A", "scan.pdf", scan(), "application/pdf")
    assert _said(page).count("No text in it: a scan.") == 1
    page.upload("File of Exhibit A", "locked.pdf", locked(pdf(INVOICE)), "application/pdf")
    assert _said(page).count("It is encrypted") == 1
    assert get(store.load(invoiced.id).case, f"{PAPER}/file") == "locked.pdf"


def test_the_clocks_stand_on_the_check_screen_with_a_calendar(store: Store, invoiced: Stored) -> None:  # noqa: F811
    store.change(invoiced.id, lambda case: edit(case, f"{PAPER}/date", date(2026, 6, 5)), PAPER)
    page = Page("check", invoiced.id)
    assert "Exhibit A ages out" in _said(page)
    assert "5 Jun 2027" in _said(page)
    assert any("calendar" in words for words in buttons(page.test))
    row = Page("workbench", invoiced.id, row=PAPER)
    assert "its 365 days end on 5 June 2027" in _said(row)


def test_an_ambiguous_day_runs_by_its_earlier_reading_and_says_so(store: Store, invoiced: Stored) -> None:  # noqa: F811
    store.change(invoiced.id, lambda case: edit(case, "/deadline/words", "no later than 03/04/2027"), "/deadline/words")
    for screen in ("check", "notice"):
        said = _said(Page(screen, invoiced.id))
        assert "Thu 4 Mar" in said
        assert "can be read in two orders" in said
        assert "By another reading it is due Sat 3 Apr" in said
