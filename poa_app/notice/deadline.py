"""The time a notice gives: within 72 hours, by December 3, 17 days; not the time in which Amazon answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from poa_app.facts.allowances import allowances
from poa_app.facts.tokens import tokens
from poa_app.notice.days import CHINESE_DAY, chinese_day, day_meant, western_days
from poa_app.notice.reading import Read, TimeAllowed
from poa_app.notice.sentences import Piece

_NUMBER = r"""(?:\d{1,3}|one|two|three|four|five|six|seven|ten|fourteen|fifteen|seventeen|thirty|sixty|ninety
    |seventy-two|forty-eight|twenty-four)"""
_OF_THIS = r"""(?:\s(?:of|from|after)\s(?:receiving\s|receipt\sof\s|the\sdate\sof\s)?(?:this|the|your)
    \s(?:notification|notice|e-?mail|message|letter|date|decision))?"""
_WITHIN = re.compile(
    rf"""\b(?:within|inside|in|have(?:\sgot)?|no\slater\sthan|not\slater\sthan|up\sto|give\syou|wait(?:\sfor)?)\s(?:the\s)?(?:next\s|coming\s|following\s|up\sto\s)?{_NUMBER}(?:\s?\(\d{{1,3}}\))?[\s-]{{1,2}}
    (?:business\s|working\s|calendar\s)?(?:hours?|days?|weeks?)\b{_OF_THIS}
    |(?<![\w.]){_NUMBER}\s(?:business\s|working\s|calendar\s)?(?:hours|days|weeks)
    (?=\s(?:to|left\sto)\s(?:answer|reply|respond|appeal|send|submit|act|provide)|\sfrom\s(?:now|receipt|this)|\safter\s(?:this|receipt))
    |(?<=time\sto\sanswer:\s)(?<![\w.]){_NUMBER}\s(?:hours|days|weeks)|(?<=time\sto\sreply:\s)(?<![\w.]){_NUMBER}\s(?:hours|days|weeks)
    |(?:在|于)?\s?(?:收到[^，。]{{0,12}}(?:后|起|之日起)的?\s?)?(?:\d{{1,3}}|[一二两三四五七十]{{1,3}})\s?个?\s?
    (?:小时|時間|営業日|天|工作日|自然日|日|周|星期)\s?(?:之?内|以内|(?:的?时间)(?=[^。；]{{0,4}}(?:提交|回复|申诉|答复))|后(?=如?[^。，；]{{0,3}}未))
    |\b(?:innerhalb(?:\svon|\sder\snächsten)?|binnen|in(?:\sden\snächsten)?)\s(?:\d{{1,3}}|zwei|drei|fünf|sieben|zehn|vierzehn)
    \s(?:\w{{0,12}}tagen|Stunden|Wochen)
    |\b(?:Sie\shaben|bleiben(?:\sIhnen)?)\s(?:noch\s)?\d{{1,3}}\s(?:Tage|Stunden|Wochen)\b
    |\b(?:dans\s(?:les|un\sdélai\sde)|sous|entro|en(?:\sun\splazo\sde)?|vous\s(?:avez|disposez\sde)|tiene|dispone\sd[ei])
    \s(?:\d{{1,3}}|deux|due|dos|trois|tre|tres|cinq|cinque|cinco|sept|sette|siete|dix|dieci|diez|quatorze)
    \s(?:jours|heures|semaines|giorni|ore|settimane|días|horas|semanas)""",
    re.IGNORECASE | re.VERBOSE,
)
_BY = re.compile(
    r"""(?:\b(?:by|before|until|no\slater\sthan|not\slater\sthan|prior\sto|at\sthe\slatest(?:\s(?:on|by))?|latest|due(?:\sdate)?(?:\son)?
        |deadline(?:\sis)?|starting|any\stime\safter|(?:be|is)\sdeactivated\son
    |(?:be|is)\sremoved\son|bis(?:\szum|\sspätestens)?|entro\sil|avant\sle|au\splus\stard\sle|antes\sdel?|a\smás\stardar\sel|fino\sal|al\spiù\stardi\sil|Frist
    |last\sday\s(?:to|for)\s(?:[a-z]+\s){0,2}?[a-z]+(?:\sis)?|by\sdate|截止到?|截至|于)[:：]?\s{0,2})$""",
    re.IGNORECASE | re.VERBOSE,
)
_FROM = re.compile(r"\b(?:vom|von|du|dal|del|desde el|from)\s\d[^,;()]{0,24}$", re.IGNORECASE)
"""What begins a period that looks back, of which a day is the end: "vom 10. bis 16. August"."""
_ON = re.compile(r"\bon\s$", re.IGNORECASE)
_MUST_THEN = re.compile(
    r",?\s(?:we(?:'d|\swould|'ll|\swill|\smust)?\s(?:have\sto|must|suspend|deactivate|remove|close)|your\s\w+\swill)",
    re.IGNORECASE,
)
"""Words behind a day on which something is taken away: "on 10 December we'd have to suspend you"."""
_LASTS = re.compile(
    r"\b(?:can't|cannot|can\snot|may\snot|unable\sto|not\s(?:be\s)?able\sto|not\sallowed\sto|no\slonger|blocked|paused|limited|restricted)\b"
    r"[^.;]{0,120}\buntil\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""Words of what lasts until a day, which gives no time for an answer: "you can't send messages until"."""
_DONE_THEN = re.compile(r"已[于在]?\s?$")
"""Words before a day on which something was done."""
_PART = re.compile(r";|。|\.\s")
REACH = 300
"""Characters on either side of words that are looked at."""
_AHEAD_OF = (
    "by",
    "before",
    "until",
    "due",
    "deadline",
    "bis",
    "no later",
    "not later",
    "prior",
    "last day",
    "frist",
    "entro",
    "avant",
    "antes",
    "au plus",
    "a más",
    "fino",
    "at the latest",
    "latest",
)
_BETWEEN = re.compile(
    r"(?:\b(?:the|on|end of|end of day|end of|(?:close|end) of business(?: on)?|midnight (?:on|of)|zum|dem"
    r"|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day|\d{1,2}(?::\d{2})?\s?[ap]\.?m\.?(?: (?:[PECGB]S?D?T|GMT|UTC|JST|pacific(?: time)?))?"
    r"(?: on)?),?\s{0,2}){1,3}$",
    re.IGNORECASE,
)
_CHINESE_LED = re.compile(r"(?:截止(?:日期|时间)?|截至|期限|最晚|最迟)[到于为是]?[:：]?\s?$")
_CHINESE_BY = re.compile(r"[^，。；\n]{0,6}?(?:之前|以前|前(?!往)|截止|为止|停用|失效)")
_LOOKS_BACK = re.compile(
    r"(?:\b(?:last|past|previous|prior|first|every|issued|dated|second\stime|older\sthan|placed|sold"
    r"|purchased)\b|过去|最近|近|开具)[^.;，。；]{0,14}$",
    re.IGNORECASE,
)
_OF_AMAZON = re.compile(
    r"""\b(?:we(?:'ll|\swill|\smay|\saim|\sexpect(?=\sto)|\susually|\stypically|'d)\s(?:\w+\s){0,2}(?:repl|respon|review
        |get\sback|contact|answer|inform|let\syou|process|hold|release|tell|decide|notify)
    |\bwe\s(?:tell|inform|notify|answer|reply|decide)\b
    |we\swill\slook|(?:will|are)\sbe\s(?:back|active|restored|available|shown|visible|reactivated|reinstated|live)|(?:comes?|goes)\s(?:back|live)|(?:shown|active|visible)\sagain|dispos(?:ed|e|al)\b|destroyed
    |our\steam\s|amazon\swill|removed\sautomatically|you(?:'ll|\swill)\s(?:hear|receive|get|be\spaid)
    |reply\swithin|reviewed\s|decision\s(?:with)?in|takes\s|(?:will|can|may|could|might)\stake\s|up\sto\s)[^.;]{0,60}$
    |我们(?:将|会)[^，。；]{0,20}$|回复您[^，。；]{0,10}$""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_MONEY = re.compile(
    r"withh(?:o|e)ld|\bhold\b|\bheld\b|funds|disburse\w*|payments?\b|balance|destroy|dispos(?:e|al)"
    r"|removal order|资金|付款|结算|冻结|放款",
    re.IGNORECASE,
)
_UNTIL_MONEY = re.compile(r"\b(?:choose|decide)\snot\sto\sappeal|\bnicht\swidersprechen", re.IGNORECASE)
"""Words behind the time after which a seller who does not appeal may ask for his money."""
_OF_TRADE = re.compile(
    r"""\b(?:ship(?:ped|ping|ment)?|dispatch\w*|refund\w*|deliver\w*|return\w*|respond\sto\s(?:buyers?
        |customers?)|customers?|buyers?|recalculated|sales|window|average)\b
    [^.;]{0,40}$|发货后[^，。]{0,8}$""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_GOODS = re.compile(
    r"\b(?:best|use|sell|consumed|expires?|expir(?:y|ation)(?: date)?)[ -]?(?:by|before|on)?\W{0,3}(?:by|before)?\s?$"
    r"|\b(?:inventory|stock|units|goods|items)\b[^.;]{0,40}\b(?:removed?|collected|returned)\b[^.;]{0,20}$"
    r"|\b(?:remove|removal\sof)\b[^.;]{0,20}\b(?:inventory|stock|units|goods)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
"""Words before a day that is one of the goods, not of an answer."""
_GOODS_AFTER = re.compile(r"[^。；]{0,6}(?:前|内)[^。；]{0,6}(?:重新上架|移除|创建移除|弃置|退回)")
"""Words behind a day by which goods are to be sold again or taken back."""
_AFTER_TRADE = re.compile(
    r"\s{0,2}(?:of|after|from|following)\s(?:the\s)?(?:ship|dispatch|order|delivery|purchase|return)|的?(?:发票"
    r"|销售|订单)|的[^，。；]{0,36}(?:账单|发票|对账单|流水)|\s(?:before|prior)|\s(?:nach|après|dopo|después)\s",
    re.IGNORECASE,
)
_ON_US = re.compile(
    r"""\b(?:if\s(?:you|we)\s(?:do|have|did)\snot|if\s(?:you|we)\sdon't|unless|failure\sto|you\smust|you\sneed
        |please|you\shave|required|respond|submit|provide|send
    |appeal|act|complete|verify|dispute|confirm|upload|contact|answer|resolve|bitte|senden|(?:ue|ü)bermitteln|antworten|reichen\sSie|veuillez|inviare|envíe)\b|请|您|需|否则|逾期|提交|申诉|回""",
    re.IGNORECASE | re.VERBOSE,
)


_ENDS_IN = re.compile(r"\b(?:be|is|are)\s(?:deactivated|removed|closed|suspended|blocked)\s$", re.IGNORECASE)


def deadline(found: tuple[Piece, ...], received: date | None, order: str) -> Read[TimeAllowed] | None:
    """Return the time a notice gives for an answer: of several, the one that ends first.

    Args:
        found: its sentences.
        received: the day of the notice, from which a period counts.
        order: ``month-first`` or ``day-first``, for days in numbers.
    """
    reads = [one for piece in found for one in (*_periods(piece, received), *_days(piece, received, order))]
    return min(reads, key=lambda one: (one.value.due or date.max, one.start), default=None)


def _periods(piece: Piece, received: date | None) -> Iterator[Read[TimeAllowed]]:
    """Yield the periods a sentence gives: "within 72 hours"."""
    for match in _WITHIN.finditer(piece.text):
        before, after = _around(piece.text, *match.span())
        if _is_quoted(piece.text, match.start()):
            continue
        if not _gives_time(match.group(), before, after, piece.text) or _OF_GOODS.search(before):
            continue
        allowed = next(iter(allowances(match.group())), None)
        if allowed:
            due = allowed.end(datetime.combine(received, time(0), UTC)).date() if received else None
            certain = allowed.unit != "hours" and received is not None
            yield Read(TimeAllowed(match.group().strip(), due, certain), piece.start, piece.end)


def _gives_time(words: str, before: str, after: str, sentence: str) -> bool:
    """Whether a period is time for the seller, and neither looks back nor is Amazon's, the buyer's or the money's."""
    near = before[-70:]
    if _LOOKS_BACK.search(near) or _OF_AMAZON.search(near) or _AFTER_TRADE.match(after):
        return False
    if _UNTIL_MONEY.search(after):
        return False
    asked = bool(_ON_US.search(before) or _ON_US.search(after[:80]))
    if _OF_TRADE.search(near) and not asked:
        return False
    if _OF_MONEY.search(near[-40:]) or (_OF_MONEY.search(after[:90]) and not _ON_US.search(before)):
        return False
    if words.lower().startswith("up to "):
        return bool(re.search(r"appeal|respond|answer|reply", before, re.IGNORECASE))
    if words.lower().startswith(("in ", "have ")) and not (
        words[0] in "hH" and near.lower().rstrip().endswith(("you", "we"))
    ):
        return (asked or bool(_ENDS_IN.search(near))) and not words.lower().startswith("have ")
    return asked or "deactivat" in sentence.lower() or not before.strip() or len(sentence) < 200


def _led(text: str, before: str, end: int) -> re.Match[str] | None:
    """Return the words that make a day the end of the time for an answer: "by", "no later than"; None where none do.

    Args:
        text: a sentence.
        before: what stands before the day.
        end: where the day ends.
    """
    between = _BETWEEN.search(before)
    led = _BY.search(before) or (_BY.search(before[: between.start()]) if between else None)
    if led is None:
        return _ON.search(before) if _MUST_THEN.match(text, end) else None
    ahead = before[: led.start()]
    if _LASTS.search(text[:end]) and led.group().lower().startswith("until"):
        return None
    if _FROM.search(ahead[-30:]) or _LOOKS_BACK.search(ahead[-12:]) or _OF_MONEY.search(ahead[-25:]):
        return None
    takes = led.group().lower().startswith(_AHEAD_OF) or re.search(r"unless|deactivat|remov|hold", text)
    return led if takes else None


def _days(piece: Piece, received: date | None, order: str) -> Iterator[Read[TimeAllowed]]:
    """Yield the days a sentence sets: "by December 3, 2026", "2026年11月18日之前"."""
    text = piece.text
    for start, end, western in western_days(text):
        led = _BY.search(text, max(0, start - 60), start)
        if (
            led
            and not _LOOKS_BACK.search(text[max(0, led.start() - 12) : led.start()])
            and not _FROM.search(text[max(0, led.start() - 30) : led.start()])
            and (received is None or western >= received)
        ):
            yield Read(TimeAllowed(text[led.start() : end].strip(), western, True), piece.start, piece.end)
    for token in tokens(text):
        if token.kind != "date" or _is_quoted(text, token.start):
            continue
        before = text[max(0, token.start - 60) : token.start]
        led = _led(text, before, token.end)
        if led is None or _OF_GOODS.search(text, max(0, token.start - REACH), token.start):
            continue
        day = day_meant(token, order, after=received)
        if day and (received is None or day >= received):
            words = text[max(0, token.start - 60) + led.start() : token.end]
            yield Read(TimeAllowed(words.strip(), day, len(token.values) == 1), piece.start, piece.end)
    for match in CHINESE_DAY.finditer(text):
        day = chinese_day(match, received)
        if _OF_GOODS.search(text, max(0, match.start() - 60), match.start()) or _GOODS_AFTER.match(text, match.end()):
            continue
        led = _CHINESE_LED.search(text, max(0, match.start() - 12), match.start()) or _CHINESE_BY.match(
            text, match.end()
        )
        told = _DONE_THEN.search(text, max(0, match.start() - 4), match.start())
        if day and led and not told and (received is None or day >= received):
            yield Read(TimeAllowed(match.group(), day, True), piece.start, piece.end)


def _is_quoted(text: str, at: int) -> bool:
    """Whether a place stands within the words of somebody that are quoted, such as a buyer's."""
    before, after = text[:at], text[at:]
    return before.count('"') % 2 == 1 or (before.rfind("“") > before.rfind("”") and "”" in after)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after words within their part of the sentence, so far as it bears on them."""
    before = _PART.split(text[max(0, start - REACH) : start])[-1]
    return before, _PART.split(text[end : end + REACH])[0]
