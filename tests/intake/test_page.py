"""Of a page the words are read that its reader sees, each cell apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.intake.page import words_shown
from tests.each import for_each


@for_each(
    ("page", "words"),
    [
        ("<table><tr><td>ASIN</td><td>B0EXMPLZ99</td></tr><tr><td>ASIN</td><td>B0EXMPLZ98</td></tr></table>",
         "ASIN B0EXMPLZ99\nASIN B0EXMPLZ98"),
        ("<table><tr><th>ASIN<th>Reason<tr><td>B0EXMPLZ99<td>late</table>", "ASIN Reason\nB0EXMPLZ99 late"),
        ("<p>one<br>two</p><p>three</p>", "one\ntwo\n\nthree"),
        ("<ul><li>one<li>two</ul>", "one\ntwo"),
        ("<div><div>one</div></div><div>two</div>", "one\ntwo"),
        ("5&nbsp;% &lt;late&gt; &#20320;", "5\xa0% <late> \u4f60"),
        ("<pre>one\n  two</pre>", "one\ntwo"),
        ("your <b>rate</b>\n  is <i>5</i>%", "your rate is 5%"),
        ("no markup at all", "no markup at all"),
        ("<![foo[x]]>hello", "hello"),
        ("<?xml version='1.0' encoding='gb2312'?><p>\u4f60</p>", "\u4f60"),
        ("a<!-- hidden -->b", "ab"),
    ],
)  # fmt: skip
def test_the_words_are_those_a_reader_sees(page: str, words: str) -> None:
    assert words_shown(page) == words


@for_each(
    "hiding",
    ["style='display:none'", "style='DISPLAY : NONE !important'", "style='color:red;visibility:hidden'", "hidden",
     "style='mso-hide:all'", "style='font-size:0'", "style='max-height:0px;overflow:hidden'", "style='opacity:0'",
     "style='font-size:0px;'", "style='width:0;height:0'"],
)  # fmt: skip
def test_what_is_hidden_stays_out_and_what_follows_it_does_not(hiding: str) -> None:
    assert words_shown(f"<div {hiding}>secret <b>preview</b></div><p>shown</p>") == "shown"
    assert words_shown(f"one <span {hiding}>secret</span> two").split() == ["one", "two"]


@for_each("style", ["display:block", "font-size:10px", "opacity:0.8", "max-height:100px", "width:0.5em"])
def test_what_is_only_styled_is_read(style: str) -> None:
    assert words_shown(f"<div style='{style}'>shown</div>") == "shown"


@for_each("tag", ["script", "style", "title", "template", "svg"])
def test_what_is_no_text_stays_out(tag: str) -> None:
    assert words_shown(f"<p>one</p><{tag}>no words</{tag}><p>two</p>") == "one\n\ntwo"


def test_tables_within_tables_are_read_however_deep() -> None:
    assert words_shown("<table><tr><td>" * 300 + "deep" + "</td></tr></table>" * 300) == "deep"


def test_a_page_too_deep_to_be_read_whole_is_refused() -> None:
    with pytest.raises(ValueError, match="deep"):
        words_shown("<div>" * 5_000 + "deep")


@settings(deadline=None, max_examples=300, derandomize=True)
@given(st.text(st.sampled_from("<>/!?[]&;#-='\"ab \n\x00\u4f60"), max_size=200))
def test_any_text_is_read_or_refused(page: str) -> None:
    assert isinstance(words_shown(page), str)
