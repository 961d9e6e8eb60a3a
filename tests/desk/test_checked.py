"""What was looked for is said in numbers, spelling among it, and nothing that did not run is counted."""

from __future__ import annotations

from poa_app.desk import checked, rules
from poa_app.knowledge import knowledge
from poa_app.model.case import Case


def test_every_rule_that_concerns_a_case_is_counted(late_shipment: Case) -> None:
    done = checked.checked(late_shipment)
    on = [rule for rule in knowledge().rules.values() if rule.state == "on"]
    assert 0 < done.rules <= len(on)
    assert done.families["contraction"] == sum(rule.family == "contraction" for rule in on)
    assert all(done.families.values())


def test_the_handbook_holds_each_rule_once_and_each_family_has_a_name() -> None:
    families = rules.handbook()
    names = [entry.name for entries in families.values() for entry in entries]
    assert sorted(names) == sorted(knowledge().rules)
    assert set(families) <= set(knowledge().rule_families)


def test_what_the_program_does_about_a_rule_is_told() -> None:
    fixes = {entry.name: entry.fix for entries in rules.handbook().values() for entry in entries}
    assert fixes["contractions.cannot"] == "automatic"
    assert fixes["characters.chinese"] == "none"
