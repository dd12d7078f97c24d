"""`hero advocates`: who helps, what waits on them, and where the network is thin."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hero.cli.registry import root_option
from hero.cli.since import date_option

if TYPE_CHECKING:
    from hero.advocates.coverage import Carrier, Coverage, Covered
    from hero.registry.registry import Registry


@click.command("advocates")
@root_option
@date_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def command(root: Path, date: dt.date | None, form: str) -> int:
    """Show who helps, what waits on them, and where the network is thin.

    Load is what waits on an advocate, not what they were ever given. Thin is a theme or a unit
    that nobody covers, that hangs on one person, or whose people can take nothing today.

    \b
    Examples:
      hero advocates
      hero advocates --format json
    """
    from hero.advocates.coverage import coverage
    from hero.cli.assign_rosters import refused, set_up, standing

    registry, day = standing(root, date)
    if refused(registry):
        return 1
    found = coverage(registry, set_up(root, registry, day))
    if form == "json":
        click.echo(json.dumps(_data(registry, found, day), indent=2))
    else:
        for line in _text(registry, found, day):
            click.echo(line)
    return 0


def _data(registry: "Registry", found: "Coverage", day: dt.date) -> dict[str, Any]:
    carriers = [
        {
            **{name: value for name, value in asdict(each).items() if name != "here"},
            "free": each.free,
            "available": each.here,
        }
        for each in found.carriers
    ]
    return {
        "network": registry.network.name,
        "date": day.isoformat(),
        "advocates": carriers,
        "themes": [asdict(each) for each in found.themes],
        "units": [asdict(each) for each in found.units],
        "thin": [*_gaps(found)],
    }


def _text(registry: "Registry", found: "Coverage", day: dt.date) -> Iterator[str]:
    from hero.cli.columns import aligned
    from hero.cli.report import printable
    from hero.process.turn import day_in_words
    from hero.registry.phrases import counted

    here = [each for each in found.carriers if not each.shadow]
    free = sum(each.free for each in here)
    room = f"room for {counted(free, 'idea')} more" if free else "no room for another idea"
    name = printable(registry.network.name)
    yield f"{name}, {day_in_words(day)}: {counted(len(here), 'advocate')}, {room}."
    yield ""
    head = ("who", "unit", "load", "helps", "", "waits on them")
    yield from aligned([head, *map(_carrier, found.carriers)], frozenset({0, 1, 4, 5}))
    for title, those in (("theme", found.themes), ("unit", found.units)):
        yield ""
        rows = [(title, "open ideas", "advocates"), *map(_covered, those)]
        yield from aligned(rows, frozenset({0, 2}))
    if gaps := [*_gaps(found)]:
        yield from ("", "WHERE IT IS THIN")
        yield from (f"- {printable(each)}" for each in gaps)


def _carrier(each: "Carrier") -> tuple[str, ...]:
    """Load is shown against capacity; `helps` counts all open ideas with a seat of theirs."""
    state = "shadow" if each.shadow else "" if each.here else "not available"
    load = f"{len(each.waits)} of {each.capacity}"
    return each.login, each.unit or "", load, str(len(each.holds)), state, ", ".join(each.waits)


def _covered(each: "Covered") -> tuple[str, ...]:
    from hero.cli.report import printable

    names = [name if name in each.free else f"({name})" for name in each.advocates]
    return printable(each.name), str(each.ideas), ", ".join(names) or "nobody"


def _gaps(found: "Coverage") -> Iterator[str]:
    """What is thin, the worst first: nobody, nobody today, one person alone."""
    for kind, those in (("theme", found.themes), ("unit", found.units)):
        for each in those:
            if not each.advocates:
                yield f"Nobody covers the {kind} {each.name}."
    for kind, those in (("theme", found.themes), ("unit", found.units)):
        for each in those:
            if each.advocates and not each.free:
                yield f"Nobody of the {kind} {each.name} can take an idea today."
    for each in found.themes:
        if len(each.advocates) == 1:
            yield f"The theme {each.name} hangs on {each.advocates[0]} alone."
