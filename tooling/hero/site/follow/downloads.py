"""What makes each file for those who follow or build on the site."""

from collections.abc import Callable, Container, Iterable, Iterator
from functools import partial

from hero.site.follow.agenda import agenda
from hero.site.follow.badge import badge
from hero.site.follow.feeds import atom, feed_of, feeds, json_feed
from hero.site.follow.sheet import sheet
from hero.site.page import Download
from hero.site.window import Window

MakeDownload = Callable[[], Download]


def chosen(window: Window, only: Container[str] | None) -> Iterable[str]:
    """All ideas, or those of `only`."""
    ideas = window.registry.ideas
    return ideas if only is None else [slug for slug in ideas if slug in only]


def follow_makers(
    window: Window, site_url: str | None = None, only: Container[str] | None = None
) -> Iterator[MakeDownload]:
    """Feeds, the calendar, the table and the badges. Making one costs nothing until called."""
    for feed in feeds(window):
        yield partial(atom, window, site_url, feed)
        yield partial(json_feed, window, site_url, feed)
    for slug in chosen(window, only):
        yield partial(of_idea, atom, window, site_url, slug)
        yield partial(of_idea, json_feed, window, site_url, slug)
        yield partial(badge, window, slug)
    yield partial(agenda, window, site_url)
    yield partial(sheet, window, site_url)


def of_idea(
    make: Callable[..., Download], window: Window, site_url: str | None, slug: str
) -> Download:
    """A form of the feed of one idea, which is looked up only when it is made."""
    return make(window, site_url, feed_of(window, slug))
