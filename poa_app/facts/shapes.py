"""How facts look in a sentence: one pattern for each way of writing them, in the order in which they are read.

Patterns are read on text whose spaces, dashes and apostrophes are plain (``model/plain.py``).
"""

from __future__ import annotations

import re

NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MONTHS = {name.lower(): number for number, name in enumerate(NAMES, 1)}
SHORT = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
_SMALL = [name.lower() for name in NAMES if name not in ("May", "March")]
"""Months that mean nothing else in small letters."""

_FULL = "|".join((*NAMES, *map(str.upper, NAMES), *_SMALL))
_CUT = "|".join((*map(str.capitalize, SHORT), *map(str.upper, SHORT)))
MONTH = rf"(?:(?:{_FULL})\b|(?:{_CUT})\b\.?)"
_NAMED = rf"(?P<n>{MONTH})"
_NTH = r"(?:st|nd|rd|th)?"
_FIRST = rf"(?P<d>\d{{1,2}}){_NTH}"
_LAST = rf"(?P<d2>0?[1-9]|[12]\d|3[01]){_NTH}"
_TO = r"(?:\s?-\s?|\s(?:to|and|until|through)\s)"
_YEAR = r"(?P<y>\d{4})\b"
_WHEN = r"\b(?:[Oo]n|[Bb]y|[Ss]ince|[Ff]rom|[Uu]ntil|[Tt]o|[Bb]efore|[Aa]fter|[Aa]t)\s"

JOINED = r"(?:,\s?(?:(?i:and|or)\s|&\s?)?|\s?&\s?|\s(?i:and|or|to|through|thru|until)\s|\s?-\s?|/)"
EXHIBIT = r"(?!(?:AND|OR|TO)\b)[A-Z]{1,2}\b"
CAUSE = r"\d+\.\d+\b"
_EXHIBITS = r"(?:\b(?:[Ee]xhibits?|EXHIBITS?)\s|\b(?:[Ee]xh?s?|EXH?S?)\.\s?|\b[Ee]xh?s?\s)"

_CODE = r"(?=[\w./-]*\d)[A-Za-z0-9](?:[\w./-]*[A-Za-z0-9])?(?:\s\d{4})*"
_KINDS = r"SKUs?|MSKU|FNSKU|UPC|EAN|GTIN|MPN|ISBN|ISO|IEC|EN|UL|ASTM|ANSI|DIN|GB/T|[Vv]ersion|[Rr]evision|[Rr]ev\.?"
_NUMBERED = (
    r"[Oo]rder|[Cc]ase|[Cc]omplaint|[Ii]nvoice|[Rr]eference|[Cc]ertificate|[Ll]icen[cs]e|[Tt]icket|[Pp]arcel|[Tt]racking"
    r"|[Ll]ot|[Bb]atch|PO|[Mm]odel|[Pp]art|[Ww]aybill|[Cc]ontainer|[Ss]erial|[Rr]egistration|[Pp]hone|[Tt]elephone"
)
_CURRENCY = r"USD|EUR|GBP|CNY|RMB|CAD|AUD|JPY|MXN|SEK|PLN|HKD|TWD|SGD|AED|SAR|TRY|BRL|INR"
_AMOUNT = r"\d[\d,]*(?:\.\d+)?"
_COUNTED = r"orders?|units?|parcels?|buyers?|items?|pieces|offers|SKUs?|labels|claims|returns|refunds|messages"
_UNIT = r"mm|cm|km|kg|mg|ml|lbs?|oz|hrs?|h|min|pcs|g|m|l|W|V"

SHAPES: tuple[tuple[str, str], ...] = (
    ("identifier", r"\b\d{3}-\d{7}-\d{7}\b|\bB0[0-9A-Z]{8}\b|\bFBA[0-9A-Z]{7,12}\b"),
    ("", r"\b24\s?[/x]\s?[57]\b"),
    ("code", rf"(?:(?:\b(?:US|NT|HK|[CA]))?\$|[€£¥￥]|\b(?:{_CURRENCY})\s)\s?(?P<code>{_AMOUNT})"),
    ("code", rf"(?<![\w.,/])(?P<code>{_AMOUNT})\s?(?:[€£]|(?:{_CURRENCY}|dollars?|euros?|pounds|yuan|yen)\b)"),
    ("code", r"(?<![\w(])(?P<code>\+\d[\d\s().-]{6,18}\d|\(\d{3}\)\s?\d{3}-\d{4}|\d{3,4}-\d{3,4}-\d{3,4})\b"),
    ("code", r"\b(?:[Pp]hone|[Tt]elephone|[Ff]ax|[Tt]el)\b\.?(?:\s(?:[Nn]umber|[Nn]o\.))?[:\s]{1,2}"
             r"(?P<code>[\d(][\d\s().-]{4,18}\d)\b"),
    ("code", rf"\b(?:{_KINDS})[\s:#-]{{1,2}}(?P<code>{_CODE})"),
    ("code", rf"\b(?:{_NUMBERED})\s(?:IDs?|[Nn]umbers?|[Nn]os?\.|[Cc]odes?|#)[\s:]{{0,2}}(?P<code>{_CODE})"),
    ("code", rf"(?:\b[Nn]o\.|#|\b[Tt]el\.?:?)\s?(?P<code>{_CODE})"),
    ("code", r"\b(?:[Ss]heet|[Ff]orm|SOP|[Ee]dition|[Rr]elease|[Mm]odel|[Pp]olicy)\s(?P<code>[A-Z]?\d+\.\d+)\b"),
    ("code", rf"\b(?!\d{{1,2}}-(?:{_CUT}|{_FULL})-)(?=[A-Z0-9_/-]{{0,30}}[A-Z])(?=[A-Z0-9_/-]{{0,30}}\d)"
             r"(?P<code>[A-Z0-9]{1,12}(?:[-_/][A-Z0-9]{1,12}){1,6})\b"),
    ("code", r"\b(?P<code>[a-z]{1,4}-\d{3,}(?:-[a-z0-9]+)*)\b"),
    ("code", r"(?<![\w.,/-])(?P<code>\d{4}(?:\s\d{4}){1,6}(?:\s\d{1,4})?|\d{9,30})(?![\w,.]*\d)"),
    ("date", r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b"),
    ("numeric", r"(?<![\w./-])(?P<numeric>\d{1,2}([/.-])\d{1,2}\2\d{4}|\d{4}([/.])\d{1,2}\3\d{1,2})(?![\w/-]|\.\d)"),
    ("numeric", r"(?<![\w./-])(?P<numeric>\d{1,2}/\d{1,2}/\d{2})(?![\w/-]|\.\d)"),
    ("numeric", rf"{_WHEN}(?P<numeric>\d{{1,2}}/\d{{1,2}})(?![\w/-]|\.\d)"),
    ("code", r"(?<![\w.,/-])(?P<code>\d+(?:\.\d+){2,5})\b"),
    ("date", rf"\b(?P<d>\d{{1,2}})-{_NAMED}-{_YEAR}"),
    ("date", rf"\b{_NAMED}\s(?:the\s)?{_FIRST}(?:{_TO}{_LAST}(?!\d|\s{MONTH}))?\b(?:,?\s{_YEAR})?"),
    ("date", rf"\b{_FIRST}(?:{_TO}{_LAST})?(?:\sof)?\s{_NAMED}(?:,?\s{_YEAR})?"),
    ("date", rf"\b{_NAMED},?\s{_YEAR}"),
    ("time", r"(?<![\w.,:/-])(?:(?P<h0>\d{1,2})(?:[:.](?P<m0>\d{2}))?\s?(?:-|to|and|or|until)\s?)?"
             r"(?P<h>\d{1,2})(?:[:.](?P<min>\d{2}))?(?::\d{2})?\s?(?P<half>[AaPp])(?:\.\s?[Mm]\b\.?|[Mm]\b)"),
    ("time", r"\b(?P<h>\d{1,2}):(?P<min>\d{2})\b"),
    ("time", r"(?<![\w.,])(?P<h>[01]?\d|2[0-3])\.(?P<min>[0-5]\d)(?=\s(?:[A-Z][A-Za-z-]{1,12}\s)?(?:time|hrs)\b)"),
    ("time", rf"(?:{_WHEN}|\b(?:and|or|till|around|about)\s)(?P<said>(?P<h>[01]?\d|2[0-3])h(?P<min>[0-5]\d)?)\b"),
    ("time", r"\b(?P<h>[01]?\d|2[0-3])[:.]?(?P<min>[0-5]\d)\s?(?:hrs|h)\b"),
    ("time", r"\b(?P<h>\d{1,2})\so'clock(?:\sin\sthe\s(?P<part>morning|afternoon|evening))?"),
    ("time", r"\b(?:12\s)?(?P<word>(?i:noon|midday|midnight))\b"),
    ("exhibit", rf"{_EXHIBITS}(?P<list>{EXHIBIT}(?:{JOINED}(?:[Ee]xhibits?\s)?{EXHIBIT})*)"),
    ("cause", rf"\b(?:[Cc]auses?|CAUSES?)\s(?P<list>{CAUSE}(?:{JOINED}{CAUSE})*)"),
    ("code", rf"\b(?:[Ii]n|[Ss]ince|[Oo]f|[Ff]rom|[Dd]uring|[Uu]ntil|[Bb]y|[Bb]efore|[Aa]fter|[Ee]arly|[Ll]ate|[Mm]id"
             rf"|to|[Yy]ears?|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|Q[1-4])[\s-](?P<code>(?:19|20)\d\d)\b"
             rf"(?![,.]\d|\s?%|\s(?:[\w-]+\s){{0,2}}(?:{_COUNTED})\b)"),
    ("number", rf"(?<![\w.,/])\d+(?:,\d+)*(?:\.\d+)?(?:(?!\w)|(?=(?:{_UNIT})\b))"),
)  # fmt: skip
"""In this order; what one of them has read, the next does not see. Without a kind, the words state no fact."""

PATTERNS = tuple((kind, re.compile(pattern, re.ASCII)) for kind, pattern in SHAPES)
ONE = re.compile(rf"\b{EXHIBIT}|{CAUSE}", re.ASCII)

_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SPELLED = {word: number for number, word in enumerate(_WORDS.split(), 2)}
SPELLED |= {word: 10 * tens for tens, word in enumerate(_TENS.split(), 2)}
UNITS = {"one": 1} | {word: number for word, number in SPELLED.items() if number < 10}
SPELLED_OUT = re.compile(
    rf"\b(?P<word>{'|'.join(SPELLED)})(?:-(?P<unit>{'|'.join(UNITS)}))?\b"
    r"(?!-(?:fold|way)|\s(?:hundred|thousand|million|dozen)\b)",
    re.IGNORECASE | re.ASCII,
)
APART = re.compile("(?<=\\d)[\u00a0\u2009\u202f](?=\\d{3}(?!\\d))")
"""A space that does not break, between the thousands of one number."""
