"""Commands that make, check and print cases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from poa_app import desk
from poa_app.cli.app import CaseFile, Json, Lang, app, day_given, must_be_free, print_absent, print_json, refused
from poa_app.console import stop
from poa_app.errors import BadOutput, PoaError

if TYPE_CHECKING:  # whatever knows of cases takes a moment to load
    from poa_app.model.finding import Finding

Template = Annotated[str, typer.Option("--template", "-t", help="Which letter: short or full.")]
Draft = Annotated[bool, typer.Option("--draft", help="Print even with gaps, with the DRAFT mark.")]


@app.command()
def enforcements(lang: Lang, as_json: Json = False) -> None:
    """List the enforcements that can be answered."""
    try:
        listed = desk.enforcements()
    except PoaError as error:
        stop(error, lang)
    for one in listed:
        if as_json:
            print_json(one)
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
        must_be_free(out)
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
    worst, day = 0, day_given(today, lang)
    for file in files:
        try:
            opened = desk.open_file(file, papers)
            found = opened.state(day).findings
        except PoaError as error:
            worst = max(worst, refused(file, error, as_json, lang))
            continue
        blocked = any(finding.severity == "blocks" for finding in found)
        worst = max(worst, int(blocked))
        if as_json:
            print_json({"file": str(file), "complete": not blocked, "findings": [contract(one) for one in found]})
        else:
            _print_findings(file, found, lang)
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
    day = day_given(today, lang)
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
    print_absent(missing, lang)
    typer.echo(str(out))


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
            must_be_free(target)
        for case, target in zip(cases, targets, strict=True):
            desk.save_case(case, target)
            typer.echo(str(target))
    except PoaError as error:
        stop(error, lang)


def contract(finding: Finding) -> dict[str, Any]:
    """Return a finding as scripts rely on it."""
    return finding.model_dump(mode="json", exclude={"why_zh", "source", "can_be_overruled", "words"})


SEVERITY_WORDS = {
    "en": {"blocks": "Blocks", "fix": "Fix", "consider": "Consider"},
    "zh": {"blocks": "必改", "fix": "待改", "consider": "建议"},
}
"""What the weights of findings are called, by language."""


def _print_findings(file: Path, found: tuple[Finding, ...], lang: str) -> None:
    if not found:
        nothing = "未触发任何规则。请以审核员的眼光通读一遍。" if lang == "zh" else (
            "No rule fired. Read the letter once as a stranger would."
        )  # fmt: skip
        typer.echo(f"{file}: {nothing}")
        return
    typer.echo(f"{file}: {counts(found, lang)}")
    for finding in found:
        message = finding.message_zh if lang == "zh" else finding.message
        typer.echo(f"  {SEVERITY_WORDS[lang][finding.severity]:<8} {message}  [{finding.path}]")


def counts(found: tuple[Finding, ...], lang: str) -> str:
    """Return how many findings there are of each severity, in words people act on."""
    words = {"blocks": "必改", "fix": "待改", "consider": "建议"} if lang == "zh" else (
        {"blocks": "blocking", "fix": "to fix", "consider": "to consider"}
    )  # fmt: skip
    counts = {severity: sum(finding.severity == severity for finding in found) for severity in words}
    return (" · " if lang == "zh" else ", ").join(f"{n} {words[severity]}" for severity, n in counts.items() if n)
