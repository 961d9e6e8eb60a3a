"""Whatever the text: findings stand where they say, fixes mend and end, and nothing depends on the order of reading."""

from __future__ import annotations

import random
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.english.lint import Match, lint, shadowed
from poa_app.english.prose import Prose
from poa_app.english.setting import Setting
from poa_app.knowledge import knowledge
from tests.each import for_each
from tests.language.labelled import CASES, Labelled, read

TEXTS = [read(path) for path in CASES]
SENTENCES = [line for text in TEXTS for line in text.text.splitlines() if line.strip()]
SECTIONS = st.sampled_from(["root-cause", "corrective", "preventive", "letter", "buyer-message"])
ROUNDS = 12
"""Fixes of one pass may bring faults of another kind to light; after these many passes nothing may be left to press."""

prose = st.lists(
    st.one_of(
        st.sampled_from(SENTENCES), st.text(max_size=40), st.sampled_from(["\u00e9", "\U0001f600", "\ud800", "''"])
    ),
    max_size=8,
).flatmap(lambda parts: st.sampled_from([" ", "\n", "\n\n", ". ", "\uff0c"]).map(lambda by: by.join(parts)))


def _around(text: Labelled) -> Setting:
    return Setting(section=text.section, names=tuple(text.names), exhibits=frozenset(text.exhibits))


def _family(match: Match) -> str:
    return knowledge().rules[match.rule].family


def _mended(text: str, match: Match) -> str:
    return text[: match.start] + match.fixes[0].text + text[match.end :]


def _automatic(found: tuple[Match, ...]) -> list[Match]:
    return [match for match in found if match.fixes and match.fixes[0].automatic]


@settings(deadline=None)  # the first text compiles every phrase
@given(text=prose, section=SECTIONS)
def test_a_finding_stands_where_it_says(text: str, section: str) -> None:
    for match in lint(text, Setting(section=section)):  # type: ignore[arg-type]
        assert 0 <= match.start < match.end <= len(text)
        assert text[match.start : match.end] == match.quote


@settings(deadline=None)
@given(text=prose, section=SECTIONS)
def test_findings_of_one_family_do_not_overlap(text: str, section: str) -> None:
    ends: dict[str, int] = {}
    for match in lint(text, Setting(section=section)):  # type: ignore[arg-type]
        assert match.start >= ends.get(_family(match), 0)
        ends[_family(match)] = match.end


@pytest.mark.no_cover
@pytest.mark.parametrize("labelled", TEXTS, ids=lambda text: text.text.strip()[:24])
def test_an_automatic_fix_removes_its_finding_and_adds_none_there(labelled: Labelled) -> None:
    text, around = labelled.text, _around(labelled)
    found = lint(text, around)
    for match in _automatic(found):
        new = _mended(text, match)
        end = match.start + len(match.fixes[0].text)
        there = [one for one in lint(new, around) if one.start < end and match.start < one.end]
        before = {_family(one) for one in found if one.start < match.end and match.start < one.end}
        added = [one for one in there if _family(one) not in before | {"length", "repetition"}]
        assert added == []
        assert [one for one in there if one.rule == match.rule and one.quote == match.quote] == []


@pytest.mark.no_cover
@pytest.mark.parametrize("labelled", TEXTS, ids=lambda text: text.text.strip()[:24])
def test_pressing_every_fix_comes_to_an_end(labelled: Labelled) -> None:
    text, around = labelled.text, _around(labelled)
    for _ in range(ROUNDS):
        found = _automatic(lint(text, around))
        if not found:
            return
        for match in reversed(found):
            text = _mended(text, match)
    pytest.fail(f"still to press: {_automatic(lint(text, around))}")


@pytest.mark.no_cover
def test_the_order_in_which_texts_are_read_changes_nothing() -> None:
    first = {text.text: lint(text.text, _around(text)) for text in TEXTS}
    mixed = random.Random(7).sample(TEXTS, len(TEXTS))
    assert {text.text: lint(text.text, _around(text)) for text in mixed} == first


def _forget() -> None:
    """Clear whatever the package remembers of texts it has read: what it keeps a bounded number of."""
    for name, module in list(sys.modules.items()):
        for one in vars(module).values() if name.startswith("poa_app.english") else ():
            if hasattr(one, "cache_info") and one.cache_info().maxsize:
                one.cache_clear()


KINDS_OF_EDIT = st.sampled_from(["put", "drop", "swap", "type"])
EDITS = st.lists(st.tuples(KINDS_OF_EDIT, st.integers(0, 9), st.sampled_from(SENTENCES)), max_size=4)


@settings(deadline=None, max_examples=20)
@given(paragraphs=st.lists(prose, min_size=1, max_size=6), edits=EDITS, section=SECTIONS, data=st.data())
def test_a_text_that_was_edited_reads_as_one_never_seen(
    paragraphs: list[str], edits: list[tuple[str, int, str]], section: str, data: st.DataObject
) -> None:
    around = Setting(section=section)  # type: ignore[arg-type]
    between = data.draw(st.sampled_from(["\n\n", "\n \n  ", "\n\n\u3000"]))
    for kind, place, sentence in edits:
        lint(between.join(paragraphs), around)
        at = place % max(len(paragraphs), 1)
        if kind == "put":
            paragraphs.insert(at, sentence)
        elif kind == "drop":
            del paragraphs[at : at + 1]
        elif kind == "swap":
            paragraphs.reverse()
        else:
            paragraphs[at : at + 1] = [f"{one} {sentence}" for one in paragraphs[at : at + 1]]
    text = between.join(paragraphs)
    edited = lint(text, around), shadowed(text, around)
    _forget()
    assert (lint(text, around), shadowed(text, around)) == edited


@for_each("labelled", TEXTS, ids=lambda text: text.text.strip()[:24])
def test_the_sentences_of_a_text_are_those_of_its_paragraphs(labelled: Labelled) -> None:
    whole = Prose(labelled.text, Setting())
    assert [labelled.text[one.start : one.end] for one in whole.sentences] == [one.text for one in whole.sentences]
    assert [word for one in whole.sentences for word in one.words] == list(whole.words)
    assert all(whole.sentence_at(one.start) == one for one in whole.sentences)


def test_quoted_words_and_names_are_nobodys_fault() -> None:
    text = "The buyer wrote \"it didn't work\" about Don't Starve."
    assert lint(text, Setting(names=("Don't Starve",))) == ()
    assert [match.quote for match in lint(text, Setting())] == ["Don't"]


def test_paragraphs_know_their_place() -> None:
    text = "We found it.\n\nIt didn't ship.\n\n\n  It wasn't packed."
    assert [(match.quote, match.start) for match in lint(text, Setting()) if _family(match) == "contraction"] == [
        ("didn't", text.index("didn't")),
        ("wasn't", text.index("wasn't")),
    ]


def test_what_does_not_concern_a_text_stays_silent() -> None:
    around = Setting(scopes=frozenset(("chain-end",)))
    assert lint("It didn't ship.", around) == ()
    assert lint("It was human error.", replace(around, section="root-cause"))


def test_a_clause_is_believed_though_the_rest_of_its_sentence_is_sober() -> None:
    counted = "On 3 May 2026 the lead counted the stock of nine ASINs and closed two offers"
    assert lint(f"{counted}.", Setting(section="letter")) == ()
    found = lint(f"{counted}, but the packer was careless.", Setting(section="letter"))
    assert [(one.rule, one.quote) for one in found] == [("blame.employee", "packer was careless")]
