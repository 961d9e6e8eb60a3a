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
        "10 buyers confirmed; 2 have not replied so far",
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
    ],
)
def test_what_is_done_or_means_nothing_away_from_its_deed_stays_there(said: str) -> None:
    assert unfinished(said) is None
