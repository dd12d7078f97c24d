"""The small pieces that all pages share: a date, a stage, a person, a link to an idea.

A big site asks for each of them many times, so they are written without a template and kept.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property

from markupsafe import Markup, escape

from hero.process.turn import a_role
from hero.registry.pipeline import Role, Stage
from hero.site import address
from hero.site.propose import propose_address
from hero.site.window import Window

#: How far along the active stages a stage is, in quarters: the chip's ring is so full.
QUARTERS = 4

_ROLES: Mapping[str, Markup] = {
    role: Markup("{}").format(role.capitalize())
    for role in ("proposer", "advocate", "builder", "sponsor")
}

#: A stage's name of more letters may be told in more than one line.
LONG = 24

Piece = Callable[[str], Markup]


def element(tag: str, text: str, **attributes: str) -> Markup:
    """An HTML element around plain text; an underscore ends the names that Python keeps."""
    written = "".join(f' {key.rstrip("_")}="{escape(v)}"' for key, v in attributes.items())
    return Markup(f"<{tag}{written}>{escape(text)}</{tag}>")  # noqa: S704 (because: escaped here)


def joined(parts: Iterable[Markup], between: str = "") -> Markup:
    """Safe HTML out of safe HTML; `between` is ours, not a stranger's."""
    return Markup(between.join(parts))  # noqa: S704 (because: every part is safe)


def wrapped(tag: str, inner: Markup, kind: str) -> Markup:
    """Safe HTML in an element of a class of ours."""
    return Markup(f'<{tag} class="{kind}">{inner}</{tag}>')  # noqa: S704 (because: both are safe)


def coded(text: str) -> Markup:
    """Our own words as HTML, with what stands between backticks as code."""
    parts = text.split("`")
    if not len(parts) % 2:
        return escape(text)
    return joined(
        element("code", part) if number % 2 else escape(part) for number, part in enumerate(parts)
    )


def outside(link: str, words: str | None = None) -> Markup:
    """A link that a stranger chose."""
    return element("a", words or link, href=link, rel="nofollow noopener noreferrer ugc")


@cache
def when(date: dt.date | None) -> Markup:
    """A date for people and programs; words where there is none."""
    if date is None:
        return Markup("<span>no date</span>")
    return element("time", spoken(date), datetime=date.isoformat())


@cache
def moment(at: dt.datetime) -> Markup:
    """A moment in UTC for people and programs, to the minute."""
    return element("time", f"{spoken(at)}, {at:%H:%M} UTC", datetime=f"{at:%Y-%m-%dT%H:%M}Z")


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
        self.chip: Piece = cache(self._chip)
        self.person: Piece = cache(self._person)
        self.idea: Piece = cache(self._idea)
        self.theme: Piece = cache(self._theme)
        #: What comes next after a stage.
        self.ways: dict[str, Markup] = {}

    def people(self, logins: Iterable[str]) -> Markup:
        """Several people, with commas; a dash for nobody."""
        return joined(map(self.person, logins), ", ") or Markup("&ndash;")

    def turn(self, slug: str) -> Markup:
        """Whose turn it is, in a few words."""
        turn = self.window.turn(slug)
        if turn.role is None:
            return Markup("Nobody")
        if turn.vacant:
            return escape(f"Looking for {a_role(turn.role)}")
        if turn.role == "registry":
            return Markup("The registry")
        return self.role(turn.role, turn.who)

    def role(self, role: Role, who: Iterable[str]) -> Markup:
        """A role and who holds it; the role alone where nobody does."""
        people = joined(map(self.person, who), ", ")
        return joined((_ROLES[role], people), " ") if people else escape(a_role(role).capitalize())

    def challenge(self, slug: str) -> Markup:
        """A link to a challenge by its title."""
        found = self.window.registry.challenges.get(slug)
        if found is None:
            return element("code", slug)
        return element("a", found.title, href=self.root + address.challenge(slug))

    def stage_name(self, slug: str) -> str:
        """A stage's name on the site."""
        stage = self.window.stages.get(slug)
        return stage.name if stage else slug

    @cached_property
    def propose(self) -> str:
        """Where somebody with an idea goes."""
        return propose_address(self.window, self.root)

    def propose_for(self, **known: str) -> str:
        """Likewise, with the `theme` or `challenge` that the idea is for."""
        return propose_address(self.window, self.root, **known)

    def _chip(self, stage: str) -> Markup:
        found = self.window.stages[stage]
        look = looks(found, self.window.registry.pipeline.stages)
        long = " hero-chip--long" if len(found.name) > LONG else ""
        return element("span", found.name, class_=f"hero-chip hero-chip--{look}{long}")

    def _person(self, login: str) -> Markup:
        name = self.window.names.get(login.lower(), login)
        return element("a", name, href=self.root + address.person(login))

    def _idea(self, slug: str) -> Markup:
        """A link to an idea by its title; the bare slug where there is no such idea."""
        idea = self.window.registry.ideas.get(slug)
        if idea is None:
            return element("code", slug)
        return element("a", idea.title, href=self.root + address.idea(slug))

    def _theme(self, slug: str) -> Markup:
        """A link to a theme by its name; the bare word where nobody made such a theme."""
        theme = self.window.themes.get(slug)
        if theme is None:
            return element("span", "Theme not set" if slug == "unsure" else slug)
        return element("a", theme.name, href=self.root + address.theme(slug))
