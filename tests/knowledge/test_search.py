"""An enforcement is found by whatever people call it, and no search ends in nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.knowledge import knowledge
from poa_app.knowledge.search import find_enforcements
from tests.each import for_each

KNOWN = knowledge()


@for_each(
    ("words", "slug"),
    [
        ("LSR", "late-shipment-rate"),
        ("lsr ", "late-shipment-rate"),
        ("late shipment", "late-shipment-rate"),
        ("迟发", "late-shipment-rate"),
        ("chifa", "late-shipment-rate"),
        ("ODR", "order-defect-rate"),
        ("疑似假货", "inauthentic-complaint"),
        ("二审", "identity-verification"),
        ("ershen", "identity-verification"),
        ("KYC", "identity-verification"),
        ("刷单", "rank-manipulation"),
        ("used sold as new", "used-sold-as-new"),
        ("关联", "related-accounts"),
        ("变体", "variation-misuse"),
        ("merging variations", "variation-misuse"),
        ("GPSR", "compliance-documents"),
        ("test buy", "ip-counterfeit-report"),
        ("Your order defect rate is higher", "order-defect-rate"),
    ],
)
def test_the_words_people_use_find_it_first(words: str, slug: str) -> None:
    assert find_enforcements(words, KNOWN)[0] == slug


@pytest.mark.no_cover
@for_each("slug", [slug for slug, one in KNOWN.enforcements.items() if not one.typed_name])
def test_each_is_found_by_its_names_and_by_every_word_it_is_looked_up_by(slug: str) -> None:
    one = KNOWN.enforcements[slug]
    for words in (one.name.en, one.name.zh, *one.search):
        assert slug in find_enforcements(words, KNOWN), words


@for_each("words", ["zzzz", "火星移民", "?!", "x"])
def test_a_search_that_finds_nothing_offers_any_other_violation(words: str) -> None:
    assert KNOWN.enforcements[find_enforcements(words, KNOWN)[-1]].typed_name


def test_no_words_list_all_in_their_order() -> None:
    assert find_enforcements(" ", KNOWN) == tuple(KNOWN.enforcements)


@settings(deadline=None)  # the first of all reads the dictionary of pinyin
@given(st.text(max_size=60))
def test_any_words_are_searched_for_without_a_fault(words: str) -> None:
    found = find_enforcements(words, KNOWN)
    assert len(set(found)) == len(found) > 0
    assert KNOWN.enforcements[found[-1]].typed_name
