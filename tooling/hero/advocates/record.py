"""An assignment as the idea's file will hold it: `advocates`, and nothing else, by its slice."""

from hero.advocates.assignment import Assignment
from hero.advocates.from_registry import Setting
from hero.process.edits import Edit, Refused, edited, put
from hero.registry.registry import Registry


def logins(registry: Registry, assignment: Assignment, on: Setting) -> tuple[str, ...]:
    """The logins in order, the accountable one first. Who stays is written as they are now."""
    idea = registry.ideas[assignment.subject.key]
    written = {on.persons.key(login): login for login in reversed(idea.advocates)}
    return tuple(written.get(seat.candidate.key, seat.candidate.login) for seat in assignment.seats)


def record(registry: Registry, assignment: Assignment, on: Setting) -> Edit | Refused | None:
    """The idea's file with its advocates; None where it says so already.

    Where nobody can take it, the file keeps the names that it has: there is nobody to hand over to.
    Refused where the registry has not recorded the idea yet: what it keeps is not filled in by a
    pull that brings an idea in (rule kept-field).
    """
    slug = assignment.subject.key
    wanted, idea = logins(registry, assignment, on), registry.ideas[slug]
    if not wanted or wanted == idea.advocates:
        return None
    if idea.proposed_on is None:
        return Refused(
            f"{slug} is not recorded yet: it has no `proposed_on`",
            ("its advocates are written once its pull is merged",),
        )
    return edited(registry, slug, [put(("advocates",), list(wanted))])
