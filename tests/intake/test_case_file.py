"""A saved case comes back as it was; anything else is refused with one sentence that says where."""

from __future__ import annotations

import json
import os
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from poa_app.errors import InputError, NewerCase, NotACase, NotJson, TooLarge, TooMany, UnreadableFile, short
from poa_app.intake.case_file import (
    ENTRIES_LIMIT,
    FILE_LIMIT,
    LIST_LIMIT,
    LONG_LIST_LIMIT,
    parse_case,
    read_case,
    write_case,
)
from poa_app.model.base import Row
from poa_app.model.case import CASE_VERSION, Case
from poa_app.model.text import FIELD_REFUSED, Count, Date, Number

TYPED = st.text(
    st.characters(exclude_categories=()) | st.sampled_from('\r\n\x00\ud800\ufffe"\\/{}[]<&\u2028'), max_size=12
)
DIGITS = st.from_regex(r"[0-9]{1,14}(\.[0-9]{1,8})?", fullmatch=True)
LEAVES: list[tuple[Any, st.SearchStrategy[Any]]] = [
    (Date, TYPED | st.dates().map(str)),
    (Count, TYPED | DIGITS | st.integers()),
    (Number, TYPED | DIGITS | st.integers() | st.floats(allow_nan=False, allow_infinity=False)),
    (bool, st.booleans()),
]


def _value(kind: Any) -> st.SearchStrategy[Any]:
    """Return what a JSON file can hold for a field of this kind."""
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            return st.lists(_part(inner), max_size=2).map(_named)
        return st.lists(_value(inner), max_size=2)
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _part(kind)
    for known, strategy in LEAVES:
        if kind == known:
            return strategy
    options = [one for one in get_args(kind) if one is not NoneType]
    if NoneType in get_args(kind):
        return st.none() | _value(options[0])
    return st.just("abc123") if "pattern" in repr(kind) else TYPED


def _part(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    fields = {name: _value(info.annotation) for name, info in model.model_fields.items() if name != "poa_case"}
    if issubclass(model, Row):
        fields["id"] = st.just("row000")
    needed = {name: fields.pop(name) for name, info in model.model_fields.items() if info.is_required()}
    return st.fixed_dictionaries(needed, optional=fields)


def _named(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**row, "id": f"row{number:03}"} if "id" in row else row for number, row in enumerate(rows)]


FILES = _part(Case).map(lambda held: json.dumps({"poa_case": CASE_VERSION, **held}).encode())


def _refused(content: bytes, kind: type[InputError] = InputError) -> str:
    """Return the sentence with which a file is refused, having looked that it is one line in each language."""
    with pytest.raises(kind) as refused:
        parse_case(content, "case.json")
    assert refused.type is kind or kind is InputError
    for said in (refused.value.en, refused.value.zh):
        assert said.startswith("case.json")
        assert said.isprintable()
    return str(refused.value)


def _json(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def test_an_example_comes_back_as_it_was(example: Case, example_file: Path) -> None:
    assert parse_case(write_case(example), "case.json") == example
    assert write_case(example) == example_file.read_bytes()


@given(FILES)
@settings(deadline=None, max_examples=200, derandomize=True)
def test_any_case_comes_back_as_it_was(content: bytes) -> None:
    case = parse_case(content, "case.json")
    saved = write_case(case)
    again = parse_case(saved, "case.json")
    assert repr(again) == repr(case)
    assert write_case(again) == saved


def test_an_empty_case_is_a_small_file() -> None:
    assert write_case(Case()) == b'{\n  "poa_case": 1\n}\n'
    assert parse_case(write_case(Case()), "case.json") == Case()


def test_chinese_and_emoji_stand_readable_in_the_file() -> None:
    saved = write_case(Case(scope="深圳 \N{GRINNING FACE}"))
    assert "深圳 \N{GRINNING FACE}".encode() in saved


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("hello", 1),
        ('{"poa_case": 1,\n "scope": oops}', 2),
        ('{"poa_case": 1}\n\n}', 3),
        ("{'poa_case': 1}", 1),
    ],
)
def test_what_is_not_json_is_refused_with_its_line(text: str, line: int) -> None:
    assert _refused(text.encode(), NotJson).startswith(f"case.json, line {line}: is not a JSON file")


@pytest.mark.parametrize(
    "content",
    [
        json.dumps({"poa_case": 1}).encode("utf-16"),
        b'{"poa_case": 1, "scope": "\xff"}',
        b"PK\x03\x04\xff",
        "深圳".encode("gb18030"),
    ],
    ids=["UTF-16", "a stray byte", "a zip", "GB 18030"],
)
def test_what_is_not_utf_8_is_refused(content: bytes) -> None:
    assert "it is not UTF-8 text" in _refused(content, NotJson)


def test_a_byte_order_mark_does_no_harm() -> None:
    assert parse_case(json.dumps({"poa_case": 1, "scope": "all"}).encode("utf-8-sig"), "case.json") == Case(scope="all")


@pytest.mark.parametrize(
    "text", ["[]", "1", "null", '"poa_case"', "{}", '[{"poa_case": 1}]', '{"case": {"poa_case": 1}}']
)
def test_json_that_is_no_case_is_refused(text: str) -> None:
    assert "there is no 'poa_case' key" in _refused(text.encode(), NotACase)


@pytest.mark.parametrize("version", ["2", "99", "9" * 4000])
def test_a_case_of_a_newer_program_is_refused_with_both_formats(version: str) -> None:
    said = _refused(f'{{"poa_case": {version}, "unheard_of": 1}}'.encode(), NewerCase)
    assert f"format {short(version)}, this one reads up to 1" in said


@pytest.mark.parametrize(
    "version", ["0", "-1", '"1"', "null", "[]", "{}", "2.5", "1e400", "true", "false", "1.0", "1e0"]
)
def test_a_format_that_never_was_is_no_case(version: str) -> None:
    assert "at /poa_case:" in _refused(f'{{"poa_case": {version}}}'.encode(), NotACase)


@pytest.mark.parametrize(
    ("field", "place"),
    [
        ('"scope": 5', "/scope"),
        ('"client": []', "/client"),
        ('"client": {"store": {}}', "/client/store"),
        ('"marketplaces": "US"', "/marketplaces"),
        ('"marketplaces": ["US", 7]', "/marketplaces/1"),
        ('"letter_date": 20261119', "/letter_date"),
        ('"affected": 1.5', "/affected"),
        ('"affected": true', "/affected"),
        ('"metrics": [{"id": "aaaaaa", "then": {"value": []}}]', "/metrics/0/then/value"),
        ('"root_causes": [{"id": "aaaaaa", "why": "because"}]', "/root_causes/0/why"),
        ('"root_causes": [{"what": "no id"}]', "/root_causes/0/id"),
        ('"root_causes": [{"id": "too long an id"}]', "/root_causes/0/id"),
        ('"root_causes": [{"id": "aaaaaa", "exhibits": ["?"]}]', "/root_causes/0/exhibits/0"),
        ('"violations": [{"id": "aaaaaa", "route": "prayer"}]', "/violations/0/route"),
        ('"deadline": {"certain": "maybe"}', "/deadline/certain"),
        ('"fulfilment": "\\ud800"', "/fulfilment"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_at_its_place(field: str, place: str) -> None:
    assert f", at {place}: " in _refused(f'{{"poa_case": 1, {field}}}'.encode(), NotACase)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"poa_case": 1, "scpoe": "x"}', "/scpoe"),
        ('{"poa_case": 1, "client": {"shop": "x"}}', "/client/shop"),
        (
            '{"poa_case": 1, "exhibits": [{"id": "aaaaaa", "covers": [{"id": "bbbbbb", "units": 1}]}]}',
            "/exhibits/0/covers/0/units",
        ),
        ('{"poa_case": 1, "two\\nlines": 1}', "/two lines"),
        ('{"poa_case": 1, "\\u001b[31mred": 1}', "/ [31mred"),
    ],
)
def test_a_key_nobody_knows_is_refused_by_name(text: str, place: str) -> None:
    assert f", at {place}: extra inputs are not permitted" in _refused(text.encode(), NotACase)


def test_a_key_that_is_no_text_is_refused() -> None:
    _refused(b'{"poa_case": 1, "a\\ud800b": 1}', NotACase)


TWIN = '{"id": "aaaaaa"}, {"id": "bbbbbb"}, {"id": "aaaaaa"}'


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f'"products": [{TWIN}]', "/products/aaaaaa"),
        (f'"root_causes": [{TWIN}]', "/root_causes/aaaaaa"),
        (f'"notice": {{"requests": [{TWIN}]}}', "/notice/requests/aaaaaa"),
        (f'"exhibits": [{{"id": "cccccc", "covers": [{TWIN}]}}]', "/exhibits/cccccc/covers/aaaaaa"),
    ],
)
def test_twin_rows_of_one_list_are_refused(text: str, place: str) -> None:
    assert f"at {place}: two rows bear the same id" in _refused(f'{{"poa_case": 1, {text}}}'.encode(), NotACase)


def test_rows_of_different_lists_may_share_an_id() -> None:
    text = '{"poa_case": 1, "products": [{"id": "aaaaaa"}], "suppliers": [{"id": "aaaaaa"}]}'
    assert parse_case(text.encode(), "case.json").products[0].id == "aaaaaa"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('{"poa_case": 1, "scope": "first", "scope": "second"}', "scope"),
        ('{"poa_case": 1, "poa_case": 1}', "poa_case"),
        ('{"poa_case": 1, "client": {"store": "a", "legal_name": "b", "store": "a"}}', "store"),
        ('{"poa_case": 1, "products": [{"id": "aaaaaa", "asin": "A", "asin": "B"}]}', "asin"),
        ('{"poa_case": 1, "sc\\u006fpe": "a", "scope": "b"}', "scope"),
    ],
)
def test_a_key_that_stands_twice_is_refused_by_name(text: str, key: str) -> None:
    assert f"at {key}: this key stands there twice" in _refused(text.encode(), NotACase)


def _rows(count: int) -> list[dict[str, str]]:
    return [{"id": f"{number:06x}"} for number in range(count)]


def _lists(model: type[BaseModel], at: str = "") -> Iterator[tuple[str, Any]]:
    """Return every list of a model with what one of its entries may be, and how it is reached."""
    for name, info in model.model_fields.items():
        kind = info.annotation
        if get_origin(kind) is tuple:
            inner = get_args(kind)[0]
            yield f"{at}/{name}", inner
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                yield from _lists(inner, f"{at}/{name}/0")
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from _lists(kind, f"{at}/{name}")


LONG = ("products", "identifiers", "covers", "orders")
"""The lists of facts that may hold thousands."""


def _long(path: str, inner: Any, count: int) -> bytes:
    row = isinstance(inner, type) and issubclass(inner, Row)
    other = isinstance(inner, type) and not row and issubclass(inner, BaseModel)
    entries: Any = _rows(count) if row else [dict.fromkeys(inner.model_fields, "x")] * count if other else None
    chosen = get_args(inner) if get_origin(inner) is Literal else ()  # a list of choices holds no other words
    held: Any = entries or [chosen[0] if chosen else f"{number:06x}" for number in range(count)]
    for step in reversed(path.strip("/").split("/")):
        held = [{"id": "aaaaaa", **held}] if step == "0" else {step: held}
    return json.dumps({"poa_case": 1, **held}).encode()


@pytest.mark.parametrize(("path", "inner"), [*_lists(Case)], ids=[path for path, _ in _lists(Case)])
def test_a_list_longer_than_it_may_be_is_refused_by_name_and_a_full_one_is_not(path: str, inner: Any) -> None:
    limit = LONG_LIST_LIMIT if path.rsplit("/", 1)[-1] in LONG else LIST_LIMIT
    parse_case(_long(path, inner, limit), "case.json")
    said = _refused(_long(path, inner, limit + 1), TooMany)
    assert f"{limit + 1:,} entries in {path} are more than the {limit:,} accepted" in said


def test_four_hundred_thousand_rows_are_refused_at_once() -> None:
    content = _long("/notice/requests", Row, 400_000)
    start = time.perf_counter()
    assert "400,000 entries in /notice/requests" in _refused(content, TooMany)
    assert time.perf_counter() - start < 10


def test_lists_that_are_long_together_are_refused() -> None:
    exhibits = [{"id": f"{number:06x}", "covers": _rows(400)} for number in range(50)]
    parse_case(json.dumps({"poa_case": 1, "exhibits": exhibits[:49]}).encode(), "case.json")
    said = _refused(json.dumps({"poa_case": 1, "exhibits": exhibits}).encode(), TooMany)
    assert f"20,050 entries in all its lists are more than the {ENTRIES_LIMIT:,} accepted" in said


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "9" * 5000])
@pytest.mark.parametrize("field", ["affected", "scope", "poa_case"])
def test_a_number_that_is_none_is_refused(number: str, field: str) -> None:
    held = {"poa_case": "1", field: number}
    text = ", ".join(f'"{key}": {value}' for key, value in held.items())
    _refused(f"{{{text}}}".encode(), NotJson)


@pytest.mark.parametrize("depth", [50, 400, 490, 600, 980, 5_000, 100_000])
@pytest.mark.parametrize(("opened", "closed"), [("[", "]"), ('{"a":', "}")])
@pytest.mark.parametrize("around", ["{}", '{{"poa_case": 1, "scope": {}}}'])
def test_nesting_of_any_depth_is_refused_in_one_sentence(depth: int, opened: str, closed: str, around: str) -> None:
    _refused(around.format(opened * depth + "1" + closed * depth).encode())


@pytest.mark.parametrize("letter", ["a", "\\u6c49", "\u6c49"])
def test_a_field_of_more_than_a_megabyte_is_refused_and_one_of_a_megabyte_is_not(letter: str) -> None:
    size = len(json.loads(f'"{letter}"').encode())
    brim = FIELD_REFUSED // size
    parse_case(f'{{"poa_case": 1, "scope": "{letter * brim}"}}'.encode(), "case.json")
    said = _refused(f'{{"poa_case": 1, "scope": "{letter * (brim + 1)}"}}'.encode(), NotACase)
    assert "at /scope: more than 1048576 bytes in one field" in said
    assert len(said) < 300


def test_a_lone_surrogate_becomes_a_replacement_character_and_a_pair_an_emoji() -> None:
    text = '{"poa_case": 1, "scope": "a\\ud800b", "opening": "\\ud83d\\ude00"}'
    case = parse_case(text.encode(), "case.json")
    assert (case.scope, case.opening) == ("a\N{REPLACEMENT CHARACTER}b", "\N{GRINNING FACE}")
    assert parse_case(write_case(case), "case.json") == case


def test_a_surrogate_written_as_bytes_is_no_utf_8() -> None:
    _refused(_json('{"poa_case": 1, "scope": "\ud800"}'), NotJson)


@given(
    st.binary(max_size=60)
    | st.recursive(st.none() | st.integers() | TYPED, st.lists).map(lambda held: json.dumps(held).encode())
)
@settings(deadline=None, max_examples=200, derandomize=True)
def test_foreign_bytes_are_refused_in_one_sentence(content: bytes) -> None:
    _refused(content)


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "case.json"
    with file.open("wb") as sparse:
        sparse.truncate(50_000_000)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it was opened"))
    tracemalloc.start()
    start = time.perf_counter()
    with pytest.raises(TooLarge, match=r"^case\.json: 50,000,000 bytes is more than the 20,000,000 accepted"):
        read_case(file)
    taken, (_, peak) = time.perf_counter() - start, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000
    assert taken < 1


def test_a_file_that_grows_while_it_is_read_is_not_read_beyond_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small, file = tmp_path / "small.json", tmp_path / "case.json"
    small.write_bytes(b"{}")
    with file.open("wb") as sparse:
        sparse.truncate(FILE_LIMIT + 10)
    before = os.stat(small)
    monkeypatch.setattr(Path, "stat", lambda *_, **__: before)
    with pytest.raises(TooLarge):
        read_case(file)


def test_bytes_beyond_the_limit_are_refused() -> None:
    _refused(b" " * (FILE_LIMIT + 1), TooLarge)


def _bad_places(folder: Path) -> Iterator[Path]:
    (folder / "ring").symlink_to("ring")
    (folder / "file").write_bytes(b"{}")
    yield folder / "missing.json"
    yield folder
    yield folder / "ring"
    yield folder / "file" / "case.json"
    yield folder / ("long" * 100)
    yield folder / "zero\0byte.json"


def test_a_place_where_no_file_can_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    for place in _bad_places(tmp_path):
        with pytest.raises(UnreadableFile) as refused:
            read_case(place)
        assert str(refused.value).startswith(f"{short(place.name)}: cannot be read (")
        assert refused.value.zh.isprintable()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_what_never_ends_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "link.json").symlink_to("pipe.json")
    for place in (tmp_path / "pipe.json", tmp_path / "link.json", Path("/dev/zero"), Path("/dev/null")):
        with pytest.raises(UnreadableFile, match="it is a pipe or a device, not a file"):
            read_case(place)


@pytest.mark.parametrize(
    "text",
    [
        '{"poa_case": 1, "LONG": 1}',
        '{"poa_case": 1, "client": {"LONG": 1}}',
        '{"poa_case": 1, "LONG": 1, "LONG": 2}',
        '{"poa_case": 1, "products": [{"id": "LONG"}]}',
        '{"poa_case": 1, "fulfilment": "LONG"}',
        '{"poa_case": 1, "products": [{"id": "aaaaaa", "LONG": [[1]]}]}',
        '{"poa_case": "LONG"}',
        '{"LONG": 1}',
        '["LONG"',
    ],
)
@pytest.mark.parametrize("mark", ["k", "\N{GRINNING FACE}", "\\n", "中"])
def test_a_message_is_short_whatever_the_file_holds(text: str, mark: str) -> None:
    content = text.replace("LONG", mark * 200_000).encode()
    with pytest.raises(InputError) as refused:
        parse_case(content, "n" * 5_000)
    for said in (refused.value.en, refused.value.zh):
        assert said.isprintable()
        assert len(said) < 500


def test_a_file_that_is_not_ours_to_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(write_case(Case()))

    def forbidden(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(UnreadableFile, match=r"case\.json: cannot be read \(permission denied\)"):
        read_case(file)


def test_no_message_repeats_what_the_case_says() -> None:
    text = '{"poa_case": 1, "fulfilment": "SECRET", "scope": "SECRET", "affected": ["SECRET"]}'
    assert "SECRET" not in _refused(text.encode())
