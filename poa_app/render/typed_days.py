"""Days and numbers within somebody's words as a letter writes them: arrived 11/22, arrived November 22.

Only what can be read in one way is written anew; two numbers that could be either day stay as they were typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from poa_app.model.case import Case
from poa_app.model.days import days_of
from poa_app.model.facts import Request
from poa_app.model.row_edits import changed_texts
from poa_app.model.rows import ROWS_WITH_PASSAGE
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.text import LONGEST
from poa_app.phrases.typed_numbers import in_english
from poa_app.render import wording
from poa_app.render.day_order import order_told

_FIELDS = (
    "head", "what", "when", "where", "why", "unnoticed", "unit", "how", "result", "frequency", "trigger", "response",
    "record", "review_target", "note", "title", "shows",
)  # fmt: skip
"""The fields of a row in which people tell days and numbers."""
_ROWS = (*ROWS_WITH_PASSAGE, "open_points", "metrics", "exhibits")

_LEADS = r"on|since|from|until|till|by|before|after|between|dated"
_TO = r"\s?(?:-|–|~|\bto\b|\buntil\b|\btill\b)\s?"
_PAIR = r"\d{1,2}/\d{1,2}"
_SLASHED = re.compile(
    rf"(?<![\w./-])(?!24/[57]\b)(?P<one>{_PAIR})(?:(?P<to>{_TO})(?P<two>{_PAIR}))?(?![\w/%-]|\.\d|\s%)", re.ASCII
)
_POINTED = r"\d{1,2}\.\s?\d{1,2}\."
_DOTTED = re.compile(
    rf"(?<![\w./-])(?:(?P<one>{_POINTED})(?P<to>{_TO})(?P<two>{_POINTED})|(?P<day>{_POINTED}))(?!\w)", re.ASCII
)
"""Days as German writers type them, each number with its stop: 24.11."""
_UNSTOPPED = re.compile(
    r"(?P<lead>\b(?:on|since|until|till|dated|mail|signed|confirmed)\s)"
    r"(?P<day>\d{1,2})\.(?P<month>0[1-9]|1[0-2])(?![\w%\u20ac$]|\.\d"
    r"|[ ]?(?:%|percent|EUR|USD|PLN|euros?|kg|g|cm|mm|m|h|hours|points?|stars?)\b)",
    re.IGNORECASE,
)
"""The same without the second stop, behind a word that leads a day: on 17.11 they answered."""
_WHOLE = re.compile(
    r"(?<![\w./-])(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([/.-])\d{1,2}\2\d{4})(?![\w/-]|\.\d)", re.ASCII
)
_LED = re.compile(rf"\b(?:{_LEADS})\s\Z", re.IGNORECASE)
_RELEASE = re.compile(r"\b(?:version|release|firmware|software|v|section|clause|article|paragraph)\b", re.IGNORECASE)
"""What has numbers that look like days: version 7.2."""
_SHARE = re.compile(
    r"\b(?:scor\w+|pass(?:ed|es|ing)?|rat(?:e|es|ed|ings?)|grade\w*|result\w*|points?|right|correct)\b[^.;]{0,20}\Z",
    re.IGNORECASE,
)
_PARTS_OF = re.compile(
    r"\s(?!(?:said|were|was|is|are|and|or|to)\b)(?:of\b|[a-z]+s\b|inch|passed|failed|right|correct|done|ok|arrived"
    r"|confirmed|replied|answered|found)"
)
"""What follows a share and no day: 9/12 of the cartons, 9/12 cartons."""
_MONTHS = 12
_DIGIT = re.compile(r"\d")


def as_written(case: Case, dates: wording.Dates) -> Case:
    """Return a case whose own words have their days and numbers as its letter writes them.

    Args:
        case: as typed.
        dates: whether the letter's readers write the month first.
    """
    texts = list(_texts(case))
    if not any(map(_holds_digit, texts)):
        return case
    order = _order(case, texts, dates)
    changed: dict[str, Any] = {
        name: told
        for name in ("opening", "closing")
        if (typed := getattr(case, name)) and (told := _told(typed, order, dates)) != typed
    }
    for name in _ROWS:
        held = getattr(case, name)
        rows = tuple(_row(row, order, dates) for row in held)
        if any(one is not other for one, other in zip(rows, held, strict=True)):
            changed[name] = rows
    requests = tuple(_request(one, order, dates) for one in case.notice.requests)
    if any(one is not other for one, other in zip(requests, case.notice.requests, strict=True)):
        changed["notice"] = case.notice.model_copy(update={"requests": requests})
    return case.model_copy(update=changed) if changed else case


def _request(asked: Request, order: wording.Dates | None, dates: wording.Dates) -> Request:
    """Return a request whose answer has its days as the letter writes them; Amazon's own words stay."""
    told = _told(asked.answer, order, dates) if asked.answer else asked.answer
    return asked if told == asked.answer else asked.model_copy(update={"answer": told})


def _holds_digit(text: str) -> bool:
    return bool(_DIGIT.search(text))


def _texts(case: Case) -> Iterable[str]:
    answers = (request.answer for request in case.notice.requests)
    yield from (text for text in (case.opening, case.closing, *answers) if text)
    for name in _ROWS:
        for row in getattr(case, name):
            held = vars(row)
            for field in _FIELDS:
                value = held.get(field)
                yield from (text for text in (value if isinstance(value, tuple) else (value,)) if text)


@lru_cache(maxsize=1_024)  # an edit of a case changes one row of it
def _row(row: Any, order: wording.Dates | None, dates: wording.Dates) -> Any:
    changed = changed_texts(row, _FIELDS, lambda text: _told(text, order, dates))
    return row.model_copy(update=changed) if changed else row


def _order(case: Case, texts: list[str], dates: wording.Dates) -> wording.Dates | None:
    """Return in which order a case's own days stand where both are possible; none where that is not certain.

    What the writer did elsewhere in the case tells it; else who writes for readers with the month first does so, too. A
    shop of Europe may be written for by people of either habit, so that only the case's own dates tell it.
    """
    seen: set[wording.Dates] = set()
    for text in (one for one in texts if "/" in one and len(one) <= LONGEST):
        for found in _SLASHED.finditer(text):
            for pair in filter(None, (found["one"], found["two"])):
                first, second = map(int, pair.split("/"))
                if first > _MONTHS >= second:
                    seen.add("day-first")
                elif second > _MONTHS >= first and not _is_share(text, found):
                    seen.add("month-first")
    if len(seen) == 1:
        return seen.pop()
    if seen:
        return None
    return "month-first" if dates == "month-first" else order_told(case, _FIELDS)


@lru_cache(maxsize=4_096)  # an edit changes one text of some hundred
def _told(text: str, order: wording.Dates | None, dates: wording.Dates) -> str:
    if len(text) > LONGEST or not _holds_digit(text):
        return text
    said = _WHOLE.sub(lambda found: _whole(found[0], order, dates), text)
    said = _SLASHED.sub(lambda found: _slashed(found, order, dates), said)
    said = _DOTTED.sub(lambda found: _dotted(found, dates), said)
    said = _UNSTOPPED.sub(lambda found: _unstopped(found, dates), said) if dates == "day-first" else said
    return in_english(said)


def _whole(typed: str, order: wording.Dates | None, dates: wording.Dates) -> str:
    days = days_of(typed).all
    by_order = order or ("day-first" if "." in typed else None)
    if len(days) > 1 and by_order:
        first = int(re.split(r"\D", typed)[0])
        days = tuple(day for day in days if (day.month if by_order == "month-first" else day.day) == first)
    return wording.day(days[0], dates) if len(days) == 1 else typed


Place = tuple[int, int]
"""A month and a day of it."""


def _slashed(found: re.Match[str], order: wording.Dates | None, dates: wording.Dates) -> str:
    typed = [pair for pair in (found["one"], found["two"]) if pair]
    if _is_share(found.string, found) and not _PAPER.search(found.string[: found.start()].rstrip(" ")):
        return found[0]
    clear = any(max(map(int, pair.split("/"))) > _MONTHS for pair in typed)
    is_day = _is_led(found) or _is_of_a_row(found, order) or bool(order and _is_placed(found))
    if not clear and len(typed) == 1 and not is_day:
        return found[0]
    places = [_place(pair, order) for pair in typed]
    if not all(places):
        return found[0]
    said = _written([place for place in places if place], found["to"], dates)
    return f"{_wanting(found)}{said}"


def _is_placed(found: re.Match[str]) -> bool:
    """Whether what stands around two numbers makes them a day, where it is certain how a case's days are typed."""
    before, after = found.string[: found.start()].rstrip(" "), found.string[found.end() :].lstrip(" ")
    if _PAPER.search(before):
        return True
    if not before or _BEGINS.search(before):
        first, _, second = found["one"].partition("/")
        return first != second and bool(re.match(r"[A-Za-z(]", after))  # 7/7 refunded
    verb = re.search(r"[a-z]+\Z", before)
    if verb and _AFTER_DAY.match(after) and lexicon().kinds(verb[0]) & {"past", "participle"}:
        return True
    return bool(re.match(r"\Z|[,;:.)+]|and\b|to\b", after) and _BEFORE_DAY.search(before))


_PAPER = re.compile(
    r"\b(?:report|receipt|(?:e-?)?mail|log|letter|bill|note|message|minutes|wechat|whatsapp|dingtalk)s?\Z|\bat\Z",
    re.IGNORECASE,
)
"""Words that a day follows: in the mail 11/12 he wrote; they changed it at 8/8."""
_AFTER_DAY = re.compile(r"(?:for|in|by|with|from|at|and|but|because|so)\b|[,;.)]|\Z")
_BEFORE_DAY = re.compile(
    r"(?:ed|to|and|\b(?:left|came|went|sent)|\b(?:list|photo|screenshot|statement|first|next|sign)s?"
    r"|\b(?:last|first|latest|next|date|day|deadline)\b[^.;,]{0,30}\b(?:is|was))\Z",
    re.IGNORECASE,
)
"""Words behind which two numbers are a day, where it is sure how a case's days are typed: the last one was 10/2."""


_BEGINS = re.compile(r"(?:\A|\n|[.!?])[ \t]*(?:[-*\u2022]|\(?\d{1,2}[.)])?\Z")
"""The start of a text, a line of a list or a sentence, where a day stands before what was done on it."""


def _is_led(found: re.Match[str]) -> bool:
    """Whether a preposition stands before a day, or before the first of several: on 5/10, 6/10 and 12/10."""
    before = _LISTED.sub("", found.string[: found.start()])
    return bool(_LED.search(before) or _PAPER_OF.search(before) or _DAY_BEFORE.search(before) or _is_timed(found))


def _is_timed(found: re.Match[str]) -> bool:
    """Whether a time of day stands behind two numbers: 11/12 10:40."""
    return bool(re.match(r",? (?:at )?\d{1,2}:\d\d\b", found.string[found.end() :]))


def _is_of_a_row(found: re.Match[str], order: wording.Dates | None) -> bool:
    """Whether two numbers are one of two days or more in a row, listed one behind the other: 11/3, 11/4, 11/5."""
    for row in _ROW.finditer(found.string) if order else ():
        if row.start() <= found.start() < row.end():
            places = [_place(pair, order) for pair in re.findall(_PAIR, row[0])]
            return all(places) and places == sorted(set(places), key=lambda one: one or (0, 0))
    return False


_ROW = re.compile(rf"(?<![\w./-]){_PAIR}(?:(?:, (?:and )?| and | & ){_PAIR})+(?![\w/%-]|\.\d|\s%)", re.ASCII)
_DAY_BEFORE = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s\Z", re.ASCII)


_PAPER_OF = re.compile(
    r"\b(?:file|label|list|order|batch|lot|letter|notice|message|invoice|report|export|comment|shipment|mail|appeal|answer"
    r"|reply|first|second|third|last|morning|afternoon|evening|night|day)s? of\s\Z"
)
"""What has a day behind it and no share: the file of 5/10."""


_LISTED = re.compile(rf"(?:{_PAIR}(?:, (?:and )?| and | & ))+\Z", re.ASCII)
_BEHIND = re.compile(r"\Z|[,;.)]|\s(?:and|but|by|with|because|so)\b")


def _wanting(found: re.Match[str]) -> str:
    """Return the preposition that a day wants behind a verb: answered 11/13, answered on November 13."""
    before = re.findall(r"[\w-]+(?=\s\Z)", found.string[: found.start()])
    word = before[-1] if before else ""
    if found["two"] and word.islower() and lexicon().kinds(word) & {"participle"}:
        return "from "
    if not word or not _BEHIND.match(found.string, found.end()) or _LED.search(found.string, 0, found.start()):
        return ""
    if word.endswith("ly") and _STOPPED.search(found.string, 0, found.start()):
        return "on "
    kinds = lexicon().kinds(word.lower()) & {"past", "participle", "third"}
    told = re.search(r"\b[a-z]+ed\b|\b(?:came|went|sent|left)\b", found.string[: found.start()].rpartition(". ")[2])
    if found["two"]:
        return "from " if word.islower() and len(before) == 1 else ""
    return "on " if kinds or (told and (word[0].isupper() or word in _OBJECTS)) else ""


_STOPPED = re.compile(r"\b(?:was|were) [a-z]+ed [a-z]+\s\Z", re.ASCII)
"""What was done, and how, before its day: packing was stopped totally 11/3."""
_OBJECTS = frozenset(("them", "it", "us", "him", "her", "back", "out", "off", "up", "again", "all"))


def _is_share(text: str, found: re.Match[str]) -> bool:
    """Whether two numbers with a stroke tell how many of how many."""
    if found["two"] or _LED.search(text, 0, found.start()):
        return False
    return bool(_PARTS_OF.match(text, found.end()) or _SHARE.search(text, 0, found.start()))


def _place(pair: str, order: wording.Dates | None) -> Place | None:
    read = days_of(pair).yearless
    if len(read) == 1:
        return read[0]
    first, second = map(int, pair.split("/"))
    wanted = {"month-first": (first, second), "day-first": (second, first)}.get(order or "")
    return wanted if wanted in read else None


def _dotted(found: re.Match[str], dates: wording.Dates) -> str:
    text = found.string
    typed = [found["one"], found["two"]] if found["one"] else [found["day"]]
    led = found["one"] or _LED.search(text, 0, found.start()) or re.match(r"\s[a-z]|,|\)", text[found.end() :])
    led = led or re.search(r"\b(?:arrived|came back|came|were sent|were returned|was sent)\s\Z", text[: found.start()])
    places: list[Place] = []
    for pair in typed:
        day, month = (int(number) for number in re.findall(r"\d+", pair))
        if (month, day) not in days_of(f"{day}.{month}.").yearless:
            return found[0]
        places.append((month, day))
    if not led or _RELEASE.search(text[: found.start()].rpartition(". ")[2]):
        return found[0]
    stop = "." if not text[found.end() :].strip() else ""
    return f"{'' if found['one'] else _wanting(found)}{_written(places, found['to'], dates)}{stop}"


def _unstopped(found: re.Match[str], dates: wording.Dates) -> str:
    month, day = int(found["month"]), int(found["day"])
    known = (month, day) in days_of(f"{day}.{month}.").yearless
    return f"{found['lead']}{_short(month, day, dates)}" if known else found[0]


def _written(places: list[Place], joined: str | None, dates: wording.Dates) -> str:
    """Write one day, or the first and the last of several; one month is named once."""
    first, last = places[0], places[-1]
    if joined is None:
        return _short(*first, dates)
    if first[0] != last[0]:
        return f"{_short(*first, dates)} to {_short(*last, dates)}"
    if dates == "month-first":
        return f"{_short(*first, dates)} to {last[1]}"
    return f"{first[1]} to {_short(*last, dates)}"


def _short(month: int, day: int, dates: wording.Dates) -> str:
    name = wording.MONTHS[month - 1]
    return f"{name} {day}" if dates == "month-first" else f"{day} {name}"
