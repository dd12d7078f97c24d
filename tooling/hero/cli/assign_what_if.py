"""`hero assign --what-if ROSTER.yml`: who would change, and how what people carry would shift."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import click

from hero.advocates.what_if import Carried, Change, Comparison, compare
from hero.cli import report
from hero.cli.assign_rosters import earlier_rosters, refused, roster_faults, standing
from hero.cli.columns import aligned
from hero.cli.paint import colour, paint
from hero.process.turn import day_in_words
from hero.registry.failure import Failed
from hero.registry.phrases import both, counted
from hero.registry.policies import Roster
from hero.registry.registry import POLICIES, POLICY_BYTES, Registry, load
from hero.rules.rounds import Over

_PATH = POLICIES["roster"][0]


def run(root: Path, file: Path, date: dt.date | None, form: str) -> int:
    """Print how the plan would differ; 1, and no plan, where either roster has faults."""
    registry, day = standing(root, date)
    if refused(registry):
        return 1
    other = _with(registry, file)
    if roster_faults(other):
        click.echo(_told(other, file), nl=False, color=colour())
        click.echo(f"Nobody was chosen: {file} has to be mended first.", err=True)
        return 1
    found = compare(registry, other.roster, day, earlier_rosters(root))
    if form == "json":
        click.echo(json.dumps(_data(found), indent=2))
    else:
        for line in _text(registry, found, file):
            click.echo(line)
    return 0


def _with(registry: Registry, file: Path) -> Registry:
    """The registry with the roster of a file in place of its own; the ideas are not read again.

    Raises Failed where the file cannot be read.
    """
    try:
        with file.open("rb") as stream:
            raw = stream.read(POLICY_BYTES + 1)
    except OSError as error:
        raise Failed(f"{file} cannot be read: {error.strerror or error}") from error
    source = Over(registry.source, {_PATH: raw})
    value, problems = load(source, _PATH, POLICY_BYTES, Roster)
    return replace(
        registry,
        source=source,
        roster=value or Roster(advocates=()),
        sound=registry.sound - {"roster"} if problems else registry.sound,
        problems=(*(each for each in registry.problems if each.path != _PATH), *problems),
    )


def _told(registry: Registry, file: Path) -> str:
    """The diagnostics, under the name of the file that they are about."""
    from hero.rules import check

    found = [each for each in check(registry) if each.place.path == _PATH]
    told = report.text(registry, found, paint).split("\n")
    # How many ideas there are, and what to check again, is said of a registry, not of this file.
    end = max(number for number, line in enumerate(told) if "= docs:" in line) + 1
    text = "".join(f"{line}\n" for line in told[:end])
    return text.replace(_PATH, report.printable(str(file)))


def _data(found: Comparison) -> dict[str, Any]:
    return {
        "date": found.before.on.date.isoformat(),
        "changes": [
            {
                "slug": each.slug,
                "before": list(each.before),
                "after": list(each.after),
                "gone": [
                    {"login": login, "reasons": [reason.value for reason in reasons]}
                    for login, reasons in each.gone
                ],
            }
            for each in found.changes
        ],
        "carried": [asdict(each) for each in found.carried],
        "unassigned": list(found.unfilled),
    }


def _text(registry: Registry, found: Comparison, file: Path) -> Iterator[str]:
    day = day_in_words(found.before.on.date)
    ideas = f"{len(found.changes)} of {len(found.before.assignments)} open ideas"
    yield report.printable(f"{registry.network.name}, {day}, with {file}:")
    yield f"{ideas} would have other advocates." if found.changes else "No idea would change."
    for each in found.changes:
        yield from ("", *_change(each))
    if found.unfilled:
        yield from ("", f"Nobody could take {both(list(found.unfilled))} any more.")
    shifted = [each for each in found.carried if _shifts(each)]
    if shifted:
        yield from ("", "IDEAS THAT WAIT ON THEM")
        head = ("who", "now", "as planned", "with it", "takes")
        yield from aligned([head, *map(_row, shifted)], frozenset({0}))
    calm = len(found.carried) - len(shifted)
    if shifted and calm:
        yield f"For {counted(calm, 'other')} nothing shifts." if calm > 1 else "One stays as is."


def _change(each: Change) -> Iterator[str]:
    yield f"{each.slug}: {_list(each.before)} -> {_list(each.after)}"
    for login, reasons in each.gone:
        yield f"  {login} {both([reason.words for reason in reasons])}"


def _list(logins: tuple[str, ...]) -> str:
    return ", ".join(logins) or "nobody"


def _shifts(each: Carried) -> bool:
    return each.before != each.after or each.capacity_before != each.capacity_after


def _row(each: Carried) -> tuple[str, ...]:
    before, after = _takes(each.capacity_before), _takes(each.capacity_after)
    takes = before if before == after else f"{before} -> {after}"
    return each.login, str(each.now), str(each.before), str(each.after), takes


def _takes(capacity: int | None) -> str:
    return "off it" if capacity is None else str(capacity)
