"""The words of a corrective action, ready for its sentences: on what day who did what and how, and what came of it."""

from __future__ import annotations

import calendar
import re
from datetime import date

from poa_app.model.rows import CorrectiveAction
from poa_app.model.text import is_blank
from poa_app.phrases import fit, manner, method, things
from poa_app.phrases.actor import Actor
from poa_app.phrases.fitted import Fitted
from poa_app.phrases.function_words import OCCASIONS, PARTICLES, VERBS_OF_DEEDS
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.mending import mended
from poa_app.phrases.phrase import begins_object, read
from poa_app.phrases.reading import says_nothing
from poa_app.phrases.text import capitalised, tidy, uncapitalised, without_stop
from poa_app.phrases.unfinished import Unfinished, unfinished
from poa_app.phrases.verbs import conjugated
from poa_app.phrases.words import Phrase
from poa_app.render.field import Field
from poa_app.render.repeats import is_told_beside
from poa_app.render.sentences import NOT_NAMED, Shown, Telling, actor_of, aside, bracketed, has_aside, has_place


def deed_words(telling: Telling, row: CorrectiveAction, shown: Shown, path: str) -> Shown:
    """Return the words of a corrective action for its template, with the template's name under ``shape``."""
    who = actor_of(row.who, row.name)
    named = who or (NOT_NAMED if is_blank(row.who) else None)
    day = row.date if isinstance(row.date, date) else None
    what = fit.deed(row.what or "", named, day, telling.names) if row.what else Fitted("verb")
    shape = what.use if what.use in ("verb", "clause") else "own"
    joined = shape == "verb"
    where, where_entry = telling.place(
        row.where, f"{path}/where", (row.what or "").lower(), joined and not has_place(what.text)
    )
    subject = telling.person(who, f"{path}/who") if joined and who else telling.needed(row.who, f"{path}/who")
    by = _by(row, what, who) if shape == "clause" else None
    how = _how(telling, row, named, shape, what, by is not None, path)
    if by and how and how["use"] in ("phrase", "noun"):
        by = None
    relative = bool(by and how and how["use"] == "verb" and not has_aside(what.text))
    inline = how["words"] if how and (relative or how["use"] in ("phrase", "noun")) else ""
    dated = day is not None and (shape != "verb" or bool(subject)) and _names(day, f"{what.text} {inline}")
    said_day = None if dated else telling.day(row.date, f"{path}/date")
    also = shape != "own" and not dated and day is not None and day == telling.last_day
    telling.last_day = day if shape != "own" and not dated else None
    if dated and subject and joined:
        subject = Field(capitalised(subject), subject.path)
    search = _search(row, shown)
    result = None if is_blank(row.result) else Field(things.outcome(row.result or ""), f"{path}/result")
    left = unfinished(result, what.text) if result else None
    apart = shape == "own" or bool(what.rest) or search is not None or left is not None
    inside = None if apart or (how and _stands_apart(how, relative)) else _inside(row, what.text, how, result)
    return {
        "shape": shape,
        "day": said_day,
        "also": also,
        "comma": str(subject or "" if joined else what.text)[:1].isdigit(),
        "subject": subject,
        "again": Field(who.again if who else "", f"{path}/who"),
        "what": Field(capitalised(what.text) if dated and not joined else what.text, f"{path}/what"),
        "aside": has_aside(what.text),
        "rest": Field(what.rest, f"{path}/what") if what.rest else None,
        "where": where,
        "by": Field(telling.person(by, f"{path}/who").rstrip(","), f"{path}/who") if by else None,
        "how": how,
        "how_comma": has_aside(what.text) or where is not None or _begins_aside(how),
        "relative": relative,
        "search": search,
        "inside": inside,
        "absent": bool(inside and things.absence(inside)),
        "result": None if inside else result,
        **_left_open(telling, shown, left, path),
        "bracket": telling.brackets(
            shown,
            path,
            ("day", said_day if shape == "own" else None),
            ("who", None if joined or by else Field(bracketed(row.who, row.name, who), f"{path}/who")),
            where_entry,
        ),
    }


def _left_open(telling: Telling, shown: Shown, left: Unfinished | None, path: str) -> Shown:
    """Return what of a deed is still open, with its causes and proof, and what of its result is not."""
    if left is None:
        return {"open": None, "closed": None, "open_bracket": []}
    return {
        "open": Field(left.left, f"{path}/result"),
        "closed": Field(things.outcome(left.done), f"{path}/result") if left.done else None,
        "open_bracket": telling.brackets(shown, path),
    }


def _names(day: date, text: str) -> bool:
    """Whether words tell themselves on what day it was, or from which to which: from 3 to 6 November."""
    name, number, other = calendar.month_name[day.month], r"(\d{1,2})\b(?!,\d)", r"[A-Z][a-z]+"
    month = rf"(?:{name}|{name[:3]}\b\.?)"
    first, joins = rf"(?:{other} )?{number}(?: {other})?", " ?[-–] ?| (?:to|and) (?:on )?"
    span = rf"{month} {number}(?:{joins}){number}|(?:{first}(?:{joins}))?(?:{month} {number}|{number} {month})"
    told = re.compile(rf"\b(?:on|from|between) (?:{span})")
    return any(
        str(day.day) in found.groups() and not _OTHER.search(text[: found.start()]) for found in told.finditer(text)
    )


_OTHER = re.compile(r"\b(?:who|which|that|when|after|before|because|since|as|if)\b[^.;:]*\Z", re.IGNORECASE)
"""What opens a clause within the deed's sentence, whose day may be another one."""


def _begins_aside(how: Shown | None) -> bool:
    """Whether a method behind a deed wants a comma before it: answered all messages, starting with the oldest."""
    first = str(how["words"]).partition(" ")[0] if how and how["use"] == "phrase" else ""
    return first == "then" or (first.endswith("ing") and first not in _WITHOUT_COMMA)


_WITHOUT_COMMA = frozenset(("using", "during", "working"))


def _stands_apart(how: Shown, relative: bool) -> bool:
    """Whether a method is told behind the deed's own sentence, or behind a colon in it."""
    return how["use"] in ("own", "noun", "entry", "by") or (how["use"] == "verb" and not relative)


LONGEST_SENTENCE = 42
"""Words up to which a deed, how it was done and what came of it stand in one sentence."""


def _inside(row: CorrectiveAction, what: str, how: Shown | None, result: Field | None) -> Field | None:
    """Return what came of a deed as it stands in the deed's own sentence; none where that grows long or unclear."""
    told = f"{what} {how['words'] if how else ''}"
    said = things.outcome_inside(row.result or "") or things.absence(row.result or "")
    short = said is not None and len(f"{told} {said}".split()) <= LONGEST_SENTENCE
    return Field(said, result.path) if result and said and short and not re.search("[:;]", told) else None


def _search(row: CorrectiveAction, shown: Shown) -> Shown | None:
    """Return how far a search for more of the same went, once all its counts are there."""
    counts = [count for count in (row.total, row.looked_at, row.found) if isinstance(count, int)]
    told = f"{row.what or ''} {row.result or ''}".lower()
    if (
        len(counts) < len(("total", "looked at", "found"))
        or is_blank(row.unit)
        or all(_says(told, one) for one in counts)
    ):
        return None
    return {
        "every": _every(counts[0], shown["total"]) if row.looked_at == row.total else None,
        "none": row.found == 0,
        "counted": not _says(told, counts[-1]),
        "held": (row.unit or "").split()[-1].lower().removesuffix("s") in _HELD,
        "unit": Field(aside(row.unit), shown["unit"].path),
        **{name: shown[name] for name in ("total", "looked_at", "found")},
    }


def _every(total: int, shown: Field) -> Field:
    both = total == len(("one", "other"))
    return Field("Both" if both else f"All {shown}", shown.path)


_HELD = frozenset(("test", "trial", "run", "inspection", "audit"))
"""What is done and not looked at, where a search tells how many of them there were: 20 tests."""


def _says(told: str, count: int) -> bool:
    """Whether words tell a count in figures, or that there was none."""
    if count == 0:
        return bool(re.search(r"\b(?:none|no (?:other|more|further)|nothing|0|zero|the only (?:one|case))\b", told))
    return bool(re.search(rf"(?<![\d.,])(?<!the ){count:,}(?![\d.,]\d|\d)", told))


def _by(row: CorrectiveAction, what: Fitted, who: Actor | None) -> Actor | None:
    """Return who did what stands in the passive without saying by whom."""
    if (
        who is None
        or who.subject.endswith(")")  # brackets follow
        or what.rest
        or not _PASSIVE.search(what.text)
        or re.search(r"\b(?:by|who|which|that|as|because|since|so|when|after|before|until)\b|,", what.text)
    ):
        return None
    return who if who.again not in ("we", "I", "nobody") else None


_PASSIVE = re.compile(r"\b(?:was|were) (?:\w+ly )?(?:\w+ed|made|sent|taken|bought|put|set|withdrawn|rewritten)\b")


def _how(
    telling: Telling, row: CorrectiveAction, who: Actor | None, shape: str, what: Fitted, by: bool, path: str
) -> Shown | None:
    """Return how it was done: behind the deed, or in a sentence of its own with what it is read to be."""
    if is_blank(row.how):
        gap = telling.needed(row.how, f"{path}/how")
        return None if gap is None else {"use": "phrase" if shape != "own" else "entry", "words": gap}
    deed, rest = what.text, bool(what.rest)
    typed = row.how or ""
    if says_nothing(typed) or _is_told(typed, deed) or is_told_beside(typed, row, who, telling.case):
        return None
    of_them = rest and who is not None and bool(who.again) and capitalised(who.again) in what.rest
    typed = _without_deed_again(manner.without_pointer(typed), deed)
    use, words = _method(typed, who, shape, deed, by or rest, of_them)
    if use == "phrase" and _is_told(words, deed):
        return None
    return {"use": use, "words": Field(with_object(words, deed), f"{path}/how")}


_DONE_BY = re.compile(r"(?:[Tt]his|[Ii]t) (?:was|has been) done (?:by |through |via )?(?=[a-z])")


def _without_deed_again(how: str, deed: str) -> str:
    """Return how it was done without the deed's own name before it: renewed the token: renewal in the console."""
    said = _DONE_BY.sub("", how, count=1) if _DONE_BY.match(how) else how
    first, _, rest = said.partition(" ")
    verb = lexicon().verb(VERBS_OF_DEEDS.get(first.lower(), ""), "base") if first.lower() not in OCCASIONS else None
    verb = verb or lexicon().verb(first.lower(), "past")
    behind = rest.partition(" ")[0] in ("in", "on", "at", "with")
    again = behind and verb and re.search(rf"(?:\A{verb.past}\b|[a-z] {verb.participle}\b)", deed)
    return rest if again else said


_NO_NEWS = frozenset(("by", "through", "via", "with", "a", "an", "the", "in", "fba", "using"))


def _is_told(how: str, deed: str) -> bool:
    """Whether a deed has all the words of how it was done: created a removal order, by removal order."""
    words = set(re.findall(r"\w+", how.lower())) - _NO_NEWS
    told = bool(words) and words <= set(re.findall(r"\w+", deed.lower()))
    return told and (not re.search(r"\d", how) or without_stop(tidy(how)).lower() in deed.lower())


def _method(typed: str, who: Actor | None, shape: str, deed: str, apart: bool, of_them: bool) -> tuple[str, str]:
    """Return how a deed was done, and where it stands: ``phrase``, ``noun``, ``verb``, ``by``, ``entry`` or ``own``."""
    two, few = _are_two(deed), manner.of_few_words(typed)
    if two and few and shape != "own" and not _trails(deed, few):
        return "phrase", f"by {few}" if _names_again(few, deed) else few
    fitted = method.method(typed, who, apart or two)
    if shape == "own":
        said = manner.state(typed)
        if fitted.use == "own" or (fitted.use == "noun" and said):
            return "own", capitalised(said) if said else things.outcome(typed)
        if fitted.use == "phrase" and fitted.text.startswith(_LED):
            return "by", fitted.text
        return ("entry" if fitted.use in ("phrase", "noun") else fitted.use), fitted.text
    clear = shape == "verb" and not has_aside(deed) and (two or _LOOKED.match(deed))
    doing = manner.doing(typed, who) if fitted.use == "verb" and clear else None
    if doing and not re.search(r"\b(?:who|which|that)\b|,", doing):
        return "phrase", doing
    two_clauses = shape == "clause" and fitted.text.startswith("by ") and " and " in deed
    if fitted.use == "phrase" and (of_them or two_clauses or _trails(deed, fitted.text)):
        return ("phrase" if fitted.text.endswith("ly") else "by"), fitted.text
    if ":" in deed and fitted.use == "phrase":
        return ("by" if fitted.text.startswith(_LED) else "own"), fitted.text
    return _by_itself(typed, who, shape, deed) if fitted.use == "own" else (fitted.use, fitted.text)


_LED = ("by ", "in ", "through ", "with ", "via ")
"""How a method begins that may stand behind "This was done"."""


def _by_itself(typed: str, who: Actor | None, shape: str, deed: str) -> tuple[str, str]:
    """Return how a deed was done where its words are no phrase that may follow it, made whole as far as is certain."""
    phrase = read(typed)
    if typed.lower().startswith("see "):
        return "own", capitalised(typed)
    if said := manner.state(typed):
        return "own", capitalised(said)
    if who and (said := manner.handled(phrase)):
        return "verb", said
    if who and shape == "verb" and (said := _moving(phrase, who, deed)):
        return "phrase", said
    if who and who.again and (said := _did(phrase, who)):
        return "own", said
    if parts := _means_first(typed, who):
        return "phrase", parts
    if typed.startswith(_LED) and ". " in typed:
        return "by", tidy(typed)
    if _is_fragment(typed) and not _trails(deed, typed) and ":" not in deed:
        return "noun", aside(mended(tidy(typed)))
    return "own", things.outcome(typed)


def _did(phrase: Phrase, who: Actor) -> str | None:
    """Return what somebody did besides as a sentence: threw out what was left, the lead threw out what was left."""
    after = phrase.words[phrase.verb + 1].low if phrase.verb + 1 < len(phrase.words) else ""
    told = (
        phrase.kind == "verb"
        and phrase.tense == "past"
        and (after in PARTICLES or begins_object(phrase, phrase.verb + 1))
    )
    said = conjugated(phrase, "past", who.plural) if told else None
    return f"{capitalised(who.again)} {said}" if said else None


def _means_first(typed: str, who: Actor | None) -> str | None:
    """Return by what something was done, with what happened then behind it: removal order; the boxes were opened."""
    for mark in ("; ", ", "):
        means, _, then = typed.partition(mark)
        fitted, told = method.method(means, who), read(then)
        if fitted.use != "phrase" or re.search("[.;]", then.strip(" .")):
            continue
        if then in ("one at a time", "one by one"):
            return f"{fitted.text}, {then}"
        if mark == ", " and _UNITS.fullmatch(then):
            return f"{fitted.text} ({then})"
        if mark == ", " and (told.kind == "noun" or _NUMBERED.search(then)) and _NUMBERED.search(told.text):
            return f"{fitted.text}, {aside(then)}"
        if mark == ", " and told.kind == "clause" and not told.lead and told.tense == "past":
            return f"{fitted.text}; {aside(mended(tidy(then)))}"
        if told.kind == "clause" and mark == "; ":
            return f"{fitted.text}; {aside(mended(tidy(then)))}"
        if told.kind == "verb" and told.tense == "past":
            return f"{fitted.text} and {told.text}"
        if said := manner.state(then):
            return f"{fitted.text}; {said}"
    return None


_UNITS = re.compile(r"\d[\d,]* (?:units|pieces|pcs|cartons|boxes|sets|parcels|bags|pairs|SKUs|ASINs|orders)")
_NUMBERED = re.compile(r"(?:\b(?:ID|No\.?|number|order|case) ?[A-Z0-9-]*\d[\w-]*\Z)")
"""A number behind the place where something was done: in Seller Central, removal order ID X1."""

_MOVES = frozenset(("move", "put", "send", "place", "transfer", "ship", "return"))


def _moving(phrase: Phrase, who: Actor, deed: str) -> str | None:
    """Return how a thing was moved with the pronoun that stands for it: moved to a cage, moving them to a cage."""
    verb = lexicon().verb(phrase.words[phrase.verb].low, "past") if phrase.kind == "verb" else None
    after = phrase.words[phrase.verb + 1].low if phrase.verb + 1 < len(phrase.words) else ""
    if verb is None or verb.base not in _MOVES or after not in ("to", "into", "in", "on", "onto"):
        return None
    said = conjugated(phrase, "gerund", who.plural)
    first, *others = (said or "").split(" ", 1)
    known = lexicon()
    named = next((word for word in re.findall(r"[a-z]+", deed)[1:] if known.is_noun(word)), "")
    many = named in known.plurals and named.endswith("s")
    return f"{first} {'them' if many else 'it'} {others[0]}".replace(", and ", " and ") if others else None


_LOOKED = re.compile(r"(?:checked|inspected|reviewed|audited|counted|tested|searched|compared|read)\b")
"""Deeds whose way is told behind a comma: checked 76 rugs, comparing them with the drawing."""


def _names_again(doing: str, deed: str) -> bool:
    """Whether the last of several deeds has the verb of a method in it: did the drop test, by dropping 10 pieces."""
    verb = lexicon().verb(doing.partition(" ")[0], "gerund")
    last = re.split(r"\band ", deed)[-1].split()
    return verb is not None and verb.base in last


def _are_two(deed: str) -> bool:
    """Whether words tell two deeds, so that how the first was done would seem to tell of the second."""
    first, *others = re.findall(r"(?:\A|\band )([a-z]+)(?= )", deed) or [""]
    return bool(lexicon().verb(first, "past")) and any(lexicon().verb(one, "past") for one in others)


_CHANGES = frozenset(("modify", "change", "update", "correct", "edit", "adjust"))
"""Verbs that want what they change behind them."""


def _without_deed(how: str, deed: str) -> str:
    """Return a method without the deed's own verb: bought 2 printers, by buying from a dealer."""
    again = re.match(r"by (\w+ing) (?=(?:from|with|through|via|in|at|on|by) )", how)
    verb = lexicon().verb(again[1], "gerund") if again else None
    return how[again.end() :] if again and verb and re.match(rf"{verb.past}\b", deed) else how


def with_object(how: str, deed: str) -> str:
    """Return a method whose last verb has its object: left out where the deed says the verb, else a pronoun."""
    how = _without_deed(how, deed)
    last = how.rsplit(" ", 1)[-1]
    verb = lexicon().verb(last, "past", "gerund", "base")
    if verb is None or verb.base not in _CHANGES or not how.endswith(f" and {last}"):
        return how
    told = re.match(r"\w+", deed)
    deeds = [lexicon().verb(told[0], "past")] if told else []
    if any(one and (one == verb or one.base in _CHANGES) for one in deeds):
        return how.removesuffix(f" and {last}")
    passive = _PASSIVE.search(deed)
    return f"{how} {'it' if passive and passive[0].startswith('was') else 'them'}" if passive else how


def _trails(deed: str, how: str) -> bool:
    """Whether a method behind a deed would seem to belong to the last part of it alone."""
    return bool(re.search(r"\b(?:who|which|where)\b|, (?:and|then)\b", deed)) or ("," in deed and " " not in how)


FRAGMENT = 14
"""Words up to which a method that is no sentence stands behind a colon."""


def _is_fragment(how: str) -> bool:
    """Whether a method is a few words without a verb of its own, which make no sentence."""
    phrase = read(how)
    if uncapitalised(phrase.text) is None:
        return False
    return phrase.kind in ("noun", "unknown", "preposition", "verb") and len(phrase.words) <= FRAGMENT
