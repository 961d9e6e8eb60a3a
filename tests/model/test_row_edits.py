"""Rows come, go and move; nothing is left that points to a row that is gone."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from poa_app.model.case import Case, Draft, NotApplicable, Overruling
from poa_app.model.fields import row_types
from poa_app.model.paths import get, leaves
from poa_app.model.row_edits import add_row, move_row, remove_row, row_number
from tests.each import for_each

WITHIN = ("covers", "parts")
"""Lists that stand within a row of another."""
LISTS = [f"/notice/{kind}" if kind == "requests" else f"/{kind}" for kind in row_types() if kind not in WITHIN]


@for_each("rows", LISTS)
def test_a_row_of_every_kind_is_added_at_the_end(rows: str) -> None:
    case, first = add_row(Case(), rows)
    case, second = add_row(case, rows)
    assert [f"{rows}/{row.id}" for row in get(case, rows)] == [first, second]
    assert type(get(case, second)) is row_types()[rows.rsplit("/", 1)[-1]]


def test_a_line_is_added_to_an_exhibit() -> None:
    case, exhibit = add_row(Case(), "/exhibits", title="Invoice")
    case, line = add_row(case, f"{exhibit}/covers", quantity=12)
    assert get(case, line).quantity == 12
    assert row_number(case, line) == "1"


def test_a_kind_of_defect_is_added_to_a_rate() -> None:
    case, rate = add_row(Case(), "/metrics")
    case, part = add_row(case, f"{rate}/parts", kind="claims", count=14)
    assert (get(case, part).kind, get(case, part).count) == ("claims", 14)
    assert row_number(case, part) == "1"


def test_a_row_is_added_with_what_it_holds_or_not_at_all() -> None:
    case, path = add_row(Case(), "/corrective_actions", what="Refunded 12 buyers\r\n", date="2026-03-02")
    assert get(case, f"{path}/what") == "Refunded 12 buyers\n"
    assert get(case, f"{path}/date").isoformat() == "2026-03-02"
    with pytest.raises(ValidationError):
        add_row(Case(), "/corrective_actions", colour="red")


def _naming(case: Case, id: str) -> list[str]:
    """List the places that bear a row's id, point to it or lead to it."""
    return [path for path, value in leaves(case) if id in (*path.split("/"), *str(value).split("/"))]


def test_removing_any_row_leaves_nothing_that_names_it(example: Case) -> None:
    lists = [rows for rows in LISTS if get(example, rows)]
    assert lists
    for rows in lists:
        for row in get(example, rows):
            path = f"{rows}/{row.id}"
            noted = example.model_copy(
                update={
                    "drafts": (Draft(path=f"{path}/what", text="底稿"), Draft(path="/opening", text="开头")),
                    "not_applicable": (NotApplicable(path=path, reason="none"),),
                    "overruled": (Overruling(rule="a", path=f"{path}/what", reason="b"),),
                }
            )
            assert _naming(noted, row.id)
            left = remove_row(noted, path)
            assert _naming(left, row.id) == []
            assert [draft.path for draft in left.drafts] == ["/opening"]
            assert (left.not_applicable, left.overruled) == ((), ())
            assert len(get(left, rows)) == len(get(example, rows)) - 1


def test_a_row_removed_takes_only_what_is_its_own(example: Case) -> None:
    case, path = add_row(example, "/root_causes", what="new")
    assert remove_row(case, path) == example
    note = (Draft(path=f"{path}/what", text="底稿"), Draft(path=f"{path[:-1]}/what", text="另一条"))
    assert remove_row(case.model_copy(update={"drafts": note}), path).drafts == note[1:]


def test_an_action_whose_cause_is_removed_stays_done(late_shipment: Case) -> None:
    cause = late_shipment.root_causes[0].id
    left = remove_row(late_shipment, f"/root_causes/{cause}")
    for before, after in zip(late_shipment.corrective_actions, left.corrective_actions, strict=True):
        assert cause not in after.causes
        assert after.done == before.done


def _four() -> tuple[Case, list[str]]:
    case, paths = Case(), []
    for _ in range(4):
        case, path = add_row(case, "/root_causes")
        paths.append(path)
    return case, paths


@for_each(
    ("at", "by", "order"),
    [
        (1, -1, [1, 0, 2, 3]),
        (1, 1, [0, 2, 1, 3]),
        (0, -1, [0, 1, 2, 3]),
        (3, 1, [0, 1, 2, 3]),
        (0, 9, [1, 2, 3, 0]),
        (3, -9, [3, 0, 1, 2]),
        (2, 0, [0, 1, 2, 3]),
    ],
)
def test_a_row_moves_among_its_neighbours_and_stops_at_either_end(at: int, by: int, order: list[int]) -> None:
    case, paths = _four()
    moved = move_row(case, paths[at], by)
    assert [f"/root_causes/{row.id}" for row in moved.root_causes] == [paths[place] for place in order]


def test_a_row_is_called_by_its_place() -> None:
    case, paths = _four()
    assert [row_number(case, path) for path in paths] == ["1", "2", "3", "4"]
    assert row_number(move_row(case, paths[3], -3), paths[3]) == "1"


def test_a_row_is_numbered_among_its_neighbours_and_an_exhibit_by_its_letter() -> None:
    for rows in LISTS:
        case, path = add_row(Case(), rows)
        assert row_number(case, path) == ("A" if rows == "/exhibits" else "1")


def test_a_row_that_is_gone_is_not_moved_or_named() -> None:
    for rows in LISTS:
        with pytest.raises(KeyError):
            move_row(Case(), f"{rows}/gone00", 1)
        with pytest.raises(KeyError):
            row_number(Case(), f"{rows}/gone00")
