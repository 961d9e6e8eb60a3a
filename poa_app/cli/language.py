"""Commands about English: the rules, and a text held against them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from poa_app.cli.app import Json, Lang, app, print_json, refused
from poa_app.cli.cases import SEVERITY_WORDS, contract, counts
from poa_app.console import stop
from poa_app.errors import PoaError
from poa_app.model.letter import LetterSection

if TYPE_CHECKING:  # whatever knows of cases takes a moment to load
    from poa_app.model.finding import Finding

Section = Annotated[
    LetterSection | None,
    typer.Option("--section", help="The part of an appeal the text is; without it the headings in the text tell."),
]


@app.command()
def rules(
    lang: Lang,
    used: Annotated[
        bool, typer.Option("--used", help="How often each fired and was overruled, over the cases on the board.")
    ] = False,
    as_json: Json = False,
) -> None:
    """List the rules over words, each with its reason, its source and its examples."""
    from poa_app.desk import rules as handbook  # noqa: PLC0415 - of no use to the other commands

    if used:
        _print_used(lang, as_json)
        return
    if as_json:
        for entries in handbook.handbook().values():
            for entry in entries:
                print_json(handbook.contract(entry))
        return
    for line in handbook.lines(lang):
        typer.echo(line)


def _print_used(lang: str, as_json: bool) -> None:
    """Print how often rules fired and were overruled, the most frequent first; a doubtful one is marked."""
    from poa_app.desk import rule_counts, work  # noqa: PLC0415 - the database takes a moment to load

    try:
        counted = rule_counts.rule_counts(one.case for one in work.open_store().listed())
    except PoaError as error:
        stop(error, lang)
    for one in counted:
        if as_json:
            print_json(one._asdict() | {"is_doubtful": one.is_doubtful})
            continue
        marks = [_USED[lang]["shadow"]] * one.is_shadow + [_USED[lang]["doubtful"]] * one.is_doubtful
        typer.echo(f"{one.fired:>6} {one.overruled:>6}  {one.rule}{''.join(f' ({mark})' for mark in marks)}")


_USED = {
    "en": {"shadow": "on trial, not shown", "doubtful": "overruled too often"},
    "zh": {"shadow": "试运行，不显示", "doubtful": "被驳回过多"},
}


@app.command()
def lint(
    files: Annotated[list[str], typer.Argument(help="Texts: .txt, .eml, .html, .pdf, .docx, or -.", metavar="FILE...")],
    lang: Lang,
    section: Section = None,
    as_json: Json = False,
) -> None:
    """Hold English texts against the rules over words; exit 1 when something blocks, 2 when a file cannot be used."""
    from poa_app.desk import lint as linting  # noqa: PLC0415 - the lexicon takes a moment to load

    worst = 0
    for file in files:
        try:
            text = linting.read_text(file)
        except PoaError as error:
            worst = max(worst, refused(file, error, as_json, lang))
            continue
        found = linting.lint_text(text, section)
        worst = max(worst, int(any(one.severity == "blocks" for one in found)))
        if as_json:
            print_json({"file": file, "findings": [contract(one) for one in found]})
        else:
            places = [linting.line_and_column(text, one.start or 0) for one in found]
            _print_lint(file, found, places, lang)
    raise typer.Exit(worst)


def _print_lint(file: str, found: tuple[Finding, ...], places: list[tuple[int, int]], lang: str) -> None:
    """Print findings, a line each: place, weight, words, what to do, and the words to use instead."""
    if not found:
        nothing = "未触发任何规则。语法只能查出一部分，请再通读一遍。" if lang == "zh" else (
            "No rule fired. Rules see only a part of what can be wrong; read it once as a stranger would."
        )  # fmt: skip
        typer.echo(f"{file}: {nothing}")
        return
    typer.echo(f"{file}: {counts(found, lang)}")
    for one, (line, column) in zip(found, places, strict=True):
        message = one.message_zh if lang == "zh" else one.message
        instead = " / ".join(f"“{fix.text}”" for fix in one.fixes)
        quote = " ".join((one.quote or "").split())
        shown = quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST]}…"
        weight = SEVERITY_WORDS[lang][one.severity]
        typer.echo(f"  {line}:{column} {weight} “{shown}” {message}" + (f" → {instead}" if instead else ""))


_LONGEST = 60
"""Characters shown of the words in question."""
