"""`hero assign`: who should help which idea, why, and how well that would have gone in the past."""

import datetime as dt
from pathlib import Path

import click

from hero.cli.registry import root_option
from hero.cli.since import date_option, day


@click.command("assign")
@click.argument("idea", required=False, metavar="SLUG|PATH")
@root_option
@click.option("--all", "every", is_flag=True, help="All open ideas, chosen for together.")
@click.option("--explain", is_flag=True, help="Everybody's terms, or why they are left out.")
@date_option
@click.option("--write", is_flag=True, help="Record the plan in the ideas' files.")
@click.option(
    "--what-if",
    "roster",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="ROSTER.yml",
    help="Who would change with this roster, and how load would shift.",
)
@click.option(
    "--backtest",
    "rows",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Replay dated proposals with their real reviewers (JSON Lines).",
)
@click.option(
    "--from",
    "since",
    metavar="DATE",
    callback=lambda _ctx, _param, value: None if value is None else day(value),
    help="Replay what is no older; else the first 150 rows are only looked back on.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def command(
    idea: str | None,
    root: Path,
    every: bool,
    explain: bool,
    date: dt.date | None,
    write: bool,
    roster: Path | None,
    rows: Path | None,
    since: dt.date | None,
    form: str,
) -> int:
    """Choose advocates for ideas: by what they know, what waits on them, and who is there.

    Prints a plan, the same on every machine. Who is recorded stays; only free seats are filled,
    and those of people who left or passed. A path may be the file of an idea that is not in the
    registry yet. Ideas that were changed by --write go into a pull each.

    \b
    Examples:
      hero assign ssh-certificates --explain
      hero assign --all --write
      hero assign --what-if roster-of-next-year.yml
      hero assign --backtest proposals.jsonl --from 2022-01-01
    """
    given = {"SLUG|PATH": idea, "--all": every, "--what-if": roster, "--backtest": rows}
    _sort_out([name for name, value in given.items() if value], write, explain, since)
    if rows:
        from hero.cli import backtest

        return backtest.run(rows, since, form)
    if roster:
        from hero.cli import assign_what_if

        return assign_what_if.run(root, roster, date, form)
    from hero.cli import assign_plan

    return assign_plan.run(root, idea, assign_plan.Asked(date, explain, write, form))


def _sort_out(asked: list[str], write: bool, explain: bool, since: dt.date | None) -> None:
    """Raise a usage error where what is asked for does not go together."""
    if len(asked) != 1:
        raise click.UsageError("Give just one of SLUG|PATH, --all, --what-if and --backtest.")
    plans = asked[0] in ("SLUG|PATH", "--all")
    if write and not plans:
        raise click.UsageError("--write records a plan; it goes with SLUG|PATH or --all.")
    if explain and not plans:
        raise click.UsageError("--explain goes with SLUG|PATH or --all.")
    if since and asked[0] != "--backtest":
        raise click.UsageError("--from goes with --backtest.")
