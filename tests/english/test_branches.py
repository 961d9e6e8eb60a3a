"""A pattern looked for branch by branch finds what it finds as a whole."""

from __future__ import annotations

import re

from poa_app.english.branches import PatternSet, branches
from poa_app.english.needed import folded
from tests.each import for_each

TEXT = "See Annex B; the Order (date) of [name] is late. ORDER no. 5 and 6|7 are not."


@for_each(
    ("pattern", "count"),
    [
        ("order|annex [ab]|late", 3),
        (r"(?x) \b (?: order | annex \s [ab] ) \b", 2),
        (r"(?<!\w)(?:the order|order|[(\[][^)\]|]+[)\]])(?!\w)", 3),
        (r"[|]|\||is", 3),
        (r"(order)|(late)", 1),
        (r"(?:or|der){1,2}|a*", 1),
        (r"[a-c]n(?:nex|d)", 1),
    ],
)
def test_branches_find_what_the_whole_pattern_finds(pattern: str, count: int) -> None:
    found = branches(pattern, re.IGNORECASE)
    assert len(found) == count
    whole = [match.span() for match in re.finditer(pattern, TEXT, re.IGNORECASE)]
    if re.fullmatch(pattern, "", re.IGNORECASE):
        return
    at_once = PatternSet({"one": found}).finditer("one", TEXT, folded(TEXT))
    assert [match.span() for match in at_once] == whole


def test_a_branch_whose_signs_are_missing_is_not_compiled() -> None:
    found = branches("order|invoice", re.IGNORECASE)
    assert [match[0] for match in PatternSet({"one": found}).finditer("one", TEXT, folded(TEXT))] == ["Order", "ORDER"]
    assert ["pattern" in vars(one) for one in found] == [True, False]
