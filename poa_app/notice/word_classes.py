"""Classes of words a sentence holds, in whatever language and order, and the rules by which they tell something."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_

from poa_app.knowledge import Knowledge
from poa_app.model.facts import Level, Stage
from poa_app.notice.gapped import GAP, Gapped, gapped, gapped_classes
from poa_app.notice.sentences import Piece
from poa_app.notice.spans import Span

_ACCENTS = re.compile(r"[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_\u3040-\u30ff\u3400-\u9fff]+")
"""A western word, apart from the Chinese or Japanese it stands next to: "A-to-Z索赔"."""
_OF_SO_MANY = re.compile(
    r"\d\s(?:out\s)?(?:of|in|von|sur|su|de)\s(?:(?:the|your|last|every|ihre[rn]?|vos|ses)\s){0,2}\d{1,3}(?:[,.]?\d{3})?\s(?:\w{1,15}\s)?"
    r"(?:orders|units|parcels|packages|shipments|deliver\w{1,4}|bestellungen|einheiten|pakete|commandes|ordini|pedidos)\b"
)
"""How many orders of how many, which is a rate."""
_SHORTENED = re.compile(r"\b(i|you|he|she|it|we|they|who|that|there|what)['’ ](ve|ll|re|d)\b")
_WHOLE = {"ve": "have", "ll": "will", "re": "are", "d": "would"}
"""What English speech shortens: "you've", or "you ve" in the data."""
_SENT_BY_YOU = re.compile(r"([您你](?:已|所|之前|此前|在[^，。]{0,12})?)(?:提供|提交|上传|附上|发送|补充)(?=的|了|过)")
"""What the reader has sent, which nobody asks for."""
_SAID_BY_YOU = re.compile(r"(?<=的)(?:说明|解释)(?=[^：:，。；]{0,6}(?:清楚|充分|足够|不|没|未|过于|太|较|仍|我们))")
"""What the reader has explained, likewise."""
_EASTERN = re.compile(r"[\u3005\u3040-\u30ff\u3400-\u9fff]+")
SHORTEST = 2
"""Letters from which on the beginning of a word is looked up."""
FAR = 1_000
"""Sentences within which the parts of a rule may stand that asks for no nearness."""
ANY = -1
"""Second part of a rule whose classes stand in two sentences in whatever way."""
LONGEST = 700
"""Characters of a sentence above which its words do not belong together."""


def plain(text: str) -> str:
    """Return a text in small letters without accents.

    "can't" becomes "can not", "%" the word "percent", which stands behind "9 of 400 orders" as well;
    "as before" sets no condition.
    """
    text = (
        text.lower()
        .replace("as before", "asbefore")
        .replace("cannot", "can not")
        .replace("can't", "can not")
        .replace("can’t", "can not")
    )
    text = text.replace("won't", "will not").replace("won’t", "will not")
    text = _SHORTENED.sub(lambda found: f"{found[1]} {_WHOLE[found[2]]}", text)
    text = re.sub(r"n['’]t\b", " not", text).replace("%", " percent ").replace("％", " percent ")
    text = _OF_SO_MANY.sub(r"\g<0> percent", text)
    if text.isascii():
        return text
    text = _SAID_BY_YOU.sub("陈述", _SENT_BY_YOU.sub(r"\1交来", text))
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFKD", text))).replace("ß", "ss")


MOST_WORDS = 20_000
"""Words whose classes are remembered."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What each beginning of a word stands for.

    Attributes:
        bits: of each class, by its name.
        starts: for the beginnings of words, the classes they are of.
        whole: for whole words, likewise.
        runs: for the first word of several and the first sign of the second, the words that follow it, whether the
            last is whole, and the class.
        eastern: for Chinese and Japanese words, likewise, by their first sign.
        apart: words that stand apart in one clause.
        longest: letters of the longest beginning.
    """

    bits: Mapping[str, int]
    starts: Mapping[str, int]
    whole: Mapping[str, int]
    runs: Mapping[str, tuple[tuple[tuple[str, ...], bool, int], ...]]
    eastern: Mapping[str, tuple[tuple[str, int], ...]]
    apart: Gapped
    longest: int


@dataclass(frozen=True)
class Rule:
    """Classes that tell something together.

    Attributes:
        first: those that stand in one sentence.
        second: those that stand in the sentence next to it; 0 where one sentence tells all, ANY where they are mixed.
        without: those that must not stand in the one, and in the other.
        names: whether it tells as much as a name does.
        size: how many classes it asks for.
        reach: how many sentences further the second part may stand.
    """

    first: int
    second: int
    without: tuple[int, int]
    names: bool
    size: int
    reach: int = 0


@lru_cache(maxsize=4)
def lexicon(known: Knowledge) -> Lexicon:
    """Return the classes of the data by their words."""
    tells = known.tells
    bits = {name: 1 << at for at, name in enumerate(tells.classes)}
    starts: dict[str, int] = defaultdict(int)
    whole: dict[str, int] = defaultdict(int)
    runs: dict[str, list[tuple[tuple[str, ...], bool, int]]] = defaultdict(list)
    eastern: dict[str, list[tuple[str, int]]] = defaultdict(list)
    apart: list[tuple[str, int, bool]] = []
    for name, entries in tells.classes.items():
        for entry in entries:
            said = plain(entry.rstrip("."))
            if GAP in entry:
                parts = (plain(part) for part in entry.rstrip(".").split(GAP))
                apart.append((GAP.join(parts), bits[name], entry.endswith(".")))
                continue
            if _EASTERN.search(said):
                joined = said.replace(" ", "")
                eastern[joined[0]].append((joined, bits[name]))
                continue
            words, is_whole = tuple(_WORD.findall(said)), entry.endswith(".")
            if len(words) > 1:
                runs[f"{words[0]} {words[1][0]}"].append((words[1:], is_whole, bits[name]))
            elif is_whole:
                whole[words[0]] |= bits[name]
            else:
                starts[words[0]] |= bits[name]
    return Lexicon(
        bits,
        dict(starts),
        dict(whole),
        {word: tuple(found) for word, found in runs.items()},
        {sign: tuple(found) for sign, found in eastern.items()},
        gapped(apart, _WORD, _EASTERN),
        max(map(len, starts)),
    )


def classes_of(text: str, known: Lexicon) -> int:
    """Return the classes of which a word stands in a text, one bit for each."""
    said = plain(text)
    found = 0
    matches = tuple(_WORD.finditer(said))
    words = [one.group() for one in matches]
    for at, word in enumerate(words):
        found |= _of_word(word, known)
        following_sign = words[at + 1][0] if at + 1 < len(words) else ""
        for following, is_whole, bit in known.runs.get(f"{word} {following_sign}", ()):
            last = at + len(following)
            if last >= len(words) or tuple(words[at + 1 : last]) != following[:-1]:
                continue
            if words[last] == following[-1] or (not is_whole and words[last].startswith(following[-1])):
                found |= bit
    if not said.isascii():
        found |= _eastern(said, known)
    return found | gapped_classes(said, matches, known.apart)


@lru_cache(maxsize=MOST_WORDS)
def _of_word(word: str, known: Lexicon) -> int:
    found = known.whole.get(word, 0)
    for length in range(SHORTEST, min(len(word), known.longest) + 1):
        found |= known.starts.get(word[:length], 0)
    return found


def _eastern(said: str, known: Lexicon) -> int:
    joined = "".join(said.split())
    found = 0
    for at, sign in enumerate(joined):
        for word, bit in known.eastern.get(sign, ()):
            if joined.startswith(word, at):
                found |= bit
    return found


def rule(said: str, bits: Mapping[str, int]) -> Rule:
    """Return a rule of the data: "! near ship confirm; late -account"."""
    words = said.split()
    names, near, far = "!" in words, "near" in words, "far" in words
    parts = " ".join(word for word in words if word not in ("!", "near", "far")).split(";")
    wanted = [[name for name in part.split() if not name.startswith("-")] for part in parts]
    without = [_all(bits[name[1:]] for name in part.split() if name.startswith("-")) for part in parts]
    first, *second = (_all(bits[name] for name in part) for part in wanted)
    second = second or ([ANY] if near else [0])
    return Rule(first, second[0], (without[0], without[-1]), names, sum(map(len, wanted)), 1 if near else FAR * far)


def _all(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)


@dataclass(frozen=True)
class Rules:
    """The rules of the data by what they tell."""

    reminds: tuple[Rule, ...]
    enforces: tuple[Rule, ...]
    answered: tuple[Rule, ...]
    upheld: tuple[Rule, ...]
    levels: Mapping[Level, tuple[Rule, ...]]
    stages: Mapping[Stage, tuple[Rule, ...]]
    wanting: Mapping[str, tuple[Rule, ...]]
    enforcements: Mapping[str, tuple[Rule, ...]]
    matters: Mapping[str, tuple[Rule, ...]]
    mails: Mapping[str, tuple[Rule, ...]]


@lru_cache(maxsize=4)
def rules_of(known: Knowledge) -> Rules:
    """Return the rules of the data."""
    bits, data = lexicon(known).bits, known.tells.rules

    def made(said: Iterable[str]) -> tuple[Rule, ...]:
        return tuple(rule(one, bits) for one in said)

    return Rules(
        made(data.reminds),
        made(data.enforces),
        made(data.answered),
        made(data.upheld),
        {level: made(said) for level, said in data.levels.items()},
        {stage: made(said) for stage, said in data.stages.items()},
        {slug: made(said) for slug, said in data.wanting.items()},
        {slug: made(said) for slug, said in data.enforcements.items()},
        {slug: made(said) for slug, said in data.matters.items()},
        {kind: made(said) for kind, said in data.mails.items()},
    )


@dataclass(frozen=True)
class Told:
    """A rule that holds, and the sentences that tell it."""

    rule: Rule
    start: int
    end: int
    text: str


class Sentences:
    """The sentences of a message with the classes of their words."""

    def __init__(self, found: Iterable[Piece], known: Lexicon) -> None:
        """Look up the words of each sentence once."""
        self.pieces = tuple(found)
        self.known = known
        self.classes = tuple(classes_of(one.text, known) if len(one.text) < LONGEST else 0 for one in self.pieces)

    def kept(self, keep: Iterable[bool]) -> Sentences:
        """Return the same sentences, of which only some hold any class."""
        some = copy(self)
        some.classes = tuple(bits if counts else 0 for bits, counts in zip(self.classes, keep, strict=True))
        return some

    def having(self, *names: str) -> tuple[bool, ...]:
        """Return for each sentence whether a word of one of some classes stands in it."""
        bits = _all(self.known.bits[name] for name in names)
        return tuple(bool(held & bits) for held in self.classes)

    def within(self, span: Span) -> tuple[bool, ...]:
        """Return for each sentence whether it begins within a place of the text."""
        return tuple(span[0] <= one.start < span[1] for one in self.pieces)

    def telling(self, rules: Iterable[Rule], keep: Iterable[bool] | None = None) -> Iterator[Told]:
        """Yield each rule that holds, at the first place where it does.

        Args:
            rules: that are asked for.
            keep: for each sentence, whether it counts; None for all.
        """
        held = self.classes if keep is None else self.kept(keep).classes
        every = _all(held)
        for one in rules:
            wanted = one.first | max(one.second, 0)
            if every & wanted == wanted and (place := _place(one, held)):
                first, last = self.pieces[place[0]], self.pieces[place[1]]
                yield Told(one, first.start, last.end, first.text)


def _place(one: Rule, held: tuple[int, ...]) -> tuple[int, int] | None:
    """Return the numbers of the first and last sentence in which a rule holds; None where it does not."""
    for at, bits in enumerate(held):
        if not one.second:
            if bits & one.first == one.first and not bits & one.without[0]:
                return at, at
            continue
        reach = range(max(0, at - one.reach), min(len(held), at + one.reach + 1))
        for other in sorted(reach, key=lambda place: abs(place - at)):
            both = bits | held[other]
            if bits & one.without[0] or held[other] & one.without[1]:
                continue
            if one.second == ANY and both & one.first == one.first:
                return min(at, other), max(at, other)
            if one.second > 0 and bits & one.first == one.first and held[other] & one.second == one.second:
                return min(at, other), max(at, other)
    return None
