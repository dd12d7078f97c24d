"""The page of the scorecard: four letters, each on a level, each level a fact."""

import datetime as dt

from hero.culture.scorecard.fact import LETTERS, Named
from hero.culture.scorecard.ladder import LEVELS
from hero.culture.scorecard.score import Standing, levels, scorecard
from hero.site.checks import ground_of, grounds_of, shown
from hero.site.page import Heading, Page
from hero.site.pieces import Pieces
from hero.site.templates import render
from hero.site.window import Window

PATH = "scorecard/index.html"
#: The letters of PACT as people read them, and the playbook of each.
NAMES = {letter: letter.capitalize() for letter in LETTERS}


def scorecard_page(pieces: Pieces) -> Page:
    """What the network's own facts say of it today, what is next, and how it was."""
    window = pieces.window
    standings = window.derived(_standings)
    headings = [Heading(each.letter, NAMES[each.letter]) for each in standings]
    headings += [Heading("over-time", "Over time"), Heading("how", "How it is worked out")]
    body = render(
        "scorecard",
        p=pieces,
        letters=[_letter(pieces, each) for each in standings],
        levels=LEVELS,
        names=NAMES,
        past=history(window),
        network=window.registry.network,
        as_of=window.edition.as_of,
    )
    description = (
        "How mature the network is, by its own facts: process, advocates, culture, technology."
    )
    return Page(
        PATH, "Scorecard", description, body, "scorecard", tuple(headings), None, description
    )


def _standings(window: Window) -> tuple[Standing, ...]:
    return scorecard(ground_of(window)).letters


def speaks_of(window: Window) -> frozenset[str]:
    """The ideas that the page names, by slug."""
    outcomes = (
        outcome for each in window.derived(_standings) for rung in each.rungs for outcome in rung
    )
    parts = (part for outcome in outcomes for part in outcome.reading.parts)
    return frozenset(part.id for part in parts if isinstance(part, Named) and part.kind == "idea")


def history(window: Window) -> list[tuple[dt.date, list[int]]]:
    """The levels on the days that the site shows, oldest first."""
    found = [(each.day, levels(each)) for each in window.derived(grounds_of)]
    return [(day, [at[letter] for letter in LETTERS]) for day, at in found]


def _letter(pieces: Pieces, standing: Standing) -> dict[str, object]:
    """A letter: its level, the checks of each level, and what keeps it from the next."""
    return {
        "id": standing.letter,
        "name": NAMES[standing.letter],
        "level": standing.level,
        "rungs": [
            (number, LEVELS[number][0], [shown(pieces, each) for each in rung])
            for number, rung in enumerate(standing.rungs, 1)
        ],
        "next": [each.check.fact.name for each in standing.next],
    }
