"""The network: what the picture shows and says, at 3, 35 and 400 people."""

import html
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from hero.culture.ties.net import net
from hero.registry.registry import Registry
from hero.site.network import network_page
from hero.site.network_units import MARKS
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
    start = body.index('<svg viewBox="0 0 480')
    return ET.fromstring(body[start : body.index("</svg>\n<figcaption") + 6])  # noqa: S314 (because: it was made here)


def crowd(many: int) -> Registry:
    """So many people in eight units, in ideas of three."""
    units = {f"p{number}": f"unit-{number % 8}" for number in range(many)}
    ideas = [
        idea(f"p{number}", builder=f"p{(number * 7 + 1) % many}", sponsor=f"p{(number * 3) % many}")
        for number in range(many)
    ]
    return made(*ideas, people=people(**units))


def marked(drawn: ET.Element, kind: str, look: str) -> list[ET.Element]:
    return [each for each in drawn.iter(kind) if look in each.get("class", "").split()]


def ids(body: str) -> set[str]:
    return set(re.findall(r'id="([^"]+)"', body))


def links(drawn: ET.Element) -> list[str]:
    """Where the marks lead, without the names, which lead where their dots do."""
    return [each.attrib["href"] for each in drawn.iter("a") if not each.get("aria-hidden")]


def test_the_example_in_words_and_picture() -> None:
    body = page(EXAMPLE)
    said = words(body)
    assert "74 % of the 121 ties between people of known units lie across units" in said
    assert "No unit with people in ideas is by itself." in said
    assert "Security and privacy hangs on Sigrid Aune alone." in said
    assert "Brokers, in order of their names: Grace Whitfield , Linus Ekdahl" in said
    drawn = svg(body)
    names = [each.text for each in drawn.iter("text")]
    assert {"Grace", "Platform", "Customer"} <= set(names)
    assert len(marked(drawn, "circle", "hero-net__dot")) == 35
    squares = marked(drawn, "rect", "hero-net__mark")
    assert len(squares) == len(EXAMPLE.ideas)
    assert len({each.get("class") for each in squares}) > 3
    ends = [each.attrib["d"].count("M") for each in marked(drawn, "path", "hero-net__across")]
    assert len(ends) == len(squares)
    assert sum(ends) < 121


def test_every_mark_leads_to_its_page_and_no_key_has_to_step_through_them() -> None:
    body = page(EXAMPLE)
    drawn = svg(body)
    assert {each.get("tabindex") for each in drawn.iter("a")} == {"-1"}
    table = set(re.findall(r'href="([^"]+)"', body[body.index("</svg>\n<figcaption") :]))
    assert set(links(drawn)) <= table
    assert len(links(drawn)) == 35 + len(EXAMPLE.ideas)


def test_an_idea_within_a_unit_looks_unlike_one_across() -> None:
    drawn = svg(page(made(idea("ann", builder="bo"), idea("ann", builder="cy"))))
    assert len(marked(drawn, "path", "hero-net__within")) == 1
    assert len(marked(drawn, "path", "hero-net__across")) == 1
    titles = [each.text or "" for each in drawn.iter("title")]
    assert any("2 people, Core, Edge" in each for each in titles)


def test_four_hundred_people_are_units_and_what_these_share() -> None:
    of = crowd(400)
    body = page(of)
    drawn = svg(body)
    bands = marked(drawn, "path", "hero-net__band")
    assert 0 < len(bands) <= 28
    assert not marked(drawn, "rect", "hero-net__mark")
    assert len(marked(drawn, "circle", "hero-net__dot")) == 400
    assert len(body) < 300_000
    assert "400 people by login" in words(body)
    widths = {each.attrib["class"][-1] for each in bands}
    assert {"4"} < widths <= {"1", "2", "3", "4"}
    assert {each[1:] for each in links(drawn) if each.startswith("#")} <= ids(body)
    numbers = [int(each.text or 0) for each in marked(drawn, "text", "hero-net__number")]
    found = net(of, EDITION.as_of)
    pairs = [len({found.unit(key) for key in keys}) for keys in found.together.values()]
    assert sum(numbers) == sum(each * (each - 1) // 2 for each in pairs)


def test_many_units_are_drawn_as_far_as_there_is_room_and_it_says_so() -> None:
    units = {f"p{number}": f"unit-{number % 30}" for number in range(200)}
    ideas = [
        idea(f"p{number}", builder=f"p{(number * other) % 200}")
        for number in range(200)
        for other in (3, 7, 11)
    ]
    body = page(made(*ideas, people=people(**units)))
    assert len(marked(svg(body), "path", "hero-net__band")) == MARKS
    assert f"the {MARKS} that share most are drawn; the table has all." in words(body)


def test_of_a_small_unit_the_picture_has_no_number() -> None:
    units = {f"p{number}": "small" if number < 3 else "large" for number in range(100)}
    ideas = [idea(f"p{number}", builder=f"p{(number + 2) % 100}") for number in range(100)]
    drawn = svg(page(made(*ideas, people=people(**units))))
    assert not marked(drawn, "text", "hero-net__number")
    assert [each.text for each in marked(drawn, "text", "hero-net__note")] == ["97 people"]
    assert len(marked(drawn, "rect", "hero-net__share")) == 1


def test_units_by_themselves_silent_ones_and_pieces_are_told() -> None:
    of = made(idea("ann", builder="bo"), idea("cy", builder="dan"), idea("gus"))
    said = words(page(of))
    assert "By themselves: Core, Edge, Lone." in said
    assert "Not heard yet: Far." in said
    assert "2 people reach each other over ideas; 3 more are in 2 groups apart." in said
    assert page(of).count("hero-net__unit--alone") == 3


def test_one_person_reaches_nobody_and_two_strangers_neither() -> None:
    assert "Everybody reaches" not in words(page(made(idea("ann"))))
    assert "Nobody works with anybody else yet." in words(page(made(idea("ann"), idea("cy"))))
    assert "1 person by unit" in words(page(made(idea("ann"))))


def test_a_share_says_what_it_rests_on_and_leaves_out() -> None:
    said = words(page(made(idea("ann", builder="cy"), idea("ann", builder="eve"))))
    assert "100 % of the 1 tie between people of known units lies across units" in said
    assert "1 more ends at somebody of no known unit and is left out." in said
    unknown = words(page(made(idea("ann", builder="bo"), people=people())))
    assert "its one tie ends at somebody of no known unit" in unknown


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
    assert "Unit not known" in words(page(made(idea("eve", builder="ann"))))
    units = {f"p{number}": "core" for number in range(70)}
    ideas = [idea(f"p{number}", builder=f"q{number}") for number in range(70)]
    drawn = svg(page(made(*ideas, people=people(**units))))
    assert [each.text for each in marked(drawn, "text", "hero-net__number")] == ["70"]


def test_where_no_unit_is_known_people_stand_on_both_sides() -> None:
    ideas = [idea(f"p{number}", builder=f"p{number + 1}") for number in range(30)]
    drawn = svg(page(made(*ideas, people=people())))
    across = {int(each.attrib["cx"]) for each in marked(drawn, "circle", "hero-net__dot")}
    assert len(across) == 2


@pytest.mark.parametrize("many", [1, 59, 61, 101, 120])
def test_few_people_have_room_for_all_their_ideas(many: int) -> None:
    drawn = svg(page(made(*[idea("ann", builder="bo")] * many, people=people(ann="core"))))
    marks = marked(drawn, "rect", "hero-net__mark")
    assert len({(each.attrib["x"], each.attrib["y"]) for each in marks}) == many


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
