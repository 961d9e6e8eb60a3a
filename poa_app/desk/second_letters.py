"""Appeals written elsewhere and Amazon's answers, pasted or given as files: told first, then taken into rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Literal, cast, get_args

from poa_app.desk.draft_import import read_draft
from poa_app.desk.notices import GivenFile, take_text
from poa_app.desk.request_sections import section_of
from poa_app.facts.allowances import allowances
from poa_app.intake.paper import looks_like_paper
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.days import day_of
from poa_app.model.facts import Deadline, EarlierAppeal, Wanting
from poa_app.model.paths import edit
from poa_app.model.row_edits import add_row, without_untouched
from poa_app.model.text import is_blank
from poa_app.model.time_parsing import time_of, zone_of
from poa_app.notice.messages import Message, kind_of, messages
from poa_app.notice.read import read_notice
from poa_app.notice.reading import NoticeReading

FileKind = Literal["notice", "appeal", "answer", "exhibit", "left-out"]
"""What a given file is taken as."""

FILE_KINDS: tuple[FileKind, ...] = get_args(FileKind)


@dataclass(frozen=True)
class SecondLetter:
    """An appeal or an answer to one, as it is told before anything is taken.

    Attributes:
        kind: which of the two.
        text: its words.
        day: on which it was sent, where it says so.
        wanting: what an answer finds wanting.
        asks: further questions and documents an answer asks for, in its words.
        deadline: by when an answer wants the next one, where it says so.
    """

    kind: Literal["appeal", "answer"]
    text: str
    day: date | None = None
    wanting: tuple[Wanting, ...] = ()
    asks: tuple[str, ...] = ()
    deadline: Deadline | None = None


def proposed_kind(file: GivenFile) -> FileKind:
    """Return what a given file most likely is."""
    if file.refusal:
        return "exhibit"
    kind = kind_of(file.text, knowledge())
    if kind in ("appeal", "answer"):
        return cast(FileKind, kind)
    if looks_like_paper(file.text):
        return "exhibit"
    return "left-out" if kind == "mail" else "notice"


def told(kind: FileKind, text: str) -> SecondLetter | None:
    """Return what an appeal or an answer says; none of anything else."""
    if kind == "appeal":
        return SecondLetter("appeal", text, _signed(text))
    return _answer(text, _read(text)) if kind == "answer" else None


def pasted(case: Case) -> tuple[SecondLetter, ...]:
    """Return the appeals and answers that stand in the text of the notice and in no row yet."""
    held = {_plain(words) for row in case.earlier_appeals for words in (row.text, row.answer) if words}
    found = (one for one in _messages(case.notice.text or "", case.marketplaces) if _plain(one.text) not in held)
    letters = (told(cast(FileKind, one.kind), one.text) for one in found if one.reading.stage != "reinstated")
    return tuple(one for one in letters if one)


def take(case: Case, letter: SecondLetter) -> Case:
    """Return the case with an appeal or an answer in its row; what is there already is not taken twice."""
    return _with_appeal(case, letter) if letter.kind == "appeal" else _with_answer(case, letter)


def take_files(case: Case, files: tuple[tuple[GivenFile, FileKind], ...]) -> Case:
    """Return the case with the texts of files, each as what it was said to be; appeals before their answers."""
    for wanted in ("notice", "appeal", "answer"):
        for file, kind in files:
            letter = told(kind, file.text) if kind == wanted else None
            if letter:
                case = take(case, letter)
            elif kind == wanted:
                case = take_text(case, file.text)
    return case


def wanting_in(answer: str | None) -> tuple[Wanting, ...]:
    """Return what an answer of Amazon finds wanting, to be confirmed."""
    return () if answer is None or is_blank(answer) else _answer(answer, _read(answer)).wanting


@lru_cache(maxsize=64)
def _read(text: str) -> NoticeReading:
    return read_notice(text, knowledge())


@lru_cache(maxsize=16)
def _messages(text: str, sites: tuple[str, ...]) -> tuple[Message, ...]:
    return messages(text, knowledge(), sites) if text.strip() else ()


def _plain(text: str) -> str:
    return " ".join(text.split())


def _signed(text: str) -> date | None:
    """Return the day a letter bears below its signature, or in its header."""
    below = (day_of(one.text) for one in reversed(read_draft(text)) if one.part == "letter_date")
    read = _read(text).received
    return next(filter(None, below), read.value if read else None)


def _answer(text: str, read: NoticeReading) -> SecondLetter:
    known = knowledge()
    asks = [one.value for one in read.asked]
    asks = [words for words in asks if section_of(words, known) in ("documents", "other")]
    if read.stage == "more-information":
        asked = [text[one.start : one.end] for one in read.requested if one.value in known.evidence]
        asks += [
            _plain(words) for words in asked if not any(_plain(words) in one or one in _plain(words) for one in asks)
        ]
    wanting = tuple(cast(Wanting, one.value) for one in read.wanting if one.value in get_args(Wanting))
    day = read.received.value if read.received else None
    return SecondLetter("answer", text, day, wanting, tuple(dict.fromkeys(asks)), _deadline(read))


def _deadline(read: NoticeReading) -> Deadline | None:
    """Return by when an answer wants the next one, counted from the minute of its arrival where it gives a time."""
    allowed = read.deadline.value if read.deadline else None
    if allowed is None or allowed.due is None or not allowed.is_certain:
        return None
    hour = time_of(read.hour.value) if read.hour else None
    zone = zone_of(read.zone.value) if read.zone else None
    if hour is None or zone is None or read.zone is None or read.received is None:
        return Deadline(due=allowed.due)
    arrived = datetime.combine(read.received.value, hour, zone)
    ends = min((one.end(arrived) for one in allowances(allowed.words)), default=None)
    if ends is None:
        return Deadline(due=allowed.due)
    return Deadline(due=ends.date(), time=f"{ends:%H:%M}", zone=read.zone.value)


def _with_appeal(case: Case, letter: SecondLetter) -> Case:
    if any(_plain(row.text or "") == _plain(letter.text) for row in case.earlier_appeals):
        return case
    case, path = _row(case, next((row for row in case.earlier_appeals if is_blank(row.text)), None))
    case = edit(case, f"{path}/text", letter.text)
    return edit(case, f"{path}/sent", letter.day) if letter.day else case


def _with_answer(case: Case, letter: SecondLetter) -> Case:
    if not any(_plain(row.answer or "") == _plain(letter.text) for row in case.earlier_appeals):
        waiting = (row for row in reversed(case.earlier_appeals) if is_blank(row.answer) and not row.wanting)
        case, path = _row(case, next(waiting, None))
        case = edit(case, f"{path}/answer", letter.text)
        case = edit(case, f"{path}/wanting", letter.wanting)
        case = edit(case, f"{path}/answered", letter.day) if letter.day else case
        case = _with_deadline(case, letter)
    stage = _read(letter.text).stage
    for violation in case.violations[:1] if stage not in ("first", "none") else ():
        case = edit(case, f"/violations/{violation.id}/stage", stage)
    known = knowledge()
    for words in letter.asks:
        if words not in {request.words for request in case.notice.requests}:
            case = without_untouched(case, "/notice/requests")
            case, _ = add_row(case, "/notice/requests", words=words, section=section_of(words, known))
    return case


def _with_deadline(case: Case, letter: SecondLetter) -> Case:
    """Return the case with the deadline of its newest answer; the time the notice gave for the first is over."""
    received = case.notice.received
    before = (received, *(row.answered for row in case.earlier_appeals))
    if not letter.deadline or not letter.day or any(isinstance(day, date) and day > letter.day for day in before):
        return case
    for name in ("due", "time", "zone", "words", "certain"):
        case = edit(case, f"/deadline/{name}", getattr(letter.deadline, name))
    return case


def _row(case: Case, held: EarlierAppeal | None) -> tuple[Case, str]:
    """Return the path of a row that stands already, or of a new one."""
    if held:
        return case, f"/earlier_appeals/{held.id}"
    return add_row(without_untouched(case, "/earlier_appeals"), "/earlier_appeals")
