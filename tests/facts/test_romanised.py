"""A Latin name is known as a Chinese one by its pinyin."""

from __future__ import annotations

import pytest

from poa_app.facts.romanised import is_romanised
from tests.each import for_each


@for_each("latin", ["Li Qiang", "Qiang Li", "LiQiang", "LI QIANG", "Li-Qiang"])
def test_either_order_and_any_spacing_will_do(latin: str) -> None:
    assert is_romanised(latin, "李强")


@pytest.mark.parametrize(("latin", "chinese"), [("Shan Tian", "单田"), ("Zeng Fang", "曾芳"), ("Zhou Lan", "周岚")])
def test_a_sign_with_several_readings_may_have_any(latin: str, chinese: str) -> None:
    assert is_romanised(latin, chinese)


@for_each(("latin", "chinese"), [
    ("Wang Qiang", "李强"), ("", "李强"), ("Li Qiang", ""), ("Li", "李强"), ("Ivan", "Иван"), ("Kim", "김"),
    ("A", "あ" * 50),
])  # fmt: skip
def test_another_name_is_none(latin: str, chinese: str) -> None:
    assert not is_romanised(latin, chinese)
