"""Each reliance on Streamlit's own markup, which carries no promise: a new minor version that changes it fails here."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

import pytest
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


@pytest.fixture
def workbench(desk: Any, late_shipment: Case) -> Any:
    """The workbench with the first action open."""
    desk.open(late_shipment)
    desk.open_row(f"/corrective_actions/{late_shipment.corrective_actions[0].id}")
    return desk


def _is_there(page: Any, selector: str) -> bool:
    return page.locator(selector).count() > 0


def test_the_files_name_what_they_rely_on() -> None:
    assert {"stApp", "stWidgetLabel", "stLayoutWrapper", "stFileUploaderDropzone"} <= set(TEST_IDS)
    assert STATES == ["data-test-connection-state", "data-test-script-state"]
    assert len(WRAPPERS) == 3


def test_every_test_id_the_files_name_is_on_some_screen(workbench: Any) -> None:
    seen = {one for one in TEST_IDS if _is_there(workbench.page, f'[data-testid="{one}"]')}
    for screen in ("workbench", "notice", "check"):
        workbench.open(workbench.id, screen)
        seen |= {one for one in TEST_IDS if _is_there(workbench.page, f'[data-testid="{one}"]')}
    workbench.open(workbench.id, "notice")
    workbench.page.locator("[role=combobox]").first.click()
    seen |= {one for one in TEST_IDS if _is_there(workbench.page, f'[data-testid="{one}"]')}
    assert set(TEST_IDS) - seen <= ONLY_WHEN_OPEN


def test_the_application_tells_its_states(workbench: Any) -> None:
    app = workbench.page.get_by_test_id("stApp")
    assert app.get_attribute("data-test-connection-state") == "CONNECTED"
    assert app.get_attribute("data-test-script-state") == "notRunning"


def test_a_key_becomes_a_class_and_a_step_is_a_details(workbench: Any) -> None:
    page = workbench.page
    for key in ("bar", "state", "letter"):
        assert _is_there(page, f".st-key-{key}")
    assert page.locator("[class*='st-key-row'] details summary, [class*='st-key-open'] details summary").count() > 5
    assert page.locator("[class*='st-key-row'] details:not([open])").count() > 5


def test_the_bar_and_the_letter_are_held_by_the_wrappers_the_styles_name(workbench: Any) -> None:
    for selector in WRAPPERS:
        assert _is_there(workbench.page, selector), selector


def test_the_logger_that_would_repeat_case_text_is_the_one_that_is_silenced() -> None:
    assert error_util._LOGGER is logging.getLogger("streamlit.error_util")
