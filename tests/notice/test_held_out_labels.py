"""The held-out notices are labelled in full, and what a label quotes stands in its text."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import tomli
from pydantic import BaseModel, ConfigDict

from poa_app.knowledge.load import knowledge
from tests.each import for_each

FILES = sorted((Path(__file__).parent / "held_out").glob("*.toml"))

ASIN = re.compile(r"B[0-9A-Z]{9}|\d{9}[\dX]")
ORDER = re.compile(r"\d{3}-\d{7}-\d{7}")
QUOTE_MARKS = re.compile(r"^[>+| ]+", re.MULTILINE)

Mail = Literal[
    "",
    "payment",
    "removal-order",
    "marketing",
    "buyer-message",
    "refund",
    "listing-tips",
    "news",
    "case-log",
    "reinstated",
    "other",
]
Document = Literal[
    "plan-of-action",
    "invoices",
    "authorization-letter",
    "supplier-contact",
    "test-report",
    "compliance-certificate",
    "identity-document",
    "business-license",
    "utility-bill",
    "bank-statement",
    "proof-of-delivery",
    "tracking",
    "product-images",
    "packaging-images",
    "order-list",
    "retraction",
    "translation",
    "other",
]
Wanting = Literal[
    "root-causes",
    "corrective-actions",
    "preventive-measures",
    "not-implemented",
    "documents-invalid",
    "documents-missing",
    "identity",
    "other",
]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class OtherId(_Strict):
    """An id that is neither an ASIN nor an order's."""

    kind: Literal["complaint", "case", "shipment", "sku", "other"]
    value: str


class Figure(_Strict):
    """A rate in per cent with what the text says of it."""

    metric: str
    value: float | None = None
    numerator: int | None = None
    denominator: int | None = None
    target: float | None = None
    days: int | None = None
    start: str = ""
    end: str = ""


class Deadline(_Strict):
    """The time given for an answer, in the words of the text and as a day where it can be reckoned."""

    text: str = ""
    due: str = ""


class Labelled(_Strict):
    """One message and what is to be read out of it; every key must be given."""

    text: str
    enforcement: str
    sure: bool
    could_be: list[str]
    also: list[str]
    mail: Mail
    stage: Literal["first", "rejected", "more-information", "reinstated", "final", "none"]
    level: Literal["account", "listing", "offer", ""]
    marketplace: str
    asins: list[str]
    order_ids: list[str]
    other_ids: list[OtherId]
    received: str
    figures: list[Figure]
    deadline: Deadline
    requested: list[Document]
    questions: list[str]
    refused: list[Wanting]


@cache
def _read(path: Path) -> Labelled:
    return Labelled.model_validate(tomli.loads(path.read_text(encoding="utf-8")))


each_notice = for_each("path", FILES, ids=lambda path: path.stem)


def _squeezed(text: str) -> str:
    """Return `text` without white space and marks of quotation, its wide characters narrow."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", QUOTE_MARKS.sub("", text)))


def _missing(quoted: list[str], text: str) -> list[str]:
    squeezed = _squeezed(text)
    return [words for words in quoted if not words.strip() or _squeezed(words) not in squeezed]


def _forms(rate: float) -> set[str]:
    """Return the ways in which a text may write a rate of `rate` per cent."""
    return {f"{rate:g}", f"{rate:g}".replace(".", ","), f"{rate / 100:.3f}", f"{round(rate / 100, 4):g}"}


def test_there_are_sixty_of_them() -> None:
    assert len(FILES) == 60
    assert len({_squeezed(_read(path).text) for path in FILES}) == 60


def test_every_enforcement_stands_in_the_set() -> None:
    labels = [_read(path) for path in FILES]
    assert {label.enforcement for label in labels} - {""} == set(knowledge().enforcements)


def test_the_set_holds_the_mails_and_answers_it_says_it_holds() -> None:
    labels = [_read(path) for path in FILES]
    second = ("rejected", "more-information", "final", "reinstated")
    assert sum(label.mail != "" for label in labels) >= 10
    assert sum(label.stage in second for label in labels) >= 10
    assert sum(bool(re.search(r"(您.*){3}", label.text, re.DOTALL)) for label in labels) == 6


@each_notice
def test_ids_deadline_and_questions_stand_in_the_text(path: Path) -> None:
    labelled = _read(path)
    ids = [*labelled.asins, *labelled.order_ids, *(other.value for other in labelled.other_ids)]
    quoted = [*ids, *labelled.questions, *filter(None, [labelled.deadline.text])]
    assert _missing(quoted, labelled.text) == []
    assert len(set(ids)) == len(ids)


@each_notice
def test_ids_have_their_shape_and_their_order(path: Path) -> None:
    labelled = _read(path)
    squeezed = _squeezed(labelled.text)
    assert all(ASIN.fullmatch(asin) for asin in labelled.asins)
    assert all(ORDER.fullmatch(order) for order in labelled.order_ids)
    for ids in (labelled.asins, labelled.order_ids):
        assert ids == sorted(ids, key=squeezed.index)


@each_notice
def test_no_order_id_of_the_text_is_left_out(path: Path) -> None:
    labelled = _read(path)
    narrow = unicodedata.normalize("NFKC", labelled.text)
    assert set(ORDER.findall(narrow)) == set(labelled.order_ids)
    assert set(re.findall(r"(?<![0-9A-Z])B0[0-9A-Z]{8}(?![0-9A-Z*])", narrow)) - {"B0XXXXXXXX"} == set(labelled.asins)


@each_notice
def test_figures_stand_in_the_text(path: Path) -> None:
    labelled = _read(path)
    squeezed = _squeezed(labelled.text)
    for figure in labelled.figures:
        assert figure.metric in knowledge().metrics
        numbers = [figure.numerator, figure.denominator, figure.days]
        assert _missing([str(number) for number in numbers if number is not None], labelled.text) == []
        for rate in (figure.value, figure.target):
            assert rate is None or any(form in squeezed for form in _forms(rate))
        if figure.value is not None and figure.numerator is not None and figure.denominator:
            assert abs(100 * figure.numerator / figure.denominator - figure.value) < 0.06


@each_notice
def test_days_are_days_in_order(path: Path) -> None:
    labelled = _read(path)
    days = [labelled.received, labelled.deadline.due]
    days += [day for figure in labelled.figures for day in (figure.start, figure.end)]
    read = [date.fromisoformat(day) for day in days if day]
    squeezed = _squeezed(labelled.text)
    assert all(str(day.year) in squeezed for day in read if day.isoformat() != labelled.deadline.due)
    assert not (labelled.received and labelled.deadline.due) or labelled.received < labelled.deadline.due
    assert all(figure.start <= figure.end for figure in labelled.figures)


@each_notice
def test_names_are_names_the_program_knows(path: Path) -> None:
    labelled = _read(path)
    known = {*knowledge().enforcements, ""}
    assert {labelled.enforcement, *labelled.could_be, *labelled.also} <= known
    assert labelled.marketplace in {"", *knowledge().marketplaces}
    assert labelled.enforcement not in labelled.also


@each_notice
def test_kind_stage_and_certainty_agree(path: Path) -> None:
    labelled = _read(path)
    if labelled.mail:
        assert labelled.enforcement == ""
        assert labelled.stage == ("reinstated" if labelled.mail == "reinstated" else "none")
        assert labelled.requested == labelled.questions == []
    else:
        assert labelled.enforcement or not labelled.sure
        assert labelled.stage in {"first", "rejected", "more-information", "final"}
    assert not (labelled.sure and labelled.could_be)
    assert not labelled.refused or labelled.stage in {"rejected", "more-information"}
