"""What is said of spelling and general grammar, and of what nothing is said: names, codes, terms, addresses."""

from __future__ import annotations

import hashlib
import logging
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.english import harper_worker, known_words, spelling
from poa_app.english.harper_rules import harper_rules
from tests.each import for_each
from tests.language.labelled import CASES, read, span

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not spelling.available(), reason="harper-py is not installed")]

GOLDENS = sorted((Path(__file__).parent.parent / "goldens").glob("*.txt"))
NOBODY: frozenset[str] = frozenset()


def quotes(text: str, own: frozenset[str] = NOBODY) -> list[str]:
    return [remark.quote for remark in spelling.check_now(text, own)]


# The rules


def test_the_rules_of_harper_are_those_ours_were_chosen_from() -> None:
    """A new version brings new rules and other judgements: measure again before the numbers are changed."""
    from harper import get_default_lint_config  # noqa: PLC0415

    names = sorted(get_default_lint_config())
    known = harper_rules().all_rules
    assert version("harper-py") in harper_rules().source
    assert (len(names), hashlib.sha256("\n".join(names).encode()).hexdigest()) == (known.count, known.sha256)
    assert set(harper_rules().rules) <= set(names)


def test_the_rule_that_prints_is_off(capfd: pytest.CaptureFixture[str]) -> None:
    assert "LookingForwardTo" not in harper_rules().rules
    spelling.check_now("We are looking forward to hear from you, and looking forward to meet you.", NOBODY)
    assert capfd.readouterr() == ("", "")


@for_each("name", harper_rules().rules)
def test_a_rule_finds_fault_with_its_example(name: str) -> None:
    found = harper_worker.checked(harper_rules().rules[name].bad).result()
    assert name in {hit.rule for hit in found}
    group = harper_rules().group_of(name)
    said = spelling.check_now(harper_rules().rules[name].bad, NOBODY)
    assert {(remark.family, remark.message_zh.replace(f"“{remark.quote}”", "“{quote}”")) for remark in said} >= {
        (group.family, group.message.zh)
    }


def test_every_group_has_rules_and_speaks_both_languages() -> None:
    assert {rule.group for rule in harper_rules().rules.values()} == set(harper_rules().groups)
    for group in harper_rules().groups.values():
        assert group.message.en.startswith("“{quote}”")
        assert group.message.zh.startswith("“{quote}”")
        assert group.message.en.endswith(".")
        assert group.why.en.endswith(".")
        for said in (group.message.zh, group.why.zh):
            assert said.endswith("。")
            assert not re.search(r"[\u4e00-\u9fff][,;:!?.()]|[,;:!?()][\u4e00-\u9fff]", said)
        assert group.severity != "blocks"


def test_only_a_doubled_word_and_an_article_are_mended_unasked() -> None:
    assert {name for name, rule in harper_rules().rules.items() if rule.automatic} == {"AnA", "RepeatedWords"}


@pytest.mark.parametrize(
    ("text", "quote", "suggestion"),
    [
        ("We improved the the packing.", "the the", "the"),
        ("A email was sent to the buyer.", "A", "An"),
        ("We opened an unit of each lamp.", "an", "a"),
    ],
)
def test_what_is_mended_unasked(text: str, quote: str, suggestion: str) -> None:
    (remark,) = spelling.check_now(text, NOBODY)
    assert (remark.quote, remark.suggestions[0], remark.automatic) == (quote, suggestion, True)


# What is left alone


@for_each(
    "text",
    [
        "The supplier Hengda sent it on 3 November 2026.",
        "Yuebao Lamps sent the invoice to Lau and to O'Neal.",
        "Nordvik sent the invoice. The lamp of Nordvik is ours.",
        "ASIN B0EXMPL604 and SKU LX-88210-bk, FNSKUs and the 8D report.",
        "See https://www.fengchi.example/lisitng and recieved@mapleyarn.example or packng.jpg.",
        "Upload it as .pdf, not as .jpg, to @lampshop.",
        "The stockout led to two chargebacks; the polybags were unsellable and delisted.",
        "The unshipped lamps are uninspected, and a photobiological test was rescheduled.",
        "The colour of the catalogue was labelled at the fulfilment centre; the licence was cancelled.",
        "Exhibit A is the invoice, and Exhibit A was sent by Rui An Trading.",
        "An SKU or a SKU, an FBA box, a USB plug, a one-day delay.",
        "The parcel weighs xxxx kg and was sent on YYYY.",
        "The clerk didn’t know, and we dont know; it did´t work.",
        "店铺 zhanghao 的 Fahuo 说明。",
        "Correct one of the two. The reviewer found pictures that a factory sent you pictures of.",
        "It is the account's is a fragment that nobody writes.",
        "(i) the label; (ii) the invoice.",
        "Hengda Lamps Co., Ltd. sent it, incl. the label, e.g. by post.\n- the label\n2. the invoice",
    ],
)
def test_names_codes_terms_and_addresses_are_left_alone(text: str) -> None:
    assert [quote for quote in quotes(text) if quote != "zhanghao"] == []


@for_each(
    "text",
    [
        "One of the staff left, one of the team was ill, and one of the following is wrong: one of the A-to-z claims.",
        "We asked that she check each order, and it is required that he sign the sheet.",
        "The buyer had had no answer. The fact that that label was old was known.",
        "Since two weeks before the holiday the rate has been low.",
        "There is a box and a label in each carton. There were a number of late orders.",
        "An NCR, an RMA, an MSDS, a UK seller, an 11-day delay, an 8D report, a one-day delay and an honest error.",
        "The box is not longer than 40 cm. The reports on stock levels are in Exhibit A.",
        "The account was used to sell lamps, and we are used to checking it.",
        "We allow to each clerk one break. The tool allows the clerk to check.",
        "As follow-up, we called. In details that matter we agree. A criteria list was made.",
        "How ever it is done, it is signed. Further more boxes came. With out-of-date labels the box is void.",
        "Most of the times shown are in Exhibit A. The same then applies to the second box.",
        "The thru-hole parts are sold by another's store.",
    ],
)
def test_nothing_is_said_of_what_only_looks_like_a_mistake(text: str) -> None:
    assert quotes(text) == []


def test_a_capital_does_not_hide_a_misspelt_title() -> None:
    assert quotes("Dear Amazon Performence team, our Maneger and Mr. Perforo of Corective GmbH wrote.") == [
        "Performence",
        "Maneger",
        "Corective",
    ]


def test_a_name_of_the_case_is_no_mistake() -> None:
    assert quotes("Glimmora sent it, and the glimmora lamp came.") == ["Glimmora", "glimmora"]
    assert quotes("Glimmora sent it, and the glimmora lamp came.", frozenset({"Glimmora Lamps"})) == []


def test_a_mistake_is_found_wherever_it_stands() -> None:
    text = "Recieved goods were counted. The suplier’s list was wrong:\n- recieved 3\n\nTwo parcles and the Suplier."
    assert quotes(text) == ["Recieved", "suplier’s", "recieved", "parcles", "Suplier"]


def test_grammar_comes_before_the_spelling_of_the_same_words() -> None:
    (remark,) = spelling.check_now("Our supervisor teached two clerks.", NOBODY)
    assert (remark.rule, remark.family, remark.suggestions) == ("grammar.regular-irregulars", "grammar", ("taught",))


# On labelled English


@for_each("path", [path for path in CASES if "clean" in path.name], ids=lambda path: path.stem)
def test_nothing_is_said_of_a_clean_text(path: Path) -> None:
    labelled = read(path)
    assert spelling.check_now(labelled.text, frozenset(labelled.names)) == ()


@for_each("path", GOLDENS, ids=lambda path: path.stem)
def test_nothing_is_said_of_a_letter_of_the_examples(path: Path) -> None:
    assert spelling.check_now(path.read_text(encoding="utf-8"), NOBODY) == ()


def test_the_labelled_misspellings_are_found_and_few_other_words() -> None:
    found = missed = wrong = 0
    for labelled in map(read, CASES):
        remarks = spelling.check_now(labelled.text, frozenset(labelled.names))
        faults = [(*span(labelled.text, fault), fault.family) for fault in labelled.expect]
        for start, end, family in faults:
            if family == "spelling":
                hit = any(one.start < end and start < one.end for one in remarks)
                found, missed = found + hit, missed + (not hit)
        wrong += sum(not any(start < one.end and one.start < end for start, end, _ in faults) for one in remarks)
    assert (missed, wrong) == (0, 0)
    assert found >= 25


# Now, soon and at the same time


def test_what_is_not_ready_comes_soon() -> None:
    text = "The clerk recieved an unread paragraph of this test.\n\nIt has a second one."
    first = spelling.check_soon(text, NOBODY)
    assert spelling.ready(text, timeout=120)
    soon = spelling.check_soon(text, NOBODY)
    assert first in (None, soon)
    assert soon == spelling.check_now(text, NOBODY) != ()


def test_a_paragraph_is_checked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "One paragraph was recieved.\n\nAnother one stays."
    spelling.check_now(text, NOBODY)
    monkeypatch.setattr(harper_worker, "_hits", pytest.fail)
    assert quotes(f"{text}\n\n{text}") == ["recieved", "recieved"]
    assert quotes(text, frozenset({"recieved"})) == []


def test_many_threads_may_ask_at_once() -> None:
    texts = [f"The order number {number} was recieved.\n\nWe has {number} labels." for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(quotes, texts * 2))
    assert found == [["recieved", "has"]] * 80


def test_the_warm_up_does_not_wait() -> None:
    spelling.warm_up()
    assert spelling.ready("The sample was read before this sentence.", timeout=120)


def test_the_sample_of_the_warm_up_is_as_long_as_an_appeal() -> None:
    assert len((Path(spelling.__file__).parent / "sample_appeal.txt").read_text(encoding="utf-8").split()) > 300


# Without Harper, and when it fails


def test_without_harper_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(harper_worker, "installed", lambda: False)
    assert not spelling.available()
    assert not spelling.covers("It was recieved.")
    assert spelling.check_now("It was recieved.", NOBODY) == ()
    assert spelling.check_soon("It was recieved.", NOBODY) == ()
    assert spelling.ready("It was recieved.")
    spelling.warm_up()


def test_a_package_of_the_same_name_is_not_harper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "harper", ModuleType("harper"))
    harper_worker.installed.cache_clear()
    assert not spelling.available()
    monkeypatch.undo()
    harper_worker.installed.cache_clear()
    assert spelling.available()


class Panic(BaseException):
    """What a failure inside the engine looks like: no Exception."""


def test_a_failure_of_the_engine_is_logged_without_the_text(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(text: str) -> str:
        raise Panic(text)

    monkeypatch.setattr(harper_worker, "_readable", broken)
    with caplog.at_level(logging.WARNING, "poa_app"):
        assert spelling.check_now("A secret recieved by nobody else.", NOBODY) == ()
    monkeypatch.undo()
    assert [record.getMessage() for record in caplog.records] == [
        "Harper failed on a paragraph of 33 characters: Panic"
    ]
    assert quotes("It was recieved after that.") == ["recieved"]


# Any text at all

SENTENCES = st.sampled_from(
    [
        "We recieved a email.",
        "The the label, 😀 was wrong.",
        "Teh clerk\r\nhas checked B0EXMPL604.",
        "联系方式 recieved。",
        "i wrote to they",
        "\ud800",
        "\x00\x07",
        "https://a.example/recieved",
    ]
)
TEXTS = st.lists(SENTENCES | st.text(max_size=30), max_size=6).flatmap(
    lambda parts: st.sampled_from([" ", "\n", "\n\n", "", "\u2028", "\r\n\r\n"]).map(lambda glue: glue.join(parts))
)


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_a_remark_quotes_its_place(text: str) -> None:
    remarks = spelling.check_now(text, NOBODY)
    for remark in remarks:
        assert 0 <= remark.start < remark.end <= len(text)
        assert text[remark.start : remark.end] == remark.quote
        assert len(remark.suggestions) <= 3
        assert remark.family != "spelling" or not remark.automatic
    assert all(one.end <= two.start for one, two in pairwise(remarks))


@settings(deadline=None, max_examples=40)
@given(st.permutations(["We has it.", "It was recieved.", "a email", "The the label.", "Nothing is wrong here."]))
def test_the_order_of_texts_changes_nothing(texts: list[str]) -> None:
    together = spelling.check_now("\n\n".join(texts), NOBODY)
    assert [one.quote for one in together] == [quote for text in texts for quote in quotes(text)]


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "word " * 200_000,
        " " * 40_000 + "x",
        "a." * 20_000,
        "a-" * 20_000,
        "ia" * 20_000,
        "https://" * 5_000,
        "B0" * 4_000,
        "(" * 9_000,
        "\n" * 40_000,
        "recieved " * 1_000,
        "\x00\ud800\udfff\u202e" * 500,
    ],
    ids=lambda text: f"{text[:8]!r}",
)
def test_a_hostile_text_is_no_trouble(text: str) -> None:
    assert all(text[one.start : one.end] == one.quote for one in spelling.check_now(text, NOBODY))


def test_too_long_a_text_or_paragraph_is_left_out() -> None:
    assert not spelling.covers("recieved " * 6_000)
    assert not spelling.covers("recieved " * 1_200 + "\n\nIt was recieved.")
    assert spelling.covers("recieved " * 1_000)
    assert quotes("recieved " * 6_000) == []
    assert quotes("recieved " * 1_200 + "\n\nIt was recieved.") == ["recieved"]


# Known words


@for_each(
    ("word", "known"),
    [
        ("unshipped", True),
        ("photobiological", True),
        ("reciept", False),
        ("presure", False),
        ("misstakes", False),
        ("SKUs", True),
        ("AmyLamp", True),
        ("dont", True),
        ("labelling", True),
        ("labeling", True),
        ("suplier's", False),
        ("ly", True),
        ("xxxxx", True),
    ],
)
def test_which_words_are_right_without_standing_in_a_dictionary(word: str, known: bool) -> None:
    assert known_words.is_known(word, NOBODY) == known


def test_the_listed_words_stand_once_and_in_small_letters() -> None:
    data = known_words.tomllib.loads(known_words.FILE.read_text(encoding="utf-8"))
    for topics in data.values():
        words = [word for topic in topics.values() for word in topic]
        assert sorted(set(words)) == sorted(words)
        assert all(word == word.casefold() and word.isalpha() for word in words)
