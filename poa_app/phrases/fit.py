"""Fit somebody's words into their place in a letter, or let them stand as a sentence of their own.

Only what is certain is joined: each function returns how the words may be used, and where no use is certain they are to
be printed as they stand, between a capital and a full stop.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from poa_app.phrases import function_words as small
from poa_app.phrases.actor import Actor
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.phrase import Phrase, read
from poa_app.phrases.text import LONGEST, capitalised, sentences, tidy, uncapitalised, without_stop
from poa_app.phrases.verbs import ADVERBS_BEFORE, conjugated

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


BLANK = Fitted("blank")
_LED = re.compile(
    r"(?:(?:and|also)\s+)?(?:"
    r"(?:(?:the|one|main|root|real)\s+)*(?:reason|cause)s?\s+(?:is|was|were)\s+(?:that\s+|because\s+)?"
    r"|(?:it|that|this)\s+(?:is|was|happened)\s+because\s+|for\s+the\s+reason\s+that\s+|due\s+to\s+the\s+fact\s+that\s+"
    r"|(?:we|nobody)\s+(?:did\s+not|didn['’]t)\s+notice(?:\s+(?:it|this))?\s+because\s+|because\s+(?!of\b)(?:because\s+)*"
    r")",
    re.IGNORECASE,
)
_BECAUSE_OF = re.compile(r"(?:because\s+of|due\s+to|owing\s+to)\s+", re.IGNORECASE)
_AND = re.compile(r"(?:and|also)\s+(?!also)", re.IGNORECASE)
_NO_METHOD = frozenset(("n/a", "na", "none", "same as above", "as above", "same", "see above"))
_KEPT_IN = re.compile(
    r"(?:we\s+)?(?:will\s+)?(?:(?:record|log|write|note|enter)(?:s|ed)?\s+(?:(?:it|them|this)\s+)?(?:in|on)|keeps?)\s+(?=\S)",
    re.IGNORECASE,
)
_IF = re.compile(r"(?:if|when|whenever|once|in\s+case)\s+(?!of\b)", re.IGNORECASE)


def own(text: str) -> Fitted:
    """Return words as one sentence or several of their own, without the last stop."""
    if len(text) > LONGEST:
        return Fitted("own", text.strip())
    words = without_stop(tidy(text))
    said = " ".join(capitalised(one) for one in sentences(words))
    return Fitted("own", said) if said else BLANK


def deed(text: str, who: Actor | None, day: date | None = None, names: Names = NO_NAMES) -> Fitted:
    """Fit what somebody did: a verb phrase in the past, or a clause with a subject of its own.

    Args:
        text: as typed: "We shipped all late orders", "Closed the offers.", "All 14 listings were closed".
        who: who did it; a subject that means the same is taken off.
        day: when; a date before the clause that says the same is taken off.
    """
    first, rest = _first(text)
    phrase = _without_day(read(first), day)
    plural = bool(who and who.plural)
    found: Fitted | None = None
    if phrase.kind in ("verb", "gerund") and who:
        found = _as("verb", conjugated(phrase, "past", plural))
    elif phrase.kind == "clause" and _same(phrase, who) and who:
        found = _as("verb", conjugated(_predicate(phrase), "past", plural))
    elif phrase.kind == "clause" and not phrase.lead:
        found = _as("clause", _in_past(phrase, names))
    return replace(found, rest=rest) if found else own(text)


def _in_past(phrase: Phrase, names: Names) -> str | None:
    """Return a clause in the past inside a sentence; "have been updated" becomes "were updated"."""
    inside = uncapitalised(phrase.text, names)
    if phrase.tense == "past" or inside is None:
        return inside
    word = phrase.words[phrase.verb].low
    if word not in ("have", "has"):
        return None
    said = conjugated(_predicate(phrase), "past", plural=word == "have")
    kept = said is not None and not said.startswith("had")
    return f"{inside[: phrase.words[phrase.verb].start].rstrip()} {said}" if kept else None


def habit(text: str, who: Actor | None, perfect: bool = False, names: Names = NO_NAMES) -> Fitted:
    """Fit what somebody does again and again: a verb phrase in the present, or a clause.

    Args:
        text: as typed: "Checks the open orders", "check unshipped orders", "no new supplier is used until …".
        who: who does it.
        perfect: whether to write "has checked" where that is certain.
    """
    first, rest = _first(text)
    phrase = read(first)
    plural = bool(who and who.plural)
    found: Fitted | None = None
    predicate = phrase if phrase.kind in ("verb", "gerund") else None
    if phrase.kind == "clause" and _same(phrase, who) and not phrase.lead:
        predicate = _predicate(phrase)
    if predicate and who:
        said = conjugated(predicate, "perfect", plural) if perfect else None
        found = _as("verb", said or conjugated(predicate, "present", plural))
    elif phrase.kind == "clause" and phrase.tense == "present" and not phrase.lead:
        found = _as("clause", uncapitalised(phrase.text, names))
    return replace(found, rest=rest) if found else own(text)


def cause(text: str, who: Actor | None, names: Names = NO_NAMES) -> Fitted:
    """Fit what failed: a clause in the past, or a verb phrase whose subject is who held the step.

    Args:
        text: as typed: "Orders were confirmed late", "did not upload tracking numbers".
        who: who held the step.
    """
    first, rest = _first(_LED.sub("", tidy(text)))
    phrase = read(first)
    found: Fitted | None = None
    if phrase.kind == "verb" and phrase.tense == "past" and who:
        found = _as("verb", conjugated(phrase, "past", who.plural))
    elif phrase.kind == "clause" and phrase.tense == "past" and not phrase.lead:
        found = _as("clause", uncapitalised(phrase.text, names))
    return replace(found, rest=rest) if found else own(text)


@dataclass(frozen=True)
class Reason:
    """One answer to why.

    Attributes:
        fitted: its words; a clause joins another with "because" or "and", a noun stands after "the reason was".
        joined: the word the manager marked it with, or none.
    """

    fitted: Fitted
    joined: Literal["because", "and", ""] = ""


def reason(text: str, who: Actor | None, names: Names = NO_NAMES) -> Reason:
    """Fit an answer to why it happened or why nobody noticed: a clause, or the name of a thing.

    Args:
        text: as typed, with or without "because", "and", "due to" before it.
        who: who held the step, for words that lack their subject.
    """
    words = tidy(text)
    joined: Literal["because", "and", ""] = ""
    if _AND.match(words):
        words, joined = _AND.sub("", words, count=1), "and"
    bare = _LED.sub("", words)
    if re.match(r"(?:since|as)\b", bare, re.IGNORECASE) and read(bare).kind != "clause":
        led = bare.split(maxsplit=1)[1] if " " in bare else ""
        bare = led if read(led).kind == "clause" else bare
    joined = joined or ("because" if bare != words and not words.lower().startswith("the reason") else "")
    if _BECAUSE_OF.match(bare):
        return Reason(_noun(_BECAUSE_OF.sub("", bare)) or own(bare), joined)
    phrase = read(bare)
    found: Fitted | None = None
    if phrase.kind == "verb" and phrase.tense == "past" and who:
        said = conjugated(phrase, "past", who.plural)
        found = Fitted("clause", f"{who.again} {said}") if said else None
    elif phrase.kind == "clause" and not phrase.lead and not _explains(phrase):
        found = _as("clause", uncapitalised(phrase.text, names))
    elif phrase.kind == "noun":
        found = _noun(bare)
    if phrase.kind == "clause" and found is None:
        return Reason(own(bare), joined)
    return Reason(found or own(bare), joined)


def _explains(phrase: Phrase) -> bool:
    return any(word.low in ("because", "so", ";") for word in phrase.words)


def method(text: str, who: Actor | None) -> Fitted:
    """Fit how something was done: a phrase that follows the deed, a verb phrase, or the name of a thing.

    Args:
        text: as typed: "by hand", "We compared each invoice", "new printing schedule".
        who: who did it.
    """
    phrase = read(text)
    low = phrase.text.lower()
    led = re.match(r"(by|through|via|without|with|after|before|while)\s+(\w+)", low)
    if (
        phrase.kind == "preposition"
        and led
        and (base := lexicon().verb(led[2], "base"))
        and not lexicon().is_noun(led[2])
    ):
        return Fitted("phrase", f"{led[1]} {base.gerund}{phrase.text[led.end() :]}")
    if phrase.kind == "preposition" or (led and led[2].endswith("ing")):
        return Fitted("phrase", _small_first(phrase.text))
    if low.startswith(("using ", "following ")):
        return Fitted("phrase", _small_first(phrase.text))
    if phrase.kind == "gerund":
        return Fitted("phrase", f"by {_small_first(phrase.text)}")
    if low.endswith("ly") and " " not in low:
        return Fitted("phrase", low)
    if low in _NO_METHOD or low.startswith("see "):
        return own(text)
    if phrase.kind == "verb" and who and (phrase.tense == "base" or (phrase.tense == "past" and _has_object(phrase))):
        return _as("verb", conjugated(phrase, "past", who.plural)) or own(text)
    if phrase.kind == "clause" and _same(phrase, who) and who:
        return _as("verb", conjugated(_predicate(phrase), "past", who.plural)) or own(text)
    if phrase.kind == "noun":
        return _noun(text) or own(text)
    return own(text)


def _has_object(phrase: Phrase) -> bool:
    return phrase.verb + 1 < len(phrase.words) and phrase.words[phrase.verb + 1].low not in small.PREPOSITIONS | {"to"}


def condition(text: str, names: Names = NO_NAMES) -> Fitted:
    """Fit what trips a control: a clause that follows "if", or a phrase or thing.

    Args:
        text: as typed: "If an order is still open", "2 percent", "any late order".
    """
    phrase = read(_IF.sub("", tidy(text)))
    if phrase.kind == "clause" and not phrase.lead:
        return _as("clause", uncapitalised(phrase.text, names)) or own(text)
    if phrase.kind == "preposition":
        return Fitted("phrase", _small_first(phrase.text))
    if re.fullmatch(r"\d+(?:\.\d+)?\s*(?:%|percent)", phrase.text):
        return Fitted("phrase", f"at {phrase.text}")
    if phrase.kind == "noun" and _is_counted(phrase):
        return _noun(phrase.text) or own(text)
    return own(text)


def _is_counted(phrase: Phrase) -> bool:
    """Whether a thing has its article or number, so that a preposition may stand before it."""
    first = phrase.words[0].low
    known = (
        first in small.DETERMINERS or first in small.NUMBERS or first[0].isdigit() or first in ("more", "fewer", "less")
    )
    return known and not re.search("[<>=]", phrase.text)


def response(text: str, who: Actor | None, names: Names = NO_NAMES) -> Fitted:
    """Fit what happens when a control trips: a clause; a verb phrase gets its owner as subject.

    Args:
        text: as typed: "the offer is closed", "closes the offer", "hold the batch".
        who: who owns the control.
    """
    phrase = read(text)
    if phrase.kind == "clause" and not phrase.lead:
        if _same(phrase, who) and who and phrase.subject.lower() not in ("we", "i"):
            phrase = replace(phrase, kind="clause")
        return _as("clause", uncapitalised(phrase.text, names)) or own(text)
    if phrase.kind == "verb" and phrase.tense in ("present", "base") and who:
        said = conjugated(phrase, "present", who.plural)
        return Fitted("clause", f"{who.again} {said}") if said else own(text)
    return own(text)


def thing(text: str) -> Fitted:
    """Fit the name of a thing, as a record or a target is; a clause stands as a sentence of its own."""
    phrase = read(_KEPT_IN.sub("", tidy(text)))
    if phrase.kind in ("noun", "unknown", "preposition", "gerund") or (
        phrase.kind == "verb" and phrase.tense == "past"
    ):
        return _noun(phrase.text) or Fitted("noun", phrase.text)
    return own(text)


def record(text: str) -> Fitted:
    """Fit the record a control leaves, as it stands in brackets: without its article."""
    found = thing(text)
    bare = re.sub(r"^(?:the|a|an)\s+", "", found.text, flags=re.IGNORECASE)
    return replace(found, text=bare) if found.use == "noun" else found


def note(text: str) -> Fitted:
    """Fit what is added to a metric's value: a phrase behind its sentence, as "with no late order since"."""
    phrase = read(text)
    low = phrase.text.lower()
    if low.startswith(("with ", "without ", "and ", "after ")):
        return Fitted("phrase", _small_first(phrase.text))
    return Fitted("phrase", f"with {phrase.text}") if low.startswith("no ") and phrase.kind == "noun" else own(text)


HEADING_LIMIT = 12
"""Words of a heading above which a reviewer no longer takes it in at a glance."""


def heading(text: str) -> str:
    """Return a heading as it prints: with a capital, without a stop, cut after its last word."""
    return capitalised(" ".join(without_stop(tidy(text)).split()[:HEADING_LIMIT]).rstrip(",;:"))


def _first(text: str) -> tuple[str, str]:
    """Return the first sentence of a field, and the others as they print."""
    if len(text) > LONGEST:
        return text, ""
    found = sentences(without_stop(tidy(text)))
    if len(found) < 2:
        return text, ""
    return found[0], " ".join(capitalised(one) for one in found[1:])


def _as(use: Use, text: str | None) -> Fitted | None:
    return Fitted(use, text) if text else None


def _noun(text: str) -> Fitted | None:
    words = without_stop(tidy(text))
    inside = uncapitalised(words)
    if inside is None and words[:1].isupper() and len(words.split()) > 1:
        return None
    return Fitted("noun", inside or words)


def _small_first(words: str) -> str:
    first = words.split(maxsplit=1)[0] if words else ""
    return words if first[1:] != first[1:].lower() else words[:1].lower() + words[1:]


def _same(phrase: Phrase, who: Actor | None) -> bool:
    """Whether the subject of a clause is we, or who is named already."""
    words = [word.low for word in phrase.words[phrase.lead : phrase.verb]]
    while words and (words[-1] in ADVERBS_BEFORE or words[-1].endswith("ly")):
        words.pop()
    subject = " ".join(words)
    if subject in ("we", "i", "our team", "our company", "we all", "our staff"):
        return True
    bare = re.sub(r"^(?:the|our|a|an) ", "", subject)
    return bool(who and bare and bare in who.keys)


def _predicate(phrase: Phrase) -> Phrase:
    """Return a clause from its verb on."""
    return replace(phrase, kind="verb")


def _without_day(phrase: Phrase, day: date | None) -> Phrase:
    """Take a date off the head of a clause where it is the row's own."""
    if phrase.kind != "clause" or not phrase.lead or day is None:
        return phrase
    said = phrase.text[: phrase.words[phrase.lead].start].rstrip(" ,")
    numbers = re.findall(r"\d+", said)
    month = calendar.month_name[day.month]
    own = [str(day.day)] in (numbers[:1],) and month in said and numbers[1:] in ([], [str(day.year)])
    return read(phrase.after(phrase.lead)) if own else phrase
