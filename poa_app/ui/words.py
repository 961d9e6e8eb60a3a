"""The interface's own words, in English and Chinese; the language can change at any moment."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import streamlit as st
from babel.messages.pofile import read_po

from poa_app.knowledge.schema import Bilingual
from poa_app.ui.markup import Markup, filled, put

CATALOGUE = Path(__file__).resolve().parent / "i18n" / "zh.po"


@cache
def chinese() -> dict[str, str]:
    """Return the Chinese for each English text, read once from the catalogue."""
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="zh_CN")
    return {str(message.id): str(message.string) for message in catalogue if message.id and message.string}


def language() -> str:
    """Return the language of this session: ``en`` or ``zh``."""
    return str(st.session_state.get("language", "en"))


def say(text: str, **values: object) -> str:
    """Return a text of the interface in the session's language, braces filled in; Markup in one makes it Markup."""
    words = chinese().get(text, text) if language() == "zh" else text
    if any(isinstance(value, Markup) for value in values.values()):
        return filled(words, values)
    return words.format_map({key: str(value) for key, value in values.items()}) if values else words


def localized(words: Bilingual) -> str:
    """Return words of the data files in the session's language."""
    return words.in_language(language())


def join_sentences(*sentences: str) -> str:
    """Put sentences one after another; no space follows a Chinese full stop."""
    marked = any(isinstance(sentence, Markup) for sentence in sentences)
    words = put(*sentences, by=" ") if marked else " ".join(filter(None, sentences))
    whole = re.sub(r"(?<=[。！？；]) ", "", words)
    return Markup(whole) if marked else whole


def left(time: timedelta) -> str:
    """Return how much time is left: 41 h 33 min, or days where hours say little."""
    minutes = int(time.total_seconds() // 60)
    if minutes < 0:
        return say("past")
    if minutes >= _MANY_HOURS * 60:
        return say("{days} d {hours} h", days=minutes // 1440, hours=minutes % 1440 // 60)
    return say("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)


_MANY_HOURS = 96

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(on: date) -> str:
    """Return a day as text: 18 Nov."""
    return f"{on.month}月{on.day}日" if language() == "zh" else f"{on.day} {_MONTHS[on.month - 1]}"


def dated(on: date) -> str:
    """Return a day with its year as text: 18 Nov 2026."""
    return f"{on.year}年{day(on)}" if language() == "zh" else f"{day(on)} {on.year}"


def moment(at: datetime) -> str:
    """Return a moment as text, in the reader's own zone: Sat 21 Nov 10:05."""
    if language() == "zh":
        return f"{at.month}月{at.day}日（周{'一二三四五六日'[at.weekday()]}）{at:%H:%M}"
    return f"{_DAYS[at.weekday()]} {at.day} {_MONTHS[at.month - 1]} {at:%H:%M}"
