"""Who does what on an idea."""

from collections.abc import Iterator

from hero.registry.idea import Idea

#: What people do, in the order in which their pages say it.
ROLES = {
    "proposer": "proposed it",
    "advocate": "advocate",
    "builder": "builder",
    "sponsor": "sponsor",
    "evaluator": "evaluated it",
    "decider": "decided about it",
    "approver": "approved a move",
    "sender": "sent it in",
    "passed": "passed it on",
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
        yield from (("approver", login) for login in decision.approved_by)
    if idea.submitted_by:
        yield "sender", idea.submitted_by
    yield from (("passed", entry.login) for entry in idea.passed)
