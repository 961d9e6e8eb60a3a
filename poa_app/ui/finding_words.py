"""How a finding is put into words: its weight, its message in the session's language, and the words it is about."""

from __future__ import annotations

from poa_app.desk.text_findings import Told, is_over_words
from poa_app.knowledge import knowledge
from poa_app.model.finding import Finding
from poa_app.model.paths import pattern
from poa_app.ui import markup
from poa_app.ui.markup import Markup
from poa_app.ui.words import Reader

MOST_QUOTED = 4
"""How many different words are quoted of a rule that is broken in many places."""

LONGEST_QUOTE = 40
"""Characters shown of each of them."""

BADGES = {"blocks": ("red", "Blocks"), "fix": ("orange", "Fix"), "consider": ("gray", "Consider")}


def badge(reader: Reader, finding: Finding) -> Markup:
    """Name a finding's weight as a coloured badge."""
    colour, word = BADGES[finding.severity]
    return markup.badge(colour, reader.say(word))


def message(reader: Reader, finding: Finding) -> str:
    """Return the message of a finding in the session's language."""
    return finding.message_zh if reader.language == "zh" else finding.message


def here(reader: Reader, finding: Finding) -> str:
    """Return the message of a finding without the name of its field, beneath which it stands."""
    words = finding.message_zh if reader.language == "zh" else finding.message
    question = knowledge().questions.get(pattern(finding.path))
    if question:
        name = f"{reader.localized(question.label)}{reader.colon}"
        words = words.partition(name)[2] or words
    return words


def why(reader: Reader, finding: Finding) -> str:
    """Return why a finding matters."""
    return finding.why_zh if reader.language == "zh" else finding.why


def places(reader: Reader, line: Told) -> str:
    """Return in how many places a rule is broken, and the words there; nothing where it is one place."""
    if len(line.findings) == 1:
        return ""
    quotes = [_short(words) for words in line.quotes[:MOST_QUOTED]]
    if len(line.quotes) > MOST_QUOTED:
        quotes.append("…")
    return reader.say("{n} places: {words}", n=len(line.findings), words=reader.comma.join(quotes))


def quoted(reader: Reader, line: Told) -> str:
    """Return the words a line is about, where its message does not repeat them."""
    quote = line.first.quote or ""
    if len(line.findings) > 1 or not is_over_words(line.first) or quote in message(reader, line.first):
        return places(reader, line)
    return f"“{_short(quote)}”"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[:LONGEST_QUOTE].rstrip()}…"


def family_name(reader: Reader, family: str) -> str:
    """Return what a family of rules is called."""
    names = knowledge().rule_families
    return reader.localized(names[family]) if family in names else family
