"""A letter as plain text for Seller Central's boxes: whole, or one section at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from poa_app.model.letter import DRAFT_WORDS, Block, Cell, Heading, Letter, Line, Listing, Paragraph, Run, Table

LONGEST_ROW = 200
"""Characters of a table's row that are read at a glance in one line."""


def render_text(letter: Letter, section: str | None = None) -> str:
    """Write a letter as text with line breaks, bullets as hyphens and nothing a text box would lose.

    Args:
        letter: what it says.
        section: one of ``section_names(letter)``; none gives the whole letter.
    """
    said = [DRAFT_WORDS] if letter.draft else []
    before: Block | None = None
    for block in letter.blocks:
        if section not in (None, block.section) or not (part := _block(block)):
            continue
        if said and _is_listed(before) and _is_listed(block):
            said[-1] += f"\n{part}"
        else:
            said.append(part)
        before = block
    return "\n\n".join(said) + "\n"


def _is_listed(block: Block | None) -> bool:
    """Whether a block is one line of a list of exhibits or numbers, which stands close to the next."""
    return isinstance(block, Paragraph) and block.manner == "exhibit-list"


def section_names(letter: Letter) -> tuple[str, ...]:
    """List the sections of a letter, in order."""
    return tuple(dict.fromkeys(block.section for block in letter.blocks if block.section))


def word_count(letter: Letter) -> int:
    """Count the words that print."""
    return sum(len(words(line).split()) for line in letter.lines())


def words(line: Line) -> str:
    """Return the words of one line."""
    return "".join(run.text for run in line)


def _block(block: Block) -> str:
    match block:
        case Heading(_, line) | Paragraph(line):
            return words(line)
        case Listing(items, numbered):
            return "\n".join(
                f"{f'{place}.' if numbered else '-'} {_indented(item)}" for place, item in enumerate(items, 1)
            )
        case Table():
            return "\n".join(_rows(block))


def _indented(item: Line) -> str:
    """Return the words of an item of a list; the template's own line breaks go on beneath its first word."""
    return "".join(run.text.replace("\n", "\n  ") if run.path is None else run.text for run in item)


def _rows(table: Table) -> Iterator[str]:
    """Write each row as a line; with a head, each value is named by its column."""
    names = [words(cell.line) for cell in table.head]
    for row in table.rows:
        if not names or len(names) != len(row):
            yield ("" if row[0].line else "- ") + "; ".join(words for words in _labelled(row, names) if words)
        elif names[0] == "No." and len(names) > 1:
            numbered = f"{_in_a_row(row[0].line)}. {_in_a_row(_unstopped(row[1].line))}"
            yield _row([numbered, *_named(names[2:], row[2:])])
        else:
            first, *others = [*_named(names, row), ""]
            yield _row([f"- {first}", *others[:-1]])


def _row(said: list[str]) -> str:
    """Join what a row says: in one line where that is short, else its values beneath one another."""
    return "\n  ".join(said) if _is_long(said) else "; ".join(said)


def _is_long(said: list[str]) -> bool:
    return len(said) > 2 and sum(map(len, said)) > LONGEST_ROW


def _named(names: list[str], row: tuple[Cell, ...]) -> Iterator[str]:
    """Yield each value with its column's name; where there is nothing to say, nothing is said."""
    for name, cell in zip(names, row, strict=True):
        if cell.line and cell.line != _NOTHING:
            yield f"{name}: {_in_a_row(cell.line)}"


_NOTHING: Line = (Run("-"),)
"""How a template's cell says that there is nothing to say."""


def _in_a_row(line: Line) -> str:
    """Return a cell's words: the template's line breaks become commas, what somebody typed stays as it is."""
    return "".join(run.text.replace("\n", ", ") if run.path is None else run.text for run in line)


def _unstopped(line: Line) -> Line:
    """Leave out the template's own full stop at the end."""
    last = line[-1] if line else None
    return line if last is None or last.path is not None else (*line[:-1], replace(last, text=last.text.rstrip(".")))


def _labelled(row: tuple[Cell, ...], names: list[str]) -> Iterator[str]:
    """Join each label of a row with the value after it; behind a cell that spans columns, the head has the labels."""
    label, column, spanned = "", 0, False
    for cell in row:
        if cell.header:
            label = words(cell.line)
        else:
            value = _in_a_row(cell.line)
            label = label or (names[column] if spanned and column < len(names) else "")
            yield f"{label}: {value}" if label and value else value
            label = ""
        spanned, column = spanned or cell.span > 1, column + cell.span
