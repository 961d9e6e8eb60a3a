"""What a result tells as not finished is taken apart from what is, whole and without a word of its own."""

from __future__ import annotations

from poa_app.phrases.unfinished import unfinished
from tests.each import for_each


@for_each(
    ("said", "done", "left"),
    [
        (
            "240 bags arrived on November 22, 148 bags still on the way.",
            "240 bags arrived on November 22",
            "148 bags are still on the way",
        ),
        (
            "Open are still 3 credit notes; we wait for the number of the buyer",
            "",
            "3 credit notes; we are waiting for the number of the buyer",
        ),
        (
            "20 buyers were refunded. The refund of order 3 is still pending",
            "20 buyers were refunded",
            "The refund of order 3 is still pending",
        ),
        ("10 buyers confirmed; 2 have not replied so far", "10 buyers confirmed", "2 buyers have not replied so far"),
        (
            "212 units came back on 14 November, 128 still on the way",
            "212 units came back on 14 November",
            "128 units are still on the way",
        ),
        (
            "Nora decides by 11 December what happens to them. Past whisk buyers not contacted yet",
            "Nora decides by 11 December what happens to them",
            "Past whisk buyers not contacted yet",
        ),
        ("9 parcels arrived, but 1 is still in transit", "9 parcels arrived", "1 parcel is still in transit"),
        (
            "The offers are open again, 2 claims still open with the carrier",
            "The offers are open again",
            "2 claims are still open with the carrier",
        ),
    ],
)
def test_what_is_open_stands_by_itself(said: str, done: str, left: str) -> None:
    found = unfinished(said)
    assert found is not None
    assert (found.done, found.left) == (done, left)


@for_each(
    "said",
    [
        "Amazon answered, 2 of 3 done. The third is still open",
        "2 relisted. 1 waits for Amazon approval",
    ],
)
def test_what_would_mean_nothing_alone_is_told_with_all_of_its_result(said: str) -> None:
    found = unfinished(said)
    assert found is not None
    assert (found.done, found.left) == ("", said)


@for_each(
    "said",
    [
        "All 9 buyers were refunded.",
        "No order was open",
        "The rest is still open",
        "They are still pending",
        "3 offers were still open on that day",
        "the box stays open until the seal is on",
        "All boxes were opened; we still have the papers",
        "The lot is still in quarantine since 5 May",
        "the lot is still at the warehouse under seal since 5 May",
        "2 lamps are still in the office as samples",
        "64 units arrived. The lot is still locked in our storage since November 19",
        "The error has not returned since 5 May",
        "The problem has not come back",
        "We have not received any new complaint since 12 November",
        "we have not received complaints since",
        "all offers are open again",
        "The returns room is open every day",
        "we are still with the same supplier",
        "the test is still running without error",
        "The page is still not showing the old picture",
        "it is not yet late",
    ],
)
def test_what_is_done_or_means_nothing_away_from_its_deed_stays_there(said: str) -> None:
    assert unfinished(said) is None


@for_each(
    ("said", "deed", "left"),
    [
        ("8 delivered by 12 November, 1 is still with the courier", "shipped the 9 overdue orders", "1 order is still"),
        ("30 refunded, 12 still pending", "wrote to all 42 buyers", "12 buyers are still pending"),
    ],
)  # fmt: skip
def test_what_only_counts_is_told_with_the_thing_that_its_deed_counts(said: str, deed: str, left: str) -> None:
    found = unfinished(said, deed)
    assert found is not None
    assert found.left.startswith(left)
    assert found.done == said.partition(",")[0]


def test_a_count_that_does_not_add_up_is_told_with_all_of_its_result() -> None:
    said = "8 delivered by 12 November, 3 are still with the courier"
    found = unfinished(said, "shipped the 9 overdue orders")
    assert found is not None
    assert (found.done, found.left) == ("", said)
