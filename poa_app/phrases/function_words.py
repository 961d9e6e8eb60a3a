"""Words by what they do in a sentence, out of ``words.toml``; each list says there what it is for."""

from __future__ import annotations

import tomllib
from pathlib import Path

_LISTS: dict[str, str | list[str]] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def _words(name: str) -> frozenset[str]:
    listed = _LISTS[name]
    return frozenset(listed.split() if isinstance(listed, str) else listed)


SUBJECTS = _words("subjects")
DETERMINERS = _words("determiners")
NUMBERS = _words("numbers")
PAST_AUXILIARIES = _words("past_auxiliaries")
PRESENT_AUXILIARIES = _words("present_auxiliaries")
FUTURE_AUXILIARIES = _words("future_auxiliaries")
PREPOSITIONS = _words("prepositions")
TIMES = _words("times")
CONJUNCTIONS = _words("conjunctions")
SUBORDINATORS = _words("subordinators")
RELATIVES = _words("relatives")
REPORTING = _words("reporting")
LEADING_ADVERBS = _words("leading_adverbs")
PROPER = _words("proper")
ALSO_NAMES = _words("also_names")
NOT_ADVERBS = _words("not_adverbs")
TIME_NOUNS = _words("time_nouns")
UNITS_OF_TIME = _words("units_of_time")
VERBS_FIRST = _words("verbs_first")
MODIFIERS = _words("modifiers")
NAMED_KINDS = _words("named_kinds")
AGENTS = _words("agents")
NOT_PERSONS = _words("not_persons")
GIVEN_NAMES = _words("given_names")
TOWNS = _words("towns")
VERBS_AFTER = _words("verbs_after")
PARTICLES = _words("particles")
INTRANSITIVE = _words("intransitive")
PLURAL_MODIFIERS = _words("plural_modifiers")
PLACES_ON = _words("places_on")
PLACES_AT = _words("places_at")
PLACES_IN = _words("places_in")
PLACES_FOR = _words("places_for")
PLACES_WHOLE = _words("places_whole")
EVENTS = _words("events")
ORDINALS = _words("ordinals")
DEPARTMENTS = _words("departments")
DEEDS_MADE = _words("deeds_made")
DEEDS_CARRIED_OUT = _words("deeds_carried_out")
OUTCOMES = _words("outcomes")
HAPPENED = _words("happened")
HANDLED = _words("handled")
DEEDS_GIVEN = _words("deeds_given")
VERBS_OF_DEEDS: dict[str, str] = dict(pair.split("=") for pair in _words("verbs_of_deeds"))
OCCASIONS = _words("occasions")
COUNTED_ONE = _words("counted_one")
MEANS = _words("means")
MEANS_LAST = _words("means_last")
TOOLS_LAST = _words("tools_last")
AUXILIARIES = PAST_AUXILIARIES | PRESENT_AUXILIARIES | FUTURE_AUXILIARIES
FUTURES = tuple(f"{verb} to" for verb in sorted(_words("futures")))
"""Words that speak of what has not happened yet, beside will and shall."""
