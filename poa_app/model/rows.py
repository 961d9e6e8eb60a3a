"""The rows an appeal is made of: root cause, corrective action, preventive measure, and what is still open."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from poa_app.model.base import Row, RowId
from poa_app.model.routes import EVERY
from poa_app.model.spec import FieldSpec, Owner, RowSpec, spec_of
from poa_app.model.text import Count, Date, Text

ActionKind = Literal["containment", "correction", "read-across"]
"""What an action does: it stops the harm at once, mends what failed, or looks where else the same could happen."""

_NEEDED = FieldSpec(required_by=EVERY)
_ALWAYS = FieldSpec(required_by=EVERY, can_be_waived=False)
_ALWAYS_TEXT = FieldSpec(required_by=EVERY, widget="text", can_be_waived=False)
_NEEDED_TEXT = FieldSpec(required_by=EVERY, widget="text")
_WORDS = FieldSpec(has_draft=True)
_OWNER = FieldSpec(required_by=EVERY, in_passage="owner", facts=())
_RESPONSIBLE = FieldSpec(required_by=EVERY, in_passage="owner", facts=(), can_be_waived=False)
_NAME = FieldSpec(in_passage="allowed", facts=(), is_name=True)
_PASSAGE = FieldSpec(widget="text", in_passage="apart", owner="agency")
_CAUSES = FieldSpec(required_by=EVERY, refers_to="root_causes", owner="agency")
_PROOF = FieldSpec(required_by=EVERY, refers_to="exhibits")
_KIND = FieldSpec(prints=False, in_passage="apart", owner="agency")


class RootCause(Row):
    """A process that failed, why it failed, and why nobody noticed before Amazon did."""

    spec: ClassVar[RowSpec] = RowSpec(
        first=(("head",), ("what",), ("start", "end", "explains"), ("who", "where"), ("why",), ("unnoticed",)),
        folded=(("name", "when"), ("exhibits",)),
        head=("head", "what"),
        dated_by="start",
    )

    head: Annotated[
        Text | None,
        FieldSpec(
            required_by=EVERY, in_passage="allowed", facts=(), owner="agency", has_draft=True, can_be_waived=False
        ),
    ] = None
    what: Annotated[Text | None, _ALWAYS_TEXT] = None
    start: Annotated[Date | None, FieldSpec(required_by=EVERY, in_passage="allowed")] = None
    end: Annotated[Date | None, FieldSpec(in_passage="allowed")] = None
    when: Annotated[Text | None, _WORDS] = None
    where: Annotated[Text | None, FieldSpec(in_passage="allowed", has_draft=True)] = None
    who: Annotated[Text | None, _OWNER] = None
    name: Annotated[Text | None, _NAME] = None
    why: Annotated[tuple[Text, ...], FieldSpec(required_by=EVERY, widget="chain")] = ()
    unnoticed: Annotated[tuple[Text, ...], FieldSpec(widget="chain")] = ()
    explains: Annotated[Count | None, FieldSpec(in_passage="allowed")] = None
    exhibits: Annotated[tuple[RowId, ...], FieldSpec(refers_to="exhibits")] = ()
    passage: Annotated[Text | None, _PASSAGE] = None


class CorrectiveAction(Row):
    """A finished deed: what, when, who, where, why (the causes it answers), how, and its proof."""

    owner: ClassVar[Owner] = "client"
    spec: ClassVar[RowSpec] = RowSpec(
        first=(("what",), ("kind",), ("date", "who", "name"), ("how",), ("causes",), ("exhibits",)),
        folded=(("where",), ("result",)),
        following=(("kind", "read-across", (("total", "unit"), ("looked_at", "found"))),),
        head=("what", "passage"),
        named_by=("what",),
        dated_by="date",
    )

    what: Annotated[Text | None, _ALWAYS_TEXT] = None
    kind: Annotated[ActionKind | None, _KIND] = None
    total: Count | None = None
    unit: Annotated[Text | None, FieldSpec(in_passage="allowed")] = None
    looked_at: Count | None = None
    found: Count | None = None
    date: Annotated[Date | None, _ALWAYS] = None
    who: Annotated[Text | None, _RESPONSIBLE] = None
    name: Annotated[Text | None, _NAME] = None
    where: Annotated[Text | None, FieldSpec(in_passage="allowed", has_draft=True)] = None
    how: Annotated[Text | None, _NEEDED_TEXT] = None
    result: Annotated[Text | None, FieldSpec(widget="text")] = None
    causes: Annotated[tuple[RowId, ...], _CAUSES] = ()
    exhibits: Annotated[tuple[RowId, ...], _PROOF] = ()
    done: Annotated[
        bool | None,
        FieldSpec(required_by=EVERY, widget="tick", prints=False, in_passage="apart", can_be_waived=False),
    ] = None
    passage: Annotated[Text | None, _PASSAGE] = None


class PreventiveMeasure(Row):
    """A control in force: what, since when and how often, whose, which causes it blocks, and how it works."""

    owner: ClassVar[Owner] = "client"
    spec: ClassVar[RowSpec] = RowSpec(
        first=(("what",), ("since", "frequency"), ("who", "name", "deputy"), ("record",), ("causes",), ("exhibits",)),
        folded=(("head",), ("trigger",), ("response",), ("where",), ("review", "review_target")),
        head=("head", "what", "passage"),
        named_by=("what",),
        dated_by="since",
    )

    head: Annotated[Text | None, FieldSpec(in_passage="allowed", facts=(), owner="agency", has_draft=True)] = None
    what: Annotated[Text | None, _ALWAYS_TEXT] = None
    since: Annotated[Date | None, _ALWAYS] = None
    frequency: Annotated[Text | None, FieldSpec(required_by=EVERY, has_draft=True)] = None
    who: Annotated[Text | None, _RESPONSIBLE] = None
    name: Annotated[Text | None, _NAME] = None
    deputy: Annotated[Text | None, FieldSpec(in_passage="owner", facts=())] = None
    where: Annotated[Text | None, FieldSpec(in_passage="allowed", has_draft=True)] = None
    trigger: Annotated[Text | None, _WORDS] = None
    response: Annotated[Text | None, _WORDS] = None
    record: Annotated[Text | None, FieldSpec(required_by=EVERY, has_draft=True)] = None
    review: Date | None = None
    review_target: Text | None = None
    causes: Annotated[tuple[RowId, ...], _CAUSES] = ()
    exhibits: Annotated[tuple[RowId, ...], _PROOF] = ()
    passage: Annotated[Text | None, _PASSAGE] = None


class OpenPoint(Row):
    """What is not finished, not proven or not known when the letter goes out, told openly."""

    spec: ClassVar[RowSpec] = RowSpec(
        first=(("what",), ("due", "who"), ("unexplained",)), folded=(("exhibits",),), head=("what",), dated_by="due"
    )

    what: Annotated[Text | None, _ALWAYS_TEXT] = None
    due: Date | None = None
    who: Annotated[Text | None, FieldSpec(facts=())] = None
    unexplained: Count | None = None
    exhibits: Annotated[tuple[RowId, ...], FieldSpec(refers_to="exhibits")] = ()


ROWS_WITH_PASSAGE = ("root_causes", "corrective_actions", "preventive_measures")
"""The lists whose rows print a passage."""


def _states_a_fact(spec: FieldSpec) -> bool:
    return spec.in_passage != "apart" and not spec.refers_to


FACTS_OF_A_DEED = frozenset(
    name for name, info in CorrectiveAction.model_fields.items() if _states_a_fact(spec_of(info))
)
"""The fields of a corrective action whose change clears "this has been done"; its causes and its proof are none."""
