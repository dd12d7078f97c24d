"""The board: a column a stage, with how much is in it, since when, and whose turn it is."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hero.process.flow.counts import in_progress
from hero.process.flow.figure import Figure
from hero.registry.pipeline import Stage
from hero.site import address
from hero.site.flow import scene_of
from hero.site.page import Page
from hero.site.pieces import Pieces
from hero.site.templates import render
from hero.site.window import Window

#: The most cards in a column: of ideas that somebody has to act on, and of others.
WAITING, RESTING = 10, 5


@dataclass(frozen=True, slots=True)
class Card:
    """An idea on the board; `days` it has been in its stage, None where that is not known.

    `long`: longer than nine in ten of those that left the stage.
    """

    slug: str
    days: int | None
    long: bool = False
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A stage with its count, its cards, and where the rest is listed."""

    stage: Stage
    count: int
    order: str
    cards: Sequence[Card]
    figure: Mapping[str, int | float | None]

    @property
    def more(self) -> int:
        """How many ideas have no card."""
        return self.count - len(self.cards)

    @property
    def rest(self) -> str:
        """Where the others are listed, in the order of the cards where the table has it."""
        at = self.stage.id
        return address.waiting(at) if self.stage.kind == "active" else address.listing(at)

    @property
    def over(self) -> int:
        """By how many it is above the pipeline's limit; below 0, so many more find room."""
        return -1 if self.stage.limit is None else self.count - self.stage.limit

    @property
    def full(self) -> str | None:
        """That nothing new finds room, and when something would; None where something does."""
        if self.over < 0:
            return None
        first = f"{self.over:,} over" if self.over else "Full"
        leave = "one has" if not self.over else f"{self.over + 1:,} have"
        return f"{first}: nothing new until {leave} left."


def board_page(pieces: Pieces) -> Page:
    """Every stage as a column; of a full one, the ideas that matter most today."""
    window = pieces.window
    figures = {each.of: each for each in in_progress(scene_of(window))}
    made = [column(window, stage, figures.get(stage.id)) for stage in window.stages.values()]
    body = render(
        "board",
        p=pieces,
        bands=[
            ("On the way", [each for each in made if each.stage.kind == "active"]),
            ("At rest or decided", [each for each in made if each.stage.kind != "active"]),
        ],
        total=len(window.newest),
    )
    description = "Every stage with its ideas, how long they have been there, and whose turn it is."
    return Page(address.board(), "Board", description, body, "board", summary=description)


def column(window: Window, stage: Stage, figure: Figure | None) -> Column:
    """A stage's column. Active: the longest there first; paused: the next to come back first."""
    slugs = window.by_stage.get(stage.id, ())
    values = figure.values if figure else {}
    chosen, order = _chosen(window, stage, slugs)
    usual = values.get("usual")
    cards = [_card(window, slug, stage, usual) for slug in chosen]
    return Column(stage, len(slugs), order, cards, values)


def _chosen(window: Window, stage: Stage, slugs: Sequence[str]) -> tuple[Sequence[str], str]:
    """The ideas that get a card, and in what order. `slugs`: the newest move first."""
    ideas = window.registry.ideas
    if stage.kind == "active":
        return slugs[::-1][:WAITING], "Longest here first"
    if stage.kind == "paused":
        back = sorted(slugs, key=lambda slug: (ideas[slug].revisit_on or dt.date.max, slug))
        return back[:RESTING], "Next to come back first"
    return slugs[:RESTING], "Newest first"


def _card(window: Window, slug: str, stage: Stage, usual: int | float | None) -> Card:
    since = window.moved(slug)
    days = max(0, (window.edition.as_of - since).days) if since else None
    long = usual is not None and days is not None and days > usual
    until = window.registry.ideas[slug].revisit_on if stage.kind == "paused" else None
    return Card(slug, days, long, until)
