"""The page of a person: what waits for them, the thanks, what they do. No ranking, no figures.

That something is late is said on the idea, which waits; never of the person it waits for.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import partial

from markupsafe import Markup

from hero.culture.recognition.thanks import Thanked
from hero.registry.idea import Evaluation
from hero.registry.policies import Advocate
from hero.registry.units import units
from hero.site import address
from hero.site.follow.offer import feed_at, offer
from hero.site.judged import judged
from hero.site.page import Heading, Page
from hero.site.pieces import Pieces, element, joined, wrapped
from hero.site.roles import ROLES
from hero.site.table import cut, numbers
from hero.site.templates import render
from hero.site.thanked import badge_image, thanks_of
from hero.site.window import Window

#: The newest evaluations that a page shows; all of them stand on their ideas.
JUDGED = 20
#: The ideas that one line of thanks names, and those that wait; more would be a wall.
NAMED, WAITING = 12, 200
#: A list of more ideas than this is looked through by their titles.
SUMMED = 40


def person_page(pieces: Pieces, key: str, number: int) -> Page:
    """One person, by login in small letters: on the first page all about them, then their ideas."""
    window = pieces.window
    login, name = window.logins[key], window.names[key]
    parts: dict[str, set[str]] = {}
    for role, slug in window.by_person.get(key, ()):
        parts.setdefault(slug, set()).add(role)
    pages = [address.person(key, each) for each in numbers(len(parts))]
    part = cut(list(parts), number, pages)
    ideas = [
        (slug, ", ".join(words for role, words in ROLES.items() if role in parts[slug]))
        for slug in part.slugs
    ]
    first = _first(pieces, key) if number == 1 else {}
    feed = feed_at(pieces, address.person(key))
    body = render(
        "person",
        p=pieces,
        offer=offer(pieces, feed),
        login=login,
        name=name,
        unit=window.derived(units_of).get(key),
        advocate=advocate_of(window, login),
        ideas=[_part(pieces, slug, words, len(parts) <= SUMMED) for slug, words in ideas],
        part=part,
        network=window.registry.network,
        example=window.example,
        number=number,
        **{"queue": (), "thanks": (), "challenges": (), "given": ()} | first,
    )
    title = f"{name}, page {number}" if number > 1 else name
    description = f"The ideas in which {name} has a part."
    headings = _headings(first, bool(ideas))
    summary = description if number == 1 else None
    path = address.person(key, number)
    return Page(path, title, description, body, "people", headings, summary=summary, feed=feed)


def advocate_of(window: Window, login: str) -> Advocate | None:
    """The roster's entry of a person."""
    return window.derived(_roster).get(login.lower())


def _roster(window: Window) -> Mapping[str, Advocate]:
    """The roster's first entry of each login."""
    return {each.login.lower(): each for each in reversed(window.registry.roster.advocates)}


def units_of(window: Window) -> Mapping[str, str]:
    """Login in small letters to where they work, as far as anybody has said."""
    return units(window.registry)


def queues(window: Window) -> Mapping[str, tuple[str, ...]]:
    """Login in small letters to the ideas whose turn is theirs, in order of their titles."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    ideas = window.registry.ideas
    for slug in sorted(ideas, key=lambda slug: (ideas[slug].title.casefold(), slug)):
        for login in dict.fromkeys(login.lower() for login in window.turn(slug).who):
            found[login].append(slug)
    return {login: tuple(slugs) for login, slugs in found.items()}


def given(window: Window) -> Mapping[str, tuple[tuple[str, Evaluation], ...]]:
    """Login in small letters to the evaluations that they gave, the newest first."""
    found: defaultdict[str, list[tuple[str, Evaluation]]] = defaultdict(list)
    for slug, idea in window.registry.ideas.items():
        for each in idea.evaluations:
            found[each.by.lower()].append((slug, each))
    return {
        login: tuple(sorted(those, key=lambda pair: (-pair[1].date.toordinal(), pair[0])))
        for login, those in found.items()
    }


def _first(pieces: Pieces, key: str) -> dict[str, tuple[object, ...]]:
    """What stands on the first page alone."""
    window = pieces.window
    mine = window.derived(given).get(key, ())[:JUDGED]
    mine_waiting = window.derived(queues).get(key, ())
    sponsored = (e.sponsor.lower() == key for e in window.registry.challenges.values())
    asked = [slug for slug, own in zip(window.registry.challenges, sponsored, strict=True) if own]
    return {
        "queue": tuple(_waiting(pieces, slug) for slug in mine_waiting[:WAITING]),
        "thanks": tuple(_thanks(pieces, each) for each in thanks_of(window, key)),
        "challenges": tuple(map(pieces.challenge, asked)),
        "given": tuple((pieces.idea(slug), judged(pieces, each)) for slug, each in mine),
    }


def _waiting(pieces: Pieces, slug: str) -> tuple[Markup, Markup, str]:
    """An idea that waits: its title, its stage, and what is asked. No date: it is no reproach."""
    window = pieces.window
    turn = window.turn(slug)
    asked = [due.what for due in turn.due if due.role == turn.role and due.met_on is None]
    return pieces.idea(slug), pieces.chip(window.stage(slug).id), ", ".join(asked)


def _thanks(pieces: Pieces, each: Thanked) -> tuple[Markup, str, Markup]:
    """A badge, what somebody is thanked for, and the ideas and challenges it was for."""
    links = [*map(pieces.challenge, each.challenges), *map(pieces.idea, each.ideas[:NAMED])]
    more = Markup(" and more, below") if len(each.ideas) > NAMED else Markup("")
    return badge_image(pieces, each.kind), each.kind.thanks, joined(links, ", ") + more


def _headings(first: Mapping[str, tuple[object, ...]], ideas: bool) -> tuple[Heading, ...]:
    found = [Heading("queue", "Waiting here")] if first else []
    found += [Heading("thanks", "Thank you")] if first.get("thanks") else []
    found += [Heading("ideas", "Ideas")] if ideas else []
    return (*found, *([Heading("given", "Evaluations given")] if first.get("given") else []))


def _part(pieces: Pieces, slug: str, words: str, summed: bool) -> Markup:
    """An idea and what somebody does for it; `summed`: with its summary."""
    title, note = _told(pieces, slug)
    return joined((title, element("p", words.capitalize()), *([note] if summed else [])))


def _told(pieces: Pieces, slug: str) -> tuple[Markup, Markup]:
    """What every person's page says of an idea: its title with its stage, and its summary."""
    make = partial(_telling, pieces, slug)
    known = pieces.window.known
    return known.of((_told, pieces.root), slug, make, pieces.window.registry.ideas[slug])


def _telling(pieces: Pieces, slug: str) -> tuple[Markup, Markup]:
    window = pieces.window
    title = joined((pieces.idea(slug), pieces.chip(window.stage(slug).id)), " ")
    note = element("p", window.summary(slug), class_="hero-note")
    return wrapped("p", title, "hero-list__title"), note
