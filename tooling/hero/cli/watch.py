"""`hero watch`: whether the schedules still run."""

import datetime as dt
import os
from pathlib import Path

import click

from hero.cli.asking import failing, objected, repository_of
from hero.cli.registry import read, root_option


@click.command("watch")
@root_option
@click.option(
    "--within",
    type=click.IntRange(1),
    default=26,
    metavar="HOURS",
    show_default=True,
    help="How long a schedule may be silent.",
)
def command(root: Path, within: int) -> int:
    """Say which scheduled workflows GitHub has stopped.

    GitHub switches schedules off after 60 days without activity in a public repository, and when
    the person leaves who last changed them. Nobody is told. So whatever still runs looks.

    Needs a token that may read the repository's actions, in GITHUB_TOKEN.

    \b
    Examples:
      hero watch
      hero watch --within 3
    """
    from hero.reconcile.watch import stopped
    from hero.technology.clock import now
    from hero.technology.github.asking import reader
    from hero.technology.github.schedules import scheduled, with_schedule

    network = read(root, None, lambda path: not path.startswith("ideas/")).network
    names = with_schedule(root)
    if network.example or not names:
        why = "it is an example" if network.example else "no workflow has one"
        click.echo(f"This registry has no schedule to watch: {why}.", err=True)
        return 0
    repository = repository_of(network, os.environ)
    with failing():
        calls = reader(os.environ)
        seen = [scheduled(calls, repository, name) for name in names]
    told = stopped(seen, now(), dt.timedelta(hours=within))
    for words in told:
        objected(words, "Enable it in the repository's Actions tab, where its page says so.")
    if not told:
        click.echo(f"Running: {', '.join(names)}.", err=True)
    return int(bool(told))
