"""What a change of some ideas touches."""

from collections.abc import Collection
from dataclasses import dataclass

from hero.site.roles import people_of
from hero.site.told import beside, shown
from hero.site.window import Window


@dataclass(frozen=True)
class Touched:
    """All that a change of some ideas touches, in what was and in what is.

    `slugs` are the ideas that changed, `shown` those of which other pages than their own say
    something else. `ideas` have a page that changes, and the rest names what `shown` is part of.
    """

    before: Window
    after: Window
    slugs: frozenset[str]
    shown: frozenset[str]
    ideas: frozenset[str]
    themes: frozenset[str | None]
    challenges: frozenset[str | None]
    logins: frozenset[str]


def touched(before: Window, after: Window, slugs: Collection[str]) -> Touched:
    """What a change of the ideas `slugs` touches; the registry's policies are the same."""
    other = [slug for slug in slugs if shown(before, slug) != shown(after, slug)]
    sides = [(side, slug) for side in (before, after) for slug in other]
    ideas = [idea for side, slug in sides if (idea := side.registry.ideas.get(slug))]
    near = {each for side, slug in sides for each in beside(side, slug)}
    return Touched(
        before=before,
        after=after,
        slugs=frozenset(slugs),
        shown=frozenset(other),
        ideas=frozenset(near | set(slugs)),
        themes=frozenset(idea.theme for idea in ideas),
        challenges=frozenset(idea.challenge for idea in ideas),
        logins=frozenset(login.lower() for idea in ideas for _, login in people_of(idea)),
    )
