"""Which fields each kind of row asks for, in which order: the ones that must be there first, the rest folded."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Form:
    """The fields of one kind of row.

    Attributes:
        first: lines of fields that must be there; fields of one line stand side by side.
        folded: lines of fields that may be there.
        head: the field whose words name the row on its one line.
    """

    first: tuple[tuple[str, ...], ...]
    folded: tuple[tuple[str, ...], ...] = ()
    head: tuple[str, ...] = ("what",)


TALL = frozenset({"what", "how", "result", "passage", "now_passage", "answer", "opening", "closing", "text", "shows"})
"""Fields that hold a sentence or more."""

LONG = frozenset({"text"})
"""Of those, fields into which whole messages are pasted: their widget keeps one height instead of growing."""

CHAINS = frozenset({"why", "unnoticed"})
"""Fields that hold several answers, one a line."""

ROWS: dict[str, Form] = {
    "metrics": Form(
        first=(
            ("metric", "target"),
            ("then/value", "then/numerator", "then/denominator"),
            ("then/start", "then/end"),
            ("now/value", "now/numerator", "now/denominator"),
            ("now/start", "now/end"),
        ),
        folded=(("marketplace",), ("note",), ("passage",), ("now_passage",)),
        head=("metric",),
    ),
    "root_causes": Form(
        first=(("head",), ("what",), ("start", "end", "explains"), ("who", "where"), ("why",), ("unnoticed",)),
        folded=(("when",), ("exhibits",)),
        head=("head", "what"),
    ),
    "corrective_actions": Form(
        first=(("what",), ("date", "who"), ("how",), ("causes",), ("exhibits",)),
        folded=(("where",), ("result",)),
        head=("what", "passage"),
    ),
    "preventive_measures": Form(
        first=(("what",), ("since", "frequency"), ("who", "deputy"), ("record",), ("causes",), ("exhibits",)),
        folded=(("head",), ("trigger",), ("response",), ("where",), ("review", "review_target")),
        head=("head", "what", "passage"),
    ),
    "products": Form(first=(("asin", "sold"), ("name",)), folded=(("supplier",),), head=("asin", "name")),
    "suppliers": Form(
        first=(("name", "role"), ("local_name",), ("phone", "address")),
        folded=(("buys_from",), ("contact", "email"), ("website",)),
        head=("name",),
    ),
    "exhibits": Form(
        first=(("kind", "date"), ("title",), ("shows",)),
        folded=(("number", "issuer"), ("addressee",)),
        head=("title", "kind"),
    ),
    "requests": Form(first=(("section", "words"), ("answer",)), head=("words",)),
    "earlier_appeals": Form(
        first=(("sent", "answered"), ("writer",), ("text",), ("answer",)), head=("sent", "writer", "text")
    ),
    "identifiers": Form(first=(("kind", "value"),), head=("value",)),
}

SECTIONS: dict[str, tuple[str, ...]] = {
    "plan-of-action": (
        "metrics", "root_causes", "corrective_actions", "preventive_measures", "products", "exhibits",
    ),
    "documents": ("products", "suppliers", "exhibits"),
}  # fmt: skip
"""What the workbench shows for a route, in the order the letter is thought out."""


def sections(route: str | None, suppliers: bool) -> tuple[str, ...]:
    """Return the sections of the workbench; a plan has that of the suppliers where they are named or asked for."""
    shown = SECTIONS.get(route or "plan-of-action", SECTIONS["plan-of-action"])
    if not suppliers or "suppliers" in shown:
        return shown
    after = shown.index("products") + 1
    return (*shown[:after], "suppliers", *shown[after:])


WITH_PASSAGE = ("root_causes", "corrective_actions", "preventive_measures")
"""Rows that print a passage."""
