"""Holds what is read of labelled notices against their labels: how many of each measure are right."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from poa_app.knowledge import Knowledge
from poa_app.notice.read import read_notice
from poa_app.notice.reading import Figure, NoticeReading

Label = dict[str, Any]
ANSWERS = ("rejected", "more-information", "final")


@dataclass
class Measures:
    """How often each measure was taken, how often it was right, and where it was not."""

    taken: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: dict[str, list[str]] = field(default_factory=dict)

    def share(self, name: str) -> float:
        """Return how many were right of those taken; all, where none was."""
        return self.right[name] / self.taken[name] if self.taken[name] else 1.0

    def table(self) -> str:
        """Return a line for each measure."""
        return "\n".join(
            f"{name:12} {self.right[name]:4} of {self.taken[name]:4} = {self.share(name):6.1%}" for name in self.taken
        )


def measured(folder: Path, known: Knowledge, below: int = 10_000) -> Measures:
    """Return the measures of the labelled notices of a folder whose number is below one; none without a folder."""
    found = Measures()
    for file in sorted(folder.glob("*.toml")):
        number = file.stem.partition("-")[0]
        if number.isdigit() and int(number) >= below:
            continue
        label = tomllib.loads(file.read_text(encoding="utf-8"))
        for name, right in _compared(read_notice(label["text"], known), label):
            found.taken[name] += 1
            found.right[name] += right
            if not right:
                found.wrong.setdefault(name, []).append(file.stem)
    return found


def _compared(read: NoticeReading, label: Label) -> Iterator[tuple[str, bool]]:
    yield from _kind(read, label)
    yield "stage", read.stage == label["stage"]
    if label["level"]:
        yield "level", read.level is not None and read.level.value == label["level"]
    yield "site", (read.marketplace.value if read.marketplace else "") == label["marketplace"]
    yield "asins", [one.value for one in read.asins] == label["asins"]
    yield "orders", [one.value for one in read.order_ids] == label["order_ids"]
    yield "other ids", {one.value[1] for one in read.other_ids} == {one["value"] for one in label["other_ids"]}
    yield "received", (read.received.value.isoformat() if read.received else "") == label["received"]
    yield from _time(read, label)
    if label["figures"]:
        yield "figures", _same_figures([one.value for one in read.figures], label["figures"])
    yield "requested", _contract(one.value for one in read.requested) == set(label["requested"]) - {"other"}
    wanted, asked = set(map(_plain, label["questions"])), {_plain(one.value) for one in read.questions}
    yield "questions", wanted <= asked and len(asked - wanted) <= 1
    yield "also", set(read.also) == set(label["also"])
    if label["stage"] in ANSWERS and "refused" in label:
        yield "wanting", {one.value for one in read.wanting} == set(label["refused"]) - {"other"}


def _kind(read: NoticeReading, label: Label) -> Iterator[tuple[str, bool]]:
    """Compare the enforcement: one that cannot be told for sure may be any of those it could be."""
    want, ranked = label["enforcement"], [one.enforcement for one in read.candidates] or [""]
    fitting = {want} if label["sure"] else {want, *label["could_be"]}
    yield "top-1", ranked[0] in fitting
    yield "top-2", bool(fitting & set(ranked[:2]))
    if want and label["sure"]:
        yield "sure", read.enforcement == want
    if len(fitting) > 1:
        yield "asks", read.enforcement is None
    yield "never wrong", read.enforcement is None or read.enforcement in fitting
    if label["mail"]:
        yield "mail", read.mail == label["mail"]


def _time(read: NoticeReading, label: Label) -> Iterator[tuple[str, bool]]:
    told, allowed = label["deadline"], read.deadline.value if read.deadline else None
    if not label["enforcement"] and not told:
        return
    if not told.get("text"):
        yield "deadline", allowed is None
        return
    words, due = _plain(told["text"]), told.get("due", "")
    said = _plain(allowed.words) if allowed else ""
    reckoned = allowed.due.isoformat() if allowed and allowed.due else ""
    yield "deadline", bool(said) and (words in said or said in words or (bool(due) and due == reckoned))


def _same_figures(found: list[Figure], wanted: list[Label]) -> bool:
    """Whether each figure that is wanted was found with all it says, and no other one with a value."""
    left = list(found)
    for one in wanted:
        match = next((figure for figure in left if _says(figure, one)), None)
        if match is None:
            return False
        left.remove(match)
    return all(figure.value is None and figure.numerator is None for figure in left)


def _says(figure: Figure, wanted: Label) -> bool:
    for name, value in wanted.items():
        told = getattr(figure, name)
        said = told.isoformat() if name in ("start", "end") and told else told
        if (said if isinstance(value, str) else said is not None and Decimal(str(said))) != (
            value if isinstance(value, str) else Decimal(str(value))
        ):
            return False
    return True


CONTRACT = frozenset((
    "plan-of-action", "invoices", "authorization-letter", "supplier-contact", "test-report", "compliance-certificate",
    "identity-document", "business-license", "utility-bill", "bank-statement", "proof-of-delivery", "tracking",
    "product-images", "packaging-images", "order-list", "retraction", "translation",
))  # fmt: skip
"""Papers of which the labels speak; the data know further kinds."""


def _contract(slugs: Iterator[str]) -> set[str]:
    return CONTRACT.intersection(slugs)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
