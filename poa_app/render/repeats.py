"""What somebody typed in a row twice: its exhibit beside the link to it, its own days beside the fields for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from poa_app.model.case import Case
from poa_app.model.exhibits import exhibit_labels
from poa_app.model.row_edits import changed_texts
from poa_app.model.rows import ROWS_WITH_PASSAGE, CorrectiveAction, PreventiveMeasure, RootCause
from poa_app.phrases.actor import Actor
from poa_app.phrases.text import LONGEST, capitalised, tidy, without_stop
from poa_app.phrases.unfinished import unfinished
from poa_app.render import wording

_TEXTS = ("what", "when", "why", "unnoticed", "how", "result", "frequency", "trigger", "response", "record")
_LETTERS = r"[A-Z]{1,2}(?:(?:, (?:and )?| and | & )[A-Z]{1,2})*"
_POINTER = re.compile(
    rf"\s*\((?:please )?(?:(?:see|in|as per) )?[Ee]xhibits? (?P<inside>{_LETTERS})\)"
    rf"|[,;]?\s+(?:please )?(?:see|as per) [Ee]xhibits? (?P<behind>{_LETTERS})(?=[.;]|\Z)"
)
"""An exhibit named within words: (Exhibit A); see Exhibit A."""

MOST_ROWS = 1024
"""How many rows are remembered; some thirty cases' worth."""


def said_once(case: Case, labels: Mapping[str, str], dates: wording.Dates) -> Case:
    """Return a case whose rows do not say in their words what another of their fields says beside them.

    Args:
        case: with its days as a letter writes them.
        labels: the letter of each exhibit.
        dates: whether the letter's readers write the month first.
    """
    changed: dict[str, Any] = {}
    for name in ROWS_WITH_PASSAGE:
        held = getattr(case, name)
        rows = tuple(_row(row, frozenset(labels[one] for one in row.exhibits if one in labels), dates) for row in held)
        if any(one is not other for one, other in zip(rows, held, strict=True)):
            changed[name] = rows
    return case.model_copy(update=changed) if changed else case


@lru_cache(maxsize=MOST_ROWS)
def _row(row: Any, letters: frozenset[str], dates: wording.Dates) -> Any:
    changed = changed_texts(row, _TEXTS, lambda text: _without_pointer(text, letters)) if letters else {}
    row = row.model_copy(update=changed) if changed else row
    match row:
        case RootCause():
            changed = _of_cause(row, dates)
        case CorrectiveAction():
            changed = _of_deed(row, dates)
        case PreventiveMeasure():
            changed = _of_measure(row, dates)
    return row.model_copy(update=changed) if changed else row


_ONLY = re.compile(rf"(?:please )?(?:see |as per |in )?[Ee]xhibits? (?P<named>{_LETTERS})\.?", re.IGNORECASE)


def is_told_beside(how: str, row: CorrectiveAction, who: Actor | None, case: Case) -> bool:
    """Whether how a deed was done only names its doer or its exhibits: by the warehouse lead; see Exhibit A."""
    by = re.fullmatch(r"by (?:the |our )?(.+)", without_stop(tidy(how)).lower())
    if by and who and by[1] in who.keys:
        return True
    found = _ONLY.fullmatch(how.strip()) if "xhibit" in how and len(how) <= LONGEST else None
    labels = exhibit_labels(case) if found else {}
    return found is not None and {labels.get(one) for one in row.exhibits}.issuperset(
        re.findall(r"[A-Z]+", found["named"])
    )


def _without_pointer(text: str, letters: frozenset[str]) -> str:
    """Return words without exhibits that stand in the row's brackets anyway."""
    if "xhibit" not in text or len(text) > LONGEST:
        return text

    def kept(found: re.Match[str]) -> str:
        named = re.findall(r"[A-Z]+", found["inside"] or found["behind"])
        return "" if letters.issuperset(named) else found[0]

    return _POINTER.sub(kept, text) or text


def _of_cause(row: RootCause, dates: wording.Dates) -> dict[str, Any]:
    said = _days(row.start, row.end, dates)
    if said is None:
        return {}
    changed = changed_texts(row, ("why", "unnoticed"), lambda text: _without_days(text, said) or text)
    if row.when and (left := _without_days(row.when, said)) != row.when:
        changed["when"] = left if re.search(r"\w", left) else None
    return changed


@lru_cache(maxsize=256)
def _days(start: object, end: object, dates: wording.Dates) -> re.Pattern[str] | None:
    """Return how the days of a cause stand within words: from October 1 to 8, since October 1."""
    if not isinstance(start, date):
        return None
    first = _day(start, dates)
    if not isinstance(end, date):
        month = f"|{wording.MONTHS[start.month - 1]}(?:,? {start.year})?(?!,? \\d)" if start.day == 1 else ""
        return re.compile(rf"\b(?:since|from) (?:{first}{month})(?: on(?:wards?)?)?\b", re.IGNORECASE)
    last, to = _day(end, dates), r"(?: to | and | until | ?[-–] ?)"
    if start == end:
        return re.compile(rf"\bon {first}(?!{to}|,? \d)", re.IGNORECASE)
    spans = [f"{first}{to}{last}"]
    if (start.year, start.month) == (end.year, end.month):
        month = wording.MONTHS[end.month - 1]
        spans.append(
            f"{first}{to}{end.day}" if dates == "month-first" else rf"{start.day}{to}{end.day} {month}(?: {end.year})?"
        )
    return re.compile(rf"(?:\b(?:from|between|on) |\b)(?:{'|'.join(spans)})\b", re.IGNORECASE)


def _day(value: date, dates: wording.Dates) -> str:
    return f"{wording.short_day(value, dates)}(?:,? {value.year})?"


_ENDS = " ,;:()-–"


def _without_days(text: str, said: re.Pattern[str]) -> str:
    """Return words without the days that the field beside them holds; empty where nothing else was said."""
    found = said.search(text) if len(text) <= LONGEST else None
    if found is None:
        return text
    before, after = _ended(text[: found.start()]), _begun(text[found.end() :])
    if not before:
        return capitalised(after) if text[:1].isupper() else after
    joined = "" if not after or after[0] in "." else ", " if text[found.end() :].startswith(",") else " "
    return f"{before}{joined}{after}"


def _ended(text: str) -> str:
    """Return words without the marks at their end that held a day; brackets of their own stay: no buffer (0)."""
    while text and text[-1] in _ENDS and not (text[-1] == ")" and text.count("(") >= text.count(")")):
        text = text[:-1]
    return text


def _begun(text: str) -> str:
    """Return words without the marks at their beginning that held a day; brackets of their own stay."""
    while text and text[0] in _ENDS and not (text[0] == "(" and text.count(")") >= text.count("(")):
        text = text[1:]
    return text


def _of_deed(row: CorrectiveAction, dates: wording.Dates) -> dict[str, Any]:
    """Return a deed's further words without the deed's own day: arrived on November 12, arrived the same day."""
    if not isinstance(row.date, date) or any(len(text or "") > LONGEST for text in (row.what, row.how, row.result)):
        return {}
    named = _own_day(row.date, dates)
    changed = {} if row.how is None else {"how": named.sub("", row.how)}
    result = row.result or ""
    found = named.search(result)
    if found and not unfinished(result):
        before = [named.sub("", text) for text in (row.what or "", row.how or "", result[: found.start()])]
        if not any(month in text for month in wording.MONTHS for text in before):
            changed["result"] = f"{result[: found.start()]} the same day{result[found.end() :]}"
    return {name: text for name, text in changed.items() if text and text != getattr(row, name)}


@lru_cache(maxsize=256)
def _own_day(value: date, dates: wording.Dates) -> re.Pattern[str]:
    return re.compile(rf"(?<=[a-z]) on {_day(value, dates)}(?=[.;,]|\Z)")


def _of_measure(row: PreventiveMeasure, dates: wording.Dates) -> dict[str, Any]:
    """Return what is done without the day since when it is: since November 12 the lead reads the rate."""
    if not isinstance(row.since, date) or not row.what or len(row.what) > LONGEST:
        return {}
    day = _day(row.since, dates)
    left = re.sub(
        rf"\A(?:since|from) {day}(?: on(?:wards?)?)?,? |,? since {day}(?=\.| every\b| each\b| daily\b|\Z)",
        "",
        row.what,
        flags=re.I,
    )
    return {"what": capitalised(left)} if left != row.what and left else {}
