"""Pasted tables: what heads a column tells the field its cells go to, and nothing pasted is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.desk.paste_import import paste_lines
from poa_app.desk.pasted_columns import cells_of, is_rule, table_of
from poa_app.desk.work import draft_of
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit
from tests.each import for_each


@for_each(
    ("heads", "fields"),
    [
        ("Date\tAction\tResponsible", ("date", "what", "who")),
        ("When | What | By whom", ("date", "what", "who")),
        ("日期\t措施\t责任人\t证明材料", ("date", "what", "who", "exhibits")),
        ("Completed on:\tWhat was done\tNotes", ("date", "what", None)),
        ("Date\tDate done\tAction", ("date", None, "what")),
    ],
)
def test_heads_in_the_words_people_use(heads: str, fields: tuple[str | None, ...]) -> None:
    table = table_of(f"{heads}\n2026-11-18\tx\ty\tz", "corrective_actions")
    assert table is not None
    assert table.fields == fields


@for_each(
    "text",
    ["Closed the offers\nAnswered the buyers", "2026-11-18\tClosed the offers\n2026-11-19\tAnswered", "Date\tAction",
     "", "Refunded; asked\nClosed; checked", "|---|---|"],
)  # fmt: skip
def test_lines_without_heads_are_no_table(text: str) -> None:
    assert table_of(text, "corrective_actions") is None


def test_a_rule_of_markdown_is_no_row() -> None:
    assert is_rule("|---|:--:|")
    assert not is_rule("- 5")
    assert cells_of("| **Closed** | `SKU` |") == ("Closed", "SKU")


def test_what_fits_no_field_stands_in_the_draft_and_does_not_print() -> None:
    case = paste_lines(Case(), "/corrective_actions", "Date\tAction\tCost\n2026-11-18\tClosed the offers\t$40")
    (row,) = case.corrective_actions
    assert row.what == "Closed the offers"
    assert draft_of(case, f"/corrective_actions/{row.id}/what") == "Cost: $40"


def test_an_exhibit_is_found_by_its_file() -> None:
    case = Case(exhibits=(Exhibit(id="exhib1", file="x/refunds.pdf"),))
    case = paste_lines(case, "/corrective_actions", "Action\tProof\nRefunded 17 buyers\tRefunds.pdf")
    assert case.corrective_actions[0].exhibits == ("exhib1",)


@settings(deadline=None, max_examples=60, derandomize=True)
@given(st.lists(st.lists(st.text("ab1日-;| ", max_size=6), min_size=1, max_size=5).map("\t".join), max_size=6))
def test_any_cells_are_taken_without_a_fault(rows: list[str]) -> None:
    pasted = paste_lines(Case(), "/preventive_measures", "\n".join(["Since\tWhat\tOwner", *rows]))
    assert len(pasted.preventive_measures) <= len(rows) + 1  # heads alone are a row of their own
