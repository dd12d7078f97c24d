"""`hero reconcile`: what should be true of the open pulls, and on demand makes it true."""

import json
import os
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hero.cli.asking import failing, repository_of
from hero.cli.changed import standing_day
from hero.cli.registry import read, root_option
from hero.cli.report import printable
from hero.registry.failure import Failed
from hero.registry.registry import Registry

if TYPE_CHECKING:
    from hero.reconcile.apply import Outcome
    from hero.reconcile.forge import Forge
    from hero.reconcile.plan import Plan
    from hero.reconcile.upkeep.witness import Witness

_API = "https://api.github.com"


@click.command("reconcile")
@root_option
@click.option("--pull", type=click.IntRange(1), metavar="N", help="Only what concerns this pull.")
@click.option("--all", "every", is_flag=True, help="All open pulls; so it is without --pull.")
@click.option("--apply", "spend", is_flag=True, help="Do what is planned; else it is only shown.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--record",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write all traffic to a file, without tokens, for whoever looks for a fault.",
)
def command(
    root: Path, pull: int | None, every: bool, spend: bool, form: str, record: Path | None
) -> int:
    """Say what should be true of the open pulls and is not; with --apply, make it true.

    Checks, the comment, advocates, labels, and the merge of what has its gate. Without --pull, and
    where git has all of its history, upkeep as well: facts, reminders, hand-overs. The registry and
    its rules are those of this folder: it should be the default branch. Nothing of a pull is run.
    The token is in HERO_TOKEN or GITHUB_TOKEN; or an App's, in HERO_APP_ID and HERO_APP_KEY.

    \b
    Examples:
      hero reconcile
      hero reconcile --pull 41 --apply
    """
    from hero.reconcile.passes import Run, passes
    from hero.reconcile.plan import plan

    if pull and every:
        raise click.UsageError("Give one of --pull and --all.")
    base = read(root)
    with failing(), ExitStack() as stack:
        if base.network.example:
            # Not even looked at: an example has no forge.
            made = plan(base, _nothing(base), standing_day(base))
            _print(made, [], form)
            return 0
        forge = connected(base, os.environ, record, stack)
        told = None if pull else _witness(root, base)
        look = partial(_planned, forge, root, base, pull, told)
        limit = base.network.limits.writes_per_run
        run = passes(look, forge, limit) if spend else Run(look())
    _print(run.plan, list(run.outcomes), form)
    return int(any(each.fate == "refused" for each in run.outcomes))


def _planned(
    forge: "Forge", root: Path, base: Registry, pull: int | None, told: "Witness | None"
) -> "Plan":
    """What is to be done as the forge is now.

    What is written is made from this folder, so it follows the commit that this folder is at: where
    the branch has gone on meanwhile, the forge merges both, or says that they conflict.
    """
    from hero.reconcile.observe import observe
    from hero.reconcile.plan import only, plan
    from hero.technology.git import commit_of

    today = standing_day(base)
    seen = observe(forge, base, today, [pull] if pull else None, told)
    tip, here = seen.place.tip, commit_of(root) or seen.place.tip
    made = plan(base, replace(seen, place=replace(seen.place, tip=here)), today)
    made = only(made, pull) if pull else made
    if here == tip:
        return made
    words = f"this folder is at {here[:12]}, and {seen.place.branch} at {tip[:12]}: fetch it first"
    return replace(made, notes=(*made.notes, words))


def _witness(root: Path, base: Registry) -> "Witness | None":
    from hero.technology.witnessed import witness

    return witness(root, base, standing_day(base))


def _nothing(base: Registry) -> Any:
    from hero.reconcile.seen import Account, Observed, Place

    network = base.network
    return Observed(Place(network.repository, network.branch, "", Account("nobody")), ())


def connected(
    base: Registry, environ: Mapping[str, str], record: Path | None, stack: ExitStack
) -> "Forge":
    """The forge that the environment gives rights on. Raises Failed where it gives none."""
    from hero.technology.github.budget import Budget
    from hero.technology.github.connect import App, connect

    token = environ.get("HERO_TOKEN") or environ.get("GITHUB_TOKEN")
    app = environ.get("HERO_APP_ID"), environ.get("HERO_APP_KEY")
    credentials = App(app[0], app[1]) if app[0] and app[1] else token
    if not credentials:
        raise Failed("there is no token to ask GitHub with", "set GITHUB_TOKEN")
    lines = stack.enter_context(record.open("w", encoding="utf-8")) if record else None
    return connect(
        credentials,
        repository_of(base.network, environ),
        environ.get("GITHUB_API_URL") or _API,
        environ.get("GITHUB_GRAPHQL_URL") or "",
        budget=Budget(writes=base.network.limits.writes_per_run),
        record=lines,
    )


def _print(plan: "Plan", outcomes: "list[Outcome]", form: str) -> None:
    if form == "json":
        done = {id(each.action): each for each in outcomes}
        click.echo(json.dumps(_data(plan, done), indent=2))
        return
    for note in plan.notes:
        click.echo(f"Note: {printable(note)}.", err=True)
    if outcomes:
        for each in outcomes:
            why = f" ({printable(each.words)})" if each.words else ""
            click.echo(f"{each.fate}: {printable(each.action.words)}{why}")
        return
    for action in plan.actions:
        click.echo(printable(action.words))
    if not plan.actions:
        click.echo("Nothing to do.")
    else:
        click.echo("Nothing was written; --apply does it.", err=True)


def _data(plan: "Plan", done: "Mapping[int, Outcome]") -> dict[str, Any]:
    actions = []
    for action in plan.actions:
        outcome = done.get(id(action))
        told = {"fate": outcome.fate, "why": outcome.words} if outcome else {"fate": "planned"}
        actions.append({"kind": type(action).__name__, "words": action.words, **told})
    return {"notes": list(plan.notes), "actions": actions}
