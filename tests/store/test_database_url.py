from __future__ import annotations

from pathlib import Path

import pytest

from poa_app.errors import StoreFault
from poa_app.store import Store
from poa_app.store.database_url import database_url, display_name


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("POA_HOME", raising=False)
    monkeypatch.delenv("POA_DATABASE_URL", raising=False)


def test_the_argument_then_the_address_then_the_home_then_the_users_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setattr("poa_app.store.database_url.user_data_dir", lambda name, appauthor: str(tmp_path / name))
    assert database_url(None).database == str(tmp_path / "poa-app" / "poa.db")
    monkeypatch.setenv("POA_HOME", "~/my data")
    assert database_url(None).database == str(tmp_path / "my data" / "poa.db")
    monkeypatch.setenv("POA_DATABASE_URL", "postgresql://me:hush@db.example/poa?password=hush")
    assert display_name(database_url(None)) == "db.example/poa"
    assert database_url("sqlite:///x.db").database == "x.db"


def test_folder_and_file_are_the_users_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home = tmp_path / "数据 50% #1?"
    monkeypatch.setenv("POA_HOME", str(home))
    store = Store.open()
    store.set_setting("language", "zh")
    assert {path.name: path.stat().st_mode & 0o777 for path in [home, *home.iterdir()]} == {
        home.name: 0o700,
        "poa.db": 0o600,
        "poa.db-wal": 0o600,
        "poa.db-shm": 0o600,
    }
    store.close()


@pytest.mark.parametrize("url", ["nonsense", "sqlite:/x", "mongodb://me:hush@h/d", "oracle://me:hush@h/d", "a://b:c:d"])
def test_an_address_that_is_none_is_one_sentence(url: str) -> None:
    with pytest.raises(StoreFault) as caught:
        Store.open(url)
    assert "hush" not in str(caught.value)
    assert caught.value.exit_code == 2
