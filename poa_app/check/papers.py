"""Whether each paper is what it is said to be, in a form that Amazon takes, and there once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from poa_app.check.context import CheckContext
from poa_app.english.lint import finding, lint
from poa_app.english.setting import Setting
from poa_app.knowledge.invoice_coverage import INVOICES, counted_kinds
from poa_app.knowledge.schema import Bilingual
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


def papers(context: CheckContext) -> Iterator[Finding]:
    """Find papers of the wrong kind, type or language, papers there twice, and papers that prove nothing of a deed."""
    yield from _twice(context)
    types = accepted(context)
    for exhibit in context.case.exhibits:
        yield from _types(context, exhibit, types)
        yield from _called(context, exhibit)
        yield from _untranslated(context, exhibit)
    yield from _wrong_proof(context)


def accepted(context: CheckContext) -> tuple[str, ...]:
    """Return the types of file that are taken: those the notice names, else those of the route."""
    for sentence in re.split(r"[!?\n\u3002]|\.(?=\s|$)", context.case.notice.text or ""):
        named = dict.fromkeys(_one_type(match[1]) for match in _NAMED_TYPES.finditer(sentence))
        if len(named) > 1 and not _REFUSING.search(sentence):
            return tuple(named)
    route = context.known.routes.get(context.case.route or "")
    return tuple(dict.fromkeys(map(_one_type, route.files.types))) if route and route.files else ()


def _one_type(suffix: str) -> str:
    return {"jpeg": "jpg", "pjpeg": "jpg", "jfif": "jpg", "tif": "tiff"}.get(suffix.lower(), suffix.lower())


def _types(context: CheckContext, exhibit: Exhibit, types: tuple[str, ...]) -> Iterator[Finding]:
    kind = context.known.evidence.get(exhibit.kind or "")
    refused = kind.refused.types if kind and kind.refused else ()
    for field in FILES:
        name = getattr(exhibit, field)
        if is_blank(name) or not types:
            continue
        stem, dot, suffix = file_key(name).rpartition(".")
        own = suffix if dot and stem else ""
        path, said_type = f"/exhibits/{exhibit.id}/{field}", f".{own}" if own else Bilingual(en="none", zh="无后缀")
        said: dict[str, Any] = {"letter": context.exhibit_labels[exhibit.id], "quote": name, "type": said_type}
        if own in refused:
            yield context.find("exhibits.editable", path, **said)
        elif _one_type(own) not in types:
            yield context.find("exhibits.file-type", path, types=", ".join(f".{one}" for one in types), **said)


def _called(context: CheckContext, exhibit: Exhibit) -> Iterator[Finding]:
    """Find an invoice that is called something else by its title or its file."""
    if exhibit.kind != INVOICES and exhibit.kind not in counted_kinds(context.case, context.known):
        return
    for field in ("title", "file"):
        text, path = getattr(exhibit, field) or "", f"/exhibits/{exhibit.id}/{field}"
        if len(text) > FIELD_LIMIT:
            continue
        genuine = _GENUINE.search(text)
        told = (*lint(text, _NAME), *lint(text[: genuine.start()] if genuine else text, _START))
        for match in {one.rule: one for one in reversed(told)}.values():
            yield finding(match, context.known, path, context.place(path))


_NAME = Setting(scopes=frozenset(("invoice-name",)))
_START = Setting(scopes=frozenset(("invoice-name-start",)))
"""Of what an invoice is called; rules of the second look only at the words before "invoice"."""
_GENUINE = re.compile(r"(?<![a-z])(?:tax |vat |commercial |sales |purchase )?invoices?(?![a-z])|发票", re.IGNORECASE)


def _untranslated(context: CheckContext, exhibit: Exhibit) -> Iterator[Finding]:
    own = is_blank(exhibit.translation) or file_key(exhibit.translation) == file_key(exhibit.file)
    if not own or exhibit.kind == "translation":
        return
    words = next(filter(None, (own_script(getattr(exhibit, field)) for field in _OWN_WORDS)), None)
    if words:
        path = f"/exhibits/{exhibit.id}/translation"
        yield context.find("exhibits.no-translation", path, letter=context.exhibit_labels[exhibit.id], quote=words)


def _twice(context: CheckContext) -> Iterator[Finding]:
    exhibits = context.case.exhibits
    counted = counted_kinds(context.case, context.known)
    same: dict[str, str] = {}
    for kind in sorted(counted):
        same |= repeats([one for one in exhibits if one.kind == kind], context.digests)
    for paper, first in same.items():
        yield context.find(
            "exhibits.twice",
            f"/exhibits/{paper}",
            letter=context.exhibit_labels[paper],
            first=context.exhibit_labels[first],
        )
    by_file: dict[str, Exhibit] = {}
    for exhibit in exhibits:
        key = file_key(exhibit.file)
        if not key:
            continue
        one = by_file.setdefault(context.digests.get(key, key), exhibit)
        if one is not exhibit and exhibit.id not in same:
            path, letter = f"/exhibits/{exhibit.id}/file", context.exhibit_labels[exhibit.id]
            yield context.find(
                "exhibits.same-file", path, quote=exhibit.file, letter=letter, first=context.exhibit_labels[one.id]
            )


def _wrong_proof(context: CheckContext) -> Iterator[Finding]:
    """Find deeds and controls that only a purchase paper proves, though they are about no purchase."""
    kinds = {one.id: context.known.evidence.get(one.kind or "") for one in context.case.exhibits}
    for name in ("corrective_actions", "preventive_measures"):
        for row in getattr(context.case, name):
            proofs = [kinds[one] for one in row.exhibits if one in kinds]
            if not proofs or any(kind is None or kind.proves != "purchase" for kind in proofs):
                continue
            slots = (getattr(row, field, None) or "" for field in ("what", "how", "record"))
            said = " ".join(slots).strip() or row.passage or ""
            if said.strip() and not _PURCHASE.search(said):
                letters = ", ".join(context.exhibit_labels[one] for one in row.exhibits if one in kinds)
                yield context.find("exhibits.wrong-proof", f"/{name}/{row.id}/exhibits", letter=letters)
