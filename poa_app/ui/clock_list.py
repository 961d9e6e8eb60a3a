"""The clocks of a case in one place: the answer, the money, the stock, the age of each invoice; and as a calendar."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from poa_app.desk import clocks, letters
from poa_app.desk.clocks import CaseClock
from poa_app.desk.work import View
from poa_app.desk.zones import is_same_clock, zone_name
from poa_app.model.case import Case
from poa_app.ui import deadline, show
from poa_app.ui.enforcement_card import line
from poa_app.ui.markup import Markup, bold, coloured, gray, icon, put, small
from poa_app.ui.words import Reader

COLOURS = {"over": "red", "near": "orange"}
ICONS = {"answer": "timer", "money": "payments", "stock": "inventory_2"}


def clock_list(reader: Reader, view: View) -> None:
    """Show every clock of a case with what it means, and offer them as a calendar."""
    found = clocks.case_clocks(view.case, reader.now())
    if not found:
        return
    with st.container(border=True, key=f"clocks{view.id}"):
        show.subheader(reader.say("Clocks"), anchor=False)
        for kind in dict.fromkeys(one.kind for one in found):
            of_kind = [one for one in found if one.kind == kind]
            with st.container(gap="xxsmall"):
                for one in of_kind:
                    show.markdown(put(icon(ICONS.get(kind, "receipt_long")), _line(reader, one), by=" "))
                    if one.at:
                        show.markdown(small(deadline.assumptions(reader, one.assumed, one.at, one.latest)))
                show.markdown(small(gray(line(reader, of_kind[0].words))))
        _calendar(reader, view)


def _line(reader: Reader, one: CaseClock) -> Markup:
    colour = _colour(one)
    when = _when(reader, one)
    said = put(bold(reader.localized(one.name)), coloured(colour, when) if colour else when, by=" · ")
    age = one.age
    old = (
        reader.say("{age} of {limit} days old on {day}", age=age.age, limit=age.limit, day=reader.dated(age.planned))
        if age
        else ""
    )
    return small(put(said, gray(old), by=" · "))


def _colour(one: CaseClock) -> str:
    """Return the colour of a day; money that may be asked for already is no fault."""
    return "green" if one.kind == "money" and one.state == "over" else COLOURS.get(one.state, "")


def _when(reader: Reader, one: CaseClock) -> str:
    """Return the day of a clock, or its moment in the zone of the notice and in the reader's."""
    if one.at is None:
        return reader.dated(one.day)
    zones = [one.at.tzinfo]
    of_reader = reader.now().tzinfo
    if not is_same_clock(one.at.tzinfo, of_reader, one.at):
        zones.append(of_reader)
    return " = ".join(
        reader.say(
            "{moment} {zone}", moment=reader.moment(one.at.astimezone(zone)), zone=zone_name(zone, reader.language)
        )
        for zone in zones
    )


def details(reader: Reader, case: Case) -> Iterator[str]:
    """Yield the other clocks of a case, a line each, for those who ask the bar what else runs."""
    for one in clocks.case_clocks(case, reader.now()):
        if one.kind != "answer":
            yield put(reader.localized(one.name), _when(reader, one), by=" · ")


def of_paper(reader: Reader, view: View, exhibit: str) -> None:
    """Show beside a paper how old it is on the day of sending, and when it ages out."""
    one = clocks.invoice_age(view.case, exhibit, reader.today())
    if one and one.line:
        words = put(icon("hourglass_bottom"), reader.localized(one.line), by=" ")
        show.markdown(small(coloured(COLOURS.get(one.state, "gray"), words)), help=line(reader, one.words))


def _calendar(reader: Reader, view: View) -> None:
    case, now, chosen = view.case, reader.now(), reader.language
    show.download_button(
        reader.say("All clocks for your calendar (.ics)"),
        lambda: clocks.calendar(case, view.id, now, chosen),
        file_name=letters.file_name(case, view.id, "clocks", clocks.CALENDAR_SUFFIX),
        mime="text/calendar",
        on_click="ignore",
        key=f"calendar{view.id}",
        icon=":material/event:",
        width="stretch",
        help=reader.say(
            "Reminds 24 and 4 hours before. It holds the store and the kind of notice, nothing else of the case."
        ),
    )
