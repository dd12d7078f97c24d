"""What both pictures of the network share: a unit with its name, and somebody as a dot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hero.culture.ties.net import Member, Net
from hero.site.charts.letters import BOLD, fitted, wrapped
from hero.site.network_layout import COLUMN, Block, Point
from hero.site.window import Window

#: The height of a line of words, their size where they are largest, and between edge and words.
LINE, SIZE, PAD = 20, 18, 8


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words in a group; `login` where it names somebody, `kind` is how it looks."""

    x: int
    y: int
    text: str
    kind: str
    login: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A unit in the picture, or a half of one. `anchor` is the end of its words that stands at x.

    `radius`: of the disc that its people fill, where they have one, with its middle at `disc`.
    """

    x: int
    y: int
    width: int
    height: int
    anchor: str
    words: tuple[Words, ...]
    alone: bool
    disc: Point = (0, 0)
    radius: int = 0


@dataclass(frozen=True, slots=True)
class Dot:
    """A person in the picture."""

    x: int
    y: int
    login: str
    name: str
    unit: str
    broker: bool


def by_unit(found: Net) -> dict[str | None, list[Member]]:
    """The people of each unit that has any, units by name; those of no known unit last."""
    of: dict[str | None, list[Member]] = {unit: [] for unit in (*found.units, None)}
    for member in found.members.values():
        of[member.unit].append(member)
    return {unit: those for unit, those in of.items() if those}


def called(unit: str | None) -> str:
    """A unit as people read it."""
    return unit.replace("-", " ").capitalize() if unit else "Unit not known"


def titled(unit: str | None) -> list[str]:
    """The name of a unit in as many lines as it takes, each short enough for a column."""
    return wrapped(called(unit), (COLUMN - 2 * PAD) / SIZE / BOLD)


def group(block: Block, words: Sequence[Words], anchor: str, alone: bool) -> Group:
    """A unit in its place, without a disc."""
    return Group(block.x, block.y, COLUMN, block.height, anchor, tuple(words), alone)


def dot(window: Window, member: Member, place: Point, broker: bool) -> Dot:
    """Somebody at a place."""
    return Dot(*place, member.login, name_of(window, member), called(member.unit), broker)


def name_of(window: Window, member: Member) -> str:
    """The name that the site uses for somebody."""
    return window.names.get(member.login.lower(), member.login)


def short(names: Sequence[str], room: int) -> Mapping[str, str]:
    """Each name as there is room for it: the first part, and more where two share that."""
    parts = [name.split() or [name] for name in names]
    firsts = [first for first, *_ in parts]
    found = {}
    for name, (first, *rest) in zip(names, parts, strict=True):
        shared = firsts.count(first) > 1 and rest
        found[name] = fitted(f"{first} {rest[-1][0]}." if shared else first, room / SIZE)
    return found
