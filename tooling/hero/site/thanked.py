"""Thanks as the site shows them, worked out once for all pages, and the badges of the kinds."""

from markupsafe import Markup

from hero.culture.recognition.credits import Credit, credits, every_credit, once
from hero.culture.recognition.thanks import Crew, Thanked, by_person, crews
from hero.process.flow.past import past
from hero.registry.lived import Contribution
from hero.registry.registry import Registry
from hero.registry.summary import clipped
from hero.site.follow.badge import drawn
from hero.site.follow.entries import named
from hero.site.page import Download
from hero.site.pieces import Pieces, element
from hero.site.window import Window

#: Dark enough for white letters at WCAG AA; the kind is written, so the colour says nothing alone.
COLOUR = "#0d5c63"
LONGEST = 40


def credits_of(window: Window) -> tuple[Credit, ...]:
    """Who did what, at the day at which the site stands."""
    return credits(window.registry, window.edition.as_of)


def thanks_of(window: Window, key: str) -> tuple[Thanked, ...]:
    """What somebody is thanked for, by login in small letters: out of their own ideas alone."""
    then = window.derived(_then)
    theirs = sorted({slug for _, slug in window.by_person.get(key, ())} & then.ideas.keys())
    mine = (each for each in every_credit(then, None, theirs) if each.login.lower() == key)
    return by_person(window.registry, once(mine)).get(key, ())


def _then(window: Window) -> Registry:
    return past(window.registry, window.edition.as_of)


def crew_of(window: Window, challenge: str) -> tuple[Crew, ...]:
    """Everybody who had a part in an answer to a challenge, by kind."""
    answers = window.by_challenge.get(challenge, ())
    return crews(window.registry, window.derived(credits_of), answers)


def badge_path(kind: Contribution) -> str:
    """Where a kind's badge is; no idea can take a name with two hyphens."""
    return f"badges/thanks--{kind.id}.svg"


def badge_words(kind: Contribution) -> str:
    """What a badge says beside “thanks”."""
    return clipped(named(kind.name), LONGEST)


def badge(kind: Contribution) -> Download:
    """The badge of a kind of contribution: that somebody did it, never how often."""
    return Download(badge_path(kind), drawn("thanks", badge_words(kind), COLOUR).encode())


def badge_image(pieces: Pieces, kind: Contribution) -> Markup:
    """The badge in a page."""
    link, words = pieces.root + badge_path(kind), f"Thanks: {badge_words(kind)}"
    return element("img", "", src=link, alt=words, height="20").removesuffix(Markup("</img>"))
