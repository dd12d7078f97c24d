"""What the comment on a pull says, sentence by sentence; the words of others are made inert."""

import datetime as dt
import html
from collections.abc import Iterator
from urllib.parse import quote

from hero.advocates.assignment import Assignment
from hero.advocates.subject import Owner
from hero.process.calendar import calendar
from hero.process.workdays import due_on
from hero.reconcile.forms.memory import form_of
from hero.reconcile.inert import said
from hero.reconcile.reading import Reading
from hero.reconcile.ready import Ready
from hero.registry.phrases import both, counted
from hero.registry.secrets import masked

_RECORDED = "Recorded is not approved: it means that everyone can find it and talk about it."


def headline(reading: Reading, ready: Ready) -> str:
    """How the pull stands, in one line."""
    if ready.state == "faults":
        if not reading.pull.whole:
            return "Too large to be looked at"
        return f"{counted(len(reading.errors), 'thing').capitalize()} to mend first"
    if ready.state == "ready":
        return "Everything is in place"
    whom = {"advocate": "an advocate", "proposer": "its author", "registry": "the registry"}
    return f"Valid, and waiting for {whom.get(ready.on or '', f'the {ready.on}')}"


def greeting(reading: Reading) -> str:
    """What the pull is about, to whoever opened it."""
    title = said(masked(reading.idea.title)) if reading.idea else None
    who = said(_author(reading))
    if reading.kind == "new":
        idea = f"“{title}”" if title else "your idea"
        return f"Hello {who}, and thank you for {idea}."
    if reading.step is not None:
        way = reading.step.decision
        ends = [_name(reading, end) for end in (way.from_, way.to)]
        return f"This moves “{title}” from {ends[0]} to {ends[1]}."
    return f"This revises “{title}”." if title else "This changes an idea."


def missing(reading: Reading, ready: Ready) -> Iterator[str]:
    """What the pull lacks, where no diagnostic says it."""
    if ready.state == "waits" or not reading.pull.whole:
        yield from (said(f"{need[0].upper()}{need[1:]}.") for need in ready.needs)


def next_steps(reading: Reading, ready: Ready, assignment: Assignment | None) -> Iterator[str]:
    """What happens next, and by when. It has to be true once it has happened, too."""
    if not reading.pull.whole:
        return
    if ready.state == "faults":
        yield "Each push is checked again, and this comment says what is left."
        return
    if ready.state == "ready":
        yield "The bot merges this. Nobody has to do anything more."
        yield from _published(reading)
        return
    if ready.by is not None:
        yield _unread(reading, ready.by)
    if reading.kind == "new" and assignment and assignment.seats:
        yield from _deadlines(reading)


def _unread(reading: Reading, by: dt.date) -> str:
    """What comes of a pull that nobody reads."""
    if reading.kind != "new":
        return f"If nobody objects, this change is taken in after {day(by)}, read or not."
    return f"If nobody objects, the idea is recorded after {day(by)}, read or not. {_RECORDED}"


def _published(reading: Reading) -> Iterator[str]:
    site = reading.world.network.site
    if site and reading.slug:
        address = said(f"{site.rstrip('/')}/ideas/{reading.slug}.html")
        yield f'A few minutes later <a href="{address}">the page of the idea</a> shows it.'
    if reading.kind == "new":
        yield _RECORDED


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
    if not reading.pull.whole:
        yield "Make a new pull that changes the file of the idea, and nothing else."
    elif ready.state == "faults":
        yield _edit(reading)
        if _form(reading) is None and any(each.fix and each.fix.safe for each in reading.found):
            path = said(reading.head.where(reading.slug or "") or "")
            command = f"<code>hero check --fix {path}</code>"
            yield f"On your machine, {command} mends what is beyond doubt."
    elif ready.state == "waits" and ready.on == "advocate":
        yield "Advocates: <b>Files changed</b>, then <b>Review changes</b>, then <b>Approve</b>."
        if reading.kind == "new":
            yield (
                "Or write a comment that begins with <code>/decline</code> and says why, or with "
                "<code>/pass</code> where somebody else should help."
            )
            yield "Its author may take it back: <code>/withdraw</code>."
        else:
            yield "To say no, request changes: what you write reaches the author."
    elif ready.state == "waits" and ready.on == "proposer":
        yield from _for_author(reading)


def _for_author(reading: Reading) -> Iterator[str]:
    pull = reading.pull
    if pull.draft:
        yield "Once it is ready: <b>Ready for review</b>, at the end of this page."
    elif pull.mergeable is False:
        yield (
            "<b>Resolve conflicts</b>, at the end of this page, shows where both changed the same "
            "lines, and lets you choose."
        )
    else:
        yield _edit(reading)
        yield (
            "Or answer what they wrote. Then ask them to look again: the arrows beside their name, "
            "under <b>Reviewers</b>."
        )


def _edit(reading: Reading) -> str:
    """Where the author changes the file: on its branch, in the browser, or in the form's issue."""
    if issue := _form(reading):
        return f"The idea came by the form: its author edits #{issue}, and this pull follows."
    path = reading.head.where(reading.slug or "") or ""
    pull, forge = reading.pull, reading.world.network.forge.rstrip("/")
    if pull.head_repository is None:
        return f"Open <b>Files changed</b>, then <b>Edit file</b> beside <code>{said(path)}</code>."
    address = f"{forge}/{pull.head_repository}/edit/{quote(pull.branch)}/{quote(path)}"
    link = f'<a href="{html.escape(address)}">edit the file in your browser</a>'
    return f"If this is your pull, {link}: saving it there is a push."


def _author(reading: Reading) -> str:
    """Who opened the pull, or filled in the form that it was made from."""
    if _form(reading) and reading.idea:
        return reading.idea.proposers[0]
    return reading.pull.author.login


def _form(reading: Reading) -> int | None:
    """The issue of the form that the pull was made from, where it was."""
    return form_of(reading.pull, reading.world.network.repository)


def nobody_free(owner: Owner | None) -> str:
    """Nobody can be asked; `owner` knows what to do."""
    turn_to = f" Please turn to {said(owner.name)} ({said(owner.role)})." if owner else ""
    return f"no advocate is free for this at the moment.{turn_to}"


def too_long() -> str:
    """In place of a preview."""
    return "The idea is too long to be shown here; the file has all of it."


def held_words() -> str:
    """What it means that GitHub waits before it runs anything."""
    return (
        "GitHub says that workflows wait for an approval. So it is with a newcomer's first pull: a "
        "maintainer lets them run with one press. You need do nothing, and nothing waits for it: "
        "this comment is up to date without them."
    )


def day(date: dt.date) -> str:
    """A day as people write it."""
    return f"{date.day} {date:%B %Y}"


def _name(reading: Reading, stage: str) -> str:
    found = reading.world.pipeline.stage(stage)
    return said(found.name if found else stage)
