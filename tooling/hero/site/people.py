"""The page of all people: the advocates, then everybody, by name. No ranking, no figures."""

from hero.site.page import Page
from hero.site.person import units_of
from hero.site.pieces import Pieces
from hero.site.templates import render
from hero.site.window import Window


def people_page(pieces: Pieces) -> Page:
    """The advocates, then everybody, by name."""
    window = pieces.window
    places = window.derived(units_of)
    advocates = [
        (advocate, advocate.expertise)
        for advocate in sorted(
            window.registry.roster.advocates, key=lambda entry: _sort_key(window, entry.login)
        )
    ]
    everybody = [
        (login, places.get(login.lower()))
        for login in sorted(window.logins.values(), key=lambda login: _sort_key(window, login))
    ]
    body = render("people", p=pieces, advocates=advocates, everybody=everybody)
    description = "Everybody who has a part in an idea."
    return Page("people/index.html", "People", description, body, "people")


def _sort_key(window: Window, login: str) -> tuple[str, str]:
    return window.names[login.lower()].casefold(), login.lower()
