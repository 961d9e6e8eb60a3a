"""Names of products, brands and companies in which an apostrophe is no contraction: Don't Starve, It's a 10."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poa_app.model.case import Case
from poa_app.model.plain import plain_signs

_WORD = re.compile(r"\S+")


def phrases(case: Case) -> tuple[str, ...]:
    """Return the names of a case that hold an apostrophe, whole and cut after the first capital or number behind it.

    A letter says "Don't Starve" of the product "Don't Starve board game", so the beginning of a name is one too.
    """
    named = [case.client.store, case.client.legal_name, *(product.name for product in case.products)]
    named += [supplier.name for supplier in case.suppliers]
    plain = dict.fromkeys(plain_signs(name).strip() for name in named if name)
    return tuple(phrase for name in plain if "'" in name for phrase in dict.fromkeys((name, *_beginnings(name))))


def _beginnings(name: str) -> Iterator[str]:
    """Yield the name from each word with an apostrophe up to the next capital or number; that makes a name of it."""
    words = list(_WORD.finditer(name))
    for place, word in enumerate(words):
        if "'" in word.group():
            later = (one for one in words[place + 1 :] if one.group()[0].isupper() or one.group()[0].isdigit())
            if end := next(later, None):
                yield name[word.start() : end.end()]


def covered(text: str, known: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return where a text repeats a name, in its own capitals."""
    if not known:
        return ()
    plain = plain_signs(text)
    return tuple(match.span() for phrase in known for match in re.finditer(re.escape(phrase), plain))
