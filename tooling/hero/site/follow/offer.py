"""The line by which a page offers its own feed."""

from markupsafe import Markup

from hero.site.follow.feed import Feed, atom_path, json_path
from hero.site.follow.feeds import by_page
from hero.site.pieces import Pieces
from hero.site.templates import render


def feed_at(pieces: Pieces, page: str) -> Feed | None:
    """The feed of a page; of a list that goes on over several, the path is that of the first."""
    return pieces.window.derived(by_page).get(page)


def offer(pieces: Pieces, feed: Feed | None) -> Markup:
    """One line that leads to both forms; nothing where the page has no feed of its own."""
    if feed is None:
        return Markup("")
    return render(
        "offer", p=pieces, feed=feed, atom=atom_path(feed.name), json=json_path(feed.name)
    )
