"""`hero import`: rows of another tool become idea files, and every row is accounted for."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hero.cli.report import printable
from hero.registry.diagnostic import Diagnostic
from hero.registry.failure import Failed

if TYPE_CHECKING:
    from hero.registry.importing.rows import Row

#: The exit code where the mapping is at fault: what was asked for makes no sense.
USAGE = 2


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--mapping",
    "mapping_path",
    required=True,
    type=click.Path(path_type=Path),
    help="The YAML file that says where in a row each field of an idea is found.",
)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The `ideas` folder of a registry, or a folder below it. It need not exist.",
)
@click.option("--replace", is_flag=True, help="Overwrite ideas that are there with other content.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the account is printed.",
)
def command(file: Path, mapping_path: Path, out: Path, replace: bool, form: str) -> int:
    """Turn the rows of FILE (CSV, JSON Lines, JSON) into idea files.

    Every row is written, unchanged or refused with a reason, and whatever did not come over as it
    stood is told with its row. A second run changes nothing. The exit code is 1 where rows were
    refused, 2 where the mapping is at fault, 3 where FILE cannot be read.

    \b
    Example:
      hero import tracker.csv --mapping tracker.yml --out ideas
    """
    from hero.registry.importing.account import Account
    from hero.registry.importing.ideas import ideas_from
    from hero.registry.importing.named import misspelt
    from hero.technology.import_files import MAPPING_BYTES, Home, read_whole, settle
    from hero.technology.import_mapping import read_mapping, registry_around, surroundings

    home = Home.of(out)
    if (home.out / "playbooks").is_dir():
        raise click.UsageError(f"{out} is a whole registry; its ideas are in {out / 'ideas'}.")
    registry = registry_around(home)
    raw = read_whole(mapping_path, MAPPING_BYTES)
    mapping, faults = read_mapping(str(mapping_path), raw, registry)
    if mapping is None:
        click.echo("\n".join(_told(faults)), err=True)
        return USAGE
    rows = _rows(file, mapping.delimiter)
    made = ideas_from(rows, mapping, file.name, surroundings(home, registry))
    outcomes = tuple(settle(home, each, replace) for each in made)
    account = Account(file.name, outcomes, misspelt(mapping, rows))
    if form == "json":
        click.echo(json.dumps(account.as_data(), indent=1))
    else:
        click.echo(account.as_text(), nl=False)
    return int(bool(account.of("refused")))


def _rows(file: Path, delimiter: str) -> "list[Row]":
    """The rows of the file. Raises Failed where it cannot be read."""
    from hero.registry.importing.rows import RowsRefused, read_rows
    from hero.technology.import_files import SOURCE_BYTES, read_whole

    try:
        return read_rows(file.name, read_whole(file, SOURCE_BYTES), delimiter)
    except RowsRefused as refused:
        raise Failed(f"{file} cannot be imported: {printable(str(refused))}") from refused


def _told(faults: Iterable[Diagnostic]) -> Iterator[str]:
    """Diagnostics of the mapping, each with its place and help."""
    for each in faults:
        span = each.place.span
        place = f"{each.place.path}:{span.line}:{span.column}" if span else each.place.path
        yield printable(f"{place}: {each.severity}[{each.rule}]: {each.message}")
        yield from (f"  = help: {printable(line)}" for line in each.help)
