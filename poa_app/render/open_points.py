"""What is still open: what of the deeds is not finished, then the points of its own, each with its day and owner."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from poa_app.model.case import Case
from poa_app.model.rows import OpenPoint
from poa_app.model.text import is_blank
from poa_app.phrases import things
from poa_app.phrases.text import without_stop
from poa_app.render.field import Field
from poa_app.render.particulars import is_dated
from poa_app.render.sentences import Shown, Telling, actor_of, holder


def add_open_points(case: Case, shown: Shown, telling: Telling, counted: Callable[[Any, str], Field]) -> None:
    """Make ready what ``parts/still-open`` lists: the points alone, or in ``still_open`` behind what deeds leave open.

    Args:
        case: the case as its letter words it.
        shown: the same as a template sees it, with the sentences of its deeds.
        telling: what the letter has told so far.
        counted: words a number with the noun of what the case counts: 3 orders.
    """
    for row, point in zip(shown["open_points"], case.open_points, strict=True):
        path = f"/open_points/{point.id}"
        row["count"] = counted(point.unexplained, f"{path}/unexplained")
        row["said"] = _line(telling, point, row, path)
    deeds = [row["said"] for row in shown["corrective_actions"] if row["said"]["open"] and not row["passage"]]
    left = [{"said": {"words": said["open"], "bracket": said["open_bracket"]}} for said in deeds]
    shown["still_open"] = [*left, *shown["open_points"]]
    shown["open_apart"] = False  # a template that lists it by itself says so


def _line(telling: Telling, row: OpenPoint, shown: Shown, path: str) -> Shown:
    """Return the words of a point, and in brackets what they do not tell: how many, by when, by whom, and proof."""
    words = without_stop(things.closed(row.what or "")[0])
    told = words.casefold()
    is_told = is_blank(row.due) or (isinstance(row.due, date) and is_dated(told, row.due))
    day = None if is_told else telling.day(row.due, f"{path}/due")
    owner = "" if is_blank(row.who) else holder(row.who, None, actor_of(row.who))
    number = row.unexplained
    is_apart = isinstance(number, int) and not re.search(rf"(?<!\d){number}(?!\d)", words)
    return {
        "words": Field(words, f"{path}/what"),
        "bracket": telling.brackets(
            shown,
            path,
            ("count", shown["count"] if is_apart else None),
            ("by", day),
            ("owner", Field(owner, f"{path}/who") if owner and owner.casefold() not in told else None),
            proof=not is_blank(row.exhibits),
        ),
    }
