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
    |\b(?:i\s+am|we\s+are)\s+(?:providing|submitting|attaching|enclosing|uploading|sending|presenting|including)\s+(?:you\s+(?:with\s+)?)?
        (?:(?:the|an?|all|our|my|some|this|these|following|relevant)\s+){{0,3}}(?:\w+\s+)?{_PAPERS}
    |\b(?:evidence|proof)\s+(?:is|are)\s+(?:available|ready|complete|clear)\b
    |\bcan\s+be\s+(?:proved|proven|seen|verified)\s+(?:by|from|in|with)\s+(?:our|the|my|all)\s+(?:\w+\s+)?{_PAPERS}
    """,
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)

_DENIED = re.compile(r"\b(?:no|without|nor|neither|any|not)\b[^.,;:]{0,20}\Z", re.IGNORECASE)
_KINDS = (
    r"(?:proofs?|evidence|evidences|documents?|documentation|docs?|paperwork|invoices?|receipts?|papers|files?|records?"
    r"|screen\s?-?shots?|certificates?|certification|photos?|photographs?|pictures?|pics?|images?|videos?|footage|recordings?"
    r"|contracts?|agreements?|loas?|authori[sz]ations?|letters?|reports?|bills?|waybills?|licen[cs]es?|statements?|logs?"
    r"|histor(?:y|ies)|conversations?|correspondence|e-?mails?|test\s+results?|results|certs?|msds|sds|declarations?"
    r"|purchase\s+orders?|delivery\s+notes?|packing\s+lists?|slips|check-?lists?|sign-in\s+sheets?|minutes|copy|copies|scans|slip|pdfs?"
    r"|spreadsheets?|tracking\s+(?:numbers?|information|data)|certificate\s+of\s+\w+|appendix|appendices|annex(?:es)?)"
)
_FEW = r"(?:[\w'%&/-]+\s+){0,4}?"
"""Up to four words before the noun."""
_OWNED = (
    r"(?:the|our|my|all|these|those|this|some|both|every|original|full|complete|official|clear|solid|strong|enough|valid"
    r"|signed|stamped|written|a|an|real|genuine)"
)
_FOR_OTHERS = r"(?:who|which|that|if|when|whether|not|no|any|further|additional|more|other|missing|new|next|each|per)"
_MORE = re.compile(
    rf"""
    \b(?:we|i|i've|we've)\s+(?:all\s+|also\s+|still\s+|already\s+|do\s+|even\s+|both\s+)?(?:have|hold|keep|kept|possess|retain(?:ed)?|saved?|got)\s+
        (?:got\s+)?(?:{_OWNED}\s+)+(?:(?!{_FOR_OTHERS}\b|same\b|wrong\b|old\b|new\b|template\b)[\w'&/-]+\s+){{0,3}}?{_KINDS}\b(?!\s+(?:of\s+all\s+orders\s+in|a\s+day|per)\b)
    |\b(?:we|i)\s+(?:also\s+|still\s+)?(?:have|hold|keep|possess)\s+(?:[\w-]+\s+){{0,2}}?(?:proofs?|evidence|screen\s?-?shots?|videos?|photos?|footage|sign-in\s+sheets|recordings?|receipts|invoices|documents|documentation)\s+(?:of|from|for|to|that|which|in|as|showing|proving)\b
    |\b(?:we|i|our\s+\w+|the\s+(?:factory|supplier|brand|manufacturer|carrier))\s+(?:(?:can|could|are\s+able\s+to|am\s+able\s+to|would\s+be\s+able\s+to|are\s+happy\s+to|are\s+willing\s+to|are\s+ready\s+to)\s+)
        (?:also\s+|gladly\s+|easily\s+)?(?:provide|show|send|supply|present|furnish|offer|submit|share|upload|produce|forward)\s+
        (?:you\s+|amazon\s+|it\s+)?(?:with\s+)?(?:(?!{_FOR_OTHERS}\b)[\w'&/-]+\s+){{0,5}}?{_KINDS}\b
    |\b(?:we|i)\s+(?:hereby\s+|also\s+|now\s+|have\s+|herewith\s+|kindly\s+|already\s+)*(?:submit|provide|attach|enclose|present|append|include|upload|supply)\s+
        (?:you\s+)?(?:with\s+)?(?:(?!{_FOR_OTHERS}\b)[\w'&/-]+\s+){{0,4}}?{_KINDS}\b
    |\b(?:we|i)(?:'ve|\s+have)\s+(?:also\s+|already\s+|now\s+|hereby\s+)?(?:attached|enclosed|appended|included|uploaded|submitted|provided|annexed)\s+
        (?:you\s+)?(?:with\s+)?(?:(?!{_FOR_OTHERS}\b)[\w'&/-]+\s+){{0,4}}?{_KINDS}\b
    |\b(?:here|below|following|enclosed|attached|herewith|included)\s+(?:is|are|you\s+(?:will\s+|can\s+)?find)\s+(?:[\w'&/-]+\s+){{0,4}}?{_KINDS}\b
    |\bhere's\s+(?:[\w'&/-]+\s+){{0,3}}?{_KINDS}\b
    |\b(?:enclosed|attached)\s+(?:herewith|hereto|please|to\s+this|in\s+this|with\s+this|kindly|for\s+your)\b
    |\b(?:you\s+(?:will|can|may|could|shall)\s+(?:also\s+)?|please\s+|kindly\s+|pls\s+)(?:find|see|check|refer\s+to|look\s+at|view|open|consult|review|verify|note|download|have\s+a\s+look\s+at)\s+
        (?:(?:the|our|my|all|these|of|attached|enclosed|following|above|supporting|relevant|related|uploaded|complete|in|at)\s+){{0,4}}(?:[\w'&/-]+\s+){{0,3}}?(?:{_KINDS}|attachments?|enclosures?)\b
    |^\W*(?:\d\W+)?(?:kindly\s+|please\s+)?(?:see|refer\s+to|check|find)\s+(?:the\s+|our\s+|my\s+|all\s+)?(?:[\w'-]+\s+)?(?:{_KINDS}|attached|enclosed|attachments?|enclosures?)\b
    |\b(?:see|cf\.?|per|in)\s+(?:the\s+|our\s+)?(?:attached|enclosed|attachments?|enclosures?|annex(?:es)?|appendix|appendices|files?\s+below|(?:picture|photo|image|screenshot|file|document|table)s?\s+below)\b
    |\b(?<!no\s){_KINDS}\s+(?:(?:of|for|from|on|with|by)\s+[^.,;:!?]{{1,60}}?\s+)?(?:(?:is|are|were|was|has\s+been|have\s+been|can\s+be|could\s+be|may\s+be)\s+)
        (?:(?:all|also|now|already|hereby|both|here|readily)\s+)?(?:attached|enclosed|uploaded|annexed|appended|included\s+(?:with|in|here|below|as)|available|on\s+hand|on\s+file|in\s+(?:the|our)\s+(?:files?|attachments?|appendix|folder|zip)
            |at\s+(?:your|hand)|provided|submitted\s+(?:with|here|together|as|to\s+(?:you|amazon))|supplied|shown\s+(?:below|here)|sent\s+to\s+(?:you|amazon)|presented|listed\s+below|below|ready|kept\s+as)(?!\s+(?:by|from|to\s+the\s+(?:buyer|customer)|(?:in|to|with|on|inside)\s+(?:each|every))\b|-)
    |^\W*{_KINDS}\s+(?:(?:can|clearly|also|fully)\s+)*(?:prove|show|confirm|demonstrate|support|verify)s?\b
    |\b{_KINDS}\s+(?:(?:of|for|from)\s+[^.,;:!?]{{1,40}}?\s+)?(?:can|may|could)\s+(?:also\s+)?be\s+(?:seen|checked|verified|found|viewed|downloaded|opened|presented|shown|produced|furnished|sent)\b
    |\b{_KINDS}\s+(?:has|have)\s+(?:also\s+|already\s+|all\s+)?been\s+(?:submitted|uploaded|provided|attached|sent\s+to\s+you)\b
    |\b{_KINDS}\s+(?:is|are)\s+(?:all\s+)?in\s+order\b
    |\b(?:we|i)\s+(?:have\s+|also\s+)*(?:recorded|filmed|saved|kept|captured|made)\s+(?:[\w'-]+\s+){{0,3}}?(?:videos?|recordings?|screen\s?-?shots?|footage)\b
    |\b(?:can|could|able\s+to)\s+(?:easily\s+|fully\s+)?prove\s+(?:it|this|that|everything|all)\b
    |\b(?:the|our|my|this|see|in)\s+(?:attached|enclosed)\s+(?:[\w-]+\s+)?(?:{_KINDS}|zip|excel|sheets?|table|list|link|folder|chart|diagram|sop|procedure|plan|form|flow-?chart|manual)\b
    |\b(?:is|are)\s+(?:all\s+|also\s+|now\s+)?(?:attached|enclosed|annexed|appended)(?:\s+(?:herewith|hereto|below|here|(?:to|with|in|for)\s+(?:this|your)\s+[\w-]+))?(?=\s*[.,;!)]|$)
    |\bin\s+possession\s+of\s+(?:[\w'-]+\s+){{0,3}}?{_KINDS}\b|\b{_KINDS}\s+(?:speaks?|talks?)\s+for\b
    |\b(?:annexed|appended)\s+(?:hereto|hereby|herewith|is|are|to\s+this|please)\b
    |\b(?:link|url)\s+(?:to\s+see|to\s+view|below|for\s+the)\b
    |\b(?:supplier|factory|carrier|courier|manufacturer|brand|distributor|lab|laboratory|landlord|bank|forwarder|maker)\s+(?:issued|provided|gave|signed|wrote)\s+(?:us\s+)?an?\s+(?:[\w'-]+\s+){{0,2}}?(?:certificate|statement|letter|proof|report|declaration)\b
    |\b{_KINDS}\s+(?:available|attached|enclosed|uploaded)(?=\s*(?:[.,;!)]|upon|on\s+request|if|for|below|herewith|here|$))
    |\b(?:all\s+)?(?:supporting|relevant|necessary|related)\s+(?:documents?|documentation|papers|evidence|materials?|proof)\s+(?:is|are|has|have|can)\b
    |\b(?:there\s+(?:is|are)|there's)\s+(?:(?!no\b|not\b)[\w'-]+\s+){{0,3}}?(?:proofs?|evidence|footage|videos?|screen\s?-?shots?|photos?|recordings?|receipts?|documents?|invoices?|records?|e-?mails|messages)\b(?!\s+(?:sheet|field|number))
    |\b(?:our|my|all\s+our)\s+(?:[\w'-]+\s+){{0,2}}?{_KINDS}\s+(?:(?:can|could|will|clearly|also|fully)\s+)*(?:show|shows|prove|proves|confirm|confirms|demonstrate|demonstrates|indicate|indicates|verify|support|supports|testify)\b
    |\b(?:the|this|these|all)\s+(?:[\w'-]+\s+){{0,2}}?{_KINDS}\s+(?:(?:can|could|will|clearly|also|fully)\s+)*(?:proves?|testify|testifies|demonstrates?)\b
    |\b(?:according\s+to|based\s+on|as\s+per|judging\s+from)\s+(?:our|my|the)\s+(?:[\w'-]+\s+){{0,2}}?{_KINDS}\b(?=\s+(?:we|i)\s+(?:have|hold|keep|kept|got)\b|\s*,)
    |\bas\s+(?:is\s+|you\s+can\s+)?(?:shown|seen|see|proved|proven|evidenced|evident|indicated|stated|documented|confirmed)\s+(?:in|by|on|from)\s+(?:the|our|this|these|my|attached|enclosed)\s+(?:[\w'-]+\s+){{0,3}}?(?:{_KINDS}|table)\b
    |\bcan\s+(?:all\s+)?be\s+(?:proved|proven|seen|verified|confirmed|checked|found|documented)\s+(?:by|from|in|with|through|on)\s+(?:[\w'-]+\s+){{0,4}}?{_KINDS}\b
    |\b(?:supplier|factory|carrier|courier|manufacturer|brand|distributor|lab|landlord|bank|forwarder|maker)\s+(?:has|have)\s+(?:also\s+|already\s+)?(?:issued|provided|given|signed|written|sent|supplied|confirmed)\s+(?:us\s+)?(?:with\s+)?(?:an?|the|his|their|its|written|us)\s+(?:[\w'-]+\s+){{0,3}}?{_KINDS}\b
    |\b(?:video|written|photographic|documentary|strong|clear|solid|ample|sufficient|concrete)\s+(?:proof|evidence)\b
    """,
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)

_NAMES_A_PAPER = re.compile(
    rf"\b(?:{_KINDS}|link|table)|\bprove\s+(?:it|this|that|everything|all)\b|\bin\s+order\b|attach|enclos|annex|append",
    re.IGNORECASE,
)

_SIGNS = (
    *("attach", "enclos", "appendi", "annex", "screen", "proof", "prove", "eviden", "document", "invoice", "receipt"),
    *("paper", "file", "record", "certificate", "photo", "picture", "image", "video", "contract", "author", "letter"),
    *(
        "footage",
        "recording",
        "pic",
        "doc",
        "loa",
        "e-mail",
        "email",
        "agreement",
        "declaration",
        "conversation",
        "histor",
    ),
    *("waybill", "copy", "copies", "cert", "msds", "sds", "result", "minute", "check", "slip", "scan", "spreadsheet"),
    *("correspond", "purchase", "delivery", "packing", "sign", "testif", "herewith", "recording", "here"),
    *("report", "material", "bill", "licen", "statement", "log", "qualification", "tracking", "chat", "information"),
)
"""How the words begin of which one stands in every such mention."""


def papers_without_an_exhibit(prose: Prose) -> Iterator[Hit]:
    """Yield every mention of proof in whose sentence no exhibit stands."""
    for sentence in prose.sentences:
        if not any(word.low.startswith(_SIGNS) for word in sentence.words) or _cited(prose, sentence):
            continue
        has_kind = _NAMES_A_PAPER.search(prose.plain, sentence.start, sentence.end)
        found: list[tuple[int, int]] = []
        for pattern in (_SPOKEN_OF, _MORE) if has_kind else (_SPOKEN_OF,):
            for match in pattern.finditer(prose.plain, sentence.start, sentence.end):
                start, end = _start(match), match.end()
                denied = _DENIED.search(prose.plain[max(sentence.start, start - 30) : start])
                if not denied and not any(one < end and start < other for one, other in found):
                    found.append((start, end))
                    yield Hit(start, end)


def exhibits_there_are_not(prose: Prose) -> Iterator[Hit]:
    """Yield every exhibit that the case does not hold; where it holds none, only those of another kind of mark."""
    known = prose.setting.exhibits
    for match in _NUMBERED.finditer(prose.plain):
        mark = match.group().split()[-1].upper()
        kind = match.group().split()[0].lower()
        if kind == "exhibit" and not (known and mark.isdigit()):
            continue  # a letter is looked for below
        if mark not in known and kind not in ("annex", "appendix"):  # the program prints annexes of its own
            yield Hit(*match.span())
    if not known:
        return
    for match in _EXHIBIT.finditer(prose.plain):
        for letter in _LETTER.finditer(prose.plain, match.start(1), match.end(1)):
            if letter.group() not in known | {"I"}:
                yield Hit(match.start(), letter.end())


def _cited(prose: Prose, sentence: Sentence) -> bool:
    """Whether an exhibit stands in a sentence, or goes on behind its semicolon or colon."""
    end = sentence.end
    if sentence.text.rstrip().endswith((";", ":")):
        end = next((one.end for one in prose.sentences if one.start >= end), end)
    return bool(_EXHIBIT.search(prose.plain, sentence.start, end))


def _start(match: re.Match[str]) -> int:
    return match.start() + len(match.group()) - len(match.group().lstrip())


CHECKERS: dict[str, Checker] = {
    "papers-without-an-exhibit": papers_without_an_exhibit,
    "exhibits-there-are-not": exhibits_there_are_not,
}
