"""Pictures where a look beats reading: a metric against its target, the next clocks, the length of the letter."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import altair as alt
import streamlit as st

from poa_app.desk.board import Entry
from poa_app.desk.clock import Clock
from poa_app.desk.health import Condition
from poa_app.model.facts import Metric
from poa_app.ui import show
from poa_app.ui.markup import bold, put, small
from poa_app.ui.words import Reader

INK, ACCENT, RED, AMBER, GREEN, GREY = "#1B2130", "#1F4B8F", "#B3261E", "#B4690E", "#2B7A50", "#C9CED8"
GOOD_SIDE, BAD_SIDE = "#DCEBE1", "#EAE8E1"
PADDING = {"left": 4, "right": 12, "top": 2, "bottom": 2}
CLOCK_COLOURS = {"calm": ACCENT, "soon": AMBER, "now": RED, "past": RED}
HOURS = 72
MOST_CLOCKS = 60
"""Clocks shown at once, the most urgent; more would only hide each other."""


def metric_bars(reader: Reader, metric: Metric, name: str) -> None:
    """Show a metric in the notice and now as bars against its target; the numbers stand beside them as text."""
    rows = [
        {"when": words, "value": float(reading.value)}
        for words, reading in ((reader.say("in the notice"), metric.then), (reader.say("now"), metric.now))
        if isinstance(reading.value, Decimal)
    ]
    if not rows or not isinstance(metric.target, Decimal):
        return
    told = " · ".join(f"{row['when']} {row['value']:g} %" for row in rows)
    target = reader.say("target {target} %", target=f"{metric.target:f}")
    show.markdown(small(put(bold(name), told, target, by=" · ")))
    data = alt.InlineData(values=rows)
    bars = (
        alt.Chart(data)
        .mark_bar(height=12, color=ACCENT)
        .encode(
            x=alt.X("value:Q", title=None, axis=alt.Axis(grid=False, ticks=False, domain=False, labelFontSize=12)),
            y=alt.Y("when:N", title=None, sort=None, axis=alt.Axis(ticks=False, domain=False, labelFontSize=12)),
        )
    )
    rule = (
        alt.Chart(alt.InlineData(values=[{"target": float(metric.target)}]))
        .mark_rule(color=RED, strokeWidth=2, opacity=1)
        .encode(x="target:Q")
    )
    _show(alt.layer(bars, rule), 76)


def target_bar(value: float, target: float, condition: Condition, is_missed: bool) -> None:
    """Show one figure against its target line, on the side of which it should stand; the numbers stand beside it.

    Args:
        value: the figure.
        target: the line.
        condition: on which side of it the figure should stand.
        is_missed: whether it does not.
    """
    first = 0.0 if condition != "at-least" else max(min(2 * target - 1, value - (1 - target)), 0)
    last = max(1.0, value) if condition == "at-least" else max(2 * target, 1.1 * value) or 1.0
    sides = ((first, target, condition != "at-least"), (target, last, condition == "at-least"))
    zones = [{"from": start, "to": end, "colour": GOOD_SIDE if good else BAD_SIDE} for start, end, good in sides]
    x = alt.X("from:Q", axis=None, scale=alt.Scale(domain=[first, last], nice=False))
    side = alt.Chart(alt.InlineData(values=zones)).mark_bar(height=18, opacity=1)
    shown = alt.Chart(alt.InlineData(values=[{"from": first, "to": value}]))
    line = alt.Chart(alt.InlineData(values=[{"from": target}]))
    _show(
        alt.layer(
            side.encode(x=x, x2="to:Q", color=alt.Color("colour:N", scale=None)),
            shown.mark_bar(height=7, color=RED if is_missed else ACCENT).encode(x=x, x2="to:Q"),
            line.mark_tick(color=INK, thickness=2.5, height=22, opacity=1).encode(x=x),
        ),
        28,
    )


def clocks(reader: Reader, entries: Sequence[Entry]) -> None:
    """Show which clocks run out in the next three days."""
    rows = [
        {
            "hours": max(entry.clock.left.total_seconds() / 3600, 0),
            "name": entry.client or reader.say("No client yet"),
            "left": reader.left(entry.clock.left),
            "colour": CLOCK_COLOURS[entry.clock.urgency],
        }
        for entry in entries
        if isinstance(entry.clock, Clock) and entry.clock.urgency != "past"
        if entry.clock.left.total_seconds() <= HOURS * 3600
    ][:MOST_CLOCKS]
    if not rows:
        return
    data = alt.InlineData(values=rows)
    unit = reader.say("{hours} h", hours="")
    x = alt.X(
        "hours:Q",
        title=None,
        scale=alt.Scale(domain=[0, HOURS]),
        axis=alt.Axis(
            values=list(range(0, HOURS + 1, 12)),
            grid=False,
            labelExpr=f"datum.value + '{unit}'",
            labelFontSize=12,
        ),
    )
    points = alt.Chart(data).mark_circle(size=110, opacity=1).encode(x=x, color=alt.Color("colour:N", scale=None))
    names = (
        alt.Chart(data)
        .mark_text(dy=-16, fontSize=12, color=INK, opacity=alt.expr("width < 700 ? 0 : 1"))
        .encode(x=x, text="name:N")
    )
    _show(alt.layer(points, names), 70)


def length_bar(count: int) -> None:
    """Show how long the letter is against what a reviewer reads."""
    zones = [
        {"from": 0, "to": 400, "colour": "#EAE8E1"},
        {"from": 400, "to": 800, "colour": "#CFE4D8"},
        {"from": 800, "to": 1000, "colour": "#F3DDBB"},
        {"from": 1000, "to": 1300, "colour": "#F2C9C4"},
    ]
    axis = alt.Axis(values=[400, 800, 1000], grid=False, ticks=False, domain=False, labelFontSize=12)
    x = alt.X("from:Q", title=None, scale=alt.Scale(domain=[0, 1300]), axis=axis)
    bars = (
        alt.Chart(alt.InlineData(values=zones))
        .mark_bar(height=14)
        .encode(x=x, x2="to:Q", color=alt.Color("colour:N", scale=None))
    )
    mark = (
        alt.Chart(alt.InlineData(values=[{"from": min(count, 1300)}]))
        .mark_tick(color=INK, thickness=3, height=22, opacity=1)
        .encode(x="from:Q")
    )
    _show(alt.layer(bars, mark), 52)


class Bar(NamedTuple):
    """A piece of a bar: the bar it belongs to, what the piece is, and how long."""

    bar: str
    piece: str
    size: int


PIECES = (ACCENT, "#7A9CCB", "#14305C", "#A9C1E3", "#4A76B8", "#2A3F63")
"""Shades of the accent, for pieces that are neither good nor bad."""


def stacked_bars(bars: Sequence[Bar], pieces: Sequence[str], upright: bool) -> None:
    """Show counts as bars of pieces; the numbers stand beside them as text.

    Args:
        bars: the pieces, bar by bar.
        pieces: their names in order; the first is that of what is still open, and grey.
        upright: whether the bars stand side by side, as days do.
    """
    if not bars:
        return
    data = alt.InlineData(values=[one._asdict() for one in bars])
    shades = dict(zip(pieces, (GREY, *(PIECES[place % len(PIECES)] for place in range(len(pieces)))), strict=False))
    shades = {piece: shades[piece] for piece in pieces if any(bar.piece == piece for bar in bars)}
    labels: dict[str, Any] = {"ticks": False, "domain": False, "labelFontSize": 12, "labelLimit": 180}
    names: dict[str, Any] = {"title": None, "sort": None, "axis": alt.Axis(labelOverlap=upright, **labels)}
    counts: dict[str, Any] = {"title": None, "axis": alt.Axis(grid=False, tickMinStep=1, format="d", **labels)}
    legend = alt.Legend(title=None, orient="top", labelFontSize=12, symbolType="square")
    colour = alt.Color(
        "piece:N", scale=alt.Scale(domain=list(shades), range=list(shades.values())), sort=None, legend=legend
    )
    number = len({bar.bar for bar in bars})
    if upright:
        chart = alt.Chart(data).mark_bar().encode(x=alt.X("bar:O", **names), y=alt.Y("size:Q", **counts), color=colour)
        _show(chart, 240)
    else:
        chart = alt.Chart(data).mark_bar().encode(y=alt.Y("bar:N", **names), x=alt.X("size:Q", **counts), color=colour)
        _show(chart, 26 * number + 84)


def _show(chart: Any, height: int) -> None:
    st.altair_chart(
        chart.properties(height=height, padding=PADDING, background="transparent").configure_view(stroke=None),
        width="stretch",
    )
