"""Checkers of blame: what somebody else did wrong, told as the cause, with no step of the store that let it through."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose, Sentence, Word
from poa_app.english.word_lists import WordLists
from poa_app.phrases.lexicon import lexicon

_FAR = 160
"""Signs before a sentence among which a pronoun's name is looked for."""
_CLAUSE = 14
"""Words from whoever is named to the end of his clause."""
_GAP = 6
"""Words that may stand between whoever is blamed and the verb."""
_BEFORE_OBJECTS = frozenset(
    (
        "to",
        "from",
        "with",
        "for",
        "of",
        "at",
        "by",
        "about",
        "against",
        "between",
        "on",
        "in",
        "into",
        "via",
        "per",
        "through",
        "than",
        "like",
        "called",
        "named",
    )
)
_ARTICLES = frozenset(
    (
        "the",
        "our",
        "a",
        "an",
        "this",
        "some",
        "one",
        "these",
        "those",
        "your",
        "their",
        "his",
        "her",
        "my",
        "another",
        "many",
        "few",
        "most",
        "certain",
    )
)
_LINKS = frozenset(("which", "that", "who", "also", "then", "and", "have", "has", "had", "already", "still", "even"))
_TELLING = frozenset(
    (
        "who",
        "which",
        "that",
        "team",
        "staff",
        "was",
        "is",
        "had",
        "has",
        "did",
        "does",
        "never",
        "only",
        "also",
        "always",
        "just",
        "still",
    )
)
_CAUSES = frozenset(("because", "since"))
_BE = frozenset(("be", "is", "are", "was", "were", "been", "being"))
_DESCRIBES = _BEFORE_OBJECTS | {"who", "that", "which", "we"}
_PRONOUNS = frozenset(("he", "she", "they"))
_STOPS = frozenset(("so", "because", "but", "while", "whereas", "which", "therefore", "although"))


_LISTS = WordLists(__file__)
_words = _LISTS.words


def _match_at(prose: Prose, word: Word, name: str, limit: int) -> int | None:
    """Return where a phrase of a list that begins with a word ends, if it ends within a limit."""
    for pattern in _LISTS.beginning(name, word.low):
        match = pattern.pattern.match(prose.plain, word.start, limit)
        if match:
            return match.end()
    return None


def _stands(prose: Prose, words: tuple[Word, ...], name: str, limit: int) -> bool:
    return any(_match_at(prose, word, name, limit) is not None for word in words)


def outside_cause(prose: Prose) -> Iterator[Hit]:
    """Yield what others are told to have done wrong, where no step of the store stands beside it."""
    for sentence in prose.sentences:
        if _is_spared(prose, sentence):
            continue
        for place in range(len(sentence.words)):
            kind = _kind(sentence.words, place) or _referred(prose, sentence, place)
            if kind and not _is_object(sentence.words, place):
                end = _fault(prose, sentence, place, kind) or _trailing_fault(prose, sentence, place)
                end = end or _bare_deed(prose, sentence, place, kind)
                if end is not None:
                    yield Hit(_begin(sentence.words, place).start, end)


def _is_spared(prose: Prose, sentence: Sentence) -> bool:
    said = {word.low for word in sentence.words}
    return (
        sentence.text.endswith("?")
        or bool(said & _words("spared"))
        or _stands(prose, sentence.words, "own_step", sentence.end)
        or (sentence.text.endswith(";") and _names_own_step(prose, prose.sentence_at(sentence.end + 1)))
    )


def _names_own_step(prose: Prose, sentence: Sentence | None) -> bool:
    return sentence is not None and _stands(prose, sentence.words, "own_step", sentence.end)


def _kind(words: tuple[Word, ...], place: int) -> str:
    """Return who a word names: somebody outside, Amazon, a person of the store, a person by name; or nobody."""
    low = words[place].low
    before = words[place - 1].low if place else ""
    if place + 1 < len(words) and _is_thing(words[place + 1].low):
        return ""
    if before.removesuffix("'s").removesuffix("'") in _words("outside") and low in _words("belongings"):
        return "outside"
    if low in _words("amazon"):
        return "amazon"
    if low in _words("amazon_parts") and before in (
        "your",
        "amazon",
        "amazon's",
        "fba",
        "seller",
        "account",
        "amazon-own",
    ):
        return "amazon"
    if low in ("service", "services") and before in _words("carrying"):
        return "outside"
    if low == "people" and before in ("these", "those", "such", "certain"):
        return "outside"
    if low in _words("people") or (before == "our" and low in _words("crafts")):
        return "people"
    if low in _words("outside") and not (
        low in ("company", "owner", "warehouse", "office") and before in ("our", "the", "this", "")
    ):
        return "outside"
    return "named" if _is_name(words, place) else ""


def _is_thing(low: str) -> bool:
    """Whether a word after a noun makes it part of another one, as in "supplier invoice"."""
    if low.endswith("'s"):
        return True
    known, bare = lexicon(), low
    return (
        (bare in known.singulars or bare in known.plurals)
        and bare not in _TELLING
        and not any(bare in (verb.past, verb.third, verb.base) for verb in known.verbs.get(bare, ()))
    )


def _is_name(words: tuple[Word, ...], place: int) -> bool:
    """Whether a word ends the name of a person: two capitalised words of which one is in no word list."""
    if not place:
        return False
    last, first = words[place], words[place - 1]
    if not (last.text.istitle() and first.text.istitle() and last.text.isalpha() and first.text.isalpha()):
        return False
    if first.low in _words("titles"):
        return True
    known = lexicon()
    return (
        len(last.low) < 8
        and last.low not in known.verbs
        and last.low not in known.singulars
        and last.low not in known.plurals
    )


def _referred(prose: Prose, sentence: Sentence, place: int) -> str:
    """Return who a pronoun stands for: the last one named within some words before it."""
    word = sentence.words[place]
    if word.low not in _PRONOUNS:
        return ""
    told = [one for one in prose.words if sentence.start - _FAR <= one.start < word.start]
    for at in range(len(told) - 1, -1, -1):
        kind = _kind(tuple(told), at)
        if kind:
            is_many = word.low == "they"
            return kind if is_many == (kind in ("outside", "amazon")) else ""
    return ""


def _begin(words: tuple[Word, ...], place: int) -> Word:
    """Return the first word of a name or a noun with its article, up to three words before its head."""
    for back in range(1, 4):
        if place - back >= 0 and words[place - back].low in _ARTICLES:
            return words[place - back]
    return words[place]


def _is_object(words: tuple[Word, ...], place: int) -> bool:
    """Whether whoever is named is told of in passing: after a preposition, or as part of another noun."""
    for back in range(1, 4):
        if place - back < 0:
            break
        low = words[place - back].low
        if low in _BEFORE_OBJECTS or low in _words("takes_object"):
            return True
        if low in _words("relative"):
            return place - back > 0 and _is_thing(words[place - back - 1].low)
        if low not in _ARTICLES and back > 1:
            break
    return False


def _trailing_fault(prose: Prose, sentence: Sentence, place: int) -> int | None:
    """Return where a manner that blames ends, anywhere in the clause of whoever is named."""
    for word in sentence.words[place + 1 : place + _CLAUSE]:
        if word.low in _STOPS - _LINKS or any(
            sign in prose.plain[sentence.words[place].end : word.start] for sign in ";:."
        ):
            return None
        end = _match_at(prose, word, "manner", sentence.end)
        if end is not None:
            return end
    return None


def _fault(prose: Prose, sentence: Sentence, place: int, kind: str) -> int | None:
    """Return where the fault told of somebody ends."""
    lists = {"outside": ("lapses",), "amazon": ("lapses",), "people": ("personal",), "named": ("personal", "named")}[
        kind
    ]
    before = ""
    for word in sentence.words[place + 1 : place + 2 + _GAP]:
        between = prose.plain[sentence.words[place].end : word.start]
        if any(sign in between for sign in ";:.") or word.low in _STOPS - _LINKS:
            return None
        for name in lists:
            end = _match_at(prose, word, name, sentence.end)
            if end is not None and before not in _BE and not _is_fact(prose.plain[word.start : end], kind):
                return end
        before = word.low
        if word.low.endswith("ing"):
            return None
        if word.low in ("and", "i", "our") or (word.low == "we" and sentence.words[place + 2].start < word.start):
            return None
    return None


def _bare_deed(prose: Prose, sentence: Sentence, place: int, kind: str) -> int | None:
    """Return where an undated deed of somebody outside ends, if it is none that belongs to the process."""
    is_others = kind == "outside" or (kind == "amazon" and sentence.words[place].low in _words("amazon_parts"))
    if not is_others or any(word.text[:1].isdigit() or word.low == "exhibit" for word in sentence.words):
        return None
    known, follows = lexicon(), sentence.words[place + 1 : place + 7]
    is_described = bool(follows) and follows[0].low in _DESCRIBES
    for word in follows if is_described else follows[:2]:
        if word.low in _words("told") or word.low in _words("neutral") or word.low in _STOPS:
            return None
        if word.low == "and" or ":" in prose.plain[sentence.words[place].end : word.start]:
            return None
        is_past = any(word.low == verb.past for verb in known.verbs.get(word.low, ()))
        if is_past and _has_object(sentence, word, known.plurals):
            return word.end
    return None


def _has_object(sentence: Sentence, verb: Word, plurals: frozenset[str]) -> bool:
    """Whether an object follows a finished verb, so that it is no participle beside a noun."""
    after = next((word.low for word in sentence.words if word.start > verb.end), "")
    return (
        after in _ARTICLES
        or after in plurals
        or after in ("it", "them", "us", "me", "up", "out", "off", "down", "away")
    )


def _is_fact(told: str, kind: str) -> bool:
    """Whether what is told is a passive, or what Amazon does by right."""
    words = set(told.lower().split())
    return "be" in words or "been" in words or (kind == "amazon" and bool(words & _words("amazon_facts")))


def shifted_cause(prose: Prose) -> Iterator[Hit]:
    """Yield sentences in which a deed of somebody else is made the cause of the store's harm."""
    for sentence in prose.sentences:
        if _is_spared(prose, sentence) or not {word.low for word in sentence.words} & _words("harm"):
            continue
        for place in range(len(sentence.words)):
            if _kind(sentence.words, place) in ("outside", "amazon") and not _is_object(sentence.words, place):
                rest = sentence.words[place + 2 :]
                if _is_deed(sentence.words, place) and _stands(prose, rest, "shift", sentence.end):
                    yield Hit(_begin(sentence.words, place).start, sentence.end)
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
    for sentence in prose.sentences:
        if _is_spared(prose, sentence):
            continue
        for place, word in enumerate(sentence.words):
            for pattern in _LISTS.beginning("cause", word.low):
                match = pattern.pattern.match(prose.plain, word.start, sentence.end)
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
        if words[at].low in ("we", "i", "it", "our") or words[at].low in _BEFORE_OBJECTS:
            return None
        if _kind(words, at) in ("outside", "amazon"):
            follows = words[at + 1].low if at + 1 < len(words) else ""
            is_right = _kind(words, at) == "amazon" and follows not in _words("harm")
            if is_right or follows in _words("told") or (needs_deed and not _is_deed(words, at)):
                return None
            return None if follows in lexicon().singulars and not needs_deed and follows not in _words("harm") else at
    return None


CHECKERS: dict[str, Checker] = {
    "outside-cause": outside_cause,
    "shifted-cause": shifted_cause,
    "laid-outside": laid_outside,
}
