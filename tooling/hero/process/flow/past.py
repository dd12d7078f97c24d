"""A registry as its files tell that it was on an earlier day."""

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import Any

from hero.registry.idea import Evidence, Idea
from hero.registry.registry import Registry


def past(registry: Registry, day: dt.date) -> Registry:
    """The registry at the end of a day, as far as the files tell.

    Ideas that were not recorded yet, and challenges that were not open, are left out. Decisions,
    evaluations, passes and results with a later date are taken back. What has no date stays as it
    is: texts, people, links, policies.
    """
    if day not in registry.pasts:
        registry.pasts[day] = _past(registry, day)
    return registry.pasts[day]


def _past(registry: Registry, day: dt.date) -> Registry:
    known = registry.known.at(day)
    ideas = {
        slug: known.of(earlier, slug, partial(earlier, idea, day), idea)
        for slug, idea in registry.ideas.items()
        if idea.proposed_on is None or idea.proposed_on <= day
    }
    paths = {slug: path for slug, path in registry.paths.items() if slug in ideas}
    asked = {slug: each for slug, each in registry.challenges.items() if each.opens <= day}
    return replace(registry, ideas=ideas, paths=paths, challenges=asked).knowing(known)


def earlier(idea: Idea, day: dt.date) -> Idea:
    """An idea at the end of a day, as far as its file tells."""
    changes: dict[str, Any] = {
        name: kept
        for name, kept in (
            ("evaluations", tuple(each for each in idea.evaluations if each.date <= day)),
            ("passed", tuple(each for each in idea.passed if each.date <= day)),
            ("evidence", tuple(_unread(each, day) for each in idea.evidence)),
        )
        if kept != getattr(idea, name)
    }
    made = next((number for number, each in enumerate(idea.decisions) if each.date > day), None)
    if made is not None:
        # Decisions follow one another: what came after one that was not made yet was not either.
        changes |= {"decisions": idea.decisions[:made], "stage": idea.decisions[made].from_}
    return idea.model_copy(update=changes) if changes else idea


def _unread(evidence: Evidence, day: dt.date) -> Evidence:
    """Evidence without a result that was not read yet."""
    if evidence.result is None or evidence.date is None or evidence.date <= day:
        return evidence
    return evidence.model_copy(update={"result": None})
