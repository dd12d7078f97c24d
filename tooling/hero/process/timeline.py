"""The life of an idea as its file tells it: what happened when, by whom, and what lies ahead.

Files alone give the dates (the file is the record and the clock); `hero audit` holds them against
git. The same files give the same events, in whatever order they are read.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from hero.registry.idea import Decision, Evaluation, Evidence, Idea
from hero.registry.pipeline import Stage
from hero.registry.registry import Registry

Kind = Literal["proposed", "passed", "evaluated", "decided", "read", "result", "revisit"]

#: What happens on one day stands in this order: a judgement comes before what rests on it.
KINDS: tuple[Kind, ...] = (
    "proposed",
    "passed",
    "evaluated",
    "decided",
    "read",
    "result",
    "revisit",
)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing in the life of an idea.

    `date` is None where the file does not say it (an idea that is not recorded yet). `number` is
    the place in the file's own list, from 0. `who` did it, or is waited for: proposers, the
    advocate who passed, who judged, who decided, the builder who measures. `words` are a
    stranger's text: the reason, the note, the metric. `entered`: of a decision, the day on which
    the stage that it leaves was entered, where the file says so. `ahead`: it is expected, and has
    not happened.
    """

    slug: str
    date: dt.date | None
    kind: Kind
    number: int = 0
    who: tuple[str, ...] = ()
    words: str = ""
    decision: Decision | None = None
    evaluation: Evaluation | None = None
    evidence: Evidence | None = None
    entered: dt.date | None = None
    ahead: bool = False

    @property
    def days(self) -> int | None:
        """Of a decision: the calendar days spent in the stage that it leaves.

        None where the file does not say, or says that they ran backwards.
        """
        if self.date is None or self.entered is None or self.date < self.entered:
            return None
        return (self.date - self.entered).days


def timeline(registry: Registry, slug: str) -> tuple[Event, ...]:
    """The events of one idea by date. Raises KeyError for an idea that there is not."""
    idea = registry.ideas[slug]
    return in_order(_events(slug, idea, registry.stage(idea)))


def timelines(registry: Registry) -> tuple[Event, ...]:
    """The events of all ideas by date, those of one day by slug."""
    return in_order(
        event
        for slug, idea in registry.ideas.items()
        for event in _events(slug, idea, registry.stage(idea))
    )


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events by date, then by slug, then by what rests on what; undated ones come first."""
    return tuple(sorted(events, key=_place))


def _place(event: Event) -> tuple[dt.date, str, int, int]:
    return (event.date or dt.date.min, event.slug, KINDS.index(event.kind), event.number)


def _events(slug: str, idea: Idea, stage: Stage) -> Iterator[Event]:
    words = f"sent in by {idea.submitted_by}" if idea.submitted_by else ""
    yield Event(slug, idea.proposed_on, "proposed", who=idea.proposers, words=words)
    for number, handed in enumerate(idea.passed):
        yield Event(slug, handed.date, "passed", number, (handed.login,))
    for number, judged in enumerate(idea.evaluations):
        yield Event(
            slug, judged.date, "evaluated", number, (judged.by,), judged.note or "", None, judged
        )
    yield from _decided(slug, idea)
    yield from _measured(slug, idea, stage)
    if stage.kind == "paused" and idea.revisit_on is not None:
        yield Event(slug, idea.revisit_on, "revisit", who=idea.advocates, ahead=True)


def _decided(slug: str, idea: Idea) -> Iterator[Event]:
    entered = idea.proposed_on
    for number, made in enumerate(idea.decisions):
        yield Event(
            slug, made.date, "decided", number, (made.by,), made.because, made, entered=entered
        )
        entered = made.date


def _measured(slug: str, idea: Idea, stage: Stage) -> Iterator[Event]:
    """Results that were read, and those that are awaited while the idea is alive."""
    alive = stage.kind == "active" or stage.outcome == "good"
    for number, each in enumerate(idea.evidence):
        if each.date is None or (each.result is None and not alive):
            continue
        read = each.result is not None
        who = (idea.builder,) if idea.builder else ()
        yield Event(
            slug,
            each.date,
            "read" if read else "result",
            number,
            who,
            each.metric,
            evidence=each,
            ahead=not read,
        )
