"""The labels of the messages the recogniser is developed on agree with their texts.

One file is one message as somebody pastes it, with what a careful specialist reads out of it. The files are found in
`cases/`, in words far from Amazon's own in `oblique/`, by varied hands in `varied/` and `second/`, with what stands
around them where they were copied in `pasted/`, once kept apart in `apart/`, and in `apart_second/` such as are only
measured with; a label that quotes the message must be found in it, once quote signs and white space are set aside.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from poa_app.knowledge.load import knowledge
from tests.each import for_each

FILES = sorted(
    file
    for name in ("cases", "oblique", "varied", "second", "pasted", "apart", "apart_second")
    for file in Path(__file__).with_name(name).glob("*.toml")
)
KEYS = {
    "text", "enforcement", "sure", "could_be", "also", "mail", "stage", "level", "marketplace", "asins", "order_ids",
    "other_ids", "received", "figures", "deadline", "requested", "questions", "refused",
}  # fmt: skip
MAILS = {
    "payment", "removal-order", "marketing", "buyer-message", "refund", "listing-tips", "news", "case-log",
    "reinstated", "other",
}  # fmt: skip
STAGES = {"first", "rejected", "more-information", "reinstated", "final", "none"}
ANSWERS = {"rejected", "more-information", "final"}
KINDS = {"complaint", "case", "shipment", "sku", "other"}
REQUESTED = {
    "plan-of-action", "invoices", "authorization-letter", "supplier-contact", "test-report", "compliance-certificate",
    "identity-document", "business-license", "utility-bill", "bank-statement", "proof-of-delivery", "tracking",
    "product-images", "packaging-images", "order-list", "retraction", "translation", "other",
}  # fmt: skip
REFUSED = {
    "root-causes", "corrective-actions", "preventive-measures", "not-implemented", "documents-invalid",
    "documents-missing", "identity", "other",
}  # fmt: skip
FIGURE_KEYS = {"metric", "value", "numerator", "denominator", "target", "days", "start", "end"}
ASIN = re.compile(r"B0[0-9A-Z]{8}")
ORDER_ID = re.compile(r"\d{3}-\d{7}-\d{7}")


def labels(file: Path) -> dict[str, Any]:
    """Return what stands in one labelled file."""
    return tomllib.loads(file.read_text(encoding="utf-8"))


def squeezed(text: str) -> str:
    """Return the text without quote signs at the start of lines and without white space, in plain digits."""
    plain = unicodedata.normalize("NFKC", text)
    return re.sub(r"\s", "", re.sub(r"(?m)^[>+| ]{1,20}", "", plain))


def slugs() -> set[str]:
    """Return the enforcements a label may name, "" for none."""
    return {*knowledge().enforcements, "other", ""}


CASES = {file.stem: labels(file) for file in FILES}
"""The labelled messages by the name of their file."""


@for_each("case", CASES.values(), ids=CASES)
def test_has_every_key(case: dict[str, Any]) -> None:
    assert set(case) == KEYS
    assert case["text"].strip()


@for_each("case", CASES.values(), ids=CASES)
def test_uses_known_words(case: dict[str, Any]) -> None:
    assert {case["enforcement"], *case["could_be"], *case["also"]} <= slugs()
    assert case["mail"] in {*MAILS, ""}
    assert case["stage"] in STAGES
    assert case["level"] in {"account", "listing", "offer", ""}
    assert case["marketplace"] in {*knowledge().marketplaces, ""}
    assert {one["kind"] for one in case["other_ids"]} <= KINDS
    assert set(case["requested"]) <= REQUESTED
    assert set(case["refused"]) <= REFUSED
    for figure in case["figures"]:
        assert {"metric"} < set(figure) <= FIGURE_KEYS


@for_each("case", CASES.values(), ids=CASES)
def test_is_a_mail_a_known_enforcement_or_a_stated_doubt(case: dict[str, Any]) -> None:
    assert bool(case["mail"]) == (not case["enforcement"] and case["sure"])
    named, could_be = case["enforcement"], case["could_be"]
    assert not (case["sure"] and could_be)
    if not case["sure"]:
        # An answer that never names the violation may still tell of what kind it can be.
        assert named in could_be if named else (not could_be or case["stage"] in ANSWERS)
    if case["mail"]:
        assert case["stage"] == ("reinstated" if case["mail"] == "reinstated" else "none")
    assert bool(case["refused"]) <= (case["stage"] in {"rejected", "more-information"})


@for_each("case", CASES.values(), ids=CASES)
def test_quotes_what_stands_in_the_text(case: dict[str, Any]) -> None:
    text = squeezed(case["text"])
    quoted = [*case["asins"], *case["order_ids"], *(one["value"] for one in case["other_ids"]), *case["questions"]]
    if case["deadline"]:
        quoted.append(case["deadline"]["text"])
    assert [words for words in quoted if squeezed(words) not in text] == []
    assert all(len(set(ids)) == len(ids) for ids in (case["asins"], case["order_ids"]))
    assert all(ASIN.fullmatch(one) for one in case["asins"])
    assert all(ORDER_ID.fullmatch(one) for one in case["order_ids"])


def test_the_set_covers_every_enforcement_twice_and_twenty_mails_that_are_none() -> None:
    read = CASES.values()
    seen = Counter(slug for case in read for slug in {case["enforcement"], *case["also"]})
    assert {slug for slug in knowledge().enforcements if seen[slug] < 2} == set()
    assert sum(bool(case["mail"]) for case in read) >= 20


@for_each("case", CASES.values(), ids=CASES)
def test_keeps_days_that_exist(case: dict[str, Any]) -> None:
    days = [case["received"], case["deadline"].get("due", "")]
    days += [figure[key] for figure in case["figures"] for key in ("start", "end") if key in figure]
    for day in days:
        assert not day or date.fromisoformat(day)
    assert not case["deadline"] or set(case["deadline"]) == {"text", "due"}
