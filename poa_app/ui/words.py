"""The interface's own words, put for whoever reads the page: in English or Chinese, by the clock on the wall there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from poa_app.console import Language
from poa_app.errors import PoaError
from poa_app.knowledge.schema import Bilingual
from poa_app.ui.markup import Markup, filled, put

CATALOGUE = Path(__file__).resolve().parent / "i18n" / "zh.po"


@cache
def chinese() -> dict[str, str]:
    """Return the Chinese for each English text, read once from the catalogue."""
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="zh_CN")
    return {str(message.id): str(message.string) for message in catalogue if message.id and message.string}


@dataclass(frozen=True)
class Reader:
    """Whoever reads the page; what shows words, days or moments is given one, and looks nowhere else for them.

    Attributes:
        language: of the words on the page.
        zone: in which the reader's clock runs.
        clock: tells this moment in a zone.
    """

    language: Language = "en"
    zone: tzinfo = UTC
    clock: Callable[[tzinfo], datetime] = datetime.now

    def now(self) -> datetime:
        """Return this moment in the reader's own zone."""
        return self.clock(self.zone)

    def today(self) -> date:
        """Return the reader's own day."""
        return self.now().date()

    @property
    def colon(self) -> str:
        """What stands between a name and what is said of it."""
        return "：" if self.language == "zh" else ": "

    @property
    def comma(self) -> str:
        """What stands between the parts of a list."""
        return "、" if self.language == "zh" else ", "

    def say(self, text: str, **values: object) -> str:
        """Return a text of the interface, its braces filled in; Markup in one makes it Markup."""
        words = chinese().get(text, text) if self.language == "zh" else text
        if any(isinstance(value, Markup) for value in values.values()):
            return filled(words, values)
        return words.format_map({key: str(value) for key, value in values.items()}) if values else words

    def localized(self, words: Bilingual) -> str:
        """Return words of the data files."""
        return words.in_language(self.language)

    def error_text(self, error: PoaError) -> str:
        """Return the message of an error."""
        return error.zh if self.language == "zh" else error.en

    def left(self, time: timedelta) -> str:
        """Return how much time is left: 41 h 33 min, or days where hours say little."""
        minutes = int(time.total_seconds() // 60)
        if minutes < 0:
            return self.say("past")
        if minutes >= _MANY_HOURS * 60:
            return self.say("{days} d {hours} h", days=minutes // 1440, hours=minutes % 1440 // 60)
        return self.say("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)

    def day(self, on: date) -> str:
        """Return a day as text: 18 Nov."""
        return f"{on.month}月{on.day}日" if self.language == "zh" else f"{on.day} {_MONTHS[on.month - 1]}"

    def dated(self, on: date) -> str:
        """Return a day with its year as text: 18 Nov 2026."""
        return f"{on.year}年{self.day(on)}" if self.language == "zh" else f"{self.day(on)} {on.year}"

    def moment(self, at: datetime) -> str:
        """Return a moment as text, in the zone it is given in: Sat 21 Nov 10:05."""
        if self.language == "zh":
            return f"{at.month}月{at.day}日（周{'一二三四五六日'[at.weekday()]}）{at:%H:%M}"
        return f"{_DAYS[at.weekday()]} {at.day} {_MONTHS[at.month - 1]} {at:%H:%M}"


_MANY_HOURS = 96

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def join_sentences(*sentences: str) -> str:
    """Put sentences one after another; no space follows a Chinese full stop."""
    marked = any(isinstance(sentence, Markup) for sentence in sentences)
    words = put(*sentences, by=" ") if marked else " ".join(filter(None, sentences))
    whole = re.sub(r"(?<=[。！？；]) ", "", words)
    return Markup(whole) if marked else whole
