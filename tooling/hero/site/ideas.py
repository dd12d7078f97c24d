"""The table of ideas: all of them, and one stage's, in pages."""

from hero.site import address
from hero.site.page import Page
from hero.site.pieces import Pieces
from hero.site.templates import render

#: Rows a page. More than this is slow to scroll on a phone and to lay out anywhere.
ROWS = 500


def numbers(rows: int) -> range:
    """The numbers of the pages that so many rows take; an empty table takes one."""
    return range(1, max(1, -(-rows // ROWS)) + 1)


def ideas_page(pieces: Pieces, stage: str | None, number: int) -> Page:
    """One page of the table; `stage` None: all ideas."""
    window = pieces.window
    slugs = window.newest if stage is None else window.by_stage[stage]
    found = window.stages[stage] if stage else None
    title = f"Ideas: {found.name}" if found else "Ideas"
    body = render(
        "ideas",
        p=pieces,
        title=title,
        means=found.means if found else None,
        stage=stage,
        counts=[(each, len(ideas)) for each, ideas in window.by_stage.items()],
        total=len(window.newest),
        slugs=slugs[(number - 1) * ROWS : number * ROWS],
        number=number,
        last=numbers(len(slugs))[-1],
    )
    shown = f"{title}, page {number}" if number > 1 else title
    description = "Every idea with its stage, whose turn it is and when it last moved."
    return Page(address.listing(stage, number), shown, description, body, "ideas")
