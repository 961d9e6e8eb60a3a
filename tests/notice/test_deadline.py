"""The time a notice gives is read; what looks back, and Amazon's or the buyer's own time, is not."""

from __future__ import annotations

from datetime import date

from poa_app.notice.deadline import deadline
from poa_app.notice.sentences import pieces
from tests.each import for_each

ARRIVED = date(2026, 11, 10)


@for_each(
    ("text", "words", "due"),
    [
        ("Please respond within 72 hours.", "within 72 hours", "2026-11-13"),
        ("Upload it by 30.11.2026.", "by 30.11.2026", "2026-11-30"),
        ("Deadline: December 13, 2026", "Deadline: December 13, 2026", "2026-12-13"),
        ("Offers will be deactivated on 30 November 2026 unless you answer.", None, "2026-11-30"),
        ("Bitte antworten Sie bis zum 30.11.2026.", None, "2026-11-30"),
        ("请在2026年11月18日之前提交申诉。", "2026年11月18日", "2026-11-18"),
        ("请在 72 小时内回复。", None, "2026-11-13"),
        ("Reply by November 24.", "by November 24", "2026-11-24"),
        ("We recommend that you answer at the latest on November 24, 2026.", None, "2026-11-24"),
        ("Your account may be deactivated unless you send us a plan in the coming 72 hours.", None, "2026-11-13"),
        ("Your account will be deactivated in 14 days.", None, "2026-11-24"),
        ("Sie haben 14 Tage, um zu antworten.", None, "2026-11-24"),
        ("Vous disposez de 14 jours pour répondre.", None, "2026-11-24"),
        ("Responda a más tardar el 24 de noviembre de 2026.", None, "2026-11-24"),
        ("请在两周内回复。", None, "2026-11-24"),
        ("请您最晚于2026年11月24日提交。", None, "2026-11-24"),
    ],
)
def test_the_time_for_an_answer_is_read(text: str, words: str | None, due: str) -> None:
    read = deadline(pieces(text), ARRIVED, "day-first")
    assert read is not None
    assert read.value.due is not None
    assert read.value.due.isoformat() == due
    assert words is None or read.value.words == words


@for_each(
    "text",
    [
        "This is the second time in 180 days that your rate fell.",
        "Please send invoices issued in the last 365 days.",
        "We will respond within 48 hours.",
        "Upload an invoice within one business day after shipment.",
        "Funds may be held in your account for up to 90 days.",
        "请提供过去365天内开具的发票。",
        "请您在 2026 年 11 月 24 日之前重新上架，或提交移除订单。",
        "Erstatten Sie nicht innerhalb von zwei Werktagen nach Eingang, kann Amazon dies tun.",
        "You have 90 days from this mail to appeal or choose not to appeal; then you may ask for your money.",
    ],
)
def test_other_periods_give_no_time(text: str) -> None:
    assert deadline(pieces(text), ARRIVED, "day-first") is None


def test_the_end_of_a_period_is_unknown_without_the_day_of_the_notice() -> None:
    read = deadline(pieces("Please respond within 7 days."), None, "day-first")
    assert read is not None
    assert read.value.due is None
