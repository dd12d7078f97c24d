"""Whose turn it is: who an idea waits for, for what, and why."""

import datetime as dt
from dataclasses import dataclass

from hero.registry.conditions import People
from hero.registry.idea import Idea
from hero.registry.pipeline import Deadline, Pipeline, Role, Stage
from hero.registry.summary import moved_on


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is expected: what, from whom, counted from the day the stage was entered.

    `on` is the last day on which it is in time, where a calendar was at hand; `met_on` the day on
    which it came. `waited`: days counted for nothing, as its accountable advocate was away.
    """

    what: str
    role: Role
    within: str
    since: dt.date | None
    on: dt.date | None = None
    met_on: dt.date | None = None
    waited: bool = False
    late: bool = False

    @property
    def sentence(self) -> str:
        """The same in one sentence."""
        what = f"{self.what[0].upper()}{self.what[1:]}"
        if self.met_on is not None:
            due = f", due by {day_in_words(self.on)}" if self.on else ""
            return f"{what}: came on {day_in_words(self.met_on)}{due}."
        start = f" of {day_in_words(self.since)}" if self.since else ""
        by = f", so by {day_in_words(self.on)}" if self.on else ""
        but = " (days on which its advocate was away do not count)" if self.waited else ""
        return f"{what}: {self.within}{start}{by}{but}{': overdue' if self.late else ''}."


@dataclass(frozen=True, slots=True)
class Turn:
    """Who an idea waits for. `role` None: nobody. `who` is empty where nobody has said yes yet."""

    role: Role | None
    who: tuple[str, ...]
    because: str
    due: tuple[Due, ...] = ()

    @property
    def vacant(self) -> bool:
        """It waits for a person in a role that nobody has taken."""
        return self.role not in (None, "registry") and not self.who


def turn(idea: Idea, stage: Stage, due: tuple[Due, ...] | None = None) -> Turn:
    """Whose turn it is in this stage, out of the stage's own words and the people on the idea.

    `due` is what `hero.process.deadlines` worked out; without it, deadlines have words alone.
    """
    if due is None:
        due = tuple(due_of(deadline, moved_on(idea)) for deadline in stage.deadlines)
    if stage.kind == "final":
        return Turn(None, (), "It is decided.", due)
    if stage.kind == "paused":
        return Turn(None, (), _resting(idea), due)
    role = stage.waits_on or next((entry.role for entry in due), None)
    if role is None:
        return Turn(None, (), "This stage waits for nobody in particular.", due)
    who = holders(idea, role)
    return Turn(role, who, _because(role, who, stage), due)


def holders(idea: Idea, role: Role) -> tuple[str, ...]:
    """The people who hold a role on this idea; an advocate who passed is not among them."""
    if role == "proposer":
        return idea.proposers
    if role == "advocate":
        passed = {entry.login for entry in idea.passed}
        return tuple(login for login in idea.advocates if login not in passed)
    person = {"builder": idea.builder, "sponsor": idea.sponsor}.get(role)
    return (person,) if person else ()


def seeks(idea: Idea, stage: Stage, pipeline: Pipeline) -> tuple[Role, ...]:
    """The roles that somebody is looked for: an advocate now, whoever the way forward asks for."""
    if stage.kind != "active":
        return ()
    wanted: list[Role] = [] if holders(idea, "advocate") else ["advocate"]
    for move in pipeline.moves:
        target = pipeline.stage(move.to)
        if stage.id in move.from_ and target is not None and target.kind == "active":
            wanted.extend(
                role for need in move.gate if isinstance(need, People) for role in need.roles
            )
    if stage.waits_on in ("builder", "sponsor"):
        wanted.append(stage.waits_on)
    return tuple(role for role in dict.fromkeys(wanted) if not holders(idea, role))


def _resting(idea: Idea) -> str:
    if idea.revisit_on is None:
        return "It rests, and nobody has set a day to look at it again."
    return f"It rests until {idea.revisit_on.day} {idea.revisit_on:%B %Y}."


def _because(role: Role, who: tuple[str, ...], stage: Stage) -> str:
    if role == "registry":
        return f"“{stage.name}” is kept by the registry itself: there is nothing to do."
    if not who:
        return f"In “{stage.name}” it is the {role}'s turn, and nobody is {a_role(role)} of it yet."
    return f"In “{stage.name}” it is the {role}'s turn."


def a_role(role: Role) -> str:
    """A role with its article."""
    return f"an {role}" if role[0] in "aeiou" else f"a {role}"


def day_in_words(day: dt.date) -> str:
    """A day as pages and terminals show it: 5 Mar 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def due_of(deadline: Deadline, since: dt.date | None) -> Due:
    """A deadline in words, counted from a day."""
    if deadline.working_days is not None:
        within = f"within {deadline.working_days} working day{'s' * (deadline.working_days > 1)}"
    elif deadline.days is not None:
        within = f"within {deadline.days} day{'s' * (deadline.days > 1)}"
    else:
        within = "no fixed time"
    return Due(deadline.what, deadline.waits_on, within, since)
