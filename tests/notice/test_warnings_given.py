"""The day of an earlier warning is read where a message tells it, and nowhere else."""

from __future__ import annotations

from datetime import date

from poa_app.notice.warnings_given import warned
from tests.each import for_each


@for_each(
    ("text", "day"),
    [
        ("We warned you about the same on July 3, 2026.", date(2026, 7, 3)),
        ("You were warned on 03/07/2026 already.", date(2026, 3, 7)),
        ("See our previous warnings of 12 May 2026 and 3 July 2026.", date(2026, 7, 3)),
        ("We previously notified you of this on June 1, 2026. Send a plan.", date(2026, 6, 1)),
        ("我们曾于2026年7月3日就此问题向您发出警告。", date(2026, 7, 3)),
        ("We warned you on\n> July 3, 2026.", date(2026, 7, 3)),
    ],
)
def test_the_day_of_a_warning_is_read(text: str, day: date) -> None:
    found = warned(text, "month-first")
    assert found
    assert found.value == day
    assert 0 <= found.start < found.end <= len(text)


@for_each(
    "text",
    [
        "This is a warning. Send your plan by July 3, 2026.",
        "We warned you before. Your rate was 5% on July 3, 2026.",
        "Warning labels were missing on July 3, 2026.",
        "We warned you on February 30, 2026.",
        "",
    ],
)
def test_no_other_day_is_taken_for_a_warning(text: str) -> None:
    assert warned(text, "month-first") is None


def test_a_warning_came_before_the_message_that_tells_of_it() -> None:
    text = "We warned you on July 3, 2026 and again on November 30, 2026."
    read = warned(text, "month-first", before=date(2026, 11, 9))
    assert read
    assert read.value == date(2026, 7, 3)
