"""Which rules ran over the English of a case, in one folded line: silence is no judgement."""

from __future__ import annotations

from functools import partial

from poa_app.desk.checked import Checked, checked
from poa_app.desk.work import View
from poa_app.ui import show
from poa_app.ui.finding_words import family_name
from poa_app.ui.markup import bullets, gray, small
from poa_app.ui.words import Reader

MOST_NAMED = 3
"""How many families the folded line names."""


def checked_rules(reader: Reader, view: View) -> None:
    """Show which families of rules ran over the English, and which cannot."""
    done = checked(view.case)
    names = list(map(partial(family_name, reader), done.families))
    named = reader.comma.join(names[:MOST_NAMED]) + ("…" if len(names) > MOST_NAMED else "")
    with show.expander(
        reader.say("Checked: {families}; {n} rules", families=named, n=done.rules), key=f"checked{view.id}"
    ):
        lines = [
            reader.say("{family}: {n}", family=family_name(reader, one), n=count)
            for one, count in done.families.items()
        ]
        show.markdown(bullets([*map(small, lines), small(spelling(reader, done, view.spelling.is_complete))]))
        if done.in_trial:
            show.markdown(small(gray(reader.say("{n} more rules are on trial: counted, not shown.", n=done.in_trial))))
        limits = reader.say(
            "Rules find a part of what can be wrong, of grammar the smaller part. Read the letter as well."
        )
        show.markdown(small(limits))


def spelling(reader: Reader, done: Checked, is_complete: bool) -> str:
    """Return whether spelling and general grammar are looked at, and whether all has been read."""
    if done.spelling and not is_complete:
        return reader.say("Spelling and general grammar: being read, told with the next thing you do")
    if done.spelling:
        return reader.say("Spelling and general grammar: on")
    return reader.say("Spelling and general grammar: off; harper-py is not installed, or POA_SPELLING is off")
