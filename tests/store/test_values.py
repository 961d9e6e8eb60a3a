from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from poa_app.model.facts import Client, Product
from poa_app.store.values import to_json_value, value_in_snapshot
from tests.each import for_each


@for_each(
    ("value", "form"),
    [
        (None, None),
        ("", None),
        ((), None),
        ([], None),
        (" ", " "),
        ("a\r\nb", "a\nb"),
        (0, 0),
        (False, False),
        (date(2026, 3, 2), "2026-03-02"),
        (Decimal("4.5"), 4.5),
        (Decimal("4.50"), "4.50"),
        (Decimal("4"), 4),
        (("a", ""), ["a", ""]),
        (Client(store="A"), {"store": "A"}),
        ((Product(id="aaaaaa"),), [{"id": "aaaaaa"}]),
        ({"day": date(2026, 3, 2)}, {"day": "2026-03-02"}),
    ],
)
def test_values_have_one_json_form(value: Any, form: Any) -> None:
    assert to_json_value(value) == form


def test_a_field_is_read_from_json() -> None:
    snapshot = {"rows": [{"id": "aaaaaa", "what": "x", "why": ["a", "b"]}], "sites": ["US"], "client": {"store": ""}}
    assert value_in_snapshot(snapshot, "/rows/aaaaaa/what") == "x"
    assert value_in_snapshot(snapshot, "/rows/aaaaaa/why/1") == "b"
    assert value_in_snapshot(snapshot, "/rows/aaaaaa/why") == ("a", "b")
    assert value_in_snapshot({"drafts": [{"path": "/scope", "text": "x"}]}, "/drafts/0/text") == "x"
    assert value_in_snapshot(snapshot, "/rows") == ((("id", "aaaaaa"), ("what", "x"), ("why", ("a", "b"))),)
    for path in ("/rows/bbbbbb/what", "/client/store", "/client/store/x", "/none", "/sites/1"):
        assert value_in_snapshot(snapshot, path) is None
