"""What may be put right in somebody's words because it cannot change what they mean: marks, spaces, doubled words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from poa_app.model.plain import plain_signs
from poa_app.phrases.function_words import ALSO_NAMES, DETERMINERS, NUMBERS, PREPOSITIONS, PROPER, SUBJECTS
from poa_app.phrases.lexicon import lexicon

ABBREVIATIONS = (
    "co.",
    "ltd.",
    "inc.",
    "llc.",
    "corp.",
    "no.",
    "nos.",
    "etc.",
    "a.m.",
    "p.m.",
    "e.g.",
    "i.e.",
    "approx.",
    "mr.",
    "mrs.",
    "ms.",
    "dr.",
    "jr.",
    "sr.",
    "jun.",
    "incl.",
    "excl.",
    "max.",
    "min.",
    "resp.",
    "qty.",
    "dept.",
)
"""Words whose full stop is their own."""
_ABBREVIATED = re.compile(
    rf"(?:(?<![a-z0-9])(?:{'|'.join(map(re.escape, ABBREVIATIONS))})|(?-i:\b[A-Z]\.))\Z", re.IGNORECASE
)

WIDE_MARKS = str.maketrans({"，": ", ", "。": ". ", "；": "; ", "：": ": ", "、": ", ", "！": "! ", "？": "? "})
_BULLET = re.compile(r"\A(?:[-*•·–]\s+|\(?\d{1,2}[.)、]\s+)+")
_DOUBLED = re.compile(r"\b([A-Za-z]+)((?:\s+\1\b)+)", re.IGNORECASE)
_RUN_ON = re.compile(r"(?<=[a-z]{2})([.!?;,])(?=[A-Z][a-z]+\b)")
_SPACE_BEFORE = re.compile(r"\s+([,.;:!?])(?=\s|\Z)")
_MARKS_DOUBLED = re.compile(r"([,.;!?])(?:\s*\1)+(?!\d)")
_SPLIT = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]*[A-Z0-9])")
_END = " \t\n,;:.!?"
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CONTRACTIONS = (
    (re.compile(r"\b([Cc])an['’]t\b"), r"\1annot"),
    (re.compile(r"\b([Ww])on['’]t\b"), r"\1ill not"),
    (
        re.compile(r"\b(are|could|did|do|does|had|has|have|is|must|should|was|were|would)n['’]t\b", re.IGNORECASE),
        r"\1 not",
    ),
    (re.compile(r"\b(we|they|you|I)['’]ve\b", re.IGNORECASE), r"\1 have"),
    (re.compile(r"\b(we|they|you|I|he|she|it)['’]ll\b", re.IGNORECASE), r"\1 will"),
    (re.compile(r"\b(we|they|you)['’]re\b", re.IGNORECASE), r"\1 are"),
    (re.compile(r"\b(I)['’]m\b"), r"\1 am"),
    (re.compile(r"\b(we|I)['’]d (?=like\b)", re.IGNORECASE), r"\1 would "),
    (
        re.compile(r"\b((?:any|some|every|no)(?:thing|body|one))['’]s (?=[a-z]+(?:ed|ent|ing|ong)\b)", re.IGNORECASE),
        r"\1 is ",
    ),
    (re.compile(r"\b((?:until|if|unless|when|once) (?:it|that|there))['’]s (?=[a-z]+ed\b)", re.IGNORECASE), r"\1 is "),
    (
        re.compile(r"\b(it|there|that)['’]s (?=(?:a|an|the|all|no|not|on|in|our|hard|only|too|very)\b)", re.IGNORECASE),
        r"\1 is ",
    ),
)
"""Short forms that mean one thing only; most of "'s" and "'d" mean two, and stay."""
_SMALL_WORDS = ("and", "or", "but", "is", "are", "was", "were", "to", "as", "if", "because", "then", "so")
_CLOSED = DETERMINERS | PREPOSITIONS | SUBJECTS | frozenset(_SMALL_WORDS)


LONGEST = 2_000
"""Characters above which a field's words are left as they are: no phrase is as long."""


def is_foreign(text: str) -> bool:
    """Whether a text has Chinese, Japanese or Korean words."""
    return bool(_HAN.search(text))


def tidy(text: str) -> str:
    """Return words with their marks and spaces in order, bullets taken off and small words that stand twice once.

    Args:
        text: as somebody typed it, of one line or several.
    """
    return _tidy(text) if len(text) <= LONGEST else text.strip()


@lru_cache(maxsize=4_096)
def _tidy(text: str) -> str:
    if not is_foreign(text):
        text = re.sub(r"(?<=\d)：(?=\d)", ":", text).translate(WIDE_MARKS)
    text = unlisted(text)
    lines = (_BULLET.sub("", line.strip()) for line in text.splitlines())
    text = " ".join(_stopped(lines)) if "\n" in text.strip() else _BULLET.sub("", text.strip())
    text = _without_shouting(re.sub(r"\s+", " ", text))
    text = _RUN_ON.sub(r"\1 ", _MARKS_DOUBLED.sub(r"\1", _SPACE_BEFORE.sub(r"\1", text)))
    text = begun(text)
    return _DOUBLED.sub(_once, full_forms(text)).strip()


_BEGINS = _CLOSED - {"per", "via"} | frozenset(
    ("so", "then", "after", "before", "not", "last", "also", "now", "when", "since", "until", "there", "only", "still")
)
"""Words with which a sentence begins that was typed in small letters; behind a short form they are rare."""
_BEGUN_SMALL = re.compile(
    r"(?P<before>(?:[A-Za-z]{4,}|\b(?:19|20)\d\d|[A-Z][a-z]+ \d{1,2}|\)))\. (?P<word>[a-z]+)(?= )"
)


def begun(text: str) -> str:
    """Return sentences with a capital each, where they were typed without: 6 answered. we look every day."""
    return _BEGUN_SMALL.sub(_begun, text)


def _begun(found: re.Match[str]) -> str:
    """Return the first word of a sentence that was typed in small letters as a sentence has it."""
    begins = found["word"] in _BEGINS and not _ABBREVIATED.search(f"{found['before']}.")
    return f"{found['before']}. {found['word'].capitalize()}" if begins else found[0]


_LISTED = re.compile(r"(?:\A|(?<=[\s.;,:]))\(?([1-9])[.)]\s*(?=[A-Za-z])")


def unlisted(text: str) -> str:
    """Return several things that were numbered within one line, each on a line of its own and without its number.

    Args:
        text: as typed: "1. The factory was closed. 2. We forgot the setting".
    """
    marks = list(_LISTED.finditer(text))
    if len(marks) < 2 or [int(one[1]) for one in marks] != list(range(1, len(marks) + 1)):
        return text
    ends = [one.start() for one in marks[1:]] + [len(text)]
    pieces = [text[one.end() : end].strip().rstrip(";,") for one, end in zip(marks, ends, strict=True)]
    before = text[: marks[0].start()].strip()
    return f"{before} {'; '.join(pieces)}" if before else "\n".join(pieces)


@lru_cache(maxsize=4_096)
def full_forms(text: str) -> str:
    """Return words without the short forms that mean one thing only: isn't, is not."""
    for pattern, full in _CONTRACTIONS:
        text = pattern.sub(full, text)
    return text


SHOUTED = 3
"""Words in a row, all in capitals, from which on they are no short forms; one less where there is nothing else."""
_SHOUT = re.compile(r"\b[A-Z]{2,}(?:[-'’][A-Z]+)*(?:[ ,]+(?:[\d,.%]+ )*[A-Z]{2,}(?:[-'’][A-Z]+)*|[ ,]+[AI]\b)+")


def _without_shouting(text: str) -> str:
    """Return words typed all in capitals in small letters, but for short forms: RECALLED ALL UNITS FROM FBA."""
    return _SHOUT.sub(_lowered, text)


def _lowered(found: re.Match[str]) -> str:
    words = re.findall(r"[A-Z]+", found[0])
    plain = [word for word in words if _is_plain(word)]
    if len(plain) < (SHOUTED if found[0] != found.string.strip(" .!") else SHOUTED - 1):
        return found[0]
    said = re.sub(r"[A-Z]+", lambda word: word[0].lower() if _is_plain(word[0]) else word[0], found[0])
    return said[0].upper() + said[1:] if found.start() == 0 else said


def _is_plain(word: str) -> bool:
    low = word.lower()
    return low not in PROPER and (low in _CLOSED or low in NUMBERS or lexicon().is_common(low))


def _stopped(lines: Iterable[str]) -> list[str]:
    said = [line if line[-1] in ".!?;:," else f"{line}." for line in lines if line]
    return [capitalised(line) if place and said[place - 1][-1] in ".!?" else line for place, line in enumerate(said)]


def _once(match: re.Match[str]) -> str:
    return match[1] if match[1].lower() in _CLOSED - {"that"} else match[0]


def without_stop(text: str) -> str:
    """Return words without the marks at their end; the stop of an abbreviation stays."""
    while text and text[-1] in _END and not _ABBREVIATED.search(text):
        text = text[:-1]
    return text


_MAY_END = ("etc.", ".m.", "jr.", "sr.", "jun.")
"""Abbreviations behind which a sentence ends as often as not."""


def sentences(text: str) -> list[str]:
    """Split tidy words into sentences, without splitting after an abbreviation."""
    found: list[str] = []
    for piece in _SPLIT.split(text):
        if found and _ABBREVIATED.search(found[-1]) and not found[-1].lower().endswith(_MAY_END):
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found


def capitalised(text: str) -> str:
    """Return words as a sentence begins; a word with a capital or digit of its own inside, as eBay, stays."""
    word = re.match(r"[\"“‘(]*(\w[\w'’-]*)", text)
    if not word or not word[1][0].islower() or not word[1].islower():
        return text
    at = word.start(1)
    return text[:at] + text[at].upper() + text[at + 1 :]


def uncapitalised(text: str, names: frozenset[str] = frozenset()) -> str | None:
    """Return words as they stand inside a sentence, or None where their first may be a name or an ordinary word.

    Args:
        text: tidy words.
        names: names of the case, in small letters, whose first word keeps its capital.
    """
    match = re.match(r"[A-Za-z][\w'’-]*", text)
    if not match or not match[0][0].isupper():
        return text if match or re.match(r"[\d$€£]", text) else None
    word = match[0]
    low = word.lower().removesuffix("'s").removesuffix("’s")
    if word == "I" or low in PROPER or low in names or (len(word) > 1 and not word[1:].islower()):
        return text
    if low in _CLOSED or low in NUMBERS:
        return low + text[len(low) :]
    after = text[match.end() :].split()
    if after and after[0][0].isupper() and after[0].lower() not in PROPER and after[0] != "I":
        return None if lexicon().is_common(low) else text
    if low in ALSO_NAMES or not all(map(lexicon().is_common, low.split("-"))):
        return None
    return text[0].lower() + text[1:]


def plain(text: str) -> str:
    """Return words with every sign as its plain twin, for reading; each stays at its place."""
    return plain_signs(text)
