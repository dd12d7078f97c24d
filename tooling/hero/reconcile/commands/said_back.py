"""The answer to what somebody said: a line for each command, and what else is done at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hero.reconcile.actions import Action, Ask, Assign
from hero.reconcile.commands import sentences
from hero.reconcile.commands.actions import Answer, ClosePull, Unask
from hero.reconcile.commands.carry import BESIDE, Deed
from hero.reconcile.commands.dates import day_first
from hero.reconcile.commands.effects import Done, No
from hero.reconcile.commands.hearing import Saying, Thread
from hero.reconcile.commands.lawful import verbs_for
from hero.reconcile.commands.marks import answer_mark
from hero.reconcile.commands.parse import MOST, Command
from hero.reconcile.commands.people import Speaker, speaker
from hero.reconcile.commands.verbs import VERBS
from hero.reconcile.ready import Ready, ready
from hero.reconcile.seen import Observed
from hero.reconcile.sentences import headline
from hero.registry.conditions.case import rostered, same
from hero.registry.registry import Registry


@dataclass(frozen=True)
class Outcome:
    """What came of a saying: its deed, and the pull that carries it out with how that stands.

    `instead` stands for the effects of all that would have changed a file.
    """

    deed: Deed
    pull: int | None = None
    stands: Ready | None = None
    instead: No | str | None = None


def answer(
    base: Registry, observed: Observed, thread: Thread, saying: Saying, came: Outcome
) -> Iterator[Action]:
    """The answer, once, and what is done beside it."""
    by = speaker(base, saying.by, saying.day)
    lines, actions = [], []
    effects = {id(command): effect for command, effect in came.deed.effects}
    for command in saying.commands[:MOST]:
        if not command.known:
            lines.append(sentences.near_miss(command))
        elif (effect := effects.get(id(command))) is not None:
            lines.append(_of_file(command, effect, came))
        else:
            line, more = _beside(base, observed, thread, saying, command, by)
            lines.append(line)
            actions.extend(more)
    if came.pull and came.deed.done and came.instead is None:
        lines.append(sentences.standing(came.stands, by.advocate))
        if thread.is_intake and thread.reading and thread.reading.idea:
            lines.append(sentences.turned_down(thread.reading.idea.proposers))
    if len(saying.commands) > MOST:
        lines.append(sentences.too_many())
    mark = answer_mark(saying.key)
    about = " ".join(dict.fromkeys(f"/{command.verb}" for command in saying.commands[:MOST]))
    yield Answer(thread.number, body_of(mark, lines, base), mark, about, came.pull)
    yield from actions


def body_of(mark: str, lines: Sequence[str], base: Registry) -> str:
    """An answer as Markdown: its mark on the first line, one paragraph a command."""
    told = "\n".join(map(_paragraph, lines))
    page = sentences.page_of(base)
    return f"{mark}\n\n{told}" + (f"\n{page}" if page else "")


def _paragraph(line: str) -> str:
    """A line of an answer; a list in it stands below its paragraph, as HTML has it."""
    words, opens, items = line.partition("<ul>")
    return f"<p>{words}</p>{opens}{items}"


def _of_file(command: Command, effect: Done | No, came: Outcome) -> str:
    if isinstance(effect, No):
        return sentences.refused(command, effect)
    if isinstance(came.instead, No):
        return sentences.refused(command, came.instead)
    if came.instead is not None:
        return came.instead
    return sentences.carried_out(command, effect.words, came.pull or 0)


def _beside(
    base: Registry,
    observed: Observed,
    thread: Thread,
    saying: Saying,
    command: Command,
    by: Speaker,
) -> tuple[str, list[Action]]:
    """What changes no file: said back, with what is done."""
    if thread.is_intake and command.verb in BESIDE:
        return _at_the_door(base, observed, thread, command, by)
    if command.verb == "snooze":
        return _snoozed(base, thread, saying, command, by), []
    if command.verb == "rerun":
        return _rerun(thread, command, by), []
    reading = thread.reading
    idea = (reading.idea if reading else None) or base.ideas.get(thread.slug)
    if idea is None:
        return sentences.helps([(VERBS["help"].form, VERBS["help"].about)]), []
    verbs = verbs_for(base, idea, by, thread.is_intake, thread.is_pull)
    return sentences.helps([(VERBS[verb].form, VERBS[verb].about) for verb in verbs]), []


def _rerun(thread: Thread, command: Command, by: Speaker) -> str:
    reading = thread.reading
    if reading is None or not thread.is_pull:
        return sentences.refused(command, No("there is no check here: it belongs into a pull"))
    if not by.advocate and same(reading.pull.author.login) != same(by.login):
        return sentences.refused(
            command, No("only advocates and whoever opened the pull ask for it")
        )
    return sentences.rerun(headline(reading, ready(reading)))


def _snoozed(base: Registry, thread: Thread, saying: Saying, command: Command, by: Speaker) -> str:
    idea = base.ideas.get(thread.slug)
    if idea is None or not by.takes_part(idea):
        why = No("nobody reminds you of this idea, so there is nothing to put off", there=False)
        return sentences.refused(command, why)
    found = day_first(command.rest, saying.day)
    if found is None or found[0] <= saying.day:
        why = No(
            "it does not say until when, as a day that lies ahead", ("for instance `/snooze 2w`",)
        )
        return sentences.refused(command, why)
    return sentences.snoozed(found[0])


def _at_the_door(
    base: Registry, observed: Observed, thread: Thread, command: Command, by: Speaker
) -> tuple[str, list[Action]]:
    reading = thread.reading
    if reading is None or reading.idea is None:
        return sentences.refused(command, No("the idea cannot be read yet")), []
    pull, own = reading.pull, by.proposes(reading.idea)
    if not thread.is_pull and command.verb != "withdraw":
        return sentences.in_the_pull(command, pull.number), []
    if command.verb == "withdraw":
        if not own and pull.author.id != by.id:
            return sentences.refused(command, No("only its proposers take an idea back")), []
        return sentences.withdrawn_at_the_door(), [ClosePull(pull.number)]
    if not by.advocate or own:
        return sentences.refused(command, No("only advocates who do not propose it can say so")), []
    if command.verb == "assign":
        return _assigned(base, observed, thread, command)
    if command.rest:
        why = No(f"`/{command.verb}` stands alone on its line")
        return sentences.refused(command, why), []
    if command.verb == "claim":
        return sentences.helped_at_the_door("claim", by.login), []
    asked = [
        each.login
        for each in pull.requested
        if each.id == by.id or same(each.login) == same(by.login)
    ]
    gone: list[Action] = [Unask(pull.number, tuple(asked))] if asked else []
    return sentences.passed_at_the_door(bool(asked)), gone


def _assigned(
    base: Registry, observed: Observed, thread: Thread, command: Command
) -> tuple[str, list[Action]]:
    login = command.rest.strip().removeprefix("@").rstrip(".,")
    day = thread.reading.change.facts.today if thread.reading else None
    row = rostered(base.roster, login, day) if day else None
    if row is None:
        why = No(
            f"{login[:40] or 'nobody'} is not on the roster of advocates",
            (f"write `{VERBS['assign'].form}`",),
        )
        return sentences.refused(command, why), []
    actions: list[Action] = []
    if same(row.login) in observed.requestable:
        actions.append(Ask(thread.number, (row.login,)))
    elif same(row.login) in observed.assignable:
        actions.append(Assign(thread.number, (row.login,)))
    return sentences.helped_at_the_door("assign", row.login), actions
