"""The program answers under its own names alone, and says truthfully under which."""

from __future__ import annotations

import socket

import pytest

from poa_app.ui import hosts
from poa_app.ui.hosts import address, announcement, host_name, names_allowed, own_addresses
from tests.each import for_each


@for_each(
    ("header", "name"),
    [
        ("localhost:8501", "localhost"),
        ("LOCALHOST", "localhost"),
        ("localhost.", "localhost"),
        ("127.0.0.1:8501", "127.0.0.1"),
        ("[::1]:8501", "::1"),
        ("desk-7.local", "desk-7.local"),
    ],
)
def test_a_host_header_names_its_host(header: str, name: str) -> None:
    assert host_name(header) == name


@for_each(
    "header",
    ["", ":8501", "a@localhost", "localhost:99999", "localhost:x", "localhost/x", "localhost?x", "localhost#x", "x:1:2",
     "[::1", "local host", "localhost\t", "loc\u0430lhost", "localhost,evil.test", "'self'", "a;b"],
)  # fmt: skip
def test_a_malformed_host_header_names_none(header: str) -> None:
    assert host_name(header) is None


def test_this_machine_alone_answers_under_its_own_names() -> None:
    assert names_allowed("127.0.0.1", ()) == {"localhost", "127.0.0.1", "::1"}
    assert "desk.example" in names_allowed("127.0.0.1", ["Desk.Example."])


def test_the_network_reaches_it_under_its_addresses_and_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hosts, "own_addresses", lambda family=socket.AF_INET: ["192.0.2.7"])
    monkeypatch.setattr(socket, "gethostname", lambda: "Desk7")
    assert {"192.0.2.7", "desk7", "desk7.local", "localhost"} <= names_allowed("0.0.0.0", ())
    assert {"192.0.2.9", "desk7"} <= names_allowed("192.0.2.9", ())


def test_its_own_addresses_are_none_of_the_loopback() -> None:
    assert not {one for one in own_addresses() if one.startswith("127.")}


def test_an_address_is_written_as_a_browser_takes_it() -> None:
    assert address("::1", 80) == "http://[::1]:80"
    assert address("192.0.2.7", 8501) == "http://192.0.2.7:8501"


def test_it_says_who_can_open_it_only_where_others_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hosts, "own_addresses", lambda family=socket.AF_INET: ["192.0.2.7", "10.0.0.7"])
    assert announcement("127.0.0.1", 8501, (), "en") == ["http://127.0.0.1:8501"]
    assert announcement("localhost", 8501, (), "zh") == ["http://localhost:8501"]
    said = announcement("0.0.0.0", 8501, ["desk.example"], "en")
    assert said[:3] == ["http://192.0.2.7:8501", "http://10.0.0.7:8501", "http://desk.example:8501"]
    assert said[3].startswith("Anyone on this network can open it")
    assert announcement("192.0.2.7", 80, (), "zh")[1].endswith("连接没有加密。")


def test_without_a_network_it_names_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hosts, "own_addresses", lambda family=socket.AF_INET: [])
    monkeypatch.setattr(socket, "gethostname", lambda: "desk7")
    assert announcement("0.0.0.0", 8501, (), "en")[0] == "http://desk7:8501"
