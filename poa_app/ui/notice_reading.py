"""What was read in the notice: shown with the words it was read from, and taken over with one press."""

from __future__ import annotations

from html import escape
from zlib import crc32

import streamlit as st

from poa_app.desk import notice_facts, notices
from poa_app.desk.notice_facts import STORE, Fact
from poa_app.desk.notice_readings import NoticeReading, reading
from poa_app.desk.work import View
from poa_app.knowledge import knowledge
from poa_app.ui import session, show
from poa_app.ui.labels import choice, choice_of, enforcement_name, label
from poa_app.ui.markup import Markup, bold, coloured, gray, put, small
from poa_app.ui.words import Reader

LONGEST_QUOTE = 90
"""Characters shown of the words a fact was read from; the whole stands in the marked notice."""


def notice_reading(reader: Reader, view: View) -> None:
    """Show what can be read in the notice and is not in the case, with one press that takes it over."""
    read = reading(view.case)
    if read is None:
        return
    found = notice_facts.facts(view.case, read)
    undecided = any(one.enforcement is None for one in view.case.violations)
    if not (found or undecided):
        return
    if not undecided:
        with show.expander(reader.say("Also read in the notice: {n}", n=len(found)), key=f"reading{view.id}"):
            _to_confirm(reader, view, found)
        return
    with st.container(border=True, key=f"reading{view.id}"):
        show.subheader(reader.say("Read in the notice"), anchor=False)
        if read.mail:
            show.warning(_mail(reader, read), icon=":material/mail:")
            return
        _told(reader, view, read)
        if found:
            _to_confirm(reader, view, found)


def marked_notice(reader: Reader, view: View) -> None:
    """Show the notice with everything that was read in it marked, once there is anything."""
    read = reading(view.case)
    if read and not read.mail:
        _marked(reader, view, read)


def _mail(reader: Reader, read: NoticeReading) -> str:
    """Return that the text is a mail of another kind."""
    if read.stage == "reinstated":
        return reader.say("This message says that something was given back. It asks for no appeal.")
    return reader.say(
        "This reads like a mail that is no enforcement: {kind}. If it is one, choose it below.",
        kind=_mail_kind(reader, read.mail),
    )


def _mail_kind(reader: Reader, kind: str) -> str:
    names = {
        "payment": reader.say("a payment"),
        "removal-order": reader.say("a removal order"),
        "marketing": reader.say("advertising"),
        "buyer-message": reader.say("a buyer's message"),
        "refund": reader.say("a refund or return"),
        "listing-tips": reader.say("tips for listings"),
        "news": reader.say("news of a policy"),
        "case-log": reader.say("a support case"),
    }
    return names.get(kind, reader.say("something else"))


def _told(reader: Reader, view: View, read: NoticeReading) -> None:
    """Tell which enforcement it is about and why; where that is not sure, ask between the two likeliest."""
    first = view.case.violations[0] if view.case.violations else None
    if not read.candidates:
        show.markdown(
            small(gray(reader.say("Which enforcement this is cannot be told from the text. Choose it yourself.")))
        )
        return
    if first and first.enforcement is None and not read.enforcement:
        show.markdown(
            small(coloured("orange", reader.say("Not sure what it is about. Choose one of these, or another one.")))
        )
    for candidate in read.candidates[: 1 if read.enforcement else 2]:
        slug = candidate.enforcement
        words = reader.comma.join(
            dict.fromkeys(f"“{_quote(view, one.start, one.end)}”" for one in candidate.because[:4])
        )
        if first and first.enforcement is None and not read.enforcement:
            key = f"either{view.id}{slug}"
            show.button(enforcement_name(reader, slug), key=key, on_click=_choose, args=(view.id, first.id, slug))
            show.markdown(small(gray(words)))
        else:
            reads = put(reader.say("Reads as"), bold(enforcement_name(reader, slug)), by=reader.colon)
            show.markdown(small(put(reads, gray(words), by=" — ")))


def _choose(id: str, row: str, slug: str) -> None:
    session.change(id, lambda case: notices.choose_enforcement(case, row, slug), f"/violations/{row}/enforcement")


def _quote(view: View, start: int, end: int) -> str:
    words = " ".join((view.case.notice.text or "")[start:end].split())
    return words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE]}…"


def _to_confirm(reader: Reader, view: View, found: tuple[Fact, ...]) -> None:
    """Show each fact with a box to leave it out; once taken over, each stands in its field and can be corrected."""
    words = reader.say("Not in the case yet. Untick what is wrong. What you take over can be corrected in its field.")
    show.markdown(small(gray(words)))
    stamp = f"{view.id}{crc32((view.case.notice.text or '').encode())}"
    with st.container(gap="xxsmall", key=f"read-facts{view.id}"):
        for fact in found:
            show.checkbox(
                put(_name(reader, fact), _value(reader, view, fact), by=reader.colon),
                value=True,
                key=f"take{stamp}{fact.path}",
            )
    show.button(
        reader.say("Take over what is ticked"),
        key=f"confirm{view.id}",
        type="primary",
        icon=":material/done_all:",
        on_click=_confirm,
        args=(view.id, found, stamp),
    )


def _value(reader: Reader, view: View, fact: Fact) -> str | Markup:
    """Return the value of a fact as the screens call it."""
    if fact.path == "/violations":
        return reader.comma.join(enforcement_name(reader, slug) for slug in fact.value.split(", "))
    if fact.path.endswith("/enforcement"):
        return bold(enforcement_name(reader, fact.value))
    if fact.path.startswith("/metrics/") and fact.path.endswith(f"/{STORE}"):
        return choice_of(reader, "marketplaces", fact.value)
    if fact.path.endswith(("/stage", "/level", "/fulfilment")) or fact.path == "/marketplaces":
        return choice(reader, view, fact.path, fact.value)
    return fact.value


def _name(reader: Reader, fact: Fact) -> str | Markup:
    """Name a fact as the field it goes to is named."""
    parts = fact.path.strip("/").split("/")
    if parts[0] == "metrics":
        metric = choice_of(reader, "metrics", parts[1])
        field = parts[3] if parts[3] == STORE else f"then/{parts[3]}"
        return put(metric, label(reader, f"/metrics/000000/{field}"), by=reader.colon)
    if parts[:2] == ["notice", "requests"]:
        return reader.localized(knowledge().rows["requests"].code).format(n=int(parts[2]) + 1)
    names = {
        "/products": reader.say("ASINs of the notice"),
        "/identifiers/order": reader.say("Order ids"),
        "/identifiers/shipment": reader.say("Shipment ids"),
        "/identifiers/complaint": reader.say("Complaint ids"),
        "/identifiers/case": reader.say("Case ids"),
        "/identifiers/sku": reader.say("SKUs of the notice"),
        "/identifiers/other": reader.say("Other numbers"),
        "/violations": reader.say("Further violations"),
    }
    return names.get(fact.path) or label(reader, fact.path)


def _confirm(id: str, found: tuple[Fact, ...], stamp: str) -> None:
    """Take over what is ticked, in one change."""
    ticked = [fact for fact in found if st.session_state.get(f"take{stamp}{fact.path}")]
    session.change(id, lambda case: notice_facts.confirm(case, ticked), "/notice/received")


def _marked(reader: Reader, view: View, read: NoticeReading) -> None:
    """Show the notice with everything that was read in it marked."""
    text = view.case.notice.text or ""
    with show.expander(reader.say("The notice, with what was read in it marked"), key=f"marked{view.id}"):
        made, at = [], 0
        for start, end in _merged(_spans(read)):
            made += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
            at = end
        made.append(escape(text[at:]))
        st.html(f'<div lang="en" class="poa-marked">{"".join(made)}</div>')


def _spans(read: NoticeReading) -> list[tuple[int, int]]:
    because = [one for candidate in read.candidates[:1] for one in candidate.because]
    single = [read.level, read.marketplace, read.received, read.deadline]
    reads = [
        *because,
        *filter(None, single),
        *read.asins,
        *read.order_ids,
        *read.other_ids,
        *read.figures,
        *read.asked,
    ]
    return [(one.start, one.end) for one in reads]


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, those that overlap as one."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return made
