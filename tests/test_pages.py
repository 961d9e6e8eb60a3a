"""The letters as LibreOffice prints them: they open, they hold their words, they fit their pages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from poa_app import desk
from poa_app.model.case import Case

pytestmark = pytest.mark.office

MOST_PAGES = {"short": {"plan-of-action": 2, "documents": 4}, "full": {"plan-of-action": 8, "documents": 6}}


@pytest.fixture(scope="module", autouse=True)
def office() -> None:
    """Skip where nobody installed LibreOffice and poppler; in CI they must be there."""
    missing = [name for name in ("soffice", "pdftotext", "pdfinfo") if not shutil.which(name)]
    if missing and os.environ.get("CI") != "true":
        pytest.skip(f"not on this machine: {', '.join(missing)}")
    assert not missing


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


def _words(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("template", ["short", "full"])
def test_a_letter_prints_on_the_pages_a_reviewer_reads(
    example: Case, example_file: Path, template: str, tmp_path: Path
) -> None:
    assert example.letter_date
    made = desk.render_case(example, example_file.name, ".docx", template, example.letter_date)  # type: ignore[arg-type]
    (tmp_path / "letter.docx").write_bytes(made.content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    _run(
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "letter.docx"),
    )
    pages = int(re.search(r"Pages:\s+(\d+)", _run("pdfinfo", str(tmp_path / "letter.pdf")))[1])  # type: ignore[index]
    assert pages <= MOST_PAGES[template][example.route or ""]
    printed = _words(_run("pdftotext", "-layout", str(tmp_path / "letter.pdf"), "-"))
    assert _words(f"Page {pages} of {pages}") in printed
    for passage in (example.opening or "", example.closing or ""):
        assert _words(passage) in printed
