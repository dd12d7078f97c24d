"""`hero assign --backtest`: whom Hero would have chosen for proposals of the past."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hero.cli.report import printable
from hero.registry.failure import Failed

if TYPE_CHECKING:
    from hero.advocates.backtest.measures import Worth
    from hero.advocates.backtest.report import Measured, Report
    from hero.advocates.backtest.rows import Fault

#: So many malformed lines are told one by one; a file of another kind has thousands.
TOLD = 20
_WIDTH = 14
_HEAD = ("", "hit@2", "qualified", "any qual.", "worst", "Gini", "top-10", "most open", "over cap.")


def run(file: Path, since: dt.date | None, form: str) -> int:
    """Print the back-test of a file; 1 where lines were malformed and left out.

    Raises Failed where the file cannot be read, or where no row is left to replay.
    """
    from hero.advocates.backtest.report import back_test
    from hero.advocates.backtest.rows import read_rows
    from hero.technology.import_files import SOURCE_BYTES, read_whole

    text = read_whole(file, SOURCE_BYTES).decode(errors="replace").removeprefix("\ufeff")
    rows, faults = read_rows(text)
    click.echo("".join(f"{line}\n" for line in _left_out(file, faults)), err=True, nl=False)
    report = back_test(rows, faults, since)
    if report is None:
        raise Failed(f"{file} has nothing to replay: {_why(len(rows), since)}", _MEND)
    if form == "json":
        click.echo(json.dumps(report.as_data(), indent=2))
    else:
        click.echo("\n".join(_text(report)))
    return int(bool(faults))


_MEND = (
    "rows are JSON Lines with key, title, authors, reviewers, approvers, category, participating, "
    "created and abstract; `--from DATE` replays what is no older"
)


def _why(rows: int, since: dt.date | None) -> str:
    from hero.advocates.backtest.replay import WARM_UP

    if since is not None:
        return f"of its {rows} rows none that names a reviewer is from {since} or later"
    return f"it has {rows} rows, and the first {WARM_UP} are the warm-up"


def _left_out(file: Path, faults: "list[Fault]") -> Iterator[str]:
    for fault in faults[:TOLD]:
        yield printable(f"{file}:{fault.line}: left out: {fault.why}")
    if len(faults) > TOLD:
        yield printable(f"{file}: {len(faults) - TOLD} further lines are left out")


def _text(report: "Report") -> Iterator[str]:
    yield f"{report.scenes} proposals from {report.first} to {report.last}, replayed in order."
    if report.unnamed:
        yield f"{report.unnamed} that name no reviewer are left out."
    yield ""
    yield _row(_HEAD)
    humans, ceiling = report.humans, report.ceiling
    yield _row(("humans", "", *_shares(humans, "qualified", "any_qualified"),
                f"{humans['worst_expertise']:.1f}", *_shares(humans, "gini", "top10_share"),
                f"{humans['max_open']:.0f}", _share(humans["over_capacity"])))  # fmt: skip
    yield _row(("best possible", _share(ceiling["hit_at_2"]), "", _share(ceiling["any_qualified"])))
    for name, measured in report.policies.items():
        yield _row((name.replace("_", " "), *_measures(measured.worth)))
    yield from ("", "By fairness weight (* is what Hero is shipped with):", "")
    own = report.policies["hero"].worth
    for weight, worth in report.frontier:
        yield _row((f"{weight}{' *' if worth == own else ''}", *_measures(worth)))
    yield from ("", *_interval(report.policies["hero"]), "", *_LEGEND)


def _interval(measured: "Measured") -> Iterator[str]:
    """Where Hero's shares lie with other proposals of the same kind."""
    spans = (
        f"{name.replace('_', ' ')} {_share(low)} to {_share(high)}"
        for name, (low, high) in measured.interval.items()
    )
    yield f"Hero, 95 % of 1,000 draws: {', '.join(spans)}."


_LEGEND = (
    "hit@2: one of the two is among those whom people chose. qualified: of the two, and any qual.:",
    "at least one, helped three or more earlier proposals of the group. worst: how many the better",
    "one helped, over the worst-served tenth. top-10: what share of the seats ten people hold.",
)


def _measures(worth: "Worth") -> tuple[str, ...]:
    shares = (worth.hit_at_2, worth.qualified, worth.any_qualified)
    spread = (worth.gini, worth.top10_share)
    worst, most = f"{worth.worst_expertise:.1f}", f"{worth.max_open:.1f}".removesuffix(".0")
    return (*map(_share, shares), worst, *map(_share, spread), most, _share(worth.over_capacity))


def _shares(values: dict[str, float], *names: str) -> tuple[str, ...]:
    return tuple(_share(values[name]) for name in names)


def _share(value: float) -> str:
    return f"{value:.3f}"


def _row(cells: Iterable[str]) -> str:
    first, *rest = cells
    return (f"{first:<{_WIDTH}}" + "".join(f"{cell:>11}" for cell in rest)).rstrip()
