"""The table of ideas: all of them, and one stage's, in pages."""

from markupsafe import Markup

from hero.site import address
from hero.site.assets import FIND, sealed
from hero.site.find.data import PATH, shortened
from hero.site.find.values import FACETS
from hero.site.follow.offer import feed_at, offer
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
    feed = feed_at(pieces, address.listing(stage))
    body = render(
        "ideas",
        head=_head(pieces, stage, title),
        p=pieces,
        find=_find(pieces) if first else None,
        script=sealed(FIND),
        total=len(window.newest),
        table=table(pieces, cut(slugs, number, pages), title) if slugs else None,
    )
    shown = f"{title}, page {number}" if number > 1 else title
    description = "Every idea with its stage, whose turn it is and when it last moved."
    return Page(address.listing(stage, number), shown, description, body, "ideas", feed=feed)


def _head(pieces: Pieces, stage: str | None, title: str) -> Markup:
    """What stands above the table on each of its pages, made once for all of them."""
    kept = pieces.window.derived(_heads)
    key = (pieces.root, stage)
    if key not in kept:
        window = pieces.window
        kept[key] = render(
            "ideas_head",
            p=pieces,
            title=title,
            means=window.stages[stage].means if stage else None,
            stage=stage,
            counts=[(each, len(ideas)) for each, ideas in window.by_stage.items()],
            total=len(window.newest),
            # Of all ideas the page has a view of its own beside it.
            offer=offer(pieces, feed_at(pieces, address.listing(stage))) if stage else None,
        )
    return kept[key]


def _heads(_: object) -> dict[tuple[str, str | None], Markup]:
    return {}


def _find(pieces: Pieces) -> Markup:
    short = shortened(pieces.window)
    return render("find", p=pieces, path=PATH, facets=FACETS, short=short)
