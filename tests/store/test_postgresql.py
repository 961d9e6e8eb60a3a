"""What is PostgreSQL's own: addresses as people write them, and what is said of those that lead nowhere."""

from __future__ import annotations

import time
from contextlib import closing
from typing import Any

import pytest

from poa_app.errors import StoreFault, WrongAddress
from poa_app.model.case import Case
from poa_app.store import Store, readable
from poa_app.store.database_url import database_url
from tests.each import for_each
from tests.store.postgresql import Server

pytestmark = pytest.mark.postgresql


@pytest.mark.parametrize(
    "scheme", ["postgres", "postgresql", "postgresql+psycopg", "postgresql+psycopg2", "postgresql+asyncpg", "POSTGRES"]
)
def test_an_address_works_whatever_driver_it_names(postgresql: Server, scheme: str) -> None:
    written = postgresql.new_database().replace("postgresql", scheme.lower(), 1)
    with closing(Store.open(written)) as store:
        made = store.create(Case(scope="五十 ☃ 😀 ünï"))
        assert store.load(made.id).case.scope == "五十 ☃ 😀 ünï"
    assert readable(written)


def _refused(url: str) -> str:
    with pytest.raises(WrongAddress) as caught:
        Store.open(url)
    for text in (str(caught.value), caught.value.zh):
        assert "hush" not in text
        assert "wrong-secret" not in text
        assert "\n" not in text
    assert caught.value.exit_code == 2
    assert not readable(url)
    return str(caught.value)


def test_a_wrong_password_or_user_is_said(postgresql: Server) -> None:
    assert "refuses this user or password" in _refused(postgresql.address("postgres", password="wrong-secret"))
    assert "refuses this user or password" in _refused(postgresql.address("postgres", user="nobody"))


def test_a_database_that_is_not_there_is_said(postgresql: Server) -> None:
    assert "no database of that name" in _refused(postgresql.address("none"))


def test_a_host_that_is_not_there_is_said() -> None:
    assert "no host of that name" in _refused("postgresql://poa:hush@no-such-host.invalid/poa")


def test_a_server_that_is_not_there_is_said() -> None:
    assert "cannot be reached" in _refused("postgresql://poa:hush@127.0.0.1:1/poa")


def test_a_host_that_does_not_answer_is_given_up_soon() -> None:
    began = time.monotonic()
    assert "cannot be reached" in _refused("postgresql://poa:hush@192.0.2.1/poa")
    assert time.monotonic() - began < 9


def test_a_database_without_chinese_is_refused(postgresql: Server) -> None:
    url = postgresql.new_database("ENCODING 'LATIN1' TEMPLATE template0")
    with pytest.raises(WrongAddress, match="keeps its text as LATIN1"):
        Store.open(url)


def test_options_nobody_knows_are_said(postgresql: Server) -> None:
    with pytest.raises(StoreFault):
        Store.open(postgresql.new_database() + "?no_such_option=1")


@for_each("url", ["mysql://me:hush@h/d", "mongodb://me:hush@h/d", "http://h/d", "postgresql", "x"])
def test_what_is_no_such_address_is_said_with_the_right_form(url: str) -> None:
    with pytest.raises(WrongAddress, match="postgresql://USER:PASSWORD@HOST/NAME") as caught:
        database_url(url)
    assert "hush" not in str(caught.value)


def test_without_the_driver_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(*given: Any, **more: Any) -> None:
        raise ModuleNotFoundError("psycopg")

    monkeypatch.setattr("poa_app.store.engine.create_engine", absent)
    with pytest.raises(WrongAddress, match="pip install"):
        Store.open("postgresql://poa:hush@h/poa")


def test_two_hundred_looks_leave_no_connection(postgresql: Server) -> None:
    url = postgresql.new_database()
    with closing(Store.open(url)):
        pass
    assert all(readable(url) for _ in range(200))
