"""A letter as one HTML page of the same blocks, with nothing to fetch."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from poa_app.model.letter import DRAFT_WORDS, Block, Cell, Heading, Letter, Line, Listing, Paragraph, Run, Table

STYLE = """
body{margin:0;background:#F6F5F1;color:#1B2130;font:15px/1.5 Calibri,Carlito,'Source Sans 3',sans-serif}
article{max-width:46rem;margin:2rem auto;padding:3rem 3.5rem;background:#fff;box-shadow:0 1px 6px rgba(27,33,48,.18)}
h1{font-size:1.65rem;line-height:1.2;color:#1F3864;margin:0 0 .3rem}
h2{font-size:1.2rem;color:#1F3864;margin:1.8rem 0 .6rem;padding-bottom:.15rem;border-bottom:1px solid #C9CED8}
h3{font-size:1.02rem;color:#1F3864;margin:1.2rem 0 .3rem}
p{margin:0 0 .7rem}ul,ol{margin:0 0 .7rem;padding-left:1.3rem}li{margin:0 0 .5rem}
p,li,td,th{white-space:pre-wrap;overflow-wrap:anywhere}
.by-line,.dated{color:#545A66}.signature{font-weight:700;margin:1.2rem 0 0}.asked{font-style:italic;color:#545A66}
table{border-collapse:collapse;width:100%;margin:0 0 1rem;font-size:.92em}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
td,th{border-bottom:1px solid #C9CED8;padding:.3rem .5rem;text-align:left;vertical-align:top}
thead th{background:#1F3864;color:#fff}tbody th{background:#F2F5FA;color:#1F3864}
.gap{background:#FBEFDC;color:#7F4606;border-bottom:1px dashed #B4690E;font-weight:700}
.draft{color:#9A1B14;font-weight:700;border-bottom:2px solid #9A1B14}
@media(max-width:40rem){article{margin:0;padding:1.2rem}}
@media print{body{background:#fff}article{box-shadow:none;margin:0;max-width:none}}
"""


def page(letter: Letter) -> str:
    """Write a letter as a complete HTML document."""
    mark = f'<p class="draft">{DRAFT_WORDS}</p>\n' if letter.draft else ""
    body = "\n".join(html_of(block) for block in letter.blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="en-US"><head><meta charset="utf-8"><title>{escape(letter.title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="author" content="{escape(letter.author)}"><style>{STYLE}</style></head>\n'
        f"<body><article>\n{mark}{body}\n</article></body></html>\n"
    )


def html_of(block: Block, highlighted: str | None = None) -> str:
    """Write one block as HTML; each field's words stand in a span that carries its path.

    Args:
        block: a block of a letter.
        highlighted: path of a row whose words are marked with the class ``lit``.
    """
    match block:
        case Heading(level, line):
            return f"<h{level}{_class(line, highlighted)}>{_line(line)}</h{level}>"
        case Paragraph(line, manner):
            return f"<p{_class(line, highlighted, manner)}>{_line(line)}</p>"
        case Listing(items, numbered):
            tag = "ol" if numbered else "ul"
            return f"<{tag}>{''.join(f'<li{_class(item, highlighted)}>{_line(item)}</li>' for item in items)}</{tag}>"
        case Table():
            return "".join(_table(block))


def _class(line: Line, highlighted: str | None, manner: str = "") -> str:
    speaks = highlighted is not None and any(run.path and f"{run.path}/".startswith(f"{highlighted}/") for run in line)
    names = " ".join(name for name in (manner, "lit" if speaks else "") if name)
    return f' class="{escape(names)}"' if names else ""


def _table(table: Table) -> Iterator[str]:
    yield f'<table class="{escape(table.manner)}"><caption>{escape(table.caption)}</caption><colgroup>'
    yield "".join(f'<col style="width:{100 * width // sum(table.widths)}%">' for width in table.widths)
    yield "</colgroup>"
    if table.head:
        yield f"<thead>{_row(table.head, 'col')}</thead>"
    yield f"<tbody>{''.join(_row(row, 'row') for row in table.rows)}</tbody></table>"


def _row(cells: tuple[Cell, ...], scope: str) -> str:
    return f"<tr>{''.join(_cell(cell, scope) for cell in cells)}</tr>"


def _cell(cell: Cell, scope: str) -> str:
    span = f' colspan="{cell.span}"' if cell.span > 1 else ""
    return f'<th scope="{scope}"{span}>{_line(cell.line)}</th>' if cell.header else f"<td{span}>{_line(cell.line)}</td>"


def _line(line: Line) -> str:
    return "".join(_run(run) for run in line)


def _run(run: Run) -> str:
    words = escape(run.text)
    if run.path is not None:
        words = f'<span class="{"gap" if run.gap else "field"}" data-path="{escape(run.path)}">{words}</span>'
    if run.bold:
        words = f"<strong>{words}</strong>"
    return f"<em>{words}</em>" if run.italic else words
