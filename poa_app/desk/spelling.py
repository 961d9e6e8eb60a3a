"""Spelling and general grammar of a case: read on a thread of their own, told when they are there."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from poa_app.check.remarks import remarks, texts_for_harper
from poa_app.desk.state import CaseState
from poa_app.english import spelling
from poa_app.model.case import Case
from poa_app.model.finding import Finding
from poa_app.model.printed_fields import printed_fields

SWITCH = "POA_SPELLING"
"""The environment variable that turns spelling off, for a machine with little memory."""

PATIENCE = 0.3
"""Seconds a screen waits for it. A field just typed takes the engine 0.01, a letter never seen 0.1 to 0.2."""

REMEMBERED = 64


@dataclass(frozen=True)
class Spelling:
    """What is said of the spelling and general grammar of a case; nothing is complete before all of it is read."""

    findings: tuple[Finding, ...] = ()
    is_complete: bool = True


_told: OrderedDict[Hashable, Spelling] = OrderedDict()


def is_on() -> bool:
    """Whether spelling is looked at here: the package is there, and nobody has turned it off."""
    return os.environ.get(SWITCH, "").strip().lower() not in ("off", "0", "no") and spelling.available()


def warm_up() -> None:
    """Start the engine before anybody waits for it."""
    if is_on():
        spelling.warm_up()


def of_case(state: CaseState, version: Hashable) -> Spelling:
    """Return what is said of a case so far; it is waited for once, and for a moment only.

    Args:
        state: the case and what the rules found in it.
        version: names the case as it stands; what is complete is kept for it.
    """
    if not is_on():
        return Spelling()
    before = _told.get(version)
    if before and before.is_complete:
        return before
    is_complete = _is_read(state.case, state.context.printed, 0 if before else PATIENCE)
    _told[version] = Spelling(tuple(remarks(state.context, state.findings, spelling.check_soon)), is_complete)
    while len(_told) > REMEMBERED:
        _told.popitem(last=False)
    return _told[version]


def is_read(case: Case, timeout: float = 0) -> bool:
    """Whether the engine has read every text of a case, after waiting for it at most that many seconds."""
    return _is_read(case, printed_fields(case), timeout)


def _is_read(case: Case, printed: Iterable[tuple[str, Any]], timeout: float) -> bool:
    return spelling.ready(*(text for _, text, _ in texts_for_harper(case, printed)), timeout=timeout)
