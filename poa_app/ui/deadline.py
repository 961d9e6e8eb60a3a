"""The deadline in words: how long is left, when it ends in the site's zone and the reader's, and what was assumed."""

from __future__ import annotations

from datetime import datetime

from poa_app.desk.clock import Assumed, Clock, UnreadClock, clock
from poa_app.desk.work import View
from poa_app.desk.zones import is_same_clock, zone_name
from poa_app.ui import show
from poa_app.ui.markup import icon, put, small
from poa_app.ui.words import Reader, join_sentences

COLOURS = {"calm": "gray", "soon": "orange", "now": "red", "past": "red", "unread": "red"}

_ASSUMED = {
    "hour": "No hour is given: the earliest one counts.",
    "zone": "No time zone is given: the earliest one of the site counts.",
    "year": "No year is given: the next such day counts.",
    "order": "The day in numbers can be read in two orders: the earlier day counts.",
}

_UNREAD = "The deadline cannot be read, so no clock runs. Enter a day, or the date of the notice and its words."

_NO_ARRIVAL = "No clock yet: enter the date of the notice"
_FROM_ARRIVAL = "The time allowed counts from the date of the notice. Enter that date, and the clock runs."


def moments(reader: Reader, due: Clock) -> tuple[str, ...]:
    """Return the moment in the zone of the notice, and in the reader's where that shows another time."""
    of_reader = reader.now().tzinfo
    zones = [due.due.tzinfo]
    if not is_same_clock(due.due.tzinfo, of_reader, due.due):
        zones.append(of_reader)
    return tuple(
        reader.say(
            "{moment} {zone}", moment=reader.moment(due.due.astimezone(zone)), zone=zone_name(zone, reader.language)
        )
        for zone in zones
    )


def badge_words(reader: Reader, due: Clock | UnreadClock) -> str:
    """Return the words of the badge in the bar of a case: what is left, and when it ends in the zone of the notice."""
    if isinstance(due, UnreadClock):
        return reader.say(_NO_ARRIVAL if due.wants_arrival else "Deadline cannot be read: correct it on Notice")
    ends = moments(reader, due)[0]
    if due.urgency == "past":
        return reader.say("due {moment}, past", moment=ends)
    return reader.say("{left} left · due {moment}", left=reader.left(due.left), moment=ends)


def basis(reader: Reader, due: Clock) -> str:
    """Return what the clock rests on, where that was not all given; empty where it was."""
    return assumptions(reader, due.assumed, due.due, due.latest)


def assumptions(reader: Reader, assumed: tuple[Assumed, ...], due: datetime, latest: datetime | None) -> str:
    """Return what had to be assumed of a moment, and when it is by another reading; empty where all was given."""
    if not assumed:
        return ""
    other = ""
    if latest and latest.date() != due.date():
        ends = reader.say(
            "{moment} {zone}", moment=reader.moment(latest), zone=zone_name(latest.tzinfo, reader.language)
        )
        other = reader.say("By another reading it is due {moment}.", moment=ends)
    return join_sentences(*(reader.say(_ASSUMED[one]) for one in dict.fromkeys(assumed)), other)


def note(reader: Reader, view: View) -> None:
    """Show under the fields of the deadline when the answer is due as the program reads them."""
    due = clock(view.case, reader.now())
    if isinstance(due, UnreadClock) and due.wants_arrival:
        show.warning(reader.say(_FROM_ARRIVAL), icon=":material/timer:")
    elif isinstance(due, UnreadClock):
        show.error(reader.say(_UNREAD), icon=":material/timer_off:")
    elif due:
        read = reader.say("From the words of the notice") if due.from_words else reader.say("From the due date")
        ends = " = ".join(moments(reader, due))
        words = reader.say("{read}: due {moment}.", read=read, moment=ends)
        show.markdown(small(put(icon("timer"), join_sentences(words, basis(reader, due)), by=" ")))
