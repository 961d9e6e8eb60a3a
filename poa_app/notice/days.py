"""Days in the text of a notice: which day is meant, by the order of the site, and the day of the notice itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from poa_app.facts.tokens import ANY_DAY, ANY_YEAR, Token, tokens
from poa_app.model.plain import plain_signs
from poa_app.notice.reading import Read

_HEAD = re.compile(
    r"""(?:^[ \t>+*|]{0,12}|\s|(?<=[\u4e00-\u9fff])(?=(?:发布|发送|通知|发件)(?:日期|时间)))
    \*{0,2}(?:(?<=\n)dated(?=\s)|date|sent|received|sent\son|datum|gesendet|envoyé|inviato|enviado|data|fecha
    |日付|送信日時?|受信日時?|送信日|日期|发送时间|发送日期|发件日期|收件时间|收件日期|发出日期|通知时间|时间|接收时间|收到时间|收到日期|发件时间|通知日期|发布日期|发布时间
    |as\sof|answered|(?:decided|reviewed|declined|denied|notified|posted|decision)(?:\son)?)
    \*{0,2}(?:\s{0,3}[:：]\*{0,2}|(?<=dated)(?=\s))\s{0,3}(?P<day>[^\n]{4,80})""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_WROTE = re.compile(
    r"""^[ \t>+]{0,12}(?:On|Am|在|Le)\s(?!(?:an?|the|your|our|this|that|my)\s)(?P<day>[^\n]{6,60}?)
    (?:,?\s(?:at|um|à)\s|\s\d{1,2}:\d{2}|,?\sAmazon|,?\sSeller|<|wrote|schrieb|写道|a\sécrit)(?![^\n]{0,12}\b(?:you|somebody|someone|we)\b)""",
    re.MULTILINE | re.VERBOSE,
)
_OF_NOTICE = re.compile(
    r"""\b(?:(?:this|the|(?<!\bfor\s)(?<!\breceived\s)(?<!\bto\s)your)\s(?:notice|notification|message|e-?mail|letter)\s\(?(?:dated\s|of\s|sent\son\s
        |received\son\s|was\ssent\son\s)?
    |on\s(?=[^\n]{6,20},?\swe\sreceived)|notification\sheader\s|test\sbuy\s
    |(?:this|our)\s(?:decision|mail|warning|answer)\s\((?=\d|(?-i:[A-Z])[a-z]{2})
    |within\s\d{1,3}\s(?:calendar\s|business\s)?days\s(?:of|from|after)\s(?=\d|(?-i:[A-Z])[a-z]{2}))
    (?!(?:by|before|until|till|no\slater|not\slater|on\sor\sbefore)\b)(?P<day>[^\n.;()]{6,30})""",
    re.IGNORECASE | re.VERBOSE,
)
_CAME = re.compile(
    r"""^[ \t>+"]{0,12}(?:call|phone|spoke|telephone|chat)\b[^\n]{0,60}?[\s,](?=(?:mon|tue|wed|thu|fri|sat|sun|\d
    |[A-Z][a-z]{2,8}\.?\s\d))(?P<called>[^\n.;()]{6,30})
    |(?<!\breturn\s)(?<!\bitem\s)(?<!\bparcel\s)(?<!\border\s)(?<!\bunits\s)(?<!\bshipment\s)(?<!\bgoods\s)(?<!\bcartons\s)\b(?:received|came\sin|came|arrived|got\sit|kam|kam\san|eingegangen)\s(?:on\s|am\s)?(?!your\s(?:message|letter|e-?mail|appeal|answer|reply)\b)(?P<came>(?:[^\n.;()"]|(?<=\d)\.(?=\d)){6,30})
    |(?:their|its|amazon's)\swords,?\s(?P<said>[^\n.;()"]{6,30})
    |(?:发来消息|来信|留言)[（(](?P<sent>[^\n）)]{6,24})[）)]
    |(?:发件时间|发送时间|收到时间|收到日期)\s{1,3}(?P<timed>[^\n。；]{8,30})""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_COLUMN = re.compile(
    r"^[ \t]{0,4}(?=[^\n]{0,200}\t)(?=(?:[^\n]{0,200}[\t ])?(?:Date|日期)[ ]?(?:\t|\n))"
    r"[^\n]{4,200}\n(?P<day>[^\n]{6,300})",
    re.MULTILINE,
)
_TOP = re.compile(
    r"""^[^\n]{0,70}?\b(?:got|received|came|arrived|landed|forwarded|copied|pasted|captured|screenshot|printed
        |seen|push\smessage|notification)\b(?!\syour\s(?:message|letter|e-?mail|appeal|answer|reply)\b)
    [^\n\d]{0,30}?[, \t(](?=\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun))
    (?P<top>[^\n]{6,30})
    |^(?:[^\n]{0,80}?\|)?[ \t]{0,4}(?P<cell>[^\n|]{6,50}?)[ \t]{0,4}(?:\||$)
    |^[^\n]{0,80}?\bamazon(?:\.[a-z]{2,3}){0,2}\s(?:on|of|dated|from)\s(?P<noted>\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d))
    |^[^\n]{0,60}?[, \t(–-](?P<timed>\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s\d{1,2}:\d{2}[^\n]{0,14})$
    |\A[^\n.!?]{0,120}?(?:[^\n.!?\d]{0,3}amazon\.[a-z.]{2,6}[^\n.!?]{0,90}?)?[,;–(-]\s?(?P<headed>(?-i:\d{1,2}\s[A-Z]|[A-Z])[a-z]{2,8}\.?\s(?:\d{1,2},\s)?\d{4})\)?[.:]\s""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
"""The day in the lines with which somebody who forwards a message, or its first line, begins."""
_STAMPED = re.compile(r"^[ \t>+|]{0,12}\[(?P<stamped>[^\]\n]{6,30})\]", re.MULTILINE)
"""The day in the brackets that a chat puts before a message."""
_PLACE = re.compile(
    r"^[ \t>+|]{0,12}[^\W\d_][^\W\d_. -]{2,24},\s(?:den\s|le\s|li\s|il\s|a\s|am\s|the\s)?(?P<placed>\d[^\n]{6,24})$",
    re.MULTILINE,
)
"""The place and day of a letter: "München, den 27. August 2023"."""
_CHINESE_CAME = re.compile(
    r"(?P<day>(\d{1,2})\s?月\s?(\d{1,2})\s?[日号])[^。，；\n]{0,3}(?:收到|发来|来的)[^。；\n]{0,12}[（(](\d{4})\s?年[)）]"
)
CHINESE_DAY = re.compile(r"(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]")
_CHINESE_NOTICE = re.compile(
    r"(?<!您于)(?<!您在)(?P<day>\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?[日号])[^。，\n]{0,6}(?:发来|发的|发出|收到|的?(?:绩效|业绩)通知|来信)"
)
_DATE = r"(?=\(?\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\b)"
_SIGNED = re.compile(
    rf"""(?:\bamazon(?:\.[a-z]{{2,3}}){{0,2}}|(?:\b(?:teams?|performance|support|services?|health|europe|integrity
    |protection|verification|catalogue|catalog|quality|trust|compliance|registry|agent|safety|standards|conduct|review|operations
        |notices?|appeals?|identity|programs?|programme)|r\.l\.|平台|团队))[ \t]{{0,3}}[,;|·–—•-]?[ \t]{{1,4}}
    \(?(?P<signed>{_DATE}[^\n]{{5,24}})""",
    re.IGNORECASE | re.VERBOSE,
)
"""The day behind the name with which a message ends."""
_LAST = re.compile(r"[.!?。！？]\s{0,3}(?P<last>(?:[^\n.!?。！？]|\.(?=\w)){6,40})\s{0,3}\Z")
"""A day alone behind the last sentence of a message."""
_EVENT = re.compile(
    rf"""\b(?:deactivated|removed|suspended|blocked|closed|restricted|reinstated|reactivated|restored|turned\soff|revoked
    |on\shold|done\sso|paused|suppressed|taken\s(?:down|offline)|inactive|withdrawn|ended|disabled|limited|live\sagain|(?:transfer|payment)\sof)
    \s(?:[^;\n]{{0,50}}?[\s(])?(?:on|as\sof|effective|since|today,)\s(?P<event>{_DATE}[^\n]{{5,20}})
    |\b(?:[Ee]ffective|[Ww]ith\seffect\sfrom)\s(?P<since>{_DATE}[^\n.;]{{5,20}})
    (?=[^.;\n]{{0,60}}\b(?:deactivated|removed|suspended|closed|blocked|no\slonger|cannot|can't|may\snot|inactive))""",
    re.VERBOSE,
)
"""The day on which Amazon did what a first message tells."""
_DONE_ON = re.compile(
    r"""(?:^|[.!?]\s|\n|[|>]\s)\W{0,3}(?:on|am|le|il|el)\s(?P<done>[^\n]{6,30}?),?\s
        (?:(?:we|amazon)\s(?:have\s|had\sto\s)?(?:stopp|remov|deactiv|suspend|clos|block|paus|restrict|hid\b|took|limit|disabl
            |withdr|switch|turn|put|froz|sent\sa|paid|initiat|restor|reinstat|reactiv|lift|cancel|end)\w*
        |your\s[^.\n]{2,60}\b(?:was|were|has\sbeen|have\sbeen)\b
        |nous\savons\s(?:désactiv|supprim|retir|suspend|bloqu|masqu|ferm|limit|rétabl|réactiv)
        |(?:haben\swir|wurden?)\b|abbiamo\s(?:disattiv|rimoss|sospes|blocc|chius|limit|riattiv)
        |hemos\s(?:desactiv|eliminad|retirad|suspend|bloque|cerrad|limitad|reactiv))""",
    re.IGNORECASE | re.VERBOSE,
)
_CHINESE_DONE = re.compile(
    r"(?:[自于从]|^|[。\n])\s?(?P<done>\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?[日号])\s?起?[，,]?\s?(?:被|(?:我们|亚马逊|您的|您在)[^。\n]{0,40})"
    r"(?:停用|移除|下架|暂停|限制|删除|冻结|恢复|关闭|禁止)"
)
"""The day with which a sentence begins that tells what Amazon did."""
_AHEAD = re.compile(r"\b(?:will|may|can|could|might|would|to)\b[^.;\n]{0,30}$", re.IGNORECASE)
_LOGGED = re.compile(
    r"^[ \t>]{0,8}(?P<day>\d[\d./ -]{7,9}\d)[ ,]{1,2}\d{1,2}:\d{2}[^\n]{0,12}\bamazon\b"
    r"[^\n]{0,30}\b(?:wrote|answered|replied|said)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""The day before an entry of Amazon's in a log."""
_ALONE = re.compile(r"^[ \t>+]{0,12}(?P<day>[^\n]{6,80}?)[ \t]{0,6}$", re.MULTILINE)
_BESIDE = re.compile(
    r"""\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?
    |(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche
    |lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica
    |\d{1,2}:\d{2}(?::\d{2})?\s?(?:[ap]m)?
    |[+-]\d{4}|[A-Z]{2,4}T|GMT|UTC|PT|pacific(?:\stime)?|time|at|on|by|from|to|the|uhr|um|amazon(?:\.[a-z]{2,3}){0,2}
    |seller|selling|partner|support|performance|team|date|account\shealth|germany|japan|services)\b
    |卖家(?:绩效|支持)?团队|亚马逊|【[^】\n]{0,20}】|[\d+:]|年|月|日""",
    re.IGNORECASE | re.VERBOSE,
)
_HEADING = re.compile(r"\bamazon(?:\.[a-z]{2,3}){0,2}\b.{0,6}$|\s{3,}$|[–—|]\s?$|\s-\s$", re.IGNORECASE)
_LABEL = re.compile(r"[^\W\d]\s?[:：](?!\d)|\t")
_NOT_ALONE = re.compile(r"\b(?:due|deadline|period|until|before|by)\b|\d\s[–-]\s", re.IGNORECASE)
_GREETS = re.compile(
    r"^[ \t>+|]{0,12}(?:Hello|Dear|Hi\b|Good\s|Guten|Sehr geehrte|Hallo|Bonjour|Cher|Hola|Estimad|Buon|Gentile"
    r"|Beste|Geachte"
    r"|To whom|尊敬的|亲爱的|您好)",
    re.IGNORECASE | re.MULTILINE,
)
_LINE = re.compile(r"^[^\n]{6,90}$", re.MULTILINE)
_CLOCK = re.compile(r"(?<=\d)T(?=\d\d:)")
_OTHER_DAY = re.compile(
    r"""\b(?:due|deadline|claim\w*|opened|requested|invited|started|filed|created|placed|refund\w*|you|periods?|until|before|by|since|from|between|expir\w*|order\w*|invoice\w*|purchase\w*|shipped|deliver\w*
    |removed|deactivated|suspended|blocked|closed|reply|respond|answer|bis|vor|within|starting|effective|next|you(?:r)?\ssent
    |your\s(?:message|letter|e-?mail)|issued\sby|valid|version|copyright|appeal(?:ed)?\son|call(?:ed)?)\b|前|截止|frist|délai|scadenza|plazo|期限|之内|以内|到期|有效|订单|至|停用|移除""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words of a line whose day is none of a message."""
_SET_OFF = re.compile(r"[,|:：·–—(（-]\s{0,3}(?=\d|[A-Z][a-zé]{2,8}\.?\s\d)[^\n|]{6,30}$")
"""A day that a sign sets off from what a first line says."""
LAST_LINES = 3
"""Lines at the end of a message that are looked at."""
YEARS = range(1995, 2100)
SIGNED = 400
"""Characters at the end of a message within which it is signed."""
TOP = 250
"""Characters at the beginning within which somebody tells when a message came."""
HEAD, FOOT = 500, 160
"""Characters at the beginning and at the end within which a day on a line of its own is that of the notice."""
BESIDE = 3
"""Letters that may stand beside a day on a line of its own, besides those that are known to."""

_MONTHS = (
    ("januar", "janvier", "gennaio", "enero", "januari"),
    ("februar", "février", "febbraio", "febrero", "februari"),
    ("märz", "mars", "marzo", "maart"), ("april", "avril", "aprile", "abril"), ("mai", "maggio", "mayo", "mei"),
    ("juni", "juin", "giugno", "junio"), ("juli", "juillet", "luglio", "julio"),
    ("august", "août", "agosto", "augustus"),
    ("september", "septembre", "settembre", "septiembre"), ("oktober", "octobre", "ottobre", "octubre"),
    ("november", "novembre", "noviembre"), ("dezember", "décembre", "dicembre", "diciembre"),
)  # fmt: skip
_SHORT = (
    ("jan", "janv", "gen", "ene"), ("feb", "févr", "fév"), ("mär", "mar"), ("apr", "avr", "abr"), ("mag", "may"),
    ("jun", "giu"), ("jul", "juil", "lug"), ("aug", "ago"), ("sep", "sept", "set"), ("okt", "oct", "ott"), ("nov",),
    ("dez", "déc", "dic"),
)  # fmt: skip
_MONTH_OF = {name: number for table in (_MONTHS, _SHORT) for number, names in enumerate(table, 1) for name in names}
_WESTERN = re.compile(
    rf"\b(\d{{1,2}})\.?\s(?:de\s)?({'|'.join(sorted(_MONTH_OF, key=len, reverse=True))})\.?\s(?:de\s)?(\d{{4}})",
    re.IGNORECASE,
)


_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d")
"""A date with dots, in which no country puts the month first."""


def day_meant(token: Token, order: str, after: date | None = None) -> date | None:
    """Return the day a date of a text means.

    Args:
        token: a date, perhaps of several readings or without its year.
        order: ``month-first`` or ``day-first``, by which one in numbers is read.
        after: the day from which one without a year is the next; None leaves such a one unread.
    """
    found = [day for value in token.values if (day := _whole(value, after))]
    if len(found) < 2:
        return found[0] if found else None
    if _DOTTED.match(token.quote):
        order = "day-first"
    first = re.match(r"\d+", token.quote)
    number = int(first.group()) if first else 0
    by_site = [day for day in found if (day.month if order == "month-first" else day.day) == number]
    return by_site[0] if by_site else min(found)


def _whole(value: str, after: date | None) -> date | None:
    if value.endswith(ANY_DAY):
        return None
    if ANY_YEAR not in value:
        return _valid(*map(int, value.split("-")))
    for year in (after.year, after.year + 1) if after else ():
        try:
            day = date(year, int(value[5:7]), int(value[8:10]))
        except ValueError:
            continue
        if after and day >= after - timedelta(days=1):
            return day
    return None


def western_days(text: str) -> Iterator[tuple[int, int, date]]:
    """Yield the days a text tells in German, French, Italian or Spanish, each with its place."""
    for match in _WESTERN.finditer(text):
        month = _MONTH_OF[match[2].lower().rstrip(".")]
        if day := _valid(int(match[3]), month, int(match[1])):
            yield match.start(), match.end(), day


def received(text: str, order: str, message: tuple[int, int], tells_event: bool = False) -> Read[date] | None:
    """Return the day of a notice, where its header, the line that quotes it, or a line of its own at the top tells it.

    Args:
        text: the paste.
        order: ``month-first`` or ``day-first``, for days in numbers.
        message: where the newest message of Amazon's stands, whose own header comes before one above it.
        tells_event: whether the message is the one that tells what Amazon has done, whose day is its own where it
            names no other.
    """
    plain = plain_signs(text)
    begin, end = message
    for start in dict.fromkeys((begin, 0)):
        for pattern in (_HEAD, _WROTE, _CAME, _OF_NOTICE, _CHINESE_NOTICE, _ALONE, _STAMPED, _TOP, _PLACE, _COLUMN):
            for match in pattern.finditer(
                plain, start, _line_end(plain, start + TOP, end) if pattern in (_TOP, _STAMPED) else end
            ):
                if pattern in (_ALONE, _PLACE) and match.start() - start > HEAD and match.end() < end - FOOT:
                    continue
                group = match.lastgroup or "day"
                alone = pattern is _ALONE or group == "cell"
                day = _told(match[group], order, alone=alone, anywhere=pattern is _COLUMN)
                if day:
                    return Read(day, *match.span(group))
    logged = [match for match in _LOGGED.finditer(plain, begin, end) if _told(match["day"], order, alone=False)]
    if logged and (day := _told(logged[-1]["day"], order, alone=False)):
        return Read(day, *logged[-1].span("day"))
    if came := _CHINESE_CAME.search(plain, begin, end):
        day = _valid(int(came[4]), int(came[2]), int(came[3]))
        return Read(day, *came.span("day")) if day else None
    read = _signed(plain, order, begin, end) or (_event(plain, order, begin, end) if tells_event else None)
    return read or _at_edge(plain, order, begin, end)


def _at_edge(plain: str, order: str, begin: int, end: int) -> Read[date] | None:
    """Return the only day of a short line above the greeting, or of one of the last lines."""
    greeting = _GREETS.search(plain, begin, min(end, begin + HEAD))
    top = greeting.start() if greeting else begin
    first = _LINE.search(plain, begin, min(end, begin + TOP))
    lines = [one for one in _LINE.finditer(plain, begin, top) if one.group().strip()]
    lines += [first] if first and first.start() >= top and _SET_OFF.search(first.group()) else []
    lines += [one for one in _LINE.finditer(plain, max(top, end - FOOT), end) if one.group().strip()][-LAST_LINES:]
    for line in lines:
        said = line.group()
        days = [
            day for token in tokens(_CLOCK.sub(" ", said)) if token.kind == "date" and (day := day_meant(token, order))
        ]
        days += [day for _, _, day in western_days(said)]
        if len(set(days)) == 1 and not _OTHER_DAY.search(said):
            return Read(days[0], *line.span())
    return None


def _line_end(plain: str, at: int, end: int) -> int:
    """Return where the line ends that holds a place, or the text where it is over before."""
    found = plain.find("\n", at, end)
    return end if found < 0 else found


def _signed(plain: str, order: str, begin: int, end: int) -> Read[date] | None:
    """Return the last day that stands behind the name with which a message ends."""
    found = (
        Read(day, *match.span("signed"))
        for match in _SIGNED.finditer(plain, max(begin, end - SIGNED), end)
        if (day := _at_first(match["signed"], order))
    )
    signed = max(found, key=lambda one: one.start, default=None)
    last = _LAST.search(plain, max(begin, end - SIGNED), end)
    if signed or not last:
        return signed
    day = _told(last["last"], order, alone=True)
    return Read(day, *last.span("last")) if day else None


def _event(plain: str, order: str, begin: int, end: int) -> Read[date] | None:
    for match in _EVENT.finditer(plain, begin, end):
        day = _at_first(match["event"] or match["since"], order)
        if day and not _AHEAD.search(plain, max(begin, match.start() - 60), match.start()):
            return Read(day, *match.span(match.lastgroup or "event"))
    for pattern in (_DONE_ON, _CHINESE_DONE):
        for match in pattern.finditer(plain, begin, end):
            if day := _told(match["done"], order, alone=False):
                return Read(day, *match.span("done"))
    return None


def _at_first(words: str, order: str) -> date | None:
    """Return the day with which words begin."""
    first = next((one for one in tokens(words) if one.kind == "date"), None)
    return day_meant(first, order) if first and first.start == 0 else None


def _told(words: str, order: str, alone: bool, anywhere: bool = False) -> date | None:
    """Return the day that words tell.

    Args:
        words: what follows its label, or a line.
        order: ``month-first`` or ``day-first``, for days in numbers.
        alone: whether nothing but what goes with a day may stand beside it.
        anywhere: whether it may stand anywhere in the words, else at their beginning.
    """
    if chinese := CHINESE_DAY.search(words):
        return chinese_day(chinese, None) if not alone or _is_alone(words, *chinese.span()) else None
    for start, end, day in western_days(words):
        return day if not alone or _is_alone(words, start, end) else None
    dates = [token for token in tokens(words) if token.kind == "date"]
    if not dates or (alone and (len(dates) > 1 or not _is_alone(words, dates[0].start, dates[0].end))):
        return None
    if not alone and not anywhere and dates[0].start > 30:
        return None
    return day_meant(dates[0], order)


def _is_alone(words: str, start: int, end: int) -> bool:
    """Whether a day has its line for itself but for its time and a name of Amazon, or ends a heading of Amazon's."""
    before, after = words[:start], _BESIDE.sub("", words[end:])
    if _letters(after) > BESIDE or _NOT_ALONE.search(before):
        return False
    if _letters(_BESIDE.sub("", before)) <= BESIDE and not _LABEL.search(before):
        return True
    return bool(_HEADING.search(before)) and not re.search(r"[.!?。，]\s", before)


def _letters(words: str) -> int:
    return sum(map(str.isalpha, words))


def chinese_day(found: re.Match[str], after: date | None) -> date | None:
    """Return the day of a match of CHINESE_DAY; one without a year is the next after a day, where that is known."""
    month, day = int(found[2]), int(found[3])
    if found[1]:
        return _valid(int(found[1]), month, day)
    years = (after.year, after.year + 1) if after else ()
    return next((one for year in years if (one := _valid(year, month, day)) and after and one >= after), None)


def _valid(year: int, month: int, day: int) -> date | None:
    """Return a day of the years in which Amazon has sent notices, or may."""
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None
