"""The file that the idea browser reads: every value once, rows newest first, small."""

import json
from typing import Any

import pytest

from hero.site.find import data
from hero.site.find.data import FACETS, find_download
from hero.site.window import Window
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
    assert ["unsure", "Not sorted yet"] in held["values"]["theme"]


def test_many_ideas_leave_their_summaries_out(monkeypatch: pytest.MonkeyPatch) -> None:
    window = Window(registry({"faster": IDEA}), EDITION)
    assert read(window)["ideas"][0][2]
    monkeypatch.setattr(data, "WITH_SUMMARIES", 0)
    assert not read(window)["ideas"][0][2]


def test_no_ideas_are_no_rows() -> None:
    assert read(Window(registry(), EDITION))["ideas"] == []
