"""Nothing stands in the data files that no code reads."""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import BaseModel

import poa_app
from poa_app.knowledge import metric_schema, schema
from tests.each import for_each

CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in Path(poa_app.__file__).parent.rglob("*.py")
    if path.name not in ("schema.py", "metric_schema.py")
)
FIELDS = [
    (kind.__name__, name)
    for module in (schema, metric_schema)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, BaseModel) and kind.__module__ == module.__name__
    for name in kind.model_fields
]
EXAMPLES = {("TextRule", "bad"), ("TextRule", "good")}
"""What the tests read: every rule is tried on its own examples."""


@for_each(("kind", "name"), [one for one in FIELDS if one not in EXAMPLES])
def test_what_a_data_file_may_say_is_read(kind: str, name: str) -> None:
    assert re.search(rf"\.{name}\b|[\"']{name}[\"']", CODE), f"{kind}.{name}"
