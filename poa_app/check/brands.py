"""Names in a case, no word of which is judged: of people, companies, brands and products, such as It's a 10."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from poa_app.model.case import Case
from poa_app.model.fields import field_at
from poa_app.model.paths import typed_leaves
from poa_app.model.plain import plain_signs

_WORD = re.compile(r"\S+")
_SHORTEST = 3


@lru_cache(maxsize=64)
def names(case: Case) -> tuple[str, ...]:
    """Return every name a case holds, the longest first.

    One that holds an apostrophe is known also when it is cut after the first capital or number behind it: a letter says
    "Don't Starve" of the product "Don't Starve board game".
    """
    given = [
        plain_signs(value).strip()
        for path, value in typed_leaves(case)
        if isinstance(value, str) and field_at(path).spec.is_name
    ]
    own = [plain_signs(words).strip() for words in case.client.own_words]
    whole = [name for name in given if len(name) >= _SHORTEST] + [words for words in own if words]
    known = dict.fromkeys((*whole, *(cut for name in given for cut in _beginnings(name))))
    return tuple(sorted(known, key=lambda name: (-len(name), name)))


def _beginnings(name: str) -> Iterator[str]:
    """Yield the name from each word with an apostrophe up to the next capital or number; that makes a name of it."""
    words = list(_WORD.finditer(name))
    for place, word in enumerate(words):
        if "'" in word.group():
            later = (one for one in words[place + 1 :] if one.group()[0].isupper() or one.group()[0].isdigit())
            if end := next(later, None):
                yield name[word.start() : end.end()]
