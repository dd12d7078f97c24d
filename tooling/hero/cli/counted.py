"""The option `--signals FILE` of verbs that show votes and talk."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hero.cli import report

if TYPE_CHECKING:
    from hero.registry.signals import Signals

#: More than this no count of any registry takes.
SIGNALS_BYTES = 20_000_000

signals_option = click.option(
    "--signals",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Show the votes and the talk that `hero signals` counted.",
)


def counted(path: Path | None) -> "Signals | None":
    """What the file says. A site without votes is better than none, so a broken one is a note."""
    from hero.registry.signals import signals_from

    if path is None:
        return None
    try:
        with path.open("rb") as file:
            found, wrong = signals_from(file.read(SIGNALS_BYTES))
    except OSError as error:
        found, wrong = None, error.strerror or "it cannot be read"
    if found is None:
        said = report.printable(f"{path}: {wrong}")
        click.echo(f"Note: the site shows no votes and no talk. {said}.", err=True)
    return found
