"""The facts in one sentence of what a client sent: days, times, counts, shares, ids, people, files, money."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from poa_app.facts import chinese
from poa_app.facts.people import is_person, people
from poa_app.facts.tokens import normalize_number
from poa_app.facts.told_days import read_days
from poa_app.facts.told_fact import LONGEST_PIECE, Counted, Sentence, Told, ToldKind
from poa_app.facts.words import words
from poa_app.model.magnitudes import SIGN, WORD, worth_of
from poa_app.model.number_words import number_in_words
from poa_app.model.numerals import numbers_of, rate_of
from poa_app.model.time_parsing import time_of


def facts_in(text: str, said: date | None = None, near: date | None = None) -> tuple[Told, ...]:
    """Return the facts of one sentence, in their order.

    Args:
        text: as the client wrote it.
        said: the day on which it was written, from which "yesterday" counts; none where nobody knows.
        near: a day near which it was written, for days that name no year.
    """
    if len(text) > LONGEST_PIECE:
        text = text[:LONGEST_PIECE]
    reader = Sentence(text, said, near)
    for part in (
        _marks_and_measures,
        _addresses,
        _names_of_files,
        _ids,
        _money,
        _shares,
        read_days,
        _times,
        _counts,
        _others,
        _people,
    ):
        part(reader)
    return tuple(sorted(reader.found, key=lambda one: (one.start, one.end)))


_NO_FACTS = re.compile(
    r"\A\s{0,3}[(（]?\d{1,2}[.)）、:](?!\d)(?=\s{0,3}[^\s\d])"  # the number of an item of a list
    r"|(?<!\)\s)(?<!\d[\s-])(?<![\w.,)])0\d{2,4}[\s-]\d{3,8}(?:[\s-]\d{3,4})?(?!\w)|(?<!\w)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)"
    r"|(?<![\w.,])\d+(?:\.\d+)?\s?[xX*\u00d7]\s?\d+(?:\.\d+)?(?:\s?[xX*\u00d7]\s?\d+(?:\.\d+)?)?"
    r"\s?(?:cm|mm|in|inch|inches|ft)\b"
    r"|(?<![\w.,])\d+(?:[.,]\d+)?\s?(?:(?:kg|g|mg|cm|mm|ml|lbs?|oz|ft|inch(?:es)?|kW|W|V)\b|克|公斤|千克|斤|厘米|毫米|毫升)",
    re.ASCII,
)
"""Numbers of list items and telephones, and measures of things."""


def _marks_and_measures(reader: Sentence) -> None:
    for match in reader.each(_NO_FACTS):
        reader.hide(match.span())


_ADDRESS = re.compile(
    r"https?://\S{1,500}|\bwww\.\S{1,300}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", re.ASCII | re.IGNORECASE
)


def _addresses(reader: Sentence) -> None:
    for match in reader.each(_ADDRESS):
        reader.hide(match.span())


_FILE = re.compile(
    r"(?P<lead>(?:见|请看|看|发了|附上|在)?(?:附件|文件|表格)?[:是在]?\s?)"
    r"(?P<file>[^\s/\\:*?\"<>|,;()\[\]。；、《》“”「」]{1,80}"
    r"\.(?:pdf|xlsx?|csv|docx?|jpe?g|png|heic|webp|zip|rar|7z|pptx?|eml|msg|txt|mp4|mov))(?![A-Za-z0-9])",
    re.IGNORECASE,
)


_QUOTED_FILE = re.compile(
    r"[\"“「『《](?P<file>[^\"”」』》\n\\/:*?<>|]{1,80}"
    r"\.(?:pdf|xlsx?|csv|docx?|jpe?g|png|heic|webp|zip|rar|7z|pptx?|eml|msg|txt|mp4|mov))[\"”」』》]",
    re.IGNORECASE,
)


def _names_of_files(reader: Sentence) -> None:
    for match in reader.each(_QUOTED_FILE):
        reader.add("file", [reader.text[slice(*match.span("file"))]], match.span("file"))
    for match in reader.each(_FILE):
        reader.add("file", [reader.text[slice(*match.span("file"))]], match.span("file"))


_ID_LEAD = r"(?:[\s:#是为]|号|number\s|no\.?\s|ID\s){0,3}"
_SHAPES: tuple[tuple[ToldKind, str], ...] = (
    ("order", r"\b(?P<id>\d{3}-\d{7}-\d{7})\b"),
    ("asin", r"\b(?P<id>B0[0-9A-Z]{8})\b"),
    ("shipment", r"\b(?P<id>FBA[0-9A-Z]{7,12})\b"),
    (
        "tracking",
        r"\b(?P<id>1Z(?:\s?[0-9A-Z]){6}(?:\s?\d){10}|TBA\d{12}|9[2-5]\d{20}|9[2-5]\d\d(?:\s\d{4}){4}\s\d\d|SF\d{12,15}|[A-Z]{2}\d{9}(?:CN|US|GB|DE|HK)"
        r"|(?:YT|JT|ZTO|STO|YD|JD|UJ|4PX|YW)[A-Z]{0,2}\d{9,18}(?:CN|US)?)\b",
    ),
    (
        "tracking",
        rf"(?:tracking|waybill|运单|快递单|物流单|跟踪|追踪|面单){_ID_LEAD}(?P<id>(?=[A-Z]{{0,8}}\d)[A-Z0-9]{{8,30}})\b",
    ),
    (
        "code",
        r"(?:\b(?:invoice|PO|case|batch|lot)(?:\s(?:no\.?|number|ID)|\s?#)"
        r"|(?:发票|采购单|合同|单据|工单|问题|批次|箱)(?:编号|号码|号))[\s:#是为]{0,3}"
        r"(?P<id>(?=[A-Z_/-]{0,12}\d)[A-Z0-9][A-Z0-9_/-]{3,30})\b",
    ),
)
_IDS = tuple((kind, re.compile(pattern, re.ASCII | re.IGNORECASE)) for kind, pattern in _SHAPES)


_UNSEEN = re.compile("[\\s\u200b]")


def _ids(reader: Sentence) -> None:
    for kind, pattern in _IDS:
        for match in reader.each(pattern):
            reader.add(kind, [_UNSEEN.sub("", match["id"]).upper()], match.span("id"))


def _money(reader: Sentence) -> None:
    for match in reader.each(chinese.MONEY):
        times = worth_of(match["times"] or match["times2"] or "")
        reader.add("money", _sums(match["n"] or match["n2"], times), match.span())


def _sums(digits: str, times: int) -> list[str]:
    """Return the amount of money that digits mean; both where a point may part thousands or decimals: 1.204."""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", digits, re.ASCII):
        return [_number(digits, times)]
    read = rate_of(digits)
    found = numbers_of(digits) if read is None else (read,)
    return [normalize_number(one * times) for one in found]


def _shares(reader: Sentence) -> None:
    for match in reader.each(chinese.PERCENT):
        read = rate_of(match["n"] or match["n2"])
        reader.add("percentage", [normalize_number(read)] if read is not None else [], match.span())


def _number(digits: str, times: int) -> str:
    return normalize_number(Decimal(digits.replace(",", "")) * times)


def _times(reader: Sentence) -> None:
    for match in reader.each(chinese.TIME):
        read = time_of(match["said"])
        reader.add("time", [f"{read:%H:%M}"] if read else [], match.span())
    for token in reader.tokens("time"):
        reader.add("time", [_padded(value) for value in token.values], (token.start, token.end))


def _padded(value: str) -> str:
    return value.rjust(5, "0")


_NOUN = re.compile(
    r"(?:\s(?:of|out\sof)\s(?:the\s|our\s)?[\d,]{1,12})?[\s-](?:of\s(?:the\s|our\s)?)?"
    r"(?P<words>(?:[A-Za-z-]{1,20}\s){0,2}[A-Za-z-]{1,20})",
    re.ASCII,
)
_NAMES_A_PLACE = ("号", "號", "楼", "层", "区")
"""Signs after a number that names something and counts nothing."""
_THINGS, _PEOPLE, _SPANS = (words(name) for name in ("things", "people", "spans"))
_ESTIMATE = re.compile(
    r"(?:\babout|\baround|\bapprox(?:imately|\.)?|\bnearly|\balmost|\bover|\bmore\sthan|\bat\sleast|~)\s?\Z", re.I
)


def _counts(reader: Sentence) -> None:
    for match in reader.each(chinese.COUNT):
        if match["n"]:
            value = _multiplied(match)
        else:
            value = str(chinese.small_number(match["said"]) or number_in_words(match["said"]) or "")
        start = match.start("n") if match["n"] else match.start("said")
        about = bool(match["about"] or match["more"] or match["times"])
        about = about or bool(_ESTIMATE.search(reader.plain, max(0, start - 16), start))
        span = (start, match.end())
        reader.add("count", [value] if value else [], span, counted=_counted(match["noun"]), about=about)


def _multiplied(match: re.Match[str]) -> str:
    """Return the number of digits with signs: 41, 1.2万, 2万3千; nothing for 2万3, which is 23,000 or 20,003."""
    worth = worth_of(match["times"] or "")
    found = Decimal(_number(match["n"], worth))
    for digits, sign in re.findall(r"(\d+)(\D?)", match["rest"] or ""):
        more = int(digits) * worth_of(sign)
        if not sign or more >= worth:
            return ""
        found, worth = found + more, worth_of(sign)
    return normalize_number(found)


def _counted(noun: str) -> Counted:
    low = noun.lower()
    if low in _THINGS or re.fullmatch(chinese.THINGS, low):
        return "things"
    if low in _PEOPLE or re.fullmatch(chinese.PEOPLE, low):
        return "people"
    return "spans" if low in _SPANS or re.fullmatch(chinese.SPANS, low) else ""


_TIMES = re.compile(rf"{SIGN}|{WORD}", re.IGNORECASE)


def _others(reader: Sentence) -> None:
    """Note the numbers and codes that English text holds."""
    for token in reader.tokens("number", "code"):
        start, end = token.start, token.end
        if token.kind == "code":
            reader.add("code", [token.value], (start, end))
        elif reader.plain[end : end + 1] not in _NAMES_A_PLACE and reader.plain[start - 1 : start] != "第":
            sign = _TIMES.match(reader.plain, end)
            end = sign.end() if sign else end
            noun = _NOUN.match(reader.plain, end)
            kinds = [kind for word in (noun["words"].split() if noun else ()) if (kind := _counted(word))]
            about = bool(sign or _ESTIMATE.search(reader.plain, max(0, start - 16), start))
            value = _number(token.value, worth_of(sign[0])) if sign else token.value
            reader.add("count", [value], (start, end), counted=kinds[0] if kinds else "", about=about)


_CELL = re.compile(r"(?:\A|(?<=[\t|]))\s{0,3}(?P<words>[^\t|]{2,40}?)\s{0,3}(?=[\t|]|\Z)")


def _people(reader: Sentence) -> None:
    for one in people(reader.left):
        reader.add(one.kind, [reader.text[one.start : one.end]], (one.start, one.end), beside=one.beside)
    if "\t" in reader.text or reader.text.count("|") > 1:
        for cell in _CELL.finditer(reader.text):
            if is_person(cell["words"]) and reader.left[slice(*cell.span("words"))].strip():
                reader.add("name", [reader.text[slice(*cell.span("words"))]], cell.span("words"))
