"""`hero signals`: votes and talk on the forge, counted for the site."""

import datetime as dt
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hero.cli.asking import failing, repository_of
from hero.cli.changed import standing_day
from hero.cli.registry import read, root_option
from hero.registry.failure import Failed
from hero.registry.registry import Registry

if TYPE_CHECKING:
    from hero.reconcile.forge import Forge
    from hero.registry.signals import Signals

#: How long a schedule may be silent, as for `hero watch`.
SILENT = dt.timedelta(hours=26)


@click.command("signals")
@root_option
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write there; else they are printed.",
)
def command(root: Path, out: Path | None) -> None:
    """Count votes and comments on the issues of ideas, and the pulls that would change them.

    What comes out is JSON for `hero build --signals FILE`. It is read from GitHub anew each time
    and never committed. Nothing is written there: a token that may read is enough.
    The token is in HERO_TOKEN or GITHUB_TOKEN.

    \b
    Examples:
      hero signals --out signals.json
      hero build --signals signals.json
    """
    from hero.registry.phrases import counted
    from hero.registry.signals import signals_text

    base = read(root)
    if base.network.example:
        click.echo("Note: this registry is an example: there is nobody to ask.", err=True)
        return
    with failing():
        made = collected(base, connected(base, os.environ))
    alive = running(root, repository_of(base.network, os.environ))
    made = made.model_copy(update={"schedules_alive": alive})
    text = signals_text(made)
    if out is None:
        click.echo(text, nl=False)
        return
    out.write_text(text, encoding="utf-8")
    votes = sum(each.votes for each in made.ideas.values())
    click.echo(
        f"Wrote {out}: {counted(len(made.ideas), 'idea')}, {counted(votes, 'vote')}.", err=True
    )


def collected(base: Registry, forge: "Forge") -> "Signals":
    """What is said there now. Raises ForgeRefused."""
    from hero.reconcile.labels import IDEA
    from hero.reconcile.seen import Observed
    from hero.reconcile.tracking.counted import counted

    place = forge.place()
    open_ = tuple(forge.issues(IDEA, "open")) if place.issues else ()
    closed = tuple(forge.issues(IDEA, "closed")) if place.issues else ()
    seen = Observed(place, tuple(forge.pulls(None)), issues=open_, settled=closed)
    return counted(base, seen, standing_day(base))


def running(root: Path, repository: str) -> bool | None:
    """Do all schedules of the checkout still run, as `hero watch` asks? None: it cannot be told.

    A token that may read issues may not be allowed to read actions, so a refusal is no failure.
    """
    from hero.reconcile.forge import ForgeRefused
    from hero.reconcile.watch import stopped
    from hero.technology.clock import now
    from hero.technology.github.asking import reader
    from hero.technology.github.schedules import scheduled, with_schedule

    names = with_schedule(root)
    try:
        calls = reader(os.environ) if names else None
        seen = [scheduled(calls, repository, name) for name in names] if calls else []
    except ForgeRefused:
        return None
    return not stopped(seen, now(), SILENT) if seen else None


def connected(base: Registry, environ: Mapping[str, str]) -> "Forge":
    """The forge with the token that the environment gives. Raises Failed where it gives none."""
    from hero.technology.github.asking import API
    from hero.technology.github.connect import connect

    token = environ.get("HERO_TOKEN") or environ.get("GITHUB_TOKEN")
    if not token:
        raise Failed("there is no token to ask GitHub with", "set GITHUB_TOKEN")
    return connect(
        token,
        repository_of(base.network, environ),
        environ.get("GITHUB_API_URL") or API,
        environ.get("GITHUB_GRAPHQL_URL") or "",
    )
