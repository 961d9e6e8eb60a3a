"""The words of a sentence with what each of them can be, for the checkers of grammar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from poa_app.english.hit import Hit
from poa_app.english.prose import Prose, Sentence, Word
from poa_app.english.word_lists import WordLists
from poa_app.model.finding import Fix
from poa_app.phrases.lexicon import Verb, VerbForm, lexicon

words = WordLists(__file__).words


SUBJECTS = words("subjects")
EITHER_WAY = words("either_way")
SINGULAR_PRONOUNS = words("singular_pronouns")
OBJECTS = words("objects")
DETERMINERS = words("determiners")
BE, HAVE, DO, MODALS = words("be"), words("have"), words("do"), words("modals")
PREPOSITIONS = words("prepositions")
OPENERS = words("openers")
RELATIVES = words("relatives")
MONTHS, WEEKDAYS = words("months"), words("weekdays")
GROUPS = words("groups")
UNCOUNTABLE = words("uncountable")
AGENTS = words("agents")
MOSTLY_VERBS = words("mostly_verbs")
MID_ADVERBS = words("mid_adverbs")
OBJECT_ONLY = words("object_only")
_LONGEST = 200
"""Words of a sentence that are read together."""
NUMERALS = words("numerals")
AUXILIARIES = BE | HAVE | DO | MODALS
_ADJECTIVES, _NOUNS = words("adjectives"), words("nouns")
_FUNCTION = (
    SUBJECTS | EITHER_WAY | SINGULAR_PRONOUNS | OBJECTS | DETERMINERS | AUXILIARIES | PREPOSITIONS
    | (OPENERS - {"state", "report"}) | RELATIVES | words("little_words")
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """What a word can be; words of grammar, such as "can" and "will", are neither noun nor adjective here."""

    verb: frozenset[VerbForm]
    singular: bool
    plural: bool
    adjective: bool
    adverb: bool
    function: bool
    noun: bool


@cache
def kind(low: str) -> Kind:
    """Return what a word in small letters can be."""
    known = lexicon()
    if low in _FUNCTION:
        return Kind(known.kinds(low), False, False, False, low in known.adverbs, True, False)
    singular = low in known.singulars or low in UNCOUNTABLE or low in AGENTS or (low in _NOUNS and low[-1] != "s")
    if "-" in low and not singular and low not in known.plurals and low not in known.adjectives:
        tail = kind(low.rpartition("-")[2])
        adjective = tail.adjective or bool(tail.verb)
        return Kind(frozenset(), tail.singular, tail.plural, adjective, tail.adverb, False, tail.noun)
    plural = (low in known.plurals or low in _NOUNS) and not singular
    return Kind(
        known.kinds(low),
        singular,
        plural,
        low in known.adjectives or low in NUMERALS or low in _ADJECTIVES,
        low in known.adverbs or (low.endswith("ly") and not singular and not known.kinds(low)),
        False,
        singular or plural,
    )


@dataclass(slots=True, eq=False)
class Token:
    """A word with what stands before it since the word before, and what it can be; nobody changes one.

    Attributes:
        word: the word itself, and its place.
        text: the word as written.
        low: the word in small letters.
        gap: what stands between the word before and it.
        close: whether that is nothing but space.
        kind: what it can be.
    """

    word: Word
    text: str
    low: str
    gap: str
    close: bool
    kind: Kind

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits, or the word of a number."""
        return self.low in NUMERALS or self.text[0].isdigit()

    @property
    def is_acronym(self) -> bool:
        """Whether it is a short form in capitals, such as ASIN and SKUs."""
        bare = self.text.removesuffix("s")
        return len(bare) > 1 and bare.isupper() and bare.isalpha() and not self.kind.function

    @property
    def is_name(self) -> bool:
        """Whether it has a capital of its own that is not a short form's."""
        return self.text[0].isupper() and not self.is_acronym


Tokens = tuple[Token, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A sentence as tokens; ``names`` holds the places of those that lie in a name the case knows."""

    tokens: Tokens
    sentence: Sentence
    names: frozenset[int]

    def low(self, at: int) -> str:
        """Return a word in small letters; nothing beyond the ends."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def next_is_close(self, at: int) -> bool:
        """Whether another word follows with nothing but space between."""
        return at + 1 < len(self.tokens) and self.tokens[at + 1].close


@lru_cache(maxsize=64)
def lines(prose: Prose) -> tuple[Line, ...]:
    """Return the sentences of a text as tokens; one without end comes in pieces, each read by itself."""
    return tuple(
        _line(prose, sentence, sentence.words[start : start + _LONGEST])
        for sentence in prose.sentences
        for start in range(0, len(sentence.words), _LONGEST)
    )


def _line(prose: Prose, sentence: Sentence, piece: tuple[Word, ...]) -> Line:
    tokens = tuple(_tokens(prose, sentence, piece))
    known = prose.named
    names = (
        at
        for at, token in enumerate(tokens)
        if any(start <= token.word.start and token.word.end <= end for start, end in known)
    )
    return Line(tokens, sentence, frozenset(names if known else ()))


def _tokens(prose: Prose, sentence: Sentence, piece: tuple[Word, ...]) -> Iterator[Token]:
    end = sentence.start if piece[0] is sentence.words[0] else piece[0].start
    plain = prose.plain
    for word in piece:
        gap = plain[end : word.start]
        yield Token(word, word.text, word.low, gap, gap == " " or bool(gap and not gap.strip()), kind(word.low))
        end = word.end


def begins_object(line: Line, at: int) -> bool:
    """Whether at a place the object of a verb begins: the parcel, it, 12 orders, a word in quotation marks."""
    if at >= len(line.tokens):
        return False
    token = line.tokens[at]
    if token.gap.strip() in ('"', "\u201c"):
        return True
    if not token.close:
        return False
    if token.text == "US":
        return False
    if token.low in DETERMINERS or token.low in OBJECTS or token.is_number:
        return line.low(at + 1) not in ("same", "next", "day", "following") and token.low not in ("that", "no", "most")
    return False


def verb_of(token: Token, *forms: str) -> Verb | None:
    """Return the verb of which a word is one of the forms, if there is one."""
    return next((verb for verb, form in lexicon().forms(token.low) if form in forms), None)


def replaced(line: Line, start: int, end: int, *rights: str) -> Hit:
    """Return a hit from a word to a word, whose last word is to be one of some others."""
    first, last = line.tokens[start].word, line.tokens[end].word
    before = line.sentence.text[first.start - line.sentence.start : last.start - line.sentence.start]
    return Hit(first.start, last.end, tuple(Fix(text=before + right) for right in rights if right))


def matching(said: str, right: str) -> str:
    """Return the right word with the first letter of what was said as it was."""
    return right[:1].upper() + right[1:] if said[:1].isupper() else right
