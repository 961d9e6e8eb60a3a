"""Text is escaped by default: only what the markup's own functions build is Markdown."""

from __future__ import annotations

import re

from poa_app.ui.markup import Markup, badge, bold, bullets, coloured, filled, gray, icon, lines, md, put, small
from poa_app.ui.words import Reader, join_sentences
from tests.each import for_each

BREAK = ":color[]"
HOSTILE = [
    "![x](http://outside.test/p.png)",
    "[link](javascript:alert(1)) [x]: http://outside.test",
    "http://outside.test/a_b?c=d&e=f HTTPS://X.TEST",
    "www.outside.test WWW.OUTSIDE.TEST",
    "mail me@outside.test, mailto:a.b+c@outside.test",
    '<img src="http://outside.test"> <b>x</b> &amp; &#35;',
    ":smile: :+1: :-1: 12:30:45",
    ":material/home: :material_home: :streamlit:",
    ":red[x] :blue-badge[x] :help[x] :color[x]{background=red}",
    "$x^2$ and $$y$$, $5 and $6",
    "a -> b <- c <-> d -- e >= f <= g ~= h --> <-- ===",
    "->",
    "**bold** _it_ ~~st~~ `code` ***",
    "# heading",
    "1. one",
    "12) twelve",
    "- [ ] task",
    "+ plus",
    "> quote",
    "    indented",
    "---",
    "| a | b |",
    "\\* \\\\ \\",
    "[^1] {.cls} ::leaf :::container",
    "http://http://www.www.a.test a@b@c.test",
    "中文http://outside.test，me@outside.test",
]


def _shown(markdown: str) -> str:
    """Return what Markdown of escaped text shows: no escape, no empty directive."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown.replace(BREAK, "").replace("&#32;", " "))


@for_each("text", HOSTILE)
def test_a_text_is_shown_as_it_was_typed(text: str) -> None:
    assert _shown(md(text)) == text.replace("    ", " ")


LIVE = re.compile(
    r"(?i)https?://\S|www\.\w|[\w.+-]@\w|:\+1:|:-1:|:[\w-]+:|:material[/_]|<->|->|<-|--|>=|<=|~=|(?<!\\)(?:\\\\)*[`*_\[\]<>$~|]"
)
"""What Streamlit replaces even in escaped text, and what Markdown reads where no escape stands before it."""


@for_each("text", HOSTILE)
def test_nothing_is_left_that_streamlit_would_replace(text: str) -> None:
    pieces = md(text).split(BREAK)
    assert [piece for piece in pieces if LIVE.search(_shown_piece(piece))] == []
    assert all(not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<>$~|]", piece) for piece in pieces)


def _shown_piece(piece: str) -> str:
    """Return the text of a piece, without the marks whose escapes the second look counts."""
    return re.sub(r"\\([`*_\[\]<>$~|])(?![-=>])", "", re.sub(r"\\([:\\&{}.\-#+=])", r"\1", piece))


def test_ordinary_words_stay_as_they_are_and_lines_become_one() -> None:
    for words in ("Late 31, orders; 100 % 迟发", "Due 18 Nov 10:05. Why? (RC1)", "RC1, 18-22 Nov: late"):
        assert _shown(md(words)) == words
    assert md("Late 31, orders; 100 % 迟发. Reason: x-y") == "Late 31, orders; 100 % 迟发. Reason: x-y"
    assert md("a\r\nb\nc") == "a b c"
    assert md("") == ""


def test_markdown_is_not_escaped_again_and_text_beside_it_is() -> None:
    assert md(md("a*b")) == "a\\*b"
    assert put("a*", bold("b*"), by=" ") == "a\\* **b\\***"
    assert small(gray("[x]")) == ":small[:gray[\\[x\\]]]"
    assert badge("red", icon("timer"), " x") == ":red-badge[:material/timer: x]"
    assert lines("a", "", coloured("red", "b")) == "a  \n:red[b]"
    assert bullets(["- a", bold("b")]) == "- \\- a\n- **b**"


def test_nothing_in_a_form_is_nothing() -> None:
    assert (small(""), bold(" "), badge("red", ""), put("", "")) == ("", "", "", "")


def test_blanks_beside_emphasis_go() -> None:
    assert bold(" Shop -- ") == f"**Shop -{BREAK}-**"


def test_a_string_made_of_markdown_is_text_again() -> None:
    assert md(f"{bold('x')}") == "\\*\\*x\\*\\*"


def test_markdown_in_the_braces_of_a_sentence_makes_it_markdown() -> None:
    assert filled("Draft of {field} *", {"field": bold("W")}) == "Draft of **W** \\*"
    assert filled("{n} of {all}", {"n": 1, "all": "{n}*"}) == "1 of \\{n\\}\\*"
    told = Reader().say("Chinese draft of {field}", field=bold("What"))
    assert isinstance(told, Markup)
    assert told == "Chinese draft of **What**"
    assert Reader().say("Open {name}", name="*x*") == "Open *x*"
    assert not isinstance(Reader().say("Open {name}", name="*x*"), Markup)


def test_sentences_joined_are_markdown_where_one_is() -> None:
    assert join_sentences("a*", "b") == "a* b"
    assert join_sentences("a*。", gray("b")) == "a\\*。:gray[b]"
