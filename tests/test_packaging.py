"""What is installed is all there and runs from anywhere; what it needs is pinned."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from email.parser import BytesParser
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import poa_app
from tests.each import for_each

ROOT = Path(poa_app.__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINS = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
NEEDED = [*PROJECT["dependencies"], *(name for extra in PROJECT["optional-dependencies"].values() for name in extra)]


def _run(*words: str, folder: Path, path: Path | None = None) -> str:
    """Run Python on something, standing in a folder; with a path, only the program that lies there is seen."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if path:
        environment["PYTHONPATH"] = str(path)
    words = (sys.executable, "-B", *words)
    ran = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=100)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built from the checkout without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    _run("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), folder=ROOT)
    (file,) = folder.glob("*.whl")
    return zipfile.ZipFile(file)


@pytest.fixture(scope="module")
def installed(wheel: zipfile.ZipFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's files in a folder of their own, far from the checkout."""
    folder = tmp_path_factory.mktemp("site")
    wheel.extractall(folder)
    return folder


def _below(folder: Path) -> list[str]:
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    kept = (path for path in paths if not {"__pycache__", "_shipped"} & {*path.parts})
    return sorted(path.as_posix() for path in kept)


def test_the_wheel_holds_every_file_of_the_program(wheel: zipfile.ZipFile) -> None:
    shipped = set(wheel.namelist())
    program = {f"poa_app/{name}" for name in _below(ROOT / "poa_app")}
    assert {"poa_app/py.typed", "poa_app/knowledge/enforcements/late-shipment-rate.toml"} <= program
    assert program - shipped == set()


@pytest.mark.parametrize("folder", ["templates", "examples"])
def test_the_wheel_holds_templates_and_examples_with_their_exhibits(wheel: zipfile.ZipFile, folder: str) -> None:
    start = f"poa_app/_shipped/{folder}/"
    there = [name.removeprefix(start) for name in wheel.namelist() if name.startswith(start)]
    assert sorted(there) == _below(ROOT / folder)
    kinds = {"templates": {".j2", ".docx"}, "examples": {".json", ".pdf", ".png"}}[folder]
    assert kinds <= {Path(name).suffix for name in there}


def test_the_wheel_holds_nothing_else(wheel: zipfile.ZipFile) -> None:
    assert {name.split("/")[0] for name in wheel.namelist()} == {
        "poa_app", f"poa_app-{poa_app.__version__}.dist-info",
    }  # fmt: skip
    assert not [name for name in wheel.namelist() if "__pycache__" in name or name.endswith(".pyc")]


def test_the_wheel_says_what_it_is_and_what_it_needs(wheel: zipfile.ZipFile) -> None:
    information = f"poa_app-{poa_app.__version__}.dist-info"
    told = BytesParser().parsebytes(wheel.read(f"{information}/METADATA"))
    assert (told["Name"], told["Version"]) == ("poa-app", poa_app.__version__)
    needed = [one for one in map(Requirement, told.get_all("Requires-Dist")) if not one.marker]
    assert sorted(map(str, needed)) == sorted(str(Requirement(one)) for one in PROJECT["dependencies"])
    assert "poa = poa_app.cli:main" in wheel.read(f"{information}/entry_points.txt").decode()


@pytest.mark.slow
def test_the_installed_program_writes_an_example_from_any_folder(installed: Path, tmp_path: Path) -> None:
    place = _run("-c", "import poa_app; print(poa_app.__file__)", folder=tmp_path, path=installed)
    assert Path(place.strip()).is_relative_to(installed)
    example = installed / "poa_app" / "_shipped" / "examples" / "late-shipment-rate.json"
    signed = re.search(r'"letter_date": "([\d-]+)"', example.read_text(encoding="utf-8"))
    assert signed
    words = ("-m", "poa_app", "render", str(example), "-o", "letter.docx", "--today", signed[1])
    assert _run(*words, folder=tmp_path, path=installed) == "letter.docx\n"
    assert "word/document.xml" in zipfile.ZipFile(tmp_path / "letter.docx").namelist()
    assert [path.name for path in tmp_path.iterdir()] == ["letter.docx"]


@pytest.mark.slow
def test_the_installed_program_says_what_the_checkout_says(installed: Path, tmp_path: Path) -> None:
    words = ("-m", "poa_app", "enforcements", "--json")
    assert _run(*words, folder=tmp_path, path=installed) == _run(*words, folder=ROOT)


def test_the_same_checkout_gives_the_same_wheel(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    _run("-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path), folder=ROOT)
    (again,) = tmp_path.glob("*.whl")
    assert again.read_bytes() == Path(str(wheel.filename)).read_bytes()


# Pins


def test_every_line_of_the_constraints_pins_a_package_exactly() -> None:
    assert len(PINS) > 50
    form = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*==\d[\w.]*( ; [\w' .=<>!()]+)?")
    assert [line for line in PINS if not form.fullmatch(line)] == []


def test_the_constraints_hold_no_address() -> None:
    assert [line for line in PINS if re.search(r"https?:|file:|@|--|/", line)] == []


def test_a_package_is_pinned_twice_only_for_different_machines() -> None:
    plain = [line.split("==")[0] for line in PINS if " ; " not in line]
    marked = {line.split("==")[0] for line in PINS if " ; " in line}
    assert len(set(plain)) == len(plain)
    assert marked & set(plain) == set()


@for_each("needed", NEEDED)
def test_every_direct_dependency_is_pinned_within_its_bounds(needed: str) -> None:
    wanted = Requirement(needed)
    pinned = [
        Requirement(line)
        for line in PINS
        if canonicalize_name(Requirement(line).name) == canonicalize_name(wanted.name)
    ]
    assert pinned
    for pin in pinned:
        (version,) = pin.specifier
        assert wanted.specifier.contains(version.version)


def test_every_direct_dependency_has_a_lower_bound() -> None:
    assert [name for name in NEEDED if not re.fullmatch(r"[a-z0-9-]+>=\d+(\.\d+)*(,<\d+(\.\d+)*)?", name)] == []
