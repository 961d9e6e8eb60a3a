"""What is told in the passive, of the past, of every day and of the future, without anybody who does it."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.english.checkers.clauses import Clause, Place
from poa_app.english.checkers.conduct_words import has_form, is_form_of, is_in, lemma, words
from poa_app.english.checkers.deeds import has_agent
from poa_app.english.checkers.passives import BE, HAVE, MADE_OF, MODALS, NOT, after_adverbs, is_amazons
from poa_app.english.hit import Hit

_PAST = frozenset(("was", "were", "been", "got", "wasn't", "weren't"))
_PRESENT = frozenset(("is", "are", "get", "gets", "isn't", "aren't", "being"))
_COMING = frozenset(("be",))
_RELATIVES = frozenset(("which", "that", "who", "what", "whose", "where"))
_WHILE = frozenset(("because", "since", "so", "as", "and", "although", "though"))
_NO_SUBJECT = (words("nobody") | {"you", "us", "me", "she", "they"}) - {"it"}
_MUST = frozenset(("will", "shall", "must", "should", "have", "would"))
_ALSO_DEEDS = frozenset(("make", "do", "open", "buy", "drop", "release"))
_SAME_FORM = frozenset(("run",))


def hidden_doers(place: Place, section: str) -> Iterator[Hit]:
    """Yield each passive that hides who acts; of every day and of the future not where a part tells of the past."""
    is_past_only = section == "root-cause" or place.part == "cause"
    for clause in place.clauses:
        low = [word.low for word in clause.words]
        at = _hidden(low, place, is_past_only)
        if at is not None and not _has_doer(place, clause, low, at):
            yield Hit(clause.words[0].start, clause.words[at].end)


def finished(place: Place) -> Iterator[Hit]:
    """Yield each passive that says something has been done: in the perfect, and of the past in a corrective part."""
    if place.part == "cause" or any(is_in("of_cause", word.low) for word in place.sentence.words):
        return
    for clause in place.clauses:
        low = [word.low for word in clause.words]
        at = _hidden(low, place, False)
        if at is None or NOT & set(low[:at]) or _PRESENT & set(low[:at]) or is_form_of("no_finished", low[at]):
            continue
        before = set(low[:at])
        is_perfect = "been" in before and bool({"has", "have"} & before) and "will" not in before
        if is_perfect or (place.part == "corrective" and not {"been", "be"} & before):
            yield Hit(clause.words[0].start, clause.words[at].end)


def _hidden(low: list[str], place: Place, is_past_only: bool) -> int | None:
    """Return the place of the participle of a passive that tells conduct."""
    if low[0] not in _WHILE and is_in("subordinators", low[0]) and low[0] not in ("when",):
        return None
    for aux in range(1, len(low) - 1):
        if low[aux] not in _PAST | _PRESENT | _COMING:
            continue
        if low[aux] == "be" and not _is_to_be(low, aux):
            continue
        if _depends(low, aux):
            return None
        at = aux + 1
        while at < len(low) - 1 and (low[at] in NOT or low[at] in ("being", "got") or _is_adverb(low, at)):
            at += 1
        if low[at] in BE or not _fits(low, aux, at, place, is_past_only):
            continue
        return at
    return None


def _is_to_be(low: list[str], aux: int) -> bool:
    """Whether "be" tells what will be or must be, not what can be or is asked for."""
    before = [word for word in low[:aux] if word not in NOT and not is_in("adverbs", word)]
    if len(before) > 1 and before[-1] == "to":
        return before[-2] in ("is", "are", "going", "have", "has", "needs", "need", "supposed", "due")
    return bool(before) and (before[-1] in _MUST or before[-1].endswith("'ll"))


def _is_adverb(low: list[str], at: int) -> bool:
    return after_adverbs(low, at) > at or low[at].endswith("ly") or low[at] == "even"


def _depends(low: list[str], aux: int) -> bool:
    """Whether a verb only says which one is meant, or its subject is nobody of whom deeds are told."""
    before = low[:aux]
    for number in range(len(before) - 2, 0, -1):
        if before[number] == "that" and is_form_of("tells_of", before[number - 1]):
            before = before[number + 1 :]
            break
    while before and (before[-1] in HAVE | MODALS | NOT or _is_adverb(before, len(before) - 1)):
        before.pop()
    if not before or before[-1] in _RELATIVES or before[-1].isdigit() or before[-1] in _NO_SUBJECT:
        return True
    return any(
        is_in("subordinators", word) and not (word == "that" and _leads_a_noun(before[number]))
        for number, word in enumerate(before[1:])
    )


def _leads_a_noun(word: str) -> bool:
    return word == "of" or is_in("prepositions", word)


def _fits(low: list[str], aux: int, at: int, place: Place, is_past_only: bool) -> bool:
    word, subject = low[at], low[:aux]
    if not has_form(word, "participle") and word not in _SAME_FORM:
        return False
    if is_form_of("of_papers", word) or {"account", "amazon", "dollars", "my", "her", "his"} & set(subject):
        return False
    if is_amazons(place, subject, word) or (lemma(word) == "make" and set(low[at + 1 : at + 2]) & MADE_OF):
        return False
    tense = low[aux]
    if tense in _PAST:
        if "it" in subject[-2:] or (place.part == "unknown" and is_form_of("done_by_others", word)):
            return False
        return _is_conduct(low, at) and (not is_past_only or _is_failure(low, at))
    if is_past_only or is_in("conditions", place.sentence.words[0].low) or any(one.isdigit() for one in low[at:]):
        return False
    return _is_conduct(low, at) and not is_form_of("kept_so", word)


def _is_conduct(low: list[str], at: int) -> bool:
    word = low[at]
    known = lemma(word)
    if is_form_of("states", word) and known not in _ALSO_DEEDS:
        return False
    return any(is_form_of(name, word) for name in ("deeds", "repeated", "left_undone", "handled"))


def _is_failure(low: list[str], at: int) -> bool:
    """Whether a cause tells what should not have been done so."""
    is_careless = "without" in low[at:] and "had" not in low[:at]
    return is_careless or bool(NOT & set(low[:at])) or any(is_in("mistaken", one) for one in low)


def _has_doer(place: Place, clause: Clause, low: list[str], at: int) -> bool:
    """Whether somebody is named behind "by"; special staff are nobody."""
    after = low[at + 1 :]
    if "by" in after:
        agent = after[after.index("by") + 1 :][:4]
        if any(is_in("unnamed", one) for one in agent):
            return False
        if any(is_in("own", one) for one in agent):
            return True
    return has_agent(place, clause.first + at)
