"""All ideas as one small file that a browser can filter: columns of numbers beside a few words.

A value that many ideas share (a stage, a theme, a person) is written once and meant by its number.
Measured at 10,000 ideas: 1.1 MB with no summaries, 0.3 MB as sent by a host that compresses.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

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
    ideas = window.registry.ideas
    short = len(ideas) > WITH_SUMMARIES
    known, key = window.known, (find_download, short)
    held_all = (
        known.of(key, slug, partial(_held, window, slug, short), ideas[slug])
        for slug in window.newest
    )
    rows = [_row(each, values) for each in held_all]
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


class Held(NamedTuple):
    """What the file says of an idea, before values become numbers."""

    words: tuple[str, str, str]
    stage: str
    theme: str
    units: list[str]
    challenge: str | None
    advocates: list[str]
    turn: str | None
    seeks: tuple[str, ...]
    days: tuple[int | None, int | None]


def _held(window: Window, slug: str, short: bool) -> Held:
    idea, stage = window.registry.ideas[slug], window.stage(slug)
    at = (window.people.get(login.lower()) for login in idea.proposers)
    return Held(
        words=(slug, idea.title, "" if short else window.summary(slug)),
        stage=stage.id,
        theme=idea.theme,
        units=sorted({person.unit for person in at if person and person.unit}),
        challenge=idea.challenge,
        advocates=[login.lower() for login in idea.advocates],
        turn=window.turn(slug).role,
        seeks=seeks(idea, stage, window.registry.pipeline),
        days=(_day(idea.proposed_on), _day(window.moved(slug))),
    )


def _row(held: Held, values: Mapping[str, Values]) -> list[Any]:
    return [
        *held.words,
        values["stage"].place(held.stage),
        values["theme"].place(held.theme),
        [values["unit"].place(each) for each in held.units],
        values["challenge"].place(held.challenge) if held.challenge else -1,
        [values["advocate"].place(each) for each in held.advocates],
        values["turn"].place(held.turn) if held.turn else -1,
        [values["seeks"].place(each) for each in held.seeks],
        *held.days,
    ]


def _named(window: Window, advocates: Values) -> None:
    """Give logins the names that the site uses."""
    for login in advocates.names:
        advocates.names[login] = window.names.get(login, login)


def _day(date: dt.date | None) -> int | None:
    """Days since 1970: what a browser turns into a date at once."""
    return (date - EPOCH).days if date else None
