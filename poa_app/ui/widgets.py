"""Widgets that never lose what was typed and never overwrite what nobody touched.

On a session's first run a widget is given the stored value. If it answers with something else, the tab is older than
the server: an earlier stored value is stale and gives way to the store's, any other text was typed and is saved.
Afterwards a field nobody touched follows the store, and each save carries the value last shown, so that a clash is
known. A blank widget never overwrites on a first run. Words that the store holds in another form (a date, a chain's
lines) stay as they were typed, since whoever typed them may be typing still.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from poa_app.desk import work
from poa_app.desk.work import View
from poa_app.model.case import Case
from poa_app.model.fields import field_at
from poa_app.model.paths import get
from poa_app.model.text import clean
from poa_app.ui import agreement, session, show

HEIGHT = 400
"""Pixels of a field for a whole message; a field that grows measures itself anew at each line of 2,000."""

Widget = Callable[..., Any]

DRAFT = "/底稿"
"""How the key of a draft's widget differs from its field's."""


def key_of(view: View, path: str) -> str:
    """Name a field's widget: one name a case and path, so that a language change keeps its text."""
    return f"{view.id}{path}"


def text(view: View, path: str, label: str, *, tall: bool = False, help: str | None = None, hint: str = "") -> None:
    """Show a text field; dates and numbers are text too, and a finding says when they cannot be read.

    A chain of answers or a list of names is one field, one entry a line.
    """
    widget: Widget = show.text_area if tall else show.text_input
    height: int | str = HEIGHT if field_at(path).spec.widget == "message" else "content"
    more: dict[str, Any] = {"height": height} if tall else {}
    _bound_widget(
        view, path, as_text(get(view.case, path)), widget, label, "value", help=help, placeholder=hint, **more
    )


def draft(view: View, path: str, label: str) -> None:
    """Show the Chinese draft that stands beside a text field."""
    stored = work.draft_of(view.case, path)
    _bound_widget(view, f"{DRAFT}{path}", stored, show.text_area, label, "value", height="content")


def select(
    view: View, path: str, label: str, options: Sequence[str], names: Callable[[str], str], hint: str, optional: bool
) -> None:
    """Show a choice of one out of several; a required one cannot be cleared, not even with Escape."""
    held = get(view.case, path)
    known = [*options] if held is None or held in options else [*options, held]
    more = {"options": known, "format_func": names, "placeholder": hint}
    _bound_widget(view, path, held, show.selectbox, label, "index", required=not optional, **more)


def multiselect(
    view: View, path: str, label: str, options: Sequence[str], names: Callable[[str], str], hint: str
) -> None:
    """Show a choice of any number out of several."""
    held = list(get(view.case, path))
    known = [*options, *(one for one in held if one not in options)]
    more = {"options": known, "format_func": names, "placeholder": hint, "select_all": False}
    _bound_widget(view, path, held, show.multiselect, label, "default", **more)


def checkbox(view: View, path: str, label: str) -> None:
    """Show a box to tick."""
    _bound_widget(view, path, bool(get(view.case, path)), show.checkbox, label, "value")


def as_text(value: Any) -> str:
    """Return a stored value the way its field shows it; a chain stands one answer a line."""
    if isinstance(value, tuple | list):
        return "\n".join(str(item) for item in value)
    return "" if value is None else str(value)


def _bound_widget(view: View, path: str, stored: Any, widget: Widget, label: str, given: str, **more: Any) -> None:
    key, shown = key_of(view, path), st.session_state.shown
    if "options" in more:
        note_options(key, more["options"])
        if key in shown and is_label(key, st.session_state.get(key)):
            st.session_state[key] = shown[key] = stored
    if key in shown and (
        key not in st.session_state
        or (st.session_state[key] == shown[key] and not _is_held(view, path, stored, shown[key]))
    ):
        st.session_state[key] = shown[key] = stored
    first = key not in shown
    if first and given == "index":
        more[given] = list(more["options"]).index(stored) if stored is not None else None
    elif first:
        more[given] = stored
    elif given == "index":
        more[given] = None
    answer = widget(label, key=key, on_change=_commit, args=(view.id, path, key), persist_state="session", **more)
    if first:
        shown[key] = stored
        if answer != stored:
            _take_over(view, path, key, stored, answer)
    held = _is_held(view, path, stored, answer)
    if widget in (show.text_input, show.text_area):
        agreement.note_text(key, as_text(answer if held else stored), one_line=widget is show.text_input)
    elif not held:
        agreement.note_unsaved(key)


def note_options(key: str, options: Sequence[str]) -> None:
    """Note what can be chosen in a widget, so that a name of the language before is known for one."""
    st.session_state.setdefault("options", {})[key] = frozenset(options)


def name_choices_anew() -> None:
    """Have the browser name what is chosen anew, since it keeps the names of the language before by itself."""
    for key in st.session_state.get("options", {}):
        if key in st.session_state and not is_label(key, st.session_state[key]):
            st.session_state[key] = st.session_state[key]


def is_label(key: str, value: Any) -> bool:
    """Whether a choice holds a name of the language before, as a browser still sends it after the switch."""
    options: frozenset[str] | None = st.session_state.get("options", {}).get(key)
    values = value if isinstance(value, list) else [value]
    return options is not None and any(one is not None and one not in options for one in values)


def _is_held(view: View, path: str, stored: Any, value: Any) -> bool:
    """Whether what the store holds of a field is what a widget shows, be it in another form."""
    return value == stored or as_text(_form_held(view, path, value)) == as_text(_form_held(view, path, stored))


def _form_held(view: View, path: str, value: Any) -> Any:
    return clean(value) if path.startswith(DRAFT) else work.held_form(view.case, path, _held(path, value))


def _commit(id: str, path: str, key: str) -> None:
    """Save what a field was left with, together with what it showed before."""
    shown = st.session_state.shown
    value = st.session_state[key]
    if is_label(key, value):
        st.session_state[key] = shown.get(key)
    elif _save(id, path, shown.get(key), value):
        shown[key] = value


def _take_over(view: View, path: str, key: str, stored: Any, answer: Any) -> None:
    """Decide on a first run whether an unexpected answer is stale or was typed."""
    forms = {as_text(answer), as_text(_form_held(view, path, answer))}
    if answer in (None, "", [], False) or forms & _earlier(view, path):
        st.session_state.shown[key] = answer  # nobody touched it, so the next run shows the store's
    elif _save(view.id, path, stored, answer):
        st.session_state.shown[key] = answer
    else:
        return  # what was typed stays in its field until it can be saved
    st.rerun()


def _earlier(view: View, path: str) -> set[str]:
    if path.startswith(DRAFT):
        notes = session.store().earlier(view.id, "/drafts")
        mine = ("path", path.removeprefix(DRAFT))
        return {dict(note)["text"] for held in notes for note in held or () if mine in note}
    return {as_text(value) for value in session.store().earlier(view.id, path)}


def save_waiting() -> bool:
    """Try again to save what could not be saved, or whose save was cut off by the next one; whether anything was."""
    saved, shown = False, st.session_state.shown
    for key, before in list(shown.items()):
        if key in st.session_state and st.session_state[key] != before:
            id, slash, path = key.partition("/")
            value = st.session_state[key]
            if is_label(key, value):
                st.session_state[key] = before
            elif _save(id, slash + path, before, value):
                shown[key] = value
                saved = True
    return saved


def _save(id: str, path: str, shown: Any, value: Any) -> bool:
    if path.startswith(DRAFT):
        field = path.removeprefix(DRAFT)
        return session.change(id, lambda case: _with_draft(case, field, shown or "", value or ""), "/drafts")
    return session.save(id, path, _held(path, shown), _held(path, value))


def _with_draft(case: Case, field: str, shown: str, value: str) -> Case:
    """Keep a draft; where somebody else has written another meanwhile, both stay, theirs first."""
    theirs = work.draft_of(case, field)
    words = [theirs, value] if theirs not in ("", shown, value) else [value]
    return work.with_draft(case, field, "\n".join(filter(None, words)))


def _held(path: str, value: Any) -> Any:
    """Return a widget's value the way a case holds it."""
    if field_at(path).spec.widget in ("chain", "list"):
        return tuple(line.strip() for line in str(value or "").splitlines() if line.strip())
    if isinstance(value, list):
        return tuple(value)
    return None if value in ("", False) else value
