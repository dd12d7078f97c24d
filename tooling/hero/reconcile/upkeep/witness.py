"""What git has seen of ideas whose files lack something: which commit brought them, or a decision.

Read from a whole clone alone; a run without it leaves upkeep to the next one that has it.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from hero.registry.registry import Registry

#: How a forge names the pull in the subject of a merge: squashed or rebased, or merged.
_NUMBER = re.compile(r"\(#(\d{1,9})\)\s*$|^Merge pull request #(\d{1,9}) ")


@dataclass(frozen=True, slots=True)
class Brought:
    """A commit on the branch that counts: its subject, a stranger's words, and its day in UTC."""

    subject: str
    day: dt.date

    @property
    def pull(self) -> int | None:
        """The pull that it says it merged. Nothing is believed of that until the forge agrees."""
        found = _NUMBER.search(self.subject)
        return int(found[1] or found[2]) if found else None


@dataclass(frozen=True)
class Witness:
    """By slug the commit that brought the file; by slug and place the one of a decision.

    `recent` are the pulls that commits of the last days name: somebody may have been called there.
    """

    added: Mapping[str, Brought] = field(default_factory=dict)
    decided: Mapping[tuple[str, int], Brought] = field(default_factory=dict)

    recent: frozenset[int] = frozenset()

    @property
    def lacked(self) -> frozenset[int]:
        """The pulls that brought what lacks a fact, as these commits say."""
        every = (*self.added.values(), *self.decided.values())
        return frozenset(each.pull for each in every if each.pull is not None)

    @property
    def pulls(self) -> frozenset[int]:
        """All pulls that these commits name."""
        return self.lacked | self.recent


def lacking(base: Registry) -> dict[str, str]:
    """The ideas whose file lacks what the registry keeps, with the path: git is asked of them."""
    found = {}
    for slug, idea in base.ideas.items():
        bare = idea.proposed_on is None or idea.stage is None
        alone = base.stage(idea).kind == "active" and not idea.advocates
        if (bare or alone or open_decisions(base, slug)) and sound(base, slug):
            found[slug] = base.paths[slug]
    return found


def open_decisions(base: Registry, slug: str) -> list[int]:
    """The places of decisions that were made here and do not name their pull yet."""
    start = base.network.audit_from or dt.date.min
    decisions = enumerate(base.ideas[slug].decisions)
    return [
        place
        for place, each in decisions
        if each.pull is None and not each.imported and each.date >= start
    ]


def sound(base: Registry, slug: str) -> bool:
    """Can the idea's file be edited: has it no faults, and no second file of its name?"""
    return base.paths[slug] not in base.flawed and slug not in base.twins
