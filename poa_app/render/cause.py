"""The words of a root cause, ready for its sentences: when and where, what failed, why, and why nobody noticed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from poa_app.model.rows import RootCause
from poa_app.model.text import is_blank
from poa_app.model.waivers import is_waived
from poa_app.phrases import failure
from poa_app.phrases.actor import Actor
from poa_app.phrases.failure import Reason
from poa_app.phrases.fitted import Fitted, by_name
from poa_app.phrases.phrase import read
from poa_app.phrases.place import moment
from poa_app.phrases.text import capitalised, sentences, tidy, uncapitalised, without_stop
from poa_app.render import wording
from poa_app.render.field import Field
from poa_app.render.sentences import NOT_NAMED, Entry, Shown, Telling, actor_of, aside, bracketed


def cause_words(telling: Telling, row: RootCause, shown: Shown, path: str) -> Shown:
    """Return the words of a root cause for its template, with the template's name under ``shape``."""
    who = actor_of(row.who, row.name)
    over = not is_blank(row.end)
    what = failure.cause(row.what or "", who or NOT_NAMED, telling.names, over) if row.what else Fitted("verb")
    counted = what.use == "clause" and bool(_COUNTED.match(what.text))
    alone = _is_apart(telling, row, what.text, counted)
    shape = what.use if what.use in ("verb", "clause") and not alone else "own"
    led = what.use == "verb" and shape == "own" and who is not None
    text = f"{telling.person(who, f'{path}/who')} {what.text}" if who and led else what.text
    text = text if shape != "own" else capitalised(text)
    told = " ".join((row.what or "", *row.why, *row.unnoticed)).lower()
    where, where_entry = telling.place(row.where, f"{path}/where", told, shape != "own" and not counted)
    held = None if shape == "verb" or led else _holder(telling, row, who, told, path)
    place_held, where = _with_holder(text, shape, held, where)
    if where is not None and text.lower().startswith(f"the {where.split()[-1].lower()} "):
        where, where_entry = None, ("where", where)  # at the Dongguan factory, the factory ...
    if held and where_entry[1] is not None and where_entry[1].startswith("at "):
        place_held, where_entry = where_entry[1], ("where", None)
    span, timed = _timed(row, _span(telling, row, path))
    when = None if timed else moment(row.when or "")
    said_when = Field(when or aside(row.when), f"{path}/when") if not (timed or is_blank(row.when)) else None
    joins_when = when is not None and shape != "own"
    why = row.why if shape == "verb" or led else _with_role(telling, row.why, who)
    reasons = _reasons(telling, why, who, f"{path}/why", over)
    if who and _name_it(telling, who, reasons, place_held, path):
        held = None
    if held and who and who.again not in ("we", "I") and not held.gap:
        telling.person(who, f"{path}/who")
    span_told = shape != "own" or _holds_span(row, text)
    hung = where_entry[1] is not None or not span_told or (said_when is not None and not joins_when)
    within = _within(what, reasons) if (what.use == "clause" if shape == "own" else not hung) else []
    left = list(_joined(reasons[len(within) :]))
    told_what = _told(text, what.rest, hung and shape == "own", f"{path}/what")
    days = [] if span_told else _in_brackets(span, _named_as(telling, row, what, counted))
    behind = len(days) > 1 and _tells_its_own_day(told_what)
    return {
        "shape": shape,
        "counted": counted,
        **told_what,
        "rest_span": span if behind else None,
        "rest_holder": held if behind else None,
        "subject": _subject(telling, who, path) if shape == "verb" else None,
        "span": span,
        "where": where,
        "when": said_when if joins_when else None,
        "bracket": telling.brackets(
            shown,
            path,
            *([] if behind else days),
            ("when", None if joins_when else said_when),
            where_entry,
            ("holder", None if behind else held),
            ("holder-place", None if behind and held else place_held),
        ),
        "hung": (hung and shape == "own") or bool(held and within),
        "within": within,
        "why": left or ([] if within else _gap(telling, f"{path}/why")),
        **_unnoticed(_reasons(telling, _without_unseen(row.unnoticed), who, f"{path}/unnoticed", over)),
    }


def _told(text: str, rest: str, apart: bool, path: str) -> Shown:
    """Return what failed, and further sentences on it.

    Args:
        text: one sentence or several.
        rest: sentences behind it.
        apart: whether its first sentence stands by itself, as a place or a span behind it would else tell of the last.
        path: of the field.
    """
    first, *others = sentences(text) if apart else [text]
    then = " ".join(filter(None, (*others, rest)))
    return {
        "what": Field(without_stop(first) if others else text, path),
        "rest": Field(then, path) if then else None,
    }


def _tells_its_own_day(told: Shown) -> bool:
    """Whether what failed begins with a sentence on one day, and the last one tells what lasted: moved on June 6."""
    last = sentences(told["rest"])[-1] if told["rest"] else ""
    return bool(last) and _holds_month(told["what"]) and not _holds_month(last) and not last.endswith(")")


_ACTS = re.compile(r"(?:we|they|nobody|no one|our|all|both|only)\b", re.IGNORECASE)
"""How a clause begins that tells who acted, so that a place before it is where they did."""


def _with_holder(text: str, shape: str, held: Field | None, where: Field | None) -> tuple[Field | None, Field | None]:
    """Return a place for behind who held the step, or for the sentence: an effect may show elsewhere.

    "At the factory, the glass was broken in transit" says what nobody meant.
    """
    is_effect = shape == "clause" and not _ACTS.match(text) and where is not None and where.startswith("at ")
    return (where, None) if is_effect and held else (None, where)


def _subject(telling: Telling, who: Actor | None, path: str) -> Field:
    return telling.person(who, f"{path}/who") if who else Field("", f"{path}/who")


def _span(telling: Telling, row: RootCause, path: str) -> Shown:
    """Return when a cause held: on one day, from one to another, from a day on, or until one."""
    if is_blank(row.start) and is_waived(telling.case, f"{path}/start"):
        last = telling.day(row.end, f"{path}/end")
        until = Field(f"until {last}", last.path) if last else None
        return {"kind": "until" if last else "none", "start": None, "end": last, "words": until}
    start, end = telling.day(row.start, f"{path}/start"), telling.day(row.end, f"{path}/end")
    kind = "since" if is_blank(row.end) else "day" if row.start == row.end else "range"
    if kind == "range" and isinstance(row.start, date) and isinstance(row.end, date) and row.start.year != row.end.year:
        start, end = (
            Field(wording.day(one, telling.dates), field.path) for one, field in ((row.start, start), (row.end, end))
        )
    if kind == "day" and isinstance(row.end, date):
        end = Field(wording.day(row.end, telling.dates), f"{path}/end")
    words = {"since": f"since {start}", "day": f"on {end}", "range": f"{start} to {end}"}[kind]
    return {"kind": kind, "start": start, "end": end, "words": Field(words if start else "", f"{path}/start")}


_TIME = r"\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?"


def _timed(row: RootCause, span: Shown) -> tuple[Shown, bool]:
    """Return when a cause held with the times that other words tell beside the same two days, and whether they do."""
    start, end = span["start"], span["end"]
    if span["kind"] != "range" or not start or not end or is_blank(row.when):
        return span, False
    first, last = (rf"{re.escape(one)},?(?: at)? ({_TIME})" for one in (start, end))
    days = rf"(?:from |between )?{first}(?: to | until | till | and | ?[-–] ?){last}"
    found = re.fullmatch(days, without_stop(tidy(row.when or "")), re.IGNORECASE)
    if not found:
        return span, False
    since, until = Field(f"{found[1]} on {start}", start.path), Field(f"{found[2]} on {end}", end.path)
    return {**span, "start": since, "end": until, "words": Field(f"{since} to {until}", start.path)}, True


def _in_brackets(span: Shown, kind: str) -> list[Entry]:
    """Return when a cause held as it stands in brackets: October 3 to November 1, its last day with a path too."""
    whole = span["kind"] == "range" and span["start"] and span["end"]
    return [(kind, span["start"]), ("span-end", span["end"])] if whole else [("span", span["words"])]


def _named_as(telling: Telling, row: RootCause, what: Fitted, counted: bool) -> str:
    """Return what the days of a cause are called in brackets: a deed, or orders counted later, did not last so long."""
    if counted and _is_before_the_window(telling, row):
        return "span-cause"
    once = _ONE_MOMENT.search(what.text) or _is_one_moment(row, what.text)
    return "lasting" if once or (what.use == "verb" and _is_long(row)) else "span"


def _is_apart(telling: Telling, row: RootCause, text: str, counted: bool) -> bool:
    """Whether the days of a cause are told apart from what failed."""
    alone = _stands_alone(text) and not (counted and not _holds_month(text))
    once = bool(_ONE_MOMENT.search(text)) or _is_one_moment(row, text)
    return alone or once or (counted and _is_before_the_window(telling, row))


def _stands_alone(text: str) -> bool:
    """Whether no date may stand before words: they hold one, or begin with a figure."""
    return text[:1].isdigit() or _holds_month(text)


_ONE_MOMENT = re.compile(
    r"\bwhen (?:the|a|an|we|they|it|our)\b.*\b(?:created|made|uploaded|published|opened|listed|launched|set up|added"
    r"|copied|entered|imported|registered)\b",
    re.IGNORECASE,
)
"""How something is told that happened once, though what it led to lasted: mistyped when the page was created."""


_DONE_ONCE = re.compile(
    r"(?:(?!(?:never|not|always|often)\b)[\w'’(),.-]+ ){0,6}?(?:added|created|uploaded|launched|merged|published"
    r"|registered|imported"
    r"|set up|listed) (?!by\b)(?:the|a|an|our|one|two|three|\d) ",
    re.IGNORECASE,
)
_REPEATED = re.compile(
    r"\b(?:each|every|always|often|orders?|daily|again|times|when|whenever|batch(?:es)?)\b", re.IGNORECASE
)
LONGEST_MOMENT = timedelta(days=7)
"""Days above which something done once did not take as long as its cause lasted."""


def _is_one_moment(row: RootCause, text: str) -> bool:
    """Whether something was done once, though its cause held for weeks: added 3 brushes to the family in June."""
    return _is_long(row) and bool(_DONE_ONCE.match(text)) and not _REPEATED.search(text)


def _is_long(row: RootCause) -> bool:
    return isinstance(row.start, date) and isinstance(row.end, date) and row.end - row.start > LONGEST_MOMENT


def _is_before_the_window(telling: Telling, row: RootCause) -> bool:
    """Whether a cause had ended when the orders of the rate were counted, so that its days are not theirs."""
    first = [one.then.start for one in telling.case.metrics if isinstance(one.then.start, date)]
    return isinstance(row.end, date) and bool(first) and row.end < min(first)


def _holds_month(text: str) -> bool:
    return any(name in text for name in wording.MONTHS)


_COUNTED = re.compile(
    r"(?!1 )\d[\d,]* (?!(?:of|[ckm]?m|[km]?g|ml|l|inch(?:es)?|in|oz|lbs?|ft|percent|day|days)\b)[a-z]"
)
"""A number of things at the head of a clause; behind a date it needs words between."""


def _holds_span(row: RootCause, text: str) -> bool:
    """Whether a cause's own words already hold the first and the last day it was true: on October 24 and 26."""
    days = [one for one in (row.start, row.end) if isinstance(one, date)]
    numbers = re.findall(r"\d+", text)
    return bool(days) and all(wording.MONTHS[one.month - 1] in text and str(one.day) in numbers for one in days)


def _holder(telling: Telling, row: RootCause, who: Actor | None, told: str, path: str) -> Field | None:
    """Return who held the step, where no other words say it."""
    if is_blank(row.who):
        return telling.needed(row.who, f"{path}/who")
    if who and (who.again in ("we", "I") or any(re.search(rf"\b{re.escape(key)}\b", told) for key in who.keys)):
        return None
    return Field(bracketed(row.who, row.name, who), f"{path}/who")


def _name_it(telling: Telling, who: Actor, reasons: Reasons, place: Field | None, path: str) -> bool:
    """Whether an answer to why names the very person or role that held the step, so that nothing is left to say."""
    if who.person and any(one.fitted.text.startswith(who.subject) for _, one in reasons):
        telling.person(who, f"{path}/who")
        return True
    named = " ".join(one.fitted.text for _, one in reasons).lower()
    return place is None and bool(re.search(rf"\b{re.escape(who.bare.lower())}\b", named))


def _gap(telling: Telling, path: str) -> list[Shown]:
    gap = telling.needed(None, path)
    return [] if gap is None else [{"join": "first", "words": gap, "inside": gap, "rest": None}]


_UNSEEN = re.compile(
    r"\A\s*(?:it was |was )?not (?:seen|noticed|found|detected|realised|realized)(?:,|;|:| because| as| since) ", re.I
)


def _without_unseen(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return why nobody noticed without words that only say so, as its sentence does: Not seen, the page shows 5."""
    return tuple(_UNSEEN.sub("", text, count=1) for text in texts)


Reasons = list[tuple[str, Reason]]
"""Answers to why, each with the path of its field."""

LONGEST_CAUSE = 40
"""Words up to which what failed and why stand in one sentence."""
_EXPLAINED = re.compile(r"\b(?:because|so|but|although|since|due to|owing to|until)\b|;", re.IGNORECASE)
_SEEN = re.compile(r"\b(?:unnoticed|notic\w+|found (?:it|this|out)|discover\w+)\b", re.IGNORECASE)
"""Words that say themselves that nobody noticed."""


def _reasons(telling: Telling, texts: tuple[str, ...], who: Actor | None, path: str, over: bool) -> Reasons:
    """Fit the answers to why; one that begins anew, "Because ...", answers the question and not the answer above it."""
    said = [(f"{path}/{place}", text) for place, text in enumerate(texts) if not is_blank(text)]
    texts = tuple(text for _, text in said)
    reasons = [
        (at, failure.reason(text, None if _is_named_above(texts, place, who) else who, telling.names, over))
        for place, (at, text) in enumerate(said)
    ]
    return [
        (at, replace(one, joined="") if place and text.lstrip().startswith("Because") else one)
        for place, ((at, one), (_, text)) in enumerate(zip(reasons, said, strict=True))
    ]


def _with_role(telling: Telling, texts: tuple[str, ...], who: Actor | None) -> tuple[str, ...]:
    """Return answers whose first name gets its role, where nothing before tells it: Rob forgot it, he forgot it.

    "He" is told as the role with the name, and its brackets need not say whose step it was.
    """
    if who is None or telling.people.get(who.again) == who.person or not who.subject.endswith(","):
        return texts
    at = next((place for place, text in enumerate(texts) if by_name(text, who)[0]), None)
    if at is None:
        return texts
    return (*texts[:at], f"he {by_name(texts[at], who)[1]}", *texts[at + 1 :])


def _is_named_above(texts: tuple[str, ...], place: int, who: Actor | None) -> bool:
    """Whether the answer above "she" or "he" names who that is, so that no role need stand for them."""
    pronoun = re.match(r"\s*(?:(?:and|because) )?(?:she|he) ", texts[place], re.IGNORECASE)
    return bool(pronoun and place and who and who.person and who.person.lower() in texts[place - 1].lower())


def _within(what: Fitted, reasons: Reasons) -> list[Shown]:
    """Return the answers to why that may stand in the sentence of what failed, behind "because" and "and"."""
    told: list[Shown] = []
    words = len(what.text.split())
    for path, one in [] if what.rest or _EXPLAINED.search(what.text) else reasons[:2]:
        join = _join_within(one, [link["join"] for link in told])
        words += len(one.fitted.text.split())
        if not join or one.fitted.rest or _EXPLAINED.search(one.fitted.text) or words > LONGEST_CAUSE:
            break
        told.append({"join": join, "words": Field(one.fitted.text, path)})
    left = reasons[len(told) :]
    return [] if left and left[0][1].joined == "because" else told


def _join_within(one: Reason, before: list[str]) -> str:
    """Return how an answer joins the sentence of what failed; nothing where it does not."""
    if not before:
        use = {"clause": "because", "noun": "because-of" if one.joined == "because" else ""}
        return use.get(one.fitted.use, "")
    return "and" if before == ["because"] and one.fitted.use == "clause" and one.joined == "and" else ""


def _unnoticed(reasons: Reasons) -> Shown:
    """Return why nobody noticed: behind "because", before "so", as it stands where it says so, or behind a colon."""
    chain = list(_joined(reasons))
    if not chain:
        return {"unnoticed": chain, "unnoticed_lead": "none"}
    if _SEEN.search(chain[0]["inside"]):
        return {"unnoticed": chain, "unnoticed_lead": "none" if chain[0]["join"] == "first" else "colon"}
    explained = _EXPLAINED.search(chain[0]["inside"]) or any(link["join"] == "because" for link in chain)
    if (
        (explained or chain[0]["join"] == "own")
        and len(chain) == 1
        and chain[0]["rest"] is None
        and _may_lead_so(chain[0]["inside"])
    ):
        return {"unnoticed": chain, "unnoticed_lead": "so"}
    if chain[0]["join"] != "first":
        words = chain[0]["words"]
        chain[0] = {**chain[0], "words": Field(uncapitalised(words) or words, words.path)}
        return {"unnoticed": chain, "unnoticed_lead": "colon"}
    chain[0] = {**chain[0], "words": chain[0]["inside"]}
    return {"unnoticed": chain, "unnoticed_lead": "colon" if explained else "because"}


def _may_lead_so(words: str) -> bool:
    """Whether words are one clause that explains itself, so that ", so this went unnoticed" may follow."""
    return read(words).kind == "clause" and not re.search(r"\bso\b|[;.:]", words)


def _joined(reasons: Reasons) -> Iterator[Shown]:
    """Join answers to why: with "because" or "and" where the manager marked it so, else with a semicolon."""
    before, closed = "", True
    for path, one in reasons:
        words, use = one.fitted.text, one.fitted.use
        if use == "noun":
            join = "because-of" if before == "first" and not closed else "reason"
        elif use == "clause" and not closed:
            wanted = one.joined or "semicolon"
            join = "semicolon" if wanted == before else wanted
        else:
            join, words = "first" if use == "clause" else "own", capitalised(words)
        before = join
        closed = use != "clause" or join == "semicolon" or bool(one.fitted.rest) or "because" in words
        yield {
            "join": join,
            "words": Field(words, path),
            "inside": Field(one.fitted.text, path),
            "rest": Field(one.fitted.rest, path) if one.fitted.rest else None,
        }
