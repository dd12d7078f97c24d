"""The page that lists what can be followed, and what programs can read."""

from functools import partial

from hero.site import address
from hero.site.assets import sealed
from hero.site.follow import agenda, sheet
from hero.site.follow.feed import Feed, atom_path, json_path
from hero.site.follow.feeds import feeds
from hero.site.page import Heading, Page
from hero.site.pieces import Pieces
from hero.site.shell import canonical
from hero.site.templates import render


def follow_page(pieces: Pieces) -> Page:
    """Every feed by what it is the feed of, the calendar, and the data."""
    window = pieces.window
    address_of = window.registry.network.site
    groups: dict[str, list[Feed]] = {}
    for feed in feeds(window):
        groups.setdefault(_group(feed.name), []).append(feed)
    headings = (
        Heading("feeds", "Feeds"),
        Heading("calendar", "The calendar"),
        Heading("data", "Data for programs"),
        Heading("badges", "Badges"),
    )
    body = render(
        "follow",
        p=pieces,
        groups=groups,
        network=window.registry.network,
        atom=atom_path,
        json=json_path,
        calendar=agenda.PATH,
        sheet=sheet.PATH,
        days=agenda.days(window)[:5],
        site=partial(canonical, address_of) if address_of else None,
        script=pieces.root + sealed("assets/hero-share.js"),
        sample=next(iter(window.newest), None),
    )
    description = "Feeds, a calendar and data: follow every idea without an account."
    return Page(
        address.follow(), "Follow", description, body, "follow", headings, summary=description
    )


def _group(name: str) -> str:
    kind, _, rest = name.partition("--")
    return {"stage": "Stages", "theme": "Themes", "challenge": "Challenges"}.get(
        kind if rest else "", "Advocates" if rest else "Everything"
    )
