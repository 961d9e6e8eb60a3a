"""Fit what failed, and why it failed and went unnoticed, into their places in a letter."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from poa_app.phrases import function_words as small
from poa_app.phrases.actor import Actor
from poa_app.phrases.fitted import (
    MOST_REMEMBERED,
    NO_NAMES,
    Fitted,
    Names,
    by_name,
    first_sentence,
    named,
    own,
    small_first,
    used,
    without_lead,
)
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.past import in_past
from poa_app.phrases.phrase import read
from poa_app.phrases.spliced import clauses
from poa_app.phrases.text import capitalised, full_forms, sentences, tidy, uncapitalised
from poa_app.phrases.verbs import conjugated
from poa_app.phrases.words import Phrase

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


@lru_cache(maxsize=MOST_REMEMBERED)
def cause(text: str, who: Actor | None, names: Names = NO_NAMES, over: bool = True) -> Fitted:
    """Fit what failed: a clause in the past, or a verb phrase whose subject is who held the step.

    Args:
        text: as typed: "Orders were confirmed late", "did not upload tracking numbers".
        who: who held the step.
        over: whether the failure has ended, so that what is typed in the present is told in the past.
    """
    if _SPOKEN.match(text):
        return own(text)
    first, rest = first_sentence(_ours(by_name(without_lead(_LED, text), who)[1]))
    phrase = in_past(read(first)) if over else read(first)
    if over and rest:
        rest = " ".join(_told_then(one) for one in sentences(rest))
    found: Fitted | None = None
    if phrase.kind == "verb" and phrase.tense == "past" and who:
        found = used("verb", conjugated(phrase, "past", who.plural))
    elif phrase.kind == "clause" and phrase.tense == "past" and not phrase.lead:
        found = used("clause", uncapitalised(phrase.text, names))
    if found is None and over and (rest or phrase.kind == "clause"):
        return own(f"{phrase.text}. {rest}" if rest else phrase.text)
    return replace(found, rest=rest) if found else own(text)


_SPOKEN = re.compile(
    r"\W*(?:(?:we|i)\s(?:are|am|were|was|feel)\s(?:\w+\s)?sorry|(?:we|i)\s(?:\w+\s)?(?:apologi[sz]e|regret)"
    r"|(?:very\s|so\s)?sorry|(?:our|my)\s(?:\w+\s)?apolog(?:y|ies)|dear|hello|please)\b",
    re.IGNORECASE,
)
"""Words spoken to the reader, which tell no failure: no day and no other tense is theirs."""

_HAVE = re.compile(r"\A(?:(?:[Oo]nly|[Jj]ust) ha(?:ve|d|s) (?=[a-z\d])|[Hh]a(?:ve|d) (?=(?:no|only|just|a|an|\d+) ))")


def _ours(words: str) -> str:
    """Return what somebody has, in words that lack who: only have receipts, we only have receipts."""
    found = _HAVE.match(full_forms(tidy(words)))
    if not found:
        return words
    return f"we {small_first(full_forms(tidy(words)))}"


def _told_then(sentence: str) -> str:
    """Return a further sentence on what we or somebody did while something failed, in the past."""
    sentence = _there_was(sentence)
    phrase = read(sentence)
    ours = phrase.kind == "clause" and phrase.words[phrase.lead].low in small.SUBJECTS | {"the", "our", "there", "no"}
    said = in_past(phrase).text if ours else phrase.text
    return f"{capitalised(said)}{sentence[-1] if sentence[-1] in '.!?' else ''}" if said != phrase.text else sentence


@dataclass(frozen=True)
class Reason:
    """One answer to why.

    Attributes:
        fitted: its words; a clause joins another with "because" or "and", a noun stands after "the reason was".
        joined: the word the manager marked it with, or none.
    """

    fitted: Fitted
    joined: Literal["because", "and", ""] = ""


@lru_cache(maxsize=MOST_REMEMBERED)
def reason(text: str, who: Actor | None, names: Names = NO_NAMES, over: bool = True) -> Reason:
    """Fit an answer to why it happened or why nobody noticed: a clause, or the name of a thing.

    Args:
        text: as typed, with or without "because", "and", "due to" before it.
        who: who held the step, for words that lack their subject.
        over: whether the failure has ended, so that what is typed in the present is told in the past.
    """
    words = tidy(text)
    if other := _ELSE.match(words):
        told = reason(f"{other[1]} {words[other.end() :]}", who, names, over)
        head, then = told.fitted.text[: len(other[1])], told.fitted.text[len(other[1]) :]
        if head.lower() == other[1].lower():
            return replace(told, fitted=replace(told.fitted, text=f"{head} else{then}"))
    joined: Literal["because", "and", ""] = ""
    if _AND.match(words):
        words, joined = without_lead(_AND, words), "and"
    bare = without_lead(_LED, words)
    if re.match(r"(?:since|as)\b", bare, re.IGNORECASE) and read(bare).kind != "clause":
        led = bare.split(maxsplit=1)[1] if " " in bare else ""
        bare = led if read(led).kind == "clause" else bare
    joined = joined or ("because" if bare != words and not words.lower().startswith("the reason") else "")
    if _BECAUSE_OF.match(bare):
        thing = named(without_lead(_BECAUSE_OF, bare))
        return Reason(thing, joined or "because") if thing else Reason(own(bare), joined)
    name, rest = by_name(bare, who)
    he = read(f"He {rest}")
    if name and read(bare).kind == "verb" and he.kind == "clause":
        return Reason(Fitted("clause", f"{name}{(in_past(he) if over else he).text[len('He') :]}"), joined)
    bare = _there_was(_whole(_with_role(_ours(bare), who), over))
    phrase = in_past(read(bare)) if over else read(bare)
    found: Fitted | None = None
    if phrase.kind == "verb" and phrase.tense == "past" and who and not _was_taken_for(phrase):
        said = conjugated(phrase, "past", who.plural)
        found = Fitted("clause", f"{who.again} {said}") if said else None
    elif phrase.kind == "clause" and not phrase.lead and not _explains(phrase):
        found = used("clause", _with_name(bare, words, uncapitalised(phrase.text, names), who))
    elif phrase.kind == "noun" and (_is_described(phrase) or not _DENIES & {word.low for word in phrase.words}):
        found = named(bare)
    if phrase.kind == "clause" and found is None:
        return Reason(own(phrase.text), joined)
    return Reason(found or own(bare), joined)


def _was_taken_for(phrase: Phrase) -> bool:
    """Whether a verb without its subject tells what was done with something, by nobody knows whom: filed as damage."""
    lows = [word.low for word in phrase.words[:2]]
    return lows[1:] == ["as"] and "participle" in lexicon().kinds(lows[0])


def _is_described(phrase: Phrase) -> bool:
    """Whether words name one thing before a comma, so that what follows describes it: an old rule, never adapted."""
    head, comma, tail = phrase.text.partition(", ")
    words = tail.split()
    done = len(words) > 1 and words[0] in ("never", "not", "only") and "participle" in lexicon().kinds(words[1])
    return bool(comma) and head.lower().startswith(("a ", "an ", "the ", "our ")) and read(head).kind == "noun" and done


_ELSE = re.compile(r"([Nn]o one|[Nn]obody) else (?=[a-z]+ )")
"""Who else did nothing; without "else" the words are read as any others: no one else opened the page."""
_DENIES = frozenset(("only", "never", "always", "just", "not"))
"""Adverbs of a verb; where none was found, the words are no name of a thing."""
_ONLY = re.compile(
    r"(?P<who>(?:[Oo]ur|[Tt]he|[Tt]heir) [a-z]+(?: [a-z]+)?) (?P<how>only|never|always|just) (?P<verb>[a-z]+) (?=\w)"
)
_IT_NOT = re.compile(r", (?:it|they|he|she) (?=(?:did|does|do) not )")
_SPLIT_OFF = re.compile(r"(?P<head>[^,;:]+), (?=(?P<be>did |was |were |had |could |)not [a-z]+ )")


def _whole(words: str, over: bool) -> str:
    """Return a clause whose verb lost its ending, or its "and": our inspection only check it, and did not count it."""
    words = _in_one(_IT_NOT.sub(" and ", words, count=1), over)
    found = _ONLY.match(words)
    verb = lexicon().verb(found["verb"], "base") if found else None
    if found and verb:
        words = f"{found['who']} {found['how']} {verb.past if over else verb.third}{words[found.end('verb') :]}"
    split = _SPLIT_OFF.match(words)
    if split and read(split["head"]).kind == "clause" and (split["be"] or _is_verb(words[split.end() :].split()[1])):
        words = f"{split['head']} and {'' if split['be'] else 'did '}{words[split.end() :]}"
    return words


def _is_verb(word: str) -> bool:
    return lexicon().verb(word, "base") is not None and word not in small.PREPOSITIONS


def _in_one(words: str, over: bool) -> str:
    """Return two clauses with only a comma between them as one answer: it was a Sunday and nobody was in."""
    told = clauses(words)
    over = over and not re.search(r"\byou\b", words)
    if len(told) != len(("one", "other")) or any(_explains(read(one)) for one in told):
        return words
    first, second = (in_past(read(one)).text if over else one for one in told)
    inside = uncapitalised(second)
    return f"{first}{',' if ' and ' in first else ''} and {inside}" if inside else words


def _there_was(words: str) -> str:
    """Return a thing that was wanting as a clause: no backup packer, there is no backup packer."""
    phrase = read(words)
    lows = [word.low for word in phrase.words]
    wanting = lows[:1] == ["no"] and (phrase.kind == "noun" or _is_thing_before_clause(phrase.text))
    return f"there is {small_first(words)}" if wanting else words


def _is_thing_before_clause(words: str) -> bool:
    """Whether words name a thing, and a clause behind it tells when: no review after the listing was published."""
    head, _, clause = re.split(r" (after|before|when|while|until) ", f"{words} after ", maxsplit=1)
    then = read(clause.removesuffix(" after "))
    led = then.kind == "clause" and (then.words[0].low in small.DETERMINERS or then.words[0].low in small.SUBJECTS)
    return led and then.words[then.verb].low in small.AUXILIARIES and read(head).kind == "noun"


_PRONOUN = re.compile(r"(?:she|he)\s+", re.IGNORECASE)


def _with_role(words: str, who: Actor | None) -> str:
    """Return words with the role of who held the step for "she" and "he", which stand for nobody yet."""
    found = _PRONOUN.match(words)
    return f"{who.again} {words[found.end() :]}" if found and who and who.person else words


def _with_name(words: str, typed: str, said: str | None, who: Actor | None) -> str | None:
    """Return a clause with the name behind the role that stands for "she" or "he"."""
    led = who and who.person and words != typed and said and said.startswith(who.again)
    return f"{who.subject}{said[len(who.again) :]}" if led and who and said else said


def _explains(phrase: Phrase) -> bool:
    return any(word.low in ("because", "so", ";") for word in phrase.words)
