"""The lines of the lists of exhibits: a title at the start of its line, and what no sentence tells of a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from poa_app.model.case import Case
from poa_app.model.facts import Exhibit
from poa_app.model.rows import ROWS_WITH_PASSAGE
from poa_app.model.waivers import is_waived
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.text import LONGEST, is_foreign, without_stop
from poa_app.render.field import Field
from poa_app.render.particulars import is_dated
from poa_app.render.sentences import Shown

_NAMED = re.compile(r"\b[Ee]xhibits? ((?:[A-Z]{1,2}\b(?:, (?:and )?| and | & | to | ?[-–] ?)?)+)")
_PLAIN = re.compile(r"([a-z]{2,})(?= |\Z)", re.ASCII)


def add_exhibit_lines(case: Case, shown: Shown, labels: Mapping[str, str]) -> None:
    """Make the lines of the exhibits ready, and say whether a section on documents lists them already.

    Args:
        case: the case as its letter words it.
        shown: the same as a template sees it, with its sections and its covered products.
        labels: the letter of each exhibit.
    """
    cited = set(_cited(case, labels))
    for row, paper in zip(shown["exhibits"], case.exhibits, strict=True):
        path = f"/exhibits/{paper.id}"
        row["listed"] = Field(_at_the_start(paper.title or ""), row["title"].path)
        title = (paper.title or "").casefold()
        dated = is_dated(title, paper.date) and _has_year(case, title, paper.date)
        row["undated"] = not row["date"] and is_waived(case, f"{path}/date")
        row["date_left"] = None if dated or row["undated"] else row["date"]
        row["number_left"] = row["number"] if row["number"].strip().casefold() not in title else None
        row["issuer_left"] = row["issuer"] if row["issuer"].casefold() not in title else None
        row["shows_left"] = _shows(paper, path) if paper.id not in cited else None
        if paper.id not in cited and row["date"] and not dated and row["date"] not in row["particulars"]:
            row["particulars"] = [*row["particulars"], row["date"]]
    asked = [section for section in shown["sections"] if section["name"] == "documents"]
    answered = any(request["answer"] for section in asked for request in section["requests"])
    shown["papers_listed"] = case.route_spec.is_plan and bool(asked) and not answered and not shown["covered_products"]


def _cited(case: Case, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield the exhibits that a row links, or that some words of the letter name by their letter."""
    texts = [case.opening, case.closing, case.notice.warned_after, *(one.answer for one in case.notice.requests)]
    texts += [text for one in case.metrics for text in (one.passage, one.now_passage, one.note)]
    for name in ROWS_WITH_PASSAGE:
        for row in getattr(case, name):
            yield from row.exhibits
            texts += [row.passage, row.what, getattr(row, "result", None)]
    letters = {
        letter
        for text in texts
        if text and "xhibit" in text
        for found in _NAMED.findall(text[:LONGEST])
        for letter in re.findall(r"[A-Z]+", found)
    }
    yield from (row for row, letter in labels.items() if letter in letters)


def _at_the_start(title: str) -> str:
    """Return a title as a line begins where its first word is a plain one of English, no name such as eBay."""
    found = _PLAIN.match(title)
    return f"{title[0].upper()}{title[1:]}" if found and lexicon().is_common(found[1]) else title


def _has_year(case: Case, title: str, day: object) -> bool:
    """Whether the year of a paper's day is clear: it stands in the title, or is that of the notice."""
    notice = case.notice.received
    return isinstance(day, date) and (str(day.year) in title or (isinstance(notice, date) and notice.year == day.year))


def _shows(paper: Exhibit, path: str) -> Field | None:
    words = without_stop(paper.shows or "").strip()
    return Field(words, f"{path}/shows") if words and not is_foreign(words) else None
