"""Credits: who did what for which idea, out of the idea's own file.

The kinds go beyond submitting, as all-contributors (allcontributors.org) and the InnerSource
pattern "Praise Participants" have it: rewards for submitting alone bring many ideas and little
help (HYPE, Tips for increasing idea quality).
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from hero.process.flow.past import past
from hero.registry.idea import Idea
from hero.registry.lived import Act
from hero.registry.pipeline import Stage
from hero.registry.registry import Registry

#: Idea to the logins of those who wrote on its text, as git knows them.
Writers = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody did something for an idea, or asked a challenge: `about` is its slug.

    `date` is None where the file does not say when.
    """

    act: Act
    login: str
    about: str
    challenge: bool = False
    date: dt.date | None = None


def credits(registry: Registry, day: dt.date, writers: Writers | None = None) -> tuple[Credit, ...]:
    """All credits at the end of a day, idea by idea; each act of a person on an idea once.

    Without `writers`, nobody is known to have revised somebody else's text.
    """
    return once(every_credit(past(registry, day), writers))


def once(found: Iterable[Credit]) -> tuple[Credit, ...]:
    """Each act of a person on an idea once."""
    return tuple({(each.act, each.login.lower(), each.about): each for each in found}.values())


def every_credit(
    registry: Registry, writers: Writers | None = None, ideas: Iterable[str] | None = None
) -> Iterator[Credit]:
    """The credits of a registry as it stands, one after the other; some come twice.

    With `ideas`, those of these ideas alone, and of all challenges.
    """
    for slug in registry.ideas if ideas is None else ideas:
        idea = registry.ideas[slug]
        own = (writers or {}).get(slug, ())
        make = partial(_of_idea, registry, slug, idea, own)
        yield from registry.known.of(every_credit, slug, make, idea, own)
    for slug, challenge in registry.challenges.items():
        yield Credit("sponsored", challenge.sponsor, slug, True, challenge.opens)


def _of_idea(
    registry: Registry, slug: str, idea: Idea, writers: tuple[str, ...]
) -> tuple[Credit, ...]:
    """The credits of one idea; all are about it and out of its own file."""
    return tuple(_credits(registry, slug, idea, writers))


def _credits(
    registry: Registry, slug: str, idea: Idea, writers: tuple[str, ...]
) -> Iterator[Credit]:
    came, stage = idea.proposed_on, registry.stage(idea)
    yield from (Credit("proposed", login, slug, date=came) for login in idea.proposers)
    own = {login.lower() for login in idea.proposers}
    if idea.submitted_by and idea.submitted_by.lower() not in own:
        yield Credit("sent-in", idea.submitted_by, slug, date=came)
    yield from (Credit("revised", login, slug) for login in writers if login.lower() not in own)
    yield from _helped(slug, idea)
    last = idea.decisions[-1] if idea.decisions else None
    if last is not None and idea.links.duplicate_of and stage.kind == "final":
        yield from (Credit("joined", login, slug, date=last.date) for login in idea.proposers)
    elif last is not None and ended_well(idea, stage):
        who = [*idea.proposers, *([idea.builder] if idea.builder else [])]
        yield from (Credit("ended-well", login, slug, date=last.date) for login in who)


def _helped(slug: str, idea: Idea) -> Iterator[Credit]:
    """What people other than its proposers did for it; a builder may be one of them."""
    own = {login.lower() for login in idea.proposers}
    gone = {each.login.lower() for each in idea.passed}
    for judged in idea.evaluations:
        yield Credit("evaluated", judged.by, slug, date=judged.date)
    for login in idea.advocates:
        if login.lower() not in gone:
            yield Credit("advocated", login, slug)
    for made in idea.decisions:
        if made.by.lower() not in own:
            yield Credit("decided", made.by, slug, date=made.date)
    if idea.builder:
        yield Credit("built", idea.builder, slug)
    if idea.sponsor:
        yield Credit("sponsored", idea.sponsor, slug)


def ended_well(idea: Idea, stage: Stage) -> bool:
    """It ended other than by use: by its own proposers, or with a result that was read."""
    if stage.kind != "final" or stage.outcome == "good" or idea.links.duplicate_of:
        return False
    own = {login.lower() for login in idea.proposers}
    measured = any(each.result is not None for each in idea.evidence)
    return measured or idea.decisions[-1].by.lower() in own
