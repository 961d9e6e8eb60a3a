"""The words for the kinds of defect that a rate counts together: how many orders had each, and which are disputed."""

from __future__ import annotations

from typing import Any

from poa_app.knowledge import Knowledge
from poa_app.knowledge.metric_schema import DefectKind
from poa_app.model.facts import DefectCount, Metric
from poa_app.render import wording
from poa_app.render.field import Field

Shown = dict[str, Any]


def defect_words(metric: Metric, rows: list[Shown], known: Knowledge) -> Shown:
    """Return what a letter tells of the kinds of defect of a rate.

    Args:
        metric: the rate.
        rows: its kinds of defect as a template sees them.
        known: what they are called.

    Returns:
        ``split``, one entry for each kind that is counted; ``overlaps``, whether orders must have had several kinds;
        ``disputed``, what is disputed of each kind; ``rest``, rows of a kind the rate does not know.
    """
    kind = known.metrics.get(metric.metric or "")
    shown = {row["id"]: row for row in rows}
    counted = [
        (part, one, one.count)
        for one in metric.parts
        if kind and (part := kind.part(one.kind)) and isinstance(one.count, int)
    ]
    failed, told = metric.then.numerator, {one.id for _, one, _ in counted}
    return {
        "rest": [row for row in rows if row["id"] not in told and (row["count"] or row["contested"])],
        "split": [_entry(part, count, shown[one.id]) for part, one, count in counted],
        "overlaps": isinstance(failed, int) and sum(count for *_, count in counted) > failed,
        "disputed": [_disputed(part, one, count, shown[one.id]) for part, one, count in counted if one.contested],
    }


def _entry(part: DefectKind, count: int, row: Shown) -> Shown:
    path = row["count"].path
    return {
        "count": Field(wording.count(count) if count else "none", path),
        "had": Field(part.had, path),
        "name": Field(part.counted.one if count == 1 else part.counted.many, path),
        "contested": row["contested"],
    }


def _disputed(part: DefectKind, one: DefectCount, count: int, row: Shown) -> Field:
    if one.contested == count:
        said = f"the {part.counted.one}" if count == 1 else f"all {wording.count(count)} {part.counted.many}"
    else:
        said = f"{row['contested']} of the {wording.count(count)} {part.counted.many}"
    return Field(said, row["contested"].path)
