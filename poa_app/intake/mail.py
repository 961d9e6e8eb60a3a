"""The words of a mail: its subject and body, and those of the mails attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message

from poa_app.intake.charsets import decode
from poa_app.intake.page import words_shown

MOST_MAILS = 20
"""Mails within mails that are read; a forwarded notice holds one or two."""

HEADER_LIMIT = 4_000
"""Characters read of a subject; of a longer one the beginning, since none is that long."""

_HINT = 40
"""Words of a plain part that may only say that there is more to see in the other one."""

_SAYS_HTML = re.compile(
    r"\bHTML\b|\bview\s(?:this|the)\s(?:e-?mail|message)\b|\b(?:your|a)\sbrowser\b|浏览器|网页版", re.IGNORECASE
)
"""Words of a plain part that only send to the page."""


def mail_words(content: bytes) -> str:
    """Return the words of a mail.

    Args:
        content: the mail as a program has saved it.

    Raises:
        UnknownCharset: it is written in characters that cannot be told for sure.
    """
    mails = [words for words in map(_words, _mails(message_from_bytes(content))) if words]
    return "\n\n".join(mails)


def _mails(mail: Message) -> Iterator[Message]:
    """Yield a mail and those attached to it, each once."""
    waiting, found = [mail], 0
    while waiting and found < MOST_MAILS:
        one = waiting.pop(0)
        found += 1
        yield one
        within = (part.get_payload(0) for part in _parts(one) if _is_mail(part))
        waiting += [one for one in within if isinstance(one, Message)]


def _is_mail(part: Message) -> bool:
    return part.get_content_type() == "message/rfc822" and part.is_multipart()


def _parts(mail: Message) -> Iterator[Message]:
    """Yield the parts of one mail, without those of the mails within it."""
    waiting = [mail]
    while waiting:
        part = waiting.pop(0)
        yield part
        if part.is_multipart() and (part is mail or not _is_mail(part)) and part.get_content_maintype() == "multipart":
            waiting[:0] = [one for one in part.get_payload() if isinstance(one, Message)]


def _words(mail: Message) -> str:
    subject, body = _subject(mail), _body(mail)
    head = f"Subject: {subject}" if subject else ""
    return "\n\n".join(filter(None, (head, body)))


def _subject(mail: Message) -> str:
    given = mail.get("subject")
    raw = str(given if given is not None else "")[:HEADER_LIMIT]
    if raw.startswith("=?unknown-8bit?"):
        raw = str(given)
    held: list[tuple[bytes, str | None]] = []
    try:
        pieces = decode_header(given if not isinstance(given, str) else raw) if given is not None else []
    except (HeaderParseError, ValueError):
        pieces = [(raw, None)]
    for piece, charset in pieces:
        content = piece if isinstance(piece, bytes) else piece.encode("ascii", "surrogateescape")
        if held and held[-1][1] == charset:
            held[-1] = (held[-1][0] + content, charset)  # a character may be cut between two of them
        else:
            held.append((content, charset))
    named = [(content, None if charset == "unknown-8bit" else charset) for content, charset in held]
    return re.sub(r"\s+", " ", "".join(decode(content, charset) for content, charset in named)).strip()


def _body(mail: Message) -> str:
    """Return the plain words, or those of the page where the plain ones are blank or a mere hint at it."""
    texts = [part for part in _parts(mail) if _is_text(part)]
    plain = "\n\n".join(filter(str.strip, (_content(part) for part in texts if part.get_content_subtype() != "html")))
    pages = [part for part in texts if part.get_content_subtype() == "html"]
    if not pages or len(plain.split()) > _HINT:
        return plain.strip()
    shown = "\n\n".join(filter(None, (words_shown(_content(part)) for part in pages)))
    is_hint = bool(_SAYS_HTML.search(plain)) and bool(shown)
    return shown if is_hint or len(shown.split()) > len(plain.split()) else plain.strip()


def _is_text(part: Message) -> bool:
    return (
        part.get_content_maintype() == "text"
        and part.get_content_subtype() in ("plain", "html")
        and part.get_content_disposition() != "attachment"
    )


def _content(part: Message) -> str:
    held = part.get_payload(decode=True)
    return decode(held, part.get_content_charset()) if isinstance(held, bytes) else ""
