"""Findings over words as they are taken in: marked in their text, a line a rule, mended by family."""

from __future__ import annotations

import re

from poa_app.desk.text_findings import Told, is_over_words, marked, safe_by_family, told
from poa_app.model.finding import Finding, Fix
from tests.each import for_each

NOT = re.compile(r"\w+n't")
ARE = re.compile(r"\w+'re")
COMMA = re.compile("，")
KINDS = (
    ("contractions.not", "contraction", "fix", NOT, True),
    ("contractions.are", "contraction", "fix", ARE, True),
    ("characters.comma", "characters", "blocks", COMMA, True),
    ("vague.many", "vague", "consider", re.compile("many"), False),
)
MANY = "We didn't ship, it wasn't packed, he hasn't signed and she doesn't know. They're late，too."


def found(text: str) -> list[Finding]:
    """Return findings of a few rules of this test's own, which stay as they are whatever the data files say."""
    return [
        Finding(
            rule=rule, family=family, severity=severity, path="/opening", start=match.start(), end=match.end(),
            quote=match.group(), message="x", message_zh="x", why="x", why_zh="x", source="judgement",
            fixes=(Fix(text="y", automatic=safe),),
        )
        for rule, family, severity, pattern, safe in KINDS
        for match in pattern.finditer(text)
    ]  # fmt: skip


def shown(text: str, lines: tuple[Told, ...]) -> str:
    """Return a marked text with its marks as brackets and its numbers."""
    return "".join(
        f"[{piece.text}]{''.join(map(str, piece.numbers))}" if piece.severity else piece.text
        for piece in marked(text, lines)
    )


def test_a_rule_broken_often_is_one_line_and_the_heaviest_comes_first() -> None:
    lines = told(found(MANY))
    assert [(line.first.severity, line.first.rule, len(line.findings)) for line in lines] == [
        ("blocks", "characters.comma", 1),
        ("fix", "contractions.not", 4),
        ("fix", "contractions.are", 1),
    ]
    assert lines[1].quotes == ("didn't", "wasn't", "hasn't", "doesn't")
    assert lines[1].are_mended_alike


def test_three_places_are_three_lines() -> None:
    assert [len(line.findings) for line in told(found("It isn't, wasn't and won't; they're."))] == [1, 1, 1, 1]


def test_places_that_must_be_rewritten_by_hand_are_not_mended_alike() -> None:
    (line,) = told(found("many, many, many, many"))
    assert not line.are_mended_alike
    assert line.quotes == ("many",)


def test_the_words_of_a_line_bear_its_number() -> None:
    assert shown(MANY, told(found(MANY))) == (
        "We [didn't]2 ship, it [wasn't]2 packed, he [hasn't]2 signed and she [doesn't]2 know. [They're]3 late[，]1too."
    )


def test_one_finding_is_shown_in_its_sentence_alone_cut_at_words() -> None:
    text = f"The rota ended on Fridays. {'very ' * 20}few orders weren't packed before noon. We mended it."
    assert shown(text, told(found(text))) == ("… very very very very very few orders [weren't]1 packed before noon. …")


def test_a_long_text_is_cut_to_what_is_around_its_marks() -> None:
    text = f"We can't ship. {'The lead signs the sheet. ' * 30}It won't fail. {'He reads it. ' * 20}"
    assert shown(text, told(found(text))) == "We [can't]1 ship. … It [won't]2 fail. …"


def test_words_that_two_rules_are_about_bear_both_numbers() -> None:
    one = found("We can't ship.")[0]
    other = one.model_copy(update={"rule": "emotion.any", "family": "emotion", "start": 0, "quote": "We can't"})
    assert shown("We can't ship.", told([one, other])) == "[We ][can't]12 ship."


def test_a_long_sentence_in_question_is_marked_where_it_begins() -> None:
    text = f"We {'always ' * 30}can't ship."
    one = found(text)[0]
    whole = one.model_copy(update={"rule": "length.any", "family": "length", "start": 0, "end": len(text)})
    assert shown(text, told([whole, one])).startswith("[We always always always always always]1 always")
    assert "[can't]2 ship." in shown(text, told([whole, one]))
    unbroken = "x" * 400
    run = whole.model_copy(update={"end": 400, "quote": unbroken})
    assert shown(unbroken, told([run])).startswith(f"[{'x' * 40}]1")


@for_each("text", ["", "    can't", "can't", "\n\ncan't\n\n", "日本 can't", "can't" * 3])
def test_no_letter_of_a_short_text_is_lost(text: str) -> None:
    lines = told(found(text))
    pieces = "".join(piece.text for piece in marked(text, lines))
    assert text.strip() in pieces or not lines


def test_a_family_is_mended_at_once_where_it_has_several_safe_fixes() -> None:
    families = safe_by_family(found(f"{MANY} Too many, many."))
    assert list(families) == ["contraction"]
    assert len(families["contraction"]) == 5
    assert safe_by_family(found("We can't.")) == {}


def test_what_has_no_place_in_a_text_is_not_over_words() -> None:
    one = found("We can't ship.")[0]
    assert is_over_words(one)
    assert not is_over_words(one.model_copy(update={"start": None}))
    assert not is_over_words(one.model_copy(update={"family": "consistency"}))
