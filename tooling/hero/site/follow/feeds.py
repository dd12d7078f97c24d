"""Feeds: which there are, and each as Atom (RFC 4287) and as JSON Feed (jsonfeed.org, 1.1)."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from html import escape
from io import StringIO
from typing import Any

from hero.site import address
from hero.site.follow.entries import Entry, Happened, happened, named, newest, worded
from hero.site.follow.feed import Feed, atom_path, json_path
from hero.site.page import Download
from hero.site.shell import canonical, link
from hero.site.window import Window

#: Entries in a feed of many ideas: readers ask daily, and a year of moves is no feed.
MOST = 60


def feeds(window: Window) -> Iterator[Feed]:
    """Every feed: all moves, new ideas, and one for each stage, theme, challenge and advocate."""
    make = partial(_feed, window)
    yield make("moves", "What moved", "index.html")
    yield make("new", "New ideas", address.listing())
    for stage in window.stages.values():
        yield make(f"stage--{stage.id}", stage.name, address.listing(stage.id))
    for theme in window.themes.values():
        slugs = window.by_theme.get(theme.id, ())
        yield make(f"theme--{theme.id}", theme.name, address.theme(theme.id), slugs)
    for slug, challenge in window.registry.challenges.items():
        slugs = window.by_challenge.get(slug, ())
        yield make(f"challenge--{slug}", challenge.title, address.challenge(slug), slugs)
    for advocate in window.registry.roster.advocates:
        key = advocate.login.lower()
        slugs = tuple(s for role, s in window.by_person.get(key, ()) if role == "advocate")
        label = f"Ideas that {window.names.get(key, advocate.login)} helps"
        yield make(f"advocate--{key}", label, address.person(key), slugs)


def _feed(window: Window, name: str, label: str, page: str, slugs: tuple[str, ...] = ()) -> Feed:
    network, label = named(window.registry.network.name), named(label)
    return Feed(name, label, f"{network}: {label}", page, slugs)


def feed_of(window: Window, slug: str) -> Feed:
    """The feed of one idea: all that happened to it."""
    title = named(window.registry.ideas[slug].title)
    return Feed(f"ideas/{slug}", "This idea", title, address.idea(slug), (slug,))


def by_page(window: Window) -> Mapping[str, Feed]:
    """The feed of each page that has one, by the page's path."""
    return {feed.page: feed for feed in feeds(window)}


def entries(window: Window, feed: Feed) -> list[Entry]:
    """What a feed holds, the newest first."""
    if feed.slugs:
        kept = newest(happened(window, feed.slugs), MOST)
    else:
        kept = window.derived(of_all).get(feed.name, [])
    return [worded(window, one) for one in kept]


def of_all(window: Window) -> Mapping[str, list[Happened]]:
    """What the feeds of all ideas hold, by their names: found in one pass, for both forms."""
    kinds: dict[str, list[Happened]] = {"moves": [], "new": []}
    kinds |= {f"stage--{stage}": [] for stage in window.stages}
    for one in happened(window, window.registry.ideas):
        kinds["moves" if one.number else "new"].append(one)
        kinds.setdefault(f"stage--{one.stage}", []).append(one)
    return {name: newest(some, MOST) for name, some in kinds.items()}


def atom(window: Window, site_url: str | None, feed: Feed) -> Download:
    """A feed as Atom. Where the site has no address, its links start from the feed itself."""
    from hero.site.follow.atom_form import AtomForm

    held, path = entries(window, feed), atom_path(feed.name)
    made = AtomForm(
        title=feed.title,
        link=link(site_url, feed.page, path),
        description="",
        feed_url=link(site_url, path, path),
        feed_guid=_id(window, feed),
        author_name=named(window.registry.network.organisation),
        language="en",
    )
    for entry in held:
        made.add_item(
            title=entry.title,
            link=link(site_url, entry.page, path),
            # The library writes it as HTML, so the words are escaped once more for that.
            description=f"<p>{escape(entry.text)}</p>",
            unique_id=entry.id,
            pubdate=entry.moment,
            updateddate=entry.moment,
            authors=_names(window, entry.by),
            categories=[entry.stage, entry.theme],
        )
    begin = dt.datetime.combine(window.edition.as_of, dt.time(), dt.UTC)
    if not held:
        # Without this the library stamps an empty feed with the moment of the build.
        made.latest_post_date = lambda: begin
    # Text is written several times as fast as bytes.
    out = StringIO()
    made.write(out, "utf-8")
    return Download(path, f"{out.getvalue()}\n".encode())


def json_feed(window: Window, site_url: str | None, feed: Feed) -> Download:
    """A feed as JSON. Its addresses have to be whole: where the site has none, it says none."""
    held = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        **_addressed(site_url, home_page_url=feed.page, feed_url=json_path(feed.name)),
        "language": "en",
        "items": [_item(window, site_url, entry) for entry in entries(window, feed)],
    }
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":")) + "\n"
    return Download(json_path(feed.name), text.encode())


def _item(window: Window, site_url: str | None, entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        **_addressed(site_url, url=entry.page),
        "title": entry.title,
        "content_text": entry.text,
        "date_published": entry.moment.isoformat().replace("+00:00", "Z"),
        "authors": [{"name": name} for name in _names(window, entry.by)],
        "tags": [entry.stage, entry.theme],
    }


def _addressed(site_url: str | None, **paths: str) -> dict[str, str]:
    return {name: canonical(site_url, path) for name, path in paths.items()} if site_url else {}


def _names(window: Window, logins: Iterable[str]) -> list[str]:
    return [named(window.names.get(login.lower(), login)) for login in logins]


def _id(window: Window, feed: Feed) -> str:
    network = window.registry.network
    return f"{address.repository(network)}#{feed.name}"
