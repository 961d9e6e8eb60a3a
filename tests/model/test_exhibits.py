"""Exhibits are lettered by the case's own order, around those whose letter is frozen."""

from __future__ import annotations

from itertools import islice, product
from string import ascii_uppercase

from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.model.case import Case
from poa_app.model.exhibits import exhibit_labels, file_names, label_for_index
from poa_app.model.facts import Exhibit
from tests.each import for_each


def _lettered(*frozen: str | None) -> list[str]:
    rows = tuple(Exhibit(id=f"exh{number:03}", letter=letter) for number, letter in enumerate(frozen))
    return list(exhibit_labels(Case(exhibits=rows)).values())


def test_letters_run_from_a_in_the_order_of_the_case() -> None:
    assert _lettered(None, None, None) == ["A", "B", "C"]


def test_a_frozen_letter_stays_and_the_others_go_around_it() -> None:
    assert _lettered(None, "A", None, "C", None) == ["B", "A", "D", "C", "E"]


def test_a_blank_letter_is_not_frozen() -> None:
    assert _lettered("", "A") == ["B", "A"]


def test_no_exhibits_have_no_letters() -> None:
    assert exhibit_labels(Case()) == {}


@for_each(("place", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")])
def test_after_z_comes_aa(place: int, letter: str) -> None:
    assert label_for_index(place) == letter


def test_no_letter_is_left_out() -> None:
    in_turn = ["".join(pair) for size in (1, 2) for pair in product(ascii_uppercase, repeat=size)]
    assert [label_for_index(place) for place in range(702)] == list(islice(in_turn, 702))


@given(st.lists(st.none() | st.sampled_from(["A", "B", "C", "Z", "AA"]), max_size=40))
@settings(deadline=None, max_examples=200, derandomize=True)
def test_exhibits_never_share_a_letter_that_was_not_frozen_twice(frozen: list[str | None]) -> None:
    given_once = [letter if letter not in frozen[:place] else None for place, letter in enumerate(frozen)]
    made = _lettered(*given_once)
    assert len(set(made)) == len(made) == len(frozen)
    assert [letter for letter, kept in zip(made, given_once, strict=True) if kept] == [
        kept for kept in given_once if kept
    ]


@for_each(
    ("file", "translation", "names"),
    [
        (None, None, ()),
        ("a.pdf", None, ("a.pdf",)),
        (None, "a-en.pdf", ("a-en.pdf",)),
        ("a.pdf", "a-en.pdf", ("a.pdf", "a-en.pdf")),
        ("a.pdf", "a.pdf", ("a.pdf",)),
        (" ", "a-en.pdf", ("a-en.pdf",)),
    ],
)
def test_an_exhibit_carries_its_paper_and_its_translation(
    file: str | None, translation: str | None, names: tuple[str, ...]
) -> None:
    assert file_names(Exhibit(id="exhib1", file=file, translation=translation)) == names
