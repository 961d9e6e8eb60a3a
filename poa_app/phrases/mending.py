"""Put right what cannot change the meaning of somebody's words: a missing article, "to", ending or capital.

The repairs by pattern stand in ``mending.toml``; those that need to know what forms a word has stand here.
"""

from __future__ import annotations

import calendar
import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from poa_app.phrases import function_words as small
from poa_app.phrases.agreement import agreeing
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.text import LONGEST, is_foreign

_DATA: dict[str, Any] = tomllib.loads(Path(__file__).with_name("mending.toml").read_text(encoding="utf-8"))
_END = (
    r"\Z|[,.;:)]| (?:and|or|but|to|for|of|before|after|by|in|on|at|when|if|until|because|that|which|who|with"
    r"|within|without|is|are|was|were|has|have|had|must|can|cannot|may|will|do|does|did|the|every|each|once|again|from|per)\b"
)
"""What may stand behind a noun that describes no other noun."""


class Repair(NamedTuple):
    """One repair: what is looked for, what stands instead, and pairs of words before and after."""

    find: re.Pattern[str]
    put: str
    examples: tuple[tuple[str, str], ...]


def _either(name: str) -> str:
    return "|".join(sorted(_DATA[name].split(), key=len, reverse=True))


@cache
def repairs() -> tuple[Repair, ...]:
    """Return the repairs by pattern, in their order."""
    lists = {
        "{end}": _END,
        **{f"{{{name}}}": f"(?:{_either(name)})" for name in ("count", "agent", "place", "modifier")},
    }
    found = []
    for one in _DATA["repair"]:
        pattern = one["find"]
        for name, words in lists.items():
            pattern = pattern.replace(name, words)
        found.append(Repair(re.compile(pattern), one["put"], tuple(map(tuple, one["examples"]))))
    return tuple(found)


_NAMES = re.compile(
    r"(?<![\w.@/-])(?:" + "|".join(sorted(_DATA["names"], key=len, reverse=True)) + r")(?![\w@/-]|\.\w)"
)
_COUNT = _either("count")
_MANY = re.compile(
    rf"(?<![\w.:,/-])(?P<many>(?:all|both)(?: the)?|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten)"
    rf"(?P<between>(?: (?:{_either('modifier')}|[a-z]+-[a-z]+))*) (?P<noun>{_COUNT})(?={_END})",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?P<before>\b(?:(?:check|read|export|print|answer|review|count|record)s?|and)"
    rf"(?: (?:{_either('modifier')}))*) (?P<noun>{_COUNT})(?={_END})"
)
_OF_A_KIND = re.compile(
    rf"(?P<before>\b(?:of|for) (?:new|old|late|open|unshipped|wrong|returned)) (?P<noun>{_COUNT})(?={_END})"
)
_LED_VERB = re.compile(r"\b(?P<lead>before|without|after|by) (?P<verb>[a-z]+)\b(?! (?:is|are|was|were)\b)")
_NUMERIC_DAY = re.compile(
    r"\b(?P<lead>on|by|since|until|from|before|after) "
    r"(?P<month>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])(?!/?\d)(?! (?:of|inch))"
)
_SENT = re.compile(r"(?P<thing>\b[a-z]+),? and (?P<sends>sends?|sent) (?=to the )")
_OPENING = r"(?P<before>\A|[.;,] |\b(?:because|and|but|when|if|until|that|so|while|unless|once|whenever) )"
_SOMEBODY = rf"(?:(?:{_either('describes')}) )*(?:{_either('subject')})"
_BY_WHOM = re.compile(
    rf"(?P<lead>\b(?:by|to|from|until|only|told|asked|informed)) (?P<who>{_SOMEBODY})"
    rf"(?={_END}| (?:can|may|signs|checks)\b)",
    re.IGNORECASE,
)
_SMALL_ROLE = re.compile(r"(?<!Voice of )(?P<lead>\b(?:the|our|an?)) (?P<role>[A-Z][a-z]+)\b(?! [A-Z])")
_WHO_OPENS = re.compile(
    rf"{_OPENING}(?P<who>{_SOMEBODY})(?P<name>(?-i: [A-Z][a-z]+))? (?P<verb>"
    r"(?:was|is|has|had|did|does|cannot|can|could|should|must|will|may)(?= [a-z])"
    r"|[a-z]+"
    r"(?= (?:only|just|faster|more|better|quicker|the|an?|all|every|each|any|no|our|its|it|them|us|that|if|whether"
    r"|to|not|in|on|by|with|from|for|late|\d)\b"
    r"|\Z))",
    re.IGNORECASE,
)
_WHAT_OPENS = re.compile(
    rf"{_OPENING}(?P<who>(?:(?:{_either('of_things')}) )?(?:{_either('opening')})"
    r"(?: (?:with|of|from) (?:the|our) [a-z]+)?)"
    r" (?P<verb>was|is|has|had|did|does|were|cannot|set|went|ran|stopped|quit|lost|came|got|kept|sent|moves|drops|stays"
    r"|exceeds|falls|rises|reaches|stops)(?= [\w$])",
    re.IGNORECASE,
)


def mended(text: str, habit: bool = False) -> str:
    """Return tidy words without the small faults whose repair cannot change what they mean.

    Args:
        text: of one field, tidied; words in quotation marks or another script are left alone.
        habit: whether they tell of what is done again and again, so that a bare thing means all of its kind.
    """
    if len(text) > LONGEST or is_foreign(text) or re.search(r"[\"“”]", text):
        return text
    return _mended(text, habit)


@lru_cache(maxsize=4_096)
def _mended(text: str, habit: bool) -> str:
    text = _NAMES.sub(lambda found: str(_DATA["names"][found[0]]), text)
    for repair in repairs():
        text = repair.find.sub(repair.put, text)
    text = _NUMERIC_DAY.sub(_named_day, text)
    text = _MANY.sub(_counted, text)
    text = _OF_A_KIND.sub(lambda found: f"{found['before']} {_plural(found['noun'])}", text)
    if habit:
        text = _BARE.sub(lambda found: f"{found['before']} {_plural(found['noun'])}", text)
    text = _DONE.sub(_participle, _STOPPED.sub(_stopped, text))
    text = _BY_WHOM.sub(_by_whom, _SMALL_ROLE.sub(_small_role, text))
    text = agreeing(_SENT.sub(_with_object, _LED_VERB.sub(_gerund, text)))
    text = _WHO_OPENS.sub(_with_article, _WHAT_OPENS.sub(_with_article, text))
    return _NOT_DONE.sub(_undone, text)


_NOT_DONE = re.compile(r"(?<=\w),? because (?:did|do|does) not (?P<verb>[a-z]+)(?= )")


def _undone(found: re.Match[str]) -> str:
    """Return what the same one left undone: used it, because did not search the list, used it without searching it."""
    verb = lexicon().verb(found["verb"], "base")
    return f" without {verb.gerund}" if verb else found[0]


_STOPPED = re.compile(rf"\b(?P<stops>[Ss]top(?:s|ped)?) to (?P<verb>{_either('given_up')})\b")
_DONE = re.compile(r"\b(?P<be>is|are|was|were|been|be|being) (?P<not>not )?(?P<verb>[a-z]+)\b")


def _stopped(found: re.Match[str]) -> str:
    """Return what was given up: stopped to sell, stopped selling."""
    verb = lexicon().verb(found["verb"], "base")
    return f"{found['stops']} {verb.gerund}" if verb else found[0]


def _participle(found: re.Match[str]) -> str:
    """Return a passive with its participle: both boxes are showed, both boxes are shown."""
    word = found["verb"]
    verb = lexicon().verb(word, "past")
    if verb is None and lexicon().kinds(word) == {"base"} and not lexicon().is_noun(word):
        base = lexicon().verb(word, "base")
        irregular = base is not None and not base.participle.endswith("ed") and word not in lexicon().adjectives
        return f"{found['be']} {found['not'] or ''}{base.participle}" if base and irregular else found[0]
    if verb is None or lexicon().kinds(word) != {"past"} or word in lexicon().adjectives:
        return found[0]
    return f"{found['be']} {found['not'] or ''}{verb.participle}"


def _small_role(found: re.Match[str]) -> str:
    """Return a role without the capital of a title: the Supplier sent it, the supplier sent it."""
    role = found["role"].lower()
    return f"{found['lead']} {role}" if role in small.AGENTS and role not in small.PROPER else found[0]


def _by_whom(found: re.Match[str]) -> str:
    """Return who did it with the article: analysed by operations supervisor, by the operations supervisor."""
    who = found["who"]
    if who.lower().startswith("our ") or who.isupper():
        return found[0]
    return f"{found['lead']} the {who[0].lower()}{who[1:]}"


def _with_article(found: re.Match[str]) -> str:
    """Return the subject of a clause with its article: warehouse lead checks the list, the warehouse lead checks it."""
    verb, who = found["verb"].lower(), found["who"]
    kinds = lexicon().kinds(verb)
    finite = verb in small.AUXILIARIES or bool(kinds & {"past", "third"})
    last = found.end() == len(found.string) and "past" not in kinds
    is_title = found.groupdict().get("name") and " " not in who  # Manager Zhang
    if not finite or last or is_title or who.isupper() or who.lower().startswith("our "):
        return found[0]
    opens = found["before"] == "" or found["before"] == ". "
    named = who.split()[0][1:].islower() or len(who.split()[0]) == 1
    said = f"{'The' if opens and who[0].isupper() else 'the'} {who[0].lower() if named else who[0]}{who[1:]}"
    return f"{found['before']}{said}{found[0][len(found['before']) + len(who) :]}"


def _named_day(found: re.Match[str]) -> str:
    """Return a day in figures that can be read in one way only with its month's name: on 10/27, on October 27."""
    return f"{found['lead']} {calendar.month_name[int(found['month'])]} {int(found['day'])}"


def _plural(noun: str) -> str:
    return f"{noun}es" if noun.endswith(("x", "ch", "sh", "s")) else f"{noun}s"


def _counted(found: re.Match[str]) -> str:
    """Return a number and what it counts in the plural: all buyer message, 14 SKU."""
    before = found.string[: found.start()].split()
    is_day = bool(before) and before[-1].strip(",").capitalize() in calendar.month_name
    if found["many"] == "1" or is_day:
        return found[0]
    return f"{found['many']}{found['between']} {_plural(found['noun'])}"


def _gerund(found: re.Match[str]) -> str:
    """Return a preposition with the form of a verb that may follow it: before publish, before publishing."""
    known, word = lexicon(), found["verb"]
    verb = known.verb(word, "base")
    follows = found.string[found.end() :].split(maxsplit=1)[:1]
    other = known.is_noun(word) or word in known.adjectives or word in known.adverbs or word in small.PREPOSITIONS
    led = found["lead"] in ("before", "without") and word in small.VERBS_FIRST
    object_follows = follows in (["the"], ["a"], ["it"]) or (word in _SENT_OUT and known.is_noun("".join(follows)))
    sure = not other or (led and object_follows)
    closed = small.AUXILIARIES | small.SUBJECTS | small.DETERMINERS
    return f"{found['lead']} {verb.gerund}" if verb and sure and word not in closed else found[0]


_SENT_OUT = frozenset(("leave", "ship", "print", "send", "pack", "seal"))
"""Verbs whose object may follow without an article: before leave factory."""


def _with_object(found: re.Match[str]) -> str:
    """Return a verb with what is sent: exports the open orders and sends them to the warehouse."""
    known, thing = lexicon(), found["thing"]
    if not known.is_noun(thing):
        return found[0]
    what = "them" if thing in known.plurals and thing.endswith("s") else "it"
    return f"{found[0]}{what} "
