"""Every rule of ``messages.toml``, each with a small case that breaks it and a neighbour that does not."""

from __future__ import annotations

from tests.check.pairs import cases, days, figures, letters, papers
from tests.check.pairs.building import Pair

PAIRS: list[Pair] = [
    *cases.PAIRS,
    *papers.PAIRS,
    *days.PAIRS,
    *figures.PAIRS,
    *letters.PAIRS,
]
