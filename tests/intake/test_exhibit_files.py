"""Only a file that lies beside the case, or below it, counts as an exhibit that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from poa_app.intake.exhibit_files import missing_files
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case's folder with an exhibit beside and one below, and a secret outside."""
    (tmp_path / "secret.pdf").write_bytes(b"%PDF")
    inside = tmp_path / "case"
    (inside / "papers").mkdir(parents=True)
    (inside / "a.pdf").write_bytes(b"%PDF")
    (inside / "papers" / "b.pdf").write_bytes(b"%PDF")
    (inside / "\u53d1\u7968 1.pdf").write_bytes(b"%PDF")
    (inside / "out").symlink_to(tmp_path / "secret.pdf")
    (inside / "ring").symlink_to("ring")
    (inside / "in").symlink_to("a.pdf")
    return inside


def _absent(folder: Path, name: str | None) -> bool:
    return bool(missing_files(Case(exhibits=(Exhibit(id="paper1", file=name),)), folder))


@pytest.mark.parametrize("name", ["a.pdf", "papers/b.pdf", "./a.pdf", "papers/../a.pdf", "\u53d1\u7968 1.pdf", "in"])
def test_a_file_beside_the_case_is_there(folder: Path, name: str) -> None:
    assert not _absent(folder, name)


@pytest.mark.parametrize(
    "name",
    ["none.pdf", "A.PDF/", "papers", ".", "..", "../secret.pdf", "papers/../../secret.pdf", "out", "ring", "ring/a.pdf",
     "a.pdf/b.pdf", "zero\0byte", "long" * 2000, "~", "a.pdf\n"],
)  # fmt: skip
def test_anything_else_is_absent(folder: Path, name: str) -> None:
    assert _absent(folder, name)


def test_an_absolute_path_is_absent_even_where_a_file_is(folder: Path) -> None:
    assert _absent(folder, str(folder.parent / "secret.pdf"))


@pytest.mark.parametrize("name", [None, ""])
def test_an_exhibit_that_is_only_referred_to_is_not_looked_for(folder: Path, name: str | None) -> None:
    assert not _absent(folder, name)


def test_each_absent_exhibit_is_named_by_its_row(folder: Path) -> None:
    names = {"here01": "a.pdf", "gone01": "x.pdf", "here02": "papers/b.pdf", "gone02": "y.pdf", "ref001": None}
    case = Case(exhibits=tuple(Exhibit(id=row, file=name) for row, name in names.items()))
    assert missing_files(case, folder) == {"gone01", "gone02"}


def test_a_folder_can_be_given_by_a_link_or_from_where_one_stands(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = folder.parent / "link"
    link.symlink_to(folder)
    assert not _absent(link, "a.pdf")
    monkeypatch.chdir(folder)
    assert not _absent(Path(), "papers/b.pdf")
    assert not _absent(Path("papers"), "b.pdf")


def test_a_folder_that_is_gone_has_no_exhibits(folder: Path) -> None:
    assert _absent(folder / "gone", "a.pdf")
