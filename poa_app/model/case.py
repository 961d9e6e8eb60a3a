"""The case: what answers one notice by one route for one client, with everything entered so far."""

from __future__ import annotations

from typing import Literal

from poa_app.model.base import Part
from poa_app.model.facts import (
    Client,
    Deadline,
    EarlierAppeal,
    Exhibit,
    Fulfilment,
    Identifier,
    Metric,
    Notice,
    Product,
    Route,
    Supplier,
    Violation,
)
from poa_app.model.rows import CorrectiveAction, PreventiveMeasure, RootCause
from poa_app.model.text import Count, Date, Text

CASE_VERSION: Literal[1] = 1
"""The format of case files this program writes; it reads this one and every earlier one."""


class Draft(Part):
    """The manager's own Chinese note beside a text field; never printed in the letter."""

    path: Text
    text: Text


class NotApplicable(Part):
    """A point of the checklist the manager has answered with "does not apply", and why."""

    path: Text
    reason: Text


class Overruling(Part):
    """A finding the manager has overruled, and why.

    It holds for one rule, one field and the words concerned, and lapses when they change. Case files of before know no
    words; there it holds as long as the rule finds one thing only in that field.
    """

    rule: Text
    path: Text
    reason: Text
    words: Text | None = None


class Case(Part):
    """Everything entered for one appeal; every field optional, always savable."""

    poa_case: Literal[1] = CASE_VERSION
    client: Client = Client()
    marketplaces: tuple[Text, ...] = ()
    violations: tuple[Violation, ...] = ()
    fulfilment: Fulfilment | None = None
    scope: Text | None = None
    notice: Notice = Notice()
    deadline: Deadline = Deadline()
    products: tuple[Product, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    affected: Count | None = None
    metrics: tuple[Metric, ...] = ()
    opening: Text | None = None
    root_causes: tuple[RootCause, ...] = ()
    corrective_actions: tuple[CorrectiveAction, ...] = ()
    preventive_measures: tuple[PreventiveMeasure, ...] = ()
    closing: Text | None = None
    suppliers: tuple[Supplier, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    earlier_appeals: tuple[EarlierAppeal, ...] = ()
    letter_date: Date | None = None
    drafts: tuple[Draft, ...] = ()
    not_applicable: tuple[NotApplicable, ...] = ()
    overruled: tuple[Overruling, ...] = ()

    @property
    def route(self) -> Route | None:
        """The route this case answers by: that of its first violation that has one."""
        return next((violation.route for violation in self.violations if violation.route), None)

    @property
    def enforcements(self) -> tuple[str, ...]:
        """The enforcements named by the notice, in its order, each once."""
        named = (violation.enforcement for violation in self.violations if violation.enforcement)
        return tuple(dict.fromkeys(named))
