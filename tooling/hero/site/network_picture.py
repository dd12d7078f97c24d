"""The picture of the network: discs, dots, and lines or bands between them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from hero.culture.ties.brokers import Brokers
from hero.culture.ties.net import Member, Net, Tie
from hero.culture.ties.reach import UnitReach
from hero.site.network_layout import Disc, Layout, laid_out
from hero.site.window import Window

#: Up to so many people, each has a name in the picture, and lines go from one to another. Of more,
#: only the brokers have names, and a band between two units stands for all ties between them.
NAMED = 60
#: The widest band, in pixels.
WIDEST = 16


@dataclass(frozen=True, slots=True)
class Dot:
    """A person in the picture."""

    x: int
    y: int
    login: str
    name: str
    unit: str
    broker: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A unit in the picture; `id` None: of no known unit. `label` is how far down its name is."""

    id: str | None
    x: int
    y: int
    radius: int
    label: int
    isolated: bool


def picture(
    window: Window, found: Net, chosen: Brokers, units: tuple[UnitReach, ...]
) -> dict[str, object]:
    """The picture's parts, in the order in which they are drawn."""
    alone = {each.unit for each in units if each.isolated}
    of: dict[str | None, list[Member]] = {each.unit: [] for each in units}
    for member in found.members.values():
        of.setdefault(member.unit, []).append(member)
    of = {unit: those for unit, those in of.items() if those}
    named = len(found.members) <= NAMED
    layout = laid_out([len(those) for those in of.values()], named)
    dots = _dots(window, of, layout, chosen, named)
    lines = [tie for tie in found.ties if named or found.unit(tie.one) == found.unit(tie.two)]
    # The strongest last, so that they lie on top.
    lines.sort(key=lambda tie: (tie.weight, tie.one, tie.two))
    return {
        "width": layout.width,
        "height": layout.height,
        "groups": [
            _group(unit, disc, layout, unit in alone)
            for unit, disc in zip(of, layout.discs, strict=True)
        ],
        "dots": list(dots.values()),
        "lines": [_line(found, dots, tie) for tie in (lines if named else strongest(lines))],
        "bands": [] if named else bands(units, dict(zip(of, layout.discs, strict=True))),
        "named": named,
    }


def _group(unit: str | None, disc: Disc, layout: Layout, isolated: bool) -> Group:
    """A unit with its name on the outer side, where few lines go."""
    upper = 2 * disc.y <= layout.height
    label = disc.y - disc.radius + 16 if upper else disc.y + disc.radius - 8
    return Group(unit, disc.x, disc.y, disc.radius, label, isolated)


def _dots(
    window: Window,
    of: Mapping[str | None, list[Member]],
    layout: Layout,
    chosen: Brokers,
    named: bool,
) -> dict[str, Dot]:
    dots = {}
    for (unit, those), disc in zip(of.items(), layout.discs, strict=True):
        for member, (x, y) in zip(those, disc.places, strict=True):
            name = window.names.get(member.login.lower(), member.login)
            broker = member.key in chosen.keys
            dots[member.key] = Dot(x, y, member.login, name, unit or "", broker, named or broker)
    return dots


def strongest(ties: Iterable[Tie]) -> list[Tie]:
    """Of ties in order, the last one of each person: what is left where there are too many."""
    last: dict[str, Tie] = {}
    for tie in ties:
        last[tie.one] = last[tie.two] = tie
    return list({(tie.one, tie.two): tie for tie in last.values()}.values())


def bands(
    units: Iterable[UnitReach], discs: Mapping[str | None, Disc]
) -> list[tuple[int, int, int, int, int]]:
    """A band for each two units that are tied: its ends, and a width that grows with the ties."""
    found = [
        (each.unit, other, ties) for each in units for other, ties in each.to if each.unit < other
    ]
    most = max((ties for _, _, ties in found), default=1)
    return [
        (discs[one].x, discs[one].y, discs[two].x, discs[two].y, round(WIDEST * sqrt(ties / most)))
        for one, two, ties in found
    ]


def _line(found: Net, dots: Mapping[str, Dot], tie: Tie) -> tuple[int, int, int, int, str]:
    """A line: its ends, and its class, which says whether it goes across and how strong it is."""
    one, two = dots[tie.one], dots[tie.two]
    across = found.unit(tie.one) != found.unit(tie.two)
    kind = f"{'across' if across else 'within'}{min(3, tie.ideas)}"
    return one.x, one.y, two.x, two.y, kind
