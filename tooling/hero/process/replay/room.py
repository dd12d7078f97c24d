"""How many ideas were in each stage when an idea came there."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from hero.registry.idea import Idea

#: The slug of an idea, and the place of a decision in its list.
Made = tuple[str, int]


def crowds(ideas: Mapping[str, Idea], initial: str) -> dict[Made, int]:
    """For each decision, how many other ideas were in the stage that it led to.

    Decisions are taken in the order of their days; those of one day by their pulls, where these
    are known, then by slug. An idea is in the first stage from the day on which it was proposed.
    """
    moves: list[tuple[dt.date, int, str, int]] = []
    for slug, idea in ideas.items():
        first = idea.decisions[0].date if idea.decisions else None
        came = min(filter(None, (idea.proposed_on, first)), default=None)
        if came is not None:
            moves.append((came, 0, slug, -1))
        day = dt.date.min
        for number, made in enumerate(idea.decisions):
            # Where dates run backwards, the list is right: a decision follows those before it.
            day = max(day, made.date)
            moves.append((day, made.pull or 0, slug, number))
    there: Counter[str] = Counter()
    at: dict[str, str] = {}
    found: dict[Made, int] = {}
    for _, _, slug, number in sorted(moves):
        before, idea = at.get(slug), ideas[slug]
        stage = idea.decisions[number].to if number >= 0 else initial
        if before is not None:
            there[before] -= 1
        found[slug, number] = there[stage]
        there[stage] += 1
        at[slug] = stage
    return found
