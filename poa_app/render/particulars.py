"""What a list of exhibits tells of a paper beside its title: number, and of an invoice issuer, date and units."""

from __future__ import annotations

from datetime import date

from poa_app.model.facts import Exhibit
from poa_app.phrases.text import is_foreign
from poa_app.render.field import Field
from poa_app.render.sentences import Shown
from poa_app.render.wording import MONTHS, count


def particulars(exhibit: Exhibit, shown: Shown, path: str) -> list[Field]:
    """Return what identifies a paper and stands in its title neither in full nor in part.

    A reviewer who holds invoices against units sold needs them from the letter itself. An issuer named in its own
    script stands on the paper alone.

    Args:
        exhibit: the paper.
        shown: the same with its words as they print.
        path: of its row.
    """
    title = (exhibit.title or "").casefold()
    named = [shown["number"]] if shown["number"].strip().casefold() not in title else []
    if exhibit.covers:
        issuer = shown["issuer"]
        named += [issuer] if issuer.casefold() not in title and not is_foreign(issuer) else []
        named += [shown["date"]] if not is_dated(title, exhibit.date) else []
        counted = [one.quantity for one in exhibit.covers if isinstance(one.quantity, int)]
        units = sum(counted)
        if len(counted) == len(exhibit.covers) and f"{units} " not in title:
            named.append(Field(f"{count(units)} {'unit' if units == 1 else 'units'}", f"{path}/covers"))
    return [one for one in named if one]


def is_dated(title: str, day: object) -> bool:
    """Whether a title in small letters names a day, with its month in a word or all of it in numbers."""
    if not isinstance(day, date):
        return False
    return day.isoformat() in title or (str(day.day) in title and MONTHS[day.month - 1][:3].casefold() in title)
