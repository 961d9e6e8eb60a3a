"""Whether each paper is what it is said to be, in a form that Amazon takes, and there once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from poa_app.check.exam import Exam
from poa_app.check.language import judged
from poa_app.check.text_rules import matches, occurring
from poa_app.knowledge.coverage import INVOICES, counted_kinds
from poa_app.knowledge.schema import Both
from poa_app.model.exhibits import FILES
from poa_app.model.facts import Exhibit
from poa_app.model.finding import Finding
from poa_app.model.scripts import own_script
from poa_app.model.supply import file_key, repeats
from poa_app.model.text import FIELD_LIMIT, is_blank

_OWN_WORDS = ("title", "issuer", "addressee", "number")
"""Fields copied from a paper, whose script is that of the paper."""

_PURCHASE = re.compile(
    r"invoic|purchas|suppl|bought|buy|sourc|order|pa(?:id|y)|vendor|distributor|manufacturer|receipt", re.IGNORECASE
)
"""Words of a deed that a purchase paper may well prove."""

_NAMED_TYPES = re.compile(
    r"(?<!\w)\.?(pdf|jpe?g|pjpeg|png|gif|tiff?|bmp|webp|heic|docx?|xlsx?|txt|csv|zip|mp4|mov)\b", re.IGNORECASE
)
_REFUSING = re.compile(
    r"\b(?:not|no|cannot|can't|don't|never|refus\w*|except|other than|unsupported)\b|[\u4e0d\u52ff\u62d2]",
    re.IGNORECASE,
)


def papers(exam: Exam) -> Iterator[Finding]:
    """Find papers of the wrong kind, type or language, papers there twice, and papers that prove nothing of a deed."""
    yield from _twice(exam)
    types = accepted(exam)
    for exhibit in exam.case.exhibits:
        yield from _types(exam, exhibit, types)
        yield from _called(exam, exhibit)
        yield from _untranslated(exam, exhibit)
    yield from _wrong_proof(exam)


def accepted(exam: Exam) -> tuple[str, ...]:
    """Return the types of file that are taken: those the notice names, else those of the route."""
    for sentence in re.split(r"[!?\n\u3002]|\.(?=\s|$)", exam.case.notice.text or ""):
        named = dict.fromkeys(_one_type(match[1]) for match in _NAMED_TYPES.finditer(sentence))
        if len(named) > 1 and not _REFUSING.search(sentence):
            return tuple(named)
    route = exam.known.routes.get(exam.case.route or "")
    return tuple(dict.fromkeys(map(_one_type, route.files.types))) if route and route.files else ()


def _one_type(suffix: str) -> str:
    return {"jpeg": "jpg", "pjpeg": "jpg", "jfif": "jpg", "tif": "tiff"}.get(suffix.lower(), suffix.lower())


def _types(exam: Exam, exhibit: Exhibit, types: tuple[str, ...]) -> Iterator[Finding]:
    kind = exam.known.evidence.get(exhibit.kind or "")
    refused = kind.refused.types if kind and kind.refused else ()
    for field in FILES:
        name = getattr(exhibit, field)
        if is_blank(name) or not types:
            continue
        stem, dot, suffix = file_key(name).rpartition(".")
        own = suffix if dot and stem else ""
        path, said_type = f"/exhibits/{exhibit.id}/{field}", f".{own}" if own else Both(en="none", zh="无后缀")
        said: dict[str, Any] = {"letter": exam.letters[exhibit.id], "quote": name, "type": said_type}
        if own in refused:
            yield exam.find("exhibits.editable", path, **said)
        elif _one_type(own) not in types:
            yield exam.find("exhibits.file-type", path, types=", ".join(f".{one}" for one in types), **said)


def _called(exam: Exam, exhibit: Exhibit) -> Iterator[Finding]:
    """Find an invoice that is called something else by its title or its file."""
    if exhibit.kind != INVOICES and exhibit.kind not in counted_kinds(exam.case, exam.known):
        return
    rules = {name: rule for name, rule in exam.known.rules.items() if _SCOPES & set(rule.scope)}
    named = list(rules)
    patterns = tuple(rule.pattern for rule in rules.values())
    for field in ("title", "file"):
        text, path = getattr(exhibit, field) or "", f"/exhibits/{exhibit.id}/{field}"
        genuine = _GENUINE.search(text)
        before = text[: genuine.start()] if genuine else text
        for name in [named[at] for at in occurring(patterns, text)] if len(text) <= FIELD_LIMIT else ():
            read = text if "invoice-name" in rules[name].scope else before
            for match in matches(name, rules[name], read):
                yield judged(exam, rules[name], match, path)
                break


_SCOPES = {"invoice-name", "invoice-name-start"}
"""Of rules over what an invoice is called; the second kind look only at the words before "invoice"."""
_GENUINE = re.compile(r"(?<![a-z])(?:tax |vat |commercial |sales |purchase )?invoices?(?![a-z])|发票", re.IGNORECASE)


def _untranslated(exam: Exam, exhibit: Exhibit) -> Iterator[Finding]:
    own = is_blank(exhibit.translation) or file_key(exhibit.translation) == file_key(exhibit.file)
    if not own or exhibit.kind == "translation":
        return
    words = next(filter(None, (own_script(getattr(exhibit, field)) for field in _OWN_WORDS)), None)
    if words:
        path = f"/exhibits/{exhibit.id}/translation"
        yield exam.find("exhibits.no-translation", path, letter=exam.letters[exhibit.id], quote=words)


def _twice(exam: Exam) -> Iterator[Finding]:
    exhibits = exam.case.exhibits
    counted = counted_kinds(exam.case, exam.known)
    same: dict[str, str] = {}
    for kind in sorted(counted):
        same |= repeats([one for one in exhibits if one.kind == kind], exam.digests)
    for paper, first in same.items():
        yield exam.find("exhibits.twice", f"/exhibits/{paper}", letter=exam.letters[paper], first=exam.letters[first])
    by_file: dict[str, Exhibit] = {}
    for exhibit in exhibits:
        key = file_key(exhibit.file)
        if not key:
            continue
        one = by_file.setdefault(exam.digests.get(key, key), exhibit)
        if one is not exhibit and exhibit.id not in same:
            path, letter = f"/exhibits/{exhibit.id}/file", exam.letters[exhibit.id]
            yield exam.find("exhibits.same-file", path, quote=exhibit.file, letter=letter, first=exam.letters[one.id])


def _wrong_proof(exam: Exam) -> Iterator[Finding]:
    """Find deeds and controls that only a purchase paper proves, though they are about no purchase."""
    kinds = {one.id: exam.known.evidence.get(one.kind or "") for one in exam.case.exhibits}
    for name in ("corrective_actions", "preventive_measures"):
        for row in getattr(exam.case, name):
            proofs = [kinds[one] for one in row.exhibits if one in kinds]
            if not proofs or any(kind is None or kind.proves != "purchase" for kind in proofs):
                continue
            slots = (getattr(row, field, None) or "" for field in ("what", "how", "record"))
            said = " ".join(slots).strip() or row.passage or ""
            if said.strip() and not _PURCHASE.search(said):
                letters = ", ".join(exam.letters[one] for one in row.exhibits if one in kinds)
                yield exam.find("exhibits.wrong-proof", f"/{name}/{row.id}/exhibits", letter=letters)
