"""What would have been otherwise: the choice made again without one reason.

A counterfactual says who would have a seat if one thing were different, and nothing else: it is
found by changing that thing and choosing again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hero.advocates.assignment import Assignment
from hero.advocates.choose import chosen
from hero.advocates.eligible import Reason
from hero.advocates.expertise import Fit
from hero.advocates.ledger import Ledger
from hero.advocates.subject import Candidate, Subject

#: What may be different by tomorrow, so that it is worth telling. That somebody proposes the idea
#: will not change, and that they passed it on is theirs to say.
PASSING = (Reason.AWAY, Reason.AT_CAPACITY)
#: Of those who may be chosen, so many of the best are asked what one idea less would change.
NEAREST = 5


@dataclass(frozen=True, slots=True)
class World:
    """All that one choice depends on."""

    fit: Fit
    people: tuple[Candidate, ...]
    ledger: Ledger
    seats: int

    def choose(self) -> Assignment:
        """The choice."""
        return chosen(self.fit, self.people, self.ledger, self.seats)


@dataclass(frozen=True, slots=True)
class Otherwise:
    """If one thing were different, somebody would have the seat at this place.

    `reason` is what keeps them from it; None: `fewer` ideas less would be enough.
    """

    login: str
    place: int
    reason: Reason | None
    fewer: int = 0

    @property
    def sentence(self) -> str:
        """The same in words."""
        where = {1: "accountable", 2: "second"}.get(self.place, "a backup")
        if self.reason is Reason.AWAY:
            return f"If {self.login} were available, {self.login} would be {where}."
        if not self.fewer:
            return f"If {self.login} took any ideas, {self.login} would be {where}."
        ideas = "one open idea" if self.fewer == 1 else f"{self.fewer} open ideas"
        return f"If {self.login} had {ideas} less, {self.login} would be {where}."


def otherwise(world: World) -> tuple[Otherwise, ...]:
    """What would give a seat to somebody who has none, in the order of places and logins."""
    made = world.choose()
    if not made.rounds:
        return ()
    first = made.rounds[0].judged
    able = [each.candidate for each in first if each.terms][: NEAREST + world.seats]
    found = [*_if_unhindered(world, made), *_if_less_busy(world, made, able)]
    return tuple(sorted(found, key=lambda each: (each.place, each.login)))


def _if_unhindered(world: World, made: Assignment) -> list[Otherwise]:
    """Those whom one passing reason alone keeps out, and who would get a seat without it."""
    found = []
    for each in made.rounds[0].judged:
        if len(each.reasons) == 1 and each.reasons[0] in PASSING:
            who, reason = each.candidate, each.reasons[0]
            place = _place(without(reason, who, world).choose(), who)
            if place is not None:
                found.append(Otherwise(who.login, place, reason, _too_many(world, who, reason)))
    return found


def _if_less_busy(world: World, made: Assignment, able: Sequence[Candidate]) -> list[Otherwise]:
    """Those who could be chosen, were not, and would be with one open idea less."""
    found = []
    for who in able:
        if who.key not in made.keys and world.ledger.load(who.key, world.fit.subject.key):
            place = _place(replace(world, ledger=eased(world.ledger, who, 1)).choose(), who)
            if place is not None:
                found.append(Otherwise(who.login, place, None, 1))
    return found


def without(reason: Reason, who: Candidate, world: World) -> World:
    """The world in which this reason does not keep somebody out, and all else is as it is."""
    subject, key = world.fit.subject, who.key
    if reason is Reason.AT_CAPACITY:
        many = _too_many(world, who, reason)
        eased_ledger = replace(world, ledger=eased(world.ledger, who, many))
        return eased_ledger if who.capacity else _with(world, replace(who, capacity=1))
    stays = who.until if who.until and who.until < subject.date else None
    changed: dict[Reason, Candidate] = {
        Reason.AWAY: replace(who, away=(), until=stays),
        Reason.NOT_ON_ROSTER: replace(who, since=None, until=None),
        Reason.SHADOW: replace(who, shadow=False),
    }
    if reason in changed:
        return _with(world, changed[reason])
    others: dict[Reason, Subject] = {
        Reason.AUTHOR: replace(subject, authors=_but(subject.authors, key)),
        Reason.CO_AUTHOR: replace(subject, authors=_but(subject.authors, key)),
        Reason.SUBMITTER: replace(subject, submitters=subject.submitters - {key}),
        Reason.INVOLVED: replace(subject, involved=subject.involved - {key}),
        Reason.PASSED: replace(subject, passed=subject.passed - {key}),
        Reason.SEATED: replace(subject, seated=_but(subject.seated, key)),
    }
    return replace(world, fit=replace(world.fit, subject=others[reason]))


def eased(ledger: Ledger, who: Candidate, many: int) -> Ledger:
    """The ledger in which so many ideas fewer wait on somebody: the last ones by their slugs."""
    waiting = sorted({seat.key for seat in ledger.seats if seat.person == who.key and seat.waits})
    rest = set(waiting[-many:]) if many else set()
    return Ledger(
        replace(seat, waits=False) if seat.person == who.key and seat.key in rest else seat
        for seat in ledger.seats
    )


def _too_many(world: World, who: Candidate, reason: Reason) -> int:
    """How many ideas somebody has to give away until they can take one."""
    if reason is not Reason.AT_CAPACITY or not who.capacity:
        return 0
    return world.ledger.load(who.key, world.fit.subject.key) - who.capacity + 1


def _with(world: World, changed: Candidate) -> World:
    people = (changed if each.key == changed.key else each for each in world.people)
    return replace(world, people=tuple(people))


def _but(keys: tuple[str, ...], key: str) -> tuple[str, ...]:
    return tuple(each for each in keys if each != key)


def _place(made: Assignment, who: Candidate) -> int | None:
    return next((seat.place for seat in made.seats if seat.candidate.key == who.key), None)
