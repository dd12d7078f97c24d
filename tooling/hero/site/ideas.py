"""The table of ideas: all of them, and one stage's, in pages."""

from hero.site import address
from hero.site.assets import sealed
from hero.site.find.data import FACETS, PATH
from hero.site.page import Page
from hero.site.pieces import Pieces
from hero.site.table import cut, numbers, table
from hero.site.templates import render


def ideas_page(pieces: Pieces, stage: str | None, number: int) -> Page:
    """One page of the table; `stage` None: all ideas."""
    window = pieces.window
    slugs = window.newest if stage is None else window.by_stage[stage]
    found = window.stages[stage] if stage else None
    title = f"Ideas: {found.name}" if found else "Ideas"
    pages = [address.listing(stage, each) for each in numbers(len(slugs))]
    first = stage is None and number == 1
    body = render(
        "ideas",
        p=pieces,
        title=title,
        means=found.means if found else None,
        stage=stage,
        counts=[(each, len(ideas)) for each, ideas in window.by_stage.items()],
        total=len(window.newest),
        find=render("find", p=pieces, path=PATH, facets=FACETS) if first else None,
        script=sealed("assets/hero-find.js"),
        table=table(pieces, cut(slugs, number, pages), title) if slugs else None,
    )
    shown = f"{title}, page {number}" if number > 1 else title
    description = "Every idea with its stage, whose turn it is and when it last moved."
    return Page(address.listing(stage, number), shown, description, body, "ideas")
