"""Checkers of blame: what somebody else did wrong, told as the cause, with no step of the store that let it through."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from poa_app.english.checkers.blamed import LISTS, begin, is_object, kind_of, referred
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose, Sentence, Word
from poa_app.phrases.lexicon import lexicon

_CLAUSE = 14
"""Words from whoever is named to the end of his clause."""
_GAP = 6
"""Words that may stand between whoever is blamed and the verb."""
_CAUSES = frozenset(("because", "since"))
_BE = frozenset(("be", "is", "are", "was", "were", "been", "being", "felt", "feel", "feels"))
_PRONOUNS = frozenset(("he", "she", "they"))
_OURS = frozenset(("we", "i", "if", "unless"))
_TIMES = frozenset(("when", "every", "each", "once"))
_PAST = frozenset(("was", "were", "did", "didn't", "had"))
"""Words that make a time of "when" rather than a case to come."""
_STOPS = frozenset(("so", "because", "but", "while", "whereas", "which", "therefore", "although"))


_words = LISTS.words


def outside_cause(prose: Prose) -> Iterator[Hit]:
    """Yield what others are told to have done wrong, where no step of the store stands beside it."""
    for sentence in _not_spared(prose):
        for place, word in enumerate(sentence.words):
            kind = kind_of(sentence.words, place)
            if not kind and word.low in _PRONOUNS:
                kind = referred(prose, sentence, place)
            if kind and not is_object(sentence.words, place):
                end = _fault(prose, sentence, place, kind) or _trailing_fault(prose, sentence, place)
                end = end or _bare_deed(prose, sentence, place, kind)
                if end is None and not _follows_verb(sentence.words, place):
                    end = _verdict(prose, sentence, place)
            elif _is_you_or_one_of_them(prose, sentence, place) or _is_theirs(sentence.words, place):
                person = sentence.words[place].low in ("he", "she")
                end = (_fault(prose, sentence, place, "people") if person else None) or _verdict(prose, sentence, place)
            else:
                continue
            if end is not None:
                yield Hit(begin(sentence.words, place).start, end)


@lru_cache(maxsize=4)
def _not_spared(prose: Prose) -> tuple[Sentence, ...]:
    """Return the sentences in which nothing excuses that somebody else is blamed."""
    return tuple(sentence for sentence in prose.sentences if not _is_spared(prose, sentence))


def _is_spared(prose: Prose, sentence: Sentence) -> bool:
    return (
        sentence.text.endswith("?")
        or bool(sentence.said & (_words("spared") - (_TIMES if sentence.said & _PAST else frozenset())))
        or bool(LISTS.ends(prose, sentence, "own_step") and not LISTS.ends(prose, sentence, "no_step"))
        or (sentence.text.endswith(";") and _names_own_step(prose, prose.sentence_at(sentence.end + 1)))
    )


def _names_own_step(prose: Prose, sentence: Sentence | None) -> bool:
    return sentence is not None and bool(LISTS.ends(prose, sentence, "own_step"))


@cache
def _stops_but_links() -> frozenset[str]:
    return _STOPS - _words("links")


def _trailing_fault(prose: Prose, sentence: Sentence, place: int) -> int | None:
    """Return where a manner that blames ends, anywhere in the clause of whoever is named."""
    ends = LISTS.ends(prose, sentence, "manner")
    if not ends:
        return None
    for word in sentence.words[place + 1 : place + _CLAUSE]:
        if word.low in _stops_but_links() or any(
            sign in prose.plain[sentence.words[place].end : word.start] for sign in ";:."
        ):
            return None
        if word.low in _words("told") and prose.plain[word.end : word.end + 6].strip().startswith("that "):
            return None
        if word.start in ends:
            return ends[word.start]
    return None


def _verdict(prose: Prose, sentence: Sentence, place: int) -> int | None:
    """Return where a verdict on the conduct of whoever is named ends, anywhere in his clause."""
    misdeeds = LISTS.ends(prose, sentence, "misdeeds")
    for word in sentence.words[place + 1 : place + _CLAUSE]:
        between = prose.plain[sentence.words[place].end : word.start]
        if word.low in _OURS or word.low in _words("told") or any(sign in between for sign in ";:.("):
            return None
        if word.low in _words("verdict"):
            return word.end
        if word.start in misdeeds:
            return misdeeds[word.start]
    return None


def _follows_verb(words: tuple[Word, ...], place: int) -> bool:
    """Whether a verb stands before whoever is named, so that he is its object."""
    at = words.index(begin(words, place))
    return at > 0 and words[at - 1].low in lexicon().verbs and words[at - 1].low not in _words("openings")


def _is_theirs(words: tuple[Word, ...], place: int) -> bool:
    """Whether a word names people or machines that are not said to be the store's."""
    if words[place].low not in _words("unnamed") or is_object(words, place) or _follows_verb(words, place):
        return False
    return not any(word.low in ("our", "my", "each", "every", "we") for word in words[max(0, place - 3) : place])


def _is_you_or_one_of_them(prose: Prose, sentence: Sentence, place: int) -> bool:
    """Whether a word is the reader, or somebody told of before, as who does what follows."""
    word = sentence.words[place]
    if word.low.partition("'")[0] not in _PRONOUNS | {"you"}:
        return False
    before = sentence.words[place - 1] if place else None
    return before is None or before.low in _words("openings") or "," in prose.plain[before.end : word.start]


def _fault(prose: Prose, sentence: Sentence, place: int, kind: str) -> int | None:
    """Return where the fault told of somebody ends."""
    lists = {"outside": ("lapses",), "amazon": ("lapses",), "people": ("personal",), "named": ("personal", "named")}[
        kind
    ]
    ends = [found for name in lists if (found := LISTS.ends(prose, sentence, name))]
    if not ends:
        return None
    before = ""
    for word in sentence.words[place + 1 : place + 2 + _GAP]:
        between = prose.plain[sentence.words[place].end : word.start]
        if any(sign in between for sign in ";:.") or word.low in _stops_but_links():
            return None
        for of_list in ends:
            end = of_list.get(word.start)
            is_theirs = before not in _BE and not _is_of_a_thing(sentence.words, word)
            if end is not None and is_theirs and not _is_fact(prose.plain[word.start : end], kind):
                return end
        before = word.low
        if word.low.endswith("ing"):
            return None
        if word.low in ("and", "i", "our") or (word.low == "we" and sentence.words[place + 2].start < word.start):
            return None
    return None


def _is_of_a_thing(words: tuple[Word, ...], verb: Word) -> bool:
    """Whether things, not whoever is named, did what a verb tells: "took back 320 units that failed"."""
    place = words.index(verb)
    back = 2 if words[place - 1].low in ("that", "which") else 1
    thing = words[place - back].low if place > back else ""
    return thing in lexicon().plurals and not any(thing in _words(who) for who in ("outside", "people", "amazon_parts"))


def _bare_deed(prose: Prose, sentence: Sentence, place: int, kind: str) -> int | None:
    """Return where an undated deed of somebody outside ends, if it is none that belongs to the process."""
    words = sentence.words
    if not _is_no_part_of_us(words, place, kind) or any(
        word.text[:1].isdigit() or word.low == "exhibit" for word in words
    ):
        return None
    follows = words[place + 1 : place + 7]
    is_described = bool(follows) and follows[0].low in (_words("before_objects") | {"who", "that", "which", "we"})
    denied = _denied(words, place)
    if denied:
        return denied.end
    for word in follows if is_described else follows[:3]:
        if word.low in _words("told") or word.low in _words("auxiliaries") or word.low in _STOPS:
            return None
        if word.low in _words("neutral") and word.low not in _words("links"):
            return None
        if word.low == "and" or ":" in prose.plain[words[place].end : word.start]:
            return None
        named = words[place].low
        may_be_base = word is follows[0] and named not in lexicon().plurals and named not in _PRONOUNS
        if _is_finished(word, may_be_base=may_be_base) and _has_object(sentence, word, lexicon().plurals):
            return word.end
    return None


def _denied(words: tuple[Word, ...], place: int) -> Word | None:
    """Return the verb of what somebody is told not to have done, if it is no fact of the process."""
    follows = words[place + 1 : place + 4]
    for at, word in enumerate(follows[:-1]):
        if word.low in ("can't", "couldn't", "wouldn't", "can", "could", "would", "will", "won't"):
            return None
        if word.low in ("not", "never") or word.low.endswith("n't"):
            verb = follows[at + 1]
            known = lexicon().verbs.get(verb.low, ())
            return verb if known and not any(one.base in _words("not_blamed") for one in known) else None
        if word.low not in _words("auxiliaries") and word.low not in ("have", "has", "had"):
            return None
    return None


def _is_no_part_of_us(words: tuple[Word, ...], place: int, kind: str) -> bool:
    """Whether whoever is named is an outsider, or one of the store who is told of as if he were."""
    if kind == "people":
        before = {word.low for word in words[max(0, place - 3) : place]}
        return words[place].low in _words("lesser") or bool(before & _words("lessening"))
    return kind == "outside" or (kind == "amazon" and words[place].low in _words("amazon_parts"))


def _is_finished(word: Word, *, may_be_base: bool) -> bool:
    """Whether a word is a verb of the past, or one that should be, as in "the courier lose our box"."""
    return any(
        word.low == verb.past or (may_be_base and word.low == verb.base and word.low not in lexicon().singulars)
        for verb in lexicon().verbs.get(word.low, ())
    )


def _has_object(sentence: Sentence, verb: Word, plurals: frozenset[str]) -> bool:
    """Whether an object follows a finished verb, so that it is no participle beside a noun."""
    after = next((word.low for word in sentence.words if word.start > verb.end), "")
    return (
        after in _words("articles")
        or after in plurals
        or after in ("it", "them", "us", "me", "up", "out", "off", "down", "away")
    )


def _is_fact(told: str, kind: str) -> bool:
    """Whether what is told is a passive, or what Amazon does by right."""
    words = set(told.lower().split())
    return "be" in words or "been" in words or (kind == "amazon" and bool(words & _words("amazon_facts")))


def shifted_cause(prose: Prose) -> Iterator[Hit]:
    """Yield sentences in which a deed of somebody else is made the cause of the store's harm."""
    for sentence in _not_spared(prose):
        if sentence.said.isdisjoint(_words("harm")):
            continue
        for place in range(len(sentence.words)):
            if kind_of(sentence.words, place) in ("outside", "amazon") and not is_object(sentence.words, place):
                last = max(LISTS.ends(prose, sentence, "shift"), default=-1)
                rest = sentence.words[place + 2 : place + 3]
                if rest and rest[0].start <= last and _is_deed(sentence.words, place):
                    yield Hit(begin(sentence.words, place).start, sentence.end)
                    break


def _is_deed(words: tuple[Word, ...], place: int) -> bool:
    """Whether a finished verb follows whoever is named within three words."""
    known = lexicon()
    for word in words[place + 1 : place + 4]:
        if word.low in ("was", "were", "had", "did", "didn't") or any(
            word.low in (verb.past, verb.third) for verb in known.verbs.get(word.low, ())
        ):
            return True
    return False


def laid_outside(prose: Prose) -> Iterator[Hit]:
    """Yield causes that are said to lie with somebody else."""
    for sentence in _not_spared(prose):
        if not LISTS.may_stand("cause", sentence):
            continue
        for place, word in enumerate(sentence.words):
            for pattern in LISTS.beginning("cause", word.low):
                match = pattern.pattern.match(prose.small, word.start, sentence.end)
                if not match:
                    continue
                head = next(
                    (at for at in range(place + 1, len(sentence.words)) if sentence.words[at].start >= match.end()),
                    None,
                )
                if head is None:
                    continue
                blamed = _blamed(sentence.words, head, word.low in _CAUSES)
                if blamed is not None:
                    yield Hit(word.start, sentence.words[blamed].end)
                    break


def _blamed(words: tuple[Word, ...], head: int, needs_deed: bool) -> int | None:
    """Return the place of whoever a cause is laid on, from one of its next three words on."""
    for at in range(head, min(head + 3, len(words))):
        if words[at].low in ("we", "i", "it", "our") or words[at].low in _words("before_objects"):
            return None
        if kind_of(words, at) in ("outside", "amazon"):
            follows = words[at + 1].low if at + 1 < len(words) else ""
            is_right = kind_of(words, at) == "amazon" and follows not in _words("harm")
            if is_right or follows in _words("told") or (needs_deed and not _is_deed(words, at)):
                return None
            return None if follows in lexicon().singulars and not needs_deed and follows not in _words("harm") else at
    return None


CHECKERS: dict[str, Checker] = {
    "outside-cause": outside_cause,
    "shifted-cause": shifted_cause,
    "laid-outside": laid_outside,
}
