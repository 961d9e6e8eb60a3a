"""Roles and names are found beside each other, and nothing else is taken for a person."""

from __future__ import annotations

import pytest

from poa_app.facts.people import is_person, people
from tests.each import for_each


def _named(text: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.value, one.beside) for one in people(text)]


@for_each(
    ("text", "role", "name"),
    [
        ("Dana Whitlock, warehouse lead, moved it", "warehouse lead", "Dana Whitlock"),
        ("Dana Whitlock (our warehouse lead)", "warehouse lead", "Dana Whitlock"),
        ("our customer service manager Priya Anand", "customer service manager", "Priya Anand"),
        ("the night shift supervisor, Benny, was ill", "night shift supervisor", "Benny"),
        ("Helen Marsh is the catalog specialist", "catalog specialist", "Helen Marsh"),
        ("仓库主管李强把截单改了", "仓库主管", "李强"),
        ("王芳（客服主管）".replace("（", "(").replace("）", ")"), "客服主管", "王芳"),
        ("打包员小王请假", "打包员", "小王"),
        ("运营经理: 沈一鸣", "运营经理", "沈一鸣"),
        ("仓库主管 Dana Whitlock", "仓库主管", "Dana Whitlock"),
    ],
)
def test_a_role_and_the_name_beside_it(text: str, role: str, name: str) -> None:
    found = _named(text)
    assert ("role", role, name) in found
    assert ("name", name, role) in found


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("the packer was ill on Monday", "packer"),
        ("We told the warehouse manager. Then it stopped", "warehouse manager"),
    ],
)
def test_a_role_without_a_name_stands_alone(text: str, role: str) -> None:
    assert _named(text) == [("role", role, "")]


@for_each(
    "text",
    [
        "the lead time to Reno",
        "a rights owner complained",
        "the brand owner wrote",
        "our team and the supplier",
        "运营很忙",
    ],
)
def test_what_is_no_role_of_the_house_is_none(text: str) -> None:
    assert _named(text) == []


@for_each(
    ("words", "person"),
    [
        ("李强", True),
        ("小王", True),
        ("王总", True),
        ("Dana Whitlock", True),
        ("订单号", False),
        ("原因", False),
        ("Order", False),
        ("Subject", False),
    ],
)
def test_a_name_in_a_chat_is_known_from_a_heading(words: str, person: bool) -> None:
    assert is_person(words) is person
