"""Names and codes of a case, in which digits count nothing: products, SKUs, references, amounts of money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from poa_app.model.case import Case
from poa_app.model.paths import leaves
from poa_app.model.plain import plain_signs

_TOLD = ("passage", "opening", "closing")
"""What is compared with the case and so is no part of what it is compared with."""


def names(case: Case) -> tuple[str, ...]:
    """Return the names and numbers of a case that hold a digit, which a sentence may repeat as they stand."""
    client = case.client
    found = [client.store, client.legal_name, client.local_name, client.merchant_token, case.notice.reference]
    found += [product.name for product in case.products]
    found += [one.value for one in case.identifiers]
    found += [supplier.name for supplier in case.suppliers]
    found += [exhibit.number for exhibit in case.exhibits]
    return tuple(dict.fromkeys(name.strip() for name in found if name and re.search(r"\d\D|\D\d", name.strip())))


def named_in(text: str, known: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield where a text repeats a name."""
    said = plain_signs(text).casefold() if known else ""
    if len(said) != len(text):
        return  # a letter that folds into two, as in Straße, moves the places
    for name in known:
        at = said.find(own := plain_signs(name).casefold())
        while at >= 0:
            yield at, at + len(own)
            at = said.find(own, at + len(own))


def is_in_case(case: Case, code: str) -> bool:
    """Whether a code, in capitals and without spaces, stands anywhere in the case but in what it is compared with."""
    return code in _codes(case)


@lru_cache(maxsize=4)
def _codes(case: Case) -> str:
    kept = (str(value) for path, value in leaves(case) if value is not None and not path.endswith(_TOLD))
    return "\n".join("".join(plain_signs(value).split()).upper() for value in kept)
