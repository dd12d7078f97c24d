"""What `hero assign` says of steps and of reasons, in sentences."""

from collections.abc import Iterator, Mapping

from hero.advocates.assignment import Assignment
from hero.advocates.batch_plan import Plan
from hero.advocates.eligible import Reason
from hero.advocates.handover import Kind, Late, Step
from hero.advocates.subject import Owner
from hero.process.turn import day_in_words
from hero.registry.phrases import both

#: So many people are named for one reason; of more it is said how many.
NAMED = 6


def names(made: Plan) -> dict[str, str]:
    """Logins by person key."""
    return {each.key: each.login for each in made.on.candidates}


def named(keys: tuple[str, ...], known: Mapping[str, str]) -> list[str]:
    """Logins of people; who is on no roster is called by the login that is recorded."""
    return [known.get(key, key.removeprefix("@")) for key in keys]


def step(each: Step, known: Mapping[str, str]) -> str:
    """A step in one sentence."""
    who = both(named(each.who, known))
    to = named((each.to,), known)[0] if each.to else None
    if each.kind is Kind.MOVE:
        why = both([reason.words for reason in each.reasons])
        end = f"the seat goes to {to}" if to else "nobody else can take the seat now"
        return f"{who} {why}: {end}."
    late = _late(each.late) if each.late else ""
    said = {
        Kind.REMIND: f"remind {who}",
        Kind.BACKUP: f"{to} joins as a backup" + (f"; remind {who}" if who else ""),
        Kind.ASK_TO_LEAD: f"ask {to} to lead in place of {who}; who agrees puts {to} first",
        Kind.TELL_OWNER: f"tell {_owner(each.owner)}, as {who} did not get to it",
    }
    return f"{late}: {said[each.kind]}."


def _late(late: Late) -> str:
    days = f"{late.days} working day{'s' * (late.days != 1)} ago"
    ago = days if late.days else "with no working day since"
    return f"“{late.owed.what}” was due on {day_in_words(late.owed.on)}, {ago}"


def turn_to(owner: Owner | None) -> str:
    """Whom to turn to where nobody can be chosen."""
    return f"Turn to {_owner(owner)}."


def _owner(owner: Owner | None) -> str:
    if owner is None or owner.role == "network":
        name = f" of {owner.name}" if owner else ""
        return f"whoever leads the programme{name}"
    return f"{owner.name}, {owner.role}"


def left_out(assignment: Assignment) -> Iterator[str]:
    """Why nobody got the last seat that was free: each reason with those whom it keeps out.

    Who could be chosen and was not has no room left: other ideas of the plan came first.
    """
    if not assignment.rounds:
        return
    groups: dict[str, list[str]] = {}
    for each in assignment.rounds[-1].judged:
        first = next((reason for reason in each.reasons), Reason.AT_CAPACITY)
        if first is not Reason.SEATED:
            groups.setdefault(first.words, []).append(each.candidate.login)
    if not groups:
        yield "there is nobody else on the roster"
    for words, logins in groups.items():
        more = len(logins) - NAMED
        rest = f" and {more} more" if more > 0 else ""
        yield f"{words}: {', '.join(logins[:NAMED])}{rest}"
