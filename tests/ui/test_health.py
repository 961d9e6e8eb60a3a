"""The app's health is told by reading alone, at once, and without leaving anything behind."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request

from poa_app.ui import health
from poa_app.ui.health import Health


def _answer(one: Health) -> tuple[int, dict[str, Any]]:
    answer = asyncio.run(one.answer(Request({"type": "http"})))
    return answer.status_code, json.loads(bytes(answer.body))


def test_a_database_that_can_be_read_is_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "readable", lambda: True)
    assert _answer(Health()) == (200, {"status": "ok"})


def test_one_that_is_not_there_is_said_in_a_line_and_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POA_HOME", str(tmp_path / "home"))
    status, body = _answer(Health())
    assert (status, body["status"]) == (503, "store")
    assert "\n" not in body["detail"]
    assert str(tmp_path) not in body["detail"]
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_does_not_answer_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[float] = []

    def slow() -> bool:
        looks.append(time.monotonic())
        time.sleep(3)
        return True

    monkeypatch.setattr(health, "readable", slow)
    monkeypatch.setattr(health, "PATIENCE", 0.05)
    one = Health()

    async def many() -> list[int]:
        request = Request({"type": "http"})
        return [answer.status_code for answer in await asyncio.gather(*(one.answer(request) for _ in range(50)))]

    began = time.monotonic()
    assert asyncio.run(many()) == [503] * 50
    assert time.monotonic() - began < 2
    assert len(looks) == 1
    time.sleep(3.1)
    monkeypatch.setattr(health, "readable", lambda: True)
    assert _answer(one)[0] == 200
