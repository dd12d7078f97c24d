"""The file that the idea browser reads: every value once, rows newest first, small."""

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.site.find import data
from hero.site.find.data import find_download
from hero.site.find.folded import folded
from hero.site.find.texts import PIECE, searched
from hero.site.find.values import FACETS
from hero.site.idea import idea_page
from hero.site.pieces import Pieces
from hero.site.window import Window
from hero.technology.mkdocs_search import in_sections
from tests.site.memory import EDITION, IDEA, registry

MOVED = """
proposed_on: 2026-09-01
stage: trying
advocates: [Ann]
decisions: [{date: 2026-09-03, from: proposed, to: trying, by: Ann, because: Yes.}]
"""


def read(window: Window) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(find_download(window).content)
    return held


def facets(held: dict[str, Any], number: int) -> dict[str, list[str]]:
    """The names of an idea's values."""
    row = dict(zip(held["columns"], held["ideas"][number], strict=True))
    places = {name: row[name] if isinstance(row[name], list) else [row[name]] for name in FACETS}
    return {
        name: [held["values"][name][place][0] for place in some if place >= 0]
        for name, some in places.items()
    }


def test_a_row_says_where_an_idea_stands() -> None:
    held = read(Window(registry({"faster": IDEA + MOVED}), EDITION))
    assert facets(held, 0) == {
        "stage": ["trying"],
        "theme": ["speed"],
        "unit": [],
        "challenge": [],
        "advocate": ["ann"],
        "turn": ["builder"],
        "seeks": ["builder"],
        "age": ["quarter"],
    }
    row = dict(zip(held["columns"], held["ideas"][0], strict=True))
    assert (row["title"], row["summary"]) == ("Make it faster", "Make it fast.")
    assert row["moved"] - row["proposed"] == 2
    assert held["looks"][1] == "active4"


def test_the_newest_move_is_first_and_unknown_values_are_kept() -> None:
    odd = IDEA.replace("theme: speed", "theme: unsure")
    held = read(Window(registry({"odd": odd, "faster": IDEA + MOVED}), EDITION))
    assert [row[0] for row in held["ideas"]] == ["faster", "odd"]
    assert facets(held, 1)["theme"] == ["unsure"]
    assert ["unsure", "Theme not set"] in held["values"]["theme"]


def test_many_ideas_leave_their_summaries_out(monkeypatch: pytest.MonkeyPatch) -> None:
    window = Window(registry({"faster": IDEA}), EDITION)
    assert "Make it fast." in read(window)["ideas"][0]
    monkeypatch.setattr(data, "WITH_SUMMARIES", 0)
    held = read(window)
    assert "Make it fast." not in held["ideas"][0]
    assert len(held["columns"]) == len(held["ideas"][0])


def test_no_ideas_are_no_rows() -> None:
    assert read(Window(registry(), EDITION))["ideas"] == []


def test_people_units_and_tags_are_written_once() -> None:
    more = MOVED.replace("advocates: [Ann]", "advocates: [Ann]\nbuilder: Cy\ntags: [night, day]")
    window = Window(registry({"faster": IDEA.replace("[bea]", "[Ann, bea]") + more}), EDITION)
    held = read(window)
    row = dict(zip(held["columns"], held["ideas"][0], strict=True))
    people = [login for login, _ in held["values"]["people"]]
    assert [people[each] for each in row["proposers"]] == ["ann", "bea"]
    assert people[row["who"]] == "cy"
    assert [held["values"]["tag"][each][0] for each in row["tags"]] == ["night", "day"]
    # The roster alone says where Ann works.
    assert facets(held, 0)["unit"] == ["core"]
    assert held["values"]["unit"] == [["core", "Core"]]
    assert held["linked"] == 2


@pytest.mark.parametrize(
    ("days", "age"),
    [(0, "week"), (7, "week"), (8, "month"), (30, "month"), (31, "quarter"), (90, "quarter"),
     (91, "year"), (365, "year"), (366, "longer")],
)  # fmt: skip
def test_an_age_ends_with_its_last_day(days: int, age: str) -> None:
    on = EDITION.as_of - dt.timedelta(days)
    held = read(Window(registry({"faster": f"{IDEA}proposed_on: {on}\n"}), EDITION))
    assert facets(held, 0)["age"] == [age]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Plain words … no more", ""),
        ("Inês Zieliński met Zieliński", "Ines Zielinski"),
        ("Große Straße, Łódź", "Grosse Strasse Lodz"),
        ("e\u0301tude", "etude"),
    ],
)
def test_words_are_found_as_every_keyboard_writes_them(text: str, words: str) -> None:
    assert folded(text) == words


@given(st.text())
def test_what_is_folded_is_ascii(text: str) -> None:
    assert folded(text).isascii()


def test_search_meets_an_idea_a_few_sentences_at_a_time() -> None:
    long = "A quagga is slow. " * 40
    idea = IDEA.replace("It is slow.", long).replace("Make it faster", "Ünder <b>")
    window = Window(registry({"faster": idea + MOVED}), EDITION)
    place = "ideas/faster.html"
    other = {"location": "x.html", "title": "Inês", "text": "<p>Here.</p>"}
    docs = in_sections([{"location": place, "title": "", "text": ""}, other], searched(window))
    assert [doc["location"] for doc in docs] == [
        place,
        *(f"{place}#{anchor}" for anchor in ("problem", "proposal", "benefit", "decisions")),
        "x.html",
    ]
    assert docs[0]["title"] == "Ünder &lt;b&gt;"
    assert docs[0]["text"].startswith("<p>Make it fast.<span hidden>Under</span></p>")
    pieces = docs[1]["text"].split("</p>")[:-1]
    assert len(pieces) > 3
    assert all(len(piece) <= PIECE + len("<p>") for piece in pieces)
    assert docs[-1]["text"] == "<p>Here.</p><span hidden>Ines</span>"


def test_sections_of_search_are_sections_of_the_page() -> None:
    window = Window(registry({"faster": IDEA + MOVED + "first_step: Ask.\n"}), EDITION)
    headings = {each.id for each in idea_page(Pieces(window, "../"), "faster").headings}
    parts = searched(window)["ideas/faster.html"]
    assert {part.anchor for part in parts} - {""} <= headings
    assert len(parts) > 5
