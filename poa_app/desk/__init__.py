"""The use cases, one function each; the only door for the command line and the screens.

What is named here is loaded when first asked for: a command that lists enforcements writes no letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from poa_app.desk.cases import Opened, create, open_case, open_file, save_case, siblings, write_file
    from poa_app.desk.catalog import enforcements, template_names
    from poa_app.desk.letters import Rendered, check_case, render_case, write_letter, write_section

__all__ = [
    "Opened",
    "Rendered",
    "check_case",
    "create",
    "enforcements",
    "open_case",
    "open_file",
    "render_case",
    "save_case",
    "siblings",
    "template_names",
    "write_file",
    "write_letter",
    "write_section",
]

_OF_CATALOG = ("enforcements", "template_names")
_OF_LETTERS = ("Rendered", "check_case", "render_case", "write_letter", "write_section")


def __getattr__(name: str) -> Any:
    """Return what a name of the list above stands for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name in _OF_CATALOG:
        from poa_app.desk import catalog  # noqa: PLC0415 - as told above

        return getattr(catalog, name)
    if name in _OF_LETTERS:
        from poa_app.desk import letters  # noqa: PLC0415 - as told above

        return getattr(letters, name)
    from poa_app.desk import cases  # noqa: PLC0415 - as told above

    return getattr(cases, name)
