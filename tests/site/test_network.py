"""The picture of the network: where everybody stands, what it says, at 3, 35 and 400 people."""

import html
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import combinations
from math import dist
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.culture.ties.net import Tie
from hero.culture.ties.reach import UnitReach
from hero.registry.registry import Registry
from hero.site.network import network_page
from hero.site.network_layout import BARE, NAMED, Disc, laid_out
from hero.site.network_picture import bands, strongest
from hero.site.pieces import Pieces
from hero.site.window import Window
from hero.technology.folder import Folder
from tests.culture.made import idea, people
from tests.culture.made import registry as made
from tests.site.memory import EDITION, registry

EXAMPLE = Registry.read(Folder(Path(__file__).parents[2]))


def page(of: Registry) -> str:
    return network_page(Pieces(Window(of, EDITION), "../")).body


def words(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def svg(body: str) -> ET.Element:
    return ET.fromstring(body[body.index("<svg") : body.index("</svg>") + 6])  # noqa: S314 (because: it was made here)


def crowd(many: int) -> Registry:
    """So many people in eight units, in ideas of three."""
    units = {f"p{number}": f"unit-{number % 8}" for number in range(many)}
    ideas = [
        idea(f"p{number}", builder=f"p{(number * 7 + 1) % many}", sponsor=f"p{(number * 3) % many}")
        for number in range(many)
    ]
    return made(*ideas, people=people(**units))


@given(st.lists(st.integers(1, 60), min_size=1, max_size=12), st.booleans())
def test_discs_never_meet_and_hold_their_people(sizes: list[int], named: bool) -> None:
    layout = laid_out(sizes, named)
    for one, two in combinations(layout.discs, 2):
        assert dist((one.x, one.y), (two.x, two.y)) >= one.radius + two.radius - 3
    for disc, size in zip(layout.discs, sizes, strict=True):
        assert len(disc.places) == size
        assert all(dist(place, (disc.x, disc.y)) <= disc.radius for place in disc.places)
        assert disc.x > disc.radius
        assert disc.x + disc.radius < layout.width
        assert disc.y > disc.radius
        assert disc.y + disc.radius < layout.height


@given(st.integers(2, 150), st.booleans())
def test_people_stand_apart(size: int, named: bool) -> None:
    (disc,) = laid_out([size], named).discs
    nearest = min(dist(one, two) for one, two in combinations(disc.places, 2))
    assert nearest >= 0.9 * (NAMED if named else BARE)


def test_nobody_moves_when_the_last_of_a_unit_joins() -> None:
    (few,), (more,) = laid_out([9], True).discs, laid_out([10], True).discs
    moved = (more.x - few.x, more.y - few.y)
    for was, now in zip(few.places, more.places, strict=False):
        assert abs(now[0] - was[0] - moved[0]) <= 1
        assert abs(now[1] - was[1] - moved[1]) <= 1


def test_the_example_in_words_and_picture() -> None:
    body = page(EXAMPLE)
    said = words(body)
    assert "74 % of all ties, by their weight, lie across units." in said
    assert "No unit with people in ideas is by itself." in said
    assert "Security and privacy hangs on Sigrid Aune alone." in said
    assert "Brokers, in order of their names: Grace Whitfield , Linus Ekdahl" in said
    drawn = svg(body)
    names = [each.text for each in drawn.iter("text")]
    assert {"Grace", "Platform", "Customer"} <= set(names)
    dots = [each for each in drawn.iter("circle") if "dot" in each.get("class", "")]
    assert len(dots) == 35
    assert sum(each.tag == "path" for each in drawn.iter()) == 121


def test_four_hundred_people_are_bands_and_no_hairball() -> None:
    body = page(crowd(400))
    drawn = svg(body)
    lines = [each for each in drawn.iter("path") if "within" in each.get("class", "")]
    across = [each for each in drawn.iter("path") if "across" in each.get("class", "")]
    banded = [each for each in drawn.iter("path") if each.get("class") == "hero-net__band"]
    assert not across
    assert 0 < len(banded) <= 28
    assert len(lines) <= 400
    assert len(body) < 300_000
    texts = [each.text for each in drawn.iter("text")]
    assert len(texts) <= 8 + 5


def test_units_by_themselves_silent_ones_and_pieces_are_told() -> None:
    of = made(idea("ann", builder="bo"), idea("cy", builder="dan"), idea("gus"))
    said = words(page(of))
    assert "By themselves: Core, Edge, Lone." in said
    assert "Not heard yet: Far." in said
    assert "2 people reach each other over ideas; 3 more are in 2 smaller groups apart." in said
    assert page(of).count("hero-net__unit--alone") == 3


def test_a_small_unit_has_no_numbers() -> None:
    said = words(page(made(idea("ann", builder="cy"), idea("bo", builder="dan"))))
    assert re.search("Core fewer than 5 . Edge", said)
    assert not re.search(r"Edge \d", said)


def test_nobody_at_all_reads_well() -> None:
    empty = network_page(Pieces(Window(registry({}), EDITION), "../"))
    assert "Nobody has a part in an idea yet." in words(empty.body)
    assert empty.headings == ()
    for heading in network_page(Pieces(Window(EXAMPLE, EDITION), "../")).headings:
        assert f'id="{heading.id}"' in page(EXAMPLE)


def test_people_of_no_known_unit_are_in_a_group_of_their_own() -> None:
    body = page(made(idea("eve", builder="ann")))
    assert "Unit not known" in words(body)
    assert "hero-net__band" not in body


@pytest.mark.parametrize("many", [5, 40, 100])
def test_the_same_people_give_the_same_picture(many: int) -> None:
    of = crowd(many)
    slugs = list(of.ideas)[::-1]
    assert page(of) == page(replace(of, ideas={slug: of.ideas[slug] for slug in slugs}))


def test_names_are_escaped() -> None:
    listed = people(ann="core").people["ann"].model_copy(update={"name": "<script>x</script>&"})
    of = made(idea("ann", builder="bo"))
    hostile = replace(of, people=of.people.model_copy(update={"people": {"ann": listed}}))
    body = page(hostile)
    assert "<script>" not in body
    svg(body)


def test_the_strongest_tie_of_each_and_the_widest_band() -> None:
    weak, strong = Tie("a", "b", 1, 1), Tie("b", "c", 9, 3)
    assert strongest([weak, strong]) == [weak, strong]
    assert strongest([weak, Tie("a", "c", 5, 1), strong]) == [Tie("a", "c", 5, 1), strong]
    units = [
        UnitReach("a", 9, 0, (("b", 4), ("c", 16))),
        UnitReach("b", 9, 0, (("a", 4),)),
        UnitReach("c", 9, 0, (("a", 16),)),
    ]
    discs: dict[str | None, Disc] = {}
    for number, name in enumerate("abc"):
        discs[name] = Disc(number, number, 5, ())
    assert bands(units, discs) == [(0, 0, 1, 1, 8), (0, 0, 2, 2, 16)]
