"""What a change is: a registry as it was, and what is known of how it came to be as it is."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from hero.registry.conditions.case import Facts, same
from hero.registry.idea import Decision, Idea
from hero.registry.pipeline import Pipeline
from hero.registry.registry import Registry

#: The branch that upkeep pushes to.
UPKEEP_BRANCH = "hero/upkeep"

#: Nothing is known, not even the day.
UNDATED = Facts(dt.date.max)


@dataclass(frozen=True, slots=True)
class Pull:
    """How a change comes: from which branch, by whom; and what the bot would have written.

    `bot` is the login under which automation acts. `recomputed` has the bytes, by path, that
    upkeep makes of the base: what anyone could compute again.
    """

    branch: str
    author: str
    bot: str | None = None
    recomputed: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """A decision that a change adds: on which idea, and at which place in its list."""

    slug: str
    path: str
    number: int
    idea: Idea
    decision: Decision


@dataclass(frozen=True)
class Change:
    """A registry as it was before, and what the files cannot know of the change.

    `paths` are all files that differ, from the registry's root; None where nobody compared them.
    `importing`: a maintainer brings in ideas that have been decided on elsewhere.
    """

    base: Registry
    facts: Facts = UNDATED
    paths: frozenset[str] | None = None
    pull: Pull | None = None
    importing: bool = False

    def added(self, head: Registry) -> list[str]:
        """The slugs of new ideas that can be read."""
        return [slug for slug in head.ideas if not self.base.knows(slug)]

    def gone(self, head: Registry) -> list[str]:
        """The slugs of ideas whose file is no more."""
        return [slug for slug in (*self.base.paths, *self.base.unread) if not head.knows(slug)]

    def changed(self, head: Registry) -> list[str]:
        """The slugs of ideas that were there before, and whose file says something else now."""
        return [
            slug
            for slug, idea in head.ideas.items()
            if self.base.knows(slug) and self.base.ideas.get(slug) != idea
        ]

    def was(self, slug: str, name: str) -> Any:
        """What the idea's file held in a field, as data; None where it held nothing."""
        return held(self.base, slug, name)

    def steps(self, head: Registry) -> Iterator[Step]:
        """The decisions that the change adds.

        A new idea has none, unless somebody turned it down at the door or a maintainer brings it
        in: what else it claims is told of by the rule for what the registry keeps.
        """
        brought = [
            slug
            for slug in self.added(head)
            if self.importing or turned_down(head.pipeline, head.ideas[slug])
        ]
        for slug in (*brought, *self.changed(head)):
            idea, before = head.ideas[slug], self.was(slug, "decisions")
            start = len(before) if isinstance(before, list) else 0
            for number in range(start, len(idea.decisions)):
                yield Step(slug, head.paths[slug], number, idea, idea.decisions[number])

    def is_upkeep(self, head: Registry) -> bool:
        """Is it the bot's own pull, and holds just what the bot would write?

        The branch and the author can be forged by whoever may push; the bytes cannot.
        """
        pull = self.pull
        if pull is None or pull.bot is None or not pull.recomputed:
            return False
        ours = pull.branch == UPKEEP_BRANCH and pull.author.lower() == pull.bot.lower()
        paths = self.paths or frozenset(head.paths[slug] for slug in self.changed(head))
        same = all(head.raw(path) == pull.recomputed.get(path) for path in paths)
        return ours and same and not self.added(head) and not self.gone(head)

    def by_hand(self, head: Registry) -> bool:
        """Is it known that people made it, and not the bot?"""
        return self.pull is not None and not self.is_upkeep(head)

    def judged(self, head: Registry) -> Registry:
        """The ideas as they are now under the policies as they were.

        A change cannot make its own author an advocate, nor a move lawful that it makes. Where
        the base has no policies yet, those of the head count.
        """
        if not {"pipeline", "roster"} <= self.base.sound:
            return head
        base = self.base
        # Where only some ideas of the head were read, the others are as they were.
        others = {slug: base.ideas[slug] for slug in head.elsewhere if slug in base.ideas}
        return replace(
            head,
            ideas={**others, **head.ideas},
            pipeline=base.pipeline,
            roster=base.roster,
            challenges=base.challenges,
        )


def turned_down(pipeline: Pipeline, idea: Idea) -> bool:
    """Has somebody who does not propose it ended an idea, by one decision?"""
    if len(idea.decisions) != 1:
        return False
    end = pipeline.stage(idea.decisions[0].to)
    ended = end is not None and end.kind == "final" and end.outcome != "good"
    return ended and same(idea.decisions[0].by) not in map(same, idea.proposers)


def held(registry: Registry, slug: str, name: str) -> Any:
    """What an idea's file holds in a field, as data; None where it holds nothing."""
    path = registry.where(slug)
    data = registry.document(path).data if path else None
    return data.get(name) if isinstance(data, dict) else None
