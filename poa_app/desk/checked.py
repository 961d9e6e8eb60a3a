"""What was looked for in the English of a case, so that nobody takes silence for a judgement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from poa_app.desk import spelling
from poa_app.knowledge import knowledge
from poa_app.knowledge.rule_schema import TextRule
from poa_app.model.case import Case


@dataclass(frozen=True)
class Checked:
    """What was looked for in a text.

    Attributes:
        families: how many rules of each family ran, by its slug, in the order of the data files.
        in_trial: how many rules were counted without being shown.
        spelling: whether spelling and general grammar were looked at.
    """

    families: Mapping[str, int]
    in_trial: int
    spelling: bool

    @property
    def rules(self) -> int:
        """How many rules ran."""
        return sum(self.families.values())


def checked(case: Case) -> Checked:
    """Return what was looked for in the English of a case."""
    known = knowledge()
    rules = [rule for rule in known.rules.values() if _concerns(rule, case)]
    count = Counter(rule.family for rule in rules if rule.state == "on")
    families = {family: count[family] for family in known.rule_families if count[family]}
    return Checked(families, sum(rule.state == "shadow" for rule in rules), spelling.is_on())


def _concerns(rule: TextRule, case: Case) -> bool:
    """Whether a rule concerns any text of a case."""
    return (
        rule.sections != ("buyer-message",)
        and (not rule.routes or case.route in rule.routes)
        and case.route not in rule.other_routes
        and (not rule.enforcements or bool(set(rule.enforcements) & set(case.enforcements)))
        and not set(rule.other_enforcements) & set(case.enforcements)
    )
