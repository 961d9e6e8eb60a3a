"""What every test of the screens gets: a Streamlit that does once for the process what a server does once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from time import sleep, time
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit import config
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import local_script_runner

PATIENCE = 0.005
"""Seconds after which a test looks whether its page has run; AppTest looks each 0.001, a sixteenth of all work."""


@pytest.fixture(autouse=True, scope="session")
def loaded_once() -> Iterator[None]:
    """Compile each page and look for components among the packages once, where AppTest would at each run."""
    compiled, of_cache = ScriptCache(), ScriptCache.get_bytecode

    def bytecode(_: ScriptCache, path: str) -> Any:
        return of_cache(compiled, path)

    for option in ("browser.gatherUsageStats", "runner.postScriptGC"):  # as the server sets them
        config.set_option(option, False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ScriptCache, "get_bytecode", bytecode)
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        patch.setattr(local_script_runner, "time", SimpleNamespace(time=time, sleep=lambda _: sleep(PATIENCE)))
        yield
