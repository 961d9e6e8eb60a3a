"""The command line itself: its options, what every command shares, and the start of the app."""

from __future__ import annotations

import gc
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from poa_app import __version__
from poa_app.console import Commands, Language, language, said, stop, tell
from poa_app.errors import BadOutput, InputError, PoaError

app = typer.Typer(
    name="poa",
    cls=Commands,
    help="Write Plan-of-Action appeals to Amazon that hold only what you entered and can prove.",
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object per input, one a line.")]
CaseFile = Annotated[Path, typer.Argument(help="A case file, or an archive (.poa.zip).", metavar="CASE.json")]
Lang = Annotated[
    Language,
    typer.Option("--lang", help="Language of messages: en or zh.", envvar="POA_LANG", default_factory=language),
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def poa(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Write Plan-of-Action appeals to Amazon that hold only what you entered and can prove."""
    if context.invoked_subcommand is None:
        serve(language())


@app.command()
def serve(
    lang: Lang,
    port: Annotated[int, typer.Option("--port", help="Port to listen on.", min=1, max=65535)] = 8501,
    host: Annotated[
        str, typer.Option("--host", help="Address to listen on; 0.0.0.0 opens it to the whole network.")
    ] = "127.0.0.1",
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open the browser.")] = False,
    allow_host: Annotated[
        list[str],
        typer.Option("--allow-host", help="A further name under which browsers may open it.", metavar="NAME"),
    ] = [],  # noqa: B006 - Typer only reads it
) -> None:
    """Start the app in the browser."""
    from poa_app.ui.hosts import announcement  # noqa: PLC0415 - as below
    from poa_app.ui.serve import serve as run  # noqa: PLC0415 - Streamlit takes a second to load; the rest needs none

    def started() -> None:
        for line in announcement(host, port, allow_host, lang):
            typer.echo(line)

    try:
        run(host, port, not no_browser, allow_host, started)
    except PoaError as error:
        stop(error, lang)


def print_json(value: dict[str, Any]) -> None:
    """Print one object on a line of its own."""
    typer.echo(json.dumps(value, ensure_ascii=False))


def print_absent(names: tuple[str, ...], lang: str) -> None:
    """Tell on standard error which exhibits have no file."""
    for name in (" ".join(name.split()) for name in names):
        typer.echo(f"{name}：找不到该附件文件。" if lang == "zh" else f"{name}: exhibit file not found.", err=True)


def must_be_free(place: Path) -> None:
    """Raise BadOutput where a file is there already."""
    if os.path.lexists(place):
        raise BadOutput(str(place), "it exists already", "文件已存在")


def day_given(given: str, lang: str) -> date:
    """Return the day an option names, or today; end the command where it names none."""
    try:
        return date.fromisoformat(given) if given else date.today()  # noqa: DTZ011 - the day on the user's own desk
    except ValueError:
        stop(
            InputError("--today: is not a day; give it as YYYY-MM-DD.", "--today：不是日期。请按 YYYY-MM-DD 填写。"),
            lang,
        )


def main() -> None:
    """Run the command line with UTF-8 output, whatever the terminal's own encoding."""
    gc.set_threshold(_OBJECTS)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()


_OBJECTS = 50_000
"""New objects after which unused ones are looked for; Python's 700 cost a tenth of a command, which mostly loads."""


def refused(file: object, error: PoaError, as_json: bool, lang: str) -> int:
    """Tell that one of several inputs cannot be used, and return the exit code it asks for; the others go on."""
    if as_json:
        print_json({"file": str(file), "error": str(error)})
    else:
        tell(said(error, lang))
    return error.exit_code
