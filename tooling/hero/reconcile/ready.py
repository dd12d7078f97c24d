"""What a pull waits for, on whom, and whether it can be merged."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from hero.process.calendar import calendar
from hero.reconcile.reading import Reading
from hero.reconcile.voices import objections
from hero.registry.conditions import Condition, People
from hero.registry.conditions.approvals import Approvals
from hero.registry.conditions.case import Case, Finding, State, same
from hero.registry.phrases import both, counted
from hero.registry.pipeline import Role

#: An idea that nobody objects to is recorded after so many working days, read or not.
UNREAD_FOR = 5

Standing = Literal["faults", "waits", "ready"]


@dataclass(frozen=True, slots=True)
class Ready:
    """Where a pull stands. `needs` says what is missing, one line each; `on` whose turn it is.

    `by` is the day after which it is recorded without waiting longer.
    """

    state: Standing
    needs: tuple[str, ...] = ()
    on: Role | None = None
    by: dt.date | None = None


def ready(reading: Reading) -> Ready:
    """Judge a pull: what stops it first, then who must agree, then time."""
    pull = reading.pull
    if not pull.whole:
        return Ready("faults", ("it changes more files than can be looked at",), "proposer")
    if reading.errors:
        return Ready("faults", (f"{counted(len(reading.errors), 'fault')} to mend",), "proposer")
    stops = tuple(_stops(reading))
    if stops:
        return Ready("waits", stops, "proposer")
    lacking = [each for each in _asked(reading) if each[1].state is not State.HOLDS]
    if not lacking:
        return Ready("ready")
    by = _recorded_on(reading)
    today = reading.change.facts.today
    if by is not None and today > by:
        return Ready("ready", by=by)
    return Ready("waits", tuple(each.needed for _, each in lacking), lacking[0][0], by)


def _stops(reading: Reading) -> Iterator[str]:
    """What keeps a sound pull from being merged, whoever approves."""
    pull = reading.pull
    if pull.draft:
        yield "it is a draft: mark it as ready for review"
    if pull.mergeable is False:
        yield "it conflicts with what has been merged since: bring the branch up to date"
    against = objections(pull, reading.world.roster, reading.change.facts.today)
    if against:
        yield f"an answer to {both(against)}, who asked for changes"


def _asked(reading: Reading) -> list[tuple[Role, Finding]]:
    """What must be agreed to, with whose turn it is: the gate of a move, or one advocate."""
    verdict, step = reading.verdict, reading.step
    if verdict is None or step is None:
        return [("advocate", _one_advocate(reading))]
    asked: list[tuple[Role, Finding]] = [("advocate", verdict.person)]
    for condition, finding in zip_longest(verdict.move.gate, verdict.gate):
        asked.append((_turn_of(condition), finding))
    return [*asked, ("advocate", _decided_by(reading, step.decision.by))]


def _turn_of(condition: Condition | None) -> Role:
    """Who can bring what a condition asks; a full stage (None) waits on the registry."""
    if isinstance(condition, Approvals):
        return "advocate"
    if isinstance(condition, People):
        return condition.roles[0]
    return "registry" if condition is None else "proposer"


def _decided_by(reading: Reading, by: str) -> Finding:
    """A decision in somebody's name is theirs: they wrote the pull, or approve it."""
    asks = f"{by} decided this"
    if same(by) in (reading.change.facts.said_yes or ()):
        return Finding(State.HOLDS, asks, "their own word")
    return Finding(State.MISSING, asks, needed=f"the approval of {by}, in whose name it is decided")


def _one_advocate(reading: Reading) -> Finding:
    idea = reading.idea
    condition = Approvals(needs="approvals", count=1)
    if idea is None:
        return condition.unknown("the idea cannot be read")
    case = Case(
        idea=idea,
        facts=reading.change.facts,
        roster=reading.world.roster,
        entered=None,
        others=reading.world.ideas.get,
        place_of=lambda other: None,
        target=None,
        challenge=None,
    )
    return condition.judge(case)


def _recorded_on(reading: Reading) -> dt.date | None:
    """The last day on which a new idea, or its proposer's own revision, waits for a reader."""
    if reading.kind == "move" or reading.step is not None or reading.idea is None:
        return None
    if reading.is_ours:
        return None
    proposers = {same(login) for login in reading.idea.proposers}
    authors = {same(login) for login in reading.change.facts.authors or ()}
    if not authors <= proposers | {same(reading.idea.submitted_by or "")}:
        return None
    opened = reading.pull.opened.astimezone(dt.UTC).date()
    return calendar(reading.world.network.holidays).after(opened, UNREAD_FOR)
