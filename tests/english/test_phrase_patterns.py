"""Phrases of the rules' files match what people write, and nothing beside it."""

from __future__ import annotations

import pytest

from poa_app.english.phrase_patterns import apart, forms, phrase_pattern
from poa_app.english.phrases import occurring_phrases
from poa_app.english.prose import Prose
from poa_app.english.setting import Setting
from poa_app.knowledge import knowledge
from tests.each import for_each


@for_each(
    ("phrase", "text", "found"),
    [
        ("<beg> (you|Amazon)", "We begged  Amazon", "begged  Amazon"),
        ("<beg> (you|Amazon)", "We beg, you see", "beg, you"),
        ("as soon as (possible|we can)", "done AS SOON  AS\tPOSSIBLE.", "AS SOON  AS POSSIBLE"),
        ("never * again", "It will never happen again", "never happen again"),
        ("never *3 again", "It will never again", "never again"),
        ("never *3 again", "will never make such mistakes again", "never make such mistakes again"),
        ("never *3 again", "will never. We try again", None),
        ("(we|I) (will|shall)? promise", "I promise", "I promise"),
        ("are *1 on Amazon", "they aren't on amazon", "aren't on amazon"),
        ("(we|I) * sold", "we've sold it", "we've sold"),
        ("shall *1 send", "we'll send it", None),
        ("(we|I) (will|shall)? promise", "we will promise", "we will promise"),
        ("please (help|save) us?", "please help", "please help"),
        ("please (help|save) us?", "please help us", "please help us"),
        ("don't be evil", "Don\u2019t be evil", "Don\u2019t be evil"),
        ("due to", "overdue to", None),
        ("team", "teamwork", None),
        ("team", "team-work", None),
        ("<employee>", "two employees", "employees"),
        ("100 %? (safe|sure)", "we are 100 % safe", "100 % safe"),
        ("100 % (safe|sure)", "we are 100 % safe", "100 % safe"),
        ("(rated|of) (4.6|5) stars", "It is rated 4.6 stars.", "rated 4.6 stars"),
        ("we (always|never)? win", "We've won; we win", "we win"),
        ("others' (mark|name)", "It bears others' mark.", "others' mark"),
        ("we did not know", "We didn\u2019t know", "We didn\u2019t know"),
        ("we (do not|never) know", "we dont know", "we dont know"),
        ("we (will|can) not? win", "We'll win", "We'll win"),
        ("we can not win", "we cannot win", "we cannot win"),
        ("(we|I) (did)? not (win|go)", "We went", None),
        ("he (is|was) late", "He's late", "He's late"),
        ("supplier is late", "The supplier's late reply", None),
        ("my @kin (cries|cried)", "my wife cries", "my wife cries"),
        ("my @kin (cries|cried)", "my printer cries", None),
    ],
)
def test_a_phrase_is_found_as_people_write_it(phrase: str, text: str, found: str | None) -> None:
    prose = Prose(text, Setting())
    said = [prose.plain[start:end] for _, (start, end) in occurring_phrases(prose, (phrase,))]
    assert said == ([found.replace("\u2019", "'")] if found else [])


def test_a_word_has_the_forms_of_its_verb_and_its_noun() -> None:
    assert forms("promise") == ("promise", "promised", "promises", "promising")
    assert forms("employee") == ("employee", "employees")


def test_a_phrase_names_the_words_without_which_it_cannot_stand() -> None:
    assert phrase_pattern("(we|I) * (sold|sell) (some)? fakes").needs == (
        frozenset(("fakes",)),
        frozenset(("sold", "sell")),
        frozenset(("we", "i")),
    )


def test_of_stretches_that_overlap_the_longest_stays() -> None:
    assert apart([(9, 12), (4, 9), (0, 6), (0, 6)]) == [(0, 6), (9, 12)]


@for_each("phrase", ["* again", "(a|b", "a)", "?", "my @nosuchclass cries"])
def test_a_phrase_that_cannot_be_looked_for_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match=r"phrase|bracket"):
        phrase_pattern(phrase)


@pytest.mark.slow
def test_every_phrase_of_the_rules_can_be_looked_for() -> None:
    """Each is compiled only when a text holds its words, so that a bad one would come out there."""
    phrases = {one for rule in knowledge().rules.values() for one in (*rule.phrases, *rule.exceptions)}
    assert len(phrases) > 2_500
    for phrase in phrases:
        assert phrase_pattern(phrase).pattern.pattern
