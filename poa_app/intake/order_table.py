"""Orders out of a table: columns by their names, days by the table's own order, rows of one order as one.

Nothing is dropped in silence: a row that gives no order, and a cell that cannot be read, are named with their line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, get_args

from poa_app.intake.table import LONGEST_CELL, Line, SourceTable, plain_name
from poa_app.model.days import days_of
from poa_app.model.numerals import count_of
from poa_app.model.orders import TIMELINE, Channel, Defect
from poa_app.model.plain import plain_signs

DayOrder = Literal["month-first", "day-first"]
Trouble = Literal["no-order", "too-long", "more-cells", "odd-order", "day", "count", "defect", "channel", "differs"]
"""What is wrong with a row: the first two leave it out, the others keep it with its words as they stand."""

LEFT_OUT: tuple[Trouble, ...] = ("no-order", "too-long")
TARGETS: tuple[str, ...] = (
    "order", *TIMELINE, "channel", "carrier", "sku", "asin", "warehouse", "defects", "units", "contested",
    *get_args(Defect)[:-1],
)  # fmt: skip
"""What a column can hold: a field of an order, or whether it has a certain defect."""

Names = Mapping[str, Sequence[str]]
Columns = tuple[str | None, ...]
"""For each column of a table what it holds; none where it is left aside."""

_ORDER = re.compile(r"\d{3}-\d{7}-\d{7}", re.ASCII)
_ROUNDED = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+", re.ASCII)
_BARE_ORDER = re.compile(r"\d{17}", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{2}|\d{4})\.?", re.ASCII)
_MONTHS = 12
_NO = frozenset({"", "no", "n", "0", "false", "none", "na", "null", "否", "无", "没有", "不是"})
_BLANK = frozenset({"", "-", "--", "n/a", "na", "none", "null", "nan", "#n/a", "无", "—", "/"})


@dataclass(frozen=True)
class RowFault:
    """A row with something wrong in it.

    Attributes:
        line: its number in the file, counted from 1.
        troubles: what is wrong, each with the words concerned, in the order of the columns.
    """

    line: int
    troubles: tuple[tuple[Trouble, str], ...]

    @property
    def is_left_out(self) -> bool:
        """Whether the row gives no order at all."""
        return any(trouble in LEFT_OUT for trouble, _ in self.troubles)


@dataclass(frozen=True)
class FoundOrders:
    """What a table gives.

    Attributes:
        name: what the table is called.
        orders: the fields of each order, each order once, in the order of the table.
        faults: its rows with something wrong, each once.
        joined: how many rows were joined with an earlier row of the same order.
    """

    name: str
    orders: tuple[dict[str, Any], ...]
    faults: tuple[RowFault, ...]
    joined: int


def named_columns(table: SourceTable, names: Names) -> Columns:
    """Return what each column holds, by its name; without a header, the column of order numbers by what it holds.

    Args:
        table: the table.
        names: by what names a column goes, for each of ``TARGETS``.
    """
    known = {plain_name(name): target for target, several in names.items() for name in several}
    found: list[str | None] = []
    for name in table.header:
        parts = (name, *re.split(r"[/|\n]", name))
        target = next((known[plain] for part in parts if (plain := plain_name(part)) in known), None)
        found.append(None if target in found else target)
    if "order" not in found:
        for place in range(len(found)):
            if found[place] is None and _holds_orders(table, place):
                found[place] = "order"
                break
    return tuple(found)


def _holds_orders(table: SourceTable, place: int) -> bool:
    cells = [cell for cell in table.column(place) if cell]
    return bool(cells) and sum(bool(_ORDER.fullmatch(_plain(cell))) for cell in cells) * 2 > len(cells)


def written_order(table: SourceTable, columns: Columns) -> tuple[DayOrder | None, str]:
    """Tell in which order the days of a table are written, from those that can only mean one day.

    Returns:
        The order, or none where it cannot be told; and then a day with two readings, or nothing where there is none.
    """
    seen: set[DayOrder] = set()
    doubtful = ""
    for place, target in enumerate(columns):
        for cell in dict.fromkeys(table.column(place)) if target in TIMELINE else ():
            numbers = _NUMBERS.fullmatch(_without_clock(cell))
            if numbers is None:
                continue
            first, second = int(numbers[1]), int(numbers[2])
            if first <= _MONTHS and second <= _MONTHS and first != second:
                doubtful = doubtful or cell
            elif first > _MONTHS >= second:
                seen.add("day-first")
            elif second > _MONTHS >= first:
                seen.add("month-first")
    told = next(iter(seen)) if len(seen) == 1 else None
    return told, "" if told else doubtful


def orders_in(table: SourceTable, columns: Columns, words: Names, days: DayOrder | None) -> FoundOrders:
    """Read the orders of a table.

    Args:
        table: the table.
        columns: what each of its columns holds.
        words: by what words its cells name a defect or a channel.
        days: in which order its days are written; none leaves a day with two readings as it stands.
    """
    return _Reader(table, columns, words, days).read()


@dataclass
class _Reader:
    """One table under reading."""

    table: SourceTable
    columns: Columns
    words: Names
    days: DayOrder | None
    read_days: dict[str, date | None] = field(default_factory=dict)
    said: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        known = {plain_name(word): meant for meant, several in self.words.items() for word in several}
        self.known = dict(sorted(known.items(), key=lambda one: len(one[0]), reverse=True))

    def read(self) -> FoundOrders:
        orders: dict[str, dict[str, Any]] = {}
        seen: set[tuple[str, ...]] = set()
        faults: list[RowFault] = []
        joined = 0
        for line in self.table.lines:
            troubles: list[tuple[Trouble, str]] = []
            values = self.row(line, troubles)
            order = values.get("order", "")
            if any(trouble in LEFT_OUT for trouble, _ in troubles):
                pass
            elif order in orders:
                joined += 1
                _join(orders[order], values, is_again=line.cells in seen, troubles=troubles)
            else:
                orders[order] = values
            seen.add(line.cells)
            if troubles:
                faults.append(RowFault(line.number, tuple(troubles)))
        return FoundOrders(self.table.name, tuple(orders.values()), tuple(faults), joined)

    def row(self, line: Line, troubles: list[tuple[Trouble, str]]) -> dict[str, Any]:
        """Return the fields a row gives, and add what is wrong with it."""
        values: dict[str, Any] = {}
        if long := next((cell for cell in line.cells if len(cell) > LONGEST_CELL), None):
            troubles.append(("too-long", long))
            return values
        if more := next((cell for cell in line.cells[len(self.columns) :] if cell), None):
            troubles.append(("more-cells", more))
        for target, cell in zip(self.columns, line.cells, strict=False):
            if target and _plain(cell).lower() not in _BLANK:
                self.cell(target, cell, values, troubles)
        if not values.get("order"):
            troubles.insert(0, ("no-order", next((cell for cell in line.cells if cell), "")))
        return values

    def cell(self, target: str, cell: str, values: dict[str, Any], troubles: list[tuple[Trouble, str]]) -> None:
        """Read one cell into its field."""
        if target == "order":
            if not any(char.isdigit() for char in cell) or _ROUNDED.fullmatch(_plain(cell)):
                return  # a line of totals, a second header, or a number that Excel has rounded: 1.13123E+16
            values[target] = _order_id(cell)
            if not _ORDER.fullmatch(values[target]):
                troubles.append(("odd-order", cell))
        elif target in TIMELINE:
            values[target] = self.day(cell)
            if not isinstance(values[target], date):
                troubles.append(("day", cell))
        elif target == "units":
            values[target] = cell if (count := count_of(cell)) is None else count
            if count is None:
                troubles.append(("count", cell))
        elif target == "contested":
            values[target] = plain_name(cell) not in _NO or None
        elif target in ("defects", "channel"):
            self.kind(target, cell, values, troubles)
        elif target in get_args(Defect):
            if plain_name(cell) not in _NO:
                values["defects"] = _with(values.get("defects", ()), (target,))
        else:
            values[target] = cell

    def kind(self, target: str, cell: str, values: dict[str, Any], troubles: list[tuple[Trouble, str]]) -> None:
        """Read which defects, or which channel, the words of a cell name."""
        meant = self.meant(cell, get_args(Channel if target == "channel" else Defect))
        if not meant:
            troubles.append(("channel" if target == "channel" else "defect", cell))
        elif target == "channel":
            values[target] = meant[0]
        else:
            values[target] = _with(values.get(target, ()), meant)

    def meant(self, cell: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """Return what the words of a cell name; a longer word goes before a shorter one it holds."""
        key = (cell, kinds[0])
        if key not in self.said:
            left, found = plain_name(cell), []
            for word, meant in self.known.items():
                if meant in kinds and word in left:
                    found.append(meant)
                    left = left.replace(word, " ")
            self.said[key] = tuple(dict.fromkeys(found))
        return self.said[key]

    def day(self, cell: str) -> date | str:
        """Return the day a cell means, or the cell where it means none or several."""
        bare = _without_clock(cell)
        if bare not in self.read_days:
            self.read_days[bare] = self.one_day(bare)
        return self.read_days[bare] or cell

    def one_day(self, bare: str) -> date | None:
        found = days_of(bare).all
        if len(found) <= 1 or self.days is None:
            return found[0] if len(found) == 1 else None
        numbers = _NUMBERS.fullmatch(bare)
        if numbers is None:
            return None
        first, year = int(numbers[1]), int(numbers[3][-2:])
        fits = [
            one
            for one in found
            if one.year % 100 == year and (one.month if self.days == "month-first" else one.day) == first
        ]
        return fits[0] if len(fits) == 1 else None


def _join(held: dict[str, Any], more: dict[str, Any], is_again: bool, troubles: list[tuple[Trouble, str]]) -> None:
    """Add what another row of the same order says; where the two differ, the first stands and the row is named."""
    for name, value in more.items():
        before = held.get(name)
        if before is None:
            held[name] = value
        elif name == "defects":
            held[name] = _with(before, value)
        elif name == "units" and isinstance(before, int) and isinstance(value, int):
            held[name] = before if is_again else before + value
        elif name == "sku" and value not in before.split(", "):
            held[name] = f"{before}, {value}"
        elif name not in ("sku", "contested") and before != value:
            troubles.append(("differs", str(value)))


def _with(held: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*held, *more)))


def _order_id(cell: str) -> str:
    """Return an order number in Amazon's form, 3-7-7 digits, where a program has left its dashes out."""
    plain = _plain(cell).lstrip("'")
    return f"{plain[:3]}-{plain[3:10]}-{plain[10:]}" if _BARE_ORDER.fullmatch(plain) else plain


def _without_clock(cell: str) -> str:
    """Return a day without the time that follows it: 2026-11-03T14:22:05+00:00, 11/03/2026 2:22 PM PST."""
    plain = _plain(cell)[:100]
    at = plain.find(":")
    return plain[:at].rstrip("0123456789").rstrip(" T,") if at > 0 else plain


def _plain(cell: str) -> str:
    return plain_signs(cell).strip()
