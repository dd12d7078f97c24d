"""`hero build`: the site, built once."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hero.cli import report
from hero.cli.registry import root_option
from hero.registry.diagnostic import Severity

if TYPE_CHECKING:
    from hero.registry.signals import Signals

#: More than this no count of any registry takes.
SIGNALS_BYTES = 20_000_000


@click.command("build")
@root_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where to write; `public/` unless mkdocs.yml says otherwise.",
)
@click.option("--strict", is_flag=True, help="Fail on a dead link and on every other warning.")
@click.option(
    "--signals",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Show the votes and the talk that `hero signals` counted.",
)
def command(root: Path, out: Path | None, strict: bool, signals: Path | None) -> int:
    """Build the site.

    Ideas with faults are shown as far as they can be read, so that one slip takes nobody's page
    away; what is wrong is printed, and the exit code is 1 then.
    """
    from hero.technology.mkdocs_build import build

    known = _counted(signals) if signals else None
    built = build(root, out.resolve() if out else None, strict, known)
    if built.diagnostics:
        click.echo(report.text(built.registry, built.diagnostics), nl=False, err=True)
    click.echo(f"The site is in {built.out}.", err=True)
    return int(any(each.severity is Severity.ERROR for each in built.diagnostics))


def _counted(path: Path) -> "Signals | None":
    """What the file says. A site without votes is better than none, so a broken one is a note."""
    from hero.registry.signals import signals_from

    try:
        with path.open("rb") as file:
            found, wrong = signals_from(file.read(SIGNALS_BYTES))
    except OSError as error:
        found, wrong = None, error.strerror or "it cannot be read"
    if found is None:
        said = report.printable(f"{path}: {wrong}")
        click.echo(f"Note: the site shows no votes and no talk. {said}.", err=True)
    return found
