"""The one place that runs Jinja: a small strict HTML subset out of templates that can reach nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateError, TemplateRuntimeError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from poa_app.errors import TemplateFault
from poa_app.render.field import Field, marked

SUFFIX = ".html.j2"

TAGS = frozenset(
    {"section", "h1", "h2", "h3", "p", "ul", "ol", "li", "table", "caption", "thead", "tbody", "tr", "th", "td",
     "strong", "em", "br"}
)  # fmt: skip
"""The elements a template may use; ``f`` and ``gap`` are ours alone."""

_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_TAG = re.compile(r"<\s*/?\s*([!?a-zA-Z][\w:-]*)")


class _Folder(BaseLoader):
    """Loads templates from one folder, never from outside it, and looks at their tags on the way."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if isinstance(template, Field):
            raise SecurityError("a field may not name a template")
        path = (self.root / template).resolve()
        if not path.is_relative_to(self.root) or not path.is_file():
            raise TemplateNotFound(template)
        source = path.read_text(encoding="utf-8")
        _look_at_tags(template, source)
        return source, str(path), lambda: True

    def list_templates(self) -> list[str]:
        return sorted(path.relative_to(self.root).as_posix() for path in self.root.rglob(f"*{SUFFIX}"))


def _look_at_tags(template: str, source: str) -> None:
    bare = _JINJA.sub(lambda piece: re.sub(r"[^\n]", " ", piece.group()), source)
    for tag in _TAG.finditer(bare):
        if tag[1].lower() not in TAGS or tag[1] != tag[1].lower():
            raise TemplateFault(template, bare.count("\n", 0, tag.start()) + 1, f"unknown tag <{tag[1]}>")


class _Unknown(StrictUndefined):
    """A name nobody knows; where a field's words were the name, they are not repeated."""

    @property
    def _undefined_message(self) -> str:
        if isinstance(self._undefined_name, Field):
            return "a field's words are looked up as a name"
        return super()._undefined_message


def _printed(value: object) -> object:
    """Let words, numbers and fields print; a whole part of the case would print as code."""
    if value is None or isinstance(value, dict | list | tuple):
        raise TemplateRuntimeError("a part of the case is printed as a whole, not by its fields")
    return marked(value)


@cache
def _environment(root: Path) -> Environment:
    return ImmutableSandboxedEnvironment(
        loader=_Folder(root),
        autoescape=True,
        undefined=_Unknown,
        finalize=_printed,
    )


@cache
def names(root: Path) -> tuple[str, ...]:
    """List the templates below a folder, by path without suffix, as they were when first asked for."""
    return tuple(name.removesuffix(SUFFIX) for name in _environment(root).list_templates())


def render(root: Path, name: str, context: Mapping[str, Any]) -> str:
    """Render one template to the HTML subset.

    Args:
        root: folder of the templates.
        name: path below it, without suffix.
        context: JSON types and fields only.

    Raises:
        TemplateFault: the template, or one it includes, uses a variable or tag nobody knows, or cannot be read.
    """
    file = name + SUFFIX
    try:
        return _environment(root).get_template(file).render(context)
    except TemplateFault:
        raise
    except TemplateSyntaxError as error:
        raise TemplateFault(error.name or file, error.lineno, error.message or "syntax error") from error
    except TemplateNotFound as error:
        raise TemplateFault(str(error.name or file), None, "there is no such template") from error
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        where, line = _place(error, root.resolve(), file)
        raise TemplateFault(where, line, _reason(error)) from error


def _reason(error: Exception) -> str:
    """Return what happened without repeating values, which could be text of the case."""
    return str(error) if isinstance(error, TemplateError) else f"fails with {type(error).__name__}"


def _place(error: BaseException, root: Path, file: str) -> tuple[str, int | None]:
    place: tuple[str, int | None] = (file, None)
    step = error.__traceback__
    while step:
        seen = Path(step.tb_frame.f_code.co_filename)
        if seen.is_relative_to(root):
            place = str(seen.relative_to(root)), step.tb_lineno
        step = step.tb_next
    return place
