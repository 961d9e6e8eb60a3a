"""The deadline in words: how long is left, when it ends in the site's zone and the reader's, and what was assumed."""

from __future__ import annotations

from datetime import datetime

from poa_app.desk.clock import Assumed, Clock, UnreadClock, clock
from poa_app.desk.work import View
from poa_app.desk.zones import is_same_clock, zone_name
from poa_app.ui import session, show
from poa_app.ui.markup import icon, put, small
from poa_app.ui.words import join_sentences, language, left, moment, say

COLOURS = {"calm": "gray", "soon": "orange", "now": "red", "past": "red", "unread": "red"}

_ASSUMED = {
    "hour": "No hour is given: the earliest one counts.",
    "zone": "No time zone is given: the earliest one of the site counts.",
    "year": "No year is given: the next such day counts.",
    "order": "The day in numbers can be read in two orders: the earlier day counts.",
}

_UNREAD = "The deadline cannot be read, so no clock runs. Enter a day, or the date of the notice and its words."


def moments(due: Clock) -> tuple[str, ...]:
    """Return the moment in the zone of the notice, and in the reader's where that shows another time."""
    reader = session.now().tzinfo
    zones = [due.due.tzinfo]
    if not is_same_clock(due.due.tzinfo, reader, due.due):
        zones.append(reader)
    return tuple(
        say("{moment} {zone}", moment=moment(due.due.astimezone(zone)), zone=zone_name(zone, language()))
        for zone in zones
    )


def badge_words(due: Clock | UnreadClock) -> str:
    """Return the words of the badge in the bar of a case: what is left, and when it ends in the zone of the notice."""
    if isinstance(due, UnreadClock):
        return say("Deadline cannot be read: correct it on Notice")
    ends = moments(due)[0]
    if due.urgency == "past":
        return say("due {moment}, past", moment=ends)
    return say("{left} left · due {moment}", left=left(due.left), moment=ends)


def basis(due: Clock) -> str:
    """Return what the clock rests on, where that was not all given; empty where it was."""
    return assumptions(due.assumed, due.due, due.latest)


def assumptions(assumed: tuple[Assumed, ...], due: datetime, latest: datetime | None) -> str:
    """Return what had to be assumed of a moment, and when it is by another reading; empty where all was given."""
    if not assumed:
        return ""
    other = ""
    if latest and latest.date() != due.date():
        ends = say("{moment} {zone}", moment=moment(latest), zone=zone_name(latest.tzinfo, language()))
        other = say("By another reading it is due {moment}.", moment=ends)
    return join_sentences(*(say(_ASSUMED[one]) for one in dict.fromkeys(assumed)), other)


def note(view: View) -> None:
    """Show under the fields of the deadline when the answer is due as the program reads them."""
    due = clock(view.case, session.now())
    if isinstance(due, UnreadClock):
        show.error(say(_UNREAD), icon=":material/timer_off:")
    elif due:
        read = say("From the words of the notice") if due.from_words else say("From the due date")
        ends = " = ".join(moments(due))
        words = say("{read}: due {moment}.", read=read, moment=ends)
        show.markdown(small(put(icon("timer"), join_sentences(words, basis(due)), by=" ")))
