"""The network as a picture: people, ideas and the ties between them, and what it says."""

from hero.culture.ties.brokers import brokers
from hero.culture.ties.net import Net, net
from hero.culture.ties.reach import by_unit
from hero.process.flow.figure import FEWEST
from hero.site import address
from hero.site.network_group import called
from hero.site.network_layout import WIDTH
from hero.site.network_people import IDEAS, PEOPLE, people_picture
from hero.site.network_said import said
from hero.site.network_units import Shared, shared_by, units_picture
from hero.site.page import Heading, Page
from hero.site.pieces import Pieces
from hero.site.templates import render
from hero.site.window import Window

#: The people whom the table lists; all have a page.
LISTED = 500
#: A table of more rows than this is folded.
FOLDED = 60


def net_of(window: Window) -> Net:
    """Who worked with whom, at the day at which the site stands."""
    return net(window.registry, window.edition.as_of)


def one_by_one(window: Window) -> bool:
    """The ideas are few enough for each of them to be in the picture, and in a table."""
    return len(window.registry.ideas) <= IDEAS


def network_page(p: Pieces) -> Page:
    """The picture, what it says in sentences, and the same as tables."""
    window = p.window
    found = window.derived(net_of)
    chosen, units = brokers(found), by_unit(found)
    alone = frozenset(each.unit for each in units if each.isolated)
    shared = shared_by(found)
    named = len(found.members) <= PEOPLE and one_by_one(window)
    if not found.members:
        picture = None
    elif named:
        picture = people_picture(window, found, chosen, alone)
    else:
        picture = units_picture(window, found, chosen, alone, shared)
    sections = [("says", "What it says"), ("units", "Units"), ("people", "People")]
    sections += [("ideas", "Ideas")] * named
    headings = tuple(Heading(*each) for each in sections) if found.members else ()
    body = render(
        "network",
        p=p,
        width=WIDTH,
        named=named,
        picture=picture,
        told=said(window, found, chosen, units),
        units=units,
        several=sum(each.people > 0 for each in units) > 1,
        shared=_shared(shared),
        fewest=FEWEST,
        folded=FOLDED,
        people=_people(found)[:LISTED],
        total=len(found.members),
        ideas=_ideas(found) if named else [],
    )
    description = "Who works with whom on ideas, across units, and where the network is thin."
    title = "The network"
    return Page(address.NETWORK, title, description, body, "people", headings, None, description)


def _shared(shared: Shared) -> dict[str, list[tuple[str, int]]]:
    """Unit to the others with which it shares ideas, and how many, as the table has them."""
    found: dict[str, list[tuple[str, int]]] = {}
    for (one, two), ideas in sorted(shared.items(), key=lambda each: [*map(called, each[0])]):
        found.setdefault(one or "", []).append((called(two), ideas))
        found.setdefault(two or "", []).append((called(one), ideas))
    return found


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


def _ideas(found: Net) -> list[tuple[str, list[str], list[str]]]:
    """(idea, logins, units) of each idea in the picture."""
    return [
        (
            slug,
            [found.members[key].login for key in keys],
            sorted({called(found.unit(key)) for key in keys}),
        )
        for slug, keys in sorted(found.together.items())
    ]
