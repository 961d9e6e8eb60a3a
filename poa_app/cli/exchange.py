"""Commands that take cases out of the database and in again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from poa_app.cli.app import Json, Lang, app, print_absent, print_json, refused
from poa_app.console import stop
from poa_app.errors import InputError, PoaError


@app.command()
def cases(lang: Lang, as_json: Json = False) -> None:
    """List the cases on the board, the last saved first, each by the id that 'poa export' takes."""
    from poa_app.desk import exchange, work  # noqa: PLC0415 - the database takes a moment to load

    try:
        found = exchange.listed(work.open_store())
    except PoaError as error:
        stop(error, lang)
    for one in found:
        if as_json:
            print_json(one)
        else:
            kinds = ", ".join((*one["enforcements"], *one["marketplaces"]))
            typer.echo(f"{one['id']}  {' '.join((one['client'] or '–').split())}  {kinds}".rstrip())


@app.command()
def export(
    lang: Lang,
    out: Annotated[
        Path, typer.Option("--output", "-o", help="A .poa.zip, or a .json without exhibits; with --all a folder.")
    ],
    source: Annotated[
        str, typer.Argument(help="A case's id, as 'poa cases' lists it, or a case file.", metavar="ID")
    ] = "",
    everything: Annotated[bool, typer.Option("--all", help="Every case on the board.")] = False,
) -> None:
    """Write a case with its exhibits as one file."""
    from poa_app.desk import exchange, work  # noqa: PLC0415 - the database takes a moment to load

    try:
        if bool(source) == everything:
            raise InputError("export: name one case, or give '--all'.", "export：请指定一个案件，或使用 --all。")
        if everything:
            for place in exchange.export_all(work.open_store(), out):
                typer.echo(str(place))
            return
        held = exchange.source(work.open_store, source)
        exchange.export_file(held, out)
    except PoaError as error:
        stop(error, lang)
    print_absent(held.absent, lang)
    typer.echo(str(out))


@app.command("import")
def take_in(
    files: Annotated[list[Path], typer.Argument(help="Case files or archives.", metavar="CASE.json|CASE.poa.zip...")],
    lang: Lang,
    as_json: Json = False,
) -> None:
    """Take cases in with their exhibits, each whole or not at all; the new ids are printed."""
    from poa_app.desk import exchange, work  # noqa: PLC0415 - the database takes a moment to load

    worst = 0
    try:
        store = work.open_store()
    except PoaError as error:
        stop(error, lang)
    for file in files:
        try:
            made, absent = exchange.import_file(store, file)
        except PoaError as error:
            worst = max(worst, refused(file, error, as_json, lang))
            continue
        if as_json:
            print_json({"file": str(file), "id": made.id, "missing": list(absent)})
        else:
            print_absent(absent, lang)
            typer.echo(made.id)
    raise typer.Exit(worst)
