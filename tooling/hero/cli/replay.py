"""`hero replay`: the recorded decisions under another pipeline."""

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hero.cli.registry import read, root_option
from hero.cli.since import date_option, since_option
from hero.registry.failure import Failed
from hero.registry.registry import POLICIES, POLICY_BYTES

if TYPE_CHECKING:
    from hero.process.flow.owed import Owed
    from hero.process.replay.comparison import Replay
    from hero.process.replay.decisions import Judged
    from hero.registry.pipeline import Pipeline
    from hero.registry.registry import Registry
    from hero.technology.commit import Commit


#: So many faults of the other pipeline are shown.
FAULTS = 3


@click.command("replay")
@root_option
@click.option(
    "--pipeline",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    metavar="OTHER.yml",
    help="The rules to try: a file like playbooks/process/pipeline.yml.",
)
@click.option(
    "--base", metavar="REV", help="Compare with the registry at this git revision, not this folder."
)
@since_option
@date_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(
    root: Path,
    pipeline: Path,
    base: str | None,
    since: dt.date | None,
    date: dt.date | None,
    form: str,
) -> None:
    """Run the recorded decisions under another pipeline, and say what would differ.

    Which moves would have been refused and why, which deadlines would have been missed, which
    figures would be others: what a change of the process means, before it is proposed.

    \b
    Examples:
      hero replay --pipeline stricter.yml
      hero replay --pipeline stricter.yml --since 2026-01-01 --format json
      hero replay --pipeline playbooks/process/pipeline.yml --base main
    """
    from hero.cli.replay_text import text
    from hero.process.replay.comparison import replay
    from hero.technology.clock import today
    from hero.technology.commit import commit_at

    registry = read(root, base)
    other = _other(registry, pipeline)
    if base is None and pipeline.resolve() == (root / POLICIES["pipeline"][0]).resolve():
        click.echo("This is the registry's own pipeline: give --base main to compare.", err=True)
    day = date or registry.network.as_of or today()
    found = replay(registry, other, day, since)
    commit = commit_at(root, base)
    if form == "json":
        click.echo(json.dumps(_object(registry, found, commit), indent=2))
    else:
        click.echo(text(registry, other, found, str(pipeline), commit))


def _other(registry: "Registry", file: Path) -> "Pipeline":
    """The pipeline in a file. Raises a usage error for one that `hero check` would refuse."""
    from hero.cli import report
    from hero.registry.diagnostic import Severity
    from hero.registry.registry import Registry
    from hero.rules import check
    from hero.rules.rounds import Over

    path = POLICIES["pipeline"][0]
    try:
        with file.open("rb") as stream:
            raw = stream.read(POLICY_BYTES + 1)
    except OSError as error:
        raise Failed(f"{file} cannot be read: {error.strerror}") from error
    # Without the ideas: those that stand in stages of the other pipeline are no fault of this one.
    there = Registry.read(Over(registry.source, {path: raw}), only=lambda _: False)
    faults = [
        each for each in check(there) if each.place.path == path and each.severity is Severity.ERROR
    ]
    if faults:
        # The report ends with what to do about a registry, and this is none.
        said = report.text(there, faults[:FAULTS]).splitlines()[:-2]
        click.echo("\n".join(said), err=True)
        more = f" and {len(faults) - FAULTS} more" if len(faults) > FAULTS else ""
        raise click.UsageError(f"{file}, read as {path}, has these faults{more}.")
    return there.pipeline


def _object(registry: "Registry", found: "Replay", commit: "Commit") -> dict[str, Any]:
    """What programs read: all decisions, and what would differ."""
    return {
        "network": registry.network.name,
        "as_of": found.day.isoformat(),
        "since": found.since.isoformat() if found.since else None,
        "commit": commit.name,
        "clean": commit.clean,
        "same": found.same,
        "decisions": [_judged(each) for each in found.decisions],
        "changed": [
            {"here": _judged(each.here), "there": _judged(each.there)} for each in found.changed
        ],
        "deadlines": [
            {"here": _owed(each.here, found.day), "there": _owed(each.there, found.day)}
            for each in found.deadlines
        ],
        "figures": [
            {
                "metric": each.metric,
                "of": each.of,
                "statistic": each.statistic,
                "here": each.here,
                "there": each.there,
            }
            for each in found.figures
        ],
    }


_WORDS = {"holds": "allowed", "missing": "refused", "unknown": "unknown"}


def _judged(judged: "Judged") -> dict[str, Any]:
    made = judged.decision
    return {
        "idea": judged.slug,
        "number": judged.number,
        "date": made.date.isoformat(),
        "from": made.from_,
        "to": made.to,
        "by": made.by,
        "state": _WORDS[judged.state],
        "why": list(judged.why),
    }


def _owed(owed: "Owed | None", day: dt.date) -> dict[str, Any] | None:
    if owed is None:
        return None
    return {
        "idea": owed.about,
        "stage": owed.stage,
        "what": owed.what,
        "since": owed.since.isoformat() if owed.since else None,
        "on": owed.on.isoformat(),
        "met_on": owed.met_on.isoformat() if owed.met_on else None,
        "state": owed.state(day),
    }
