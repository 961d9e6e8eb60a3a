"""The papers a notice asks to send, by the words of the data and the patterns of the kinds of evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from poa_app.facts.folding import Folded, fold, fold_phrase
from poa_app.notice.reading import Read
from poa_app.notice.sentences import Piece
from poa_app.notice.spans import Span
from poa_app.notice.word_classes import Sentences, classes_of


def asked_for(
    found: tuple[Piece, ...],
    wanted: tuple[Read[str], ...],
    phrases: Mapping[str, tuple[str, ...]],
    patterns: Mapping[str, tuple[re.Pattern[str], ...]],
    words: Sentences,
    lacks: bool = False,
) -> tuple[Read[str], ...]:
    """Return the slugs of what a text asks to send, in the data's order, each with the place that says so.

    Args:
        found: its sentences and points.
        wanted: its questions.
        phrases: words of requests by slug; only sentences that ask are read.
        patterns: of the kinds of evidence, likewise.
        words: its sentences with the classes of their words.
        lacks: whether it wants more papers: then one it misses is one it asks for.
    """
    asked = _asking(found, words) if lacks else words.having("asks")
    asking = [
        Read(piece.text, piece.start, piece.end)
        for piece, asks in zip(found, asked, strict=True)
        if (asks or _SENDS.search(piece.text)) and not _SENDS_NOT.search(piece.text)
    ]
    asking += _faulty(found, words) if lacks else ()
    asking += [*wanted]
    folded = [(fold(one.value), one) for one in asking]
    told = (
        Read(_WHY.sub(" ", one.value), one.start, one.end)
        for one in asking
        if not _OF_PLAN.search(one.value) and not _EXPLAINS.match(one.value)
    )
    papers = [(fold(one.value), one) for one in told]
    bought = [(fold(said), replace(one, value=said)) for _, one in papers for said in [_OF_SUPPLY.sub(" ", one.value)]]
    everything = "\n".join(one.value for one in asking)
    letters = fold(everything).letters
    read: list[Read[str]] = []
    for slug in dict.fromkeys((*phrases, *patterns)):
        if slug != PLAN and not _may_stand(letters, everything, phrases.get(slug, ()), patterns.get(slug, ())):
            continue
        place = next(
            (
                one
                for text, one in (folded if slug == PLAN else bought if slug == INVOICES else papers)
                if _wants(text, one.value, phrases.get(slug, ()), patterns.get(slug, ()))
            ),
            None,
        )
        if place is None and slug == PLAN:
            place = _planned(asking, wanted, words)
        if place:
            read.append(Read(slug, place.start, place.end))
    return tuple(read)


def with_plan(
    wanted: tuple[Read[str], ...], lacking: tuple[Read[str], ...], words: Sentences, message: Span
) -> tuple[Read[str], ...]:
    """Add a plan to what a refusal asks to send that finds a part of one wanting and asks to be written to again.

    Args:
        wanted: what it asks to send.
        lacking: what it finds wanting.
        words: its sentences with the classes of their words.
        message: the place of the newest message.
    """
    if any(one.value == PLAN for one in wanted) or OF_PLAN.isdisjoint(one.value for one in lacking):
        return wanted
    rules = (words.having(name) for name in ("asks", "appeal", "not", "thanks", "upheld", "lacking", "whenever"))
    for piece, within, asks, appeal, *other in zip(words.pieces, words.within(message), *rules, strict=True):
        if within and asks and appeal and not any(other):
            return (Read(PLAN, piece.start, piece.end), *wanted)
    return wanted


def _asking(found: tuple[Piece, ...], words: Sentences) -> tuple[bool, ...]:
    """Return for each sentence whether it asks, or finds a paper wanting."""
    asks = [*words.having("asks", "missing", "invalid", "anew")]
    refused = zip(words.having("not"), words.having("enclosed"), words.having("paper"), strict=True)
    return tuple(one or all(said) for one, said in zip(asks, refused, strict=True))


def _faulty(found: tuple[Piece, ...], words: Sentences) -> Iterator[Read[str]]:
    """Yield each sentence that names a paper in which the next finds a fault: "It expired in 2021"."""
    for (one, other), faulty in zip(pairwise(found), words.having("invalid")[1:], strict=True):
        if faulty and _OF_BEFORE.match(other.text):
            yield Read(one.text, one.start, one.end)


def only_papers(
    asked: tuple[Read[str], ...],
    phrases: Mapping[str, tuple[str, ...]],
    patterns: Mapping[str, tuple[re.Pattern[str], ...]],
    words: Sentences,
) -> tuple[bool, ...]:
    """Return for each of the questions of a text whether it asks only to send papers, and nothing to be told.

    Args:
        asked: the questions.
        phrases: words of requests by slug.
        patterns: of the kinds of evidence, likewise.
        words: the sentences of the text with the classes of their words.
    """
    paper, plan = (
        words.known.bits["paper"] | words.known.bits["deed"],
        [words.known.bits[name] for name in PLAN_CLASSES],
    )
    return tuple(
        not _TELLS.search(one.value)
        and not any(classes & bit for bit in plan)
        and (bool(classes & paper) or _is_paper(one.value, phrases, patterns))
        for one in asked
        for classes in (classes_of(one.value, words.known),)
    )


def _is_paper(
    text: str, phrases: Mapping[str, tuple[str, ...]], patterns: Mapping[str, tuple[re.Pattern[str], ...]]
) -> bool:
    """Whether words name a paper that is known."""
    folded = fold(text)
    slugs = dict.fromkeys((*phrases, *patterns))
    return any(
        _wants(folded, text, phrases.get(slug, ()), patterns.get(slug, ()))
        for slug in slugs
        if slug not in (PLAN, *LISTS)
    )


def _planned(asking: list[Read[str]], wanted: tuple[Read[str], ...], words: Sentences) -> Read[str] | None:
    """Return what asks for a plan by whatever name: two questions of causes, or two parts of one in what is asked."""
    if sum(bool(_OF_CAUSES.match(one.value)) for one in wanted) > 1:
        return wanted[0]
    bits = [words.known.bits[name] for name in PLAN_CLASSES]
    held = [classes_of(one.value, words.known) for one in asking]
    for one, classes in zip(asking, held, strict=True):
        if sum(bool(classes & bit) for bit in bits) > 1:
            return one
    parts = {bit for one, classes in zip(asking, held, strict=True) for bit in bits if classes & bit and one in wanted}
    paper = words.known.bits["paper"]
    told = [one for one in wanted if not (classes_of(one.value, words.known) & paper or _STEP.match(one.value))]
    if len(parts) > 1 or (parts and len(told) >= MUCH):
        return wanted[0]
    return next((one for one in asking if len(_ASKS_MUCH.findall(one.value)) >= MUCH), None)


_STEP = re.compile(
    r"(?:please\s)?(?:re-?set|change|remove|turn|switch|sign|review|check|update|delete|open|compare|correct|scan|confirm|verify|restore|cancel"
    r"|refund|add)\b",
    re.IGNORECASE,
)
"""Beginning of a point that wants something done in the account, and nothing told."""
_ASKS_MUCH = re.compile(r"\b(?:who|what|why|how)\b", re.IGNORECASE)
MUCH = 3
"""Things a sentence wants told that make a plan of it: who did it, what was done, why it will not happen again."""


def _may_stand(letters: str, text: str, phrases: tuple[str, ...], patterns: tuple[re.Pattern[str], ...]) -> bool:
    """Whether anything of a paper stands in all that is asked, before each sentence is read for it."""
    return any(fold_phrase(phrase)[0] in letters for phrase in phrases) or any(one.search(text) for one in patterns)


def _wants(folded: Folded, text: str, phrases: tuple[str, ...], patterns: tuple[re.Pattern[str], ...]) -> bool:
    """Whether words ask for a paper, by a phrase or a pattern."""
    return any(_stands(folded, phrase) for phrase in phrases) or any(one.search(text) for one in patterns)


_OF_BEFORE = re.compile(
    r"(?:however,?\s|but\s|unfortunately,?\s)?(?:it|they|this|these|both|none|neither|that)\b|(?:es|sie|diese[srn]?)\b|该|其",
    re.IGNORECASE,
)
"""Beginning of a sentence that speaks of the paper named before it."""
_EXPLAINS = re.compile(
    r"(?:an?\s|the\s|your\s)?(?:full\s|short\s)?(?:explanation|account|description)\b"
    r"(?!.{0,300}\b(?:with|attach|proof|evidence|invoice|document))",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"\b(?:why|how(?! (?:to|many|much)\b)|so that)\b[^.;,]{0,300}?"
    r"(?=[.;,]|\band (?:send|attach|provide|include|add|enclose|upload|submit)\b|$)",
    re.IGNORECASE,
)
"""What is to be told, in which papers are named that nobody asks for."""
_OF_SUPPLY = re.compile(
    r"\b(?:strom|gas|wasser|telefon|internet|verbrauchs)rechnung\w*"
    r"|\b(?:factura|recibo)s? de (?:la )?(?:luz|electricidad|agua|gas|suministros|tel[eé]fono)"
    r"|\bfactures? (?:d['’](?:électricité|eau|énergie)|de (?:gaz|téléphone))"
    r"|\bfattur[ae] (?:del gas|della luz|dell['’]acqua)",
    re.IGNORECASE,
)
"""Bills of a household, which in these languages are called invoices."""
OF_PLAN = frozenset({"root-causes", "corrective-actions", "preventive-measures", "not-implemented"})
"""What an answer finds wanting of a plan."""
PLAN, INVOICES = "plan-of-action", "invoices"
LISTS = ("order-list",)
"""Papers that have to be written, and are told like an answer."""
PLAN_CLASSES = ("cause", "corrective", "preventive")
_TELLS = re.compile(
    r"""[?？]|^\W{0,3}(?:and\s|then\s|please\s|die\s)?(?:an?\s|the\s|your\s|any\s|full\s|short\s|detailed\s)*
        (?:how|why|what|which|who|whom|whose|when|where|whether|if|is|are|do|did|have|has|explain\w*|explanation|account\sof|describe
        |description|tell|state|say|confirm|confirmation|check|list\sof|numbers?\sof|details|acknowledge|reasons?|steps?|measures?
        |actions?|evidence\sthat|proof\sthat|compare|reset|change|remove|delete|correct|turn|switch|sign|open|warum|wie|welche|was|wer|weshalb
        |pourquoi|comment|quand|perché|come|por\squé|cómo)\b
    |\b(?:explain|explanation|how|why|scan\syour|withdraw|settle)\b|说明|解释|为什么|如何|怎样|哪些|原因|是否|何时""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words of a point that wants something told, whatever paper it names."""
_OF_CAUSES = re.compile(
    r"(?:tell us )?(?:why\b|how (?:you|the|this|these|it|will|do|is|are|such)\b"
    r"|what (?:you|has been|was|have|went|caused|will)\b"
    r"|the (?:reasons?|causes?)\b|who (?:did|arranged|decided)\b)",
    re.IGNORECASE,
)
"""Questions of which two together ask for a plan, by whatever name."""
_OF_PLAN = re.compile(
    r"root causes?|Ursachen?|causes profondes|cause principali"
    r"|actions? (?:you have )?taken|steps? you have taken|根本原因",
    re.IGNORECASE,
)
"""Words of the parts of a plan, which name papers only as what went wrong."""

_SENDS = re.compile(
    r"""\b(?:please|provide|submit|send|upload|include|attach|need|retract\w*|resubmit|appeal\s(?:again\s)?with
        |reply\swith|required?|proof|evidence|give|missing
    |providing|sending|submitting|attaching|uploading|resubmitting|at\shand|have\sready|bring
    |documentation\srequired|examples?:|add\s(?:the|an?|your)
    |retract\w*|withdraw\w*|apply\sagain\swith|make\ssure\s(?:that\s)?(?:everything|all|each|every|they|it|the)|will\sdo|is\saccepted|we\saccept|necessary|list\s(?:all|the)|ask\s(?:the|them|its|your)|have\s(?:the|them|it)\s|beschreiben|schildern|erklären|décrivez|descriva|describa|dispute\s.{3,40}\swith|whether\syou
    |(?:will\s|may\s|to\s)?asks?\s(?:you\s)?for|in\shand|répondez|indiquez|adressez|joignez|risponda\w*|allegh\w+|responda\w*|adjunte\w*|antworten
    |bitte|senden|benötigen|benoetigen|veuillez|fournir|inviare|fornire|enviar|proporcion\w+)\b|请|提供|提交|上传|补充|需要|补资料|补交|补传|补齐|还要|要交|附上""",
    re.IGNORECASE | re.VERBOSE,
)
_SENDS_NOT = re.compile(
    r"""\b(?:(?:don't|do\snot|needn't|will\snot)\s(?:need|have|require)
        |not\sasking|no\sneed\s(?:to|for)|need\snot|(?:is|are)\sno\s(?:need|plan|appeal)|who\s(?:do\snot|don't|fail)
        |no\s(?:plan|appeal)|not\s(?:needed|required|necessary|accept\w*)|do\snot\s(?:send|submit)
        |don't\s(?:send|submit)|you\s(?:have\s)?(?:sent|submitted|appealed)|we\sasked\sfor
    |thank\syou\sfor|we\sreceived|could\snot\sverify|learn\smore|search\sfor|to\sfind\smore
    |for\sinformation\son|if\sno\saction\sis\staken)\b|无需|不需要|感谢|您(?:在[^，。；]{0,12})?(?:提交|提供|上传)的(?!.{0,40}请)""",
    re.IGNORECASE | re.VERBOSE,
)


def _stands(folded: Folded, phrase: str) -> bool:
    parts = fold_phrase(phrase)
    return parts[0] in folded.letters and next(folded.find(parts), None) is not None
