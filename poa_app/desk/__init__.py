"""The use cases, one function each; the only door for the command line and the screens."""

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
