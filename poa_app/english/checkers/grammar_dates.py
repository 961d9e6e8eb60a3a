"""Prepositions and endings of dates: in 5 March, on October 2026, at Monday, 1th November."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from poa_app.english.checkers.grammar_words import MODALS, MONTHS, RELATIVES, WEEKDAYS, Line, lines, matching, words
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose
from poa_app.model.finding import Fix
from poa_app.phrases.lexicon import lexicon

_DATED = words("dated_nouns")
_SINCE = words("since")
_ENDINGS = {"1": "st", "2": "nd", "3": "rd"}
_AFTER_A_DATE = words("after_a_date")


def date_prepositions(prose: Prose) -> Iterator[Hit]:
    """Find prepositions that do not go with the date after them."""
    for line in lines(prose):
        for at, token in enumerate(line.tokens):
            if token.low in ("in", "at", "on") and line.next_is_close(at):
                right = _right(line, at)
                if right:
                    end = _end(line, at)
                    start, rest = token.word.start, line.sentence.text
                    words = rest[line.tokens[at + 1].word.start - line.sentence.start : end - line.sentence.start]
                    fix = Fix(text=f"{matching(token.text, right)} {words}", automatic=True)
                    yield Hit(start, end, (fix,))


def _right(line: Line, at: int) -> str:
    """Return the preposition a date wants; nothing where it has it, or no date follows."""
    low, first, second = line.low(at), line.low(at + 1), line.low(at + 2)
    if _is_day(line, at + 1) and _is_month(line, at + 2) and low != "on":
        return "on" if _ends(line, at + 3) else ""
    if _is_month(line, at + 1) and _is_day(line, at + 2) and low != "on":
        return "on" if _ends(line, at + 3) else ""
    if _is_month(line, at + 1) and low in ("on", "at") and not _names_a_day(line, at + 2):
        if _is_year(line, at + 2):
            return "in"
        return "in" if low == "on" and second not in MONTHS and _ends(line, at + 2) else ""
    if _is_year(line, at + 1) and low in ("on", "at") and _ends(line, at + 2):
        return "in"
    if first in WEEKDAYS and low in ("in", "at") and _ends(line, at + 2):
        return "on"
    return ""


def _is_month(line: Line, at: int) -> bool:
    if line.low(at) not in MONTHS or not line.tokens[at].close:
        return False
    return line.low(at) not in ("may", "march", "mar", "sep", "jan", "dec") or line.tokens[at].text[0].isupper()


def _is_day(line: Line, at: int) -> bool:
    low = line.low(at)
    for ending in ("st", "nd", "rd", "th"):
        if low == ending:
            return False
    return low.isdigit() and 1 <= int(low) <= 31 and len(low) <= 2 and line.tokens[at].close


def _names_a_day(line: Line, at: int) -> bool:
    """Whether a day of the month follows in another form: "Nov. 10th", "November the 10th"."""
    following = [line.low(at), line.low(at + 1)] if line.low(at) == "the" else [line.low(at)]
    return bool(re.match(r"\d{1,2}(?!\d)", following[-1]))


def _is_year(line: Line, at: int) -> bool:
    low = line.low(at)
    return len(low) == 4 and low.isdigit() and low[:2] in ("19", "20") and line.tokens[at].close


def _ends(line: Line, at: int) -> bool:
    """Whether a date ends before a place: a stop, a year, a word that begins something else."""
    if at >= len(line.tokens) or not line.tokens[at].close:
        return at >= len(line.tokens) or line.tokens[at].gap.lstrip()[:1] in (",", ".", ";", ":", ")", "(", "")
    if _is_year(line, at):
        return _ends(line, at + 1) if line.next_is_close(at) else True
    token = line.tokens[at]
    return token.kind.function or token.low in _AFTER_A_DATE or token.is_name


def _end(line: Line, at: int) -> int:
    """Return where the day and the month, or the year, end."""
    last = at + 1
    while (
        last + 1 < len(line.tokens)
        and line.tokens[last + 1].close
        and last < at + 2
        and (line.low(last + 1) in MONTHS or _is_day(line, last + 1))
    ):
        last += 1
    return line.tokens[last].word.end


def ordinals(prose: Prose) -> Iterator[Hit]:
    """Find "1th" and "23th"."""
    everything = prose.words
    for number, ending in pairwise(everything):
        if number.end != ending.start or ending.low not in ("st", "nd", "rd", "th") or not number.text.isdigit():
            continue
        around = prose.plain[max(0, number.start - 1) : number.start] + prose.plain[ending.end : ending.end + 1]
        if any(sign.isalnum() or sign in "-_/" for sign in around):
            continue
        right = "th" if number.text[-2:] in ("11", "12", "13") else _ENDINGS.get(number.text[-1], "th")
        if ending.low != right:
            yield Hit(number.start, ending.end, (Fix(text=number.text + right, automatic=True),))


def perfect_with_day(prose: Prose) -> Iterator[Hit]:
    """Find "have removed it on 4 November": on a day that is past, something was done."""
    for line in lines(prose):
        for at, token in enumerate(line.tokens):
            if token.low in ("have", "has") and (main := _participle(line, at)) and _day_follows(line, main):
                yield _as_past(line, at, main)


_MODALS_PLUS_TO_AND_WHICH = MODALS | {"to", "and", "which"}


def _participle(line: Line, at: int) -> int | None:
    main = at + 1
    while main < len(line.tokens) and line.low(main) in ("already", "also", "been", "now") and line.tokens[main].close:
        main += 1
    if main >= len(line.tokens) or not line.tokens[main].close or line.low(at - 1) in _MODALS_PLUS_TO_AND_WHICH:
        return None
    return main if "participle" in line.tokens[main].kind.verb and line.tokens[main].text.islower() else None


def _day_follows(line: Line, main: int) -> bool:
    """Whether a day follows to which nothing but the verb can belong."""
    for at in range(main + 1, min(main + 10, len(line.tokens))):
        token = line.tokens[at]
        if "," in token.gap or ";" in token.gap or ":" in token.gap:
            return False
        if token.low == "on" and (_is_day_and_month(line, at + 1)):
            return line.low(at - 1) not in _DATED
        if token.low == "yesterday":
            return True
        is_verb = bool({"past", "participle", "gerund"} & token.kind.verb) and not token.kind.noun
        if is_verb or token.low in _SINCE or token.low in RELATIVES:
            return False
    return False


def _is_day_and_month(line: Line, at: int) -> bool:
    return (_is_day(line, at) and _is_month(line, at + 1)) or (_is_month(line, at) and _is_day(line, at + 1))


def _as_past(line: Line, at: int, main: int) -> Hit:
    verb = lexicon().verb(line.low(main), "participle")
    first, last = line.tokens[at].word, line.tokens[main].word
    between = [token.text for token in line.tokens[at + 1 : main]]
    if "been" in between:
        between[between.index("been")] = "was" if line.low(at) == "has" else "were"
        right = line.low(main)
    else:
        right = verb.past if verb else line.low(main)
    return Hit(first.start, last.end, (Fix(text=" ".join([*between, right])),))


CHECKERS: dict[str, Checker] = {
    "grammar-date-prepositions": date_prepositions,
    "grammar-ordinals": ordinals,
    "grammar-perfect-with-day": perfect_with_day,
}
