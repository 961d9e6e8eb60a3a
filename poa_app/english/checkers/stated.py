"""Words that say nothing by themselves, and are excused where the sentence says a day, a rhythm or a measure."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from poa_app.english.hit import Checker, Hit
from poa_app.english.phrase_patterns import apart
from poa_app.english.phrases import look_for_always, occurring_phrases
from poa_app.english.prose import Prose

WORDS = Path(__file__).with_name("stated.toml")

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty|sixty|ninety)"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_TIME = re.compile(
    rf"\b{_MONTH}\.? \d|\d(?:st|nd|rd|th)? (?:of )?{_MONTH}\b|\d{{4}}-\d\d-\d\d|\d:\d\d|\d ?[ap]\.?m\b"
    rf"|\b{_NUMBER}[ -](?:more |working |business |calendar )?(?:minute|hour|day|week|month)s?\b"
    rf"|\bthe (?:same|next|following) (?:working |business )?(?:day|morning|afternoon|shift)\b|\b{_DAY}\b",
    re.IGNORECASE,
)
_RHYTHM = re.compile(
    rf"\d:\d\d|\d ?[ap]\.?m\b|\b{_DAY}\b"
    rf"|\b(?:every|each|within|once an?|twice an?|times an?|per|first|last|end of the) (?:{_NUMBER} )?"
    r"(?:working |business )?"
    r"(?:days?|nights?|morning|shifts?|hours?|weeks?|months?|quarter|year|lots?|batch(?:es)?|deliver(?:y|ies)|orders?"
    r"|parcels?|units?|pieces?|cartons?|pallets?)\b"
    r"|\b(?:daily|hourly|weekly|monthly|quarterly|yearly|fortnightly|nightly|annually)\b|\bat noon\b",
    re.IGNORECASE,
)
_POINT = re.compile(r"\W*(?:\d{1,2}|[a-z])[.)\u3001] ?(?!\d)|\W*(?:step|reason|cause) \d+\W", re.IGNORECASE)
"""The number of a point in a list."""
_EXHIBIT = re.compile(r"\bExhibits? [A-Z]\b")
_MEASURE = re.compile(r"\b(?!100 ?%)\d|\bExhibits? [A-Z]\b|\bpercent\b")


def has_rhythm(text: str) -> bool:
    """Whether a text says on which day something happens, or how often."""
    return bool(_RHYTHM.search(text))


@cache
def _words() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the phrases of each list, with those that excuse them."""
    tables = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    return {name: (tuple(one["phrases"]), tuple(one["exceptions"])) for name, one in tables.items()}


look_for_always(lambda: (phrases for lists in _words().values() for phrases in lists))


def _without(name: str, excuse: re.Pattern[str]) -> Checker:
    """Return a checker of the words of a list in sentences that do not hold what excuses them."""

    def look(prose: Prose) -> Iterator[Hit]:
        phrases, exceptions = _words()[name]
        found = apart(span for _, span in occurring_phrases(prose, phrases))
        excused = [span for _, span in occurring_phrases(prose, exceptions)] if found else []
        for start, end in found:
            if any(one < end and start < other for one, other in excused):
                continue
            sentence = prose.sentence_at(start)
            if sentence is None or not excuse.search(_unnumbered(sentence.text)):
                yield Hit(start, end)

    return look


def _unnumbered(text: str) -> str:
    point = _POINT.match(text)
    return text[point.end() :] if point else text


_EXCUSES: dict[str, re.Pattern[str]] = {
    "when": _TIME,
    "how-often": _RHYTHM,
    "how-much": _MEASURE,
    "only-studied": _MEASURE,
    "whose-goods": _MEASURE,
    "notice-undated": _MEASURE,
    "proof-spoken-of": _EXHIBIT,
}
CHECKERS: dict[str, Callable[[Prose], Iterator[Hit]]] = {
    name: _without(name, excuse) for name, excuse in _EXCUSES.items()
}
