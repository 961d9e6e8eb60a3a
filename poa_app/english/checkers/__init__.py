"""Rules that phrases cannot state: each checker reads the sentences of a text and yields what is wrong.

A module holds the checkers of one theme in its own ``CHECKERS``; they are joined here, a line a module.
"""

from __future__ import annotations

from poa_app.english.checkers import blame, tone
from poa_app.english.hit import Checker

CHECKERS: dict[str, Checker] = {
    **blame.CHECKERS,
    **tone.CHECKERS,
}
"""Each checker by the name that a rule's file calls it by."""
