"""The house keeps its floors: who may import whom, what things are called, how big they are, how errors speak."""

from __future__ import annotations

import ast
import builtins
import inspect
import re
import statistics
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import poa_app
from poa_app import errors
from tests.each import for_each

PACKAGE = Path(poa_app.__file__).parent
ROOT = PACKAGE.parent
MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))

FLOORS = {
    "faults": -1,
    "__init__": 0, "errors": 0, "resources": 0, "model": 0,
    "phrases": 1, "intake": 1,
    "knowledge": 2, "store": 2, "facts": 2,
    "english": 3,
    "notice": 4, "check": 4, "render": 4,
    "desk": 5, "console": 5,
    "cli": 6, "ui": 6,
    "__main__": 7,
}  # fmt: skip
SIDEWAYS = {("cli", "ui")}
"""The command line starts the app; no other neighbours know each other."""
FRONT = {"cli", "ui"}
BEHIND_THE_DOOR = {"intake", "notice", "check", "render", "store"}

FENCES = {
    "streamlit": "ui/",
    "jinja2": "render/engine.py",
    "docx": "render/word.py",
    "rapidfuzz": ("check/", "english/", "knowledge/search.py"),
    "pypinyin": ("knowledge/search.py", "facts/romanised.py"),
    "typer": ("cli/", "console.py"),
    "sqlalchemy": "store/",
    "alembic": "store/",
    "harper": "english/harper_worker.py",
    "icalendar": "render/calendar_file.py",
}
"""Where a third-party package may be imported."""


@cache
def _tree(module: Path) -> ast.Module:
    return ast.parse((PACKAGE / module).read_text(encoding="utf-8"), module.name)


def _part(module: Path) -> str:
    return module.parts[0].removesuffix(".py")


def _imports(module: Path) -> Iterator[str]:
    """Return the dotted name of everything a module imports, at its top or later."""
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            here = ".".join(("poa_app", *module.parent.parts)[: len(module.parts) - node.level + 1])
            start = ".".join(filter(None, (here if node.level else "", node.module)))
            yield start
            yield from (f"{start}.{name.name}" for name in node.names)


def _parts_known(module: Path) -> set[str]:
    """Return the parts of the program a module imports, but its own."""
    names = [name.split(".") for name in _imports(module)]
    parts = {name[1] for name in names if name[0] == "poa_app" and len(name) > 1}
    return {part if part in FLOORS else "__init__" for part in parts} - {_part(module)}


def _ids(module: Path) -> str:
    return module.as_posix()


@for_each("module", MODULES, ids=_ids)
def test_a_module_knows_only_the_floors_below_it(module: Path) -> None:
    here = _part(module)
    assert here in FLOORS
    known = {part for part in _parts_known(module) if (here, part) not in SIDEWAYS}
    assert {part for part in known if FLOORS[part] >= FLOORS[here] and part != "__init__"} == set()


@for_each("module", [module for module in MODULES if _part(module) in FRONT], ids=_ids)
def test_a_front_end_comes_in_by_the_desk_only(module: Path) -> None:
    assert _parts_known(module) & BEHIND_THE_DOOR == set()


def test_the_walk_sees_every_way_of_importing() -> None:
    assert {"desk", "errors", "model"} <= _parts_known(Path("cli/cases.py"))
    assert {"check", "render", "knowledge", "model"} <= _parts_known(Path("desk/state.py"))
    assert "jinja2" in set(_imports(Path("render/engine.py")))


@for_each("module", MODULES, ids=_ids)
def test_a_package_from_outside_is_used_only_behind_its_fence(module: Path) -> None:
    used = {name.split(".")[0] for name in _imports(module)} & set(FENCES)
    assert {name for name in used if not module.as_posix().startswith(FENCES[name])} == set()


def _distribution(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~;\[ ]", name, maxsplit=1)[0]).lower()


def _project() -> dict[str, list[str]]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_everything_imported_from_outside_is_a_declared_dependency() -> None:
    declared = {_distribution(name) for name in _project()["dependencies"]}
    provided = {**packages_distributions(), "pydantic_core": ["pydantic"]}  # the one exact part of the other
    outside = {name.split(".")[0] for module in MODULES for name in _imports(module)}
    outside -= {"poa_app", "", *sys.stdlib_module_names}
    assert outside
    assert {
        name for name in outside if not {_distribution(one) for one in provided.get(name, [name])} & declared
    } == set()


@cache
def _taken() -> set[str]:
    """Return the names of the standard library and of everything the program depends on."""
    pinned = {_distribution(line) for line in (ROOT / "constraints.txt").read_text().splitlines() if line}
    provided = {
        top for top, names in packages_distributions().items() if {_distribution(one) for one in names} & pinned
    }
    return {*sys.stdlib_module_names, *(name.replace("-", "_") for name in pinned), *provided}


@for_each("module", MODULES, ids=_ids)
def test_no_module_bears_the_name_of_another(module: Path) -> None:
    names = {part.removesuffix(".py") for part in module.parts} - {"__init__", "__main__"}
    assert names & _taken() == set()


def _defined(module: Path) -> Iterator[tuple[str, ast.AST]]:
    """Return the classes and functions others may use, with their names."""
    for node in _tree(module).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            yield node.name, node
            if isinstance(node, ast.ClassDef):
                methods = (one for one in node.body if isinstance(one, ast.FunctionDef))
                yield from ((f"{node.name}.{one.name}", one) for one in methods if not one.name.startswith("_"))


@for_each("module", MODULES, ids=_ids)
def test_whatever_others_may_use_says_what_it_is(module: Path) -> None:
    assert ast.get_docstring(_tree(module))
    assert [name for name, node in _defined(module) if not ast.get_docstring(node)] == []


def _functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    yield from (node for node in ast.walk(_tree(module)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _bare(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    given = function.args
    named = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    return function.returns is None or any(
        one and not one.annotation and one.arg not in ("self", "cls") for one in named
    )


@for_each("module", MODULES, ids=_ids)
def test_every_function_is_annotated(module: Path) -> None:
    assert [function.name for function in _functions(module) if _bare(function)] == []


@for_each("module", MODULES, ids=_ids)
def test_no_error_is_swallowed_in_silence(module: Path) -> None:
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None
            assert not all(isinstance(one, ast.Pass) or ast.unparse(one) == "..." for one in node.body)
        assert not (isinstance(node, ast.Call) and ast.unparse(node).endswith("suppress(Exception)"))


@for_each("module", MODULES, ids=_ids)
def test_no_code_is_made_out_of_text(module: Path) -> None:
    calls = {ast.unparse(node.func) for node in ast.walk(_tree(module)) if isinstance(node, ast.Call)}
    assert calls & {"eval", "exec", "compile", "__import__", "importlib.import_module"} == set()


OUTWARD = ("urllib.request", "http.client", "requests", "httpx", "aiohttp", "smtplib", "ftplib")


@for_each("module", MODULES, ids=_ids)
def test_nothing_leaves_the_machine(module: Path) -> None:
    assert [name for name in _imports(module) if f"{name}.".startswith(tuple(f"{one}." for one in OUTWARD))] == []


def test_modules_stay_small() -> None:
    lines = {module: len((PACKAGE / module).read_text(encoding="utf-8").splitlines()) for module in MODULES}
    assert {str(module): count for module, count in lines.items() if count > 400} == {}
    assert statistics.median(lines.values()) <= 120


def test_functions_stay_small() -> None:
    lines = {
        f"{module}: {function.name}": (function.end_lineno or 0) - function.lineno + 1
        for module in MODULES
        for function in _functions(module)
    }
    assert {name: count for name, count in lines.items() if count > 60} == {}
    assert sorted(lines.values())[int(len(lines) * 0.95)] <= 30


# Errors

DRAWN = re.compile(r"^(?P<indent>[│ ]*)(?:├── |└── )?(?P<name>[A-Z]\w+)(?: \((?P<base>\w+)\))?(?:  .*)?$")
ERRORS = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.PoaError)]


def _drawn() -> Iterator[tuple[str, str | None, str | None, int | None]]:
    """Return each class in the drawing: its name, the one it hangs from, its built-in base, and its exit code."""
    path: list[str] = []
    drawing = (errors.__doc__ or "").split("\n\n")[1]
    for line in drawing.splitlines():
        found = DRAWN.match(line)
        assert found, line
        depth = 0 if found["name"] == "PoaError" else len(found["indent"]) // 4 + 1
        path[depth:] = [found["name"]]
        code = re.search(r"exit code (\d)", line)
        yield found["name"], path[depth - 1] if depth else None, found["base"], int(code[1]) if code else None


def _real() -> Iterator[tuple[str, str | None, str | None]]:
    for kind in ERRORS:
        above = [base.__name__ for base in kind.__bases__ if issubclass(base, errors.PoaError)]
        built_in = [base.__name__ for base in kind.__bases__ if hasattr(builtins, base.__name__)]
        top = kind is errors.PoaError
        yield kind.__name__, above[0] if above else None, None if top or not built_in else built_in[0]


def test_the_drawn_tree_of_errors_is_the_real_one() -> None:
    assert sorted((name, above, base) for name, above, base, _ in _drawn()) == sorted(_real(), key=str)


def test_the_exit_codes_are_those_of_the_drawing() -> None:
    told = {name: code for name, _, _, code in _drawn() if code is not None}
    assert len(told) >= 4
    assert {name: getattr(errors, name).exit_code for name in told} == told
    assert {kind.exit_code for kind in ERRORS if issubclass(kind, errors.InputError)} == {2}


SAMPLES = {
    "en": "E.",
    "zh": "中。",
    "known": ("one", "two"),
    "size": 30,
    "limit": 20,
    "line": 7,
    "version": 9,
    "count": 3,
}
MIXED = re.compile(r"[\u4e00-\u9fff][,;:!?.()]|[,;:!?()][\u4e00-\u9fff]")
"""A half-width mark beside a Chinese character."""


def _spoken() -> Iterator[errors.PoaError]:
    for kind in ERRORS:
        if "__init__" in vars(kind):
            names = list(inspect.signature(kind).parameters)
            for changes in ({}, {"line": None}, {"count": 1}):
                values = {**SAMPLES, **changes}
                yield kind(*(values.get(name, "中文" if name.endswith("_zh") else "words") for name in names))


def test_every_error_speaks_both_languages_in_one_sentence_each() -> None:
    for error in _spoken():
        assert str(error) == error.en
        assert error.en.isascii()
        assert error.en.endswith(".")
        assert re.search(r"[\u4e00-\u9fff]", error.zh)
        assert error.zh.endswith("。")
        assert not MIXED.search(error.zh), error.zh


def test_an_error_says_everything_it_was_given() -> None:
    error = errors.KnowledgeFault("metrics.toml", "rate.target", "too high")
    for said in (error.en, error.zh):
        assert all(words in said for words in ("metrics.toml", "rate.target", "too high"))


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_error_repeats_a_long_name(lang: str) -> None:
    long = {**dict.fromkeys(("file", "where", "place", "path", "name", "host", "key", "reason"), "n" * 1_000_000)}
    for kind in ERRORS:
        names = inspect.signature(kind).parameters if "__init__" in vars(kind) else {}
        if set(names) & set(long):
            values = {**SAMPLES, **long}
            error = kind(*(values.get(name, "words") for name in names))
            assert len(getattr(error, lang)) < 700, kind
            assert "nnn…nnn" in getattr(error, lang)


def test_a_name_is_shortened_in_the_middle() -> None:
    assert errors.short("a" * 80) == "a" * 80
    assert errors.short("head" + "x" * 1000 + "tail.json").startswith("headxxx")
    assert errors.short("head" + "x" * 1000 + "tail.json").endswith("xxxtail.json")
    assert len(errors.short("x" * 81)) == 80


@for_each("name", ["two\nlines", "a\x1b[31mred", "tab\there", "\u2028", "\ud800"])
def test_an_error_stays_on_one_line_whatever_a_name_holds(name: str) -> None:
    error = errors.UnreadableFile(name, "gone")
    assert error.en.isprintable()
    assert error.zh.isprintable()


def _said(module: Path) -> Iterator[str]:
    """Return the strings of a module, with X where a value is filled in; docstrings are not among them."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docs = [node.body[0] for node in ast.walk(_tree(module)) if isinstance(node, documented) and node.body]
    skipped = {id(inner) for doc in docs if isinstance(doc, ast.Expr) for inner in ast.walk(doc)}
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.JoinedStr):
            skipped |= {id(inner) for inner in ast.walk(node) if inner is not node}
            yield "".join(one.value if isinstance(one, ast.Constant) else "X" for one in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.value


READERS = (
    "drafts.py",
    "integrity.py",
    "paste_import.py",
    "pasted_lines.py",
    "days.py",
    "relative_days.py",
    "time_parsing.py",
    "numerals.py",
    "zones.py",
    "chat.py",
    "chinese.py",
    "people.py",
    "told_reader.py",
    "told_days.py",
    "ids.py",
    "arrival.py",
    "asking.py",
    "deadline.py",
    "counts.py",
    "figures.py",
    "identifiers.py",
    "inline.py",
    "papers.py",
    "periods.py",
    "reasons.py",
    "sentences.py",
    "sites.py",
    "thread.py",
    "messages.py",
    "moods.py",
    "word_classes.py",
    "stages.py",
    "wanting.py",
    "warnings_given.py",
)
"""Modules whose Chinese stands in patterns by which typed words are read, and is shown to nobody."""


@for_each("module", [module for module in MODULES if module.name not in READERS], ids=_ids)
def test_chinese_in_the_code_has_its_own_punctuation(module: Path) -> None:
    assert [text for text in _said(module) if MIXED.search(text)] == []
