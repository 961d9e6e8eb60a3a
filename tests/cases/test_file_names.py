"""A file may bear any name: the letter prints one its reader can read, and nothing is to mend."""

from __future__ import annotations

from datetime import date

import pytest

from poa_app import desk
from poa_app.model.case import Case
from poa_app.model.exhibits import given_name
from poa_app.model.facts import Exhibit
from poa_app.model.paths import edit
from poa_app.model.printed_fields import printed_fields
from poa_app.render.plain import render_text

NAMES = [
    "发票 2025年12月.pdf",
    "迟发订单（最终版）.PDF",
    "請求書.pdf",
    "счёт.pdf",
    "スキャン.jpeg",
    "invoice–2025.pdf",
    "Ｉｎｖｏｉｃｅ.pdf",
    "\ufffd\ufffd.pdf",
    "发票",
]
PLAIN = ["invoice 2025-12.pdf", "Rechnung Müller.pdf", "a_b (1).pdf", "scans/a.pdf"]


def _exhibit(case: Case) -> str:
    return f"/exhibits/{case.exhibits[0].id}"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("field", ["file", "translation"])
def test_a_name_nobody_there_can_read_is_no_finding(late_shipment: Case, name: str, field: str) -> None:
    day = date(2026, 11, 18)
    case = edit(late_shipment, f"{_exhibit(late_shipment)}/{field}", name)
    place = f"{_exhibit(case)}/{field}"
    rules = {one.rule for one in desk.check_case(case, day) if one.path == place}
    assert not {rule for rule in rules if rule.startswith(("characters.", "letter.", "names."))}


@pytest.mark.parametrize("name", NAMES)
def test_the_letter_prints_the_name_the_file_is_handed_over_by(late_shipment: Case, name: str) -> None:
    case = edit(late_shipment, f"{_exhibit(late_shipment)}/file", name)
    printed = given_name(case, case.exhibits[0])
    assert printed.startswith("Exhibit A - order list - 2026-11-13")
    assert printed.isascii()
    made = desk.render_case(case, "case.json", ".txt", "full", date(2026, 11, 18), draft=True)
    text = " ".join(render_text(made.letter).split())
    assert f"File: {printed}" in text
    assert name not in text
    assert dict(printed_fields(case))[f"{_exhibit(case)}/file"] == printed


@pytest.mark.parametrize("name", PLAIN)
def test_a_name_everybody_can_read_stays(late_shipment: Case, name: str) -> None:
    case = edit(late_shipment, f"{_exhibit(late_shipment)}/file", name)
    assert given_name(case, case.exhibits[0]) == name


@pytest.mark.parametrize(
    ("exhibit", "given"),
    [
        (Exhibit(id="exhib1", file="发票.pdf"), "Exhibit A.pdf"),
        (Exhibit(id="exhib1", file="发票.pdf", kind="invoices"), "Exhibit A - invoices.pdf"),
        (Exhibit(id="exhib1", file="发票.pdf", date="去年"), "Exhibit A.pdf"),
        (Exhibit(id="exhib1", file="发票.pdf", letter="附件一"), "Exhibit A.pdf"),
        (Exhibit(id="exhib1", file="发票.pdf", letter="7"), "Exhibit 7.pdf"),
        (Exhibit(id="exhib1", file="发票.pdf", kind="../../发票/x"), "Exhibit A - x.pdf"),
        (Exhibit(id="exhib1", file="发票.长长的"), "Exhibit A"),
        (Exhibit(id="exhib1"), ""),
    ],
)
def test_a_given_name_holds_what_is_known(exhibit: Exhibit, given: str) -> None:
    assert given_name(Case(exhibits=(exhibit,)), exhibit) == given
