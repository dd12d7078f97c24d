"""`hero metrics`: how well ideas flow, in figures that anybody can recompute."""

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hero.cli.list_ import cell
from hero.cli.registry import read, root_option
from hero.cli.since import date_option, since_option

if TYPE_CHECKING:
    from hero.process.flow.figure import Figure
    from hero.process.metrics import By, Measured, Report
    from hero.technology.commit import Commit


@click.command("metrics")
@root_option
@since_option
@click.option(
    "--by", type=click.Choice(["theme", "unit", "challenge"]), help="Also for each group of these."
)
@date_option
@click.option("--history", is_flag=True, help="Also read git's history, to count revisions.")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text")
def command(
    root: Path,
    since: dt.date | None,
    by: "By | None",
    date: dt.date | None,
    history: bool,
    form: str,
) -> None:
    """Show how well ideas flow, in figures that anybody can recompute.

    Each figure says what it is, how many it rests on, and at which commit it was computed. Half
    of what is counted is at or below a median, nine in ten at or below a p90. No figure is of a
    person, and none of a group of fewer than five.

    \b
    Examples:
      hero metrics
      hero metrics --since 2026-01-01 --by theme
      hero metrics --date 2025-12-31 --format csv
    """
    from hero.cli.figures import text
    from hero.process.metrics import measure
    from hero.technology.clock import today
    from hero.technology.commit import commit_at

    registry = read(root)
    day = date or registry.network.as_of or today()
    revisions = _revisions(root) if history else None
    report = measure(registry, day, since, by, revisions)
    commit = commit_at(root)
    if form == "json":
        click.echo(json.dumps(_object(report, commit), indent=2))
    elif form == "csv":
        click.echo(_csv(report, commit), nl=False)
    else:
        names = {stage.id: stage.name for stage in registry.pipeline.stages}
        click.echo(text(report, commit, names))


def _revisions(root: Path) -> dict[str, int | None]:
    """Idea to the revisions of its text; where history is cut off, nobody can count them."""
    from hero.technology.history import history

    found = history(root, facts=True)
    if found.shallow_from is not None:
        click.echo("This clone is shallow, so revisions cannot be counted.", err=True)
        return {}
    return {slug: facts.revisions for slug, facts in found.facts.items()}


def _object(report: "Report", commit: "Commit") -> dict[str, Any]:
    """What programs read: definitions and figures once, then those of each group."""
    from hero.process.metrics import METRICS

    described = [
        {
            "id": metric.id,
            "name": metric.name,
            "kind": metric.kind,
            "unit": metric.unit,
            "definition": metric.definition,
            "source": metric.source,
        }
        for metric in METRICS
    ]
    return {
        "network": report.network,
        "as_of": report.day.isoformat(),
        "since": report.since.isoformat() if report.since else None,
        "commit": commit.name,
        "clean": commit.clean,
        "ideas": report.whole.n,
        "imported": report.imported,
        "duplicates": report.duplicates,
        "metrics": described,
        "figures": _figures(report.whole),
        "by": report.by,
        "groups": {
            name: {"ideas": group.n, "figures": _figures(group)}
            for name, group in report.groups.items()
        },
    }


def _figures(measured: "Measured") -> dict[str, list[dict[str, Any]]] | None:
    if measured.figures is None:
        return None
    return {
        name: [{"of": each.of, "n": each.n} | _rounded(each) for each in those]
        for name, those in measured.figures.items()
    }


def _rounded(figure: "Figure") -> dict[str, Any]:
    """The values; shares to four places, so that they read well and are the same everywhere."""
    return {
        name: round(value, 4) if isinstance(value, float) else value
        for name, value in figure.values.items()
    }


COLUMNS = (
    "network", "as_of", "since", "commit", "clean", "by", "group", "metric", "of", "n",
    "statistic", "value", "unit", "definition",
)  # fmt: skip


def _csv(report: "Report", commit: "Commit") -> str:
    """One value a row, each with all that it needs to be understood."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    same = (report.network, report.day, report.since, commit.name, commit.clean)
    for row in _rows(report):
        writer.writerow(cell(value) for value in (*same, *row))
    return out.getvalue()


def _rows(report: "Report") -> Iterator[tuple[Any, ...]]:
    from hero.process.metrics import METRICS

    groups = [("", "", report.whole)]
    groups += [(report.by or "", name, group) for name, group in report.groups.items()]
    for by, name, group in groups:
        for metric in METRICS if group.figures is not None else ():
            for figure in (group.figures or {})[metric.id]:
                for statistic, value in _rounded(figure).items():
                    yield (
                        by, name, metric.id, figure.of, figure.n, statistic, value,
                        metric.unit, metric.definition,
                    )  # fmt: skip
