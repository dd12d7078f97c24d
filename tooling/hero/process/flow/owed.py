"""Something with a date that somebody is waited for, and what counts as having done it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from hero.process.flow.stays import Stay, answers
from hero.process.workdays import Clock, ends_at, is_past
from hero.registry.idea import Idea
from hero.registry.pipeline import Deadline, Role, Stage

Kind = Literal["deadline", "reading", "revisit", "closing", "results"]
State = Literal["kept", "late", "overdue", "due"]


@dataclass(frozen=True, slots=True)
class Owed:
    """Something with a date that somebody is waited for.

    `about` is the slug of an idea, or of a challenge (kinds `closing` and `results`). `on` is the
    last day that is in time; it ends at midnight in `zone`. Of a deadline, `since` is the day from
    which it ran in `stage`, and `waited` says that days were left out on which the accountable
    advocate was away; a `reply` may have come where no file shows it.
    """

    about: str
    kind: Kind
    what: str
    role: Role
    who: tuple[str, ...]
    on: dt.date
    zone: str
    since: dt.date | None = None
    stage: str | None = None
    reply: bool = False
    waited: bool = False
    met_on: dt.date | None = None

    @property
    def ends_at(self) -> dt.datetime:
        """The moment from which on it is late."""
        return ends_at(self.on, self.zone)

    def state(self, clock: Clock) -> State:
        """How it stands: kept or late if it was met, else overdue or still due.

        A challenge closes by itself, so its closing is kept once it is over.
        """
        if self.met_on is not None:
            return "kept" if self.met_on <= self.on else "late"
        if not is_past(self.on, self.zone, clock):
            return "due"
        return "kept" if self.kind == "closing" else "overdue"


def met_on(deadline: Deadline, stage: Stage, stay: Stay, idea: Idea) -> dt.date | None:
    """The day on which a deadline of a stay was met, as far as the file shows; None: not yet.

    A move meets each deadline. A reply is also met by what somebody other than the proposers did
    in the meantime; a result by one that was read after the stage was entered.
    """
    by = deadline.met_by or ("result" if stage.kind == "final" else "move")
    done: Iterable[dt.date] = ()
    if stay.entered is not None and by == "reply":
        done = (day for day in answers(idea) if day >= stay.entered)
    elif stay.entered is not None and by == "result":
        done = readings(idea, stay.entered)
    days = [*done, *([stay.left] if stay.left else [])]
    return min(days, default=None)


def readings(idea: Idea, after: dt.date) -> list[dt.date]:
    """The days after this one on which a result was read."""
    return [
        each.date
        for each in idea.evidence
        if each.result is not None and each.date is not None and each.date > after
    ]
