"""Addresses, telephone numbers and accounts of chat programs in a text; Amazon's own addresses are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import LEAST_DIGITS, Prose
from poa_app.english.word_lists import WordLists
from poa_app.phrases.lexicon import lexicon

_LISTS = WordLists(__file__)

_DOMAINS, _ALSO_WORDS, _SECOND, _OWN = (_LISTS.words(name) for name in ("domains", "also_words", "second", "own"))
_FILES, _THINGS, _TELEPHONE, _NOT_ACCOUNTS = (
    _LISTS.words(name) for name in ("files", "numbers_of_things", "telephone", "not_accounts")
)

_ADDRESS = re.compile(
    r"(?<![A-Za-z0-9@._%+-])(?:"
    r"(?P<scheme>[a-z][a-z0-9+]{1,9}:/{1,2})(?P<rest>[!-~]+)"
    r"|(?P<mail>[A-Z0-9._%+-]{1,64}(?:@|[ ]?[(\[](?:at|@)[)\]][ ]?)(?=[A-Z0-9])[A-Z0-9.-]{1,250}\.[A-Z]{2,20})"
    r"|(?P<host>(?:[A-Z0-9](?:[A-Z0-9-]{0,61}[A-Z0-9])?\.){1,8}(?P<end>[A-Z]{2,20}))(?![A-Z0-9-])"
    r"(?P<port>:\d{2,5}(?=/))?(?P<path>[/?#][!-~]*)?"
    r"|(?P<spelled>[A-Z0-9-]{2,40}[ ]?(?:[(\[](?:dot|\.)[)\]]|[ ]dot)[ ]?(?:com|cn|net|org)\b)"
    r"|(?P<handle>@[A-Z][A-Z0-9_.]{2,40})"
    r")",
    re.IGNORECASE,
)
_SIGNS = ("@", ":/", "(.", "[.", "dot")
_STOP = re.compile(r"\.[^\W\d_]")
"""One of these, or a stop before a letter, stands in every address."""
_LISTED = re.compile(r"[ -]*Company: .+; Contact: ")
_TRAILING = ".,:;!?'\")]}>*_"

_NUMBER = re.compile(
    r"(?<![A-Za-z0-9_.,/#$\u20ac\u00a3%-])(?:"
    r"(?P<abroad>\+[ ]?\d(?:[ ()./-]{0,2}\d){7,14}|00[ ]?\d{2}[ -](?:[ ()-]{0,2}\d){7,12})"
    r"|(?P<mobile>1[3-9]\d(?:[ -]?\d{4}){2})"
    r"|(?P<area>\(0?\d{2,4}\)[ -]?\d{3,4}[ -]?\d{4}|0\d{2,3}[ -]\d{7,8}|0\d{2,4}[ -]\d{3,4}[ -]\d{3,4}|0\d{4}[ ]\d{6})"
    r"|(?P<american>(?:1[ .-])?\d{3}([ .-])\d{3}\5\d{4}|(?:1[ .-])?\(\d{3}\)[ ]?\d{3}[ .-]\d{4}"
    r"|[48]00[ -]\d{3,4}[ -]\d{3,4})"
    r"|(?P<bare>\(?\d(?:[ ().-]{0,2}\d){6,13})"
    r")(?![A-Za-z0-9_%]|[.,/-]\d|-[A-Z])",
    re.IGNORECASE,
)

_CHAT = re.compile(
    r"(?<![A-Za-z0-9_@.-])(?P<program>we[ -]?chat|weixin|wei[ ]xin|whats[ ]?app|qq|telegram|skype|viber|facebook|fb|ig"
    r"|instagram|messenger|tik[ ]?tok|twitter|snapchat|kakao(?:[ ]?talk)?|zalo|ding[ ]?talk|discord|linkedin"
    r"|pinterest|\u5fae\u4fe1\u53f7?|(?-i:LINE|Line))"
    r"(?:(?![A-Z0-9])|(?<=qq)(?=\d))"
    r"(?P<said>(?:[ ](?:official|public|business|personal|private))?(?:[ ]?\(?(?:id|account|acct|no\.?|number"
    r"|user(?:name)?|name|handle|contact|group|page|channel))?"
    r"[ ]?(?:is|:|=|-|at|#)?[ ]?|[ ]?\()"
    r"(?P<account>\+?\d[\d -]{5,17}\d(?![\w])|(?:live:)?[@+]?[A-Z0-9][A-Z0-9_.-]{2,40})",
    re.IGNORECASE,
)


def _addresses(prose: Prose) -> Iterator[Hit]:
    """Yield each address of a page or a mailbox that is not Amazon's."""
    if not any(map(prose.low_plain.__contains__, _SIGNS)) and not _STOP.search(prose.plain):
        return
    for match in _ADDRESS.finditer(prose.plain):
        words = match.group().rstrip(_TRAILING)
        if _is_address(match, words):
            hit = Hit(match.start(), match.start() + len(words))
            if not _is_given(prose, hit):
                yield hit


def _is_address(match: re.Match[str], words: str) -> bool:
    if match["scheme"]:
        return len(words) > len(match["scheme"]) and not _is_own(re.split(r"[/?#:]", match["rest"])[0])
    if match["mail"]:
        return not _is_own(re.split(r"@|[)\]][ ]?", match["mail"])[-1])
    if match["host"]:
        return _is_domain(match["host"], match["end"], match["path"] or "") and not _is_own(match["host"])
    return True


def _is_domain(host: str, end: str, path: str) -> bool:
    """Whether words with stops between them are an address, not a file or two sentences without a space."""
    labels, low = host.lower().split("."), end.lower()
    if end not in (low, end.upper()) or (low in _FILES and not path.startswith("/")) or (labels[0].isdigit() and path):
        return labels[0] == "www"
    if labels[0] in ("www", "ftp", "m") and len(labels) > 1 and len(low) > 1:
        return labels[0] != "m" or low in _DOMAINS
    if low in _DOMAINS:
        return len(labels[-2]) > 1 or len(labels) > 2 or path.startswith("/")
    return low in _ALSO_WORDS and (len(path) > 1 and path.startswith("/"))


def _is_own(host: str) -> bool:
    """Whether an address is Amazon's."""
    labels = host.lower().rstrip(".").split(".")
    if ".".join(labels[-2:]) in _OWN:
        return True
    owner = labels[:-2] if len(labels) > 2 and labels[-2] in _SECOND else labels[:-1]
    return bool(owner) and owner[-1] in _OWN


def _is_given(prose: Prose, hit: Hit) -> bool:
    """Whether a stretch is part of what the case itself names, or stands in a printed list of suppliers."""
    if any(start <= hit.start and hit.end <= end for start, end in prose.named):
        return True
    line = prose.plain[prose.plain.rfind("\n", 0, hit.start) + 1 : hit.start]
    return bool(_LISTED.match(line))


def _telephones(prose: Prose) -> Iterator[Hit]:
    """Yield each telephone number."""
    if prose.digits < LEAST_DIGITS:
        return
    for match in _NUMBER.finditer(prose.plain):
        hit = Hit(*match.span())
        if _is_telephone(prose, match) and not _is_given(prose, hit):
            yield hit


def _is_telephone(prose: Prose, match: re.Match[str]) -> bool:
    """Whether a number is one to call; the nearest word before it that says what it is decides."""
    if match["abroad"]:
        return True
    said = _said_before(prose, match.start())
    if said is not None:
        return said
    if match["mobile"] or match["area"]:
        return True
    return bool(match["american"])


def _said_before(prose: Prose, place: int) -> bool | None:
    """Return whether a word before a number says it is to call, or of a thing; None where none says either."""
    head = re.split(r"(?<!\bNo)(?<!\bno)(?<!\bNr)[.!?;\n](?=\s|$)", prose.plain[max(0, place - 70) : place])[-1].lower()
    for word in reversed(re.findall(r"[a-z]+", head)[-7:]):
        if word in _TELEPHONE:
            return True
        if word in _THINGS:
            return False
    return None


def _accounts(prose: Prose) -> Iterator[Hit]:
    """Yield each account of a chat program or a social network, with the program's name."""
    for match in _CHAT.finditer(prose.plain):
        account = match["account"].rstrip(".-")
        if _is_account(match, account):
            hit = Hit(match.start(), match.start("account") + len(account))
            if not _is_given(prose, hit):
                yield hit


def _is_account(match: re.Match[str], account: str) -> bool:
    said, low = match["said"].strip(" ").lower(), account.lower()
    program = match["program"].lower()
    if program == "qq":
        return bool(re.fullmatch(r"\d{5,11}|\d{5,11}@qq\.com|[a-z]+\d+", low))
    if low in _NOT_ACCOUNTS or len(low) < 3:
        return False
    marked = bool(re.search(r"[_\d@]|[a-z]\.[a-z]", low)) or bool(re.search(r"[a-z][A-Z]", account))
    if program in ("line", "ig", "messenger"):
        return account.startswith("@") or (("id" in said.split() or said.endswith(":")) and marked)
    if marked and re.search(r"[a-z]", low):
        return True
    if not re.search(r"[a-z]", low):
        return len(re.findall(r"\d", low)) >= 6
    named = said.endswith((":", "=", "is")) or said.startswith(("id", "account", "user", "handle"))
    return named and not lexicon().is_common(low) and account == low


CHECKERS: dict[str, Checker] = {
    "addresses": _addresses,
    "telephone-numbers": _telephones,
    "chat-accounts": _accounts,
}
