"""`hero scorecard`: how mature the four letters of PACT are, each level a fact."""

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hero.cli import CLEAN, DIAGNOSTICS
from hero.cli.registry import read, root_option
from hero.registry.failure import Failed

if TYPE_CHECKING:
    from hero.culture.scorecard.check import Check
    from hero.culture.scorecard.ground import Ground
    from hero.registry.registry import Registry
    from hero.technology.commit import Commit


@click.command("scorecard")
@root_option
@click.option("--at", metavar="REV/DATE", help="As it was at a git revision, or on a day.")
@click.option("--check", "asked", metavar="CHECK", help="Only this check; exit code 1 if it fails.")
@click.option("--history", is_flag=True, help="Also the levels at the ends of the last quarters.")
@click.option(
    "--signals",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="What `hero signals` counted: some facts only the forge knows.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(
    root: Path, at: str | None, asked: str | None, history: bool, signals: Path | None, form: str
) -> int:
    """Show how mature the four letters of PACT are, each level a fact.

    Process, advocates, culture and technology stand on a level from 0 to 4. A level holds where
    every check of it and of those below holds. Most checks are measured from the files; what is
    somebody's answer is marked so. Nothing is of a person.

    \b
    Examples:
      hero scorecard
      hero scorecard --at 2025-12-31
      hero scorecard --at HEAD~20 --format json
      hero scorecard --check "process.reason_coverage >= 100%"
    """
    from hero.cli import scorecard_shown as shown
    from hero.culture.scorecard.ground import Ground
    from hero.technology.commit import commit_at

    check = _check(asked) if asked else None
    revision, day = _moment(at)
    registry = read(root, revision)
    day = day or _day(root, registry, revision)
    ground = Ground(registry, day, _signals(signals) if signals else {})
    commit = commit_at(root, revision)
    if check is not None:
        return _held(check, ground, commit, form)
    if form == "json":
        click.echo(json.dumps(shown.as_data(ground, commit, history), indent=2))
    else:
        click.echo(shown.as_text(ground, commit, history))
    return CLEAN


def _held(check: "Check", ground: "Ground", commit: "Commit", form: str) -> int:
    """Show one check, and say by the exit code whether it holds."""
    from hero.cli import scorecard_shown as shown
    from hero.culture.scorecard.check import hold

    outcome = hold(check, ground)
    if form == "json":
        click.echo(json.dumps(shown.outcome_data(outcome), indent=2))
    else:
        click.echo(shown.outcome_text(outcome, ground, commit))
    asked = check.sign is not None
    return DIAGNOSTICS if asked and not outcome.held else CLEAN


def _check(text: str) -> "Check":
    from hero.culture.scorecard.check import Misread, parse

    try:
        return parse(text)
    except Misread as error:
        raise click.BadParameter(f"{error}.", param_hint="'--check'") from error


def _moment(at: str | None) -> tuple[str | None, dt.date | None]:
    """A revision or a day, by how it is written."""
    if at is None:
        return None, None
    try:
        return None, dt.date.fromisoformat(at)
    except ValueError:
        return at, None


def _day(root: Path, registry: "Registry", revision: str | None) -> dt.date:
    """The day at which an example stands, that of the revision's commit, or today."""
    from hero.technology.clock import today

    if registry.network.as_of:
        return registry.network.as_of
    if revision is None:
        return today()
    from hero.technology.git import day_of_commit

    return day_of_commit(root, revision)


def _signals(file: Path) -> dict[str, float]:
    """What a file of `hero signals` says of the facts that only the forge knows."""
    from hero.culture.scorecard.ground import known
    from hero.registry.signals import signals_from

    found, wrong = signals_from(file.read_bytes())
    if found is None:
        raise Failed(
            f"{file} is no file of signals: {wrong}", "`hero signals --out FILE` writes one"
        )
    return known(found)
