"""The words of a corrective action, ready for its sentences: on what day who did what and how, and what came of it."""

from __future__ import annotations

import re
from datetime import date

from poa_app.model.rows import CorrectiveAction
from poa_app.model.text import is_blank
from poa_app.phrases import fit, things
from poa_app.phrases.actor import Actor
from poa_app.phrases.fitted import Fitted
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.mending import mended
from poa_app.phrases.phrase import read
from poa_app.phrases.reading import says_nothing
from poa_app.phrases.text import tidy, uncapitalised
from poa_app.render.field import Field
from poa_app.render.sentences import NOT_NAMED, Shown, Telling, actor_of, aside, has_aside, holder


def deed_words(telling: Telling, row: CorrectiveAction, shown: Shown, path: str) -> Shown:
    """Return the words of a corrective action for its template, with the template's name under ``shape``."""
    who = actor_of(row.who, row.name)
    named = who or (NOT_NAMED if is_blank(row.who) else None)
    day = row.date if isinstance(row.date, date) else None
    what = fit.deed(row.what or "", named, day, telling.names) if row.what else Fitted("verb")
    shape = what.use if what.use in ("verb", "clause") else "own"
    joined = shape == "verb"
    where, where_entry = telling.place(row.where, f"{path}/where", (row.what or "").lower(), joined)
    also = shape != "own" and day is not None and day == telling.last_day
    telling.last_day = day if shape != "own" else None
    subject = telling.person(who, f"{path}/who") if joined and who else telling.needed(row.who, f"{path}/who")
    said_day = telling.day(row.date, f"{path}/date")
    by = _by(row, what, who) if shape == "clause" else None
    how, how_entry = _how(telling, row, named, shape, what.text, by is not None, path)
    if by and how and how["use"] in ("phrase", "noun"):
        by = None
    return {
        "shape": shape,
        "day": said_day,
        "also": also,
        "comma": str(subject or "" if joined else what.text)[:1].isdigit(),
        "subject": subject,
        "again": Field(who.again if who else "", f"{path}/who"),
        "what": Field(what.text, f"{path}/what"),
        "aside": has_aside(what.text),
        "rest": Field(what.rest, f"{path}/what") if what.rest else None,
        "where": where,
        "by": Field(telling.person(by, f"{path}/who").rstrip(","), f"{path}/who") if by else None,
        "how": how,
        "search": _search(row, shown),
        "result": Field(things.outcome(row.result or ""), f"{path}/result") if not is_blank(row.result) else None,
        "bracket": telling.brackets(
            shown,
            path,
            ("day", said_day if shape == "own" else None),
            ("who", None if joined or by else Field(holder(row.who, row.name, who), f"{path}/who")),
            where_entry,
            ("how", how_entry),
        ),
    }


def _search(row: CorrectiveAction, shown: Shown) -> Shown | None:
    """Return how far a search for more of the same went, once all its counts are there."""
    if not all(isinstance(count, int) for count in (row.total, row.looked_at, row.found)) or is_blank(row.unit):
        return None
    return {
        "all": row.looked_at == row.total,
        "none": row.found == 0,
        "unit": Field(aside(row.unit), shown["unit"].path),
        **{name: shown[name] for name in ("total", "looked_at", "found")},
    }


def _by(row: CorrectiveAction, what: Fitted, who: Actor | None) -> Actor | None:
    """Return who did what stands in the passive without saying by whom."""
    if (
        who is None
        or what.rest
        or not _PASSIVE.search(what.text)
        or re.search(r"\b(?:by|who|which|that)\b|,", what.text)
    ):
        return None
    return who if who.again not in ("we", "I", "nobody") else None


_PASSIVE = re.compile(r"\b(?:was|were) (?:\w+ly )?(?:\w+ed|made|sent|taken|bought|put|set|withdrawn|rewritten)\b")


def _how(
    telling: Telling, row: CorrectiveAction, who: Actor | None, shape: str, deed: str, apart: bool, path: str
) -> tuple[Shown | None, Field | None]:
    """Return how it was done: behind the deed, in a sentence with who did it or as it stands, or for the brackets."""
    if is_blank(row.how):
        gap = telling.needed(row.how, f"{path}/how")
        return (None if gap is None else {"use": "phrase" if shape != "own" else "entry", "words": gap}), None
    if says_nothing(row.how or ""):
        return None, None
    fitted = fit.method(row.how or "", who, apart)
    use = "entry" if shape == "own" and fitted.use in ("phrase", "noun") else fitted.use
    if (use == "phrase" and _trails(deed, fitted.text)) or (
        use == "own" and shape != "own" and _is_fragment(row.how or "")
    ):
        return None, Field(aside(mended(tidy(row.how or ""))) if use == "own" else fitted.text, f"{path}/how")
    return {"use": use, "words": Field(_with_object(fitted.text, deed), f"{path}/how")}, None


_CHANGES = frozenset(("modify", "change", "update", "correct", "edit", "adjust"))
"""Verbs that want what they change behind them."""


def _without_deed(how: str, deed: str) -> str:
    """Return a method without the deed's own verb: bought 2 printers, by buying from a dealer."""
    again = re.match(r"by (\w+ing) (?=(?:from|with|through|via|in|at|on|by) )", how)
    verb = lexicon().verb(again[1], "gerund") if again else None
    return how[again.end() :] if again and verb and re.match(rf"{verb.past}\b", deed) else how


def _with_object(how: str, deed: str) -> str:
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
"""Words up to which a method that is no sentence stands in brackets."""


def _is_fragment(how: str) -> bool:
    """Whether a method is a few words without a verb of its own, which make no sentence."""
    phrase = read(how)
    if uncapitalised(phrase.text) is None:
        return False
    return phrase.kind in ("noun", "unknown", "preposition", "verb") and len(phrase.words) <= FRAGMENT
