"""The shipped ``styles.docx`` is what its script makes, and holds nothing that acts or reaches outside."""

from __future__ import annotations

import runpy
from pathlib import Path

import docx
import pytest

import poa_app

SCRIPT = Path(poa_app.__file__).parent.parent / ".ci" / "make_styles.py"


@pytest.fixture(scope="module")
def parts(styles, read_word) -> dict[str, bytes]:
    return read_word(styles.read_bytes()).parts


def test_the_styles_file_is_what_its_script_makes(styles, tmp_path, read_word):
    runpy.run_path(str(SCRIPT))["main"](tmp_path / "styles.docx")
    assert read_word((tmp_path / "styles.docx").read_bytes()).parts == read_word(styles.read_bytes()).parts


def test_the_script_makes_the_same_bytes_every_time(tmp_path):
    main = runpy.run_path(str(SCRIPT))["main"]
    for name in ("one.docx", "two.docx"):
        main(tmp_path / name)
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_the_styles_file_is_valid(styles, audit):
    assert audit(styles.read_bytes()) == []


def test_the_styles_file_holds_no_code_no_links_and_no_embeddings(parts):
    assert not any(word in name.lower() for name in parts for word in ("vba", "embed", "media", "activex", "custom"))
    for name, content in parts.items():
        for mark in (
            b"TargetMode",
            b"instrText",
            b"macro",
            b"attachedTemplate",
            b"altChunk",
            b"oleObject",
            b"http://1",
        ):
            assert mark not in content, (name, mark)


def test_the_styles_file_has_no_words_of_its_own(styles):
    document = docx.Document(str(styles))
    assert [paragraph.text for paragraph in document.paragraphs] == []
    assert document.tables == []


def test_headings_and_title_are_the_styles_word_itself_knows(styles):
    names = {style.name for style in docx.Document(str(styles)).styles}
    assert {"Title", "Heading 1", "Heading 2", "Body Text", "List Bullet", "List Number"} <= names
