"""A notice that asks about several topics: each that no row speaks of is shown. Case 04."""

from __future__ import annotations

from typing import Any

import pytest

ASKED = ("late or missing parcels", "faulty items", "wrong items", "incomplete orders")


def _topics(found: Any) -> list[str]:
    return [one.quote for one in found if one.rule == "requests.no-row"]


def test_04_the_topics_no_cause_speaks_of_are_shown_and_no_heading_stands_over_all(
    changed: Any, found: Any, letter: Any
) -> None:
    case = changed("04")
    missing = _topics(found(case))
    assert "faulty" in missing
    assert len(missing) == len(set(missing)) <= len(ASKED)
    text = letter(case)
    for topic in ASKED:
        assert f"More about why there were {topic}\n\nMore about" not in text


@pytest.mark.parametrize(
    "words",
    [
        "The root causes of the issue",
        "Explain the steps you have taken to prevent this from happening again",
        "What actions have you taken to resolve the complaints?",
    ],
)
def test_a_request_without_a_topic_is_answered_by_its_section(words: str, variant: Any, found: Any) -> None:
    asks = [{"id": "rq0000", "section": "root-causes", "words": words}]
    asks.append({"id": "rq0001", "section": "root-causes", "words": "late shipments"})
    asks.append({"id": "rq0002", "section": "root-causes", "words": "rejected confirmations"})
    case = variant("late-shipment-rate", set={"/notice/requests": asks})
    assert words not in _topics(found(case))
    assert not [quote for quote in _topics(found(case)) if quote in words]


def test_an_answer_of_its_own_settles_a_topic(variant: Any, found: Any) -> None:
    asks = [
        {"id": "rq0000", "section": "root-causes", "words": "why parcels were late"},
        {"id": "rq0001", "section": "root-causes", "words": "why items were counterfeit"},
    ]
    case = variant("late-shipment-rate", set={"/notice/requests": asks})
    assert _topics(found(case)) == ["counterfeit"]
    asks[1]["answer"] = "No item was counterfeit (Exhibit A)."
    assert _topics(found(variant("late-shipment-rate", set={"/notice/requests": asks}))) == []
