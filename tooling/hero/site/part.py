"""Where a reader of an idea takes part: votes and talk, following, sharing, a better text."""

from dataclasses import dataclass

from markupsafe import Markup

from hero.site import address
from hero.site.assets import sealed
from hero.site.follow.badge import path_of
from hero.site.follow.feed import atom_path, json_path
from hero.site.pieces import Pieces
from hero.site.shell import canonical
from hero.site.signals import talk


@dataclass(frozen=True, slots=True)
class Part:
    """What the bar shows, safe or to be escaped by its template.

    `cited` leads up to `where`: who, what and when. A slug is never changed and a page never
    removed, so the address stays; without a site the file's own address is it. An example has no
    forge: there is nothing to improve, and `record` is what programs read. `badge` is the stage as
    Markdown for a page elsewhere, which has to be told a whole address.
    """

    talk: Markup
    improve: str | None
    feed: str
    json_feed: str
    badge: str | None
    cited: str
    where: str
    script: str
    record: tuple[tuple[str, str], ...]


def part(pieces: Pieces, slug: str) -> Part:
    """The bar of one idea."""
    window = pieces.window
    network, path = window.registry.network, window.registry.paths[slug]
    page = canonical(network.site, address.idea(slug))
    where = page if network.site else address.blob(network, path)
    forge = (("History", address.history(network, path)), ("YAML", address.blob(network, path)))
    return Part(
        talk=talk(pieces, slug),
        improve=None if window.example else address.edit(network, path),
        feed=pieces.root + atom_path(f"ideas/{slug}"),
        json_feed=pieces.root + json_path(f"ideas/{slug}"),
        badge=f"[![Stage]({canonical(network.site, path_of(slug))})]({page})"
        if network.site
        else None,
        cited=_cited(pieces, slug),
        where=where,
        script=pieces.root + sealed("assets/hero-share.js"),
        record=(
            *(() if window.example else forge),
            ("JSON", pieces.root + address.idea_data(slug)),
        ),
    )


def _cited(pieces: Pieces, slug: str) -> str:
    """Who, what, where and when, in one line."""
    registry, names = pieces.window.registry, pieces.window.names
    idea = registry.ideas[slug]
    who = ", ".join(names.get(login.lower(), login) for login in idea.proposers)
    when_proposed = f", {idea.proposed_on}" if idea.proposed_on else ""
    return f"{who}: {idea.title}. {registry.network.name}{when_proposed}."
