"""What upkeep does in one run. Only a run with a whole clone does any of it: the schedule's."""

from collections.abc import Iterator

from hero.process.change import UPKEEP_BRANCH
from hero.reconcile.actions import Action, Merge
from hero.reconcile.commands.door import snoozes
from hero.reconcile.scene import Scene
from hero.reconcile.threads import threads
from hero.reconcile.upkeep.backups import backups
from hero.reconcile.upkeep.facts import kept
from hero.reconcile.upkeep.intakes import intakes
from hero.reconcile.upkeep.ladder import Rungs, long_leave, rungs
from hero.reconcile.upkeep.notice import allowed, softened
from hero.reconcile.upkeep.on_facts import on_facts
from hero.reconcile.upkeep.persons import Persons
from hero.reconcile.upkeep.quiet import quiet
from hero.reconcile.upkeep.seated import seated
from hero.reconcile.upkeep.told import called
from hero.reconcile.upkeep.waits import Snoozed, Waiting, reminders, waiting


def on_upkeep(scene: Scene) -> Iterator[Action]:
    """Facts, reminders and hand-overs; nothing where git was not asked."""
    if scene.observed.witness is None:
        return
    yield from upkeep(scene, snoozed(scene))


def snoozed(scene: Scene) -> Snoozed:
    """Who asked by a command not to be reminded of an idea, until a day that lies ahead."""
    found: dict[str, set[str]] = {}
    for each in scene.talk.threads:
        who = snoozes(each.sayings, scene.base, each.slug, scene.today)
        found.setdefault(each.slug, set()).update(who)
    return found


def upkeep(scene: Scene, asleep: Snoozed) -> Iterator[Action]:
    """The same; `asleep` are those who asked to be left alone about an idea for now."""
    base, observed, today = scene.base, scene.observed, scene.today
    persons = Persons(base, today)
    ideas = list(_talked(scene, asleep))
    handed = _handed(scene, ideas, persons)
    notices = [*handed.notices, *intakes(scene, persons)]
    for each in ideas:
        notices += reminders(each, persons)
        notices += quiet(each, base, observed.place.me, today)
    limit = base.network.limits.pings_per_week
    spent = called(observed, today)
    yield from (each.reply for each in allowed(notices, spent, limit))
    seats = {**seated(base, observed, today), **handed.changes}
    facts = kept(base, observed, today, seats)
    for action in on_facts(facts, observed, base.network):
        if isinstance(action, Merge):
            # Both are told before the lead changes: whoever is told afterwards may never be.
            told = (each for slug, each in handed.told.items() if slug in facts.lines)
            yield from (softened(each, spent, limit).reply for each in told)
        yield action


def _talked(scene: Scene, asleep: Snoozed) -> Iterator[Waiting]:
    """The ideas with a thread of their own; it is closed where one is in use, and is checked."""
    base, me = scene.base, scene.observed.place.me
    used = {slug for slug, idea in base.ideas.items() if base.stage(idea).outcome == "good"}
    ended = threads(scene.observed.settled, me)
    found = {slug: ended[slug] for slug in used & ended.keys()}
    found |= threads(scene.observed.issues, me)
    yield from waiting(base, sorted(found.items()), me, scene.today, asleep)


def _handed(scene: Scene, ideas: list[Waiting], persons: Persons) -> Rungs:
    needy = [
        each.slug
        for each in ideas
        if any(one.kind == "deadline" and one.role == "advocate" for one in each.owed)
        or long_leave(each, persons)
    ]
    found = backups(scene.base, needy, scene.today)
    return rungs(ideas, found, persons, _pending(scene))


def _pending(scene: Scene) -> frozenset[str]:
    """The ideas that the open branch of upkeep changes the advocates of."""
    branch = scene.observed.place.branches.get(UPKEEP_BRANCH)
    lines = (line.partition(": ") for line in (branch.message if branch else "").splitlines())
    return frozenset(slug for slug, _, what in lines if "its advocates" in what)
