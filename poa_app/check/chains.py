"""Whether the chains of why go on until a step of the client's own process."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.check.context import CheckContext
from poa_app.english.lint import finding, lint
from poa_app.english.setting import Setting
from poa_app.model.fields import fields
from poa_app.model.finding import Finding
from poa_app.model.text import FIELD_LIMIT

_ENDS = Setting(section="root-cause", scopes=frozenset(("chain-end",)))


def chains(context: CheckContext) -> Iterator[Finding]:
    """Find chains whose last answer is a person or somebody else."""
    names = [field.name for field in fields().values() if field.spec.widget == "chain"]
    for cause in context.case.root_causes:
        for name in names:
            links = getattr(cause, name)
            if not links or len(links[-1]) > FIELD_LIMIT:
                continue
            path = f"/root_causes/{cause.id}/{name}/{len(links) - 1}"
            for match in lint(links[-1], _ENDS)[:1]:  # once a chain, however many words say it
                yield finding(match, context.known, path, context.place(path))
