"""One screen of one case, without a browser, worked by the words on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

import poa_app
from tests.ui.test_screens import APP, stands

EXAMPLES = Path(poa_app.__file__).parents[1] / "examples"


LATE = EXAMPLES / "late-shipment-rate.json"


PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


class Page:
    """One screen of one case, worked by the words on it."""

    def __init__(self, screen: str, id: str = "", row: str = "", findings: bool = True) -> None:
        self.test = AppTest.from_file(str(APP), default_timeout=90)
        self.test.session_state["language"] = "en"
        self.test.session_state["guidance"] = True
        self.test.session_state["drafts"] = True
        self.test.session_state["findings_shown"] = findings
        if row:
            self.test.session_state["open_row"] = row
        if id:
            self.test.query_params["case"] = id
            self.test.switch_page(f"screens/{screen}.py")
        self.run()

    def run(self) -> None:
        """Run the screen, which must stand."""
        self.test.run()
        stands(self.test)

    def press(self, words: str) -> None:
        """Press the first button that says certain words."""
        self.find("button", words).click()
        self.run()

    def choose(self, words: str, option: str) -> None:
        """Choose from the first menu that says certain words."""
        self.find("menu_button", words).click(option)
        self.run()

    def pick(self, words: str, options: list[str]) -> None:
        """Pick options of the first group of buttons that says certain words."""
        self.find("button_group", words).set_value(options)
        self.run()

    def find(self, kind: str, words: str) -> Any:
        """Return the first element of a kind whose label holds certain words."""
        return next(one for one in self.test.get(kind) if words in one.label)

    def field(self, path: str) -> Any:
        """Return the widget of a field."""
        return next(one for one in self.widgets() if str(one.key).endswith(path))

    def type(self, path: str, value: Any) -> None:
        """Put a value into a field and leave it."""
        self.field(path).set_value(value)
        self.run()

    def upload(self, words: str, name: str, content: bytes, kind: str) -> None:
        """Put a file into the first box whose label holds certain words."""
        self.find("file_uploader", words).upload(name, content, kind)
        self.run()

    def widgets(self) -> list[Any]:
        """Return everything on the screen that is typed into or chosen from."""
        kinds = ("text_input", "text_area", "selectbox", "multiselect", "checkbox", "toggle")
        return [one for kind in kinds for one in self.test.get(kind)]

    def said(self) -> str:
        """Return all words on the screen."""
        kinds = ("markdown", "warning", "error", "success", "toast", "text", "title", "subheader")
        return "\n".join(str(one.value) for kind in kinds for one in self.test.get(kind))
