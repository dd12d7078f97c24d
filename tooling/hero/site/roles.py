"""Who does what on an idea."""

from collections.abc import Iterator

from hero.registry.idea import Idea

#: The roles in which a page of a person lists ideas, in order.
ROLES = {
    "proposer": "Proposed",
    "advocate": "Advocate of",
    "builder": "Builds",
    "sponsor": "Sponsors",
    "evaluator": "Evaluated",
    "decider": "Decided on",
    "helper": "Named in",
}


def people_of(idea: Idea) -> Iterator[tuple[str, str]]:
    """Every (role, login) that the idea's file names."""
    yield from (("proposer", login) for login in idea.proposers)
    yield from (("advocate", login) for login in idea.advocates)
    if idea.builder:
        yield "builder", idea.builder
    if idea.sponsor:
        yield "sponsor", idea.sponsor
    yield from (("evaluator", entry.by) for entry in idea.evaluations)
    for decision in idea.decisions:
        yield "decider", decision.by
        yield from (("helper", login) for login in decision.approved_by)
    if idea.submitted_by:
        yield "helper", idea.submitted_by
    yield from (("helper", entry.login) for entry in idea.passed)
