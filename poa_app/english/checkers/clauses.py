"""Sentences as clauses: words between commas, brackets and conjunctions, in the part of the letter they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from poa_app.english.before import Before, Part
from poa_app.english.needed import folded
from poa_app.english.prose import Prose, Sentence, Word

_JOINS = frozenset(("and", "but", "so", "or", "yet"))
_CUT = re.compile(r"[,;:()\u2013\u2014\uff0c\uff1b\uff1a\u3001]|\s-+\s|\s/\s")
_BULLET = re.compile(
    r"\s*(?:[-*\u2022\u00b7\u25cf]+|\(?(?:\d{1,2}|[a-z])[.)\u3001]|[\uff10-\uff19]+\u3001)\s*", re.IGNORECASE
)
_LABEL = re.compile(r"\s*(?:\(?(?:[ivx]{1,4}|\d{1,2}|[a-z])[.)]\s*)?", re.IGNORECASE)
"""What may stand before the first sentence of a line: nothing, or a number of its own."""
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH}\b|\b{_MONTH}\.?[\s-]+(?:the\s+)?\d{{1,2}}(?!\d)"
    r"|\b\d{4}-\d\d?-\d\d?\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}[./]\d{1,2}[./]\d{1,2}\b"
    r"|\bon the \d{1,2}(?:st|nd|rd|th)\b|\d{1,2}\s*\u6708\s*\d{1,2}\s*\u65e5",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
"""Stands in every day."""
_SAME_DAY = re.compile(
    r"\b(?:(?:the|that) (?:very )?(?:same|next|following|previous) (?:working |business )?"
    r"(?:day|morning|afternoon|evening)|that (?:day|morning|afternoon|evening)"
    r"|(?:a|one|two|three|four|five|six|seven|\d+) (?:working )?(?:minute|hour|day|week)s? (?:later|earlier|after that)"
    r"|within the (?:hour|day)|today|yesterday)\b",
    re.IGNORECASE,
)
_OF_SAME_DAY = ("day", "morning", "afternoon", "evening", "later", "earlier", "after that", "hour")
"""One of these stands in each."""
_OF_SOMETHING_ELSE = re.compile(
    rf"\b(?:notices?|notifications?|e-?mails?|messages?|letters?|warnings?|complaints?|invoices?|claims?|suspension"
    rf"|deactivation|decision|request|performance notification)\s+(?:was\s+)?"
    rf"(?:(?:received|sent|issued|dated|arrived|came|written)\s+)?(?:of|on|from|dated|by)?\s*(?:the\s+)?(?:{_DAY.pattern})",
    re.IGNORECASE,
)
"""A day of a paper, which is no day of a deed: "your notice of 3 May 2026"."""
_HEADINGS: tuple[tuple[Part, str], ...] = (
    (
        "preventive",
        r"\bprevent|\bin (?:the )?future|^what (?:follows|comes next)"
        r"|\bfuture (?:plan|step|measure|action)|\bgoing forward|\bimprovement",
    ),
    (
        "cause",
        r"\broot causes?\b|\bcauses?\b|\bcaused\b|\breasons?\b|\bwent wrong\b|\bwhy\b|\bbackground\b"
        r"|\binvestigation\b|\banalysis\b|\bfacts\b|\bled to\b|^(?:the )?(?:problem|issue)\b",
    ),
    (
        "corrective",
        r"\bcorrective\b|\bcorrections?\b|(?<!plan of )\bactions?\b|\b(?:measures|steps)\b.*\b(?:taken|took)\b"
        r"|\btook\b.*\b(?:measures|steps)\b|\bwhat (?:we|i) (?:have )?(?:done|did)\b|\b(?:did|done) the following\b"
        r"|\bresolv|\bsolv|\bremed|^(?:our |my |the )?(?:measures|steps)\b"
        r"|^(?:after|upon|on) receiving\b|\bimmediate\b",
    ),
    ("unknown", r"\bwhat happened\b|\bsummary\b|\bdetail|\bconclusion\b|\bevidence\b|\battachments?\b"),
)
_NAMES_PART = tuple((part, re.compile(words, re.IGNORECASE)) for part, words in _HEADINGS)
_RUN_IN = re.compile(
    r"(?:(?:root )?causes?|reasons?|(?:(?:our|my|the) )?(?:corrective |immediate )?"
    r"(?:actions?|measures?|steps)(?: taken)?"
    r"|corrections?|remed(?:y|ies)|(?:our |my )?prevent(?:ive|ative) (?:measures?|actions?|steps)"
    r"|(?:future )?prevention"
    r"|what (?:we|i) (?:have )?(?:done|did)|why it happened|what (?:happened|went wrong|follows|comes next)"
    r"|(?:in|for) (?:the )?future)"
    r"\s*(?::|\.(?!\w)|\s[-\u2013\u2014])",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:the |our |my )?(?:root cause|reasons? |actions? |steps? |measures? |corrective |preventive |what (?:we|i) |"
    r"(?:greater )?details? )",
    re.IGNORECASE,
)
_PARTS: dict[str, Part] = {"root-cause": "cause", "corrective": "corrective", "preventive": "preventive"}
_MOST_OF_A_HEADING = 16


@dataclass(frozen=True)
class Clause:
    """Words of a sentence between two breaks.

    Attributes:
        words: of the clause, without the conjunction before it.
        joined: the conjunction before it, in small letters; ``,`` or another mark; empty at the sentence's beginning.
        first: place of its first word among those of the sentence.
    """

    words: tuple[Word, ...]
    joined: str
    first: int

    @cached_property
    def low(self) -> list[str]:
        """Its words in small letters."""
        return [word.low for word in self.words]


@dataclass(frozen=True)
class Place:
    """A sentence where it stands.

    Attributes:
        sentence: itself.
        part: of the appeal.
        begins_line: whether a line begins with it.
        is_point: whether it begins a point of a list.
        is_heading: whether it is a heading and says nothing.
        has_day: whether it says on which day: itself, by pointing to a day before, or by its heading.
        clauses: of the sentence.
    """

    sentence: Sentence
    part: Part
    begins_line: bool
    is_point: bool
    is_heading: bool
    has_day: bool
    clauses: tuple[Clause, ...]


def clauses(prose: Prose, sentence: Sentence) -> tuple[Clause, ...]:
    """Return a sentence cut at commas, brackets, colons and conjunctions."""
    found: list[Clause] = []
    words: list[Word] = []
    joined, first = "", 0
    for place, word in enumerate(sentence.words):
        if not place and word.low.isdigit() and prose.plain[word.end : word.end + 1] in (".", ")"):
            continue  # the number of a point
        gap = prose.plain[sentence.words[place - 1].end : word.start] if place else ""
        cut = _CUT.search(gap) if gap != " " else None
        if cut or word.low in _JOINS:
            if words:
                found.append(Clause(tuple(words), joined, first))
                joined = ""
            words = []
            joined = word.low if word.low in _JOINS else cut.group().strip() if cut and not joined else joined
            if word.low in _JOINS:
                continue
        if not words:
            first = place
        words.append(word)
    if words:
        found.append(Clause(tuple(words), joined, first))
    return tuple(found)


def has_day(text: str) -> bool:
    """Whether a text names a day, in any common form; a month alone is none."""
    return bool(_DAY.search(text))


def places(prose: Prose) -> tuple[tuple[Place, ...], Before]:
    """Return every sentence of a text with the part of the appeal it stands in, and what those after it must know."""
    fixed = _PARTS.get(prose.setting.section)
    part: Part = fixed or prose.before.part
    dated_heading, any_day = prose.before.dated_heading, prose.before.any_day
    found = []
    for sentence in prose.sentences:
        line_start = prose.text.rfind("\n", 0, sentence.start) + 1
        bullet = _BULLET.match(prose.text, sentence.start)
        begins_line = bool(_LABEL.fullmatch(prose.text, line_start, sentence.start))
        is_point = bool(bullet and begins_line)
        text = sentence.text[bullet.end() - sentence.start :] if bullet else sentence.text
        heading = _is_heading(prose, sentence, text, begins_line)
        named = _part_named(text) if heading or _RUN_IN.match(text) else None
        if named and not fixed:
            part = named
        dated = bool(_DIGIT.search(sentence.text)) and has_day(_OF_SOMETHING_ELSE.sub(" ", sentence.text))
        if heading:
            dated_heading = dated
        elif begins_line and not is_point and not dated:
            dated_heading = False
        same = any_day and _points_to_a_day(sentence)
        any_day = any_day or dated
        has_its_day = dated or same or dated_heading
        found.append(Place(sentence, part, begins_line, is_point, heading, has_its_day, clauses(prose, sentence)))
    return tuple(found), Before(part, dated_heading, any_day)


def _points_to_a_day(sentence: Sentence) -> bool:
    low = folded(sentence.text)
    return any(map(low.__contains__, _OF_SAME_DAY)) and bool(_SAME_DAY.search(sentence.text))


def _is_heading(prose: Prose, sentence: Sentence, text: str, begins_line: bool) -> bool:
    """Whether a sentence is a title: a short line without a stop, a few words with one, or words before a colon."""
    count = len(sentence.words)
    if not begins_line or count > _MOST_OF_A_HEADING:
        return False
    run_in = _RUN_IN.match(text)
    if run_in and len(text[run_in.end() :].split()) > 2:
        return False
    ends_line = prose.text[sentence.end : sentence.end + 1] in ("", "\n")
    last = text.rstrip()[-1:]
    if last in (":", "\uff1a"):
        return True
    if ends_line and last not in (".", ";", "!", ",") and _part_named(text):
        return True
    return last == "." and (count <= 3 or bool(_TITLE.match(text))) and _part_named(text) is not None


def _part_named(text: str) -> Part | None:
    return next((part for part, words in _NAMES_PART if words.search(text)), None)
