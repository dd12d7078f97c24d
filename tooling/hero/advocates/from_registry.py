"""What a registry says on a date: the candidates, what they helped, what waits on them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from hero.advocates.ledger import Held, Ledger
from hero.advocates.past import Helped, Past
from hero.advocates.person import Persons, folded
from hero.advocates.score import Context
from hero.advocates.subject import (
    WHOLE,
    Candidate,
    Owner,
    Subject,
    Topics,
    Words,
    topics_of,
    words_of,
)
from hero.process.calendar import calendar
from hero.process.turn import turn
from hero.process.workdays import due_on
from hero.registry.idea import Idea
from hero.registry.pipeline import Stage
from hero.registry.policies import Advocate, Roster
from hero.registry.registry import Registry
from hero.registry.similarity.texts import WEIGHTS
from hero.registry.units import units

#: What a tag counts where the theme counts `WHOLE`: it is a word that somebody chose.
TAG = 300
#: Policies that must be read well before anybody is chosen: else some would be left out unseen.
NEEDED = ("roster", "themes", "pipeline")


@dataclass(frozen=True)
class Setting:
    """A registry on a date, ready for choices. `persons` knows people by their logins.

    `units` has where people work, by login in small letters; `hero.culture.ties` reads the same.
    """

    date: dt.date
    persons: Persons
    candidates: tuple[Candidate, ...]
    context: Context
    units: Mapping[str, str] = field(default_factory=dict)


def unsound(registry: Registry) -> tuple[str, ...]:
    """The policies that keep Hero from choosing anybody, as they have faults or are missing."""
    return tuple(name for name in NEEDED if name not in registry.sound)


def setting(registry: Registry, date: dt.date, earlier: Iterable[Roster] = ()) -> Setting:
    """A registry on a date. `earlier` rosters, the oldest first, know logins that were changed."""
    persons = Persons.of((*earlier, registry.roster))
    ideas = [(slug, idea) for slug, idea in registry.ideas.items() if _is_there(idea, date)]
    past = Past(_helped(slug, idea, persons, date) for slug, idea in ideas)
    ledger = Ledger(seat for slug, idea in ideas for seat in _held(registry, slug, persons, date))
    there, context = candidates(registry.roster, date), Context(past, ledger)
    return Setting(date, persons, there, context, units(registry))


def candidates(roster: Roster, date: dt.date) -> tuple[Candidate, ...]:
    """The people of a roster, each once: of two rows of one person, the one that is in force."""
    found: dict[str, Candidate] = {}
    for row in roster.advocates:
        each = _candidate(row)
        if each.key not in found or each.on(date):
            found[each.key] = each
    return tuple(found.values())


def subject(registry: Registry, slug: str, on: Setting) -> Subject:
    """What a choice for an idea is about. Raises KeyError for an idea that there is not."""
    idea, persons = registry.ideas[slug], on.persons
    authors = persons.keys_of(idea.proposers)
    roles = [login for login in (idea.builder, idea.sponsor) if login]
    places = {on.units.get(login.lower()) for login in idea.proposers}
    return Subject(
        key=slug,
        date=on.date,
        topics=topics(idea),
        words=words(idea),
        authors=authors,
        submitters=frozenset(persons.keys_of([idea.submitted_by] if idea.submitted_by else [])),
        involved=frozenset(persons.keys_of(roles)),
        passed=frozenset(persons.key(each.login) for each in idea.passed if each.date <= on.date),
        seated=persons.keys_of(idea.advocates),
        units=frozenset(unit for unit in places if unit),
        continues=idea.links.supersedes,
        due=_due(registry, stage_on(registry, idea, on.date), on.date),
        owner=_owner(registry, idea),
    )


def topics(idea: Idea) -> Topics:
    """The theme, and the tags for less; `unsure` says nothing."""
    theme = [(idea.theme, WHOLE)] if idea.theme != "unsure" else []
    return topics_of([*theme, *((tag, TAG) for tag in idea.tags)])


def words(idea: Idea) -> Words:
    """The terms of the texts that say what an idea is about."""
    said = (getattr(idea, name) for name in WEIGHTS if name != "tags")
    return words_of(text for text in said if text)


def stage_on(registry: Registry, idea: Idea, date: dt.date) -> Stage:
    """The stage in which an idea was at the end of a day, as its decisions tell."""
    later = [each for each in idea.decisions if each.date > date]
    if not later:
        return registry.stage(idea)
    return registry.stage(idea.model_copy(update={"stage": later[0].from_}))


def wanting(registry: Registry, on: Setting) -> tuple[str, ...]:
    """The ideas whose stage is active on the date, the oldest first: those that have advocates."""
    there = [
        (idea.proposed_on or on.date, slug)
        for slug, idea in registry.ideas.items()
        if _is_there(idea, on.date) and stage_on(registry, idea, on.date).kind == "active"
    ]
    return tuple(slug for _, slug in sorted(there))


def _is_there(idea: Idea, date: dt.date) -> bool:
    return idea.proposed_on is None or idea.proposed_on <= date


def _candidate(row: Advocate) -> Candidate:
    return Candidate(
        key=str(row.id),
        login=row.login,
        capacity=row.capacity,
        unit=row.unit,
        topics=frozenset(map(folded, row.expertise)),
        away=tuple((each.from_, each.to) for each in row.away),
        since=row.since,
        until=row.until,
        shadow=row.shadow,
    )


def _helped(slug: str, idea: Idea, persons: Persons, date: dt.date) -> Helped:
    """Whoever is an advocate of an idea, judged it or approved a move knows something of it."""
    gone = {persons.key(each.login) for each in idea.passed}
    judged = [each.by for each in idea.evaluations if each.date <= date]
    moved = [who for each in idea.decisions if each.date <= date for who in each.approved_by]
    helpers = persons.keys_of([*idea.advocates, *judged, *moved])
    return Helped(
        key=slug,
        date=idea.proposed_on or date,
        topics=topics(idea),
        words=words(idea),
        authors=persons.keys_of(idea.proposers),
        helpers=tuple(key for key in helpers if key not in gone),
    )


def _held(registry: Registry, slug: str, persons: Persons, date: dt.date) -> Iterator[Held]:
    """The seats on an idea. They wait where it is the advocates' turn, as `hero show` says it."""
    idea = registry.ideas[slug]
    turned = turn(idea, stage_on(registry, idea, date))
    gone = {persons.key(each.login) for each in idea.passed if each.date <= date}
    authors = persons.keys_of(idea.proposers)
    for key in persons.keys_of(idea.advocates):
        if key not in gone:
            yield Held(key, slug, idea.proposed_on or date, authors, turned.role == "advocate")


def _due(registry: Registry, stage: Stage, date: dt.date) -> tuple[dt.date, ...]:
    """When something would be due from advocates who begin today."""
    days = calendar(registry.network.holidays)
    theirs = [each for each in stage.deadlines if each.waits_on == "advocate"]
    due = (due_on(days, each, date) for each in theirs)
    return tuple(sorted({day for day in due if day is not None}))


def _owner(registry: Registry, idea: Idea) -> Owner:
    """Whoever asked the question that the idea answers, or else the network."""
    challenge = registry.challenges.get(idea.challenge or "")
    if challenge is not None:
        return Owner(challenge.sponsor, "sponsor of the challenge")
    return Owner(registry.network.name, "network")
