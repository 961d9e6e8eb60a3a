"""The handbook: all enforcements, found by whatever people call them."""

from __future__ import annotations

import streamlit as st

from poa_app.knowledge import knowledge
from poa_app.knowledge.search import find_enforcements
from poa_app.ui import show
from poa_app.ui.case_bar import language_switch
from poa_app.ui.enforcement_card import card, prompts
from poa_app.ui.labels import enforcement_name
from poa_app.ui.markup import gray, small
from poa_app.ui.metric_facts import metric_facts
from poa_app.ui.rule_handbook import rule_handbook
from poa_app.ui.words import localized, say


def handbook() -> None:
    """Show the screen."""
    known = knowledge()
    name, switch = st.columns([3, 2], vertical_alignment="center")
    with switch, st.container(horizontal=True, horizontal_alignment="right"):
        language_switch()
    with name, st.container(gap=None):
        show.title(say("Handbook"), anchor=False)
        told = say("What Amazon wants, by enforcement, with the source of each line. Nothing here judges your case.")
        show.markdown(gray(told))
    one, two = st.columns(2)
    with one:
        words = show.text_input(
            say("Search"),
            key="handbook-words",
            placeholder=say("LSR, used sold as new, linked account"),
            max_chars=80,
        )
    found = find_enforcements(words or "", known)
    with two:
        chosen = show.selectbox(
            say("Enforcement"),
            found,
            format_func=lambda slug: (
                f"{localized(known.families[known.enforcements[slug].family].name)} · {enforcement_name(slug)}"
            ),
            key="handbook-slug",
        )
    if words and all(known.enforcements[slug].typed_name for slug in found):
        show.markdown(small(gray(say("Nothing goes by that name. The general advice stands below."))))
    if chosen in known.enforcements:
        with st.container(border=True):
            card(known.enforcements[chosen], None, "handbook")
            prompts(known.enforcements[chosen], "handbook")
    rule_handbook()
    _metrics()
    _marketplaces()


def _metrics() -> None:
    show.subheader(say("Metrics"), anchor=False)
    for slug, kind in knowledge().metrics.items():
        with show.expander(localized(kind.name), key=f"metric{slug}"):
            metric_facts(kind, ())


def _marketplaces() -> None:
    show.subheader(say("Marketplaces"), anchor=False)
    sites = knowledge().marketplaces
    with show.expander(say("{n} marketplaces", n=len(sites)), key="marketplaces"):
        show.table(
            {
                say("Country"): [localized(site.country) for site in sites.values()],
                say("Store"): [site.store for site in sites.values()],
                say("Seller Central"): [site.domain for site in sites.values()],
                say("Marketplace ID"): [site.marketplace_id for site in sites.values()],
                say("Currency"): [site.currency for site in sites.values()],
                say("Time zone"): [site.zone for site in sites.values()],
            }
        )


handbook()
