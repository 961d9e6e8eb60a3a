"""How days, times, counts and shares look in Chinese text, as clients write it in mails, chats and cells.

Patterns are read on text whose spaces, dashes and full-width signs are plain (``model/plain.py``).
"""

from __future__ import annotations

import re

from poa_app.facts.words import either
from poa_app.model.magnitudes import SIGN, WORD

NUMERAL = "[零〇一二三四五六七八九十两\\d]{1,3}"
_SIGN = "[日号號]"
_TO = r"\s?(?:-|~|到|至|、)\s?"
_COUNTS_SOMETHING = r"(?![\d.%万]|\s?(?:[单件个天次条名人周箱批笔]|小时|分钟))"


def _second(number: int) -> str:
    """Return the pattern of the later day of two; its month may be that of the first."""
    return rf"{_TO}(?:(?P<m{number}>{NUMERAL})\s?月\s?)?(?P<d{number}>{NUMERAL})\s?{_SIGN}"


DAYS = re.compile(
    rf"(?<![\d.])(?:(?P<y>\d{{4}}|\d{{2}})\s?年\s?)?(?P<m>{NUMERAL})\s?月\s?(?P<d>{NUMERAL})"
    rf"(?:\s?{_SIGN}(?:{_second(2)})?|{_second(3)}|{_COUNTS_SOMETHING})",
    re.ASCII,
)
"""A day with its month, or the first and the last of several: 11月3日, 2026年11月3号到9号, 11月3-9日."""

MONTH = re.compile(
    rf"(?<![\d.])(?:(?P<y>\d{{4}})\s?年\s?)?(?P<m>{NUMERAL})\s?月(?:份|初|中旬|上旬|下旬|底|末)?(?!\d)", re.ASCII
)
"""A month without a day; 3个月 is an amount of time and has another sign."""

OF_THE_MONTH = re.compile(
    rf"(?<![\d月.第])(?P<d>\d{{1,2}})(?:{_TO}(?P<d2>\d{{1,2}}))?\s?[号號](?![线楼仓店门机床柜库员码])", re.ASCII
)
"""A day that names no month: 3号, 3-9号; 3号仓 is a place."""

MONTH_SLASH_DAY = re.compile(r"(?<![\w./-])(?P<m>\d{1,2})[/](?P<d>\d{1,2})(?![\w/.-]|\s?[单件个])", re.ASCII)
"""A day by month and day, in the one order Chinese text has: 11/3."""

MONTH_POINT_DAY = re.compile(
    r"(?<![\w./-])(?P<m>\d{1,2})[./-](?P<d>\d{1,2})\s?[日号號](?![线楼仓店门机床柜库员码])", re.ASCII
)
"""A day by month and day with a sign only after the day: 11.20号."""

RELATIVE = re.compile(
    r"(?<![每至到~-])(?P<said>前天|昨[天日]|今[天日]|(?:上个?|本|这个?)?(?:星期|周|週|礼拜)[一二三四五六日天])"
    r"(?!\s?(?:至|到|-|~)\s?(?:星期|周|週|礼拜))",
    re.ASCII,
)
"""A day by its distance; 每周一 and 周一到周五 are no days of the calendar."""

_PART = "(?:凌晨|清晨|早上|早晨|上午|中午|午后|下午|傍晚|晚上|晚间|夜里|晚)"
TIME = re.compile(
    rf"(?P<said>{_PART}\s?(?:\d{{1,2}}(?::\d{{2}}|[点點时](?:\d{{1,2}}分?|半|[13]刻|整|钟)?)"
    r"|[一二两三四五六七八九十]{1,3}[点點](?:半|[一三]刻|整|钟)?)"
    r"|(?<![\d:.])\d{1,2}:\d{2}(?![\d:]|\s?[AaPp]\.?\s?[Mm]\b)"
    rf"|(?:{_PART}\s?)?(?<![\d.个])(?:\d{{1,2}}|[一两二三四五六七八九十]{{1,2}})[点點](?:\d{{1,2}}分|半|整|钟)"
    rf"|(?<![\d.第有这那几共列下])\d{{1,2}}[点點](?![\d]|建议|意见|要求|原因|措施|问题|说明|内容|几))",
    re.ASCII,
)
"""A time of day: 下午3点半, 15:00, 9点整."""

AMOUNT = r"\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?"
_DECIMAL_COMMA = r"\d{1,3},\d{1,2}(?!\d)"
PERCENT = re.compile(
    rf"(?<!\w)(?<!\d[.,])(?P<n>{_DECIMAL_COMMA}|{AMOUNT})\s?(?:%|个百分点|percent\b|per\scent\b|pct\b)|百分之(?P<n2>{AMOUNT})",
    re.I | re.ASCII,
)
_SUM = r"\d{1,3}(?:[,.]\d{3})+(?:[.,]\d{1,2})?|\d{1,3}(?:\s\d{3})+,\d{2}|\d{1,12}(?:[.,]\d{1,4})?"
_NO_MORE = r"(?!\d|[.,]\d)"
_MULTIPLIED = rf"\s?{SIGN}|m\b|{WORD}"
_CURRENCY = "USD|EUR|GBP|CNY|RMB|CAD|AUD|JPY|MXN|SEK|PLN|HKD|TWD|SGD|AED|SAR|TRY|BRL|INR"
MONEY = re.compile(
    rf"(?:(?:\b(?:US|HK|CN|MX|AU|CA|[CA]))?[$€£¥￥]|\b(?:{_CURRENCY})\s?|人民币\s?)\s?(?P<n>{_SUM}){_NO_MORE}(?P<times>{_MULTIPLIED})?"
    rf"|(?<!\w)(?<!\d[.,\s])(?P<n2>{_SUM})(?P<times2>{_MULTIPLIED})?\s?(?:元|块钱?|人民币|美元|美金|欧元|英镑|日元|円|[€£]"
    rf"|刀(?!\w)|(?:{_CURRENCY}|dollars?|euros?|pounds|yuan|yen)\b)",
    re.IGNORECASE | re.ASCII,
)

THINGS, PEOPLE, SPANS = (either(f"{name}_zh") for name in ("things", "people", "spans"))
COUNT = re.compile(
    r"(?P<about>(?:约|大约|大概|差不多|将近|近|超过|至少|不到)\s?)?"
    rf"(?:(?<![\w/第])(?<!\d[.,])(?P<n>{AMOUNT})(?:(?P<times>{SIGN})(?P<rest>(?:\d{{1,4}}[百千]){{0,2}}\d{{0,4}}))?"
    r"|(?<![第每几数一二三四五六七八九十])(?P<said>[一二两三四五六七八九十]{1,3}万[零一二两三四五六七八九十百千]{0,8}"
    r"|[一二两三四五六七八九][百千][零一二三四五六七八九十百]{0,6}|[两二三四五六七八九十]{1,3}))"
    rf"\s?(?P<more>多|来|余|几|\+)?\s?个?(?P<noun>{THINGS}|{PEOPLE}|{SPANS}|(?:orders?|units?|pcs|asins?|skus?|listings?)\b)",
    re.IGNORECASE | re.ASCII,
)
"""A number with what it counts: 41单, 约850件, 三名打包员."""

_DIGIT = {char: place for place, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


def small_number(said: str) -> int | None:
    """Return the whole number below a hundred that Chinese numerals mean; none where they mean none."""
    if said.isdigit() and said.isascii():
        return int(said)
    tens, ten, units = said.partition("十")
    if ten:
        found = [10 * _DIGIT.get(tens or "一", 99), _DIGIT.get(units or "零", 99)]
        return sum(found) if len(tens) <= 1 and len(units) <= 1 and max(found) < 99 else None
    return _DIGIT.get(said)
