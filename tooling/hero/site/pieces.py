"""The small pieces that all pages share: a date, a stage, a person, a link to an idea."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import cache, cached_property

from markupsafe import Markup

from hero.registry.pipeline import Stage
from hero.site import address
from hero.site.propose import propose_address
from hero.site.window import Window

#: How far along the active stages a stage is, in quarters: the chip's ring is so full.
QUARTERS = 4


def when(date: dt.date | None) -> Markup:
    """A date for people and programs; a dash where there is none."""
    if date is None:
        return Markup("<span>no date</span>")
    return Markup('<time datetime="{}">{}</time>').format(date.isoformat(), spoken(date))


@cache
def spoken(date: dt.date) -> str:
    """A date as people write it: 3 May 2026."""
    return f"{date.day} {date:%b %Y}"


def looks(stage: Stage, stages: tuple[Stage, ...]) -> str:
    """The shape and colour of a stage: its kind, and for active ones how far along it is."""
    if stage.kind == "paused":
        return "paused"
    if stage.kind == "final":
        return "good" if stage.outcome == "good" else "ended"
    active = [entry.id for entry in stages if entry.kind == "active"]
    if stage.id not in active:
        return "unknown"
    return f"active{1 + (QUARTERS - 1) * active.index(stage.id) // max(1, len(active) - 1)}"


class Pieces:
    """The pieces as one page needs them: `root` leads from it to the site's root."""

    def __init__(self, window: Window, root: str) -> None:
        self.window, self.root = window, root
        self.person: Callable[[str], Markup] = cache(self._person)
        self.chip: Callable[[str], Markup] = cache(self._chip)

    def _chip(self, stage: str) -> Markup:
        found = self.window.stages[stage]
        look = looks(found, self.window.registry.pipeline.stages)
        return Markup('<span class="hero-chip hero-chip--{}">{}</span>').format(look, found.name)

    def _person(self, login: str) -> Markup:
        name = self.window.names.get(login.lower(), login)
        page = self.root + address.person(login)
        return Markup('<a class="hero-person" href="{}">{}</a>').format(page, name)

    @cached_property
    def propose(self) -> str:
        """Where somebody with an idea goes."""
        return propose_address(self.window, self.root)

    def idea(self, slug: str) -> Markup:
        """A link to an idea by its title; the bare slug where there is no such idea."""
        idea = self.window.registry.ideas.get(slug)
        if idea is None:
            return Markup("<code>{}</code>").format(slug)
        return Markup('<a href="{}{}">{}</a>').format(self.root, address.idea(slug), idea.title)

    def theme(self, slug: str) -> Markup:
        """A link to a theme by its name; the bare word where nobody made such a theme."""
        theme = self.window.themes.get(slug)
        if theme is None:
            return Markup("<span>{}</span>").format("Theme not set" if slug == "unsure" else slug)
        return Markup('<a href="{}{}">{}</a>').format(self.root, address.theme(slug), theme.name)

    def challenge(self, slug: str) -> Markup:
        """A link to a challenge by its title."""
        found = self.window.registry.challenges.get(slug)
        if found is None:
            return Markup("<code>{}</code>").format(slug)
        page = self.root + address.challenge(slug)
        return Markup('<a href="{}">{}</a>').format(page, found.title)

    def stage_name(self, slug: str) -> str:
        """A stage's name on the site."""
        stage = self.window.registry.pipeline.stage(slug)
        return stage.name if stage else slug

    def people(self, logins: Iterable[str]) -> Markup:
        """Several people, with commas; a dash for nobody."""
        return Markup(", ").join(self.person(login) for login in logins) or Markup("&ndash;")
