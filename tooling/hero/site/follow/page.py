"""The page that lists what can be followed, and what programs can read."""

from hero.site import address
from hero.site.follow import agenda, sheet
from hero.site.follow.feeds import Feed, atom_path, feeds, json_path
from hero.site.page import Heading, Page
from hero.site.pieces import Pieces
from hero.site.templates import render


def follow_page(pieces: Pieces) -> Page:
    """Every feed by what it is the feed of, the calendar, and the data."""
    window = pieces.window
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
