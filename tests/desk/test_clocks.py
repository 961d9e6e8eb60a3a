"""All clocks of a case, in one list and as a calendar that says no more than whose case it is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from poa_app.desk import clocks
from poa_app.desk.clocks import CaseClock, case_clocks
from poa_app.errors import InputError
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from tests.each import for_each

NOW = datetime(2026, 12, 1, 6, 0, tzinfo=UTC)
SECRET = "our warehouse burnt down"


def _case(level: str | None = "account", slug: str = "inauthentic-account", **more: Any) -> Case:
    return Case.model_validate(
        {
            "client": {"store": "Alder Example Goods", "legal_name": SECRET},
            "violations": [{"id": "viola1", "enforcement": slug, "level": level}],
            "marketplaces": ["US"],
            "fulfilment": "amazon",
            "notice": {"received": "2026-11-30", "received_time": "09:15", "text": SECRET},
            "deadline": {"words": "within 72 hours"},
            "scope": SECRET,
            "exhibits": [
                {"id": "exhib1", "kind": "invoices", "title": SECRET, "date": "2025-12-17", "file": "secret.pdf"},
                {"id": "exhib2", "kind": "invoices", "date": "2025-11-20"},
                {"id": "exhib3", "kind": "log", "date": "2025-12-17"},
            ],
            "letter_date": "2026-12-03",
        }
        | more
    )


def _named(case: Case, now: datetime = NOW) -> dict[str, CaseClock]:
    return {one.name.en: one for one in case_clocks(case, now)}


def test_every_clock_of_a_case_is_in_one_list() -> None:
    found = case_clocks(_case(), NOW)
    assert [(one.name.en, one.day, one.state) for one in found] == [
        ("Answer due", date(2026, 12, 3), "runs"),
        ("Money may be asked for", date(2027, 2, 28), "runs"),
        ("FBA stock may be destroyed", date(2027, 2, 28), "runs"),
        ("Exhibit B ages out", date(2026, 11, 20), "over"),
        ("Exhibit A ages out", date(2026, 12, 17), "near"),
    ]
    assert [one.at is not None for one in found] == [True, False, False, False, False]


def test_each_clock_names_who_says_so() -> None:
    for one in case_clocks(_case(), NOW):
        assert knowledge().sources[one.words.source].grade in ("A", "J")
        assert one.words.en
        assert one.words.zh
    assert knowledge().sources[knowledge().clocks["money"].words.source].grade == "A"


def test_an_invoice_is_told_forward_from_the_day_of_sending() -> None:
    line = _named(_case())["Exhibit A ages out"].line
    assert line
    assert line.en == (
        "351 days old on 3 December 2026, the day of sending; its 365 days end on 17 December 2026."
    )  # fmt: skip
    assert "2026年12月3日 已开具 351 天" in line.zh


@for_each(("level", "slug", "runs"), [
    ("account", "late-shipment-rate", True),
    ("listing", "inauthentic-complaint", False),
    (None, "inauthentic-account", True),
    (None, "inauthentic-complaint", False),
    (None, "nothing-known", False),
])  # fmt: skip
def test_money_is_held_where_the_account_is_deactivated(level: str | None, slug: str, runs: bool) -> None:
    assert ("Money may be asked for" in _named(_case(level, slug))) is runs


@for_each(("channel", "runs"), [("amazon", True), ("both", True), ("seller", False), (None, False)])
def test_stock_is_at_risk_only_where_amazon_holds_any(channel: str | None, runs: bool) -> None:
    assert ("FBA stock may be destroyed" in _named(_case(fulfilment=channel))) is runs


@pytest.mark.parametrize("received", [None, "03/04/2026", "9999-12-31"])
def test_without_one_day_of_arrival_nothing_is_counted_from_it(received: str | None) -> None:
    assert "Money may be asked for" not in _named(_case(notice={"received": received}))


@pytest.mark.parametrize(
    ("hours", "state"), [(-25, "runs"), (-23, "near"), (1, "over")]
)  # fmt: skip
def test_the_answer_comes_near_a_day_before(hours: int, state: str) -> None:
    due = _named(_case())["Answer due"].at
    assert due
    assert _named(_case(), due + timedelta(hours=hours))["Answer due"].state == state


def test_the_clock_of_one_paper() -> None:
    one = clocks.invoice_age(_case(), "exhib1", NOW.date())
    assert one
    assert one.exhibit == "exhib1"
    assert clocks.invoice_age(_case(), "exhib3", NOW.date()) is None


# The calendar


def _events(case: Case, identity: str = "id", now: datetime = NOW, language: str = "en") -> list[Any]:
    return list(Calendar.from_ical(clocks.calendar(case, identity, now, language)).walk("VEVENT"))


def test_a_calendar_holds_each_clock_with_its_reminders() -> None:
    events = _events(_case())
    titles = [str(one["summary"]) for one in events]
    assert [title.split(": ")[0] for title in titles] == list(_named(_case()))
    assert all(title.split(": ")[1].startswith("Alder Example Goods · ") for title in titles)
    due = events[0]
    assert due["dtstart"].params["TZID"] == "America/Los_Angeles"
    assert due.decoded("dtstart").isoformat() == "2026-12-03T09:15:00-08:00"
    assert [one.decoded("trigger") for one in due.walk("VALARM")] == [-timedelta(hours=24), -timedelta(hours=4)]
    assert (events[1].decoded("dtstart"), events[1].decoded("dtend")) == (date(2027, 2, 28), date(2027, 3, 1))


def test_a_calendar_says_nothing_of_the_case_but_its_short_name() -> None:
    content = clocks.calendar(_case(), "id", NOW, "en").decode().replace("\r\n ", "")
    assert "Alder Example Goods" in content
    assert SECRET not in content
    assert "secret.pdf" not in content
    assert "72 hours" not in content


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_same_case_on_the_same_day_gives_the_same_bytes(language: str) -> None:
    later = NOW + timedelta(hours=3)
    assert clocks.calendar(_case(), "id", NOW, language) == clocks.calendar(_case(), "id", later, language)


def test_a_clock_that_moves_keeps_its_name_so_that_a_calendar_moves_it() -> None:
    one, other = _events(_case()), _events(_case(deadline={"words": "within 7 days"}))
    assert [event["uid"] for event in one] == [event["uid"] for event in other]
    assert one[0].decoded("dtstart") != other[0].decoded("dtstart")
    assert len({event["uid"] for event in one}) == len(one)


def test_two_cases_never_share_an_entry() -> None:
    other = _case()
    other = other.model_copy(update={"violations": (other.violations[0].model_copy(update={"id": "viola2"}),)})
    assert {one["uid"] for one in _events(_case(), "")} & {one["uid"] for one in _events(other, "")} == set()
    assert {one["uid"] for one in _events(_case(), "a")} & {one["uid"] for one in _events(_case(), "b")} == set()


def test_a_calendar_tells_summer_times_around_its_moments_only() -> None:
    old = {"id": "exhib4", "kind": "invoices", "date": "1975-06-30"}
    case = _case(exhibits=[old])
    assert "Exhibit A ages out" in _named(case)
    calendars = (Calendar.from_ical(clocks.calendar(one, "id", NOW, "en")) for one in (case, _case()))
    (zone,), (same,) = (calendar.walk("VTIMEZONE") for calendar in calendars)
    assert zone.to_ical() == same.to_ical()
    assert zone.to_ical().count(b"1975") == 0
    assert {one["tzname"] for one in zone.walk("DAYLIGHT") + zone.walk("STANDARD")} == {"PDT", "PST"}


def test_a_case_without_a_clock_gives_no_calendar() -> None:
    with pytest.raises(InputError, match="no clock runs"):
        clocks.calendar(Case(), "id", NOW, "en")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_case_without_a_name_is_still_called_something(language: str) -> None:
    assert clocks.short_name(Case(), language) == "POA"
    assert clocks.short_name(Case.model_validate({"client": {"store": "A\nB"}}), language) == "A B"


# As text, and for scripts


def test_the_clocks_are_told_in_lines() -> None:
    english, chinese = (clocks.told(_case(), NOW, language) for language in ("en", "zh"))
    assert english[0].startswith("Answer due: 3 December 2026 09:15 Pacific time")
    assert chinese[0].startswith("答复截止：2026年12月3日 09:15 太平洋时间")
    assert len(english) == len(chinese) == 5


def test_what_cannot_be_read_or_does_not_run_is_told() -> None:
    assert clocks.told(Case(), NOW, "en") == ("No clock runs in this case.",)
    unread = Case.model_validate({"deadline": {"due": "soon"}})
    assert clocks.told(unread, NOW, "zh") == ("期限无法识别，无法倒计时。",)
    assert clocks.contract(unread, NOW) == {"unread": True, "clocks": []}


def test_scripts_are_given_every_clock_whole() -> None:
    (answer, *_) = clocks.contract(_case(), NOW)["clocks"]
    assert answer == {
        "kind": "answer", "name": {"en": "Answer due", "zh": "答复截止"}, "day": "2026-12-03",
        "at": "2026-12-03T09:15:00-08:00", "zone": "America/Los_Angeles", "state": "runs", "assumed": [],
        "latest": None, "exhibit": None, "line": None, "words": answer["words"], "source": "design", "grade": "J",
    }  # fmt: skip


@pytest.mark.slow
@settings(deadline=None, max_examples=60, derandomize=True)
@given(st.text(max_size=60), st.text(max_size=30), st.dates(), st.text(max_size=20))
def test_nothing_typed_stops_the_list_or_the_calendar(store: str, words: str, day: date, zone: str) -> None:
    case = _case(
        client={"store": store}, deadline={"words": words, "due": day, "zone": zone}, letter_date=day,
        notice={"received": day, "zone": zone},
    )  # fmt: skip
    if case_clocks(case, NOW):
        for event in _events(case, language="zh"):
            assert "\n" not in str(event["summary"])
