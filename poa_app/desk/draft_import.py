"""A finished draft, read paragraph by paragraph before anything is taken over: which section each belongs to."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from poa_app.desk.pasted_columns import cells_of, table_of
from poa_app.desk.pasted_lines import MOST_ROWS, bare_line, is_bulleted
from poa_app.desk.work import draft_of, with_draft
from poa_app.model import exhibits, sections
from poa_app.model.case import Case
from poa_app.model.days import day_of
from poa_app.model.fields import row_types
from poa_app.model.paths import edit, get
from poa_app.model.row_edits import add_row, without_untouched
from poa_app.model.text import clean, is_blank
from poa_app.phrases.actor import is_name
from poa_app.phrases.text import is_foreign

Part = Literal[
    "opening", "root_causes", "corrective_actions", "preventive_measures", "open_points", "closing", "signatory",
    "letter_date", "left_out",
]  # fmt: skip
"""Where a paragraph of a draft goes; greetings and headings are left out, for the letter brings its own."""

PARTS: tuple[Part, ...] = get_args(Part)
ROWS = ("root_causes", "corrective_actions", "preventive_measures")
_LISTS = (*ROWS, "open_points")

_WORDS = tomllib.loads(Path(__file__).with_name("draft_words.toml").read_text(encoding="utf-8"))
_HEADINGS: tuple[tuple[Part, re.Pattern[str]], ...] = tuple(
    (part, re.compile("|".join(_WORDS["headings"][part]), re.IGNORECASE))
    for part in ("open_points", "preventive_measures", "root_causes", "corrective_actions", "closing")
)
_ONLY_NAMES = re.compile(f"(?:{'|'.join(_WORDS['headings']['says_no_more'])}|[\\W_\\d])*", re.IGNORECASE)
_GREETING = re.compile(f"(?:{'|'.join(_WORDS['greeting'])})", re.IGNORECASE)
_SIGN_OFF = re.compile(f"(?:{'|'.join(_WORDS['sign_off'])})[\\s,.，。!！]*", re.IGNORECASE)
_REQUEST = re.compile(f"(?:{'|'.join(_WORDS['request'])})", re.IGNORECASE)
_TITLE, _SIGNED, _DATED = (
    re.compile(f"(?:{'|'.join(_WORDS[name])})[\\s:：.]*", re.IGNORECASE) for name in ("title", "signed", "dated")
)
_STEP = re.compile(rf"\A(?:{'|'.join(_WORDS['step'])})\s*(?=\S)", re.IGNORECASE)
_SPACES = " \r\n\u00a0\u3000"
"""What goes from the ends of a line; a tab may stand before an empty cell."""
_LAST_LINES = 6
"""Lines at the end of a draft in which a label names who signs, or the day."""
_BOLD = re.compile(r"\A(?:\*\*|__|#+\s)(?P<words>.+?)(?:\*\*|__)?:?\Z")
_LONGEST_HEADING = 90
_LONGEST_SIGNATURE = 60


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a draft, and where it goes."""

    part: Part
    text: str

    @property
    def is_chinese(self) -> bool:
        """Whether it becomes a Chinese draft beside a field, and never prints."""
        return is_foreign(self.text)


def read_draft(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a finished draft with the section each most likely belongs to.

    Args:
        text: as pasted, in English or Chinese.
    """
    told = [clean(line.strip(_SPACES)) for line in text.splitlines() if line.strip()]
    return tuple(_paragraphs([line for line in _with_tables(told) if line]))


def _paragraphs(lines: list[str]) -> Iterator[Paragraph]:
    part: Part = "opening"
    signed = named = begun = False
    for number, line in enumerate(lines):
        words, heading, led = bare_line(_unmarked(line)), heading_of(line), _led(line)
        labelled = _labelled(words) if number >= len(lines) - _LAST_LINES else None
        if signed and _SIGN_OFF.fullmatch(words):
            yield Paragraph("left_out", line)
        elif signed:
            of_it = labelled or Paragraph(_of_signature(words), words)
            yield replace(of_it, part="left_out") if of_it.part == "signatory" and named else of_it
            named = named or of_it.part == "signatory"
        elif _SIGN_OFF.fullmatch(words):
            signed = True
            yield Paragraph("left_out", line)
        elif labelled:
            yield labelled
        elif not begun and (_TITLE.fullmatch(words) or (_GREETING.match(words) and len(words) <= _LONGEST_SIGNATURE)):
            yield Paragraph("left_out", line)
        elif heading:
            part, begun = heading, True
            yield Paragraph("left_out" if _ONLY_NAMES.fullmatch(_STEP.sub("", words)) else part, words)
        elif led:
            part, begun = led[0], True
            yield Paragraph("left_out", led[1])
            yield Paragraph(part, led[2])
        elif words:
            begun = True
            yield Paragraph("closing" if part in _LISTS and _REQUEST.match(words) else part, words)


def _led(line: str) -> tuple[Part, str, str] | None:
    """Return the section, the heading and the rest of a line that its heading begins: "The reason: the courier …"."""
    lead, colon, rest = re.sub("：", ":", _unmarked(line), count=1).partition(":")
    if not colon or not rest.strip() or len(lead) > _LONGEST_SIGNATURE:
        return None
    part = heading_of(lead)
    return (part, lead, rest.strip()) if part in _LISTS and _ONLY_NAMES.fullmatch(bare_line(_unmarked(lead))) else None


def _labelled(words: str) -> Paragraph | None:
    """Return who signs, or the letter's day, where a label says which it is: 申诉人：陈静, Date: …"""
    label, colon, rest = words.replace("：", ":").partition(":")
    if not colon or not rest.strip():
        return None
    if _DATED.fullmatch(label.strip()) and _day(rest.strip()):
        return Paragraph("letter_date", rest.strip())
    signs = _SIGNED.fullmatch(label.strip()) and len(rest) <= _LONGEST_SIGNATURE
    return Paragraph("signatory", rest.strip()) if signs else None


def _with_tables(lines: list[str]) -> Iterator[str]:
    """Yield the lines of a draft, each row of a table within it as one: what it tells first, the rest in brackets."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and len(cells_of(lines[end])) > 1:
            end += 1
        table = table_of("\n".join(lines[at:end]), "corrective_actions") if end > at + 1 else None
        if table is None:
            yield lines[at]
            at += 1
            continue
        main = table.fields.index("what") if "what" in table.fields else 0
        for cells in table.rows:
            more = "; ".join(cell for place, cell in enumerate(cells) if cell and place != main)
            told = cells[main] if main < len(cells) else ""
            yield f"{told} ({more})" if told and more else told or more
        at = end


def _unmarked(line: str) -> str:
    """Return a line without the marks of Markdown around it."""
    bold = _BOLD.match(line)
    return bold["words"].strip("*_ ") if bold else line


def is_sign_off(line: str) -> bool:
    """Whether a line ends a letter, as in "Sincerely,"."""
    return bool(_SIGN_OFF.fullmatch(bare_line(_unmarked(line))))


def heading_of(line: str) -> Part | None:
    """Return the section that a line heads; none where it is no heading."""
    words = _STEP.sub("", bare_line(_unmarked(line)).rstrip(":： "))
    marked = _unmarked(line) != line
    if (
        (is_bulleted(line) and not marked)
        or len(words) > _LONGEST_HEADING
        or words.endswith((".", "。", ";", "；", "!"))
    ):
        return None
    if any(mark.isdigit() for mark in words):
        return None  # what counts something says something
    return next((part for part, pattern in _HEADINGS if pattern.search(words)), None)


def _of_signature(words: str) -> Part:
    """Tell what stands below the sign-off: the day, who signs, or a company's name and the like."""
    if _day(words):
        return "letter_date"
    return "signatory" if is_name(words.split(",", maxsplit=1)[0]) or len(words) <= 4 else "left_out"


def take_draft(case: Case, paragraphs: tuple[Paragraph, ...], fill: bool = True) -> Case:
    """Add the paragraphs of a draft to a case: English as passages, Chinese as drafts beside the fields.

    Rows nobody has typed into make room. What stands there already is kept.

    Args:
        case: the case as it stands.
        paragraphs: as read, with the sections as they were corrected.
        fill: whether dates, roles, causes and exhibits named in a row's sentences go to its fields.
    """
    for rows in _LISTS:
        if any(one.part == rows for one in paragraphs):
            case = without_untouched(case, f"/{rows}")
    for one in paragraphs:
        match one.part:
            case "root_causes" | "corrective_actions" | "preventive_measures":
                case = _with_row(case, one.part, one.text, fill)
            case "open_points":
                case = _with_point(case, one)
            case "opening" | "closing":
                case = _with_words(case, f"/{one.part}", one)
            case "signatory":
                name, _, title = one.text.partition(",")
                case = _if_blank(case, "/client/signatory", name.strip())
                case = _if_blank(case, "/client/signatory_title", title.strip())
            case "letter_date":
                case = _if_blank(case, "/letter_date", _day(one.text) or one.text)
    return case


def _with_words(case: Case, path: str, one: Paragraph) -> Case:
    if one.is_chinese:
        return _with_draft(case, path, one.text)
    held = get(case, path)
    return edit(case, path, f"{held}\n{one.text}" if held else one.text)


def _with_draft(case: Case, path: str, text: str) -> Case:
    """Add a text to the Chinese draft beside a field."""
    return with_draft(case, path, "\n".join(filter(None, (draft_of(case, path), text))))


def _if_blank(case: Case, path: str, value: Any) -> Case:
    return edit(case, path, value) if value and is_blank(get(case, path)) else case


def _with_row(case: Case, rows: str, text: str, fill: bool) -> Case:
    if len(getattr(case, rows)) >= MOST_ROWS:
        return _appended(case, rows, text)
    if is_foreign(text):
        case, row = add_row(case, f"/{rows}")
        return _with_draft(case, f"{row}/what", text)
    case, row = add_row(case, f"/{rows}", passage=text)
    for name, value in facts_in(case, rows, text).items() if fill else ():
        case = edit(case, f"{row}/{name}", value)
    return case


def _with_point(case: Case, one: Paragraph) -> Case:
    """Add a paragraph to what is still open; beyond the rows one paste gives, to the last of them."""
    if len(case.open_points) < MOST_ROWS:
        case, _ = add_row(case, "/open_points")
    return _with_words(case, f"/open_points/{case.open_points[-1].id}/what", one)


def _appended(case: Case, rows: str, text: str) -> Case:
    """Add what is beyond the rows one paste gives to the last of them, so that nothing is lost."""
    *others, last = getattr(case, rows)
    if is_foreign(text):
        return _with_draft(case, f"/{rows}/{last.id}/what", text)
    grown = last.model_copy(update={"passage": f"{last.passage}\n{text}" if last.passage else text})
    return case.model_copy(update={rows: (*others, grown)})


_REFERENCE = re.compile(r"\b(?:causes?|root causes?)\s+((?:\d+\.\d+(?:,\s*|\s+and\s+|\s*&\s*)?)+)", re.IGNORECASE)
_EXHIBIT = re.compile(r"\bExhibits?\s+((?:[A-Z]{1,2}\b(?:,\s*|\s+and\s+|\s*&\s*)?)+)")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = re.compile(
    rf"\b(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?|\d{{4}}-\d{{2}}-\d{{2}})"
)
_WHO = re.compile(
    r"\b[Tt]he\s+((?:[a-zA-Z-]+\s+){0,3}?(?:manager|lead|supervisor|coordinator|specialist|assistant|clerk|director|owner"
    r"|operator|inspector|editor))\b"
)


def facts_in(case: Case, rows: str, text: str) -> dict[str, Any]:
    """Return what a row's sentences say that its fields hold too: its day, who, the causes and the exhibits.

    Args:
        case: for the labels of its causes and exhibits, and the year of the notice.
        rows: the list the row belongs to.
        text: its sentences.
    """
    spec = row_types()[rows]
    found: dict[str, Any] = {}
    days = [day for day in (_day(one[0], case) for one in _DAY.finditer(text)) if day]
    dated = spec.spec.dated_by
    if days and dated:
        found[dated] = days[0]
        if rows == "root_causes" and len(days) > 1:
            found["end"] = days[1]
    who = _WHO.search(text)
    if who:
        found["who"] = who[1]
    causes = {label: id for id, label in sections.cause_labels(case).items()}
    papers = {letter: id for id, letter in exhibits.exhibit_labels(case).items()}
    named = [one for match in _REFERENCE.finditer(text) for one in re.findall(r"\d+\.\d+", match[1])]
    shown = [one for match in _EXHIBIT.finditer(text) for one in re.findall(r"[A-Z]{1,2}\b", match[1])]
    for name, wanted, known in (("causes", named, causes), ("exhibits", shown, papers)):
        ids = tuple(dict.fromkeys(known[one] for one in wanted if one in known))
        if ids and name in spec.model_fields:
            found[name] = ids
    return found


def _day(words: str, case: Case | None = None) -> date | None:
    """Read a day; one without a year is of the year of the notice."""
    day = day_of(words.strip(" ,."))
    received = case.notice.received if case else None
    if day is None and isinstance(received, date):
        day = day_of(f"{words.strip(' ,.')}, {received.year}") or day_of(f"{words.strip(' ,.')} {received.year}")
    return day


def moved(paragraphs: tuple[Paragraph, ...], place: int, part: Part) -> tuple[Paragraph, ...]:
    """Return the paragraphs with one of them in another section."""
    return tuple(replace(one, part=part) if at == place else one for at, one in enumerate(paragraphs))
