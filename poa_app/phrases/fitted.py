"""Words as a letter may use them, and what all ways of fitting them share."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from poa_app.phrases.actor import Actor
from poa_app.phrases.function_words import VERBS_FIRST
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.mending import mended
from poa_app.phrases.phrase import begins_object, read
from poa_app.phrases.spliced import clauses
from poa_app.phrases.text import LONGEST, capitalised, sentences, tidy, uncapitalised, without_stop
from poa_app.phrases.verbs import ADVERBS_BEFORE
from poa_app.phrases.words import Phrase

Names = frozenset[str]
"""Names of people and companies of the case, in small letters, by their first word: they keep their capital."""
NO_NAMES: Names = frozenset()
Use = Literal["blank", "verb", "clause", "phrase", "noun", "own"]


@dataclass(frozen=True)
class Fitted:
    """Words as a letter may use them.

    Attributes:
        use: ``verb`` follows its subject, ``clause`` and ``phrase`` stand inside a sentence, ``noun`` where a thing is
            named, ``own`` is a sentence of its own without its stop.
        text: the words in that use.
        rest: further sentences that followed in the same field, without the last stop.
    """

    use: Use
    text: str = ""
    rest: str = ""

    @property
    def joins(self) -> bool:
        """Whether the words may stand inside another sentence."""
        return self.use not in ("own", "blank")


_ARROW = re.compile(r" ?(?:→|⇒|=>|->) ?(?=[a-z])")
BLANK = Fitted("blank")

MOST_REMEMBERED = 256
"""How many fields' words are remembered by each reader; an edit of a case changes those of one row."""


def without_lead(lead: re.Pattern[str], text: str) -> str:
    """Return tidy words without what a pattern finds at their beginning, and nowhere else."""
    words = tidy(text)
    found = lead.match(words)
    return words[found.end() :] if found else words


def own(text: str) -> Fitted:
    """Return words as one sentence or several of their own, without the last stop."""
    if len(text) > LONGEST:
        return Fitted("own", text.strip())
    words = _ARROW.sub(": ", without_stop(mended(tidy(text))))
    said = " ".join(capitalised("; ".join(clauses(one))) for one in sentences(words))
    return Fitted("own", said) if said else BLANK


def used(use: Use, text: str | None) -> Fitted | None:
    """Return words in a use; none where there are none."""
    return Fitted(use, text) if text else None


def named(text: str) -> Fitted | None:
    """Return the name of a thing as it stands inside a sentence; none where its capital may be a name's."""
    words = without_stop(mended(tidy(text)))
    inside = uncapitalised(words)
    if inside is None and words[:1].isupper() and len(words.split()) > 1:
        return None
    return Fitted("noun", inside or words)


def small_first(words: str) -> str:
    """Return words with a small first letter, unless the first word has capitals of its own."""
    first = words.split(maxsplit=1)[0] if words else ""
    return words if first[1:] != first[1:].lower() else words[:1].lower() + words[1:]


def first_sentence(text: str) -> tuple[str, str]:
    """Return the first sentence of a field, and the others as they print."""
    if len(text) > LONGEST:
        return text, ""
    first, *others = sentences(without_stop(mended(tidy(text)))) or [""]
    head, *spliced = clauses(without_stop(first))
    rest = [*(f"{capitalised(one)}." for one in spliced), *map(capitalised, others)]
    return (head, without_stop(" ".join(rest))) if rest else (text, "")


def has_subject(phrase: Phrase, who: Actor | None) -> bool:
    """Whether the subject of a clause is we, or who is named already."""
    words = [word.low for word in phrase.words[phrase.lead : phrase.verb]]
    while words and (words[-1] in ADVERBS_BEFORE or words[-1].endswith("ly")):
        words.pop()
    subject = " ".join(words)
    if subject in ("he", "she"):
        return who is not None
    if subject in ("we", "i", "our team", "our company", "we all", "our staff"):
        return True
    bare = re.sub(r"^(?:the|our|a|an) ", "", subject)
    return bool(who and bare and bare in who.keys)


def by_name(text: str, who: Actor | None) -> tuple[str, str]:
    """Return the name of who acts and the deed behind it, since a name may look like a verb: Rob rebooked it."""
    if who is None or not who.person or not text[:1].isupper() or len(text) > LONGEST:
        return "", text
    for name in (who.person, who.person.partition(" ")[0]):
        rest = text[len(name) + 1 :]
        first = rest.partition(" ")[0]
        if text.startswith(f"{name} ") and first.islower() and (read(rest).kind == "verb" or first.endswith("ed")):
            return name, rest
    return "", text


_VERB_LISTED = re.compile(r"(?:\A(?:[a-z]+ly )?|, )([a-z]+)(?= )")


def with_and(said: str) -> str:
    """Return a list of verb phrases with "and" before its last: moves the bags, prints the list and counts it."""
    found = list(_VERB_LISTED.finditer(said))
    if not found or found[0].start():
        return said
    first, *others = found
    forms = lexicon().kinds(first[1]) - {"participle", "gerund"}
    for last in reversed(others[-MOST_LISTED:]):
        noun = lexicon().is_noun(last[1]) and last[1].removesuffix("s") not in VERBS_FIRST
        if forms & lexicon().kinds(last[1]) and not (noun and not begins_object(read(said[last.start(1) :]), 1)):
            told = re.search(r"\band\b", said[last.start() :])
            return said if told else f"{said[: last.start()]} and {said[last.start(1) :]}"
    return said


MOST_LISTED = 4
"""Verbs of a list, from its end, of which one may be the last."""


def predicate(phrase: Phrase) -> Phrase:
    """Return a clause from its verb on."""
    return replace(phrase, kind="verb")
