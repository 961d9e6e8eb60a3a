"""What stands around Amazon's message in a paste: the words of whom pasted it, and the page it was copied from."""

from __future__ import annotations

import re
from functools import lru_cache

from poa_app.knowledge.notice_words import Recognition

NEAR = 300
"""Characters after a greeting within which a message of Amazon's speaks to its reader."""

SPOKEN_TO = 1
"""How often it does so."""

LONGEST = 4_000
"""Characters of words before a message, above which they are something else."""

_WESTERN = r"H?ello|Hi|Dear|Greetings|Guten Tag|Sehr geehrte[rs]?|Bonjour|Hola|Buongiorno"
_EASTERN = r"尊敬的|亲爱的|您好|你好"
_BEFORE = r"(?:^|(?<=[\s“\":…~>|\u3002\uff1a]))"
_AFTER = r"(?![a-z])[^\n,:!.\uff0c\uff1a\uff01]{0,40}[,:!.\n\uff0c\uff1a\uff01]"
_GREETING = re.compile(f"{_BEFORE}(?:{_WESTERN}|{_EASTERN}){_AFTER}")
_TO_OTHERS = re.compile(r"(?<!from )\bamazon\b|\b(?:fellow|everyone|all|guys|team)\b", re.IGNORECASE)
_OF_THE_POSTER = re.compile(r"\b(?:I|I'm|I’m|I've|I’ve|my|me|we|our)\b|我|请问|求助|大神|怎么办", re.IGNORECASE)
_OF_ONE = re.compile(r"\b(?:I|I'm|I’m|my|me)\b|我的|请问|求助|大神", re.IGNORECASE)
_TO_THE_READER = re.compile(r"\byour?\b|\bIhre?n?\b|\bSie\b|\bvotre\b|\bvous\b|您", re.IGNORECASE)
_HEADING = re.compile(
    r"(?:How|What|Why|Who|Has|Have|Can)\b[^?\n]{0,90}\?|如何[^\n\uff1f]{0,40}\uff1f|怎样[^\n\uff1f]{0,40}\uff1f"
)
"""Headings of Amazon's, which ask in the name of the reader."""
_HEADER = re.compile(
    r"^[ \t>+|*]{0,12}(?:From|To|Subject|发件人|收件人|主题|日期|Date|Sent|Von|An|Betreff|De|Objet)\s?[:\uff1a]",
    re.IGNORECASE | re.MULTILINE,
)


def message_alone(text: str, data: Recognition) -> str:
    """Return a text with blanks for what is not Amazon's: the words of a poster, and the page of a forum.

    Every other sign keeps its place. A text that a poster's words do not precede comes back as it is.
    """
    end = _end(text, data)
    begin = _begin(text[:end], data)
    return _blank(text[:begin]) + text[begin:end] + _blank(text[end:])


def _begin(text: str, data: Recognition) -> int:
    """Return where Amazon's message begins behind words that are a poster's; 0 where there are none."""
    greetings = (one.start() for one in _GREETING.finditer(text) if not _TO_OTHERS.search(one.group()))
    greeted = next((at for at in greetings if _begins(text, at, data)), 0)
    announced = (one.end() for one in _announcing(data.announces).finditer(text))
    said = next((at for at in announced if _begins(text, at, data)), 0)
    return said if said and not said <= greeted <= said + NEAR else greeted


def _begins(text: str, at: int, data: Recognition) -> bool:
    """Whether a message begins at a place, and words of whom posted it stand before that."""
    return at < LONGEST and _speaks(text[at : at + NEAR]) and _is_of_a_poster(text[:at], data)


@lru_cache(maxsize=4)
def _announcing(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of words that announce a message, up to where it begins."""
    said = "|".join(map(re.escape, phrases))
    return re.compile(rf"(?:{said})[^\n.:;\uff1a]{{0,40}}[.:;\n\uff1a]\s*", re.IGNORECASE)


def _speaks(after: str) -> bool:
    """Whether what follows is said to the reader, and not by somebody of himself."""
    said = _HEADING.sub("", after)
    return not _OF_ONE.search(said) and len(_TO_THE_READER.findall(said)) >= SPOKEN_TO


def _is_of_a_poster(before: str, data: Recognition) -> bool:
    """Whether the words before a message are of whom posted it, or of the page they stood on."""
    if not before.strip() or _HEADER.search(before):
        return False
    ours, yours = len(_OF_THE_POSTER.findall(before)), len(_TO_THE_READER.findall(before))
    page = sum(before.count(words) for words in data.pages)
    return ours + page > yours


def _end(text: str, data: Recognition) -> int:
    """Return where the page goes on behind the message."""
    found = (re.search(rf"\n[\d\s]{{0,6}}{re.escape(words)}", text) for words in data.page_ends if words in text)
    return min((one.start() for one in found if one), default=len(text))


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
