"""The picture of a small network: people in their units, ideas between them, and who is in which.

An idea is a mark of its own, tied to its people. That takes fewer lines than tying each two of
them, and shows what a tie is made of.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hero.culture.ties.brokers import Brokers
from hero.culture.ties.net import Member, Net
from hero.site.network_group import (
    LINE,
    PAD,
    Dot,
    Group,
    Words,
    by_unit,
    called,
    dot,
    group,
    name_of,
    short,
    titled,
)
from hero.site.network_layout import COLUMN, WIDTH, Block, Field, Point, columns, curve
from hero.site.pieces import looks
from hero.site.window import Window

#: Up to so many people and ideas are shown one by one.
PEOPLE, IDEAS = 60, 120
#: From one person to the next, and the room that a mark takes.
ROW, CELL = 22, (17, 17)
#: How far a dot is from the inner edge of its group, and its name from it.
INWARD, BESIDE = 14, 11
#: The radius of a dot.
DOT = 5
#: A unit with more of all people than this stands on both sides.
HALVED = 0.6

Halves = Sequence[tuple[str | None, Sequence[Member]]]


@dataclass(frozen=True, slots=True)
class Mark:
    """An idea in the picture, with the line to each of its people.

    `units` are those of its people; of more than one, it reaches across.
    """

    x: int
    y: int
    slug: str
    title: str
    stage: str
    look: str
    people: int
    units: tuple[str, ...]
    lines: str


def people_picture(
    window: Window, found: Net, chosen: Brokers, alone: frozenset[str]
) -> dict[str, object]:
    """The picture's parts, in the order in which they are drawn."""
    halves = _halves(by_unit(found), len(found.members))
    heights = [LINE * len(titled(unit)) + ROW * len(those) + 2 * PAD for unit, those in halves]
    blocks, height = columns(heights, Field.least(len(found.together), CELL))
    names = short(
        [name_of(window, each) for each in found.members.values()], COLUMN - INWARD - BESIDE
    )
    dots: dict[str, Dot] = {}
    groups = []
    for (unit, those), block in zip(halves, blocks, strict=True):
        placed = _placed(window, those, block, len(titled(unit)), chosen)
        dots |= placed
        groups.append(_group(unit, block, list(placed.values()), names, unit in alone))
    return {
        "height": height,
        "groups": groups,
        "dot": DOT,
        "dots": [dots[key] for key in found.members],
        "marks": _marks(window, found, dots, Field(height, CELL)),
        "stages": _stages(window, found),
    }


def _halves(of: Mapping[str | None, list[Member]], people: int) -> Halves:
    """The units with their people; one that would leave a side empty stands on both."""
    parts: list[tuple[str | None, Sequence[Member]]] = []
    for unit, those in of.items():
        half = -(-len(those) // 2) if len(those) > max(2, HALVED * people) else len(those)
        parts += [(unit, those[:half])] + [(unit, those[half:])] * (half < len(those))
    return parts


def _placed(
    window: Window, those: Sequence[Member], block: Block, titles: int, chosen: Brokers
) -> dict[str, Dot]:
    top = block.y + PAD + LINE * titles + ROW // 2
    x = block.inward(INWARD)
    return {
        each.key: dot(window, each, (x, top + ROW * number), each.key in chosen.keys)
        for number, each in enumerate(those)
    }


def _group(
    unit: str | None, block: Block, dots: Sequence[Dot], names: Mapping[str, str], alone: bool
) -> Group:
    x = block.inward(INWARD + BESIDE)
    titles = [
        Words(block.inward(PAD), block.y + PAD + LINE * number - 5, text, "unit-name")
        for number, text in enumerate(titled(unit), 1)
    ]
    people = [Words(x, each.y + 5, names[each.name], "name", each.login) for each in dots]
    return group(block, [*titles, *people], "end" if block.left else "start", alone)


def _marks(window: Window, found: Net, dots: Mapping[str, Dot], field: Field) -> list[Mark]:
    # By slug, so that the order in which files are read moves no mark.
    together = sorted(found.together.items())
    ends = [[(dots[key].x, dots[key].y) for key in keys] for _, keys in together]
    places = field.place(ends)
    marks = []
    for (slug, keys), to, place in zip(together, ends, places, strict=True):
        stage = window.stage(slug)
        marks.append(
            Mark(
                *place,
                slug,
                window.registry.ideas[slug].title,
                stage.name,
                looks(stage, window.registry.pipeline.stages),
                len(keys),
                tuple(sorted({called(found.unit(key)) for key in keys})),
                "".join(curve(each, _edge(each), place) for each in to),
            )
        )
    return marks


def _edge(dot: Point) -> int:
    return dot[0] + (INWARD if dot[0] < WIDTH / 2 else -INWARD)


def _stages(window: Window, found: Net) -> list[tuple[str, str]]:
    """The stages that are in the picture, with their looks."""
    there = {window.stage(slug).id for slug in found.together}
    stages = window.registry.pipeline.stages
    return [(each.name, looks(each, stages)) for each in window.stages.values() if each.id in there]
