"""What words of a notice ask for."""

from __future__ import annotations

import pytest

from poa_app.knowledge import knowledge
from poa_app.knowledge.asked import contacts_asked, kinds_asked
from poa_app.model.case import Case
from poa_app.model.facts import Notice, Request, Violation


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Copies of supplier invoices issued in the last 365 days", {"invoices"}),
        ("A letter of authorisation or LOA", {"authorization-letter"}),
        ("Packing lists, customs entries and payment records", {"packing-list", "customs-entry", "payment-record"}),
        ("A bank statement and a utility bill", {"bank-statement", "utility-bill"}),
        ("Contact information of every supplier", {"supplier-contact"}),
        ("Issues that caused the complaints", set()),
        ("\u53d1\u7968\u548c\u6388\u6743\u4e66", {"invoices", "authorization-letter"}),
    ],
)
def test_a_request_names_its_kinds_of_evidence(words: str, kinds: set[str]) -> None:
    assert set(kinds_asked(words, knowledge())) == kinds


@pytest.mark.parametrize(
    ("case", "asked"),
    [
        (Case(), False),
        (Case(violations=(Violation(id="viola1", route="documents"),)), True),
        (Case(violations=(Violation(id="viola1", enforcement="inauthentic-complaint"),)), True),
        (Case(violations=(Violation(id="viola1", enforcement="late-shipment-rate"),)), False),
        (Case(notice=Notice(text="Send your supplier's telephone number.")), True),
        (Case(notice=Notice(text="Your supplier delivered late.")), False),
        (Case(notice=Notice(requests=(Request(id="reque1", words="Supplier contact details"),))), True),
    ],
)
def test_contacts_are_asked_for_by_route_enforcement_request_or_notice(case: Case, asked: bool) -> None:
    assert contacts_asked(case, knowledge()) is asked
