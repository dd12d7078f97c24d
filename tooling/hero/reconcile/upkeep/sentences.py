"""What upkeep says, sentence by sentence; the words of others are made inert."""

import datetime as dt
from collections.abc import Mapping, Sequence

from hero.advocates.subject import Owner
from hero.process.flow.owed import Owed
from hero.reconcile.inert import said
from hero.registry.idea import Idea
from hero.registry.phrases import counted
from hero.registry.pipeline import Stage

TITLE = "Fill in what the registry keeps"


def pull_text(lines: Mapping[str, str]) -> str:
    """The text of the pull that holds recomputable facts."""
    rows = "".join(
        f"<li><code>{said(slug)}</code>: {said(what)}</li>" for slug, what in lines.items()
    )
    few = counted(len(lines), "idea")
    return (
        f"<p>This fills in what anyone could compute again for {few}: out of git, out of the pulls "
        f"that were merged, and out of the roster.</p><ul>{rows}</ul>"
        "<p>It merges itself, and only while it holds just these bytes. What somebody else pushes "
        "here is overwritten.</p>"
    )


def open_it(address: str) -> str:
    """Asks a person to open the pull, where a job may not."""
    return (
        "<p>The facts that the registry keeps are ready on a branch, and this repository does not "
        f'let a workflow open pulls. Would somebody <a href="{said(address)}">open it with one '
        "click</a>? It merges itself then.</p>"
    )


def check_title(count: int) -> str:
    """The line beside the check."""
    return f"Upkeep of {counted(count, 'idea')}: what anyone could compute again"


def day(date: dt.date) -> str:
    """A day as people write it."""
    return f"{date.day} {date:%B %Y}"


def reminder(who: str, idea: Idea, owed: Sequence[Owed], closed: bool = False) -> str:
    """What somebody is waited for, on this idea; where it is `closed`, nobody reads commands."""
    title = f"“{said(idea.title)}”"
    rows = "".join(f"<li>{_what(each)}</li>" for each in owed)
    called = f"<p>@{who}, {title} waits for you:</p><ul>{rows}</ul>"
    if closed:
        return f"{called}<p>{_way_on(owed[0])} You are not reminded of this again.</p>"
    return (
        f"{called}<p>{_way_on(owed[0])} If it has to wait, <code>/snooze DATE</code> keeps "
        "reminders away until then; if it should be somebody else's, <code>/pass</code> hands it "
        "on, and no reason is asked. You are not reminded of this again.</p>"
    )


def backup(other: str, first: str, idea: Idea) -> str:
    """Asks another advocate to help, where whoever leads is late."""
    whom = (
        f"{said(first)} leads it and may have a lot to do at the moment"
        if first
        else ("nobody leads it yet")
    )
    return (
        f"<p>@{other}, would you help with “{said(idea.title)}”? {whom}, and its proposer "
        "waits for an answer. A first question or an honest “not now” is a help already.</p>"
        "<p>If it stays quiet, the lead passes to you in about a week. <code>/pass</code> says "
        "that you would rather not.</p>"
    )


def lead(other: str, first: str, idea: Idea) -> str:
    """Tells both that the lead changes, kindly."""
    return (
        f"<p>@{other} leads “{said(idea.title)}” from now on. Thank you for stepping in.</p>"
        f"<p>@{first}, you stay one of its advocates, and nothing is held against anybody: days "
        "are full. <code>/claim</code> takes the lead back whenever you like.</p>"
    )


def tell_owner(owner: Owner, idea: Idea) -> str:
    """Tells whoever asked the question, or everybody, that an idea waits in vain."""
    whom = (
        f"@{owner.name}, as {said(owner.role)}"
        if owner.role != "network"
        else (f"To everybody in {said(owner.name)}")
    )
    return (
        f"<p>{whom}: “{said(idea.title)}” has waited for its advocates for weeks, and two of them "
        "were asked. Could you find somebody who has the time? <code>/assign @LOGIN</code> adds an "
        "advocate, and any advocate may <code>/claim</code> it.</p>"
    )


def stand_in(other: str, first: str, idea: Idea) -> str:
    """Asks somebody to look after an idea while its advocate is away."""
    return (
        f"<p>@{other}, {said(first)}, who leads “{said(idea.title)}”, is away for a while. Would "
        "you look after it meanwhile? Nothing is late: its days count again once "
        f"{said(first)} is back.</p>"
    )


def quiet(idea: Idea, stage: Stage, days: int) -> str:
    """Says how to revive an idea that has fallen silent; it calls nobody."""
    return (
        f"<p>Nothing was heard of “{said(idea.title)}” for {days} days. It stays open, and it "
        f"stays “{said(stage.name)}”: nothing is closed by itself.</p>"
        "<p>To revive it, one line is enough: what would have to be true for the next step, who "
        "could try it, or what has changed since. <code>/park until DATE</code> says when to look "
        "again, <code>/build</code> that you will build it, <code>/withdraw</code> that it is "
        "over, which is a fair end too.</p>"
    )


def unread(who: str, author: str) -> str:
    """Reminds an advocate of a pull that nobody has answered."""
    return (
        f"<p>@{who}, {said(author)} proposed this and has not heard from a person yet. A first "
        "question is an answer; so is an approval, which records it and promises nothing more. "
        "<code>/pass</code> hands it on.</p>"
    )


def unmended(who: str) -> str:
    """Reminds whoever opened a pull that it waits for them, and how to go on."""
    return (
        f"<p>@{who}, this waits for you, and it can wait: nothing is closed by itself. What is "
        "missing is listed in the comment above, with what to write instead. If you are stuck, ask "
        "here; if it is no longer wanted, close it, and it can be opened again at any time.</p>"
    )


def _what(owed: Owed) -> str:
    what = said(owed.what[0].upper() + owed.what[1:])
    if owed.kind == "revisit":
        return f"Its day has come ({day(owed.on)}): take another look at it"
    if owed.kind == "reading":
        return f"{what}, which was to be read on {day(owed.on)}"
    return f"{what}: was due on {day(owed.on)}"


def _way_on(owed: Owed) -> str:
    """The shortest way to do what is owed."""
    if owed.kind == "reading" or owed.role in ("builder", "sponsor"):
        return "Write the result into the idea's evidence, also where it is not what you hoped for."
    if owed.kind == "revisit":
        return (
            "<code>/advance</code> takes it up again, <code>/park until DATE</code> lets it rest."
        )
    if owed.reply:
        return "One sentence here is a reply."
    return (
        "<code>/advance</code>, <code>/park until DATE</code> or <code>/decline</code> with a "
        "reason decides it."
    )
