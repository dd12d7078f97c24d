"""What a verb is told of a change: the revision to compare with, and what the forge knows."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import click

from hero.cli.registry import read
from hero.process.change import Change
from hero.process.facts import Known
from hero.registry.registry import Registry


def change_since(
    root: Path, base: str, head: str | None, facts: Path | None, importing: bool
) -> Change:
    """The change from a revision to a head (None: the folder).

    Raises Failed where git knows no such revision, and a usage error for facts that do not read.
    """
    from hero.technology.git_change import compare

    comparison = compare(root, base, head)
    if comparison.note:
        click.echo(f"Note: {comparison.note}.", err=True)
    before = read(root, comparison.base)
    known = _known(facts) if facts else Known()
    today = comparison.head_day or standing_day(before)
    change = known.change(before, today, comparison.paths)
    return replace(change, importing=change.importing or importing)


def standing_day(registry: Registry) -> dt.date:
    """Today, or for an example the day at which it stands."""
    from hero.technology.clock import today

    network = registry.network
    return network.as_of if network.example and network.as_of else today()


def _known(path: Path) -> Known:
    from pydantic import ValidationError

    try:
        return Known.model_validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"]) or "the file"
        raise click.UsageError(f"{path}: {where}: {first['msg']}.") from error
