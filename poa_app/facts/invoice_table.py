"""The table of an invoice: which line is of how many units.

A quantity is taken where the line proves it (quantity times price is the amount), or where a whole number stands under
the heading of the quantities; where neither says one thing, the line says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from poa_app.facts.headings import Cell, Found, find, headings, plain

MOST_ITEMS = 300
LONGEST_TEXT = 300
MOST_UNITS = 10_000_000
MOST_NUMBERS = 9
"""Numbers looked at in one line, from its end."""

MOST_HEADS = 14
"""Words of a line above which it heads no table."""

NOWHERE = -1_000.0
"""The middle of a heading beneath which nothing stands."""

NEAR = 7
"""Columns by which a number may stand beside the middle of its heading."""

_GROUPED = r"\d{1,3}(?:[,'\u00a0\u202f]\d{3}){1,4}(?:\.\d{1,6})?|\d{1,10}(?:\.\d{1,6})?"
_WITH_COMMA = r"\d{1,3}(?:[.'\u00a0\u202f]\d{3}){1,4}(?:,\d{1,6})?|\d{1,10}(?:,\d{1,6})?"
_UNIT = r"(?:\s?(?:pcs|pc|pieces|units|sets|stk|stück|uds|pz)\b\.?|\s?[件个只套台箱双把支盒瓶片])?"
_NUMBER = {
    comma: re.compile(rf"(?<![\w.,/-])[€$£¥￥]?\s?({figure}){_UNIT}(?![\w.,]*\w|[/%-])", re.IGNORECASE)
    for comma, figure in ((False, _GROUPED), (True, _WITH_COMMA))
}
_COLUMNS = frozenset({"quantity", "price"})


@dataclass(frozen=True)
class InvoiceLine:
    """One line of an invoice.

    Attributes:
        text: what it says, with the lines that belong to it.
        label: its first words.
        units: how many.
    """

    text: str
    label: str
    units: int


@dataclass(frozen=True)
class _Table:
    """Where the quantities of a table stand: the middle of their heading, and whether prices stand before them."""

    middle: float
    price_first: bool


@dataclass(frozen=True)
class _Number:
    value: Decimal
    middle: float
    is_alone: bool
    """Whether nothing else stands in its cell."""

    @property
    def is_count(self) -> bool:
        """Whether it can count units."""
        return self.value == self.value.to_integral_value() and 0 < self.value <= MOST_UNITS


def table_lines(rows: Sequence[tuple[Cell, ...]], comma: bool) -> tuple[InvoiceLine, ...]:
    """Return the lines of an invoice's tables whose quantity can be read.

    Args:
        rows: the lines of the paper, in cells.
        comma: whether decimals stand after a comma.
    """
    items: list[InvoiceLine] = []
    table: _Table | None = None
    before: tuple[Cell, ...] = ()
    since = 0
    for row in rows:
        heading = _heading(row)
        if heading:
            table, before, since = heading, (), 99
        elif table and row:
            if any(one.heading.kind == "sums" for one in find(row[0].text)):
                table = None
                continue
            item = _item(table, row, before, comma)
            if item and len(items) < MOST_ITEMS:
                items.append(item)
                since = 0
            elif items and since < 2 and not _numbers(row, comma)[1:]:
                items[-1] = _with_more(items[-1], row)
                since += 1
            before = () if item else row
    return tuple(items)


def _heading(row: tuple[Cell, ...]) -> _Table | None:
    """Return where the quantities stand, if a line is the heading of a table."""
    if len(row) == 1:
        return _heading_in_a_line(row[0].text)
    quantity: list[float] = []
    prices: list[float] = []
    for cell, middle in _columns(row):
        kinds = {one.heading.kind for one in find(cell, _COLUMNS) if one.marked or _is_again(one)}
        if "quantity" in kinds:
            quantity.append(middle)
        elif "price" in kinds:
            prices.append(middle)
    if len(quantity) != 1:
        return None
    return _Table(quantity[0], bool(prices) and min(prices) < quantity[0])


def _is_again(one: Found) -> bool:
    """Whether the same heading follows a heading in another language: Qty 数量."""
    return any(other.kind == one.heading.kind for other in headings().get(plain(one.rest), ()))


def _heading_in_a_line(line: str) -> _Table | None:
    """Return the table that a line heads whose columns stand one blank apart; its quantities must prove themselves."""
    words = line.split()
    if not MOST_HEADS >= len(words) > 2 or ":" in line:
        return None
    places: dict[str, int] = {}
    for at, word in enumerate(words):
        for heading in headings().get(plain(word), ()):
            places.setdefault(heading.kind, at)
    if "quantity" not in places or "price" not in places:
        return None
    return _Table(NOWHERE, places["price"] < places["quantity"])


def _columns(row: tuple[Cell, ...]) -> Iterator[tuple[str, float]]:
    for cell in row:
        if not cell.text.endswith((":", "\uff1a")):
            yield cell.text, cell.start + len(cell.text) / 2


def _item(table: _Table, row: tuple[Cell, ...], before: tuple[Cell, ...], comma: bool) -> InvoiceLine | None:
    numbers = _numbers(row, comma)
    units = _proven(numbers, table) or _under(numbers, table)
    if units is None:
        return None
    words = row if any(_is_worded(cell) for cell in row) else (*before, *row)
    label = next((cell.text for cell in words if _is_worded(cell)), "")
    return InvoiceLine(_text(words), label[:80], units) if label else None


def _is_worded(cell: Cell) -> bool:
    """Whether a cell holds words, and not a number with its unit alone."""
    letters = sum(mark.isalpha() for mark in cell.text)
    by_itself = letters > 2 and not cell.text[0].isdigit()
    return by_itself or letters > 3 or any("\u3400" <= mark <= "\u9fff" for mark in cell.text[1:])


def _numbers(row: tuple[Cell, ...], comma: bool) -> list[_Number]:
    found = []
    for cell in row:
        for number in _NUMBER[comma].finditer(cell.text):
            middle = cell.start + (number.start(1) + number.end(1)) / 2
            found.append(_Number(_value(number[1], comma), middle, number[0].strip() == cell.text))
    return found[-MOST_NUMBERS:]


def _value(figure: str, comma: bool) -> Decimal:
    plain = re.sub(r"['\u00a0\u202f]", "", figure)
    return Decimal(plain.replace(".", "").replace(",", ".") if comma else plain.replace(",", ""))


def _proven(numbers: list[_Number], table: _Table) -> int | None:
    """Return the quantity that times the price gives the amount, where only one does."""
    found = set()
    for at, one in enumerate(numbers):
        for next_at in range(at + 1, len(numbers)):
            other = numbers[next_at]
            product = one.value * other.value
            near = Decimal("0.02") + product / 2000
            if any(abs(product - total.value) <= near for total in numbers[next_at + 1 :]):
                quantity = other if table.price_first else one
                if quantity.is_count and product:
                    found.add(int(quantity.value))
    return found.pop() if len(found) == 1 else None


def _under(numbers: list[_Number], table: _Table) -> int | None:
    """Return the whole number that stands under the heading of the quantities."""
    near = sorted((one for one in numbers if one.is_alone), key=lambda one: abs(one.middle - table.middle))
    if not near or abs(near[0].middle - table.middle) > NEAR or not near[0].is_count:
        return None
    return int(near[0].value)


def _with_more(item: InvoiceLine, row: tuple[Cell, ...]) -> InvoiceLine:
    return InvoiceLine(f"{item.text} {_text(row)}"[:LONGEST_TEXT], item.label, item.units)


def _text(row: tuple[Cell, ...]) -> str:
    return " ".join(cell.text for cell in row)[:LONGEST_TEXT]
