"""Papers are read line by line as they are printed; what cannot be read says why, soon, and eats nothing."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poa_app.intake import paper_text
from poa_app.intake.paper_text import MOST_CHARACTERS, PaperText, read_paper
from poa_app.intake.reading import TIME_LIMIT
from tests.pdfs import INVOICE, locked, packed, pdf, scan, written

pytestmark = pytest.mark.slow

SLACK = 1.5
"""Seconds more than a file may take, for a machine with much else to do."""


def _bomb() -> bytes:
    """Return a page that unpacks to 900 MB."""
    drawn = packed(b"BT /F1 12 Tf (x) Tj ET\n" * 40_000, 978)
    return written(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )


def test_what_stands_side_by_side_stays_side_by_side() -> None:
    read = read_paper(pdf(INVOICE))
    assert read.fault == ""
    assert read.text.splitlines() == list(INVOICE)


def test_chinese_is_read_and_pages_follow_each_other() -> None:
    read = read_paper(pdf(["发票号码：24952000000012345678"], ["第二页"]))
    assert read.text.split() == ["发票号码：24952000000012345678", "第二页"]


def test_a_pdf_that_only_forbids_changes_is_read() -> None:
    assert "INV-2026-0042" in read_paper(locked(pdf(INVOICE), "")).text


FAULTY: dict[str, tuple[Callable[[], bytes], str]] = {
    "a scan": (scan, "scan"),
    "a password": (lambda: locked(pdf(INVOICE)), "locked"),
    "a cipher that is not read here": (
        lambda: b"%PDF-1.4\ntrailer<</Root 1 0 R/Encrypt<</Filter/Standard/V 5>>>>",
        "broken",
    ),
    "five thousand pages": (lambda: pdf(*[INVOICE] * 5_000), "pages"),
    "a gigabyte in one page": (_bomb, "limit"),
    "torn in half": (lambda: pdf(INVOICE)[:900], "broken"),
    "nothing": (lambda: b"%PDF-", "broken"),
}
"""What makes each file, when its turn comes, and what is wrong with it."""


@pytest.mark.parametrize("what", FAULTY)
def test_what_cannot_be_read_says_why_within_two_seconds(what: str) -> None:
    make, fault = FAULTY[what]
    content = make()
    began = time.monotonic()
    assert read_paper(content) == PaperText("", fault)  # type: ignore[arg-type]
    assert time.monotonic() - began < TIME_LIMIT + SLACK


def test_a_long_paper_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_text, "read_apart", lambda content, kind: {"text": "x" * 2 * MOST_CHARACTERS})
    assert len(read_paper(b"").text) == MOST_CHARACTERS


def test_a_machine_without_room_for_a_process_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(content: bytes, kind: str) -> dict[str, str]:
        raise OSError("no more processes")

    monkeypatch.setattr(paper_text, "read_apart", fails)
    assert read_paper(b"") == PaperText("", "limit")


@settings(deadline=None, max_examples=12, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(9, 1_900), st.integers(0, 255)), min_size=1, max_size=12))
def test_a_torn_paper_is_read_or_refused(torn: list[tuple[int, int]]) -> None:
    content = bytearray(pdf(INVOICE))
    for place, byte in torn:
        content[place % len(content)] = byte
    read = read_paper(bytes(content))
    assert bool(read.text) != bool(read.fault)
