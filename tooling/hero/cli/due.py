"""`hero due`: what is overdue and what is due next, and from whom."""

import datetime as dt
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hero.cli.registry import read, root_option
from hero.cli.since import date_option

if TYPE_CHECKING:
    from hero.cli.columns import Row
    from hero.process.flow.owed import Owed
    from hero.process.workdays import Clock
    from hero.registry.registry import Registry


@click.command("due")
@root_option
@click.option("--for", "login", metavar="LOGIN", help="Only what waits on this person.")
@click.option(
    "--within",
    type=click.IntRange(min=0),
    default=30,
    metavar="DAYS",
    show_default=True,
    help="How far ahead to look, in calendar days.",
)
@date_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(root: Path, login: str | None, within: int, date: dt.date | None, form: str) -> None:
    """Show what is overdue and what is due next, and from whom.

    Deadlines of stages, readings that pilots promised, parked ideas whose day comes, challenges
    that close. A day is over when it ends where the person lives whom the idea waits for.

    \b
    Examples:
      hero due
      hero due --for example-grace --within 7
      hero due --date 2026-12-01 --format json
    """
    from hero.process.deadlines import Deadlines
    from hero.process.flow.past import past
    from hero.technology.clock import now

    registry = read(root) if date is None else past(read(root), date)
    if login is not None:
        _must_be_known(registry, login)
    clock = date or registry.network.as_of or now()
    chosen = [each for each in Deadlines(registry).open(clock) if _waits_on(each, login)]
    near = [each for each in chosen if _ahead(each, clock) <= within]
    if form == "json":
        click.echo(json.dumps(_object(registry, clock, near), indent=2))
    else:
        _print(registry, near, clock, within, len(chosen) - len(near))


def _waits_on(owed: "Owed", login: str | None) -> bool:
    """Logins are compared as GitHub does, without regard to case."""
    return login is None or login.lower() in (each.lower() for each in owed.who)


def _must_be_known(registry: "Registry", login: str) -> None:
    """Somebody whom no file names is a slip: say so, and who was probably meant."""
    from hero.rules.wording import nearest
    from hero.site.roles import people_of

    known = {each.login for each in registry.roster.advocates} | set(registry.people.people)
    known |= {each.sponsor for each in registry.challenges.values()}
    known |= {name for idea in registry.ideas.values() for _, name in people_of(idea)}
    if login.lower() in (each.lower() for each in known):
        return
    near = nearest(login, known)
    hint = f" Did you mean {near!r}?" if near else " Give a GitHub login."
    raise click.UsageError(f"No file of this registry names {login!r}.{hint}")


def _ahead(owed: "Owed", clock: "Clock") -> int:
    """How many days from the clock's day, as it is in the zone that counts, to the last day."""
    return (owed.on - _day(owed, clock)).days


def _day(owed: "Owed", clock: "Clock") -> dt.date:
    from hero.process.workdays import zone_of

    if isinstance(clock, dt.datetime):
        return clock.astimezone(zone_of(owed.zone)).date()
    return clock


def _object(registry: "Registry", clock: "Clock", owed: Sequence["Owed"]) -> dict[str, Any]:
    """What programs read: the clock, and what is owed by date."""
    return {
        "network": registry.network.name,
        "clock": clock.isoformat(),
        "owed": [
            {
                "about": each.about,
                "kind": each.kind,
                "what": each.what,
                "role": each.role,
                "who": list(each.who),
                "since": each.since.isoformat() if each.since else None,
                "on": each.on.isoformat(),
                "ends_at": each.ends_at.isoformat(),
                "state": each.state(clock),
                "days": _ahead(each, clock),
                "waited": each.waited,
            }
            for each in owed
        ],
    }


def _print(
    registry: "Registry", owed: Sequence["Owed"], clock: "Clock", within: int, later: int
) -> None:
    from hero.cli.report import printable
    from hero.process.turn import day_in_words

    day = clock.date() if isinstance(clock, dt.datetime) else clock
    late = [each for each in owed if each.state(clock) == "overdue"]
    next_ = [each for each in owed if each.state(clock) != "overdue"]
    name = printable(registry.network.name)
    span = {0: "today", 1: "until tomorrow"}.get(within, f"in the next {within} days")
    said = f"{len(late) or 'nothing'} overdue, {len(next_) or 'nothing'} due {span}"
    click.echo(f"{name}, {day_in_words(day)}: {said}.")
    for title, those in (("OVERDUE", late), ("DUE NEXT", next_)):
        if those:
            click.echo(f"\n{title}")
            _table(those, clock)
    notes = [
        *_notes(owed),
        *([f"{later} more later; --within 366 looks further."] if later else []),
    ]
    click.echo("\n" * bool(notes) + "\n".join(notes), nl=bool(notes))


def _notes(owed: Sequence["Owed"]) -> list[str]:
    """What somebody who is told that they are late may wonder about."""
    notes = []
    if any(each.reply for each in owed):
        notes.append(
            "A reply counts where a file shows it: an evaluation, a pass or a decision. "
            "Comments on the forge are not in the files."
        )
    if any(each.waited for each in owed):
        notes.append("* without the days on which the accountable advocate is away.")
    return notes


def _table(owed: Sequence["Owed"], clock: "Clock") -> None:
    """A table that fits a terminal; in a pipe one line each, so that `grep` finds it whole."""
    from hero.cli.columns import aligned
    from hero.cli.report import printable
    from hero.process.turn import day_in_words

    rows = []
    for each in owed:
        what = each.what + "*" * each.waited
        far = _distance(_ahead(each, clock))
        cells = (day_in_words(each.on), far, each.about, what, _who(each))
        rows.append(tuple(map(printable, cells)))
    if sys.stdout.isatty():
        _folded(rows)
    else:
        click.echo("\n".join(aligned(rows, left=frozenset({1, 2, 3, 4}))))


def _folded(rows: "Sequence[Row]") -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    for _ in range(2):
        table.add_column(overflow="fold", min_width=16)
    table.add_column(overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    Console().print(table)


def _distance(days: int) -> str:
    if days == 0:
        return "today"
    many = f"{abs(days)} day{'s' * (abs(days) != 1)}"
    return f"in {many}" if days > 0 else f"{many} late"


def _who(owed: "Owed") -> str:
    return f"{owed.role}: {', '.join(owed.who) or 'nobody yet'}"
