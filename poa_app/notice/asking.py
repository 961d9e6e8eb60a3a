"""What a notice asks to answer, in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poa_app.notice.parts import parts_behind_colon
from poa_app.notice.reading import Read
from poa_app.notice.sentences import Piece

_ASKS = re.compile(
    r"""^(?:include|send|add|attach|state)\b|\b(?:please|kindly|must|needs?|needed|requir(?:es?|ed)|request(?:ing)?|provide|submit|send|upload|(?:please|must|should|to|that|and|will|also)\sinclude
    |explain(?:s|ing)?|stat(?:es?|ing)|describe|tell\sus|give|address|replying|reply|confirm|like\sto\sknow|want
    |greater\sdetail|more\sdetail|(?:additional|further|following)\s(?:information|documents?|questions?|items?|steps)
    |should\s(?:include|contain|cover|name|tell|say|show|set)|it\sshould|covers?:$|covering|sets?\sout|say\smore|share\swith\sus|show\sus|supply|e-mail\sus|want\sto\ssee
    |did\snot\stell\sus|but\snot:$|have\snot\syet\sconfirmed|to\sresolve|contain(?:s|ing)?|answer|plan\sof\saction|reactivate\smy|reinstate\smy|reinstate
    |lacks?\s(?:any\s|enough\s)?(?:detail|information)s?|as\sto\sthe\sfollowing:|(?:too\slittle|nothing|no\sword)\s(?:about|on|as\sto)|(?:does|do|did)\snot\s(?:tell|say|explain|show|state|set\sout)(?:\sus)?:
    |answer\sin\sthe\sbox|let\sus\sknow|account\sfor|write\sto\sus\son|was\smissing|complaints:$|products:$|on\saccount\shealth\sand:$
    |sending|submitting|providing|supplying|attaching|enclosing|write\sback|hand\sin|furnish|prove|useful|missing:|with:?$|with\sthis:$|bitte|benötigen|benoetigen|senden|reichen|übermitteln|uebermitteln|folgende[nr]?\sangaben)\b
    |\b(?:merci\sde|veuillez|adresser|fournir|envoyer|joindre|si\sprega|inviare|fornire|allegare|chiediamo|env[ií]e|enviar|proporcion\w*|adjunt\w*|incluya|ergänzen|schicken|erläutern|erklären|nennen|schildern|beantworten|brauchen|beschreiben|nachweisen|necesitamos|precisamos|envíenos|explique|indique|describa|facilite|aporte|envoyez|expliquez|indiquez|précisez|décrivez|transmettez|joignez|fournissez|indiquant|dites(?:-nous)?|répondez|ci\sdica|dicci|díganos|cuéntenos|sagen\sSie|schreiben\sSie|teilen\sSie|besoin|servono|occorr\w+|spieghi|indichi|indicando|invii\w*|descriva|alleghi|hear\sfrom\syou|need\sto\sknow|legen|laden|stuur|skicka)\b|ご提出|提出|記載|お送り|请|需要|提供|提交|说明|回答|包括|包含|上传|补充|补资料|补交|补传|补齐|缺少""",
    re.IGNORECASE | re.VERBOSE,
)
_ASKS_NOT = re.compile(
    r"""\b(?:prohibit(?:s|ed)?|not\sallowed|not\spermitted|for\sexample(?!,?\s(?:through|by|with)\b)|examples\sof|keep\sin\smind|learn\smore
        |more\sinformation
    |things\s(?:that\s)?you\smay|things\sto\sconsider|may\swish\sto|reminder|following\s(?:requirements|criteria
    |policies|help|articles|reference)|folgenden\sAnforderungen|exigences\ssuivantes|requisiti\sseguenti
    |includes,?\sbut|including,?\sbut|must\smeet|such\sas\sthe\sfollowing|were\sremoved|removed\sthe\sfollowing
    |reference\sthe
    |following\s(?:asins?|listings?|products?|orders?|violations?|reasons?)|help\spages?|you\swill\sfind
    |search\sfor|expected\sto\sadhere|visit|solutions)\b
    |禁止|了解更多|例如|以下商品|以下活动|参阅""",
    re.IGNORECASE | re.VERBOSE,
)
_LOOKS_BACK = re.compile(
    r"""\b(?:could\snot|cannot|can't|unable|not\s(?:accept|use|verify)\w*|received|got|because|found|you\s(?:have\s)?(?:sent|provided
        |submitted|uploaded))\b|收到|因为|无法""",
    re.IGNORECASE | re.VERBOSE,
)
"""What is said before a list of what was sent, or of what is wrong with it."""
_TOLD = re.compile(r"\b(?:has|have|had|was|were)\s(?:also\s|not\s)?(?:been\s)?(?:\w+ed|found|made)$", re.IGNORECASE)
"""What is told before a colon: "it has been altered: ..."."""
_NO_QUESTION = re.compile(
    r"""^(?:ASINs?|SKUs?|MSKU|Title|Brand|Order|Violation\stype|Complaint|Marketplace|Product|Item|Store
        |Listing)\b[^?]{0,20}[:：]
    |^(?:(?:ASIN\s)?B0[0-9A-Z]{8}|\d{3}-\d{7}-\d{7})\b|^\W{0,3}https?://|^<?URL>?$|^[A-Z]{2}\d[\w-]*$
    |^["“][^"”\n]{3,90}["”]\s?:\s{0,2}https?:|^external\slinks\b
    |^(?:go\sto|click|select|locate|log\sin|sign\sin|navigate|open\sthe|press|scroll|before\ssubmitting|to\sview
    |to\sdownload
    |for\s(?:more|ease)|if\syou\s(?:need|have\squestions|believe)|you\s(?:can|may|must|will)|funds|it\smust
    |these\s(?:documents|should)
    |the\sdocuments?\s(?:must|should|includes?|explicitly|submitted)|your\sname\sand|please\s(?:review|note
    |include|see|ensure)
    |include\scontact|understanding|addressing|creating\san|amazon\s|this\s(?:message|policy)|the\s\[
    |submit\sit\b|note\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_ASKED_POINT = re.compile(
    r"""(?:(?:please\s)?(?:re-?set|tell\sus|explain|describe|confirm|provide|upload|submit|send|attach|verify|certify
        |state\b|list\b|show\sus|acknowledge|(?:change|check|review)\s(?:your|the|users)
        |turn\son|switch\son|compare|correct\s(?:the|all)|delete\s|remove\s(?:the|all|any)|update\s(?:the|your))
    |(?:the\s|your\s)?root\scauses?|(?:the\s)?(?:corrective\s|preventive\s)?(?:actions?|steps?|measures)\s(?:you|taken|that)
    |(?:how|what|which)\s(?:you|your|the\s|has\s|was\s|is\s|went\s|caused\s|have\s|will\s)|how\s\w+\s(?:are|is|get|were)\b|why\s|who\s
    |(?:the\s)?(?:reasons?|causes?|dates?)\s(?:for|of|on|why)\b|since\swhen\b
    |(?:pourquoi|comment|ce\sque|quel(?:le)?s?|la\s(?:cause|raison)|les\s(?:causes|raisons|mesures)|warum|weshalb|wie|was|wer|welche[rsnm]?|wodurch|seit\swann|perch[ée]|come|quali|cosa|la\scausa
        |le\s(?:cause|misure)|por\squé|cómo|qué|cuáles|quién|las?\scausas?|las\smedidas|waarom|hoe|wat)\s|为什么|为何|如何|怎样|哪些|谁|何时|(?:造成|导致)[^，。]{0,20}原因
    |(?:an?\s)?(?:explanation|proof|evidence|copy|copies|letter|invoices?)\b
    |(?:an?\s|the\s|your\s|one\s|two\s|three\s)?(?:(?:signed|recent|current|complete|valid|colou?r|full|original|new|further)\s)*(?:test\sreports?|declarations?
        |certificates?|photo\w*|pictures?|images|passport|utility\sbill|bank\sstatement|licen[cs]e|business\slicen[cs]e|retraction|court\sorder)\b
    |(?:commercial\s)?invoices\b|die\s(?:ursache|maßnahme|schritt)|根本原因|您(?:已|为)|发票)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Beginning of a point that asks by itself, whatever leads its list in."""
_IMPERATIVE = re.compile(
    r"""(?:^|[,;:]\s|\bplease\s|\bthen\s|\bcan\s|\botherwise\s|\band\s)
    (?P<ask>(?:tell\sus|explain|describe|acknowledge|confirm\s(?:that|the|whether)|
    (?:re)?submit\s(?:an?|the|your|copies|evidence|documents|three)|send\s(?:us\s)?(?:an?|the|your|copies
    |complete|evidence|proof)|
    provide\s(?:us\s)?(?:an?|the|your|copies|evidence|proof)|
    upload\s(?:an?|the|your)|reply\swith|write\san?)\b.{6,400})""",
    re.IGNORECASE | re.VERBOSE,
)
_TAIL = re.compile(
    r"(?:[\s,]+(?:by (?:\d|[A-Z][a-z]+ \d).*|within (?:\d|three|five|seven|ten|the next).*|to represent your case.*"
    r"|to reactivate.*))?[.!]*$"
)
_CLAUSE = re.compile(r"[。：；]\s?|[.!?:]\s")
SHORT_HEADING = 60
"""Signs of a heading within a list: "For non-food products:"."""
LONGEST = 400
"""Characters of a point of a list above which it is no question."""


def questions(found: tuple[Piece, ...]) -> tuple[Read[str], ...]:
    """Return what a text asks to answer: the points of lists that a request leads in, and direct questions.

    Where there is neither, the sentences that ask stand for them.
    """
    return _listed(found) or tuple(_imperatives(found))


def _listed(found: tuple[Piece, ...]) -> tuple[Read[str], ...]:
    read: list[Read[str]] = []
    asked, before, ends_with_semicolon, refused = False, False, False, False
    by_itself, follows = _asking_lists(found), False
    for at, piece in enumerate(found):
        if piece.bullet:
            leads_on = piece.lead and piece.text.endswith((":", "：", ":?"))
            if leads_on:
                asked = (asked or bool(_ASKS.search(piece.text))) and not _ASKS_NOT.search(piece.text)
            elif _is_asked(piece, asked or (at in by_itself and not refused)):
                ends_with_semicolon = ends_with_semicolon or piece.text.endswith((";", "；"))
                read.append(Read(piece.text, piece.start, piece.end))
            elif piece.text.endswith(("?", "？")) and _to_the_seller(piece.text):
                read.append(Read(piece.text, piece.start, piece.end))
        elif piece.lead:
            asked = before = _leads(piece, before)
            refused = not asked and bool(_ASKS_NOT.search(piece.text[-240:]) or _LOOKS_BACK.search(piece.text[-240:]))
        elif piece.text.endswith(("?", "？")) and (_to_the_seller(piece.text) or _is_posed(piece.text, follows)):
            read.append(Read(piece.text, piece.start, piece.end))
            continue
        elif found_parts := _parts(piece):
            read += found_parts
            asked = False
        else:
            asked = asked and len(piece.text) < 4
        follows = not piece.bullet and bool(_POSES.search(piece.text[-240:]))
    commas = len(read) > 1 and all(one.value.endswith((",", " and", " or")) for one in read[:-1])
    return tuple(_unstopped(one) for one in read) if ends_with_semicolon or commas else tuple(read)


def _parts(piece: Piece) -> list[Read[str]]:
    """Return the parts of a request that stand behind its colon."""
    parts = list(parts_behind_colon(piece.text))
    lead = piece.text[: parts[0][0]][-200:] if parts else ""
    if not parts or _TOLD.search(lead) or not _ASKS.search(lead) or _ASKS_NOT.search(lead) or "http" in piece.text:
        return []
    return [Read(part, piece.start, piece.end) for _, part in parts]


def _is_asked(piece: Piece, asked: bool) -> bool:
    """Whether a point of a list that asks is a question, and no way to a page or an example."""
    return asked and 3 <= len(piece.text) <= LONGEST and not _NO_QUESTION.search(piece.text)


def _asking_lists(found: tuple[Piece, ...]) -> frozenset[int]:
    """Return the numbers of the points of lists of which half ask by their own words, whatever leads them in."""
    asking: set[int] = set()
    run: list[int] = []
    for at, piece in enumerate((*found, Piece("", 0, 0, bullet=False))):
        if piece.bullet:
            run.append(at)
        elif run:
            by_itself = sum(
                found[one].text.endswith(("?", "？")) or bool(_ASKED_POINT.match(found[one].text)) for one in run
            )
            asking.update(run if 2 * by_itself >= len(run) else ())
            run = []
    return frozenset(asking)


def _leads(piece: Piece, asked: bool) -> bool:
    """Whether the points after a sentence are asked for; after a heading, as those above it were."""
    clause = _CLAUSE.split(piece.text.rstrip(":： "))[-1]
    asks, asks_not = _last(_ASKS, piece.text[-240:]), _last(_ASKS_NOT, clause[-240:])
    if asks_not >= 0 and asks - len(piece.text[-240:]) <= asks_not - len(clause[-240:]):
        return False
    if asks >= 0:
        return True
    return asked and piece.text.endswith((":", "：")) and len(clause) < SHORT_HEADING


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Return where the last match stands, of which what follows is led in; -1 for none."""
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _unstopped(read: Read[str]) -> Read[str]:
    """Leave out the sign that only parts the points of a list."""
    value = read.value.rstrip(";；., ")
    for ending in ("; and", ", and", ", or", " and", " or"):
        value = value.removesuffix(ending)
    return Read(value, read.start, read.end)


def _imperatives(found: tuple[Piece, ...]) -> Iterator[Read[str]]:
    for piece in found:
        match = _IMPERATIVE.search(piece.text)
        if match and not piece.bullet and "http" not in piece.text and "?" not in piece.text:
            yield Read(_TAIL.sub("", match["ask"]), piece.start, piece.end)


_POSES = re.compile(
    r"(?:tell\sus|answer|explain|want\sto\sknow|like\sto\sknow|let\sus\sknow|questions?|points)\b[^:.?]{0,80}[:.]?$",
    re.IGNORECASE,
)
"""The end of a sentence behind which questions stand on lines of their own."""
_OPENS = re.compile(
    r"(?:what|why|how|who|when|where|which|have|has|did|do|does|is|are|was|were|can|was|wie|warum|wer|pourquoi|comment|qui|perché|come|chi)\b"
    r"|(?:谁|为什么|如何|是否|何时)",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"(?:who|which\sperson)\s(?:has|have|had|did|was|were|is|are|placed|sent|wrote|used|arranged)\b", re.IGNORECASE
)
_HELP = re.compile(
    r"questions|why (?:is|did|was|am)|how (?:do|can|did we|to)|what (?:can|do|should|happens|if)|need help"
    r"|have you|has your|are you sure|was this"
    r"|为什么|如何|怎样|如果|您的账户|您的帐户",
    re.IGNORECASE,
)


def _is_posed(text: str, follows: bool) -> bool:
    """Whether a question follows a sentence that asks to answer some, or asks who did something."""
    return (
        12 < len(text) < LONGEST
        and not _HELP.match(text)
        and (bool(_WHO.match(text)) or (follows and bool(_OPENS.match(text))))
    )


def _to_the_seller(text: str) -> bool:
    """Whether a question asks the seller; a notice's own headings ask in his name: "How do I appeal?"."""
    return 12 < len(text) < LONGEST and not _HELP.match(text) and bool(re.search(r"\byour?\b|您|你", text))
