"""The rules over words as a part of the handbook: by family, each with its reason, its source and its examples."""

from __future__ import annotations

from functools import partial

from poa_app.desk import rules
from poa_app.desk.rules import RuleEntry
from poa_app.ui import show
from poa_app.ui.finding_words import BADGES, family_name
from poa_app.ui.labels import source
from poa_app.ui.markup import Markup, badge, bold, bullets, gray, put, small
from poa_app.ui.words import Reader, join_sentences

FIXES = {
    "automatic": "Mended on request",
    "offered": "Words are offered",
    "none": "To be rewritten by hand",
}
"""What the program does about a rule that fires."""


def rule_handbook(reader: Reader) -> None:
    """Show every rule, by family."""
    families = rules.handbook()
    count = sum(map(len, families.values()))
    show.subheader(reader.say("Rules for the English of a letter"), anchor=False)
    words = reader.say(
        "{n} rules. They find a part of what can be wrong; somebody still has to read the letter.", n=count
    )
    show.markdown(small(gray(words)))
    for family, entries in families.items():
        title = reader.say("{family}: {n}", family=family_name(reader, family), n=len(entries))
        with show.expander(title, key=f"rules{family}", on_change="rerun") as opened:
            if opened.open:
                for entry in entries:
                    _entry(reader, entry)


def _entry(reader: Reader, entry: RuleEntry) -> None:
    rule = entry.rule
    colour, word = BADGES[rule.severity]
    state = badge("gray", reader.say("On trial, not shown")) if rule.state == "shadow" else ""
    head = put(badge(colour, reader.say(word)), bold(rules.said(reader.localized(rule.message))), state, by=" ")
    show.markdown(small(head))
    told = join_sentences(reader.localized(rule.why), source(reader, rule.source))
    show.markdown(small(gray(put(told, reader.say(FIXES[entry.fix]), entry.name, by=" · "))))
    show.markdown(
        bullets((*(_bad(reader, text, quote) for text, quote in entry.bad), *map(partial(_good, reader), rule.good)))
    )


def _bad(reader: Reader, text: str, quote: str) -> Markup:
    before, _, behind = text.partition(quote)
    return small(put(badge("red", reader.say("Flagged")), put(before, bold(quote), behind), by=" "))


def _good(reader: Reader, text: str) -> Markup:
    return small(put(badge("green", reader.say("Passes")), text, by=" "))
