"""`hero upgrade`: the registry's files in the form that this version of Hero writes."""

import difflib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hero.cli.paint import colour
from hero.cli.registry import root_option
from hero.cli.report import printable
from hero.registry.failure import Failed

if TYPE_CHECKING:
    from hero.registry.migrations import Migration
    from hero.registry.rewriting import Rewriting


@click.command("upgrade")
@root_option
@click.option("--apply", "spend", is_flag=True, help="Write what is shown; else it is only shown.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(root: Path, spend: bool, form: str) -> int:
    """Bring the registry's files into the form of this version of Hero.

    Shows each change as a difference first. `format` in network.yml says which form the files are
    in; a Hero that is older than its files reads none of them.

    \b
    Examples:
      hero upgrade
      hero upgrade --apply
    """
    from hero.registry.format import FORMAT, NETWORK
    from hero.registry.migrations import due, migrated
    from hero.technology.folder import Folder
    from hero.technology.readable import readable
    from hero.technology.rewritings import files_below
    from hero.technology.rewritings import spend as spend_on

    at = readable(Folder(root))
    if not (root / NETWORK).is_file():
        raise Failed(f"there is no {NETWORK} below {root}", "name the registry with --root DIR")
    steps = due(at)
    made = migrated(files_below(root, "ideas", "playbooks"), steps) if steps else []
    if form == "json":
        click.echo(json.dumps(_data(at, steps, made), indent=2))
    else:
        click.echo(_text(at, FORMAT, steps, made), nl=False, color=colour())
    if made and spend:
        _hold(root, made)
        spend_on(root, made)
        click.echo(f"Wrote {len(made)} files. `hero check` holds them against the rules.", err=True)
    elif made:
        click.echo("Nothing is written yet: --apply does it.", err=True)
    return 0


def _hold(root: Path, made: "list[Rewriting]") -> None:
    """Raise Failed where a file is to be changed that git could not give back."""
    from hero.technology.rewritings import uncommitted

    changed = set(uncommitted(root, "ideas", "playbooks"))
    lost = [each.path for each in made if any(path.endswith(each.path) for path in changed)]
    if lost:
        words = f"{printable(lost[0])} is not committed, and could not be got back"
        raise Failed(words, "commit it first; then run this again")


def _text(at: int, newest: int, steps: "tuple[Migration, ...]", made: "list[Rewriting]") -> str:
    if not steps:
        return f"The files are in format {at}, as this version of Hero writes them.\n"
    lines = [f"The files are in format {at}; this version of Hero writes {newest}."]
    lines += [f"To {step.to}: {step.about}" for step in steps]
    return "\n".join([*lines, "", *(line for each in made for line in difference(each)), ""])


def difference(each: "Rewriting") -> Iterator[str]:
    """A rewriting as a unified difference, safe for a terminal."""
    before, after = (
        (raw or b"").decode(errors="replace").splitlines() for raw in (each.before, each.after)
    )
    told = difflib.unified_diff(before, after, each.path, each.path, n=2, lineterm="")
    yield from (printable(line) for line in told)


def _data(at: int, steps: "tuple[Migration, ...]", made: "list[Rewriting]") -> dict[str, object]:
    return {
        "format": at,
        "steps": [{"to": step.to, "about": step.about} for step in steps],
        "files": [
            {"do": each.deed, "path": each.path, "diff": list(difference(each))} for each in made
        ],
    }
