"""The network as a picture: people and the ties between them, unit by unit, and what it says."""

from hero.culture.ties.brokers import Brokers, brokers
from hero.culture.ties.brokers import pieces as parts_of
from hero.culture.ties.concentration import concentration
from hero.culture.ties.net import Net, net
from hero.culture.ties.reach import UnitReach, by_unit, reach
from hero.culture.ties.thin import ThinTheme, silent_units, themes
from hero.process.flow.figure import FEWEST
from hero.site import address
from hero.site.network_picture import picture
from hero.site.page import Heading, Page
from hero.site.pieces import Pieces
from hero.site.templates import render
from hero.site.window import Window

#: The people whom the table lists; all have a page.
LISTED = 500


def net_of(window: Window) -> Net:
    """Who worked with whom, at the day at which the site stands."""
    return net(window.registry, window.edition.as_of)


def thin_of(window: Window) -> tuple[ThinTheme, ...]:
    """Every theme with who knows it."""
    return themes(window.registry, window.edition.as_of)


def network_page(p: Pieces) -> Page:
    """The picture, what it says in sentences, and the same as tables."""
    window = p.window
    found = window.derived(net_of)
    chosen, units = brokers(found), by_unit(found)
    sections = (("says", "What it says"), ("units", "Units"), ("people", "People"))
    headings = tuple(Heading(*each) for each in sections) if found.members else ()
    body = render(
        "network",
        p=p,
        picture=picture(window, found, chosen, units),
        told=_told(window, found, chosen, units),
        units=units,
        fewest=FEWEST,
        people=_people(found)[:LISTED],
        total=len(found.members),
    )
    description = "Who works with whom on ideas, across units, and where the network is thin."
    title = "The network"
    return Page(address.NETWORK, title, description, body, "people", headings, None, description)


def _told(
    window: Window, found: Net, chosen: Brokers, units: tuple[UnitReach, ...]
) -> dict[str, object]:
    """What the picture says, as plain values for sentences."""
    share, spread = reach(found).share, concentration(found)
    sizes = parts_of(found)
    return {
        "share": None if share is None else round(100 * share),
        "busiest": None if spread.busiest_tenth is None else round(100 * spread.busiest_tenth),
        "people": len(found.members),
        "largest": sizes[0] if sizes else 0,
        "apart": sizes[1:],
        "isolated": [each.unit for each in units if each.isolated and each.people],
        "silent": silent_units(found),
        "brokers": [found.members[key].login for key in chosen.keys],
        "only_way": [found.members[key].login for key in chosen.keys if key in chosen.only_way],
        "sampled": chosen.sampled,
        "thin": [each for each in window.derived(thin_of) if each.alone or not each.advocates],
        "crowds": found.crowds,
    }


def _people(found: Net) -> list[tuple[str, str | None, tuple[str, ...], list[str]]]:
    """(login, unit, roles, units that they are tied to) of everybody; no numbers."""
    to: dict[str, set[str]] = {key: set() for key in found.members}
    for tie in found.ties:
        for one, other in ((tie.one, tie.two), (tie.two, tie.one)):
            unit = found.unit(other)
            if unit is not None and unit != found.unit(one):
                to[one].add(unit)
    return [
        (member.login, member.unit, member.roles, sorted(to[member.key]))
        for member in found.members.values()
    ]
