"""The labelled English is labelled in full, and each label quotes its text exactly."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import get_args

from tests.each import for_each
from tests.language.labelled import CASES, HELD_OUT, HELD_OUT_LATER, Family, Section, read, span, starts

LEAST = {"contraction": 60, "promise": 40, "vague": 40, "grammar": 80, "characters": 30, "link": 30}
FEW = {"begging": 12, "privacy": 9, "evidence": 10, "admission": 10, "repetition": 10, "length": 7}


ALL = HELD_OUT + HELD_OUT_LATER + CASES
each_text = for_each("path", ALL, ids=lambda path: f"{path.parent.name}-{path.stem}")


@for_each(("paths", "drafts", "clean"), [(HELD_OUT, 42, 22), (HELD_OUT_LATER, 28, 16), (CASES, 268, 98)])
def test_each_set_has_its_drafts_and_clean_texts(paths: tuple[Path, ...], drafts: int, clean: int) -> None:
    texts = [read(path) for path in paths]
    assert Counter(text.kind for text in texts) == {"draft": drafts, "clean": clean}
    assert {text.section for text in texts} == set(get_args(Section))


def test_no_text_stands_twice() -> None:
    texts = [read(path).text for path in ALL]
    assert len(set(texts)) == len(texts)


def test_every_family_is_held_out_often_enough_to_be_measured() -> None:
    faults = _faults(HELD_OUT)
    assert {family: faults[family] for family in get_args(Family) if faults[family] < LEAST.get(family, 12)} == {}
    assert sum(faults[family] for family in ("begging", "threat", "emotion", "blame")) >= 50


def test_every_family_is_there_often_enough_to_be_developed_on() -> None:
    faults = _faults(CASES)
    least = LEAST | FEW
    assert {family: faults[family] for family in get_args(Family) if faults[family] < least.get(family, 12)} == {}


@each_text
def test_every_quote_stands_in_its_text_as_often_as_the_label_says(path: Path) -> None:
    wrong = [fault for fault in read(path).expect if len(starts(read(path).text, fault.quote)) < fault.nth]
    assert wrong == []


@each_text
def test_no_fault_is_labelled_twice(path: Path) -> None:
    places = Counter((fault.family, fault.quote, fault.nth) for fault in read(path).expect)
    assert [place for place, times in places.items() if times > 1] == []


@each_text
def test_a_fix_changes_the_words(path: Path) -> None:
    assert [fault for fault in read(path).expect if fault.fix == fault.quote] == []


@each_text
def test_only_a_placeholder_blocks(path: Path) -> None:
    assert {fault.family for fault in read(path).expect if fault.severity == "blocks"} <= {"template"}


@each_text
def test_clean_texts_hold_no_fault_and_drafts_some(path: Path) -> None:
    assert (read(path).kind == "draft") == bool(read(path).expect)


@each_text
def test_texts_have_the_length_of_what_people_paste(path: Path) -> None:
    words = len(read(path).text.split())
    assert 40 <= words <= 350 if read(path).kind == "draft" else 120 <= words <= 450


@each_text
def test_only_exhibits_of_the_case_are_cited(path: Path) -> None:
    assert set(re.findall(r"\bExhibit ([A-Z])\b", read(path).text)) <= set(read(path).exhibits)


@each_text
def test_a_long_sentence_is_longer_than_forty_words(path: Path) -> None:
    lengths = [len(fault.quote.split()) for fault in read(path).expect if fault.family == "length"]
    assert all(length > 40 for length in lengths)


@for_each("path", CASES, ids=lambda path: path.stem)
def test_faults_of_one_family_do_not_overlap(path: Path) -> None:
    text = read(path)
    spans = sorted((fault.family, *span(text.text, fault)) for fault in text.expect)
    assert [two for one, two in pairwise(spans) if one[0] == two[0] and two[1] < one[2]] == []


def _faults(paths: tuple[Path, ...]) -> Counter[str]:
    return Counter(fault.family for path in paths for fault in read(path).expect)
