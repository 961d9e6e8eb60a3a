"""A time of day typed with its zone, or a day with both, in one field: each goes to the field of its own."""

from __future__ import annotations

from datetime import time
from functools import lru_cache
from typing import Any

from poa_app.model.days import clock_beside, days_of
from poa_app.model.plain import plain_signs
from poa_app.model.time_parsing import LONGEST, time_of, zone_name, zone_of

_AROUND = " ,;()"


@lru_cache(maxsize=500)
def time_in_zone(text: str) -> tuple[time, str] | None:
    """Return the time and the zone that a text names together: 9:15 PM PST, 北京时间晚上8点半; else none."""
    said = plain_signs(text).strip(_AROUND)
    if not said or len(said) > LONGEST or time_of(said):
        return None
    for cut in range(1, len(said)):
        first, last = said[:cut].strip(_AROUND), said[cut:].strip(_AROUND)
        for clock, place in ((first, last), (last, first)):
            read = time_of(clock)
            if read and zone_of(place):
                return read, str(zone_name(place))
    return None


def with_zone_apart(given: Any, hour: str, zone: str) -> Any:
    """Return the fields of a part with the zone out of the field for the time, where its own is blank or says the same.

    Args:
        given: the fields as they were given.
        hour: name of the field for the time.
        zone: name of the field for the zone.
    """
    if not isinstance(given, dict) or not isinstance(given.get(hour), str):
        return given
    read = time_in_zone(given[hour])
    held = given.get(zone)
    if read is None or (isinstance(held, str) and held.strip() and zone_name(held) != read[1]):
        return given
    return given | {hour: f"{read[0]:%H:%M}", zone: read[1]}


def with_time_apart(given: Any, day: str, hour: str, zone: str) -> Any:
    """Return the fields of a part with the time out of the field for the day, where no time has been given yet."""
    if not isinstance(given, dict) or not isinstance(given.get(day), str) or given.get(hour):
        return given
    found = days_of(given[day])
    clock = clock_beside(given[day]) if found.timed and len(found.all) == 1 and not found.misnamed else ""
    read = with_zone_apart({hour: clock, zone: given.get(zone)}, hour, zone)
    if not clock or not time_of(read[hour]):
        return given
    return given | read | {day: found.all[0].isoformat()}
