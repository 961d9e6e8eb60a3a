"""The entry of every session: language, address, navigation."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from poa_app.ui import agreement, guide, session, show, widgets
from poa_app.ui.client_script import client_script
from poa_app.ui.lang import set_page_language

LOGO = Path(__file__).with_name("logo.svg")

session.start()
reader = session.current_reader()
agreement.begin()
st.set_page_config(page_title=reader.say("POA desk"), page_icon=str(LOGO), layout="wide")
with st.container(gap=None):  # nothing of it is seen, so it takes no room
    set_page_language(reader)
    client_script(reader)

named = session.case_id()
if named:
    st.session_state.case = named

case = st.session_state.get("case")
widgets.save_waiting()
view = session.open_case(case, reader.today())
left = guide.left_on_screens(view) if view else {}


def _step(name: str, title: str, icon: str) -> st.Page:
    words = f"{title} {left[name]}" if left.get(name) else title
    return show.page(
        f"screens/{name}.py", title=words, icon=icon, url_path=name, visibility="visible" if case else "hidden"
    )


st.logo(LOGO, size="large")
board = show.page(
    "screens/board.py", title=reader.say("Cases"), icon=":material/folder_open:", url_path="cases", default=True
)
steps = [
    _step("notice", reader.say("Notice"), ":material/mail:"),
    _step("workbench", reader.say("Workbench"), ":material/edit_note:"),
    _step("check", reader.say("Check"), ":material/fact_check:"),
]
handbook = show.page(
    "screens/handbook.py", title=reader.say("Handbook"), icon=":material/menu_book:", url_path="handbook"
)
page = st.navigation([board, *steps, handbook], position="top")
if page in steps and not named and case:
    st.query_params["case"] = case
if page in steps:
    session.keep_row_in_address()
with st.container(gap=None):
    session.show_error_message(reader)
    session.show_notice_message()
page.run()
agreement.publish(case if page in steps else None)
