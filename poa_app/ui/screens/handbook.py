"""The handbook: all enforcements, found by whatever people call them."""

from __future__ import annotations

import streamlit as st

from poa_app.knowledge import knowledge
from poa_app.knowledge.search import find_enforcements
from poa_app.ui import session, show, widgets
from poa_app.ui.case_bar import language_switch
from poa_app.ui.enforcement_card import card, prompts
from poa_app.ui.labels import enforcement_name
from poa_app.ui.markup import gray, small
from poa_app.ui.metric_facts import metric_facts
from poa_app.ui.rule_handbook import rule_handbook
from poa_app.ui.words import Reader


def handbook(reader: Reader) -> None:
    """Show the screen."""
    known = knowledge()
    name, switch = st.columns([3, 2], vertical_alignment="center")
    with switch, st.container(horizontal=True, horizontal_alignment="right"):
        language_switch(reader)
    with name, st.container(gap=None):
        show.title(reader.say("Handbook"), anchor=False)
        told = reader.say(
            "What Amazon wants, by enforcement, with the source of each line. Nothing here judges your case."
        )
        show.markdown(gray(told))
    one, two = st.columns(2)
    with one:
        words = show.text_input(
            reader.say("Search"),
            key="handbook-words",
            placeholder=reader.say("LSR, used sold as new, linked account"),
            max_chars=80,
        )
    found = find_enforcements(words or "", known)
    with two:
        widgets.note_options("handbook-slug", found)
        chosen = show.selectbox(
            reader.say("Enforcement"),
            found,
            format_func=lambda slug: f"{_family(reader, slug)} · {enforcement_name(reader, slug)}",
            key="handbook-slug",
        )
    if words and all(known.enforcements[slug].typed_name for slug in found):
        show.markdown(small(gray(reader.say("Nothing goes by that name. The general advice stands below."))))
    if chosen in known.enforcements:
        with st.container(border=True):
            card(reader, known.enforcements[chosen], None, "handbook")
            prompts(reader, known.enforcements[chosen], "handbook")
    rule_handbook(reader)
    _metrics(reader)
    _marketplaces(reader)


def _metrics(reader: Reader) -> None:
    show.subheader(reader.say("Metrics"), anchor=False)
    for slug, kind in knowledge().metrics.items():
        with show.expander(reader.localized(kind.name), key=f"metric{slug}"):
            metric_facts(reader, kind, ())


def _marketplaces(reader: Reader) -> None:
    show.subheader(reader.say("Marketplaces"), anchor=False)
    sites = knowledge().marketplaces
    with show.expander(reader.say("{n} marketplaces", n=len(sites)), key="marketplaces"):
        show.table(
            {
                reader.say("Country"): [reader.localized(site.country) for site in sites.values()],
                reader.say("Store"): [site.store for site in sites.values()],
                reader.say("Seller Central"): [site.domain for site in sites.values()],
                reader.say("Marketplace ID"): [site.marketplace_id for site in sites.values()],
                reader.say("Currency"): [site.currency for site in sites.values()],
                reader.say("Time zone"): [site.zone for site in sites.values()],
            }
        )


def _family(reader: Reader, slug: str) -> str:
    known = knowledge()
    return reader.localized(known.families[known.enforcements[slug].family].name)


reader = session.current_reader()
handbook(reader)
