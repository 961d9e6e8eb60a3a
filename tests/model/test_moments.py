"""Times of day and zones are read as people write them, and nothing else is."""

from __future__ import annotations

from datetime import time

import pytest

from poa_app.model.moments import time_of, zone_of


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("23:59", time(23, 59)),
        (" 9:05 ", time(9, 5)),
        ("09.05", time(9, 5)),
        ("3pm", time(15)),
        ("3:30 p.m.", time(15, 30)),
        ("12 am", time(0)),
        ("12 PM", time(12)),
    ],
)
def test_a_time_of_day_is_read(said: str, meant: time) -> None:
    assert time_of(said) == meant


@pytest.mark.parametrize(
    "said", [None, "", " ", "3", "24:00", "12:60", "13 pm", "0 am", "noon", "下午三点", "3:3", "٣:٠٠"]
)
def test_what_is_no_time_of_day_is_none(said: str | None) -> None:
    assert time_of(said) is None


def test_a_zone_is_found_by_its_name() -> None:
    zone = zone_of(" Asia/Shanghai ")
    assert zone
    assert zone.key == "Asia/Shanghai"


@pytest.mark.parametrize("said", [None, "", "PST", "Beijing", "../etc/passwd", "/etc/localtime", "Asia"])
def test_what_is_no_zone_is_none(said: str | None) -> None:
    assert zone_of(said) is None
