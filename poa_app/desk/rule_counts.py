"""How often each rule over words fires over some cases, and how often it was overruled: what tells a bad rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from poa_app.check.language import texts
from poa_app.english.lint import lint, shadowed
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.printed_fields import printed_fields

TOO_OFTEN = 0.2
"""Share of a rule's findings that are overruled, from which on it ought to go back to shadow."""


class RuleCount(NamedTuple):
    """How often one rule fired, and how often it was overruled; one in shadow was not shown."""

    rule: str
    fired: int
    overruled: int
    is_shadow: bool

    @property
    def is_doubtful(self) -> bool:
        """Whether people overrule it so often that it does more harm than good."""
        return self.overruled > TOO_OFTEN * self.fired


def rule_counts(cases: Iterable[Case]) -> tuple[RuleCount, ...]:
    """Return the rules over words that fired or were overruled in some cases, the most frequent first."""
    rules = knowledge().rules
    fired: Counter[str] = Counter()
    overruled: Counter[str] = Counter()
    for case in cases:
        for _, text, around in texts(case, printed_fields(case)):
            fired.update(match.rule for match in (*lint(text, around), *shadowed(text, around)))
        overruled.update(one.rule for one in case.overruled if one.rule in rules)
    counts = [
        RuleCount(rule, fired[rule], overruled[rule], rules[rule].state == "shadow") for rule in {*fired, *overruled}
    ]
    return tuple(sorted(counts, key=lambda one: (-one.fired, one.rule)))
