"""The rates a notice gives: value, target, counts and period, each beside the name of its metric."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate, islice

from poa_app.facts.folding import Folded, fold_phrase
from poa_app.knowledge import Knowledge
from poa_app.model.plain import plain_signs
from poa_app.notice.counts import SAID, counted_as, counts, percentage
from poa_app.notice.markup import without_markup
from poa_app.notice.periods import period, windows
from poa_app.notice.reading import Figure, Read
from poa_app.notice.sites import Place, places_of_stores

REACH = 360
"""Characters after the name of a metric within which its figures are looked for, where a text names several."""
SENTENCE = 240
"""Characters before a figure that may be of its sentence."""
NEAR = 40
"""Characters after a number without a sign in which its target may be."""
MOST = 200
"""Numbers of percent behind a name that are read; a notice gives a rate, its target and a few more."""
SEVERAL = 2
"""Stores from which on a notice gives a rate for each."""
BEFORE = 90
"""Characters before it: "6.3% late shipment rate", "41 of 650 orders were late"."""

_QUOTE = re.compile(r"^[ ]{0,8}(?:[>+|][ ]?){1,6}", re.MULTILINE)
_PERCENT = re.compile(
    rf"(?<![\d.,])(\d{{1,3}}(?:[.,]\d{{1,3}})?|\b{SAID})\s{{0,2}}"
    r"(?:%|percent\b|per\scent\b|prozent\b|pour\scent\b|por\sciento\b|per\scento\b|procent\b|in\sa\shundred\b|パーセント)",
    re.ASCII | re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?:\b(?:rate|score)\s{0,2}(?:is|of|was|:|=)|[)a-z]\s?:(?=\s{0,2}0[.,]\d{3})|^\s{0,2}(?:is|of|was|at|:|=|：|为|是)?)"
    r"\s{0,2}(0[.,]\d{2,5})(?![\d%]|\s?%)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^[ \t]{0,3}(?:is at|is now|is|was|at|of|[:：=,]|为|是)?[ \t]{0,3}"
    r"(\d{1,2}(?:[.,]\d{1,3})?|100)(?![\d%/-]|[.,]\d|\s?(?:%|per|"
    r"days?|hours?|orders?|of|out|天|单|小时))",
    re.IGNORECASE,
)
"""A number right after the name of a rate, in a note that gives no sign for percent."""
_BARE_TARGET = re.compile(
    r"(?:should be|must be|has to be|target|limit|ceiling|under|below|低于|高于|目标)[^\d\n]{0,12}?"
    r"(\d{1,3}(?:\.\d{1,3})?)(?![\d%]|\s?%)",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"(?:rating|AHR\)?,?|score|评级|评分)"
    r"(?:[^\d\n]{0,24}?(?:\b(?:is|of|has|at|to)|[:为是到])\s{0,2}|[\t ]{1,4}|(?<=[级分]))"
    r"(\d{1,4})(?![\d%/]|\.\d|\s?%|\sdays)",
    re.IGNORECASE,
)
_THRESHOLD = re.compile(r"threshold[^\d\n]{0,40}[( ](\d{1,4})\)?", re.IGNORECASE)
_BEHIND = re.compile(r"[^\d\n]{0,16}?[:：=\t ][ \t]{0,2}(\d{1,4})(?![\d%/]|\.\d|\s?%|\sdays)")
_UNDER = re.compile(
    r"[^\n]{0,120}?\b(?:(?:under|below|beneath|less than)\s|低于\s?)(\d{2,4})(?![\d%/.]|\s?%|\s(?:days|hours))"
)
_DROPPED = re.compile(r"rating[^\d\n.]{0,24}?(?:under|below|beneath)\s(\d{2,4})(?![\d%/]|\s?%)", re.IGNORECASE)
_TARGET = re.compile(
    r"""(?:target|goal|threshold|minimum|maximum|limit|highest|lowest|accept\w*|allowed\sis|we\sallow|tolerat\w*|(?:we|amazon)\sexpects?|expected\s(?:is|are|to|at|value|minimum)|standard|benchmark
        |no\shigher|no\slower|not\shigher|at\sleast|asked\sto|erwart\w*|erlaubt|zulässig|attend\w*|exig\w*|richiest\w*|require[ds]?|requirement|under|below|(?:less|fewer)\sthan|weniger\sals|moins\sde|meno\sdi|menos\sdel?
        |more\sthan|lower\sthan|at\sleast|at\smost|up\sto|(?<!you\s)reach(?!ed)|instead\sof|statt|au\slieu\sde|anziché|en\slugar\sde|needed|beneath|ceiling|cap\b|line\sis|objetivo|objectif|seuil|soglia|obiettivo|umbral|Ziel|Grenz\w*|maximal|höchstens|über|inférieur|supérieur|inferiore|superiore|debajo|cel:|目標|基準|下回|上回
    |above|over(?!\sthe\s(?:last|past|previous|prior|course)\b)|greater\sthan|exceed(?:s|ed)?|no\smore\sthan|should\s(?:be|not)|must\s(?:be|not)|maintain|stay|keep|<|>
    |目标|低于|高于|超过|不得高于|不超过|不得低于|至少|应达到|标准|要求|以上|以下|Zielwert|mindestens|unter)
    [^%.;。；()（\d]{0,45}$""",
    re.IGNORECASE | re.VERBOSE,
)
_IN_BRACKETS = re.compile(
    r"(?:allow|accept|limit|target|goal|maximum|minimum|threshold|objectif|obiettivo|objetivo|Ziel\w*|目标|要求)\s?[(（]\s?$",
    re.IGNORECASE,
)
"""The word for a target before a bracket in which it stands."""
_STOP = re.compile(r"[%.;。；()（\d]")
"""What stands between no target and the word for it, so that only what follows the last one is read."""
_TARGET_AFTER = re.compile(
    r"\s{0,2}(?:(?:that\s)?(?:is|are)\s(?:required|expected|the\s(?:target|limit|minimum|maximum|goal|least|most)|what\s|allowed|our\s)|requirement|target|threshold|goal|minimum|或以|的目标|的要求|目标|or\s(?:greater|better|more|above"
    r"|higher|less|lower|below))",
    re.IGNORECASE,
)
_ROSE = re.compile(r"\b(?:from|von|de|da|desde|从)\s?$", re.IGNORECASE)
_TO = re.compile(r"\s(?:to|auf|à|a)\s(?=\d)|\s?(?:升|降|提高|增|上升|下降)?到", re.IGNORECASE)
"""A rate that was before: "rose from 71% to 84%"."""
_MUST = re.compile(r"\b(?:must|ha(?:ve|s|d) to|needs? to|required to)\s(?:keep|maintain|stay|be|have)\b", re.IGNORECASE)
_BREAK = re.compile(r"(?<=[.!?])\s|[。；\n]")
_CLAUSE = re.compile(r"[:：。\n]|[.!?]\s")
_PARAGRAPH = re.compile(r"\n[ \t>+|]{0,12}\n|[:：][ \t]{0,4}\n")
_RATE = re.compile(r"\brates?\b|target|goal|window|period|orders|率|订单|%", re.IGNORECASE)


@dataclass(frozen=True)
class _Mention:
    metric: str
    start: int
    end: int


def figures(
    text: str, folded: Folded, order: str, known: Knowledge, about: tuple[str, ...] = ()
) -> tuple[Read[Figure], ...]:
    """Return what a text says of each metric it names, in its order; nothing of one of which it gives no figure.

    A metric of which two periods are given has a figure for each.

    Args:
        text: the notice.
        folded: the same, in which names are found however their lines were broken.
        order: ``month-first`` or ``day-first``, for days in numbers.
        known: the data files.
        about: metrics of the enforcement; where a text names none, what it gives is that of the only one.
    """
    raw = without_markup(text)
    plain = plain_signs(raw)
    plain = _QUOTE.sub(lambda quote: " " * len(quote.group()), plain)
    if len(plain) == len(raw):  # The cells of a table stay apart.
        plain = "".join("\t" if was == "\t" else now for was, now in zip(raw, plain, strict=True))
    named = sorted(_named(folded, known), key=lambda one: (one.start, -one.end))
    named = [one for at, one in enumerate(named) if not at or one.start >= named[at - 1].end]
    if not named and len(about) == 1:
        rating = about[0] in known.recognition.ratings
        told = _points(plain, 0, about[0]) if rating else _in(plain, about[0], order, "")[0]
        digits = re.search(r"\d[\d.,]*", plain)
        return (Read(told, *digits.span()),) if digits and told.value is not None else ()
    if not named:
        return ()
    read: dict[str, list[Read[Figure]]] = {}
    stores = places_of_stores(text, known)
    heads = _heads(named, stores)
    own: dict[str, set[str]] = {one.metric: set() for one in named}
    for one, code in zip(named, heads, strict=True):
        own[one.metric] |= {code} - {""}
    many_stores = len({code for *_, code in stores}) > 1
    for one, head, (begin, stop) in zip(named, heads, _regions(plain, named), strict=True):
        several = _of_stores(plain, one, stop, stores, head, order) if many_stores else ()
        for figure in several or _figures(plain, begin, one, stop, order, known):
            alone = several or len(own[one.metric]) < SEVERAL
            said = figure if alone else replace(figure, store=head)
            _keep(read.setdefault(one.metric, []), Read(said, one.start, one.end))
    for reads in read.values():
        if len(reads) == 1:
            reads[:] = [_with_counts(plain, reads[0], order)]
    found = [one for reads in read.values() for one in reads if _says_anything(one.value, known)]
    return tuple(sorted(_dated(plain, found, order), key=lambda one: one.start))


def met_rates(found: tuple[Read[Figure], ...], known: Knowledge) -> frozenset[str]:
    """Return the rates of which every value that is given is within its target."""
    told = [one.value for one in found if one.value.value is not None and one.value.metric in known.metrics]
    return frozenset(one.metric for one in told) - {one.metric for one in told if not _is_met(one, known)}


def _is_met(figure: Figure, known: Knowledge) -> bool:
    metric = known.metrics[figure.metric]
    value = figure.value or Decimal(0)
    target = figure.target if figure.target is not None else Decimal(str(metric.target))
    return value < target if metric.direction == "under" else value >= target


def _says_anything(figure: Figure, known: Knowledge) -> bool:
    """Whether a figure gives more than its metric; of a rating in points, more than its period."""
    days = figure.days if figure.metric in known.recognition.ratings else None
    return figure != Figure(figure.metric, days=days)


def _named(folded: Folded, known: Knowledge) -> Iterator[_Mention]:
    names = {slug: metric.notice_names for slug, metric in known.metrics.items()} | known.recognition.ratings
    for slug, words in names.items():
        for name in words:
            for start, end in folded.find(fold_phrase(name), whole=name.isascii()):
                yield _Mention(slug, start, end)


def _regions(plain: str, named: list[_Mention]) -> Iterator[tuple[int, int]]:
    """Yield where the figures of each mention may stand: up to the next metric, and back to the one before."""
    alone = len({one.metric for one in named}) == 1
    behind = [*(one.start for one in named[1:]), len(plain)]
    ahead = [0, *accumulate((one.end for one in named[:-1]), max)]
    for number, (one, before, following) in enumerate(zip(named, ahead, behind, strict=True)):
        if alone:
            yield (0 if number == 0 else named[number - 1].end), following
        elif not number:
            yield 0, min(following, one.end + REACH)
        else:
            near = max(before, one.start - BEFORE, 0)
            begin = max(near, plain.rfind(".\n", near, one.start), plain.rfind("\n\n", near, one.start))
            yield begin, min(following, one.end + REACH)


def _figures(plain: str, begin: int, one: _Mention, stop: int, order: str, known: Knowledge) -> tuple[Figure, ...]:
    """Read what stands after a name, and where that gives no value, what stands before it."""
    after = _of_rates(plain[one.end : stop]) if stop - one.end > REACH else plain[one.end : stop]
    context = _CLAUSE.split(plain[max(0, one.start - BEFORE) : one.start])[-1]
    if "\t" in plain[one.end : one.end + 3]:  # A row of a table, whose heading says nothing of its first figure.
        context = ""
        after = after.replace("\t", " \n", 1)
    if one.metric in known.recognition.ratings:
        return (_points(plain[one.start : stop], one.end - one.start, one.metric),)
    found = _in(after, one.metric, order, context)
    if found[0].value is None and one.start > begin:
        # In a list the figure before a name is that of the name before it.
        lead = plain[max(begin, one.start - BEFORE) : one.start]
        lead = lead[max(lead.rfind("\n"), lead.rfind(". ")) + 1 :]
        found = (_joined(found[0], _in(lead, one.metric, order, "")[0]), *found[1:])
        if found[0].value is None and not begin:  # "4.1% of your orders had ... Keep your order defect rate under 1%."
            above = plain[max(0, one.start - REACH) : one.start]
            found = (_joined(found[0], _in(above, one.metric, order, "")[0]), *found[1:])
    elif found[0].days is None and found[0].start is None:
        near = _BREAK.split(plain[max(0, one.start - SENTENCE) : one.start])[-1]
        start, end = period(near, order)
        found = (replace(found[0], days=next(iter(windows(near)), None), start=start, end=end), *found[1:])
    return found


def _of_stores(
    plain: str, one: _Mention, stop: int, stores: tuple[Place, ...], head: str, order: str
) -> tuple[Figure, ...]:
    """Return a figure for each of several stores of which the part behind a name gives a value; none for one store.

    Args:
        plain: the text.
        one: the name.
        stop: where its part ends.
        stores: the places of the stores the text names, with their codes.
        head: code of the store that is named before it.
        order: of the days in numbers.
    """
    at = _PERCENT.search(plain, one.end, stop)
    within = stores[bisect_left(stores, (one.end,)) : bisect_left(stores, (stop,))]
    if at is None or not within:
        return ()
    if at.start() > within[0][0]:
        parts = [(start, code) for start, _, code in within]
    elif head and head != within[0][2]:
        parts = [(one.end, head), *((start, code) for start, _, code in within)]
    else:  # "5.2% on Amazon.de and 4.8% on Amazon.fr"
        parts = list(zip([one.end, *(end for _, end, _ in within)], [code for *_, code in within], strict=False))
    told = _in(plain[one.end : stop], one.metric, order, "")[0]
    found: dict[str, Figure] = {}
    for (begin, code), end in zip(parts, [*(begin for begin, _ in parts[1:]), stop], strict=True):
        figure = _in(plain[begin:end], one.metric, order, "")[0]
        if figure.value is None or code in found:
            break
        found[code] = replace(figure, target=figure.target or told.target, store=code)
    return tuple(found.values()) if len(found) >= SEVERAL else ()


def _heads(named: list[_Mention], stores: tuple[Place, ...]) -> list[str]:
    """Return for each name the store that was named last before it; empty where it stands before the name above."""
    heads = []
    for at, one in enumerate(named):
        since = named[at - 1].end if at else 0
        before = bisect_left(stores, (one.start,)) - 1
        heads.append(stores[before][2] if before >= 0 and stores[before][0] >= since else "")
    return heads


def _of_rates(part: str) -> str:
    """Return a long part with the sentences that speak of no rate as spaces."""
    kept, at = [], 0
    for stop in (*(stop.end() for stop in _BREAK.finditer(part)), len(part)):
        words = part[at:stop]
        kept.append(words if at < REACH or _RATE.search(words) else " " * len(words))
        at = stop
    return "".join(kept)


def _points(part: str, name: int, metric: str) -> Figure:
    """Read a rating in points: what stands behind its name, of so many letters, and where it ends to be healthy."""
    value = _POINTS.search(part) or _BEHIND.match(part, name)
    target = _THRESHOLD.search(part) or _DROPPED.search(part) or _UNDER.search(part, name)
    days = next(iter(windows(part)), None)
    return Figure(metric, Decimal(value[1]) if value else None, Decimal(target[1]) if target else None, days=days)


def _in(part: str, metric: str, order: str, context: str) -> tuple[Figure, ...]:
    values: list[tuple[int, Decimal]] = []
    target = None
    for match in islice(_PERCENT.finditer(part), MOST):
        number = percentage(match[1])
        if number > 100:
            continue
        led = part[max(0, match.start() - SENTENCE) : match.start()]
        led = context + led if match.start() < SENTENCE else led
        before = _STOP.split(_PARAGRAPH.split(led[-60:])[-1])[-1]
        sentence = led.rpartition(". ")[2]
        if _ROSE.search(before) and _TO.match(part, match.end()):
            continue
        if (
            _TARGET.search(before)
            or _IN_BRACKETS.search(led)
            or _TARGET_AFTER.match(part, match.end())
            or _MUST.search(sentence)
        ):
            target = number if target is None else target
        else:
            values.append((match.start(), number))
    if share := _SHARE.search(part):
        values.insert(0, (share.start(), (_decimal(share[1]) * 100).normalize()))
        limit = _BARE_TARGET.search(part, share.end(), share.end() + REACH)
        if limit and target is None and limit[1].startswith("0."):
            target = (_decimal(limit[1]) * 100).normalize()
    elif bare := None if values and values[0][0] < NEAR else _BARE.search(part):
        values.insert(0, (bare.start(), _decimal(bare[1])))
        limit = _BARE_TARGET.search(part, bare.end(), bare.end() + NEAR)
        if limit and target is None:
            target = _decimal(limit[1])
    value = values[0][1] if values else None
    numerator, denominator = counts(part, value)
    start, end = period(part, order)
    days = windows(part)
    first = Figure(metric, value, target, numerator, denominator, days[0] if days else None, start, end)
    if len(values) > 1 and len(days) > 1 and days[0] != days[1]:
        return first, Figure(metric, values[1][1], target, days=days[1])
    return (first,)


def _keep(held: list[Read[Figure]], one: Read[Figure]) -> None:
    """Add what a mention says to what is held of its metric: a value of another period is another figure."""
    said = one.value
    for at, other in enumerate(held):
        if said.store != other.value.store:
            continue
        if other.value.days is None or said.days is None or other.value.days == said.days or said.value is None:
            held[at] = Read(_joined(other.value, said), other.start, other.end)
            return
    held.append(one)


def _joined(one: Figure, other: Figure) -> Figure:
    """Fill what the first mention leaves open with what a later one says."""
    missing = {name: value for name, value in vars(other).items() if vars(one)[name] is None and value is not None}
    return replace(one, **missing)


def _with_counts(plain: str, one: Read[Figure], order: str) -> Read[Figure]:
    """Fill in the counts that make a rate where its own part gives none that do, and the period of their sentence."""
    said = one.value
    if said.value is None or said.numerator is not None:
        return one
    told = counted_as(plain, said.value)
    if told is None:
        return one
    (few, many), at = told
    figure = replace(said, numerator=few, denominator=many)
    if said.days is None and said.start is None:
        begin = (
            max(0, at - SENTENCE)
            + len(plain[max(0, at - SENTENCE) : at])
            - len(_BREAK.split(plain[max(0, at - SENTENCE) : at])[-1])
        )
        start, end = period(_BREAK.split(plain[begin : begin + 2 * SENTENCE])[0], order)
        figure = replace(figure, start=start, end=end)
    return Read(figure, one.start, one.end)


def _dated(plain: str, found: list[Read[Figure]], order: str) -> Iterator[Read[Figure]]:
    """Give figures without a period the one above them all, and those of one rate the target of the first."""
    undated = all(one.value.start is None and one.value.end is None and one.value.days is None for one in found)
    start, end = period(plain[: found[0].start], order) if found and undated else (None, None)
    targets = {one.value.metric: one.value.target for one in reversed(found) if one.value.target is not None}
    for one in found:
        value = replace(one.value, target=one.value.target or targets.get(one.value.metric))
        yield Read(replace(value, start=start, end=end) if start else value, one.start, one.end)


def _decimal(said: str) -> Decimal:
    return Decimal(said.replace(",", "."))
