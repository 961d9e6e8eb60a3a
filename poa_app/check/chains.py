"""Whether the chains of why go on until a step of the client's own process."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.check.context import CheckContext
from poa_app.check.language import judged
from poa_app.check.text_rules import matches
from poa_app.model.fields import fields
from poa_app.model.finding import Finding
from poa_app.model.text import FIELD_LIMIT

_SCOPE = "chain-end"


def chains(context: CheckContext) -> Iterator[Finding]:
    """Find chains whose last answer is a person or somebody else."""
    rules = {name: rule for name, rule in context.known.rules.items() if _SCOPE in rule.scope}
    names = [field.name for field in fields().values() if field.spec.widget == "chain"]
    for cause in context.case.root_causes:
        for name in names:
            links = getattr(cause, name)
            if not links or len(links[-1]) > FIELD_LIMIT:
                continue
            for rule_id, rule in rules.items():
                match = next(matches(rule_id, rule, links[-1]), None)  # once a chain, however many words say it
                if match:
                    yield judged(context, rule, match, f"/root_causes/{cause.id}/{name}/{len(links) - 1}")
