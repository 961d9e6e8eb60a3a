"""The held-out English is labelled in full, and each label quotes its text exactly."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Literal, get_args

import pytest
import tomli
from pydantic import BaseModel, ConfigDict, Field

FILES = sorted((Path(__file__).parent / "held_out").glob("*.toml"))

Family = Literal[
    "contraction",
    "emotion",
    "begging",
    "blame",
    "threat",
    "vague",
    "promise",
    "date",
    "owner",
    "evidence",
    "characters",
    "link",
    "template",
    "spelling",
    "grammar",
    "length",
    "repetition",
    "prohibited",
    "privacy",
    "admission",
]

LEAST = {"contraction": 60, "promise": 40, "vague": 40, "grammar": 80, "characters": 30, "link": 30}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Fault(_Strict):
    """One fault: the `nth` place where the words of `quote` stand, and the words to put there if they are certain."""

    family: Family
    quote: str = Field(min_length=1)
    nth: int = Field(ge=1)
    fix: str
    severity: Literal["blocks", "fix", "consider"]


class Labelled(_Strict):
    """One text and every fault in it."""

    section: Literal["root-cause", "corrective", "preventive", "letter", "buyer-message"]
    kind: Literal["draft", "clean"]
    names: list[str]
    exhibits: list[str]
    text: str
    expect: list[Fault] = []


def _read(path: Path) -> Labelled:
    return Labelled.model_validate(tomli.loads(path.read_text(encoding="utf-8")))


def _starts(text: str, quote: str) -> list[int]:
    """Return where `quote` begins in `text`, in code points, overlapping places too."""
    return [match.start() for match in re.finditer(f"(?={re.escape(quote)})", text)]


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def labelled(request: pytest.FixtureRequest) -> Labelled:
    """Each held-out text in turn."""
    return _read(request.param)


def test_there_are_forty_five_drafts_and_twenty_five_clean_texts() -> None:
    texts = [_read(path) for path in FILES]
    assert Counter(text.kind for text in texts) == {"draft": 45, "clean": 25}
    assert len({text.text for text in texts}) == 70
    assert {text.section for text in texts} == set(get_args(Labelled.model_fields["section"].annotation))


def test_every_family_is_there_often_enough_to_be_measured() -> None:
    faults = Counter(fault.family for path in FILES for fault in _read(path).expect)
    assert {family: faults[family] for family in get_args(Family) if faults[family] < LEAST.get(family, 12)} == {}
    assert sum(faults[family] for family in ("begging", "threat", "emotion", "blame")) >= 50


def test_every_quote_stands_in_its_text_as_often_as_the_label_says(labelled: Labelled) -> None:
    wrong = [fault for fault in labelled.expect if len(_starts(labelled.text, fault.quote)) < fault.nth]
    assert wrong == []


def test_no_fault_is_labelled_twice(labelled: Labelled) -> None:
    places = Counter((fault.family, fault.quote, fault.nth) for fault in labelled.expect)
    assert [place for place, times in places.items() if times > 1] == []


def test_a_fix_changes_the_words(labelled: Labelled) -> None:
    assert [fault for fault in labelled.expect if fault.fix == fault.quote] == []


def test_only_a_placeholder_blocks(labelled: Labelled) -> None:
    assert {fault.family for fault in labelled.expect if fault.severity == "blocks"} <= {"template"}


def test_clean_texts_hold_no_fault_and_drafts_some(labelled: Labelled) -> None:
    assert (labelled.kind == "draft") == bool(labelled.expect)


def test_texts_have_the_length_of_what_people_paste(labelled: Labelled) -> None:
    words = len(labelled.text.split())
    assert 40 <= words <= 350 if labelled.kind == "draft" else 120 <= words <= 450


def test_only_exhibits_of_the_case_are_cited(labelled: Labelled) -> None:
    assert set(re.findall(r"\bExhibit ([A-Z])\b", labelled.text)) <= set(labelled.exhibits)


def test_a_long_sentence_is_longer_than_forty_words(labelled: Labelled) -> None:
    lengths = [len(fault.quote.split()) for fault in labelled.expect if fault.family == "length"]
    assert all(length > 40 for length in lengths)
