"""The one door by which a case comes in from outside: a case file, an archive, an example."""

from __future__ import annotations

from poa_app.errors import UnknownName
from poa_app.knowledge import knowledge
from poa_app.knowledge.search import find_enforcements
from poa_app.model.case import Case


def admitted(case: Case, file: str) -> Case:
    """Return a case that was read from a file, if this program can work on it.

    An enforcement nobody knows is refused: without it there is no route, no checklist and no letter. Any other unknown
    name (marketplace, metric, kind of exhibit) is taken in as it stands, and blocks until it is chosen anew.

    Args:
        case: as it was read.
        file: the file's name, for messages.

    Raises:
        UnknownName: it names an enforcement nobody knows.
    """
    known = knowledge().enforcements
    for slug in case.enforcements:
        if slug not in known:
            raise UnknownName("enforcement", "违规类型", slug, likely(slug), file)
    return case


def likely(words: str) -> tuple[str, ...]:
    """Return the enforcements that may have been meant; the one for any other violation is the last."""
    found = find_enforcements(words, knowledge())
    return tuple(dict.fromkeys((*found[:MOST_LIKELY], found[-1])))


MOST_LIKELY = 5
"""How many enforcements a message about an unknown one names."""
