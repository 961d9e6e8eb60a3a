"""The three kinds of row an appeal is made of: root cause, corrective action, preventive measure."""

from __future__ import annotations

from poa_app.model.base import Row, RowId
from poa_app.model.text import Count, Date, Text


class RootCause(Row):
    """A process that failed, why it failed, and why nobody noticed before Amazon did."""

    head: Text | None = None
    what: Text | None = None
    start: Date | None = None
    end: Date | None = None
    when: Text | None = None
    where: Text | None = None
    who: Text | None = None
    why: tuple[Text, ...] = ()
    unnoticed: tuple[Text, ...] = ()
    explains: Count | None = None
    exhibits: tuple[RowId, ...] = ()
    passage: Text | None = None


class CorrectiveAction(Row):
    """A finished deed: what, when, who, where, why (the causes it answers), how, and its proof."""

    what: Text | None = None
    date: Date | None = None
    who: Text | None = None
    where: Text | None = None
    how: Text | None = None
    result: Text | None = None
    causes: tuple[RowId, ...] = ()
    exhibits: tuple[RowId, ...] = ()
    done: bool | None = None
    passage: Text | None = None


class PreventiveMeasure(Row):
    """A control in force: what, since when and how often, whose, which causes it blocks, and how it works."""

    head: Text | None = None
    what: Text | None = None
    since: Date | None = None
    frequency: Text | None = None
    who: Text | None = None
    deputy: Text | None = None
    where: Text | None = None
    trigger: Text | None = None
    response: Text | None = None
    record: Text | None = None
    review: Date | None = None
    review_target: Text | None = None
    causes: tuple[RowId, ...] = ()
    exhibits: tuple[RowId, ...] = ()
    passage: Text | None = None


FACTS_OF_A_DEED = frozenset(CorrectiveAction.model_fields) - {"id", "done", "passage", "causes", "exhibits"}
"""The fields of a corrective action whose change clears "this has been done"; its causes and its proof are none."""
