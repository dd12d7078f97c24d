"""What stands before every choice: a registry on a day, and rosters that can be relied on."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import click

from hero.advocates.from_registry import Setting, setting, unsound
from hero.cli import report
from hero.cli.changed import standing_day
from hero.cli.paint import colour, paint
from hero.cli.registry import read
from hero.process.flow.past import past
from hero.registry.diagnostic import Diagnostic, Severity
from hero.registry.failure import Failed
from hero.registry.policies import Roster
from hero.registry.registry import POLICIES, Registry

#: So many earlier rosters are looked at for logins that were changed since.
EARLIER = 100
#: What leaves it open who somebody is. Other faults of a roster are told, and choosing goes on.
BLOCKING = ("roster-double",)
_PATH = POLICIES["roster"][0]


def standing(root: Path, date: dt.date | None) -> tuple[Registry, dt.date]:
    """The registry, as it was on a day where one is given, and the day at which a choice stands."""
    registry = read(root)
    if date is None:
        return registry, standing_day(registry)
    return past(registry, date), date


def set_up(root: Path, registry: Registry, day: dt.date) -> Setting:
    """All that choices depend on."""
    return setting(registry, day, earlier_rosters(root))


def refused(registry: Registry) -> bool:
    """Say why nobody can be chosen, where policies cannot be relied on; False where they can.

    Of faults that do not matter so much, a line on stderr tells.
    """
    found = roster_faults(registry)
    names = unsound(registry)
    paths = {POLICIES[name][0] for name in names}
    blocking = [each for each in found if each.place.path in paths or each.rule in BLOCKING]
    if not names and not blocking:
        for each in found:
            click.echo(f"Note: {report.printable(f'{_PATH}: {each.message}')}.", err=True)
        return False
    click.echo(report.text(registry, blocking, paint), nl=False, color=colour())
    click.echo("Nobody was chosen: the files above decide who may be.", err=True)
    return True


def roster_faults(registry: Registry) -> list[Diagnostic]:
    """The errors in the policies that choices stand on: all where one cannot be read, else those
    of the roster that its own rules find."""
    from hero.rules import check

    if names := unsound(registry):
        paths = {POLICIES[name][0] for name in names}
        return [each for each in check(registry) if each.place.path in paths and _error(each)]
    found = [each for each in _quickly(registry) if each.place.path == _PATH]
    if not any(each.rule in BLOCKING for each in found):
        return found
    return [each for each in check(registry) if each.place.path == _PATH and _error(each)]


def _quickly(registry: Registry) -> Iterator[Diagnostic]:
    """What the rules say that look at the roster; the ideas are not held against any."""
    from hero.rules import period_order, roster_double, roster_expertise, time_zone_unknown

    for rule in (roster_double, roster_expertise, period_order, time_zone_unknown):
        yield from rule.check(registry, None)


def _error(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is Severity.ERROR


def earlier_rosters(root: Path) -> tuple[Roster, ...]:
    """The rosters that git remembers, the oldest first: they know logins that were changed.

    None outside of git, and none that cannot be read.
    """
    from hero.technology.git import opened, run

    try:
        repository = opened(root)
        top = Path(str(repository.working_tree_dir or root)).resolve()
        path = (root.resolve() / _PATH).relative_to(top).as_posix()
        log = run(repository, "log", f"-{EARLIER}", "--format=%H", "--", path)
        texts = [_text(root, f"{commit}:{path}") for commit in reversed(log.decode().split())]
    except (Failed, ValueError):
        return ()
    return tuple(roster for raw in texts if raw and (roster := _roster(raw)))


def _text(root: Path, name: str) -> bytes | None:
    from hero.technology.git import opened, run

    try:
        return run(opened(root), "cat-file", "blob", name)
    except Failed:
        return None


def _roster(raw: bytes) -> Roster | None:
    from hero.registry.parse import parse
    from hero.registry.schema import fit

    data = parse(_PATH, raw).data
    return fit(_PATH, Roster, data)[0] if isinstance(data, dict) else None
