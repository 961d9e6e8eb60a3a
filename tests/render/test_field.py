from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from poa_app.model.text import clean
from poa_app.render.field import Field, marked


def test_a_field_is_its_words_and_knows_its_path():
    field = Field("our warehouse", "/scope")
    assert field == "our warehouse"
    assert field.path == "/scope"
    assert field
    assert not field.gap


@pytest.mark.parametrize("blank", ["", " ", "\n\t "])
def test_a_blank_field_is_a_gap_and_false(blank):
    field = Field(blank, "/scope")
    assert field.gap
    assert not field


def test_a_field_prints_with_its_path_and_no_markup_of_its_own():
    printed = marked(Field('<b>&"]]>', "/root_causes/a1b2c3/what"))
    assert printed == '<f path="/root_causes/a1b2c3/what">&lt;b&gt;&amp;&#34;]]&gt;</f>'


def test_a_gap_prints_its_path_and_no_words():
    assert marked(Field(" ", "/scope")) == '<gap path="/scope"/>'


@pytest.mark.parametrize("value", ["plain", 3, True])
def test_what_is_no_field_is_left_to_jinja(value):
    assert marked(value) is value


@given(
    words=st.text(st.characters(exclude_categories=()), min_size=1),
    path=st.text(st.characters(min_codepoint=32, exclude_categories=("Cc", "Zl", "Zp", "Cs"))),
)
@settings(deadline=None, max_examples=200, derandomize=True)
def test_words_and_path_come_back_out_of_the_markup(words, path):
    field = Field(clean(words), clean(path))
    element = etree.fromstring(str(marked(field)))
    assert element.get("path") == field.path
    assert (element.text or "") == ("" if field.gap else field)
