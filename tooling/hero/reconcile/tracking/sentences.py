"""What is said on tracking issues, sentence by sentence; the words of others are made inert."""

import datetime as dt
from collections.abc import Iterator, Sequence

from hero.process.turn import Due, Turn
from hero.reconcile.inert import said
from hero.registry.idea import Decision, Idea
from hero.registry.markdown import plain
from hero.registry.phrases import both
from hero.registry.pipeline import Stage
from hero.registry.secrets import masked

ROLES = {
    "proposer": "whoever proposed it",
    "advocate": "an advocate",
    "builder": "whoever builds it",
    "sponsor": "whoever sponsors it",
    "registry": "the registry itself",
}


def read_all(address: str) -> str:
    """Leads to the idea's page."""
    return f'<a href="{address}">Read all of it</a>.'


def proposed_by(idea: Idea) -> str:
    """Whose idea it is."""
    return f"Proposed by {said(both(idea.proposers))}."


def standing(stage: Stage) -> str:
    """Where it stands, and what that means."""
    more = "" if stage.kind == "final" else " Recorded is not approved."
    return f"<b>Stage: {said(stage.name)}.</b> {said(stage.means)}{more}"


def whose_turn(turn: Turn) -> str:
    """Who it waits for, and until when."""
    dues = "".join(f" {said(due.sentence)}" for due in turn.due)
    if turn.role is None:
        return f"<b>Whose turn</b>: nobody's. {said(turn.because)}{dues}"
    who = said(both(turn.who)) if turn.who else ROLES[turn.role]
    return f"<b>Whose turn</b>: {who}. {said(turn.because)}{dues}"


def who_helps(idea: Idea) -> str:
    """Who carries it on."""
    passed = {entry.login for entry in idea.passed}
    named = [login for login in idea.advocates if login not in passed]
    if not named:
        return "<b>Who helps</b>: no advocate has it yet."
    first = f"{said(named[0])} (accountable)"
    return f"<b>Who helps</b>: {both([first, *map(said, named[1:])])}."


def how_to_vote(own: bool) -> str:
    """How to vote. `own`: the text that counts is this very one."""
    where = "this text" if own else "the text at the top of this issue"
    return (
        f"<b>Would it help you too?</b> Give {where} a thumb up: that is a vote. "
        "What you know about it is welcome below."
    )


def commands(address: str | None) -> str:
    """Where it says what can be said here."""
    listed = f', and <a href="{said(address)}">a page lists all commands</a>' if address else ""
    return (
        "<b>To move it on</b>, write a comment with a command in a line of its own: "
        f"<code>/help</code> says what can be said now{listed}."
    )


def kept() -> str:
    """That the text changes by itself."""
    return "This text is kept up to date by itself."


def moved(idea: Idea, ends: tuple[str, str], calls: Sequence[str]) -> str:
    """The move. `calls` are the people whose idea it is, who are told."""
    names = " ".join(f"@{login}" for login in calls)
    way = f"“{said(masked(idea.title))}” moves from {said(ends[0])} to {said(ends[1])}."
    return f"{names}: <b>{way}</b>" if names else f"<b>{way}</b>"


def decided(decision: Decision) -> str:
    """Who decided, and when."""
    more = f", approved by {said(both(decision.approved_by))}" if decision.approved_by else ""
    pull = f", in #{decision.pull}" if decision.pull else ""
    return f"Decided by {said(decision.by)} on {day(decision.date)}{more}{pull}. The reason:"


def reopening(words: str) -> str:
    """What would have an idea looked at again that ends or rests, in a line of plain words."""
    return f"<b>Would be looked at again</b>: {said(masked(plain(words)))}"


def next_step(stage: Stage, turn: Turn, told: Sequence[str]) -> str:
    """What comes next, from whom, and by when. `told` were called by name already."""
    if stage.kind == "final" and stage.outcome != "good":
        return (
            "<b>Next</b>: nothing has to be done, and this issue is closed. If the facts change, "
            "write a comment here that says what is different now."
        )
    if turn.role in (None, "registry"):
        rests = stage.kind == "paused"
        return f"<b>Next</b>: {said(turn.because if rests else stage.means)}{_by(turn.due)}"
    known = {login.lower() for login in told}
    named = [said(each) if each.lower() in known else f"@{each}" for each in turn.who]
    who = both(named) if named else f"{ROLES[turn.role or 'registry']}, and nobody is that yet"
    return f"<b>Next</b>: it is the turn of {who}.{_by(turn.due)}"


def copied(first: int) -> str:
    """On a second issue about one idea, which a race has left."""
    return f"Everything about this idea is in #{first}. This issue was opened by mistake."


def day(date: dt.date) -> str:
    """A day as people write it."""
    return f"{date.day} {date:%B %Y}"


def _by(dues: Sequence[Due]) -> str:
    return "".join(f" {line}" for line in _dues(dues))


def _dues(dues: Sequence[Due]) -> Iterator[str]:
    for due in dues:
        if due.met_on is None:
            when = (
                f"By {day(due.on)}" if due.on else said(f"{due.within[0].upper()}{due.within[1:]}")
            )
            yield f"{when}: {said(due.what)} ({due.role})."
