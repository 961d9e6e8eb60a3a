"""Whatever is pasted is read: never a fault, every place in the text, in time that grows with its length."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.knowledge import knowledge
from poa_app.notice.read import LONGEST, read_notice
from poa_app.notice.reading import NoticeReading, Read

LATE = """Hello,
Your seller-fulfilled offers on Amazon.co.uk have been deactivated, because your late dispatch rate was 6.3%
in the 30 days to 12 November 2026 (41 of 650 orders). The target is below 4%.
Please send within 72 hours:
-- The root cause(s) of the late dispatches
-- The steps you have taken to prevent late dispatches going forward
"""

PIECES = (
    "\n-- ", "\n> ", "(1) ", "within 72 hours", " 2026年11月18日之前", "B0C7R2MX4P", "<li>", "&nbsp;", "6.3% ",
    "41 of 650 orders", "late shipment rate", "From: a@amazon.com\n", "On 3 Nov 2026, Amazon wrote:\n",
    "请提供：\n", "root cause: ", "30 Feb 2026", "Date: 31 December 9999\n", "Sent: 1 January 0001\n", "0 Feb 0000",
    "Account Health Rating is 96", "SKU ", "Please provide:\n",
)  # fmt: skip

pasted = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(PIECES),
    ),
    max_size=40,
).map("".join)  # fmt: skip


def places(read: NoticeReading) -> Iterator[Read[object]]:
    """Yield every value that was read, but one that follows from the enforcement and has no words."""
    for one in read.candidates:
        yield from one.because
    yield from (*read.asins, *read.order_ids, *read.other_ids, *read.figures, *read.requested, *read.questions)
    yield from read.wanting
    yield from (one for one in (read.marketplace, read.received, read.deadline) if one)
    if read.level and read.level.end:
        yield read.level


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(pasted)
def test_any_text_is_read_and_every_place_lies_in_it(text: str) -> None:
    for one in places(read_notice(text, knowledge())):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip()


def test_a_notice_gives_its_enforcement_stage_level_store_and_time() -> None:
    read = read_notice(LATE, knowledge())
    assert read.enforcement == "late-shipment-rate"
    assert (read.stage, read.level and read.level.value) == ("first", "offer")
    assert read.marketplace
    assert read.marketplace.value == "UK"
    assert read.deadline
    assert read.deadline.value.words == "within 72 hours"
    assert [one.value for one in read.requested] == ["plan-of-action"]


def test_what_told_the_enforcement_stands_in_the_text() -> None:
    first = read_notice(LATE, knowledge()).candidates[0]
    assert {LATE[one.start : one.end].lower() for one in first.because} >= {"late dispatch rate"}


def test_a_letter_that_names_no_violation_has_no_enforcement() -> None:
    text = "Thank you for submitting your appeal. We received it but do not have enough information to reactivate it."
    read = read_notice(text, knowledge())
    assert read.enforcement is None
    assert read.stage == "rejected"


def test_an_enforcement_none_of_ours_covers_is_another_one_and_asked_about() -> None:
    read = read_notice("Your account has been deactivated because its licence fee was not agreed.", knowledge())
    assert read.candidates[0].enforcement == "other"
    assert read.enforcement is None


def test_news_that_names_a_rate_is_no_notice() -> None:
    text = "News from Seller Central. We are updating the late shipment rate policy. No action is required. Read more."
    read = read_notice(text, knowledge())
    assert (read.mail, read.candidates, read.stage) == ("news", (), "none")


def test_an_empty_text_gives_nothing() -> None:
    assert read_notice("", knowledge()).candidates == ()


HOSTILE = {
    "digits": "1" * LONGEST,
    "short numbers": "1 " * (LONGEST // 2),
    "spaces": " " * LONGEST,
    "line ends": "\n" * LONGEST,
    "within": "within " * (LONGEST // 7),
    "periods": "within 72 hours " * (LONGEST // 16),
    "brackets": "(" * LONGEST,
    "points": "-- " * (LONGEST // 3),
    "numbered": "(1) a " * (LONGEST // 6),
    "tags": "<" * LONGEST,
    "list items": "<li>" * (LONGEST // 4),
    "rates": "late shipment rate " * (LONGEST // 19),
    "rates of stores": "late shipment rate 5% Amazon.de Amazon.fr " * (LONGEST // 39),
    "two rates": "late shipment rate, order defect rate " * (LONGEST // 38),
    "percents": "late shipment rate " + "4% " * (LONGEST // 3),
    "days": "2026年1月1日 " * (LONGEST // 10),
    "quotes": "> " * (LONGEST // 2),
    "words": "a " * (LONGEST // 2),
    "capitals": "B0" * (LONGEST // 2),
    "heads": "From: x\n" * (LONGEST // 8),
    "strokes": "please: " + "a / " * (LONGEST // 4),
    "slashes": "1/" * (LONGEST // 2),
    "owners": "rights owner " * (LONGEST // 13),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_read_in_time(name: str, within: Callable[[float, Callable[[], object]], None]) -> None:
    within(8, lambda: read_notice(HOSTILE[name], knowledge()))
