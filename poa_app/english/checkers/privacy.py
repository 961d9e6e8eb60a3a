"""What a text tells about a buyer, or about a person's papers, that no appeal needs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from poa_app.english.branches import PatternSet, branches
from poa_app.english.checkers.grammar_words import words
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import LEAST_DIGITS, Prose, Sentence
from poa_app.phrases.lexicon import lexicon

_DATA: dict[str, str] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_BUYERS, _COMPANIES, _NO_NAMES, _ABOUT_BUYING = (
    frozenset(_DATA[name].split()) for name in ("buyers", "companies", "no_names", "about_buying")
)
_CHINESE = words("surnames")
"""Family names of the writers and their staff; "Mr. Zhou wrote" tells of no buyer."""

_UPPER = r"[A-Z\u00c0-\u00de\u0141\u015a\u0160\u017b\u017d]"
_LOWER = r"[a-z\u00df-\u00ff\u0101-\u017f]"
_CAP = rf"(?:O'|Mc|Mac|D')?{_UPPER}{_LOWER}+(?:-{_UPPER}{_LOWER}+)?"
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Mister|Madam|Herr|Frau|Madame|Mme|Mlle|Monsieur|Se\u00f1ora?|Signora?)\b\.?[ ]"
_NAME = rf"{_CAP}(?:[ ]{_UPPER}\.)?(?:[ ](?:van|von|de|der|den|del|della|di|da|la|le|bin|al))*[ ]{_CAP}(?:[ ]{_CAP})?"

_ROAD = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Way|Place|Pl|Terrace|Close|Crescent|Cres"
    r"|Parkway|Pkwy|Highway|Hwy|Circle|Cir|Square|Trail|Gardens|Grove|Row|Mews|Walk|Hill|View|Park|Green|Rise|Quay|Gate|Heights|Meadow|Ridge|Point|Loop|Pike|Alley)\b\.?"
)
_TOWN = rf"(?:,?[ ]{_CAP}){{1,3}}"
_ZIP = (
    r"(?:,?[ ](?:[A-Z]{2},?[ ]\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[\dA-Z]?[ ]\d[A-Z]{2}|[A-Z]\d[A-Z][ ]\d[A-Z]\d|\d{5}"
    r"|(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)[ ]\d{4}))"
)
_TAIL = (
    r"(?:,?[ ](?:Apt|Apartment|Unit|Suite|Ste|Flat|Floor|No|#)\.?[ ]?[\w-]+)?"
    rf"(?:,[ ]?{_CAP}(?:[ ]{_CAP}){{0,2}}){{0,3}}"
    rf"(?:{_TOWN}(?={_ZIP}))?{_ZIP}?(?:,[ ](?:USA|UK|U\.S\.A?\.?|United (?:States|Kingdom)))?"
)
_EUROPEAN = (
    r"(?:[A-Z]{1,2}-)?(?:\d{5}|\d{4}(?:[ ][A-Z]{2})?|\d{3}[ ]\d{2}|\d{2}-\d{3}|\d{4}-\d{3})(?:[ ](?:VIC|NSW|QLD))?"
)
_ADDRESS = (
    r"(?<![\w.,/-])(?:"
    r"(?:Flat[ ]\w+,[ ])?\d{1,5}[A-Za-z]?,?[ ](?:[NSEW]{1,2}\.?[ ])?"
    rf"(?:(?:{_CAP}|\d{{1,3}}(?:st|nd|rd|th))[ ]){{1,4}}?{_ROAD}{_TAIL}"
    rf"|(?:{_CAP}[ ])?{_CAP}?(?:(?<=[a-z])(?:stra\u00dfe|strasse|str\.|weg|platz|allee|gasse|damm|ufer)"
    rf"|(?:Stra\u00dfe|Strasse|Str\.|Platz|Allee|Weg))[ ]\d{{1,4}}[a-z]?(?:,[ ]?(?:D-)?\d{{4,5}}[ ]{_CAP})?"
    rf"|\d{{1,4}}(?:[ ]bis|[ ]ter)?,?[ ](?:rue|avenue|boulevard|place|chemin|all\u00e9e|impasse|route|quai)[ ]"
    rf"(?:(?:de|du|des|de[ ]la|la|le|les)[ ]|d'|de[ ]l')?{_CAP}(?:[ ]{_CAP})?(?:,[ ]?\d{{5}}[ ]{_CAP})?"
    rf"|(?:Via|Viale|Corso|Piazza|Calle|Avenida|Paseo|Plaza|Rua|Ulica|ul\.)[ ](?:(?:de|del|della|la|los|las|da|do)[ ])*"
    rf"{_CAP}(?:[ ]{_CAP}){{0,2}},?[ ](?:n\.?[ \u00ba]*)?\d{{1,4}}(?:,[ ]?\d{{2}}-?\d{{3}}[ ]{_CAP})?"
    rf"|P\.?[ ]?O\.?[ ]Box[ ]\d+{_TAIL}"
    rf"|{_CAP}(?:[ ]{_CAP}){{0,2}},?[ ]\d{{1,4}}[a-zA-Z]?(?:[ ]?[/-][ ]?\d{{1,3}})?,"
    rf"(?:[ ][\w\u00ba.]{{1,6}}(?:[ ]\w{{1,3}})?,)?"
    rf"[ ]{_EUROPEAN}[ ]{_CAP}"
    r"|\u3012[ ]?\d{3}-\d{4}(?:[ ,]+[\w-]+){0,6}"
    rf"|{_CAP}(?:-(?:ku|shi|cho|machi))?,?[ ]\d{{1,3}}-\d{{1,3}}-\d{{1,3}}(?:,[ ]{_CAP}(?:-\w+)?){{0,3}}"
    rf"|{_CAP}(?:[ ]{_CAP})?,?[ ][A-Z]{{2}},?[ ]\d{{5}}(?:-\d{{4}})?"
    r")(?![\w-])"
)
_POSTCODE = re.compile(
    rf"(?<![\w-])(?:D-)?\d{{5}}[ ]{_CAP}(?![\w-])|(?<!\w)[A-Z]{{1,2}}\d[\dA-Z]?[ ]\d[A-Z]{{2}}(?!\w)"
)
_BEFORE = re.compile(rf"(?:{_TITLE})?{_NAME}(?:,|[ ]\(|[ ]of|[ ]at|[ ]-)[ ]?$")
_SENT_TO = re.compile(
    r"(?:(?:deliver|ship|post|mail|hand)(?:ed|ing)?|sent|resent|send|lives?|living|resid(?:es|ing|ent)|left|dropped"
    r"|parcels?|packages?|(?:her|his|their)[ ](?:street|home|house|flat|address|apartment)"
    r"|address[ ](?:given|entered|typed)"
    r"|(?:delivery|shipping|home|buyer|ship-to) address)"
    r"(?:[ ][\w-]+){0,4}[ ]*(?:to|at|in|is|was|on|for|with|:)[ :]*$",
    re.IGNORECASE,
)

_PRONOUNS = frozenset(("he", "she", "his", "her", "him", "they", "their", "them"))
_NEAR = 400
"""Characters within which a word says whose an address is."""
_ORDER = r"\d{3}-\d{7}-\d{7}"
_BUYER = r"(?:[Bb]uyer|[Cc]ustomer|[Cc]onsumer|[Cc]lient|[Rr]ecipient|[Cc]onsignee|[Pp]urchaser|[Rr]eviewer|[Ss]hopper)"
_STATED = rf"(?<!our[ ])(?<!chief[ ])(?<!senior[ ]){_BUYER}|(?<=our[ ])(?![Bb]uyer|[Pp]urchaser){_BUYER}"
"""A buyer of the store's, not a buyer among its staff."""
_PERSON = rf"(?:{_BUYER}|[Ll]ady|[Gg]entleman|[Ww]oman|[Mm]an|[Pp]erson)"
_SOMEBODY = (
    r"nurse|teacher|mother|father|woman|man|lady|student|doctor|girl|boy|husband|wife|friend|neighbou?r|guy|person|user"
    r"|member|reader|mum|mom|parent|granny|grandmother|pensioner|shopper|gentleman|musician|lawyer|farmer|tourist|guest"
)
_IN_FULL = rf"(?:{_TITLE})?{_NAME}"
_ADDRESSED = rf"{_TITLE}(?:{_NAME}|{_CAP})"
_FROM = rf"(?:[ ](?:in|from|of)[ ]{_CAP}(?:[ ]{_CAP})?,?)?"
_NAMED = (
    r"(?<![\w-])(?:"
    rf"(?:the[ ]|a[ ]|an[ ]|our[ ])?{_PERSON}{_FROM},?[ ](?:was[ ]|is[ ])?(?:named|called|by[ ]the[ ]name[ ]of)"
    rf"[ ](?P<named>{_IN_FULL}|{_ADDRESSED}|{_CAP})"
    rf"|(?:{_STATED})(?:(?:'s)?[ ](?:full[ ])?name)?(?:[ ](?:is|was)|[ ]?[:=])?{_FROM},?[ ][(]?"
    rf"(?P<buyer>{_IN_FULL}|{_ADDRESSED})"
    rf"|{_ORDER}[ ](?:was[ ])?(?:(?:placed|bought|made)[ ]by|of|from|for)[ ](?:the[ ])?(?:{_BUYER}[ ])?"
    rf"(?P<whose>{_IN_FULL})"
    rf"|{_ORDER}[ ]?(?:[:(,]|[ ]-)[ ]?(?P<order>{_IN_FULL})"
    rf"(?=[ ]?[,;).(-]|$|\n|[ ](?:{_ORDER}|complained|said|never|received|claimed|claims|wrote))"
    rf"|(?P<ordered>{_NAME})[ ]\((?:order[ ])?(?={_ORDER})"
    rf"|(?P<reachable>{_IN_FULL}),?[ ]\(?(?=[\w.+-]+@|(?:[Tt]el|[Pp]hone|[Mm]obile)\b)"
    r"|(?:[Hh]is|[Hh]er|[Tt]heir|[Bb]uyer's|[Cc]ustomer's)[ ]"
    r"(?:wife|husband|daughter|son|mother|father|neighbou?r|friend)"
    rf",?[ ](?P<kin>{_IN_FULL}|{_ADDRESSED})"
    rf"|(?:paid[ ]back|repaid|reimbursed|compensated)[ ](?P<paid>{_ADDRESSED})|and[ ](?P<joined>{_ADDRESSED})"
    r"|(?:[Ss]hip(?:ped)?[ ]to|[Dd]eliver(?:ed|y)?[ ]to|[Rr]efunded|[Rr]efund[ ]to|[Aa]pologi[sz]ed[ ]to"
    r"|(?:order|parcel|package|claim|chargeback|review|return|complaint|feedback|message|refund|replacement)s?"
    rf"[ ](?:of|by|from|for))[ ]?:?[ ](?P<done>{_ADDRESSED})"
    rf"|(?:phoned|called|contacted|e?-?mailed|messaged|wrote[ ]to|asked|told|promised)[ ](?P<reached>{_ADDRESSED})"
    rf"|(?P<acts>{_ADDRESSED})[ ](?:has[ ]|had[ ]|also[ ]|then[ ]|always[ ]|falsely[ ])*(?:complained|lied|cheated"
    r"|(?:made|filed|opened|started|left|wrote|gave|raised|submitted)[ ](?:[\w-]+[ ]){0,3}?"
    r"(?:chargebacks?|A-to-z|claims?|reviews?|feedback|stars?|return)"
    r"|(?:bought|ordered|purchased)[ ](?:one[ ]of[ ])?our"
    r"|(?:did[ ]not|didn't|never)[ ]receive|claim(?:s|ed)[ ])"
    rf"|(?P<hailing>{_ADDRESSED})(?:,)?[ ](?:from|in|of|at)[ ]{_CAP}(?![ ](?:{_CAP}[ ])?(?:Co|Ltd|Inc|GmbH|LLC|Corp)\b)"
    rf"|(?P<did>{_TITLE}(?:{_NAME}|{_CAP}))[ ](?:has[ ]|had[ ]|also[ ]|then[ ]|never[ ]|just[ ]){{0,2}}"
    r"(?:received?|told[ ]us|called[ ]us|phoned|answered|never|opened[ ]the|sent[ ]us|sent[ ]back"
    r"|ordered|bought|returned|refused|complained|wrote|said|says|writes|asked|demanded|wanted|wants|got"
    r"|waited|kept|paid|purchased|was[ ](?:angry|unhappy|not|very|refunded)|did[ ]not[ ](?:receive|get|want|like))"
    rf"|(?:a|an|the)[ ](?:[a-z]+[ ])?(?:{_SOMEBODY})[ ]"
    rf"(?:named|called|by[ ]the[ ]name[ ]of)[ ](?P<somebody>{_NAME}|{_CAP})"
    rf"|(?:order|parcel|package|claim|review|return|refund|complaint)s?[ ](?:of|by|from|for)[ ](?P<of>{_NAME})"
    rf"|{_BUYER},?[ ](?:[(]|a[ ]|an[ ]|one[ ])?(?P<one>{_ADDRESSED}|{_CAP}[ ]{_UPPER}\.)"
    rf"|(?:wife|husband|daughter|son|mother|father|neighbou?r|friend)[ ]of[ ](?:the[ ]|our[ ])?{_BUYER},?[ ]"
    rf"(?P<family>{_IN_FULL}|{_ADDRESSED})"
    rf"|(?P<first>(?<=[Bb]uyer[ ])(?<!our[ ]buyer[ ])(?:{_TITLE})?{_CAP}|(?<=[Cc]ustomer[ ])(?:{_TITLE})?{_CAP})"
    r")"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?:(?:mobile|phone|tel|telephone|cell)(?:[ ](?:number|no\.?))?(?:[ ]is)?[ :.]{0,2})?"
    r"(?<![\w.,/$-])(?:\+?\d{1,3}[ .-]?)?\(?\d{2,5}\)?[ .-]\d{3,4}[ .-]?\d{3,4}(?:[ .-]?\d{2,4})?(?![\w%-]|[.,/]\d)",
    re.IGNORECASE,
)
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ .:"
_HERS = re.compile(
    r"\b(?:her|his|their)[ ](?:[\w-]+[ ]){0,2}(?:telephone|phone|mobile|number|cell|e-?mail|mailbox|mail|address)"
    r"(?:[ ]number)?(?:[ ](?:is|was)|:)?[ ]*(?:mobile|phone|tel)?[ .:]*\Z",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"\b(?:my|his|her|our|the|whose)[ ](?:[\w']+[ ]){0,2}\Z", re.IGNORECASE)
_OF_PAPERS = re.compile(
    r"passport|\d{17}|\bSSN|security|licen[cs]e|\bID\b|identity|card|account|IBAN|birth|\bborn\b"
    r"|\bliv(?:e|ing)|resid|permit|\bCVV|\bPIN\b|insurance|Aadhaar|\bDNI|\bNIE|\bhome\b",
    re.I,
)
_PAPERS = (
    r"(?<![\w-])(?:"
    r"(?:(?:ID|identity|identification|national[ ]ID)(?:[ ]card)?(?:[ ](?:number|no\.?|nr\.?))?(?:[ ]is|[ ]was)?"
    r"[ :#]{0,3})?"
    r"(?<![\w-])[1-6]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?!\w)"
    r"|passport(?:[ ](?:number|no\.?|nr\.?))?(?:[ ]is|[ ]was)?[ :#(]{1,3}[A-Z]{1,2}[ ]?\d{6,9}(?!\w)"
    r"|(?:SSN|social[ ]security(?:[ ](?:number|no\.?))?)(?:[ ]is)?[ :#]{1,3}\d{3}-?\d{2}-?\d{4}(?!\d)"
    r"|(?:(?:identity[ ]card|ID[ ]card|driving[ ]licen[cs]e|driver'?s[ ]licen[sc]e|ID|identity|residence[ ]permit"
    r"|resident[ ]card|tax[ ]ID|(?:social|national)[ ]insurance|visa|health[ ]card)[ ](?:number|no\.?)"
    r"|Aadhaar|DNI|NIE|BSN)"
    r"(?:[ ](?:of|for)[ ](?:[\w']+[ ]?){1,4}?)?(?:[ ]is|[ ]was)?[ :#(]{1,3}(?=[A-Z]*\d)[A-Z0-9]{7,20}(?!\w)"
    r"|(?:(?:credit|debit|bank)[ ]card|card|bank[ ]account|account|IBAN)(?:[ ](?:number|no\.?))?"
    r"(?:[ ](?:of|for)[ ](?:[\w']+[ ]?){1,3}?)?(?:[ ]is)?[ :#]{1,3}"
    r"(?:[A-Z]{2}\d{2}[ ]?)?\d{4}(?:[ -]?\d{4}){2,4}(?:[ -]?\d{1,3})?(?!\d)"
    r"|born[ ](?:on|in)[ ](?:the[ ])?(?:\d{1,2}[\w ./,-]{4,16}\d{4}|[a-z]+[ ]\d{1,2},?[ ]\d{4})"
    r"|(?:live[sd]?|resid(?:es?|ing)|living)[ ](?:at|in)[ ](?=(?:Room|Rm|Unit|Flat|Building|Block|No)\b)"
    r"(?:[^.;\n]|\.(?=\d)){8,90}"
    r"|(?:CVV|PIN|SWIFT)(?:[ ]code)?(?:[ ]is)?[ :]{1,3}\d{3,6}(?!\d)"
    r"|(?:date[ ]of[ ]birth|birth[ ]?date|birthday)(?:[ ]is|[ ]was)?[ :(]{1,3}\d[\w ./,-]{5,18}"
    r"|home[ ](?:address[ ])?(?:is|at|:)[ ](?=[^.;\n]{0,60}\d)(?:[^.;\n]|\.(?=\d)){8,90}"
    r")"
)

_PATTERNS = PatternSet(
    {
        "address": branches(_ADDRESS, 0, numbered=False),
        "named": branches(_NAMED, 0, numbered=False),
        "papers": branches(_PAPERS, re.IGNORECASE, numbered=False),
    }
)


def _found(prose: Prose, name: str) -> Iterator[re.Match[str]]:
    return _PATTERNS.finditer(name, prose.plain, prose.low_plain)


def _postal(prose: Prose) -> Iterator[Hit]:
    """Yield each postal address of a buyer, with the name before it; in Europe a postcode with its town too."""
    found = [match.span() for match in _found(prose, "address")]
    if prose.setting.is_eu:
        spans = [match.span() for match in _POSTCODE.finditer(prose.plain)]
        found += [one for one in spans if not any(one[0] < end and start < one[1] for start, end in found)]
    for start, end in found:
        head = prose.plain[max(0, start - 80) : start]
        name = _BEFORE.search(head)
        if name and not _is_person(prose, start - len(head) + name.start(), name.group().rstrip(" ,(-")):
            name = None
        if name or _is_a_buyers(prose, start, bool(_SENT_TO.search(head))):
            yield Hit(start - len(head) + name.start() if name else start, end)


def _is_a_buyers(prose: Prose, place: int, otherwise: bool) -> bool:
    """Whether the last person or company named before a place is a buyer; if none is, as somebody says otherwise."""
    sentence = prose.sentence_at(place)
    if sentence is None:
        return otherwise
    for low in reversed(_low_words(prose.plain[max(sentence.start, place - _NEAR) : place])):
        if low in _COMPANIES or low in _BUYERS:
            return low in _BUYERS
    later = set(_low_words(prose.plain[place : min(sentence.end, place + _NEAR)]))
    if later & _COMPANIES:
        return False
    of_order = bool(later & _BUYERS) or bool(re.search(_ORDER, sentence.text))
    return otherwise or of_order or _spoke_of_buyers(prose, sentence)


def _low_words(words: str) -> list[str]:
    return re.findall(r"[a-z]+(?:'[a-z]+)?", words.lower())


def _spoke_of_buyers(prose: Prose, sentence: Sentence) -> bool:
    """Whether a sentence speaks of a person whom the sentence before calls a buyer."""
    if not any(word.low in _PRONOUNS for word in sentence.words):
        return False
    place = prose.sentences.index(sentence)
    words = {word.low for word in prose.sentences[place - 1].words} if place else set()
    return bool(words & _BUYERS) and not words & _COMPANIES


def _names(prose: Prose) -> Iterator[Hit]:
    """Yield each name of a buyer; in Europe a first name alone as well."""
    for match in _found(prose, "named"):
        kind = match.lastgroup or ""
        start, end = match.span(kind)
        if kind == "first" and not prose.setting.is_eu:
            continue
        if kind in ("reached", "joined") and not _speaks_of_buying(prose, start):
            continue
        if kind == "reachable" and not _BUYERS & set(_low_words(prose.plain[max(0, start - _NEAR) : start])):
            continue
        if kind in ("hailing", "did", "of", "ordered", "reachable", "joined", "kin") and not _may_be_a_buyers(
            prose, start, match[kind]
        ):
            continue
        if _is_person(prose, start, match[kind]):
            yield Hit(match.start() if kind == "named" else start, end)


_ABOUT_BUYING_OR_BUYERS = _ABOUT_BUYING | _BUYERS
_COMPANIES_BUT_WE_US_OUR = _COMPANIES - {"we", "us", "our"}


def _speaks_of_buying(prose: Prose, place: int) -> bool:
    """Whether the sentence around a place is about an order and nobody but a buyer."""
    sentence = prose.sentence_at(place)
    words = {word.low for word in sentence.words} if sentence else set()
    return bool(words & _ABOUT_BUYING_OR_BUYERS) and not words & _COMPANIES_BUT_WE_US_OUR


def _may_be_a_buyers(prose: Prose, place: int, name: str) -> bool:
    """Whether nothing in the sentence says that a title and a name are of a partner or of our own staff."""
    sentence = prose.sentence_at(place)
    words = {word.low for word in sentence.words} if sentence else set()
    parts = _low_words(re.sub(rf"^{_TITLE}", "", name))
    return not words & _COMPANIES_BUT_WE_US_OUR and not any(part in _CHINESE for part in parts)


def _is_person(prose: Prose, start: int, words: str) -> bool:
    """Whether capitalised words are the name of a person whom the case does not know."""
    bare = re.sub(rf"^{_TITLE}", "", words)
    parts = [part.lower() for part in re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", bare)]
    if not parts or any(part in _NO_NAMES for part in parts):
        return False
    if any(one < start + len(words) and start < end for one, end in prose.named):
        return False
    return bare != words or not all(lexicon().is_common(part) for part in parts)


def _contacts(prose: Prose) -> Iterator[Hit]:
    """Yield each mailbox and telephone number of a buyer."""
    mail = (_MAIL,) if "@" in prose.plain else ()
    for pattern in (*mail, _PHONE) if prose.digits >= LEAST_DIGITS else mail:
        for match in pattern.finditer(prose.plain):
            if "@" in match.group():
                is_contact = "amazon." not in match.group()
            else:
                is_contact = LEAST_DIGITS <= len(re.findall(r"\d", match.group())) <= 15
            number = match.start() + len(match.group()) - len(match.group().lstrip(_LETTERS))
            before = prose.plain[max(0, number - 40) : number]
            if is_contact and _is_a_buyers(prose, match.start(), bool(_HERS.search(before))):
                yield Hit(*match.span())


def _papers(prose: Prose) -> Iterator[Hit]:
    """Yield each number of a person's papers or cards, birthday and home."""
    for match in _found(prose, "papers"):
        if not _OF_PAPERS.search(prose.plain):
            return
        whose = _WHOSE.search(prose.plain, max(0, match.start() - 40), match.start())
        yield Hit(whose.start() if whose else match.start(), match.start() + len(match.group().rstrip(" ,.")))


CHECKERS: dict[str, Checker] = {
    "buyer-address": _postal,
    "buyer-name": _names,
    "buyer-contact": _contacts,
    "papers-number": _papers,
}
