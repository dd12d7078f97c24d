"""Recording a plan in the ideas' files, each whole or not at all, and what comes next."""

from collections.abc import Iterator
from pathlib import Path

import click

from hero.advocates.batch_plan import Plan
from hero.advocates.record import record
from hero.cli.report import printable
from hero.process.edits import Edit, Refused
from hero.registry.registry import Registry
from hero.technology.rewrite import rewrite_all


def write(root: Path, registry: Registry, made: Plan, told: bool) -> int:
    """Write what changed; 1 where a file could not be edited, and the others are written.

    Raises Failed where the disk stands in the way; then nothing was written.
    """
    done = [record(registry, each, made.on) for each in made.assignments.values()]
    edits = [each for each in done if isinstance(each, Edit)]
    refused = [each for each in done if isinstance(each, Refused)]
    rewrite_all(root, [(each.path, each.before, each.after) for each in edits])
    if told:
        click.echo()
        for each in edits:
            click.echo(f"Recorded in {printable(each.path)}: {', '.join(each.idea.advocates)}")
    for odd in refused:
        click.echo(f"Not recorded: {printable(odd.words)}.", err=True)
        for words in odd.help:
            click.echo(f"  = help: {printable(words)}", err=True)
    for line in _next(edits) if edits or not refused else ():
        click.echo(line, err=True)
    return int(bool(refused or made.faulty))


def _next(edits: list[Edit]) -> Iterator[str]:
    """What to do with the files that were written."""
    if not edits:
        yield "Nothing to record: the files say so already."
        return
    slug, path = edits[0].slug, printable(edits[0].path)
    if len(edits) > 1:
        yield "One pull changes one idea, so each of these files goes into a pull of its own:"
    yield f'Next: git switch -c advocates/{slug} && git commit -m "Advocates for {slug}" {path}'
    if len(edits) > 1:
        yield "Then `git switch -` and the same for the next one."
