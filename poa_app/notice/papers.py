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
    asking, tells = _requests(found, wanted, words, lacks)
    folded = [(fold(one.value), one) for one in tells]
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
                and not (slug == PLAN and _DISPUTES.search(one.value))
            ),
            None,
        )
        if place is None and slug == PLAN:
            place = _planned(tells, wanted, words)
        if place:
            read.append(Read(slug, place.start, place.end))
    return tuple(read)


def _requests(
    found: tuple[Piece, ...], wanted: tuple[Read[str], ...], words: Sentences, lacks: bool
) -> tuple[list[Read[str]], list[Read[str]]]:
    """Return the sentences that ask for papers, and those of them that may ask for a plan, which find none wanting."""
    asked = _asking(found, words) if lacks else words.having("asks")
    asking = [
        Read(piece.text, piece.start, piece.end)
        for piece, asks in zip(found, asked, strict=True)
        if (asks or _SENDS.search(piece.text)) and not _SENDS_NOT.search(piece.text)
    ]
    finds = {
        piece.start
        for piece, asks in zip(found, words.having("asks"), strict=True)
        if not (asks or _SENDS.search(piece.text))
    }
    finds.update(
        piece.start
        for piece, lacking in zip(found, words.having("lacking"), strict=True)
        if lacks and lacking and not _SENDS.search(piece.text)
    )
    asking += _faulty(found, words) if lacks else ()
    asking += [one for one in wanted if not _NO_PLAN.search(_said_of(one, found))]
    return asking, [one for one in asking if one.start not in finds or one in wanted]


def _said_of(one: Read[str], found: tuple[Piece, ...]) -> str:
    """Return the sentence in which a question stands, as a whole."""
    return next((piece.text for piece in found if piece.start <= one.start < piece.end), one.value)


def with_plan(
    wanted: tuple[Read[str], ...],
    lacking: tuple[Read[str], ...],
    words: Sentences,
    message: Span,
    asked: tuple[Read[str], ...] = (),
) -> tuple[Read[str], ...]:
    """Add a plan to what a refusal asks to send that finds a part of one wanting and asks to be written to again.

    Args:
        wanted: what it asks to send.
        lacking: what it finds wanting.
        words: its sentences with the classes of their words.
        message: the place of the newest message.
        asked: its questions.
    """
    if any(one.value == PLAN for one in wanted):
        return wanted
    if OF_PLAN.isdisjoint(one.value for one in lacking):
        shows = (one for one in words.pieces if message[0] <= one.start < message[1] and _CHANGED.search(one.text))
        return next(((Read(PLAN, one.start, one.end), *wanted) for one in shows), wanted)
    rules = (words.having(name) for name in ("asks", "appeal", "not", "thanks", "upheld", "lacking", "whenever"))
    for piece, within, asks, appeal, *other in zip(words.pieces, words.within(message), *rules, strict=True):
        if within and asks and (appeal or _SHOW_WHAT.search(piece.text)) and not any(other):
            return (Read(PLAN, piece.start, piece.end), *wanted)
        if within and _UNTIL_TOLD.search(piece.text):
            return (Read(PLAN, piece.start, piece.end), *wanted)
    bits = [words.known.bits[name] for name in PLAN_CLASSES]
    for one in asked:
        if any(classes_of(one.value, words.known) & bit for bit in bits):
            return (Read(PLAN, one.start, one.end), *wanted)
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
    asking = [one for one in asking if not _DISPUTES.search(one.value)]
    held = [classes_of(_SAID.sub("", one.value), words.known) for one in asking]
    for one, classes in zip(asking, held, strict=True):
        if sum(bool(classes & bit) for bit in bits) > 1:
            return one
    parts = {bit for one, classes in zip(asking, held, strict=True) for bit in bits if classes & bit and one in wanted}
    paper = words.known.bits["paper"]
    told = [one for one in wanted if not (classes_of(one.value, words.known) & paper or _STEP.match(one.value))]
    if len(parts) > 1 or (parts and len(told) >= MUCH):
        return wanted[0]
    return next((one for one in asking if len(_ASKS_MUCH.findall(one.value)) >= MUCH), None)


_UNTIL_TOLD = re.compile(
    r"\b(?:until|as\slong\sas|before)\s(?:we|you|that|this|these|it)\b[^.;]{0,40}\b(?:know|told|tell|explained|explain|shown|show|open|learn|hear)\b"
    r"|\bsolange\b[^.;]{0,40}\b(?:offen|ungeklärt|nicht)\b|\btant\sque\b|\bfinch[ée]\b",
    re.IGNORECASE,
)
"""Words by which a refusal lasts until something is told: "stays deactivated until we know"."""
_CHANGED = re.compile(r"\b(?:show|tell)\sus\b.{0,120}\bwhat\b.{0,40}\b(?:chang|did|done)", re.IGNORECASE)
"""Words that want told what was changed, whatever a refusal finds wanting."""
_SHOW_WHAT = re.compile(
    r"\b(?:show|tell)\sus\b.{0,120}\b(?:what|how|which|why)\b.{0,80}\b(?:chang|did|done|will|now)"
    r"|\b(?:revise|rewrite|rework|redo|complete|improve|amend)\s(?:it|this|that|the\splan|your\splan)\b",
    re.IGNORECASE,
)
"""Words that want told what was changed, or the plan written anew."""
_NO_PLAN = re.compile(
    r"""\b(?:needn't|need\snot|(?:don't|do\snot)\s(?:need|have)\sto)\s(?:send|submit|write|appeal|upload|provide|give|contact)
        |\bno\s(?:plan|appeal|plan\sof\saction)\s(?:is\s)?(?:needed|required|necessary|wanted)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words by which a sentence asks for nothing: "You needn't send us a plan"."""
_DISPUTES = re.compile(
    r"\bwhy\s(?:you\s(?:may|can|think|believe|are\sallowed|are\sof\sthe\sopinion|consider|disagree|feel|hold)"
    r"|(?:the|this|our|that|it|they)\s[^.;,?]{0,60}\b(?:is|was|are|were)\s(?:not\s)?(?:correct|right|wrong|valid|an?\serror|a\smistake|mistaken|genuine|real|justified))"
    r"|(?:there\s(?:has\sbeen|is|was)\san?\serror|in\serror|by\smistake|made\sa\smistake)\b.{0,90}\b(?:why|reasons?|explain)\b",
    re.IGNORECASE,
)
"""What is to be told by who thinks that nothing was wrong, which makes no plan."""
_SAID = re.compile(
    r"^(?:you(?:'ve|\shave)?\s(?:also\s|already\s)?(?:said|told\sus|say|tell\sus|write|wrote|written|explained|explain|named|name)\b"
    r"|您(?:已|对|说|称)|sie (?:schreiben|haben|nennen)|vous (?:dites|avez))[^;；。]{0,200}[;；]",
    re.IGNORECASE,
)
"""What the reader has told before the request of the same sentence."""
_STEP = re.compile(
    r"(?:please\s)?(?:re-?set|change|remove|turn|switch|sign|review|check|update|delete|open|compare|correct|scan|confirm|verify|restore|cancel"
    r"|refund|add)\b",
    re.IGNORECASE,
)
"""Beginning of a point that wants something done in the account, and nothing told."""
_ASKS_MUCH = re.compile(r"\b(?:who|what|why|how|where)\b", re.IGNORECASE)
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
    r"|\bRechnung (?:eines|Ihres|des) (?:Versorg|Energievers|Stromvers|Wasservers)\w+"
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
    r"""^\W{0,3}(?:contact\sinformation|copies)\s(?:for|of)\b|\b(?:please|provide|submit|send|upload|include|attach|need|retract\w*|resubmit|appeal\s(?:again\s)?with
        |reply\swith|required?|proof|evidence|give|missing
    |(?:may|can)\sbe\s(?:sent|provided|uploaded|submitted)|(?:would|'d|d)\s(?:also\s)?like\s(?!to\b)|let\sus\shave|revert\swith|come\sback\sto\sus\swith|providing|sending|submitting|attaching|uploading|resubmitting|at\shand|have\sready|bring
    |documentation\srequired|examples?:|add\s(?:the|an?|your)
    |retract\w*|withdraw\w*|apply\sagain\swith|make\ssure\s(?:that\s)?(?:everything|all|each|every|they|it|the)|will\sdo|is\saccepted|we\saccept|necessary|list\s(?:all|the)|ask\s(?:the|them|its|your)|have\s(?:the|them|it)\s|beschreiben|schildern|erklären|décrivez|descriva|describa|dispute\s.{3,40}\swith|whether\syou
    |(?:will\s|may\s|to\s)?asks?\s(?:you\s)?for|in\shand|répondez|indiquez|adressez|joignez|risponda\w*|allegh\w+|responda\w*|adjunte\w*|antworten
    |bitte|senden|benötigen|benoetigen|veuillez|fournir|inviare|fornire|enviar|proporcion\w+)\b|请|提供|提交|重写|上传|补充|需要|补资料|补交|补传|补齐|还要|要交|附上""",
    re.IGNORECASE | re.VERBOSE,
)
_SENDS_NOT = re.compile(
    r"""\b(?:(?:don't|do\snot|needn't|will\snot|won't)\s(?:need|have|require)
        |needn't\s(?:send|submit|write|appeal|upload|provide|give)
        |(?:can't|cannot|can\snot)\s(?:say|tell|judge|know)\swhether
        |not\sasking|no\sneed\s(?:to|for)|need\snot|(?:is|are)\sno\s(?:need|plan|appeal)|who\s(?:do\snot|don't|fail)
        |no\s(?:plan|appeal)|not\s(?:needed|required|necessary|accept\w*)|do\snot\s(?:send|submit)
        |don't\s(?:send|submit)|you\s(?:have\s)?(?:sent|submitted|appealed)|we\sasked\sfor
    |thank\syou\sfor|we\sreceived|could\snot\sverify|learn\smore|search\sfor|to\sfind\smore
    |for\sinformation\son|if\sno\saction\sis\staken|failure\sto|funds\swill\snot\sbe
    |(?:taken|took)\s(?:this|these)\s(?:measures?|actions?)\sbecause
    |(?:isn't|aren't|not)\s(?:asked|wanted|called)\sfor|without\s(?:a\splan|an\sappeal)
    |(?:kein(?:e|en)?|ohne)\s(?:maßnahmenplan|aktionsplan|einspruch)|pas\s(?:besoin|nécessaire)|non\s(?:serve|occorre|è\snecessario)
    |no\s(?:hace\sfalta|es\snecesario|necesita))\b|无需|无须|不必|不用|不需要|^请(?:检查|核对|查看|确认)(?!.{0,60}(?:提交|提供|上传|附上))|感谢|您(?:在[^，。；]{0,12})?(?:提交|提供|上传)的(?!.{0,40}请)""",
    re.IGNORECASE | re.VERBOSE,
)


def _stands(folded: Folded, phrase: str) -> bool:
    parts = fold_phrase(phrase)
    return parts[0] in folded.letters and next(folded.find(parts, whole=phrase.isupper()), None) is not None
