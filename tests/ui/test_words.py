"""Whatever the screens say they say in Chinese too, word for word the same braces, with Chinese punctuation."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from poa_app.knowledge.schema import Bilingual
from poa_app.ui import words
from poa_app.ui.words import CATALOGUE, Reader, chinese

UI = Path(words.__file__).parent
TREES = {path.relative_to(UI).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in UI.rglob("*.py")}


def _texts(node: ast.AST) -> Iterator[str]:
    """Return the literals a value can be, but not the keys by which it is looked up."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from _texts(value)
    elif isinstance(node, ast.Tuple | ast.List):
        for value in node.elts:
            yield from _texts(value)
    elif isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))


def _constants() -> dict[str, ast.AST]:
    """Return every value bound to a name in capitals, by its name."""
    found: dict[str, ast.AST] = {}
    for tree in TREES.values():
        for node in ast.walk(tree):
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                found |= {one.id: node.value for one in targets if isinstance(one, ast.Name) and one.id.isupper()}
    return found


CONSTANTS = _constants()


def _resolved(node: ast.AST) -> Iterator[str]:
    """Yield the texts an argument of ``say`` can be: itself, a constant's, or a table's."""
    yield from _texts(node)
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name) and inner.id in CONSTANTS:
            yield from _texts(CONSTANTS[inner.id])
        if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute) and inner.func.attr == "get":
            for default in inner.args[1:]:
                yield from _texts(default)


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for file, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "say":
                yield file, node


BADGE_WORDS = {"Blocks", "Fix", "Consider"}
"""The words of findings.BADGES, which stand beside their colours there."""

SAID = {text for _, call in _calls() for text in _resolved(call.args[0])} | BADGE_WORDS


def _braces(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_walk_finds_what_is_said_directly_and_by_tables() -> None:
    assert {"POA desk", "Nothing entered yet.", "FBA", "To consider: {n}", "Opening"} <= SAID
    badges = next(value for name, value in CONSTANTS.items() if name == "BADGES")
    assert set(_texts(badges)) >= BADGE_WORDS


def test_everything_said_has_its_chinese() -> None:
    assert sorted(SAID - set(chinese())) == []


def test_the_catalogue_holds_nothing_that_is_not_said() -> None:
    assert sorted(set(chinese()) - SAID) == []


def test_no_text_is_in_the_catalogue_twice() -> None:
    text = CATALOGUE.read_text(encoding="utf-8")
    assert {line: n for line, n in Counter(re.findall(r'(?m)^msgid "(.+)"$', text)).items() if n > 1} == {}
    with CATALOGUE.open("rb") as file:
        read = read_po(file, abort_invalid=True)
    assert [message.id for message in read if message.id and (message.fuzzy or not message.string)] == []


def test_the_braces_are_the_same_in_both() -> None:
    assert {en: zh for en, zh in chinese().items() if _braces(en) != _braces(zh)} == {}


def test_the_braces_of_a_text_are_filled_where_it_is_said() -> None:
    for file, call in _calls():
        given = {keyword.arg for keyword in call.keywords}
        for text in _resolved(call.args[0]):
            assert _braces(text) <= given, (file, call.lineno, text)


def test_chinese_is_in_chinese_unless_it_is_a_name() -> None:
    words = {re.sub(r"\{\w+\}|\s", "", zh) for zh in chinese().values()} - {""}
    assert {zh for zh in words if re.search(r"\w", zh) and not re.search(r"[\u4e00-\u9fff]", zh)} == {"FBA", "SKU"}


def test_chinese_has_full_width_punctuation() -> None:
    half = re.compile(r"[\u4e00-\u9fff}]\s*[,;:?!()]|[\u4e00-\u9fff]\.(?!\w)|[,;:?!()]\s*[\u4e00-\u9fff]")
    assert [zh for zh in chinese().values() if half.search(zh)] == []


def test_a_text_that_ends_with_a_stop_does_so_in_both() -> None:
    ends = {".": "。", "?": "？", ":": "："}
    for en, zh in chinese().items():
        assert (zh[-1] in "。？：") == (en[-1] in ends), (en, zh)


ENGLISH, CHINESE = Reader("en"), Reader("zh")


def test_a_text_is_said_in_english_where_nobody_chose() -> None:
    assert ENGLISH.say("{n} to fix", n=3) == "3 to fix"
    assert ENGLISH.localized(Bilingual(en="letter", zh="信")) == "letter"


def test_a_text_is_said_in_chinese() -> None:
    assert CHINESE.say("{n} to fix", n=3) == "3 项待改"
    assert CHINESE.say("no entry for {this}", this="{n}") == "no entry for {n}"
    assert CHINESE.localized(Bilingual(en="letter", zh="信")) == "信"
    assert CHINESE.left(timedelta(hours=41, minutes=33)) == "41 小时 33 分"
    assert CHINESE.moment(datetime(2026, 11, 21, 10, 5, tzinfo=UTC)) == "11月21日（周六）10:05"


@pytest.mark.slow
def test_time_left_is_said_in_hours_and_minutes_and_from_four_days_in_days() -> None:
    assert ENGLISH.left(timedelta(hours=41, minutes=33, seconds=59)) == "41 h 33 min"
    assert ENGLISH.left(timedelta(hours=95, minutes=59)) == "95 h 59 min"
    assert ENGLISH.left(timedelta(days=10, hours=7, minutes=59)) == "10 d 7 h"
    assert ENGLISH.left(timedelta(0)) == "0 h 0 min"
    assert ENGLISH.left(-timedelta(seconds=1)) == "past"
    assert ENGLISH.moment(datetime(2026, 11, 21, 10, 5, tzinfo=UTC)) == "Sat 21 Nov 10:05"


def _reading(name: str, of: str = "") -> set[str]:
    """Return the files that read an attribute, of anything or of one name."""
    return {
        file
        for file, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == name and (not of or ast.unparse(node.value) == of)
    }


def test_language_and_clock_are_read_where_a_page_begins_and_passed_in_from_there() -> None:
    screens = {f"screens/{name}.py" for name in ("board", "check", "handbook", "notice", "workbench")}
    assert _reading("current_reader") == {"app.py", "serve.py", *screens}
    assert _reading("language", "st.session_state") == {"session.py", "case_bar.py"}  # read once, and the switch
    assert _reading("timezone") == {"session.py"}
    assert _reading("now", "datetime") == {"words.py", "serve.py"}  # the reader's clock, and when the trash is emptied


def test_the_readers_clock_is_the_one_it_was_given() -> None:
    at = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
    reader = Reader("zh", timezone(timedelta(hours=8)), at.astimezone)
    assert reader.now() == at
    assert reader.dated(reader.today()) == "2026年12月1日"
