"""A plan asked for in one sentence becomes the requests for its parts; other questions stay as they are."""

from __future__ import annotations

from datetime import date

import pytest

from poa_app.desk import notice_facts, notices
from poa_app.desk.notice_readings import reading
from poa_app.desk.plan_requests import requests_of
from poa_app.desk.state import CaseState
from poa_app.notice.reading import Read
from poa_app.render.plain import render_text
from tests.each import for_each

THREE = "the root causes of the late shipments, the actions taken and the steps taken to prevent late shipments"


@for_each(
    ("sentence", "parts"),
    [
        (
            f"Send us a plan of action within 72 hours that explains {THREE}.",
            [
                "the root causes of the late shipments",
                "the actions taken",
                "the steps taken to prevent late shipments",
            ],
        ),
        (
            "A plan of action with the root cause of the complaints, the actions taken to resolve them, and the steps"
            " taken to prevent them",
            [
                "the root cause of the complaints",
                "the actions taken to resolve them",
                "the steps taken to prevent them",
            ],
        ),
        (
            "Submit a plan of action for your offers on Amazon.de describing the corrective actions and measures.",
            ["the corrective actions", "measures"],
        ),
        (
            "A plan that explains: the root cause(s) of the issue, the actions you have taken, the steps to prevent it",
            ["the root cause(s) of the issue", "the actions you have taken", "the steps to prevent it"],
        ),
        (
            "Tell us in a plan of action why parcels had no tracking number, how you have corrected it and how you make"
            " sure that each has one.",
            ["why parcels had no tracking number", "how you have corrected it", "how you make sure that each has one"],
        ),
        (
            "Submit a plan through Account Health that covers the reason parcels were late, what you did and what keeps"
            " it from returning.",
            ["the reason parcels were late", "what you did", "what keeps it from returning"],
        ),
        ("A plan of action for the ASINs above, signed by the owner", None),
        ("Invoices from your supplier", None),
    ],
)
def test_the_parts_of_a_plan_are_told_apart(sentence: str, parts: list[str] | None) -> None:
    found = [one.value for one in requests_of(Read(sentence, 0, len(sentence)), sentence)]
    assert found == (parts or [sentence])


@pytest.mark.parametrize(
    "words", ["Send us a plan of action", "please submit your plan of action.", "A plan of action"]
)
def test_a_plan_without_parts_heads_no_section(words: str) -> None:
    assert requests_of(Read(words, 0, len(words)), words) == ()


def test_the_letter_has_the_sections_of_the_notice_and_no_other() -> None:
    notice = (
        "Hello Example Home,\n\nYour seller-fulfilled offers on Amazon.com have been deactivated, because your late"
        f" shipment rate was 9.8%.\n\nSend us a plan of action within 72 hours that explains {THREE}.\n\nAmazon.com"
    )
    case = notices.take_text(notices.begin(), notice)
    read = reading(case)
    assert read
    case = notice_facts.confirm(case, notice_facts.facts(case, read))
    sections = [request.section for request in case.notice.requests]
    assert sections == ["root-causes", "corrective-actions", "preventive-measures"]
    letter = CaseState(case, date(2026, 11, 28)).letter("short")
    assert letter
    words = render_text(letter)
    assert "1. Root causes of the late shipments" in words
    assert "3. Steps taken to prevent late shipments" in words
    assert "plan of action" not in words
