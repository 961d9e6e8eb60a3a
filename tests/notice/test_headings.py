"""A kind is told by what it is called in passing: a heading of the Account Health page, a part that is asked for."""

from __future__ import annotations

from poa_app.knowledge import knowledge
from poa_app.notice.read import read_notice
from tests.each import for_each


@for_each(
    ("heading", "kind"),
    [
        ("Product Authenticity Customer Complaints", "inauthentic-complaint"),
        ("Product Condition Customer Complaints", "used-sold-as-new"),
        ("Suspected Intellectual Property Violations", "ip-suspected"),
        ("Food and Product Safety Issues", "product-safety"),
        ("Listing Policy Violations", "listing-policy"),
        ("Restricted Product Policy Violations", "restricted-products"),
        ("Customer Product Reviews Policy Violations", "review-manipulation"),
        ("Other Policy Violations", "other"),
    ],
)
def test_a_row_of_the_account_health_page_is_of_the_kind_of_its_heading(heading: str, kind: str) -> None:
    row = "ASIN B0C7R2MX4P\nDate Nov 20, 2026 Impact: High\nSubmit appeal: Invoices, receipts from your supplier"
    assert read_notice(f"Account Health\n\n{heading}\n{row}\n", knowledge()).enforcement == kind


def test_complaints_of_rights_owners_are_asked_about_as_they_are_of_several_kinds() -> None:
    row = "Received Intellectual Property Complaints\nASIN B0C7R2MX4P\nDate Nov 20, 2026 Impact: High\n"
    read = read_notice(f"Account Health\n\n{row}", knowledge())
    assert read.enforcement is None
    assert [one.enforcement for one in read.candidates] == ["ip-trademark"]


@for_each(
    ("named", "kind"),
    [
        ("order cancellations", "cancellation-rate"),
        ("late shipments", "late-shipment-rate"),
        ("late deliveries", "on-time-delivery-rate"),
        ("A-to-z claims", "order-defect-rate"),
        ("order defects", "order-defect-rate"),
        ("authenticity complaints", "inauthentic-complaint"),
        ("listing policy violations", "listing-policy"),
        ("expired products", "expired-product"),
        ("chargebacks", "chargeback"),
    ],
)
def test_a_violation_named_only_in_the_part_that_is_missing_is_told(named: str, kind: str) -> None:
    text = f"Your plan did not contain:\n- greater detail on the root cause(s) of the {named}\n"
    read = read_notice(text, knowledge())
    assert (read.enforcement, read.stage) == (kind, "rejected")


def test_papers_in_a_row_of_words_stay_points_that_ask_for_papers() -> None:
    read = read_notice("Please upload:\n- Identity document, Business license\n", knowledge())
    assert [one.value for one in read.requested] == ["identity-document", "business-license"]
    assert [one.value for one in read.papers] == ["Identity document, Business license"]
