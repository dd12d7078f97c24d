"""What happens when an advocate leaves, passes an idea on, or lets a day go by.

Only the seats that must move, move. Somebody who passed, left the roster or may not have the seat
loses it, to whom the choice falls next; who stays, stays. Nobody loses a seat for being late: they
are reminded, then somebody is added, then that one is asked to take the lead, then the owner is
told. All of this is a plan: a value. A person who puts somebody first in `advocates` is right, and
that is kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from hero.advocates.assignment import Assignment
from hero.advocates.choose import recorded
from hero.advocates.eligible import Reason
from hero.advocates.from_registry import Setting
from hero.advocates.subject import Candidate, Owner, Subject
from hero.process.calendar import calendar
from hero.process.deadlines import Deadlines
from hero.process.flow.owed import Owed
from hero.registry.idea import Idea
from hero.registry.registry import Registry

#: Working days late at which somebody is added, asked to take the lead, and the owner is told.
BACKUP_AFTER, LEAD_AFTER, OWNER_AFTER = 5, 10, 15


class Kind(StrEnum):
    """What is to be done about a seat."""

    MOVE = "move"
    REMIND = "remind"
    BACKUP = "backup"
    ASK_TO_LEAD = "ask-to-lead"
    TELL_OWNER = "tell-owner"


@dataclass(frozen=True, slots=True)
class Late:
    """What advocates owe an idea since a day that has passed, `days` working days ago."""

    owed: Owed
    days: int

    @property
    def kind(self) -> Kind:
        """How far it has come."""
        if self.days < BACKUP_AFTER:
            return Kind.REMIND
        if self.days < LEAD_AFTER:
            return Kind.BACKUP
        return Kind.ASK_TO_LEAD if self.days < OWNER_AFTER else Kind.TELL_OWNER


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do for an idea. People are person keys.

    Move: the seat of `who` goes `to` somebody, or stays empty, for these `reasons`. Remind: `who`.
    Backup: `who` are reminded, and `to` joins them. Ask to lead: `to`, in place of `who`. Tell
    owner: `owner`, as nobody of `who` has done what is `late`.
    """

    kind: Kind
    slug: str
    who: tuple[str, ...]
    to: str | None = None
    reasons: tuple[Reason, ...] = ()
    late: Late | None = None
    owner: Owner | None = None


def lateness(registry: Registry, subjects: Iterable[Subject], on: Setting) -> dict[str, Late]:
    """By slug, what has been owed an idea for longest; ideas where nothing is overdue are left out.

    Days are those of `hero.process.deadlines`, for whoever is accountable now: the first recorded
    one who stays, though others before them have left the roster.
    """
    people = {each.key: each for each in on.candidates}
    led = {each.key: led_by(registry, each, people) for each in subjects}
    deadlines = Deadlines(replace(registry, ideas={**registry.ideas, **led}))
    found = ((slug, _late(registry, slug, on, deadlines)) for slug in led)
    return {slug: each for slug, each in found if each is not None}


def led_by(registry: Registry, subject: Subject, people: Mapping[str, Candidate]) -> Idea:
    """The idea with whoever is accountable and stays as its only advocate, if anybody does."""
    kept, _ = recorded(subject, list(people.values()))
    leads = tuple(seat.candidate.login for seat in kept[:1] if seat.place == 1)
    return registry.ideas[subject.key].model_copy(update={"advocates": leads})


def _late(registry: Registry, slug: str, on: Setting, deadlines: Deadlines) -> Late | None:
    owed = [
        each
        for each in deadlines.of_idea(slug)
        if each.kind == "deadline" and each.role == "advocate" and each.state(on.date) == "overdue"
    ]
    if not owed:
        return None
    first = min(owed, key=lambda each: (each.on, each.what))
    days = calendar(registry.network.holidays).between(first.on, on.date)
    return Late(first, days)


def pressing(
    subject: Subject, overdue: Late | None, people: Mapping[str, Candidate]
) -> Kind | None:
    """What a day that has passed asks for; None where none has.

    Where all who hold a seat are away there is nobody to remind, so somebody is added at once.
    """
    if overdue is None or overdue.kind is not Kind.REMIND:
        return overdue.kind if overdue else None
    kept, _ = recorded(subject, list(people.values()))
    leads = any(seat.place == 1 for seat in kept)
    away = all(seat.candidate.is_away(subject.date, subject.date) for seat in kept)
    return Kind.BACKUP if leads and away else Kind.REMIND


def steps(
    assignment: Assignment, overdue: Late | None, people: Mapping[str, Candidate]
) -> tuple[Step, ...]:
    """What is to be done for one idea: the seats that move, then what is late."""
    moves = tuple(_moves(assignment))
    pressed = _pressed(assignment, overdue, people) if overdue else None
    return (*moves, pressed) if pressed else moves


def _moves(assignment: Assignment) -> list[Step]:
    """The seats that somebody lost, each with whom it goes to."""
    subject = assignment.subject
    places = {key: place for place, key in enumerate(dict.fromkeys(subject.seated), 1)}
    new = {seat.place: seat.candidate.key for seat in assignment.chosen}
    return [
        Step(Kind.MOVE, subject.key, (gone.key,), new.get(places[gone.key]), gone.reasons)
        for gone in assignment.dropped
    ]


def _pressed(assignment: Assignment, overdue: Late, people: Mapping[str, Candidate]) -> Step | None:
    """What is done about a day that has passed. Whoever leads only from now on is not late."""
    slug, day = assignment.subject.key, assignment.subject.date
    if not any(seat.kept and seat.place == 1 for seat in assignment.seats):
        return None
    kind = pressing(assignment.subject, overdue, people)
    held = tuple(seat.candidate.key for seat in assignment.seats if seat.kept)
    here = tuple(key for key in held if not people[key].is_away(day, day))
    others = assignment.keys[1:]
    if kind is None or kind is Kind.REMIND:
        return Step(kind, slug, here, late=overdue) if kind else None
    if kind is Kind.TELL_OWNER or not others:
        owner = assignment.subject.owner
        return Step(Kind.TELL_OWNER, slug, held, late=overdue, owner=owner)
    if kind is Kind.BACKUP:
        return Step(kind, slug, here, others[-1], late=overdue)
    return Step(kind, slug, assignment.keys[:1], others[-1], late=overdue)
