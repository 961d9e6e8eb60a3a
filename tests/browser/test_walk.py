"""A late shipment case from the pasted notice and the client's message, with what is left to type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from poa_app.knowledge import knowledge
from tests.browser import walk_texts as texts
from tests.browser.walk import Walk

Report = Callable[[str, str, str], None]

MOST_FIELDS_READ = 40
"""Fields that are left to type where the notice and the client's message are pasted."""


def test_a_pasted_notice_and_message_leave_less_to_type(wide: Any, report: Report) -> None:
    walk = Walk(wide, "EN 1 late shipment, read")
    walk.begin(texts.LATE_NOTICE)
    walk.press("Take over what is ticked")
    walk.fill("/client", legal_name="Juniper Lane Goods LLC", merchant_token="A3EXAMPLE48812")
    walk.fill("/client", signatory="Priya Anand", signatory_title="Operations manager")
    walk.take("/scope")
    message = walk.add("client_messages")
    walk.fill(message, received="Nov 28, 2026", text=texts.LATE_MESSAGE)
    walk.press("Next: workbench")
    walk.fill("", opening="The failures were in our own order printing and in our handling time settings.")
    (metric,) = walk.rows("metrics")
    walk.open_row(metric)
    walk.take_told(f"{metric}/now/value", "2.1")
    walk.take_told(f"{metric}/now/numerator", 8)
    walk.take_told(f"{metric}/now/denominator", 381)
    walk.take_told(f"{metric}/now/start", "2026-10-29")
    walk.take_told(f"{metric}/now/end", "2026-11-27")
    papers = (
        ("order-list", "Order list of the late orders by cause", "2026-11-24"),
        ("settings-record", "Screenshots of the handling time settings", "2026-11-23"),
        ("carrier-record", "UPS acceptance scans", "2026-11-24"),
        ("log", "Daily check sheet", "2026-11-27"),
    )
    for kind, title, day in papers:
        exhibit = walk.add("exhibits")
        walk.choose(f"{exhibit}/kind", walk.said(knowledge().evidence[kind].name))
        walk.fill(exhibit, title=title)
        walk.take_told(f"{exhibit}/date", day)
    (first,) = walk.rows("root_causes")
    walk.open_row(first)
    walk.fill(
        first,
        head="Order printing had no backup",
        what="The warehouse lead left and nobody took over the order printing.",
        who="the warehouse lead",
        where="our warehouse in Reno, Nevada",
        why="There was no backup person for printing.",
        unnoticed="We only looked at Account Health once a month.",
    )
    walk.take_told(f"{first}/explains", 31)
    walk.unfold()
    walk.choose(f"{first}/exhibits", "A")
    walk.take(f"{first}/start")
    walk.take(f"{first}/end")
    second = walk.add("root_causes")
    walk.fill(
        second,
        head="Wrong handling time",
        what="The handling time of 12 new SKUs was set to 0 days.",
        who="the catalog specialist",
        why="The catalog specialist copied the setting from an old listing.",
        unnoticed="Nobody compared the settings with the real packing time.",
    )
    walk.take_told(f"{second}/explains", 16)
    walk.unfold()
    walk.choose(f"{second}/exhibits", "B")
    walk.take(f"{second}/start")
    walk.take(f"{second}/end")
    walk.take(f"{second}/where")
    actions = walk.paste_lines("corrective_actions", texts.LATE_ACTIONS)
    causes = (("RC1", "RC2"), ("RC1",), ("RC2",), ("RC1", "RC2"), ("RC1",), ("RC1",))
    for action, of, proof in zip(actions, causes, "CDBDDD", strict=True):
        walk.open_row(action)
        walk.choose(f"{action}/causes", *of)
        walk.choose(f"{action}/exhibits", proof)
    measures = walk.paste_lines("preventive_measures", texts.LATE_MEASURES)
    kept = (
        ("Every day at 14:30 Pacific time", "daily check sheet", ("RC1",), "D"),
        ("before every new listing", "the signed checklist", ("RC2",), "B"),
        ("Every Monday", "rate sheet", ("RC1", "RC2"), "D"),
    )
    for measure, (often, record, of, proof) in zip(measures, kept, strict=True):
        walk.open_row(measure)
        walk.fill(measure, frequency=often, record=record)
        walk.choose(f"{measure}/causes", *of)
        walk.choose(f"{measure}/exhibits", proof)
    walk.fill("", closing="Please reinstate our seller fulfilled offers.", letter_date="Nov 28, 2026")
    walk.tell(report, MOST_FIELDS_READ)
    case = wide.server.store.load(wide.id).case
    assert [cause.explains for cause in case.root_causes] == [31, 16]
    assert case.metrics[0].then.numerator == 47
    assert case.metrics[0].now.denominator == 381
    assert walk.fields <= MOST_FIELDS_READ
