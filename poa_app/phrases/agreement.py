"""Put a subject and its verb into one number, take off a subject that stands twice, and mend a verb's own form."""

from __future__ import annotations

import re

from poa_app.phrases import function_words as small
from poa_app.phrases.lexicon import lexicon

_OF_MANY = {"was": "were", "is": "are", "has": "have", "does": "do"}
_OF_ONE = {"were": "was", "are": "is", "have": "has", "do": "does"}
_WE = frozenset(("we", "they", "you"))
_ONE = frozenset(("nobody", "everyone", "everybody", "somebody", "someone"))
_OPENS = frozenset(("because", "and", "but", "when", "that", "so", "although", "since"))
_ALL_OR_NUMBER = small.NUMBERS - {"one"} | {"all", "both", "many", "several", "these", "those"}
_CROWDS = frozenset(("staff", "team", "crew", "personnel", "management", "data", "media", "group", "family"))
"""Singulars that may have a plural verb: the staff were away."""
_ONE_THING = frozenset(("logistics", "customs", "operations", "sales", "news", "series"))
"""Plurals that may have a singular verb: customs was slow."""
_MANY_THINGS = frozenset(("goods",))
"""Plurals that the lexicon has among the singulars, too."""

_AGREES = re.compile(r"\b(?P<before>[A-Za-z]+) (?P<verb>was|is|has|does|were|are|have|do)\b")
_OPENING = (
    r"(?P<opens>(?:\A|[.;,:] |\b)(?:[Bb]ecause|[Aa]nd|[Bb]ut|[Ww]hen|[Ii]f|[Uu]ntil|[Ss]o|[Ww]hile"
    r"|[Uu]nless|[Ww]henever|[Ss]ince|[Aa]s) |\A|[.;,:] )"
)
_OFFICES = small.DEPARTMENTS - {"it", "quality", "sales", "shipping", "catalog", "production"}
"""Departments whose name alone acts, and is no other word: finance collects it."""
_ACTORS = "|".join(sorted(small.AGENTS | _OFFICES, key=len, reverse=True))
_SOMEBODY = (
    rf"(?P<who>(?:(?:[Tt]he|[Oo]ur|[Aa]n?) )?(?:[A-Za-z][\w-]* ){{0,4}}?(?:(?i:{_ACTORS})s?\b|[A-Z][A-Z]{{1,3}}\b))"
)
_TWICE = re.compile(
    rf"{_OPENING}{_SOMEBODY}(?P<name>(?: [A-Z][a-z]+){{0,2}}),? (?P<again>[Hh]e|[Ss]he|[Tt]hey) (?P<verb>[a-z]+)\b"
    r"(?! (?:is|are|was|were|has|had|have)\b)"
)
_PRONOUN = re.compile(
    rf"(?:{_OPENING}|(?P<knows>\b(?:know|knew|think|thought|believe|so) ))"
    r"(?P<who>[Ii]t|[Hh]e|[Ss]he|[Tt]his|[Tt]hat) (?P<verb>[a-z]+)\b(?= [a-z\d])"
)
_SOMEBODY_DOES = re.compile(
    rf"{_OPENING}{_SOMEBODY} (?P<how>(?:only|never|always|just) )?(?P<verb>(?!(?:{_ACTORS})\b)[a-z]+)(?= [A-Za-z\d])"
)
_AND_DOES = re.compile(r"(?P<joins>(?:,? and|,) )(?P<verb>[a-z]+)(?= (?P<after>[a-z]+|\d))")
_WHICH = re.compile(r"\b(?P<before>[a-z]+) (?P<which>which|who) (?P<verb>[a-z]+)\b(?= [a-z\d])")
_EACH = re.compile(
    r"\b(?P<each>[Ee]ach|[Ee]very) (?P<noun>[\w-]+) (?P<verb>[a-z]+)\b(?= (?:(?:its|the|an?|no|their)\b|\d))"
)
_WHICH_NOT = re.compile(r"\b(?P<before>[a-z]+) (?P<which>which|who|that) not (?P<verb>[a-z]+)\b")
_THING_NOT = re.compile(rf"{_OPENING}(?P<who>(?:[A-Za-z]+ ){{0,3}}(?P<before>[A-Za-z]+)) not (?P<verb>[a-z]+)\b")
_REGULAR = re.compile(r"\b(?P<be>(?:is|are|was|were|been|be|being|has|have|had) (?:not )?)?(?P<verb>[a-z]{2,}ed)\b")
_AND_BE = re.compile(r"( and )(was|is|has)(?= [a-z]+ed\b)")
"""The verb of a second thing said of the same subject."""


def agreeing(text: str) -> str:
    """Return words whose subjects and verbs agree, where that is certain.

    Args:
        text: tidy words of one field.
    """
    text = _REGULAR.sub(_irregular, text)
    text = _TWICE.sub(_once, text)
    text = _PRONOUN.sub(_third, text)
    text = _SOMEBODY_DOES.sub(_does, text)
    text = _THING_NOT.sub(_does_not, _WHICH_NOT.sub(_which_not, text))
    text = _EACH.sub(_each_does, text)
    text = _AND_DOES.sub(_and_does, _WHICH.sub(_which, text))
    mended = _AGREES.sub(_in_number, text)
    for found in _AGREES.finditer(text):
        if mended[: found.end()] != text[: found.end()] and found["verb"] in _OF_MANY:
            return _and_be(mended, found.end())
    return mended


def _and_be(text: str, start: int) -> str:
    """Return the second verb of a plural subject in the plural: 26 orders had no goods and were cancelled."""
    end = next((mark.start() for mark in re.finditer(r"[.;,]", text) if mark.start() > start), len(text))
    return text[:start] + _AND_BE.sub(lambda one: one[1] + _OF_MANY[one[2]], text[start:end]) + text[end:]


def _irregular(found: re.Match[str]) -> str:
    """Return an irregular verb that was given a regular ending: choosed, chose; was keeped, was kept."""
    known, word = lexicon(), found["verb"]
    if known.is_common(word):
        return found[0]
    for base in (word[:-1], word[:-2], word[:-3]):
        verb = known.verb(base, "base")
        if verb and verb.past != f"{base}ed":
            return f"{found['be'] or ''}{verb.participle if found['be'] else verb.past}"
    return found[0]


def _is_one_agent(words: list[str]) -> bool:
    """Whether words name one person or body that acts: the team leader, ERP, but not the staff."""
    last = words[-1]
    if len(words) == 1 and last.isupper() and 1 < len(last) < 5:
        return True
    low = last.lower()
    singular = low in small.AGENTS | _OFFICES and low not in _CROWDS | {"people", "we", "operations", "logistics"}
    return singular and all(_describes(word) for word in words[:-1])


def _describes(word: str) -> bool:
    known, low = lexicon(), word.lower()
    if low in ("the", "our", "a", "an"):
        return True
    other = low in small.PREPOSITIONS | small.SUBJECTS | small.AUXILIARIES | small.CONJUNCTIONS | small.RELATIVES
    noun = known.is_noun(low) or low in known.adjectives or low in small.DEPARTMENTS
    return not other and low not in small.DETERMINERS and noun and low not in small.REPORTING


def _once(found: re.Match[str]) -> str:
    """Return a subject without the pronoun that says it again: the manager he counts, the manager counts."""
    verb, who = found["verb"].lower(), found["who"].split()
    finite = verb in small.AUXILIARIES or bool(lexicon().kinds(verb))
    many = found["again"].lower() == "they"
    named = who[-1].lower().rstrip("s")
    acts = named in small.AGENTS and (not many or "and" in who or named != who[-1].lower())
    if not finite or not acts or who[0].lower() in small.RELATIVES | small.SUBJECTS:
        return found[0]
    return f"{found['opens']}{found['who']}{found['name']} {found['verb']}"


def _third(found: re.Match[str]) -> str:
    """Return what it, he or she does with its ending: it violate the policy, it violates the policy."""
    verb, opens = found["verb"], found["opens"] or found["knows"] or ""
    if verb in _OF_ONE:
        return f"{opens}{found['who']} {_OF_ONE[verb]}"
    form = lexicon().verb(verb, "base")
    closed = small.AUXILIARIES | small.PREPOSITIONS | small.LEADING_ADVERBS | small.CONJUNCTIONS
    demonstrative = found["who"].lower() in ("this", "that") and lexicon().is_noun(verb)
    if form is None or verb in closed or demonstrative or lexicon().verb(verb, "past"):
        return found[0]
    return f"{opens}{found['who']} {form.third}"


_COMPARED = frozenset(("faster", "quicker", "more", "better", "higher", "lower", "cheaper"))
"""What somebody wants or sells, in words that name their thing behind them: faster sales."""


def _does(found: re.Match[str]) -> str:
    """Return what one person does with its ending: team leader want to, team leader wants to."""
    words, verb = found["who"].split(), found["verb"]
    if not _is_one_agent(words):
        return found[0]
    said = f"{found['opens']}{found['who']}{' ' + found['how'].rstrip() if found['how'] else ''}"
    if verb in ("do", "have", "are"):
        return f"{said} {_OF_ONE[verb]}"
    known, form = lexicon(), lexicon().verb(verb, "base")
    if form is None or known.verb(verb, "past") or verb in small.AUXILIARIES | small.PREPOSITIONS:
        return found[0]
    after, *others = found.string[found.end() :].split()[:2]
    name = f"{words[-1]} {verb}".lower()
    if name in small.DEPARTMENTS or (known.is_noun(verb) and after in _AFTER_NOUNS and verb not in _WISHES):
        return found[0]
    if after not in _OPENS_OBJECT and not after[0].isdigit():
        described = after in known.adjectives and bool(others) and known.is_noun(others[0].strip(",.;"))
        described = (
            described
            or after in _COMPARED
            or bool(found["how"])
            or (verb in ("use", "need", "want") and after[0].isupper())
        )
        return f"{said} {form.third}" if described else found[0]
    return f"{said} {form.third}"


_AFTER_NOUNS = frozenset(("only", "not", "to", "that", "if", "whether"))
"""What may stand behind a noun as well as behind a verb."""
_WISHES = frozenset(("want", "need", "plan", "try", "hope", "think", "forget"))
_OPENS_OBJECT = small.DETERMINERS | {"it", "them", "him", "us", "if", "whether", "to", "not", "only"}


def _and_does(found: re.Match[str]) -> str:
    """Return a second verb of one person with its ending: it closes the offer and inform us, and informs us."""
    known, verb = lexicon(), found["verb"]
    form = known.verb(verb, "base")
    if form is None or known.verb(verb, "past") or verb in small.AUXILIARIES | small.PREPOSITIONS | small.CONJUNCTIONS:
        return found[0]
    checks = verb in _CHECKS and found["joins"] != ", " and known.is_noun(found["after"])
    if (
        (known.is_noun(verb) or found["joins"] == ", ")
        and not checks
        and not (found["after"] in _OPENS_OBJECT - _AFTER_NOUNS or found["after"][0].isdigit())
    ):
        return found[0]
    words = re.split(r"[.;:(]", found.string[: found.start()])[-1].replace(",", " ,").split()
    for at in range(len(words) - 1, -1, -1):
        word, before = words[at].lower(), words[at - 1].lower() if at else ""
        if word in small.AUXILIARIES or (before == "to" and known.verb(word, "base")) or word in small.RELATIVES:
            return found[0]
        kinds = known.kinds(word)
        opens = at == 0 and len(words) > 1 and words[1] in _OPENS_OBJECT
        if "third" in kinds and (not known.is_noun(word) or (_acts(words[at - 1]) if at else opens)):
            return f"{found['joins']}{form.third}"
        if kinds & {"past", "base", "gerund"} and not known.is_noun(word) and word not in known.adjectives:
            return found[0]
    return found[0]


_CHECKS = frozenset(("check", "compare", "contact", "update", "inspect", "confirm", "scan", "inform"))
"""Verbs that a bare noun may follow, and that describe none."""


def _each_does(found: re.Match[str]) -> str:
    """Return what each of several does with its ending: each listing keep its reviews, each listing keeps them."""
    form = lexicon().verb(found["verb"], "base")
    sure = form and not lexicon().verb(found["verb"], "past") and found["verb"] not in small.AUXILIARIES
    return f"{found['each']} {found['noun']} {form.third}" if form and sure else found[0]


def _acts(word: str) -> bool:
    return word.lower() in small.AGENTS | _OFFICES or (word.isupper() and len(word) > 1) or word in ("it", "he", "she")


def _is_many(noun: str) -> bool:
    known = lexicon()
    return noun in _MANY_THINGS or (noun in known.plurals and noun not in known.singulars and noun not in _ONE_THING)


def _is_one(noun: str) -> bool:
    known = lexicon()
    return noun in known.singulars and noun not in known.plurals and noun not in _CROWDS


def _which(found: re.Match[str]) -> str:
    """Return a relative clause whose verb agrees with what it tells of: 38 numbers which are not scanned."""
    noun, verb = found["before"], found["verb"]
    said = f"{noun} {found['which']} "
    if _is_many(noun):
        return said + _OF_MANY.get(verb, verb)
    if not _is_one(noun) and noun not in small.COUNTED_ONE:
        return found[0]
    form = lexicon().verb(verb, "base")
    if verb in _OF_ONE or form is None or lexicon().verb(verb, "past") or verb in small.AUXILIARIES:
        return said + _OF_ONE.get(verb, verb)
    return found[0] if found["which"] == "who" or verb in small.PREPOSITIONS | small.SUBJECTS else said + form.third


def _which_not(found: re.Match[str]) -> str:
    """Return a denied relative clause with the verb that it lacks: parcels which not move, which do not move."""
    if lexicon().verb(found["verb"], "base") is None or not lexicon().is_noun(found["before"]):
        return found[0]
    be = "does" if _is_one(found["before"]) else "do"
    return f"{found['before']} {found['which']} {be} not {found['verb']}"


def _does_not(found: re.Match[str]) -> str:
    """Return a denied clause with the verb that it lacks: scan result not match, scan result does not match."""
    known, noun, verb = lexicon(), found["before"].lower(), found["verb"]
    words = found["who"].split()
    only_verb = known.verb(verb, "base") and verb not in known.adjectives | small.PREPOSITIONS | small.AUXILIARIES
    if not only_verb or not known.is_noun(noun) or not all(map(_describes, words[:-1])):
        return found[0]
    if noun in small.SUBJECTS | small.DETERMINERS | small.AUXILIARIES | small.RELATIVES or (
        known.kinds(noun) and len(words) == 1
    ):
        return found[0]
    return f"{found['opens']}{found['who']} {'do' if _is_many(noun) else 'does'} not {verb}"


def _in_number(found: re.Match[str]) -> str:
    """Return a subject and its verb in one number, where nothing but its determiner stands before the subject."""
    before, verb = found["before"].lower(), found["verb"]
    said = f"{found['before']} "
    led = re.split(r"[,;:(.]", found.string[: found.start()])[-1].split()
    if before in _WE:
        return said + _OF_MANY.get(verb, verb)
    if before in _ONE:
        return said + _OF_ONE.get(verb, verb)
    while (opened := next((at for at, word in enumerate(led) if word.lower() in _OPENS), None)) is not None:
        led = led[opened + 1 :]
    lows = [word.lower() for word in led]
    if before in ("them", "these", "those") and lows[-1:] == ["of"]:
        before, lows = lows[-2] if len(lows) > 1 else before, lows[:-2]  # 510 units of them
    lows = lows[2:] if lows[:2] in _ABOUT else lows
    closed = small.PREPOSITIONS | small.RELATIVES | small.AUXILIARIES | {"to"}
    if _is_counted_there(lows) and verb in _OF_MANY:
        return said + _OF_MANY[verb]
    if len(lows) > LONGEST_SUBJECT or any(word in closed for word in lows):
        return found[0]
    if not lows and before in ("customer", "buyer", "client") and verb in ("are", "were", "have"):
        return f"{found['before']}s {verb}"
    if not lows:
        return said + _OF_MANY.get(verb, verb) if before in _MANY_THINGS else found[0]
    is_many = (_is_many(before) and before not in _ONE) or (
        found["before"].endswith("s") and found["before"][:-1].isupper()
    )
    if is_many and (lows[0] in _ALL_OR_NUMBER or lows[0].replace(",", "").isdigit() or lows[0] in ("the", "our")):
        return said + _OF_MANY.get(verb, verb)
    if is_many and before.endswith("s") and all(map(_describes, lows)) and verb in _OF_MANY:
        return said + _OF_MANY[verb]
    if (_is_one(before) or before in small.COUNTED_ONE) and lows[0] in (
        "the",
        "a",
        "an",
        "our",
        "this",
        "each",
        "every",
    ):
        return said + _OF_ONE.get(verb, verb)
    return found[0]


def _is_counted_there(lows: list[str]) -> bool:
    """Whether words are a number of things and where they are: 90 market cables in the Shenzhen warehouse."""
    at = next((place for place, low in enumerate(lows) if low in ("in", "at", "from", "on")), 0)
    thing = lows[1:at]
    several = bool(lows) and lows[0].replace(",", "").isdigit() and lows[0] != "1"
    there = lows[at + 1 :]
    return (
        several
        and 0 < len(thing) < LONGEST_SUBJECT
        and len(there) < LONGEST_SUBJECT
        and _is_many(thing[-1])
        and not (small.RELATIVES | small.AUXILIARIES | small.PREPOSITIONS | {"to", "and", "that"}) & {*thing, *there}
    )


_ABOUT = (["at", "least"], ["at", "most"], ["more", "than"], ["fewer", "than"])
"""Words before a number that leave what is counted the subject."""
LONGEST_SUBJECT = 4
"""Words before a noun up to which it is certain that nothing else is the subject."""
