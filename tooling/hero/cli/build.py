"""`hero build`: the site, built once."""

from pathlib import Path

import click

from hero.cli import report
from hero.cli.counted import counted, signals_option
from hero.cli.registry import root_option
from hero.registry.diagnostic import Severity


@click.command("build")
@root_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where to write; `public/` unless mkdocs.yml says otherwise.",
)
@click.option("--strict", is_flag=True, help="Fail on a dead link and on every other warning.")
@signals_option
def command(root: Path, out: Path | None, strict: bool, signals: Path | None) -> int:
    """Build the site.

    Ideas with faults are shown as far as they can be read; one that lacks a field that it needs
    has no page until it is mended. No slip takes another idea's page away. What is wrong is
    printed, and the exit code is 1 then.
    """
    from hero.technology.mkdocs_build import build

    built = build(root, out.resolve() if out else None, strict, counted(signals))
    if built.diagnostics:
        click.echo(report.text(built.registry, built.diagnostics), nl=False, err=True)
    click.echo(f"The site is in {built.out}.", err=True)
    return int(any(each.severity is Severity.ERROR for each in built.diagnostics))
