"""Classes of words are found in any language and form; rules hold where their classes stand together."""

from __future__ import annotations

from poa_app.knowledge import knowledge
from poa_app.notice.likeness import likeness
from poa_app.notice.read import read_notice
from poa_app.notice.sentences import pieces
from poa_app.notice.word_classes import Sentences, classes_of, lexicon, plain, rule
from tests.each import for_each

KNOWN = lexicon(knowledge())


def sentences(text: str) -> Sentences:
    """Return the sentences of a text."""
    return Sentences(pieces(text), KNOWN)


def holds(said: str, text: str) -> bool:
    """Whether a rule holds in a text."""
    return any(sentences(text).telling([rule(said, KNOWN.bits)]))


def test_makes_negations_accents_and_percent_plain() -> None:
    assert plain("Can't désactivé 5%").split() == ["can", "not", "desactive", "5", "percent"]


@for_each(
    ("text", "name"),
    [
        ("Your account", "account"), ("Ihr Verkäuferkonto", "account"), ("您的账户", "account"),
        ("アカウント", "account"), ("it was switched off", "taken"),
        ("a été désactivée", "taken"), ("A-to-z Guarantee", "atoz"), ("4 %", "rate"),
    ],
)  # fmt: skip
def test_finds_a_class_in_any_language(text: str, name: str) -> None:
    assert classes_of(text, KNOWN) & KNOWN.bits[name]


def test_takes_a_whole_word_for_no_beginning_of_another() -> None:
    assert not classes_of("newsletter", KNOWN) & KNOWN.bits["new"]


def test_holds_within_a_sentence_only() -> None:
    assert holds("account taken", "Your account was closed. Thank you.")
    assert not holds("account taken", "This is about your account.\n\nThe road was closed yesterday.")


def test_holds_in_sentences_next_to_each_other_or_anywhere_where_it_says_so() -> None:
    text = "This is about your account. Please read on. The road was closed yesterday."
    assert not holds("near account; taken", text)
    assert holds("far account; taken", text)
    assert holds("near account; taken", "This is about your account. The road was closed yesterday.")


def test_does_not_hold_beside_a_class_it_excludes() -> None:
    assert holds("account taken -danger", "Your account was closed.")
    assert not holds("account taken -danger", "Your account may be closed.")


def test_likens_a_message_to_the_page_whose_words_it_has() -> None:
    found = likeness(sentences("The parcels were posted late, days after the expected ship date."), knowledge())
    assert max(found, key=lambda slug: found[slug]) == "late-shipment-rate"


def test_likeness_alone_makes_nothing_sure() -> None:
    read = read_notice("The number you typed in leads nowhere at the courier of these parcels.", knowledge())
    assert read.enforcement is None


def test_tells_an_answer_by_what_it_says_of_the_plan_that_was_sent() -> None:
    text = "We went over your plan. It does not go into the reasons, and your account on Amazon.de stays closed."
    read = read_notice(text, knowledge())
    assert (read.stage, [one.value for one in read.wanting]) == ("rejected", ["root-causes"])


@for_each(
    ("text", "name"),
    [
        ("We are not yet able to have the offer reinstated", "upheld"),
        ("wir können das Konto nicht wieder freigeben", "upheld"),
        ("目前无法为您恢复该商品", "upheld"), ("The page has been put up: your block was taken off", ""),
        ("We have decided to restore your right", "restored"), ("您提供的发票没有向我们说明供应商是谁", "lacking"),
    ],
)  # fmt: skip
def test_finds_words_of_one_clause_that_stand_apart(text: str, name: str) -> None:
    assert not name or classes_of(text, KNOWN) & KNOWN.bits[name]
    assert name or not classes_of(text, KNOWN) & KNOWN.bits["upheld"]


def test_words_of_two_clauses_stand_not_together() -> None:
    assert not classes_of("It was not late, and we reinstated it", KNOWN) & KNOWN.bits["upheld"]


def test_reads_what_speech_shortens_in_full() -> None:
    assert plain("You've sent it, we'll read it").split()[:3] == ["you", "have", "sent"]


def test_what_the_reader_has_sent_is_not_asked_for() -> None:
    assert not classes_of("您提供的授权书已通过审核", KNOWN) & KNOWN.bits["asks"]
    assert classes_of("请您提供授权书", KNOWN) & KNOWN.bits["asks"]
