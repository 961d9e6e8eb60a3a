"""What can be chosen: every enforcement of the data files, every template of the folder."""

from __future__ import annotations

import re

from poa_app import desk
from poa_app.knowledge import knowledge


def test_every_enforcement_is_listed_once_in_alphabetical_order() -> None:
    slugs = [one["slug"] for one in desk.enforcements()]
    assert slugs == sorted(knowledge().enforcements)
    assert len(slugs) == 45


def test_any_other_violation_is_the_last_to_choose() -> None:
    assert list(knowledge().enforcements)[-1] == "other"


def test_an_enforcement_is_listed_with_the_keys_of_the_contract() -> None:
    for one in desk.enforcements():
        assert list(one) == ["slug", "name", "family", "routes", "plan_expected"]
        assert list(one["name"]) == ["en", "zh"]
        assert one["name"]["en"].isascii()
        assert re.search(r"[\u4e00-\u9fff]", one["name"]["zh"])
        assert set(one["routes"]) <= set(knowledge().routes)
        assert isinstance(one["plan_expected"], bool)


def test_templates_are_listed_once_by_the_names_users_give() -> None:
    assert set(desk.template_names()) >= {"short", "full"}
    assert len(set(desk.template_names())) == len(desk.template_names())
