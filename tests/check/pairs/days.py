"""Days in an order that cannot be, or that contradict one another."""

from __future__ import annotations

from datetime import date

from poa_app.model.rows import OpenPoint
from tests.check.pairs.building import DEEDS, FAULTS, MEASURES, Pair

PAIRS = [
    Pair("dates.future", f"{DEEDS}/date", {f"{DEEDS}/date": date(2026, 11, 20)}, {f"{DEEDS}/date": date(2026, 11, 19)}),
    Pair(
        "dates.after-letter",
        f"{MEASURES}/since",
        {"/letter_date": date(2026, 11, 18), f"{MEASURES}/since": date(2026, 11, 19)},
        {"/letter_date": date(2026, 11, 18), f"{MEASURES}/since": date(2026, 11, 18)},
    ),
    Pair(
        "dates.order",
        "/notice/complaint",
        {"/notice/complaint": date(2026, 11, 11)},
        {"/notice/complaint": date(2026, 11, 10)},
    ),
    Pair(
        "dates.review-past",
        f"{MEASURES}/review",
        {f"{MEASURES}/review": date(2026, 11, 19)},
        {f"{MEASURES}/review": date(2026, 11, 20)},
    ),
    Pair(
        "dates.open-overdue",
        "/open_points/point1/due",
        {"/open_points": (OpenPoint(id="point1", what="The alert is not built yet", due=date(2026, 11, 18)),)},
        {"/open_points": (OpenPoint(id="point1", what="The alert is not built yet", due=date(2026, 11, 19)),)},
    ),
    Pair(
        "dates.deadline-past",
        "/deadline/due",
        {"/deadline/due": date(2026, 11, 18)},
        {"/deadline/due": date(2026, 11, 19)},
    ),
    Pair(
        "dates.deadline-open", "/deadline/due", {"/deadline/words": "promptly"}, {"/deadline/words": "by 27 November"}
    ),
    Pair(
        "dates.deadline-unread",
        "/deadline/due",
        {"/deadline/due": "soon"},
        {"/deadline/due": "17 days"},
        quote="soon",
    ),
    Pair(
        "dates.too-early",
        "/exhibits/exhib1/date",
        {"/exhibits/exhib1/date": date(1994, 12, 31)},
        {"/exhibits/exhib1/date": date(1995, 1, 1)},
    ),
    Pair("dates.time", "/deadline/time", {"/deadline/time": "in the evening"}, {"/deadline/time": "3 pm"}),
    Pair("dates.zone", "/notice/zone", {"/notice/zone": "CST"}, {"/notice/zone": "PST"}),
    Pair("dates.far", "/letter_date", {"/letter_date": date(2027, 11, 19)}, {"/letter_date": date(2026, 12, 19)}),
    Pair(
        "dates.far-today",
        f"{MEASURES}/review",
        {f"{MEASURES}/review": date(2206, 12, 19)},
        {f"{MEASURES}/review": date(2026, 12, 19)},
    ),
    Pair(
        "dates.cause-outside",
        f"{FAULTS}/start",
        {f"{FAULTS}/start": date(2026, 9, 1), f"{FAULTS}/end": date(2026, 10, 7)},
        {f"{FAULTS}/start": date(2026, 9, 1), f"{FAULTS}/end": date(2026, 10, 8)},
    ),
    Pair(
        "dates.fix-too-early",
        f"{DEEDS}/date",
        {f"{DEEDS}/date": date(2026, 10, 7)},
        {f"{DEEDS}/date": date(2026, 10, 8)},
    ),
    Pair(
        "dates.fix-older", f"{DEEDS}/date", {f"{DEEDS}/date": date(2026, 11, 5)}, {f"{DEEDS}/date": date(2026, 11, 6)}
    ),
    Pair(
        "dates.control-older",
        f"{MEASURES}/since",
        {f"{MEASURES}/since": date(2026, 10, 7)},
        {f"{MEASURES}/since": date(2026, 10, 8)},
    ),
    Pair(
        "dates.control-failed",
        f"{MEASURES}/since",
        {f"{MEASURES}/since": date(2026, 11, 5)},
        {f"{MEASURES}/since": date(2026, 11, 6)},
    ),
    Pair(
        "dates.first-ahead",
        f"{MEASURES}/frequency",
        {f"{MEASURES}/frequency": "every Monday, first on November 23"},
        {f"{MEASURES}/frequency": "every Monday, first on November 16"},
        quote="November 23",
    ),
    Pair(
        "dates.now-older",
        "/metrics/metri1/now/end",
        {"/metrics/metri1/now/end": date(2026, 11, 6)},
        {"/metrics/metri1/now/end": date(2026, 11, 7)},
    ),
    Pair(
        "dates.noticed",
        f"{FAULTS}/head",
        {f"{FAULTS}/head": "We did not notice the late labels"},
        {f"{FAULTS}/head": "We did not notice the late labels", f"{FAULTS}/end": date(2026, 11, 10)},
        quote="did not notice",
    ),
    Pair(
        "dates.deadline-before",
        "/deadline/due",
        {"/deadline/due": date(2026, 11, 9)},
        {"/deadline/due": date(2026, 11, 10)},
    ),
    Pair(
        "dates.deadline-words",
        "/deadline/due",
        {"/deadline/due": date(2026, 12, 31), "/deadline/words": "within 17 days of this notice"},
        {"/deadline/due": date(2026, 11, 27), "/deadline/words": "within 17 days of this notice"},
    ),
]
