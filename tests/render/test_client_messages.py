"""What a client sent never prints, whatever it holds: the letter is the same with it and without it."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.intake.case_file import read_case
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import ClientMessage
from poa_app.model.paths import edit
from poa_app.render.letter import compose
from poa_app.render.plain import render_text
from poa_app.resources import folder
from tests.conftest import ROOT

LATE = read_case(ROOT / "examples" / "late-shipment-rate.json")
SAID = st.text(min_size=1, max_size=200) | st.sampled_from(
    [
        "仓库主管李强11月11号改了截单时间",
        "{{ opening }}",
        "<p>41 orders</p>",
        "Dana Whitlock, warehouse lead\n41 orders",
    ]
)


def _letters(case: Case) -> list[str]:
    root = folder("templates")
    return [render_text(compose(case, knowledge(), root, template, draft=True)) for template in ("short", "full")]


PLAIN = _letters(LATE)


@given(SAID, SAID, st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)))
@settings(max_examples=30, deadline=None)
def test_the_letter_is_the_same_with_what_the_client_sent(text: str, sender: str, received: date | None) -> None:
    message = ClientMessage(id="messa1", received=received, sender=sender, text=text)
    assert _letters(edit(LATE, "/client_messages", (message,))) == PLAIN
