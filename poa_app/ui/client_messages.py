"""What the client sent: pasted as it came, and beneath it the facts that were read out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from poa_app.desk.client_facts import facts_by_line
from poa_app.desk.work import View
from poa_app.facts.chat import is_dated
from poa_app.facts.told import READ_LIMIT, ToldLine
from poa_app.facts.told_fact import Told
from poa_app.model.paths import get
from poa_app.ui import show
from poa_app.ui.labels import row_code
from poa_app.ui.markup import Markup, bold, coloured, gray, lines, put, small
from poa_app.ui.words import Reader

KINDS: dict[str, str] = {
    "date": "days",
    "time": "times",
    "count": "counts",
    "percentage": "percentages",
    "order": "order IDs",
    "asin": "ASINs",
    "shipment": "shipment IDs",
    "tracking": "tracking numbers",
    "code": "other numbers",
    "role": "roles",
    "name": "names",
    "file": "files",
    "money": "amounts of money",
}
MOST_SHOWN = 12
"""Lines of a message that are repeated with their facts marked; a chat may have hundreds."""
MOST_SIGNS = 90
"""Characters of a line that are repeated beside a field."""


def line_place(reader: Reader, view: View, path: str, number: int) -> str:
    """Name the place of a line: Message 1, line 3."""
    try:
        return reader.say("{row}, line {n}", row=row_code(reader, view.case, path), n=number)
    except KeyError:
        return ""


def shown_around(text: str, words: str = "") -> str:
    """Return a line, cut around certain words where it is long."""
    if len(text) <= MOST_SIGNS:
        return text
    at = max(text.find(words), 0) if words else 0
    start = max(0, min(at - MOST_SIGNS // 3, len(text) - MOST_SIGNS))
    cut = text[start : start + MOST_SIGNS].strip()
    return f"{'…' if start else ''}{cut}{'…' if start + MOST_SIGNS < len(text) else ''}"


def told(reader: Reader, view: View, path: str) -> None:
    """Show the facts found in one message, each in its line."""
    message = get(view.case, path)
    if not (message.text or "").strip():
        return
    found = facts_by_line(view.case, message.id)
    count = Counter(str(fact.kind) for line in found for fact in line.facts)
    if not count:
        show.markdown(small(gray(reader.say("No day, number, name or ID was found in it."))))
        return
    kinds = [put(reader.say(KINDS[kind]), str(count[kind]), by=" ") for kind in KINDS if kind in count]
    show.markdown(small(put(bold(reader.say("Found")), put(*kinds, by=" · "), by=" ")))
    show.markdown(small(lines(*(put(gray(str(one.number)), marked(one), by=" ") for one in found[:MOST_SHOWN]))))
    if len(found) > MOST_SHOWN:
        show.markdown(small(gray(reader.say("{n} more lines with facts", n=len(found) - MOST_SHOWN))))
    if not message.received and not is_dated(message.text[:READ_LIMIT]):
        show.markdown(
            small(gray(reader.say("Give the date of the message: “yesterday” and days without a year count from it.")))
        )
    if len(message.text) > READ_LIMIT:
        show.markdown(small(coloured("orange", reader.say("Only the first {n} characters are read.", n=READ_LIMIT))))


def marked(line: ToldLine, facts: Collection[Told] | None = None) -> Markup:
    """Return a line with its facts, or some of them, in bold."""
    pieces: list[str] = []
    done = 0
    for fact in line.facts if facts is None else [one for one in line.facts if one in facts]:
        pieces += [_between(line.text[done : fact.start], first=not done), bold(fact.quote)]
        done = fact.end
    return put(*pieces, _between(line.text[done:], last=True))


def _between(words: str, first: bool = False, last: bool = False) -> str:
    """Return the words around a fact, shortened where they are many."""
    words, most = words.replace("\t", " "), MOST_SIGNS // 2
    if len(words) <= 2 * most:
        return words
    head, tail = "" if first else words[:most], "" if last else words[-most:]
    return f"{head}…{tail}"
