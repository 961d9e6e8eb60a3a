"""What words of a notice ask for."""

from __future__ import annotations

from poa_app.knowledge import knowledge
from poa_app.knowledge.asked import contacts_asked, evidence_of, kinds_asked
from poa_app.model.case import Case
from poa_app.model.facts import Notice, Request, Violation
from tests.each import for_each


@for_each(
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


@for_each(
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


@for_each(
    ("slug", "kind", "site", "fulfilment", "asked"),
    [
        ("compliance-documents", "responsible-person", "DE", "amazon", True),
        ("compliance-documents", "responsible-person", "US", "amazon", False),
        ("compliance-documents", "responsible-person", None, None, True),
        ("compliance-documents", "test-report", "US", "amazon", True),
        ("order-defect-rate", "tracking", "US", "seller", True),
        ("order-defect-rate", "tracking", "US", "both", True),
        ("order-defect-rate", "tracking", "US", "amazon", False),
    ],
)
def test_evidence_follows_the_site_and_the_channel(
    slug: str, kind: str, site: str | None, fulfilment: str | None, asked: bool
) -> None:
    case = Case.model_validate(
        {"violations": [{"id": "viola1", "enforcement": slug}], "fulfilment": fulfilment}
        | ({"marketplaces": [site]} if site else {})
    )
    assert (kind in evidence_of(case, knowledge())) is asked
