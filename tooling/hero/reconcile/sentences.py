"""What the comment on a pull says, sentence by sentence; the words of others are made inert."""

import datetime as dt
from collections.abc import Iterator

from hero.advocates.assignment import Assignment
from hero.process.calendar import calendar
from hero.process.workdays import due_on
from hero.reconcile.inert import said
from hero.reconcile.reading import Reading
from hero.reconcile.ready import Ready
from hero.registry.phrases import both, counted


def headline(reading: Reading, ready: Ready) -> str:
    """How the pull stands, in one line."""
    if ready.state == "faults":
        few = counted(len(reading.errors), "thing") if reading.errors else "something"
        return f"{few.capitalize()} to mend first"
    if ready.state == "ready":
        return "Everything is in place"
    whom = {"advocate": "an advocate", "proposer": "its author", "registry": "the registry"}
    return f"Valid, and waiting for {whom.get(ready.on or '', f'the {ready.on}')}"


def greeting(reading: Reading) -> str:
    """What the pull is about, to whoever opened it."""
    title = said(reading.idea.title) if reading.idea else None
    who = said(reading.pull.author.login)
    if reading.kind == "new":
        idea = f"“{title}”" if title else "your idea"
        return f"Hello {who}, and thank you for {idea}."
    if reading.step is not None:
        way = reading.step.decision
        ends = [_name(reading, end) for end in (way.from_, way.to)]
        return f"This moves “{title}” from {ends[0]} to {ends[1]}."
    return f"This revises “{title}”." if title else "This changes an idea."


def next_steps(reading: Reading, ready: Ready, assignment: Assignment | None) -> Iterator[str]:
    """What happens next, and by when."""
    if ready.state == "faults":
        listed = ready.needs if not reading.errors else ()
        yield from (said(f"{need[0].upper()}{need[1:]}.") for need in listed)
        yield "Mend what is listed: each push is checked again, and this comment follows."
        return
    if ready.state == "ready":
        yield "The bot merges it now. Nobody has to do anything."
        return
    for need in ready.needs:
        yield said(f"{need[0].upper()}{need[1:]}.")
    if reading.kind == "new" and assignment and assignment.seats:
        yield from _deadlines(reading)
    if ready.by is not None:
        yield (
            f"If nobody objects, it is recorded after {day(ready.by)} in any case. Recorded is "
            "not approved: it means that everyone can find it and talk about it."
        )


def _deadlines(reading: Reading) -> Iterator[str]:
    """What the pipeline promises for a new idea, as days."""
    days = calendar(reading.world.network.holidays)
    opened = reading.pull.opened.astimezone(dt.UTC).date()
    promised = [
        (deadline.what, due)
        for deadline in reading.world.pipeline.initial.deadlines
        if (due := due_on(days, deadline, opened)) is not None
    ]
    if promised:
        words = both([f"the {said(what)} by {day(due)}" for what, due in promised])
        yield f"You can count on {words}."


def remedies(reading: Reading, ready: Ready) -> Iterator[str]:
    """What whoever reads this can do now."""
    path = said(reading.head.where(reading.slug or "") or "")
    if ready.state == "faults":
        yield f"Open <b>Files changed</b>, then <b>Edit file</b> beside <code>{path}</code>."
        if any(each.fix and each.fix.safe for each in reading.found):
            command = f"<code>hero check --fix {path}</code>"
            yield f"On your machine, {command} mends what is beyond doubt."
    elif ready.state == "waits" and ready.on == "advocate":
        yield "Advocates: <b>Files changed</b>, then <b>Review changes</b>, then <b>Approve</b>."
        yield (
            "To turn it down at the door, move it in this pull: "
            f"<code>hero move {said(reading.slug or '')} declined --because TEXT</code>."
            if reading.kind == "new"
            else "To say no, request changes: what you write reaches the author."
        )


def held_words() -> str:
    """What it means that GitHub waits before it runs anything."""
    return (
        "GitHub runs the checks of a newcomer's first pull only after somebody here approves that. "
        "You need do nothing: what this comment says is up to date without them."
    )


def day(date: dt.date) -> str:
    """A day as people write it."""
    return f"{date.day} {date:%B %Y}"


def _name(reading: Reading, stage: str) -> str:
    found = reading.world.pipeline.stage(stage)
    return said(found.name if found else stage)
