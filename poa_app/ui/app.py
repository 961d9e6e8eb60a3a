"""The entry of every session: language, address, navigation."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from poa_app.ui import session
from poa_app.ui.lang import set_page_language
from poa_app.ui.watch import watch
from poa_app.ui.words import say

session.start()
st.set_page_config(page_title=say("POA desk"), page_icon=":material/assignment_turned_in:", layout="wide")
set_page_language()
watch()

named = session.case_id()
if named:
    st.session_state.case = named

shown: Literal["visible", "hidden"] = "visible" if st.session_state.get("case") else "hidden"
board = st.Page("screens/board.py", title=say("Cases"), icon=":material/folder_open:", url_path="cases", default=True)
steps = [
    st.Page("screens/notice.py", title=say("Notice"), icon=":material/mail:", url_path="notice", visibility=shown),
    st.Page(
        "screens/workbench.py",
        title=say("Workbench"),
        icon=":material/edit_note:",
        url_path="workbench",
        visibility=shown,
    ),
    st.Page("screens/check.py", title=say("Check"), icon=":material/fact_check:", url_path="check", visibility=shown),
]
page = st.navigation([board, *steps], position="top")
if page is not board and not named and st.session_state.get("case"):
    st.query_params["case"] = st.session_state.case
if page is not board:
    session.keep_row_in_address()
with st.container():
    session.tell_trouble()
page.run()
