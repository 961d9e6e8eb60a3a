"""The command line: ``poa`` starts the app, every other command works without it."""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Annotated, Any

import typer

from poa_app import __version__, desk
from poa_app.console import Commands, Language, language, said, stop, tell
from poa_app.errors import BadOutput, InputError, PoaError
from poa_app.model.finding import Finding

app = typer.Typer(
    name="poa",
    cls=Commands,
    help="Write Plan-of-Action appeals to Amazon that hold only what you entered and can prove.",
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object per input, one a line.")]
Template = Annotated[str, typer.Option("--template", "-t", help="Which letter: short or full.")]
Draft = Annotated[bool, typer.Option("--draft", help="Print even with gaps, with the DRAFT mark.")]
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


@app.command()
def enforcements(lang: Lang, as_json: Json = False) -> None:
    """List the enforcements that can be answered."""
    try:
        listed = desk.enforcements()
    except PoaError as error:
        stop(error, lang)
    for one in listed:
        if as_json:
            _print_json(one)
        else:
            typer.echo(f"{one['slug']:<30} {one['name']['en']} / {one['name']['zh']} ({', '.join(one['routes'])})")


@app.command()
def new(
    slug: Annotated[str, typer.Argument(help="An enforcement, as 'poa enforcements' lists it.", metavar="SLUG")],
    out: Annotated[Path, typer.Option("--output", "-o", help="Where to write the case.", metavar="CASE.json")],
    lang: Lang,
) -> None:
    """Make an empty case; a file that is already there is left alone."""
    try:
        _must_be_free(out)
        desk.save_case(desk.create(slug), out)
    except PoaError as error:
        stop(error, lang)
    typer.echo(str(out))


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(help="Case files.", metavar="CASE.json...")],
    lang: Lang,
    as_json: Json = False,
    today: Annotated[str, typer.Option("--today", help="Check as of this day, YYYY-MM-DD.")] = "",
    papers: Annotated[bool, typer.Option("--papers", help="Read its invoices in PDF too, and compare.")] = False,
) -> None:
    """Check cases; exit 1 when something blocks, 2 when a file cannot be used."""
    worst, day = 0, _day(today, lang)
    for file in files:
        try:
            opened = desk.open_file(file, papers)
            found = opened.state(day).findings
        except PoaError as error:
            worst = max(worst, error.exit_code)
            if as_json:
                _print_json({"file": str(file), "error": str(error)})
            else:
                tell(said(error, lang))
            continue
        blocked = any(finding.severity == "blocks" for finding in found)
        worst = max(worst, int(blocked))
        if as_json:
            _print_json({"file": str(file), "complete": not blocked, "findings": [contract(one) for one in found]})
        else:
            _print_findings(file, found, lang)
    raise typer.Exit(worst)


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
            worst = max(worst, error.exit_code)
            if as_json:
                _print_json({"file": file, "error": str(error)})
            else:
                tell(said(error, lang))
            continue
        if as_json:
            _print_json(read)
        else:
            _print_notice(read, lang)
    raise typer.Exit(worst)


@app.command()
def render(
    file: CaseFile,
    out: Annotated[Path, typer.Option("--output", "-o", help="A .docx, .txt or .html file.", metavar="OUT")],
    lang: Lang,
    template: Template = "short",
    draft: Draft = False,
    section: Annotated[str, typer.Option("--section", help="Only this section, as .txt for one box.")] = "",
    today: Annotated[str, typer.Option("--today", help="Write as of this day, YYYY-MM-DD.")] = "",
) -> None:
    """Write a case's letter; exhibits whose files are not beside the case are listed as missing."""
    day = _day(today, lang)
    try:
        opened = desk.open_file(file)
        if section:
            if out.suffix.lower() != ".txt":
                raise BadOutput(str(out), "a section is written as .txt", "单个部分只能写成 .txt")
            text = desk.write_section(opened.state(day), file.name, section, template, draft)
            desk.write_file(out, text.encode())
            missing: tuple[str, ...] = ()
        else:
            made = desk.write_letter(opened.state(day), str(out), out.suffix, template, draft)
            desk.write_file(out, made.content)
            missing = opened.missing_files
    except PoaError as error:
        stop(error, lang)
    _print_absent(missing, lang)
    typer.echo(str(out))


def _print_absent(names: tuple[str, ...], lang: str) -> None:
    for name in (" ".join(name.split()) for name in names):
        typer.echo(f"{name}：找不到该附件文件。" if lang == "zh" else f"{name}: exhibit file not found.", err=True)


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

    now = datetime.combine(_day(today, lang), time(), UTC)
    try:
        case = desk.open_case(file)
        if out:
            if out.suffix.lower() != clocks.CALENDAR_SUFFIX:
                raise BadOutput(str(out), "a calendar is written as .ics", "日历只能写成 .ics")
            desk.write_file(out, clocks.calendar(case, "", now, lang))
    except PoaError as error:
        if as_json:
            _print_json({"file": str(file), "error": str(error)})
            raise typer.Exit(error.exit_code) from None
        stop(error, lang)
    if as_json:
        _print_json({"file": str(file), **clocks.contract(case, now)})
    else:
        for line in (str(out),) if out else clocks.told(case, now, lang):
            typer.echo(line)


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
            _print_json(one)
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
    _print_absent(held.absent, lang)
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
            worst = max(worst, error.exit_code)
            if as_json:
                _print_json({"file": str(file), "error": str(error)})
            else:
                tell(said(error, lang))
            continue
        if as_json:
            _print_json({"file": str(file), "id": made.id, "missing": list(absent)})
        else:
            _print_absent(absent, lang)
            typer.echo(made.id)
    raise typer.Exit(worst)


@app.command()
def split(
    file: CaseFile,
    out: Annotated[Path, typer.Option("--output", "-o", help="The folder for the new cases.", metavar="FOLDER")],
    lang: Lang,
) -> None:
    """Split a case whose violations want different routes into one case a route."""
    try:
        cases = desk.siblings(desk.open_case(file))
        targets = [out / f"{file.stem}-{case.route or 'no-route'}.json" for case in cases]
        for target in targets:
            _must_be_free(target)
        for case, target in zip(cases, targets, strict=True):
            desk.save_case(case, target)
            typer.echo(str(target))
    except PoaError as error:
        stop(error, lang)


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
            worst = max(worst, error.exit_code)
            if as_json:
                _print_json({"file": str(file), "error": str(error)})
            else:
                tell(said(error, lang))
            continue
        if as_json:
            _print_json({"file": str(file), "sites": health_listing.contract(report)})
        else:
            for line in (str(file), *health_listing.lines(report, lang)):
                typer.echo(line)
    raise typer.Exit(worst)


def contract(finding: Finding) -> dict[str, Any]:
    """Return a finding as scripts rely on it."""
    return finding.model_dump(mode="json", exclude={"why_zh", "source", "can_be_overruled", "words"})


_SEVERITY = {
    "en": {"blocks": "Blocks", "fix": "Fix", "consider": "Consider"},
    "zh": {"blocks": "必改", "fix": "待改", "consider": "建议"},
}


def _print_findings(file: Path, found: tuple[Finding, ...], lang: str) -> None:
    if not found:
        nothing = "未触发任何规则。请以审核员的眼光通读一遍。" if lang == "zh" else (
            "No rule fired. Read the letter once as a stranger would."
        )  # fmt: skip
        typer.echo(f"{file}: {nothing}")
        return
    typer.echo(f"{file}: {_counts(found, lang)}")
    for finding in found:
        message = finding.message_zh if lang == "zh" else finding.message
        typer.echo(f"  {_SEVERITY.get(lang, _SEVERITY['en'])[finding.severity]:<8} {message}  [{finding.path}]")


def _counts(found: tuple[Finding, ...], lang: str) -> str:
    """Return how many findings there are of each severity, in words people act on."""
    words = {"blocks": "必改", "fix": "待改", "consider": "建议"} if lang == "zh" else (
        {"blocks": "blocking", "fix": "to fix", "consider": "to consider"}
    )  # fmt: skip
    counts = {severity: sum(finding.severity == severity for finding in found) for severity in words}
    return (" · " if lang == "zh" else ", ").join(f"{n} {words[severity]}" for severity, n in counts.items() if n)


def _print_json(value: dict[str, Any]) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False))


def _must_be_free(place: Path) -> None:
    if os.path.lexists(place):
        raise BadOutput(str(place), "it exists already", "文件已存在")


def _day(given: str, lang: str) -> date:
    try:
        return date.fromisoformat(given) if given else date.today()  # noqa: DTZ011 - the day on the user's own desk
    except ValueError:
        stop(
            InputError("--today: is not a day; give it as YYYY-MM-DD.", "--today：不是日期。请按 YYYY-MM-DD 填写。"),
            lang,
        )


def main() -> None:
    """Run the command line with UTF-8 output, whatever the terminal's own encoding."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()
