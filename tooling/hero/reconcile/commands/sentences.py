"""What is said about commands, sentence by sentence; the words of others are made inert."""

import datetime as dt
from collections.abc import Iterable, Sequence

from hero.reconcile.commands.effects import No
from hero.reconcile.commands.parse import MOST, Command
from hero.reconcile.commands.verbs import VERBS
from hero.reconcile.inert import rendered, said
from hero.reconcile.ready import Ready
from hero.registry.phrases import both, number
from hero.registry.registry import Registry

#: The page that lists all commands.
PAGE = "process/commands.html"
#: Commands by which an idea ends or rests, and what can be said with them.
_ENDING = ("/park", "/decline", "/withdraw", "/duplicate-of")
_REOPENING = (
    "; where an idea ends or rests, a paragraph that begins with <code>Reopen when:</code> says "
    "what would have it looked at again"
)


def carried_out(command: Command, does: str, pull: int) -> str:
    """A command has become a pull."""
    return f"{_name(command.verb)}: #{pull} {said(does)}."


def refused(command: Command, why: No) -> str:
    """A command that nothing comes of, and what to do instead."""
    if why.there:
        return f"{_name(command.verb)}: {said(why.words)}. Nothing has to be done."
    helps = "".join(f"<li>{_form(_sentence(each))}</li>" for each in why.help)
    listed = f"<ul>{helps}</ul>" if helps else ""
    return f"{_name(command.verb)} is not carried out: {said(why.words)}.{listed}"


def near_miss(command: Command) -> str:
    """Something that is nearly a command."""
    example = said(VERBS[command.verb].example)
    return (
        f"There is no command {_name(command.word)}. Did you mean {_name(command.verb)}? "
        f"Write it in a new comment, for instance <code>{example}</code>."
    )


def too_many() -> str:
    """More commands than are read."""
    return (
        f"Only the first {number(MOST)} commands of a comment are read: write the rest in another."
    )


def standing(stands: Ready | None, approves: bool) -> str:
    """What becomes of the pull that a command has opened."""
    if stands is None or stands.state == "faults":
        return "It is looked at there."
    if stands.state == "ready":
        return "That is all it takes, so it is merged now."
    needs = "; ".join(said(each) for each in stands.needs)
    word = "Your word counts there as your approval. " if approves else ""
    return f"{word}It still needs: {needs}."


def counts_there(command: Command, pull: int) -> str:
    """Somebody else has asked for the same before."""
    return (
        f"{_name(command.verb)}: #{pull} does that already, and this counts there as your approval."
    )


def one_at_a_time(command: Command, pull: int, does: str) -> str:
    """Another move of the idea is being decided on."""
    return (
        f"{_name(command.verb)} is not carried out: one move is decided on at a time, and #{pull} "
        f"{said(does)}. Approve that, or close it and say this again."
    )


def enough_open(count: int) -> No:
    """Somebody has more pulls open than one idea needs."""
    return No(f"{number(count)} pulls by you wait on this idea already", ("wait for those first",))


def changed_since() -> str:
    """A command whose pull is closed, as it was edited or taken away."""
    return (
        "The comment behind this was edited or taken away, so it counts no longer and its pull is "
        "closed. To say it again, write a new comment."
    )


def overtaken(reasons: Iterable[str]) -> str:
    """A command whose pull is closed, as the idea has changed."""
    more = "".join(f"<li>{each}</li>" for each in reasons)
    listed = f"<ul>{more}</ul>" if more else ""
    return f"The idea has changed since, so the pull for this is closed.{listed}"


def snoozed(day: dt.date) -> str:
    """No reminders for a while."""
    until = f"{day.day} {day:%B %Y}"
    return f"{_name('snooze')}: you are not reminded of this before {until}. What is due stays due."


def passed_at_the_door(asked: bool) -> str:
    """An advocate has passed before the idea was recorded."""
    then = "Somebody else is asked instead." if asked else "You are not asked."
    return f"{_name('pass')}: thank you for saying so. {then}"


def helped_at_the_door(verb: str, login: str) -> str:
    """An advocate takes a new idea on, or asks another."""
    does = {"claim": "is accountable for it from now on", "assign": "is asked to help it"}[verb]
    return f"{_name(verb)}: thank you. {said(login)} {does}."


def in_the_pull(command: Command, pull: int) -> str:
    """Something that is said where the idea is reviewed."""
    return f"{_name(command.verb)}: the idea is not recorded yet, so please say that in #{pull}."


def withdrawn_at_the_door() -> str:
    """A proposer takes an idea back before it is recorded."""
    return (
        f"{_name('withdraw')}: it is taken back, and this pull is closed. Thank you for having "
        "thought it through; reopen it whenever you like."
    )


def turned_down(proposers: Sequence[str]) -> str:
    """What becomes of the pull of an idea that is decided on before it was recorded."""
    return (
        f"Thank you, {said(both(proposers))}, for the work that you put into it: the idea is "
        "recorded with this reason and your name, so that everybody can find it and come back to "
        "it. This pull is closed once that is done."
    )


def rerun(title: str) -> str:
    """The check was written again."""
    return f"{_name('rerun')}: everything was read again, and the check is written. {said(title)}."


def open_by_hand(compare: str, carried: Sequence[str]) -> str:
    """This repository lets people alone open pulls."""
    what = " ".join(carried)
    return (
        f"<p>{what} This repository lets only people open pulls, so one click of yours is needed: "
        f'<a href="{said(compare)}">open the pull</a>, as it is. Your word counts there.</p>'
    )


def ready_to_open(command: Command, does: str) -> str:
    """What a branch holds that nobody has opened a pull from."""
    return f"{_name(command.verb)}: a branch is ready that {said(does)}."


def pull_text(login: str, thread: int, does: Sequence[str], reason: str) -> str:
    """What the pull says that a command has opened."""
    listed = said("; ".join(does))
    told = f"\n\n<b>Why</b>\n\n{rendered(reason)}" if reason else ""
    return (
        f"<p>{said(login)} asked for this in #{thread}: it {listed}. What they said there counts "
        f"here as well, for as long as it stands unedited.</p>{told}"
    )


def helps(forms: Sequence[tuple[str, str]]) -> str:
    """The commands that somebody can give here now, with what each does."""
    listed = "".join(
        f"<li><code>{_form(form)}</code>: {said(about)}.</li>" for form, about in forms
    )
    ends = any(form.startswith(_ENDING) for form, _ in forms)
    return (
        "What you can say here now, each on a line of its own, with a reason behind it or on the "
        f"lines below{_REOPENING if ends else ''}:<ul>{listed}</ul>"
    )


def page_of(registry: Registry) -> str:
    """Where all commands are explained."""
    site = registry.network.site
    if not site:
        return ""
    return f'<sub><a href="{said(site.rstrip("/"))}/{PAGE}">All commands</a></sub>'


def _name(verb: str) -> str:
    return f"<code>/{said(verb)}</code>"


def _form(words: str) -> str:
    """A form to be copied as it is: the word in it is nobody's login, and stands in code."""
    return said(words).replace("@\u200bLOGIN", "@LOGIN")


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}" + ("" if words.endswith((".", "?", "`")) else ".")
