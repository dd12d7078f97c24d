"""Figures as a terminal shows them: a table for each question, and what each figure is."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hero.cli import figure_rows as rows
from hero.cli.columns import Row, aligned
from hero.cli.figure_rows import Names
from hero.cli.report import printable
from hero.process.metrics import METRICS, Measured
from hero.process.turn import day_in_words

if TYPE_CHECKING:
    from hero.process.metrics import Report
    from hero.technology.commit import Commit

#: The most columns of a line of prose.
WIDTH = 100

#: Each table: its title, its rows, and the metrics that it shows.
SECTIONS = (
    (
        "HOW LONG IT TAKES",
        rows.times,
        ("first-reply", "first-decision", "cycle-time", "time-in-stage"),
    ),
    ("WHAT WAS PROMISED", rows.promises, ("promises-kept",)),
    (
        "WHAT CAN BE SHOWN FOR IT",
        rows.parts,
        ("reasons", "evaluated", "revised", "measured", "kill-rate"),
    ),
    ("WHAT CAME AND WHAT LEFT", rows.quarters, ("arrivals", "throughput")),
    ("HOW FAR EACH QUARTER'S IDEAS GOT", rows.cohorts, ("conversion",)),
    ("WHAT IS IN PROGRESS", rows.progress, ("in-progress",)),
)


def text(report: "Report", commit: "Commit", names: Names) -> str:
    """The whole report. `names` are what stages are called."""
    figures = report.whole.figures or {}
    parts = [_head(report, commit)]
    for title, make, metrics in SECTIONS:
        table = _table(list(make(figures, names)), title)
        parts.append("\n".join([*table, "", *_definitions(metrics)]))
    if report.by:
        parts.append("\n".join(_groups(report)))
    return "\n".join(printable(line) for line in "\n\n".join(parts).split("\n"))


def _head(report: "Report", commit: "Commit") -> str:
    since = f", since {day_in_words(report.since)}" if report.since else ""
    counted = f"{report.whole.n:,} idea{'s' * (report.whole.n != 1)}"
    lines = [
        f"{report.network}, {day_in_words(report.day)}{since}, {commit.words}.",
        f"{counted}, of them {report.duplicates:,} duplicate and {report.imported:,} imported, "
        "which are no part of times and cohorts.",
    ]
    if report.unread:
        lines.append(f"{report.unread:,} more could not be read; `hero check` says why.")
    return "\n".join(lines)


def _definitions(metrics: Sequence[str]) -> Iterator[str]:
    """What each metric of a table is, in its own words."""
    for metric in METRICS:
        if metric.id in metrics:
            said = f"{metric.name}: {metric.definition}"
            yield from textwrap.wrap(said, WIDTH, initial_indent="  ", subsequent_indent="    ")


def _table(lines: Sequence[Row], title: str = "") -> Iterator[str]:
    """Lines with their columns aligned, numbers to the right; the title stands in the heading."""
    heading, *others = lines
    return aligned([(title or heading[0], *heading[1:]), *others], left=frozenset({0}))


def _groups(report: "Report") -> Iterator[str]:
    """The figures that most ask for, group by group."""
    heading = ("ideas", "first reply", "first decision", "final decision", "kept", "in use")
    lines: list[Row] = [("", *heading)]
    for name, group in report.groups.items():
        lines.append((rows.clipped_row(name), *_of_group(group)))
    yield from _table(lines, f"BY {report.by}".upper())
    yield ""
    said = (
        "Medians of days as above, the share of deadlines kept, and the ideas that ever came into "
        "use; a dash stands for what rests on fewer than five. The other formats have all figures."
    )
    yield from textwrap.wrap(said, WIDTH, initial_indent="  ", subsequent_indent="    ")


def _of_group(group: Measured) -> Iterator[str]:
    yield rows.number(group.n)
    if group.figures is None:
        yield from ["-"] * 5
        return
    for metric in ("first-reply", "first-decision", "cycle-time"):
        sign = "≤ " * (metric == "first-reply")
        yield rows.number(group.figures[metric][0].values.get("median"), sign)
    yield rows.percent(group.figures["promises-kept"][0].values.get("share"))
    yield rows.number(group.figures["throughput"][0].values.get("in_use"))
