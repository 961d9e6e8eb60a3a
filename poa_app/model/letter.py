"""The rendered document as a tree of blocks whose leaves know the field they came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

LetterSection = Literal["root-cause", "corrective", "preventive", "open-point", "letter", "buyer-message"]
"""The parts of an appeal, and of what else is written, in which words are held to rules of their own.

A point that is still open is held to the rules of the letter but those that want everything finished.
"""

DRAFT_WORDS = "DRAFT - not complete, not for submission"
"""The mark of a letter that still has gaps or points that block."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one manner; ``path`` names their field, none means they are the template's own."""

    text: str
    path: str | None = None
    gap: bool = False
    bold: bool = False
    italic: bool = False


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the letter's title."""

    level: int
    line: Line
    section: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; manner is ``body`` or the name of a paragraph class in the template."""

    line: Line
    manner: str = "body"
    section: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A bulleted or numbered list; numbering starts anew with each list."""

    items: tuple[Line, ...]
    numbered: bool = False
    section: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; a header cell names its row or column, ``span`` counts the columns it takes."""

    line: Line
    header: bool = False
    span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the head repeats on every page, widths are shares of the text width."""

    caption: str
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    manner: str = "grid"
    section: str = ""


Block = Heading | Paragraph | Listing | Table


@dataclass(frozen=True, slots=True)
class Letter:
    """A whole letter, ready to be written as Word, text or HTML.

    Attributes:
        title: the document's title, plain.
        author: who signs for it.
        template: route and name of the template, such as ``plan-of-action/short``.
        dated: the letter's date; also the only date the file carries.
        draft: whether it prints with the DRAFT mark.
        blocks: what it says, in order.
    """

    title: str
    author: str
    template: str
    dated: date
    draft: bool
    blocks: tuple[Block, ...] = field(default=())

    def lines(self) -> Iterator[Line]:
        """Yield every line of words, in reading order."""
        for block in self.blocks:
            yield from lines_of(block)

    def runs(self) -> Iterator[Run]:
        """Yield every run, in reading order."""
        for line in self.lines():
            yield from line


def lines_of(block: Block) -> Iterator[Line]:
    """Yield the lines of one block, in reading order."""
    match block:
        case Heading() | Paragraph():
            yield block.line
        case Listing():
            yield from block.items
        case Table():
            for row in (block.head, *block.rows):
                yield from (cell.line for cell in row)
