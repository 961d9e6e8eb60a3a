"""Commands that read what Amazon sends, and what follows for the clock."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path
from typing import Annotated, Any

import typer

from poa_app import desk
from poa_app.cli.app import CaseFile, Json, Lang, app, day_given, print_json, refused
from poa_app.console import stop
from poa_app.errors import BadOutput, PoaError


@app.command()
def notice(
    files: Annotated[
        list[str], typer.Argument(help="Notices: .txt, .eml, .html, .pdf, .docx, or -.", metavar="FILE...")
    ],
    lang: Lang,
    as_json: Json = False,
) -> None:
    """Read what a notice is about and the facts it names; exit 2 when a file cannot be used."""
    from poa_app.desk import recognition  # noqa: PLC0415 - of no use to the other commands

    worst = 0
    for file in files:
        try:
            read = recognition.contract(file, recognition.read_file(file))
        except PoaError as error:
            worst = max(worst, refused(file, error, as_json, lang))
            continue
        if as_json:
            print_json(read)
        else:
            _print_notice(read, lang)
    raise typer.Exit(worst)


def _print_notice(read: dict[str, Any], lang: str) -> None:
    """Print what was read, a line for each thing that stands in the notice."""
    unsure = "无法确定" if lang == "zh" else "not sure"
    typer.echo(f"{read['file']}: {read['enforcement'] or unsure}")
    for one in read["candidates"][:2]:
        typer.echo(f"  {one['enforcement']:<28} {one['confidence']:.2f}  {', '.join(one['because'][:4])}")
    for key in ("stage", "level", "marketplace", "asins", "order_ids", "other_ids", "deadline", "requested", "also"):
        value = read[key]
        if isinstance(value, dict):
            value = f"{value['text']} {value['due'] or ''}".strip()
        elif isinstance(value, list):
            value = ", ".join(one["value"] if isinstance(one, dict) else one for one in value)
        if value:
            typer.echo(f"  {key}: {value}")


@app.command("health")
def show_health(
    files: Annotated[list[Path], typer.Argument(help="Account health reports of Amazon.", metavar="REPORT.json...")],
    lang: Lang,
    as_json: Json = False,
) -> None:
    """Hold account health reports (GET_V2_SELLER_PERFORMANCE_REPORT) against their targets."""
    from poa_app.desk import health, health_listing  # noqa: PLC0415 - the other commands do without

    worst = 0
    for file in files:
        try:
            report = health.read_file(file)
        except PoaError as error:
            worst = max(worst, refused(file, error, as_json, lang))
            continue
        if as_json:
            print_json({"file": str(file), "sites": health_listing.contract(report)})
        else:
            for line in (str(file), *health_listing.lines(report, lang)):
                typer.echo(line)
    raise typer.Exit(worst)


@app.command()
def clock(
    file: CaseFile,
    lang: Lang,
    out: Annotated[Path | None, typer.Option("--output", "-o", help="Write a calendar.", metavar="FILE.ics")] = None,
    as_json: Json = False,
    today: Annotated[str, typer.Option("--today", help="Count as of this day, YYYY-MM-DD.")] = "",
) -> None:
    """List the clocks of a case: the answer, the money, and how long each invoice stays fresh; or write a calendar."""
    from poa_app.desk import clocks  # noqa: PLC0415 - the calendar's library takes a moment to load

    now = datetime.combine(day_given(today, lang), time(), UTC)
    try:
        case = desk.open_case(file)
        if out:
            if out.suffix.lower() != clocks.CALENDAR_SUFFIX:
                raise BadOutput(str(out), "a calendar is written as .ics", "日历只能写成 .ics")
            desk.write_file(out, clocks.calendar(case, "", now, lang))
    except PoaError as error:
        if as_json:
            print_json({"file": str(file), "error": str(error)})
            raise typer.Exit(error.exit_code) from None
        stop(error, lang)
    if as_json:
        print_json({"file": str(file), **clocks.contract(case, now)})
    else:
        for line in (str(out),) if out else clocks.told(case, now, lang):
            typer.echo(line)
