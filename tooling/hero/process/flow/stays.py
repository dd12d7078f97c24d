"""Where an idea has been and for how long, read off its decisions."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from hero.registry.conditions.case import same
from hero.registry.idea import Decision, Idea


@dataclass(frozen=True, slots=True)
class Stay:
    """The time that an idea spent in a stage, once. `left` is None while it is there.

    `entered` is None where the file does not say. `leaving` is the decision that ended it, on the
    day `left`. `imported`: a date at one of its ends was taken over
    from elsewhere, so that its length says nothing of this network.
    """

    stage: str
    entered: dt.date | None
    left: dt.date | None
    leaving: Decision | None
    imported: bool

    @property
    def days(self) -> int | None:
        """Its length in calendar days; None while it lasts, or where dates run backwards."""
        if self.entered is None or self.left is None or self.left < self.entered:
            return None
        return (self.left - self.entered).days


def stays(idea: Idea, initial: str) -> Iterator[Stay]:
    """The stays of an idea in order, the present one last; `initial` is the first stage's id."""
    stage, entered, imported = initial, idea.proposed_on, False
    for leaving in idea.decisions:
        foreign = leaving.imported is not None
        yield Stay(leaving.from_, entered, leaving.date, leaving, imported or foreign)
        stage, entered, imported = leaving.to, leaving.date, foreign
    yield Stay(idea.stage or stage, entered, None, None, imported)


def present(idea: Idea, initial: str) -> Stay:
    """The stay that lasts."""
    if not idea.decisions:
        return Stay(idea.stage or initial, idea.proposed_on, None, None, False)
    last = idea.decisions[-1]
    return Stay(idea.stage or last.to, last.date, None, None, last.imported is not None)


def answers(idea: Idea) -> list[dt.date]:
    """The days on which somebody other than its proposers did something that the file shows.

    An evaluation, a pass or a decision. That an advocate was assigned has no date in the file,
    and is nobody's answer; what was said on the forge is not in the file.
    """
    own = {same(login) for login in idea.proposers}
    done = [
        *((judged.date, judged.by) for judged in idea.evaluations),
        *((passed.date, passed.login) for passed in idea.passed),
        *((made.date, made.by) for made in idea.decisions if made.imported is None),
    ]
    return sorted(day for day, by in done if same(by) not in own)
