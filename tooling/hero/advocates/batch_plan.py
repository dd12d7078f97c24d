"""A registry's plan on a date: who is to have which seat, and what is to be done about it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from hero.advocates.assignment import Assignment
from hero.advocates.batch import Need, batch
from hero.advocates.choose import SEATS
from hero.advocates.from_registry import Setting, stage_on, subject, wanting
from hero.advocates.handover import Kind, Late, Step, lateness, pressing, steps
from hero.advocates.ledger import Ledger
from hero.advocates.subject import Subject
from hero.advocates.weights import SHIPPED, Weights
from hero.process.turn import turn
from hero.registry.registry import Registry


@dataclass(frozen=True)
class Plan:
    """The assignments by slug, the steps by slug, and what people carry once it is done.

    `faulty` ideas get nobody new until their files are mended: a field that cannot be read might
    have said whose idea it is.
    """

    on: Setting
    assignments: Mapping[str, Assignment]
    ledger: Ledger
    steps: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)
    faulty: tuple[str, ...] = ()

    @property
    def unfilled(self) -> tuple[str, ...]:
        """The ideas on which nobody has a seat."""
        return tuple(slug for slug, each in self.assignments.items() if not each.seats)


def plan(
    registry: Registry,
    on: Setting,
    slugs: Collection[str] | None = None,
    planned: Mapping[str, tuple[str, ...]] | None = None,
    weights: Weights = SHIPPED,
) -> Plan:
    """The plan for some ideas (None: all that are in an active stage).

    `planned` has person keys by slug, of who was named before and is not recorded yet: a pull's
    requested reviewers, say. Among choices that are equally good, they keep their places.
    """
    open_ones = wanting(registry, on)
    asked = open_ones if slugs is None else [slug for slug in open_ones if slug in slugs]
    faulty = tuple(sorted(slug for slug in asked if registry.paths[slug] in registry.flawed))
    sound = [slug for slug in asked if slug not in faulty]
    subjects = [subject(registry, slug, on) for slug in sound]
    overdue = lateness(registry, subjects, on)
    needs = [
        need(registry, each, on, overdue.get(each.key), (planned or {}).get(each.key, ()))
        for each in subjects
    ]
    made = batch(needs, on.candidates, on.context, weights)
    people = {each.key: each for each in on.candidates}
    told = {
        slug: found
        for slug, each in made.assignments.items()
        if (found := steps(each, overdue.get(slug), people))
    }
    return Plan(on, made.assignments, made.ledger, told, faulty)


def need(
    registry: Registry,
    about: Subject,
    on: Setting,
    overdue: Late | None = None,
    planned: tuple[str, ...] = (),
) -> Need:
    """What an idea needs: a seat more than usual where a day passed long ago."""
    idea = registry.ideas[about.key]
    pressed = pressing(about, overdue, {each.key: each for each in on.candidates})
    return Need(
        about,
        idea.proposed_on or on.date,
        turn(idea, stage_on(registry, idea, on.date)).role == "advocate",
        SEATS + (pressed not in (None, Kind.REMIND)),
        planned,
    )
