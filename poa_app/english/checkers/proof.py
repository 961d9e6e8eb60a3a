"""Evidence: papers spoken of without the letter of an exhibit, and exhibits that there are not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose, Sentence

_EXHIBIT = re.compile(r"\b(?:exhibits?|ex\.)\s+((?:[A-Z]{1,2}\b(?:\s*(?:,|and|&|to|-|or)\s*)*)+)", re.IGNORECASE)
_LETTER = re.compile(r"\b[A-Z]{1,2}\b")
_NUMBERED = re.compile(
    r"\b(?:annex|appendix|attachment|enclosure|exhibit)\s+(?:no\.?\s*)?(?:\d{1,2}|[A-Z])\b", re.IGNORECASE
)
_PAPERS = (
    r"(?:proofs?|evidences?|documents?|documentation|invoices?|receipts?|papers?|files?|records?"
    r"|screenshots?|screen\s+shots?|certificates?|photos?|pictures?|images?"
    r"|videos?|contracts?|authori[sz]ations?(?:\s+letters?)?|letters?|reports?"
    r"|materials?|bills?|licen[cs]es?|statements?|chat\s+logs?|logs?|qualifications?|tracking)"
)
_SPOKEN_OF = re.compile(
    rf"""
    \b(?:please\s+)?(?:see|check|find|refer\s+to|review|view|read|kindly\s+(?:see|check|find))\s+
        (?:(?:the|our|my|in|also|all|below|these|following|relevant|related)\s+){{0,3}}
        (?:attach(?:ed|ment|ments|ement)|enclos(?:ed|ure|ures)|appendi(?:x|ces)|annex(?:es)?|screenshots?|screen\s+shots?)
        (?:\s+{_PAPERS})?
    |\b(?:as|which\s+is|which\s+are)\s+(?:is\s+)?(?:shown|seen|proved|proven|attached|enclosed|evidenced)
        (?:\s+(?:in|by|on|from)\s+(?:the\s+|our\s+)?(?:attach\w*|enclos\w*|appendi\w*|annex|screenshots?|photos?|pictures?|files?))?
        (?=\s*[.,;)]|\s+(?:herewith|here|below)|$)
    |(?<!\bno\s)\b(?:the|our|all|all\s+the|relevant|related|corresponding|necessary|supporting|required|following)?\s*{_PAPERS}\s+
        (?:(?:is|are|have\s+been|has\s+been)\s+)(?:(?:all|also|now|hereby)\s+)?(?:attached|enclosed|uploaded|annexed|appended)
    |\b(?:attached|enclosed)\s+(?:is|are|please\s+find|herewith|you\s+will\s+find)\b
    |\b(?:the|our|my|all|these|following|in|see)\s+(?:attached|enclosed)\s+(?:\w+\s+)?{_PAPERS}\b
    |\b{_PAPERS}\s+(?:attached|enclosed)(?=\s*[.,;!)]|\s+(?:below|herewith|here)\b|\s*$)
    |\b(?:the|our|these|all|those|my)\s+(?:\w+\s+)?{_PAPERS}\s+(?:can|could|will|fully|clearly)?\s*proves?\b
    |\battachments?\s+(?:is|are|can|show|shows|contain|prove|proves)\b|\b(?:the|following|all\s+the)\s+attachments?\b|(?:{_PAPERS}\s+)?\([^()]{{0,20}}attachments?\)
    |\b(?:we|i|our\s+(?:company|factory|supplier)|the\s+(?:factory|supplier|carrier|company))\s+(?:\w+\s+)?
        (?:have|has|hold|holds|possess|own|keep|got|have\s+got|can\s+(?:provide|show|prove\s+with|offer))\s+
        (?:(?:all|the|a|an|full|complete|enough|sufficient|many|strong|solid|clear|related|relevant|formal|official|necessary
            |real|legal|valid|every|conclusive|ample|any)\s+){{0,4}}(?:{_PAPERS}|proof\s+of\s+\w+)
        (?=\s*[.,;!]|\s+(?:to\s+(?:prove|show|support|back|confirm|demonstrate|verify)|which|that\s+(?:can|could|will|would|prove|proves|show)
            |for\s+(?:this|that|it|all)|of\s+(?:this|it)|and\s+(?:can|could|are\s+able)|as\s+(?:proof|evidence))|$)
    |\byou\s+(?:can|may|could)\s+(?:also\s+)?(?:check|see|find|review|verify|refer\s+to)\s+(?:[\w']+\s+){{1,5}}?{_PAPERS}
    |\b(?:we|i|have|has|also|already)\s+(?:provided|attached|enclosed|included|sent|shown)\s+(?:to\s+)?you\s+(?:with\s+)?(?:[\w']+\s+){{0,3}}?(?:information|{_PAPERS})
    |(?:\b(?:we|i|have|has|also)\s+|^\W*)(?:attached|enclosed|included)\s+(?:[\w']+\s+){{0,2}}?{_PAPERS}
    |\b(?:uploaded|submitted|provided|sent)\s+(?:(?:the|our|all|my|also|full|complete)\s+){{0,2}}(?:proofs?|evidences?)\b
    |\b(?:see|check|view)\s+(?:the\s+|our\s+)?(?:\w+\s+)?{_PAPERS}\s+below\b
    |\b{_PAPERS}\s+as\s+(?:a\s+)?(?:proof|evidence)\b
    |\b(?:gave|given|showed)\s+(?:us|me)\s+(?:a|the)?\s*(?:proof|evidence|certificate)\b
    |\b(?:i\s+am|we\s+are)\s+(?:providing|submitting|attaching|enclosing|uploading)\s+(?:you\s+(?:with\s+)?)?
        (?:(?:the|an?|all|our|my|some|this|these|following|relevant)\s+){{0,3}}(?:\w+\s+)?{_PAPERS}
    |\b(?:evidence|proof)\s+(?:is|are)\s+(?:available|ready|complete|clear)\b
    |\bcan\s+be\s+(?:proved|proven|seen|verified)\s+(?:by|from|in|with)\s+(?:our|the|my|all)\s+(?:\w+\s+)?{_PAPERS}
    """,
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)

_SIGNS = (
    *("attach", "enclos", "appendi", "annex", "screen", "proof", "prove", "eviden", "document", "invoice", "receipt"),
    *("paper", "file", "record", "certificate", "photo", "picture", "image", "video", "contract", "author", "letter"),
    *("report", "material", "bill", "licen", "statement", "log", "qualification", "tracking", "chat", "information"),
)
"""How the words begin of which one stands in every such mention."""


def papers_without_an_exhibit(prose: Prose) -> Iterator[Hit]:
    """Yield every mention of proof in whose sentence no exhibit stands."""
    for sentence in prose.sentences:
        if not any(word.low.startswith(_SIGNS) for word in sentence.words) or _cited(prose, sentence):
            continue
        for match in _SPOKEN_OF.finditer(prose.plain, sentence.start, sentence.end):
            yield Hit(_start(match), match.end())


def exhibits_there_are_not(prose: Prose) -> Iterator[Hit]:
    """Yield every exhibit that the case does not hold; where it holds none, only those of another kind of mark."""
    known = prose.setting.exhibits
    for match in _NUMBERED.finditer(prose.plain):
        mark = match.group().split()[-1].upper()
        kind = match.group().split()[0].lower()
        if kind == "exhibit" and not (known and mark.isdigit()):
            continue  # a letter is looked for below
        if mark not in known and not (known and kind in ("annex", "appendix")):  # the program prints annexes of its own
            yield Hit(*match.span())
    if not known:
        return
    for match in _EXHIBIT.finditer(prose.plain):
        for letter in _LETTER.finditer(prose.plain, match.start(1), match.end(1)):
            if letter.group() not in known | {"I"}:
                yield Hit(match.start(), letter.end())


def _cited(prose: Prose, sentence: Sentence) -> bool:
    return bool(_EXHIBIT.search(prose.plain, sentence.start, sentence.end))


def _start(match: re.Match[str]) -> int:
    return match.start() + len(match.group()) - len(match.group().lstrip())


CHECKERS: dict[str, Checker] = {
    "papers-without-an-exhibit": papers_without_an_exhibit,
    "exhibits-there-are-not": exhibits_there_are_not,
}
