"""Each reliance on Streamlit's own markup, which carries no promise: a new minor version that changes it fails here."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

from streamlit import error_util

import poa_app.ui
from poa_app.model.case import Case

UI = Path(poa_app.ui.__file__).parent
STYLES = "\n".join(path.read_text(encoding="utf-8") for path in sorted((UI / "css").glob("*.css")))
SCRIPTS = "\n".join(path.read_text(encoding="utf-8") for path in sorted((UI / "js").glob("*.js")))
TEST_IDS = sorted(set(re.findall(r"data-testid=['\"]?(\w+)", STYLES + SCRIPTS)))
STATES = sorted(set(re.findall(r"data-test-[\w-]+", STYLES + SCRIPTS)))
WRAPPERS = sorted(set(re.findall(r"\[data-testid=\"stLayoutWrapper\"\]:has\([^{]*?\)(?= \{)", STYLES)))
"""Selectors by the way Streamlit nests its own elements."""

ONLY_WHEN_OPEN = {"stSelectboxVirtualDropdown", "stPopoverBody", "stDialog", "stToast", "stMenuButtonPopover"}
"""What is on the page only after something has been pressed."""


def _is_there(page: Any, selector: str) -> bool:
    return page.locator(selector).count() > 0


def test_the_files_name_what_they_rely_on() -> None:
    assert {"stApp", "stWidgetLabel", "stLayoutWrapper", "stFileUploaderDropzone"} <= set(TEST_IDS)
    assert STATES == ["data-test-connection-state", "data-test-script-state"]
    assert len(WRAPPERS) == 3


def test_what_the_files_rely_on_is_on_some_screen(wide: Any, late_shipment: Case) -> None:
    """One walk over the screens, since each is as good as another to see it on."""
    page = wide.page
    wide.open(late_shipment)
    wide.open_row(f"/corrective_actions/{late_shipment.corrective_actions[0].id}")
    app = page.get_by_test_id("stApp")
    assert app.get_attribute("data-test-connection-state") == "CONNECTED"
    assert app.get_attribute("data-test-script-state") == "notRunning"
    for key in ("bar", "state", "letter"):
        assert _is_there(page, f".st-key-{key}"), "a key becomes a class"
    steps = "[class*='st-key-row'] details summary, [class*='st-key-open'] details summary"
    assert page.locator(steps).count() > 5, "a step is a details"
    assert page.locator("[class*='st-key-row'] details:not([open])").count() > 5
    for selector in WRAPPERS:
        assert _is_there(page, selector), selector
    seen = _seen(page)
    for screen in ("check", "notice"):
        wide.open(wide.id, screen)
        seen |= _seen(page)
    page.locator("[role=combobox]").first.click()
    seen |= _seen(page)
    assert set(TEST_IDS) - seen <= ONLY_WHEN_OPEN


def _seen(page: Any) -> set[str]:
    return {one for one in TEST_IDS if _is_there(page, f'[data-testid="{one}"]')}


def test_the_logger_that_would_repeat_case_text_is_the_one_that_is_silenced() -> None:
    assert error_util._LOGGER is logging.getLogger("streamlit.error_util")
