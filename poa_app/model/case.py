"""The case: what answers one notice by one route for one client, with everything entered so far."""

from __future__ import annotations

from typing import Annotated, Literal

from poa_app.model.base import Part
from poa_app.model.facts import (
    Client,
    ClientMessage,
    Deadline,
    EarlierAppeal,
    Exhibit,
    Fulfilment,
    Identifier,
    Metric,
    Notice,
    Product,
    Supplier,
    Violation,
    WantedPaper,
)
from poa_app.model.orders import AffectedOrder
from poa_app.model.routes import DEFAULT, EVERY, ROUTES, Route, RouteSpec
from poa_app.model.rows import CorrectiveAction, OpenPoint, PreventiveMeasure, RootCause
from poa_app.model.spec import FieldSpec
from poa_app.model.text import Count, Date, Text

CASE_VERSION: Literal[1] = 1
"""The format of case files this program writes; it reads this one and every earlier one."""


_INSIDE = FieldSpec(prints=False)
_ENDS = FieldSpec(required_by=EVERY, widget="text", can_be_waived=False)
_ROWS = FieldSpec(can_be_waived=False)


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

    It holds for one rule, one field and the words concerned in their sentence, and lapses when they change. Case files
    of before know no words, or no sentence; there it holds as long as the rule finds one thing only in that field.
    """

    rule: Text
    path: Text
    reason: Text
    words: Text | None = None


class Case(Part):
    """Everything entered for one appeal; every field optional, always savable."""

    poa_case: Annotated[Literal[1], _INSIDE] = CASE_VERSION
    client: Client = Client()
    marketplaces: Annotated[tuple[Text, ...], FieldSpec(required_by=EVERY, choices="marketplaces")] = ()
    violations: Annotated[tuple[Violation, ...], FieldSpec(required_by=EVERY, can_be_waived=False)] = ()
    fulfilment: Annotated[Fulfilment | None, FieldSpec(required_by=EVERY)] = None
    scope: Annotated[Text | None, FieldSpec(required_by=EVERY)] = None
    notice: Notice = Notice()
    deadline: Annotated[Deadline, _INSIDE] = Deadline()
    products: tuple[Product, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    affected: Count | None = None
    metrics: tuple[Metric, ...] = ()
    orders: tuple[AffectedOrder, ...] = ()
    order_timeline: Annotated[bool | None, FieldSpec(prints=False, widget="tick")] = None
    opening: Annotated[Text | None, _ENDS] = None
    root_causes: Annotated[tuple[RootCause, ...], _ROWS] = ()
    corrective_actions: Annotated[tuple[CorrectiveAction, ...], _ROWS] = ()
    preventive_measures: Annotated[tuple[PreventiveMeasure, ...], _ROWS] = ()
    open_points: tuple[OpenPoint, ...] = ()
    closing: Annotated[Text | None, _ENDS] = None
    suppliers: tuple[Supplier, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    wanted_papers: Annotated[tuple[WantedPaper, ...], _INSIDE] = ()
    client_messages: Annotated[tuple[ClientMessage, ...], _INSIDE] = ()
    earlier_appeals: Annotated[tuple[EarlierAppeal, ...], _INSIDE] = ()
    letter_date: Annotated[Date | None, FieldSpec(required_by=EVERY, can_be_waived=False)] = None
    drafts: Annotated[tuple[Draft, ...], _INSIDE] = ()
    not_applicable: Annotated[tuple[NotApplicable, ...], _INSIDE] = ()
    overruled: Annotated[tuple[Overruling, ...], _INSIDE] = ()

    @property
    def route(self) -> Route | None:
        """The route this case answers by: that of its first violation that has one."""
        return next((violation.route for violation in self.violations if violation.route), None)

    @property
    def enforcements(self) -> tuple[str, ...]:
        """The enforcements named by the notice, in its order, each once."""
        named = (violation.enforcement for violation in self.violations if violation.enforcement)
        return tuple(dict.fromkeys(named))

    @property
    def route_spec(self) -> RouteSpec:
        """What the route asks for; a case without one is taken for a plan of action."""
        return ROUTES[self.route or DEFAULT]
