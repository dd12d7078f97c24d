"""The pages of people: who they are and the ideas they have a part in. No ranking, no figures."""

from markupsafe import Markup

from hero.registry.policies import Advocate
from hero.site import address
from hero.site.page import Page
from hero.site.pieces import Pieces, element, joined, wrapped
from hero.site.roles import ROLES
from hero.site.table import cut, numbers
from hero.site.templates import render
from hero.site.window import Window


def people_page(pieces: Pieces) -> Page:
    """The advocates, then everybody, by name."""
    window = pieces.window
    advocates = [
        (advocate, advocate.expertise)
        for advocate in sorted(
            window.registry.roster.advocates, key=lambda entry: _sort_key(window, entry.login)
        )
    ]
    everybody = [
        (login, unit_of(window, login))
        for login in sorted(window.logins.values(), key=lambda login: _sort_key(window, login))
    ]
    body = render("people", p=pieces, advocates=advocates, everybody=everybody)
    description = "Everybody who has a part in an idea."
    return Page("people/index.html", "People", description, body, "people")


def person_page(pieces: Pieces, key: str, number: int) -> Page:
    """One person, by login in small letters: what they help with, and in pages their ideas."""
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
    body = render(
        "person",
        p=pieces,
        login=login,
        name=name,
        unit=unit_of(window, login),
        advocate=advocate_of(window, login),
        ideas=[_part(pieces, slug, words) for slug, words in ideas],
        part=part,
        network=window.registry.network,
        example=window.example,
    )
    description = f"The ideas in which {name} has a part."
    title = f"{name}, page {number}" if number > 1 else name
    summary = description if number == 1 else None
    return Page(address.person(key, number), title, description, body, "people", summary=summary)


def advocate_of(window: Window, login: str) -> Advocate | None:
    """The roster's entry of a person."""
    same = (a for a in window.registry.roster.advocates if a.login.lower() == login.lower())
    return next(same, None)


def unit_of(window: Window, login: str) -> str | None:
    """Where a person works, as far as anybody has said."""
    entry = window.people.get(login.lower())
    if entry and entry.unit:
        return entry.unit
    advocate = advocate_of(window, login)
    return advocate.unit if advocate else None


def _sort_key(window: Window, login: str) -> tuple[str, str]:
    return window.names[login.lower()].casefold(), login.lower()


def _part(pieces: Pieces, slug: str, words: str) -> Markup:
    """An idea and what somebody does for it."""
    title, note = _told(pieces, slug)
    return joined((title, element("p", words.capitalize()), note))


def _told(pieces: Pieces, slug: str) -> tuple[Markup, Markup]:
    """What every person's page says of an idea."""
    if slug not in pieces.told:
        window = pieces.window
        title = joined((pieces.idea(slug), pieces.chip(window.stage(slug).id)), " ")
        note = element("p", window.summary(slug), class_="hero-note")
        pieces.told[slug] = wrapped("p", title, "hero-list__title"), note
    return pieces.told[slug]
