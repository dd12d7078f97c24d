"""The picture of a large network: units, and between each two of them the ideas that they share."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil, sqrt

from hero.culture.ties.brokers import Brokers
from hero.culture.ties.net import CROWD, Member, Net
from hero.process.flow.figure import FEWEST
from hero.site.charts.letters import wrapped
from hero.site.network_group import (
    LINE,
    PAD,
    SIZE,
    Dot,
    Group,
    Words,
    by_unit,
    called,
    dot,
    name_of,
    titled,
)
from hero.site.network_layout import COLUMN, WIDTH, Block, Field, Point, columns, curve, sunflower
from hero.site.window import Window

#: Up to so many people each have a dot; more are a disc alone.
DOTS = 1000
#: The radius of a disc: the largest where units are few, where they are many, and the smallest.
LARGEST, SMALLER, FEW, LEAST = 52, 28, 12, 8
#: The radius of the largest dot and of the smallest, and how many widths ties have.
DOT, SPOT, WIDTHS = 4.0, 1.4, 4
#: The room that a mark takes; of more pairs, those that share most are drawn.
CELL, MARKS = (48, 30), 40

Pair = tuple[str | None, str | None]
Shared = Mapping[Pair, int]


@dataclass(frozen=True, slots=True)
class Shares:
    """Two units, `unit` being the first, and what they share; `ideas` None: too few people to say.

    `wide` is from 1 to WIDTHS: the more, the wider the tie.
    """

    x: int
    y: int
    unit: str | None
    one: str
    two: str
    ideas: int | None
    wide: int
    line: str


def shared_by(found: Net) -> Shared:
    """How many ideas each two units share, by name; people of no known unit are one more."""
    pairs: Counter[Pair] = Counter()
    for keys in found.together.values():
        if len(keys) <= CROWD:
            here = sorted({found.unit(key) for key in keys}, key=lambda unit: (unit is None, unit))
            pairs.update(combinations(here, 2))
    return pairs


def units_picture(
    window: Window, found: Net, chosen: Brokers, alone: frozenset[str], shared: Shared
) -> dict[str, object]:
    """The picture's parts, in the order in which they are drawn."""
    of = by_unit(found)
    most = max(len(those) for those in of.values())
    largest = LARGEST if len(of) <= FEW else SMALLER
    radii = [max(LEAST, round(largest * sqrt(len(those) / most))) for those in of.values()]
    told = [_told(window, unit, those, chosen) for unit, those in of.items()]
    heights = [LINE * len(words) + 2 * r + 3 * PAD for words, r in zip(told, radii, strict=True)]
    blocks, height = columns(heights)
    groups = {
        unit: _group(block, words, radius, unit in alone)
        for unit, block, words, radius in zip(of, blocks, told, radii, strict=True)
    }
    dots = [each for unit in of for each in _dots(window, of[unit], groups[unit], chosen)]
    field = Field(height, CELL)
    drawn = _drawn(shared, min(MARKS, 3 * len(field.cells) // 4))
    sizes = {unit: len(those) for unit, those in of.items()}
    return {
        "height": height,
        "dot": min(DOT, max(SPOT, round(largest / sqrt(most) / 2, 1))),
        "groups": list(groups.values()),
        "dots": dots if len(dots) <= DOTS else [each for each in dots if each.broker],
        "shares": _shares(groups, sizes, drawn, field),
        "pairs": len(shared),
    }


def _told(
    window: Window, unit: str | None, those: Sequence[Member], chosen: Brokers
) -> list[tuple[str, str, str]]:
    """What stands above a disc: (text, kind, login); a unit of few people has no number."""
    lines = [(text, "unit-name", "") for text in titled(unit)]
    if len(those) >= FEWEST:
        lines.append((f"{len(those):,} people", "note", ""))
    for each in those:
        if each.key in chosen.keys:
            name = wrapped(name_of(window, each), COLUMN / SIZE)
            lines += [(text, "name", each.login) for text in name]
    return lines


def _group(block: Block, told: Sequence[tuple[str, str, str]], radius: int, alone: bool) -> Group:
    words = tuple(
        Words(block.middle, block.y + PAD + LINE * number - 5, text, kind, login)
        for number, (text, kind, login) in enumerate(told, 1)
    )
    disc = (block.middle, block.y + block.height - PAD - radius)
    return Group(
        block.x, block.y, COLUMN, block.height, "middle", words, alone, disc, radius
    )  # fmt: skip


def _dots(window: Window, those: Sequence[Member], of: Group, chosen: Brokers) -> list[Dot]:
    """The people of a unit in its disc; brokers last, at its rim, where they stand apart."""
    inside = sorted(those, key=lambda each: each.key in chosen.keys)
    places = sunflower(*of.disc, of.radius, len(those))
    return [
        dot(window, each, place, each.key in chosen.keys)
        for each, place in zip(inside, places, strict=True)
    ]


def _drawn(shared: Shared, most: int) -> list[tuple[Pair, int]]:
    """The pairs that share most, those with the fewest first so that the widest lie on top."""
    ranked = sorted(shared.items(), key=lambda each: (-each[1], [*map(called, each[0])]))
    return ranked[:most][::-1]


def _shares(
    groups: Mapping[str | None, Group],
    sizes: Mapping[str | None, int],
    drawn: Sequence[tuple[Pair, int]],
    field: Field,
) -> list[Shares]:
    ends = [[groups[unit].disc for unit in pair] for pair, _ in drawn]
    most = max((ideas for _, ideas in drawn), default=1)
    found = []
    for (pair, ideas), to, place in zip(drawn, ends, field.place(ends), strict=True):
        few = any(sizes[unit] < FEWEST for unit in pair)
        found.append(
            Shares(
                place[0],
                place[1],
                pair[0],
                called(pair[0]),
                called(pair[1]),
                None if few else ideas,
                ceil(WIDTHS * sqrt(ideas / most)),
                "".join(curve(each, _edge(each), place) for each in to),
            )
        )
    return found


def _edge(disc: Point) -> int:
    return disc[0] + (COLUMN // 2 if disc[0] < WIDTH / 2 else -COLUMN // 2)
