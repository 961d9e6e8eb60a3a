"""The command line in an empty folder, with files that are bad each in its own way."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from poa_app.cli import app
from tests.cli.running import BAD, ROOT, Run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in, with English as the language."""
    for name in ("POA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def poa(here: Path) -> Run:
    """The command line in this process, standing in the empty folder."""
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words], prog_name="poa")


@pytest.fixture
def bad(here: Path) -> Path:
    """A folder full of files that cannot be used."""
    for name, content in BAD.items():
        (here / name).write_bytes(content)
    (here / "folder").mkdir()
    with (here / "big.json").open("wb") as sparse:
        sparse.truncate(50_000_000)
    return here


@pytest.fixture
def home(here: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Choose the data folder the next commands use."""
    monkeypatch.delenv("POA_DATABASE_URL", raising=False)
    return lambda name: monkeypatch.setenv("POA_HOME", str(here / name))


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the program and its templates, to break."""
    copy = tmp_path / "checkout"
    for name in ("poa_app", "templates"):
        shutil.copytree(ROOT / name, copy / name)
    return copy
