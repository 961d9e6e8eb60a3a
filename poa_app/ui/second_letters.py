"""Earlier appeals and Amazon's answers: told where they were pasted, taken over with one press."""

from __future__ import annotations

import streamlit as st

from poa_app.desk import second_letters
from poa_app.desk.second_letters import SecondLetter
from poa_app.desk.work import View
from poa_app.model.case import Case
from poa_app.model.paths import edit, get
from poa_app.ui import draft_paragraphs, session, show
from poa_app.ui.labels import choice
from poa_app.ui.markup import Markup, bold, gray, put, small
from poa_app.ui.words import Reader

WANTING = "/earlier_appeals/*/wanting"


def pasted(reader: Reader, view: View) -> None:
    """Tell the appeals and answers that stand in the text of the notice, and offer to take them all into rows."""
    letters = second_letters.pasted(view.case)
    if not letters:
        return
    with st.container(key=f"second{view.id}", border=True):
        show.markdown(bold(reader.say("Below the notice stand")))
        for letter in letters:
            show.markdown(small(summary(reader, view, letter)))
        show.button(
            reader.say("Take these over"),
            key=f"takesecond{view.id}",
            icon=":material/done_all:",
            on_click=_take,
            args=(view.id, letters),
        )


def summary(reader: Reader, view: View, letter: SecondLetter) -> Markup:
    """Return in a line what an appeal or an answer is and says."""
    name = reader.say("Amazon's answer") if letter.kind == "answer" else reader.say("an earlier appeal")
    day = reader.say("of {day}", day=letter.day.isoformat()) if letter.day else ""
    parts = [choice(reader, view, WANTING, one) for one in letter.wanting]
    wanting = reader.say("asks more of: {parts}", parts=reader.comma.join(parts)) if parts else ""
    asks = reader.say("asks {n} further points", n=len(letter.asks)) if letter.asks else ""
    due = letter.deadline.due if letter.deadline else None
    ends = reader.say("new due date {day}", day=str(due)) if due else ""
    return put(put(bold(name), day, by=" "), gray(wanting), gray(asks), gray(ends), by=" · ")


def _take(id: str, letters: tuple[SecondLetter, ...]) -> None:
    def with_all(case: Case) -> Case:
        for letter in sorted(letters, key=lambda one: one.kind == "answer"):
            case = second_letters.take(case, letter)
        return case

    session.change(id, with_all, "/earlier_appeals")


def offer_wanting(reader: Reader, view: View, path: str) -> None:
    """Offer, below an answer that was pasted into its row, what it finds wanting."""
    row = get(view.case, path)
    found = second_letters.wanting_in(row.answer) if not row.wanting else ()
    if found:
        parts = reader.comma.join(choice(reader, view, WANTING, one) for one in found)
        show.button(
            reader.say("Take over what the answer asks more of: {parts}", parts=parts),
            key=f"wanting{view.id}{path}",
            type="tertiary",
            icon=":material/done_all:",
            on_click=_set_wanting,
            args=(view.id, f"{path}/wanting", found),
        )


def _set_wanting(id: str, path: str, found: tuple[str, ...]) -> None:
    session.change(id, lambda case: edit(case, path, found), path)


def what_still_holds(reader: Reader, view: View, path: str, name: str) -> None:
    """Offer the paragraphs of an earlier appeal for the workbench."""
    words = get(view.case, path).text or ""
    if not words.strip() or not view.case.route_spec.is_plan:
        return
    with show.popover(
        reader.say("Take over what still holds of {row}", row=name),
        icon=":material/content_paste:",
        key=f"holds{view.id}{path}",
    ):
        key = f"holds-text{view.id}{path}"
        show.markdown(
            small(gray(reader.say("Leave out what no longer holds. A letter sent again as it was is refused again.")))
        )
        draft_paragraphs.paragraphs(reader, key, words)
        show.button(
            reader.say("Put it on the workbench"),
            key=f"put{key}",
            on_click=_put,
            args=(view.id, key, words),
        )


def _put(id: str, key: str, words: str) -> None:
    draft_paragraphs.take_over(id, key, words, fill=True)
