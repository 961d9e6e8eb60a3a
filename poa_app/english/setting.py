"""Where a text stands: the section, the route and the case around it, which decide the rules that concern it."""

from __future__ import annotations

from dataclasses import dataclass

from poa_app.model.letter import LetterSection

FREE_TEXT = frozenset(("letter", "latin", "prose", "free-text"))
"""Scopes of a text written in whole sentences, such as a passage or a pasted letter."""


@dataclass(frozen=True)
class Setting:
    """What surrounds a text.

    Attributes:
        section: the part of an appeal it stands in; ``letter`` when it is none of the three, or all of them.
        scopes: the kinds of rules that concern it; see ``scope`` in the rules' files.
        route: by which it is answered; empty when nobody knows.
        enforcements: what the case is about.
        names: of people, products, brands and companies; no word of theirs is judged.
        exhibits: letters of the exhibits there are.
        is_eu: whether it goes to a marketplace of the European Union or the United Kingdom.
    """

    section: LetterSection = "letter"
    scopes: frozenset[str] = FREE_TEXT
    route: str = ""
    enforcements: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    exhibits: frozenset[str] = frozenset()
    is_eu: bool = False
