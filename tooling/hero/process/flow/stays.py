"""Where an idea has been and for how long, read off its decisions."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from hero.registry.conditions.case import same
from hero.registry.idea import Decision, Idea


@dataclass(frozen=True, slots=True)
class Stay:
    """The time that an idea spent in a stage, once. `left` is None while it is there.

    `entered` is None where the file does not say. `number` counts the stays of an idea from 0;
    `leaving` is the decision that ended it. `imported`: a date at one of its ends was taken over
    from elsewhere, so that its length says nothing of this network.
    """

    stage: str
    number: int
    entered: dt.date | None
    leaving: Decision | None
    imported: bool

    @property
    def left(self) -> dt.date | None:
        """The day on which it ended."""
        return self.leaving.date if self.leaving else None

    @property
    def days(self) -> int | None:
        """Its length in calendar days; None while it lasts, or where dates run backwards."""
        if self.entered is None or self.left is None or self.left < self.entered:
            return None
        return (self.left - self.entered).days


def stays(idea: Idea, initial: str) -> Iterator[Stay]:
    """The stays of an idea in order, the present one last; `initial` is the first stage's id."""
    stage, entered, imported = initial, idea.proposed_on, False
    for number, leaving in enumerate(idea.decisions):
        foreign = leaving.imported is not None
        yield Stay(leaving.from_, number, entered, leaving, imported or foreign)
        stage, entered, imported = leaving.to, leaving.date, foreign
    yield Stay(idea.stage or stage, len(idea.decisions), entered, None, imported)


def present(idea: Idea, initial: str) -> Stay:
    """The stay that lasts."""
    *_, last = stays(idea, initial)
    return last


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
