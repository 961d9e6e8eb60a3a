"""Every text goes to a page through one module, which escapes it."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from poa_app.ui import show
from poa_app.ui.markup import bold
from tests.each import for_each

UI = Path(show.__file__).parent
TREES = {
    path.relative_to(UI).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in UI.rglob("*.py")
    if path.name != "show.py"
}
WITHOUT_TEXT = {
    "cache_resource", "columns", "container", "context", "fragment", "navigation", "query_params", "rerun",
    "session_state", "switch_page", "App", "Page", "set_page_config", "logo", "altair_chart", "progress", "html",
    "__file__", "empty",
}  # fmt: skip
"""Of Streamlit, what shows no text of its own, or none that Streamlit reads as Markdown."""


def _used_of_streamlit(tree: ast.AST) -> set[str]:
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "st"
    }


@for_each("module", TREES)
def test_a_module_shows_text_by_show_alone(module: str) -> None:
    """``st.markdown(f"…{text}…")`` becomes ``show.markdown(put("…", text))``: see ``poa_app/ui/markup.py``."""
    assert _used_of_streamlit(TREES[module]) - WITHOUT_TEXT == set()


@for_each("module", TREES)
def test_streamlit_comes_in_under_one_name(module: str) -> None:
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.ImportFrom):
            assert (node.module or "").split(".")[0] != "streamlit"
        if isinstance(node, ast.Import):
            assert all(one.asname == "st" for one in node.names if one.name.split(".")[0] == "streamlit")


@for_each("module", TREES)
def test_no_container_is_written_to_by_its_own_methods(module: str) -> None:
    """``column.markdown`` would show text past the one module; ``with column:`` does not."""
    sinks = {name for name in vars(show) if hasattr(st.delta_generator.DeltaGenerator, name)}
    calls = {
        ast.unparse(node.func)
        for node in ast.walk(TREES[module])
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in sinks
    }
    known = {"show", "markup", "findings", "path", "case_bar", "LOG"}
    assert {call for call in calls if call.rsplit(".", 1)[0] not in known} == set()


@for_each("module", [name for name in TREES if name != "markup.py"])
def test_markup_is_made_by_its_own_module_alone(module: str) -> None:
    """``Markup(text)`` would let text pass as Markdown; what joins sentences of both kinds may."""
    made = [
        node for node in ast.walk(TREES[module]) if isinstance(node, ast.Call) and ast.unparse(node.func) == "Markup"
    ]
    assert len(made) == (1 if module == "words.py" else 0)


@for_each("module", TREES)
def test_no_markdown_is_written_into_a_text(module: str) -> None:
    """An f-string with marks would be shown with its marks."""
    shown = [
        node
        for node in ast.walk(TREES[module])
        if module != "markup.py" and isinstance(node, ast.JoinedStr) and _marks(node)
    ]
    assert [ast.unparse(node) for node in shown] == []


def _marks(node: ast.JoinedStr) -> bool:
    text = "".join(one.value for one in node.values if isinstance(one, ast.Constant) and isinstance(one.value, str))
    return any(mark in text for mark in (":small[", ":gray[", "-badge[", "**", ":material/"))


def test_a_call_escapes_its_text_its_help_and_its_choices(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Any] = []

    def sink(label: str, options: list[str], *, help: str | None = None, **more: Any) -> None:
        given.extend([label, help, [more["format_func"](one) for one in options]])

    shown = show._escaping(sink, "label", "help", options=True)  # type: ignore[type-var]
    shown("a*", ["x_"], help="[h]")
    shown(label=bold("a*"), options=[1], format_func=lambda one: f"{one}*")
    assert given == ["a\\*", "\\[h\\]", ["x\\_"], "**a\\***", None, ["1\\*"]]


def test_no_module_builds_a_script_itself() -> None:
    with_scripts = {name for name in TREES if "<script" in (UI / name).read_text(encoding="utf-8")}
    assert with_scripts <= {"assets.py", "policy.py"}
