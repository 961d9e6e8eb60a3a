"""A fact of the fields may be written in another form without a finding; one that differs is still found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from poa_app.model.case import Case
from poa_app.model.finding import Finding

Changed = Callable[..., Case]
Found = Callable[..., Sequence[Finding]]

REFUNDED = "/corrective_actions/carefd/passage"
INBOX = "/preventive_measures/pmmesg/passage"
TRACKED = "/corrective_actions/catrck/passage"


def _at(found: Sequence[Finding], path: str) -> list[tuple[str, str | None]]:
    return [(finding.rule, finding.quote) for finding in found if finding.path == path]


def test_a_no_break_space_is_a_space(changed: Changed, found: Found) -> None:
    assert _at(found(changed("09")), REFUNDED) == []


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u2007", "\u3000", "\t"])
def test_every_space_is_a_space(space: str, changed: Changed, found: Found) -> None:
    text = changed("09").corrective_actions[0].passage.replace("\u00a0", " ").replace("\u202f", " ")
    spaced = text.replace("10 November", f"10{space}November").replace("Exhibit F", f"Exhibit{space}F")
    assert _at(_passages(found(changed("09", set={REFUNDED: spaced}))), REFUNDED) == []


def _passages(found: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.rule.startswith("passages.")]


def test_times_agree_however_they_are_written(changed: Changed, found: Found) -> None:
    assert _at(found(changed("13")), INBOX) == []


@pytest.mark.parametrize(
    ("nine", "three"),
    [("9:00 a.m.", "3:00 p.m."), ("9:00AM", "3PM"), ("9 AM", "15:00"), ("09:00", "3 pm"), ("9:00 am", "15h"),
     ("09:00", "15:00"), ("9.00 am", "3.00 pm"), ("9 o'clock", "3 o'clock in the afternoon"), ("0900h", "1500 hrs")],
)  # fmt: skip
def test_more_ways_of_writing_a_time(nine: str, three: str, changed: Changed, found: Found) -> None:
    text = changed("13").preventive_measures[1].passage.replace("9 am", nine).replace("3 p.m.", three)
    assert _at(found(changed("13", set={INBOX: text})), INBOX) == []


@pytest.mark.parametrize(
    ("right", "wrong"), [("9 am", "9 pm"), ("3 p.m.", "3 a.m."), ("9 am", "noon"), ("9 am", "10 am")]
)
def test_another_time_is_found(right: str, wrong: str, changed: Changed, found: Found) -> None:
    text = changed("13").preventive_measures[1].passage.replace(right, wrong)
    rules = {rule for rule, _ in _at(found(changed("13", set={INBOX: text})), INBOX)}
    assert "passages.time-differs" in rules


def test_numbers_inside_names_are_no_counts(changed: Changed, found: Found) -> None:
    at = [finding for finding in found(changed("14")) if finding.path == TRACKED]
    assert {finding.severity for finding in at} <= {"consider"}
    assert "KT-2231-B" not in {finding.quote for finding in at}


@pytest.mark.parametrize(
    "words",
    ["SKU KT-9931-C", "FNSKU X001ABCDEF", "tracking number 1Z999AA10123456784", "parcel 9400 1000 2000 3000",
     "phone +86 755 5550 0199", "Tel. 0755-5550-0199", "ISO 9001", "EN 71", "version 2.1", "sheet 2.1", "form 7.3",
     "invoice no. 4471", "No. 12", "since 2021", "in 2025", "$412.60", "€1,412", "GBP 96", "96 euros", "US$5",
     "model KX-200", "case ID 12345678901", "lot number 77", "24/7", "INV-2026-1109", "kt-2231-b", "PO #4471"],
)  # fmt: skip
def test_more_numbers_that_count_nothing(words: str, changed: Changed, found: Found) -> None:
    text = changed("14").corrective_actions[2].passage.partition(" SKU")[0] + f" The record names {words}."
    at = [finding for finding in found(changed("14", set={TRACKED: text})) if finding.path == TRACKED]
    assert {finding.severity for finding in at if finding.family not in ("link", "prohibited")} <= {"consider"}


@pytest.mark.parametrize("words", ["12 buyers", "2026 orders", "12 of 47", "twelve parcels", "5 more", "4,100 units"])
def test_a_count_of_its_own_is_still_found(words: str, changed: Changed, found: Found) -> None:
    text = changed("14").corrective_actions[2].passage.partition(" SKU")[0] + f" It concerned {words}."
    assert "passages.number-differs" in {rule for rule, _ in _at(found(changed("14", set={TRACKED: text})), TRACKED)}


def test_the_name_of_a_product_may_be_repeated_with_its_numbers(changed: Changed, found: Found) -> None:
    text = changed("14").corrective_actions[2].passage.partition(" SKU")[0] + " It concerned the Brookfern Timer 60."
    case = changed("14", set={TRACKED: text, "/products/timer1/name": "Brookfern Timer 60"})
    assert _at(found(case), TRACKED) == []


def test_an_order_of_the_case_may_be_named(changed: Changed, found: Found) -> None:
    order = "026-7310161-0000023"
    text = changed("14").corrective_actions[2].passage.partition(" SKU")[0] + f" Order {order} was sent again."
    case = changed("14", set={TRACKED: text}, add={"/identifiers": [{"id": "ordnew", "kind": "order", "value": order}]})
    assert _at(found(case), TRACKED) == []
    assert ("passages.identifier-differs", order) in _at(found(changed("14", set={TRACKED: text})), TRACKED)


def test_an_ampersand_joins_exhibits(changed: Changed, found: Found) -> None:
    assert _at(found(changed("16")), REFUNDED) == [("passages.exhibit-differs", "G")]


@pytest.mark.parametrize(
    ("said", "differs"),
    [("Exhibit F", []), ("EXHIBIT F", []), ("Ex. F", []), ("Exh. F", []), ("Exhibits E-F", ["E"]),
     ("Exhibits E–F", ["E"]), ("Exhibit E through F", ["E"]), ("Exhibits F/G", ["G"]), ("Exhibits F, & G", ["G"]),
     ("EXHIBITS F AND G", ["G"]), ("Exhibits D to G", ["D", "D to G", "G"])],
)  # fmt: skip
def test_more_ways_of_naming_exhibits(said: str, differs: list[str], changed: Changed, found: Found) -> None:
    text = changed("16").corrective_actions[0].passage.replace("Exhibits F & G", said)
    at = _at(found(changed("16", set={REFUNDED: text})), REFUNDED)
    assert [quote for rule, quote in at if rule == "passages.exhibit-differs"] == differs
    assert "passages.exhibit-lost" not in {rule for rule, _ in at}


@pytest.mark.parametrize("said", ["causes 1.1 to 1.4", "causes 1.1–1.4", "Causes 1.1, 1.2, 1.3 & 1.4"])
def test_a_range_of_causes_names_those_between(said: str, changed: Changed, found: Found) -> None:
    text = changed("16").corrective_actions[0].passage.replace("causes 1.1, 1.2, 1.3 and 1.4", said)
    text = text.replace("Exhibits F & G", "Exhibit F")
    assert _at(found(changed("16", set={REFUNDED: text})), REFUNDED) == []


def test_a_range_of_causes_that_ends_too_soon_is_found(changed: Changed, found: Found) -> None:
    text = changed("16").corrective_actions[0].passage.replace("causes 1.1, 1.2, 1.3 and 1.4", "causes 1.1 to 1.3")
    assert ("passages.cause-lost", "1.4") in _at(found(changed("16", set={REFUNDED: text})), REFUNDED)


def test_a_date_in_numbers_is_asked_about_once(changed: Changed, found: Found) -> None:
    assert _at(found(changed("18")), REFUNDED) == [("dates.numeric", "10/11/2026")]


@pytest.mark.parametrize("said", ["10.11.2026", "2026/11/10", "10-11-2026", "11/10/2026"])
def test_more_dates_in_numbers(said: str, changed: Changed, found: Found) -> None:
    text = changed("18").corrective_actions[0].passage.replace("10/11/2026", said)
    assert _at(found(changed("18", set={REFUNDED: text})), REFUNDED) == [("dates.numeric", said)]


def test_a_date_in_numbers_that_cannot_agree_is_found(changed: Changed, found: Found) -> None:
    text = changed("18").corrective_actions[0].passage.replace("10/11/2026", "24/12/2026")
    rules = [rule for rule, _ in _at(found(changed("18", set={REFUNDED: text})), REFUNDED)]
    assert "passages.date-differs" in rules


@pytest.mark.parametrize(
    "said",
    ["NOVEMBER 10", "Nov. 10th", "the 10th of November", "10-Nov-2026", "10 november 2026", "10 November, 2026",
     "November the 10th", "10th November"],
)  # fmt: skip
def test_more_ways_of_writing_a_date(said: str, changed: Changed, found: Found) -> None:
    text = changed("18").corrective_actions[0].passage.replace("10/11/2026", said)
    capital = [("grammar.capitals", "november")] if "november" in said else []
    assert _at(found(changed("18", set={REFUNDED: text})), REFUNDED) == capital
