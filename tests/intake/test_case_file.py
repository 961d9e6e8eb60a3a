"""A saved case comes back as it was; anything else is refused with one sentence that says where."""

from __future__ import annotations

import json
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from poa_app.errors import InputError, NewerCase, NotACase, NotJson, short
from poa_app.intake.case_file import parse_case, write_case
from poa_app.model.base import Row
from poa_app.model.case import CASE_VERSION, Case
from poa_app.model.text import Count, Date, Number
from tests.each import for_each
from tests.intake.refusals import refusal

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


@for_each(
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
    assert refusal(text.encode(), NotJson).startswith(f"case.json, line {line}: is not a JSON file")


@for_each(
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
    assert "it is not UTF-8 text" in refusal(content, NotJson)


def test_a_byte_order_mark_does_no_harm() -> None:
    assert parse_case(json.dumps({"poa_case": 1, "scope": "all"}).encode("utf-8-sig"), "case.json") == Case(scope="all")


@for_each("text", ["[]", "1", "null", '"poa_case"', "{}", '[{"poa_case": 1}]', '{"case": {"poa_case": 1}}'])
def test_json_that_is_no_case_is_refused(text: str) -> None:
    assert "there is no 'poa_case' key" in refusal(text.encode(), NotACase)


@pytest.mark.parametrize("version", ["2", "99", "9" * 4000])
def test_a_case_of_a_newer_program_is_refused_with_both_formats(version: str) -> None:
    said = refusal(f'{{"poa_case": {version}, "unheard_of": 1}}'.encode(), NewerCase)
    assert f"format {short(version)}, this one reads up to 1" in said


@for_each("version", ["0", "-1", '"1"', "null", "[]", "{}", "2.5", "1e400", "true", "false", "1.0", "1e0"])
def test_a_format_that_never_was_is_no_case(version: str) -> None:
    assert "at /poa_case:" in refusal(f'{{"poa_case": {version}}}'.encode(), NotACase)


@for_each(
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
    assert f", at {place}: " in refusal(f'{{"poa_case": 1, {field}}}'.encode(), NotACase)


@for_each(
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
    assert f", at {place}: extra inputs are not permitted" in refusal(text.encode(), NotACase)


def test_a_key_that_is_no_text_is_refused() -> None:
    refusal(b'{"poa_case": 1, "a\\ud800b": 1}', NotACase)


TWIN = '{"id": "aaaaaa"}, {"id": "bbbbbb"}, {"id": "aaaaaa"}'


@for_each(
    ("text", "place"),
    [
        (f'"products": [{TWIN}]', "/products/aaaaaa"),
        (f'"root_causes": [{TWIN}]', "/root_causes/aaaaaa"),
        (f'"notice": {{"requests": [{TWIN}]}}', "/notice/requests/aaaaaa"),
        (f'"exhibits": [{{"id": "cccccc", "covers": [{TWIN}]}}]', "/exhibits/cccccc/covers/aaaaaa"),
    ],
)
def test_twin_rows_of_one_list_are_refused(text: str, place: str) -> None:
    assert f"at {place}: two rows bear the same id" in refusal(f'{{"poa_case": 1, {text}}}'.encode(), NotACase)


def test_rows_of_different_lists_may_share_an_id() -> None:
    text = '{"poa_case": 1, "products": [{"id": "aaaaaa"}], "suppliers": [{"id": "aaaaaa"}]}'
    assert parse_case(text.encode(), "case.json").products[0].id == "aaaaaa"


@for_each(
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
    assert f"at {key}: this key stands there twice" in refusal(text.encode(), NotACase)


@for_each("number", ["NaN", "Infinity", "-Infinity", "9" * 5000])
@for_each("field", ["affected", "scope", "poa_case"])
def test_a_number_that_is_none_is_refused(number: str, field: str) -> None:
    held = {"poa_case": "1", field: number}
    text = ", ".join(f'"{key}": {value}' for key, value in held.items())
    refusal(f"{{{text}}}".encode(), NotJson)


@for_each("depth", [50, 400, 490, 600, 980, 5_000, 100_000])
@for_each(("opened", "closed"), [("[", "]"), ('{"a":', "}")])
@for_each("around", ["{}", '{{"poa_case": 1, "scope": {}}}'])
def test_nesting_of_any_depth_is_refused_in_one_sentence(depth: int, opened: str, closed: str, around: str) -> None:
    refusal(around.format(opened * depth + "1" + closed * depth).encode())


def test_a_lone_surrogate_becomes_a_replacement_character_and_a_pair_an_emoji() -> None:
    text = '{"poa_case": 1, "scope": "a\\ud800b", "opening": "\\ud83d\\ude00"}'
    case = parse_case(text.encode(), "case.json")
    assert (case.scope, case.opening) == ("a\N{REPLACEMENT CHARACTER}b", "\N{GRINNING FACE}")
    assert parse_case(write_case(case), "case.json") == case


def test_a_surrogate_written_as_bytes_is_no_utf_8() -> None:
    refusal(_json('{"poa_case": 1, "scope": "\ud800"}'), NotJson)


@given(
    st.binary(max_size=60)
    | st.recursive(st.none() | st.integers() | TYPED, st.lists).map(lambda held: json.dumps(held).encode())
)
@settings(deadline=None, max_examples=200, derandomize=True)
def test_foreign_bytes_are_refused_in_one_sentence(content: bytes) -> None:
    refusal(content)


@for_each(
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
@for_each("mark", ["k", "\N{GRINNING FACE}", "\\n", "中"])
def test_a_message_is_short_whatever_the_file_holds(text: str, mark: str) -> None:
    content = text.replace("LONG", mark * 200_000).encode()
    with pytest.raises(InputError) as refused:
        parse_case(content, "n" * 5_000)
    for said in (refused.value.en, refused.value.zh):
        assert said.isprintable()
        assert len(said) < 500


def test_no_message_repeats_what_the_case_says() -> None:
    text = '{"poa_case": 1, "fulfilment": "SECRET", "scope": "SECRET", "affected": ["SECRET"]}'
    assert "SECRET" not in refusal(text.encode())
