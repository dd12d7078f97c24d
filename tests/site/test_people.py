"""Pages of people: what waits, the thanks, what they gave; and nothing that blames or ranks."""

import html
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from hero.registry.lived import Contribution, Recognition
from hero.registry.registry import Registry
from hero.site import person, thanked
from hero.site.people import ONE_LIST, people_page
from hero.site.person import person_page
from hero.site.pieces import Pieces
from hero.site.thanked import badge, badge_path, crew_of
from hero.site.themes import theme_page, themes_page
from hero.site.window import Window
from hero.technology.folder import Folder
from tests.site.memory import EDITION, IDEA, POLICIES, ROSTER, Texts, registry

EXAMPLE = Registry.read(Folder(Path(__file__).parents[2]))
WINDOW = Window(EXAMPLE, EDITION)


def words(markup: object) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", str(markup))).split())


def page(login: str, window: Window = WINDOW, number: int = 1) -> str:
    return person_page(Pieces(window, "../"), login, number).body


def test_the_queue_has_an_address_and_what_is_asked() -> None:
    body = page("example-sigrid")
    assert '<h2 id="queue">Waiting here</h2>' in body
    assert "ssh-certificates.html" in body.partition('id="thanks"')[0]
    assert "What is asked: first decision." in words(body)


def test_who_builds_or_explores_has_a_queue_too() -> None:
    assert "Nothing waits" not in words(page("example-lotte"))
    assert "Nothing waits for Mei Tanaka." in words(page("example-mei"))


def test_no_page_says_late_or_counts_somebody() -> None:
    """ssh-certificates is past its ten days; that is said on the idea, and of nobody."""
    for login in WINDOW.logins:
        said = words(page(login).partition('<h2 id="ideas"')[0]).lower()
        assert not re.search(r"\b(late|overdue|median|due by|within)\b", said), login
        assert not re.search(r"\b\d+ (ideas?|evaluations?|reviews?|turns?)\b", said), login


def test_thanks_name_the_ideas_and_show_a_badge() -> None:
    said = words(page("example-samina"))
    assert "Thank you for finding out that it should stop, and saying so: Two quiet hours" in said
    assert 'alt="Thanks: Ending well"' in page("example-samina")
    assert words(page("example-ines")).count("Quiet nights") == 2, "thanked, and it is asked"


def test_evaluations_stand_there_newest_first() -> None:
    body = page("example-mei").partition('id="given"')[2]
    dates = re.findall(r'datetime="([^"]+)"', body)
    assert dates == sorted(dates, reverse=True)
    assert len(dates) == 3
    assert "Drivers knew it was windy as well." in body


def test_much_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(person, "NAMED", 2)
    monkeypatch.setattr(person, "WAITING", 0)
    monkeypatch.setattr(person, "JUDGED", 1)
    window = Window(EXAMPLE, EDITION)
    assert "and more, below" in words(page("example-mei", window))
    assert "Nothing waits" in words(page("example-sigrid", window))
    assert page("example-mei", window).count("<dl>") == 1


def test_a_long_list_has_no_summaries(monkeypatch: pytest.MonkeyPatch) -> None:
    summary = WINDOW.summary("no-friday-deploys")
    assert summary in words(page("example-grace"))
    monkeypatch.setattr(person, "SUMMED", 1)
    assert summary not in words(page("example-grace"))


def test_later_pages_are_ideas_alone() -> None:
    body = page("example-mei", number=2)
    assert "queue" not in body
    assert "Thank you" not in body


def test_headings_lead_to_sections() -> None:
    for login in WINDOW.logins:
        made = person_page(Pieces(WINDOW, "../"), login, 1)
        ids = set(re.findall(r'id="([^"]+)"', made.body))
        assert {heading.id for heading in made.headings} <= ids, login


def test_badges_are_images_that_run_nothing() -> None:
    for kind in EXAMPLE.recognition.kinds:
        made = badge(kind)
        assert made.path == badge_path(kind)
        assert f"thanks: {kind.name}" in made.content.decode()
    hostile = Contribution(
        id="x", name='</title><script>alert(1)</script>"', acts=("proposed",), thanks="<b>so</b>"
    )
    tags = {node.tag.rpartition("}")[2] for node in ET.fromstring(badge(hostile).content).iter()}  # noqa: S314 (because: it was made here)
    assert tags == {"svg", "title", "rect", "g", "text"}
    window = Window(replace(EXAMPLE, recognition=Recognition(kinds=(hostile,))), EDITION)
    body = page("example-ada", window)
    assert "<script>" not in body
    assert "<b>so</b>" not in body


def test_a_crew_is_everybody_who_had_a_part_in_an_answer() -> None:
    crew = {each.kind.id: each.logins for each in crew_of(WINDOW, "half-the-wait")}
    assert crew["ending-well"] == ("example-samina",)
    assert crew["building"] == ("example-emeka", "example-kofi")
    assert thanked.crew_of(WINDOW, "nothing-such") == ()


def test_themes_say_what_they_lack() -> None:
    said = words(themes_page(Pieces(WINDOW, "../")).body)
    assert said.count("It hangs on one advocate: a second one is looked for.") == 1
    assert said.count("One person has a part in every idea of it.") == 2
    theme = words(theme_page(Pieces(WINDOW, "../"), "security", 1).body)
    assert "It hangs on one advocate" in theme


def test_a_theme_that_nobody_covers() -> None:
    lone = registry({"a": IDEA.replace("theme: speed", "theme: index"), "b": IDEA}, roster=ROSTER)
    said = words(themes_page(Pieces(Window(lone, EDITION), "../")).body)
    assert "Nobody covers it, and one idea of it waits." in said


def test_people_lead_to_the_network() -> None:
    assert "the--network.html" in people_page(Pieces(WINDOW, "../")).body


def test_somebody_without_anything_has_a_page() -> None:
    window = Window(registry({}), EDITION)
    assert "No part in an idea yet." in words(page("ann", window))


def test_many_people_stand_by_unit_or_by_initial_with_ways_to_jump() -> None:
    ideas = {f"i-{n}": IDEA.replace("bea", f"{'xyz'[n % 3]}-{n}") for n in range(ONE_LIST + 1)}
    texts = {f"ideas/2026/{slug}.yml": text for slug, text in ideas.items()} | POLICIES
    each = ", ".join(f"{'xyz'[n % 3]}-{n}: {{unit: u-{n % 2}}}" for n in range(50))
    placed = {"playbooks/culture/people.yml": f"people: {{{each}}}\n"}
    for more, names in ((placed, ["Core", "U 0", "U 1", "Elsewhere"]), ({}, list("AXYZ"))):
        found = Registry.read(Texts(texts | more))
        made = people_page(Pieces(Window(found, EDITION), "../"))
        parts = re.findall(r'<h3 id="(part-\d+)">([^<]+)</h3>', made.body)
        assert [name for _, name in parts] == names
        for anchor, _ in parts:
            assert f'href="#{anchor}"' in made.body
        assert [heading.id for heading in made.headings] == [anchor for anchor, _ in parts]
        assert made.body.count("<li>") == len(parts) + ONE_LIST + 2


def test_a_few_people_are_one_list() -> None:
    made = people_page(Pieces(WINDOW, "../"))
    assert "part-1" not in made.body
    assert made.headings == ()
