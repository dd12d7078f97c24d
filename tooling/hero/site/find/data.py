"""All ideas as one small file that a browser can filter: columns of numbers beside a few words.

A value that many ideas share (a stage, a theme, a person) is written once and meant by its number.
Measured at 10,000 ideas: 1.1 MB with no summaries, 0.3 MB as sent by a host that compresses.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hero.process.turn import seeks
from hero.site.page import Download
from hero.site.pieces import looks
from hero.site.window import Window

PATH = "search/ideas.json"
#: Raised when the columns change, so that an old script does not read a new file.
VERSION = 1
#: Above so many ideas their summaries are left out: they would be two thirds of the file.
WITH_SUMMARIES = 3000
EPOCH = dt.date(1970, 1, 1)

#: The facets in the order in which readers see them: their name, and what none of them is called.
FACETS: Mapping[str, tuple[str, str]] = {
    "stage": ("Stage", "Any stage"),
    "theme": ("Theme", "Any theme"),
    "unit": ("Unit", "Any unit"),
    "challenge": ("Challenge", "Any challenge"),
    "advocate": ("Advocate", "Any advocate"),
    "turn": ("Waits on", "Anybody"),
    "seeks": ("Looks for", "Anything"),
}


@dataclass
class Values:
    """The values of one facet: each once, by the order in which it was first needed."""

    names: dict[str, str]
    places: dict[str, int]

    @classmethod
    def of(cls, names: Mapping[str, str]) -> "Values":
        """Values that are known before, in their own order."""
        return cls(dict(names), {each: place for place, each in enumerate(names)})

    def place(self, value: str) -> int:
        """The number of a value; one that nobody knew is added."""
        if value not in self.places:
            self.places[value] = len(self.places)
            self.names[value] = value
        return self.places[value]


def find_download(window: Window) -> Download:
    """The file. `ideas` has a row an idea, newest move first, in the order of `columns`."""
    values = {
        "stage": Values.of({each.id: each.name for each in window.stages.values()}),
        "theme": Values.of({each.id: each.name for each in window.themes.values()}),
        "unit": Values.of({}),
        "challenge": Values.of({s: each.title for s, each in window.registry.challenges.items()}),
        "advocate": Values.of({}),
        "turn": Values.of({}),
        "seeks": Values.of({}),
    }
    values["theme"].names.setdefault("unsure", "Not sorted yet")
    values["theme"].places.setdefault("unsure", len(values["theme"].places))
    rows = [_row(window, slug, values) for slug in window.newest]
    _named(window, values["advocate"])
    held = {
        "version": VERSION,
        "as_of": _day(window.edition.as_of),
        "columns": ["slug", "title", "summary", *FACETS, "proposed", "moved"],
        "values": {name: list(each.names.items()) for name, each in values.items()},
        "looks": [looks(each, window.registry.pipeline.stages) for each in window.stages.values()],
        "ideas": rows,
    }
    return Download(PATH, json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode())


def _row(window: Window, slug: str, values: Mapping[str, Values]) -> list[Any]:
    idea, turn = window.registry.ideas[slug], window.turn(slug)
    short = len(window.registry.ideas) > WITH_SUMMARIES
    wanted = seeks(idea, window.stage(slug), window.registry.pipeline)
    units = {
        person.unit
        for login in idea.proposers
        if (person := window.people.get(login.lower())) and person.unit
    }
    return [
        slug,
        idea.title,
        "" if short else window.summary(slug),
        values["stage"].place(window.stage(slug).id),
        values["theme"].place(idea.theme),
        _places(values["unit"], sorted(units)),
        values["challenge"].place(idea.challenge) if idea.challenge else -1,
        _places(values["advocate"], (login.lower() for login in idea.advocates)),
        values["turn"].place(turn.role) if turn.role else -1,
        _places(values["seeks"], wanted),
        _day(idea.proposed_on),
        _day(window.moved(slug)),
    ]


def _places(values: Values, some: Iterable[str]) -> list[int]:
    return [values.place(each) for each in some]


def _named(window: Window, advocates: Values) -> None:
    """Give logins the names that the site uses."""
    for login in advocates.names:
        advocates.names[login] = window.names.get(login, login)


def _day(date: dt.date | None) -> int | None:
    """Days since 1970: what a browser turns into a date at once."""
    return (date - EPOCH).days if date else None
