"""Who is looked for, as the home page tells it: builders and sponsors first.

The registry itself finds advocates for ideas. Builders and sponsors find an idea only if they meet
it, so those that look for one stand first; and the newest, which somebody still has in mind.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hero.process.turn import a_role
from hero.registry.phrases import both
from hero.registry.pipeline import Role
from hero.site import address
from hero.site.window import Window

_FOUND_HERE: frozenset[Role] = frozenset({"builder", "sponsor"})


@dataclass(frozen=True, slots=True)
class Sought:
    """An idea that is looking for somebody, and since when it is where it is."""

    slug: str
    roles: tuple[Role, ...]
    since: dt.date | None

    @property
    def words(self) -> str:
        """The roles with their articles."""
        return both(tuple(map(a_role, self.roles)))


def sought(window: Window) -> list[Sought]:
    """Ideas that look for somebody: for a builder or a sponsor first, then the newest move."""
    every = [
        Sought(slug, roles, window.moved(slug))
        for slug in window.newest
        if (roles := window.seeks(slug))
    ]
    return sorted(every, key=lambda each: _FOUND_HERE.isdisjoint(each.roles))


def by_role(every: Sequence[Sought]) -> list[tuple[str, int, str]]:
    """(role with its article, how many ideas look for it, where they are listed)."""
    counts = Counter(role for each in every for role in each.roles)
    roles: tuple[Role, ...] = ("builder", "sponsor", "advocate")
    return [(a_role(each), counts[each], address.seeking(each)) for each in roles if counts[each]]
