"""A field's words on their way through a template, knowing where they came from."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape


class Field(str):
    """Words that know their path; a blank one is a gap, and false where a template asks ``{% if %}``.

    Args:
        words: what prints, as somebody typed it or as its value reads in a letter.
        path: the field's path in the case.
    """

    __slots__ = ("path",)
    path: str

    def __new__(cls, words: str, path: str) -> Field:
        field = super().__new__(cls, words)
        field.path = path
        return field

    def __bool__(self) -> bool:
        return not self.gap

    @property
    def gap(self) -> bool:
        """Whether there is nothing to print."""
        return not self.strip()


def marked(value: object) -> object:
    """Wrap a field in the element that carries its path; Jinja calls this for all that prints."""
    if not isinstance(value, Field):
        return value
    if value.gap:
        return Markup(f'<gap path="{_escaped(value.path)}"/>')  # noqa: S704 - escaped
    return Markup(f'<f path="{_escaped(value.path)}">{escape(str(value))}</f>')  # noqa: S704 - both escaped


_escaped = lru_cache(maxsize=4_096)(escape)
"""Escapes a path, of which a letter has the same after each edit."""
