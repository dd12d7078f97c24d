"""Tables of ideas, cut into pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from hero.registry.idea import Idea
from hero.site.pieces import Pieces, joined, when
from hero.site.templates import render

#: Rows a page: twenty thousand pixels on a phone. More is slow to scroll, and to lay out anywhere.
ROWS = 100


@dataclass(frozen=True, slots=True)
class Cut:
    """One page of a table: its rows, its number from 1, and the addresses of all pages."""

    slugs: Sequence[str]
    number: int
    addresses: tuple[str, ...]

    @property
    def near(self) -> list[int | None]:
        """The pages worth a link: both ends, and those 1, 2, 5, 10, 20, 50 … away; None: a gap.

        So many pages have few links each, and every page is a few steps from every other.
        """
        last = len(self.addresses)
        chosen = {1, self.number, last}
        for power in range(len(str(last))):
            for away in (10**power, 2 * 10**power, 5 * 10**power):
                chosen |= {self.number - away, self.number + away}
        found: list[int | None] = []
        for number in sorted(each for each in chosen if 1 <= each <= last):
            if found and found[-1] != number - 1:
                found.append(None)
            found.append(number)
        return found


def numbers(rows: int, each: int = ROWS) -> range:
    """The numbers of the pages that so many rows take; an empty table takes one."""
    return range(1, max(1, -(-rows // each)) + 1)


def cut(slugs: Sequence[str], number: int, addresses: Sequence[str]) -> Cut:
    """The page of this number."""
    return Cut(slugs[(number - 1) * ROWS : number * ROWS], number, tuple(addresses))


def table(pieces: Pieces, part: Cut, label: str) -> Markup:
    """The rows and, where there are several pages, links to all of them."""
    rows = joined(row(pieces, slug) for slug in part.slugs)
    return render("table", p=pieces, rows=rows, part=part, label=label)


def row(pieces: Pieces, slug: str) -> Markup:
    """An idea in a table; kept, since it stands in several."""
    idea = pieces.window.registry.ideas[slug]
    make = partial(_row, pieces, slug, idea)
    return pieces.window.known.of((row, pieces.root), slug, make, idea)


def _row(pieces: Pieces, slug: str, idea: Idea) -> Markup:
    window = pieces.window
    return render(
        "row",
        idea=pieces.idea(slug),
        summary=window.summary(slug),
        theme=pieces.theme(idea.theme),
        proposers=pieces.people(idea.proposers),
        chip=pieces.chip(window.stage(slug).id),
        turn=pieces.turn(slug),
        moved=when(window.moved(slug)),
    )
