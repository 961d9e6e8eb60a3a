"""A letter as plain text for Seller Central's boxes: whole, or one section at a time."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.model.letter import DRAFT_WORDS, Block, Cell, Heading, Letter, Line, Listing, Paragraph, Table


def plain(letter: Letter, section: str | None = None) -> str:
    """Write a letter as text with line breaks, bullets as hyphens and nothing a text box would lose.

    Args:
        letter: what it says.
        section: one of ``section_names(letter)``; none gives the whole letter.
    """
    chosen = [block for block in letter.blocks if section in (None, block.section)]
    parts = [_block(block) for block in chosen]
    if letter.draft:
        parts.insert(0, DRAFT_WORDS)
    return "\n\n".join(part for part in parts if part) + "\n"


def section_names(letter: Letter) -> tuple[str, ...]:
    """List the sections of a letter, in order."""
    return tuple(dict.fromkeys(block.section for block in letter.blocks if block.section))


def word_count(letter: Letter) -> int:
    """Count the words that print."""
    return sum(len(words(line).split()) for line in letter.lines())


def words(line: Line) -> str:
    """Give the words of one line."""
    return "".join(run.text for run in line)


def _block(block: Block) -> str:
    match block:
        case Heading(_, line) | Paragraph(line):
            return words(line)
        case Listing(items, numbered):
            return "\n".join(f"{f'{place}.' if numbered else '-'} {words(item)}" for place, item in enumerate(items, 1))
        case Table():
            return "\n".join(_rows(block))


def _rows(table: Table) -> Iterator[str]:
    """Write each row as a line; with a head, each value is named by its column."""
    names = [words(cell.line) for cell in table.head]
    for row in table.rows:
        values = [words(cell.line) for cell in row]
        if names and len(names) == len(values):
            yield "- " + "; ".join(f"{name}: {value}" for name, value in zip(names, values, strict=True) if value)
        else:
            yield "; ".join(_labelled(row))


def _labelled(row: tuple[Cell, ...]) -> Iterator[str]:
    """Join each label of a row with the value after it."""
    label = ""
    for cell in row:
        if cell.header:
            label = words(cell.line)
        else:
            yield f"{label}: {words(cell.line)}" if label else words(cell.line)
            label = ""
