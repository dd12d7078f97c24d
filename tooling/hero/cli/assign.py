"""`hero assign`: who should help an idea, and how well that would have gone in the past."""

import datetime as dt
from pathlib import Path

import click


@click.command("assign")
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
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Replay what is no older; else the first 150 rows are only looked back on.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def command(rows: Path | None, since: dt.datetime | None, form: str) -> int:
    """Choose advocates for ideas.

    \b
    Examples:
      hero assign --backtest proposals.jsonl
      hero assign --backtest proposals.jsonl --from 2022-01-01 --format json
    """
    from hero.cli import backtest

    if rows is None:
        raise click.UsageError("Say what to replay: `hero assign --backtest FILE`.")
    return backtest.run(rows, since.date() if since else None, form)
