"""Earlier appeals and Amazon's answers are told first, taken once, and land where they belong."""

from __future__ import annotations

from datetime import date

from poa_app import desk
from poa_app.desk.notice_facts import facts
from poa_app.desk.notice_readings import reading
from poa_app.desk.notices import GivenFile, begin, opened, take_text
from poa_app.desk.second_letters import pasted, proposed_kind, take, take_files, told, wanting_in
from poa_app.model.case import Case
from poa_app.model.facts import Deadline, EarlierAppeal
from poa_app.model.paths import edit
from tests.each import for_each
from tests.notice.letters import ANSWER, APPEAL, MAIL, NOTICE

FILES = {"notice.txt": NOTICE, "our-appeal.txt": APPEAL, "answer.txt": ANSWER, "payment.txt": MAIL}
MORE = """Hello,

Thank you for your appeal. We need more information. Please send:
-- Invoices of the last 365 days from your supplier.
-- Which courier do you use now?
"""


def _files() -> tuple[GivenFile, ...]:
    return tuple(opened(text.encode(), name) for name, text in FILES.items())


def test_each_file_is_told_for_what_it_is() -> None:
    kinds = [proposed_kind(file) for file in _files()]
    assert kinds == ["notice", "appeal", "answer", "left-out"]


def test_all_files_are_taken_whatever_their_order() -> None:
    files = tuple((file, proposed_kind(file)) for file in reversed(_files()))
    case = take_files(begin(), files)
    assert case.notice.text == NOTICE.strip()
    (row,) = case.earlier_appeals
    assert (row.text, row.sent) == (APPEAL.strip(), date(2026, 11, 11))
    assert (row.answer, row.wanting) == (ANSWER.strip(), ("root-causes", "preventive-measures"))
    assert case.violations[0].stage == "rejected"


def test_what_was_pasted_below_the_notice_is_told_until_it_is_taken() -> None:
    case = take_text(begin(), f"{NOTICE}\n{APPEAL}\n{ANSWER}")
    letters = pasted(case)
    assert [one.kind for one in letters] == ["appeal", "answer"]
    for letter in letters:
        case = take(case, letter)
    assert pasted(case) == ()
    assert len(case.earlier_appeals) == 1
    assert case.notice.text == f"{NOTICE}\n{APPEAL}\n{ANSWER}"


def test_the_same_letter_is_not_taken_twice() -> None:
    (answer,) = (told("answer", ANSWER),)
    assert answer
    case = take(take(begin(), answer), answer)
    assert len(case.earlier_appeals) == 1


def test_an_answer_goes_to_the_appeal_that_waits_for_one() -> None:
    rows = (EarlierAppeal(id="earli1", text="one", answer="no"), EarlierAppeal(id="earli2", text="two"))
    answer = told("answer", ANSWER)
    assert answer
    case = take(edit(begin(), "/earlier_appeals", rows), answer)
    assert [row.answer for row in case.earlier_appeals] == ["no", ANSWER]


LATER = ANSWER.replace("Please send:", "Please send, within 3 days of this message:")


def test_the_newest_answer_sets_the_deadline_from_the_minute_it_came() -> None:
    case = edit(edit(begin(), "/notice/received", date(2026, 11, 9)), "/deadline/words", "within 72 hours")
    stamped = LATER.replace("November 14, 2026", "Date: Sat, 14 Nov 2026 22:05:00 -0800")
    by_day, by_minute = told("answer", LATER), told("answer", stamped)
    assert by_day
    assert by_minute
    assert take(case, by_day).deadline == Deadline(due=date(2026, 11, 17))
    assert take(case, by_minute).deadline == Deadline(due=date(2026, 11, 17), time="22:05", zone="UTC-8")
    assert take(case, by_minute).notice.received == date(2026, 11, 9)


def test_an_answer_without_a_deadline_or_older_than_the_notice_leaves_the_one_that_is_there() -> None:
    case = edit(edit(begin(), "/notice/received", date(2026, 11, 15)), "/deadline/words", "within 72 hours")
    for text in (ANSWER, LATER):
        answer = told("answer", text)
        assert answer
        assert take(case, answer).deadline == case.deadline


def test_what_was_read_in_the_notice_does_not_bring_back_its_own_deadline() -> None:
    case = take_text(begin(), f"{NOTICE}\n{LATER}")
    for letter in pasted(case):
        case = take(case, letter)
    read = reading(case)
    assert read
    offered = {fact.path for fact in facts(case, read)}
    assert case.deadline.due == date(2026, 11, 17)
    assert not {path for path in offered if path.startswith("/deadline")}


def test_further_questions_become_points_to_answer() -> None:
    letter = told("answer", MORE)
    assert letter
    case = take(begin(), letter)
    asked = [(one.section, one.words) for one in case.notice.requests]
    assert ("documents", "Invoices of the last 365 days from your supplier.") in asked
    assert ("other", "Which courier do you use now?") in asked


@for_each("answer", [None, "", "  ", "Hello."])
def test_an_answer_that_names_nothing_finds_nothing_wanting(answer: str | None) -> None:
    assert wanting_in(answer) == ()


def test_a_confirmed_refusal_becomes_findings_at_the_rows(late_shipment: Case, today: date) -> None:
    letter = told("answer", ANSWER)
    assert letter
    path = f"/root_causes/{late_shipment.root_causes[0].id}"
    case = edit(edit(late_shipment, f"{path}/explains", None), f"{path}/passage", None)
    rules = {(one.rule, one.path) for one in desk.check_case(take(case, letter), today)}
    assert ("refusals.thin", path) in rules
