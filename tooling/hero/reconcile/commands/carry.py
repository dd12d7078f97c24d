"""Carrying out what somebody said: each command in turn, and the files that come of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from hero.process.change import Change, Pull
from hero.reconcile.commands.effects import Done, Effect, No, Room, after
from hero.reconcile.commands.hearing import Saying, Thread
from hero.reconcile.commands.moving import advance, decline, duplicate, park, withdraw
from hero.reconcile.commands.parse import MOST, Command
from hero.reconcile.commands.people import speaker
from hero.reconcile.commands.seating import assign, claim, evaluate, offer, pass_on
from hero.reconcile.commands.verbs import VERBS
from hero.reconcile.overlay import Overlay
from hero.registry.conditions.case import Facts
from hero.registry.diagnostic import Severity
from hero.registry.registry import Registry
from hero.rules import check

_EFFECTS: Mapping[str, Callable[[Room, Command], Effect]] = {
    "advance": advance,
    "park": park,
    "decline": decline,
    "withdraw": withdraw,
    "duplicate-of": duplicate,
    "assign": assign,
    "claim": claim,
    "pass": pass_on,
    "build": offer,
    "sponsor": offer,
    "evaluate": evaluate,
}
#: What is decided on an idea that is not recorded yet, and what is done there without its file.
AT_THE_DOOR, BESIDE = ("decline", "duplicate-of"), ("pass", "claim", "assign", "withdraw")
#: What the answer says in its own words already.
_SAID = ("move-gate", "move-person")


@dataclass(frozen=True)
class Deed:
    """What comes of a saying: an effect for each of its commands that would change a file.

    `files` are those that the idea's pull would hold; `to` is the stage that it leads to, `stage`
    the one that it was in (`new`: not recorded yet).
    """

    effects: tuple[tuple[Command, Effect], ...]
    files: Mapping[str, bytes]
    stage: str
    to: str | None = None

    @property
    def done(self) -> tuple[Done, ...]:
        """What was done."""
        return tuple(effect for _, effect in self.effects if isinstance(effect, Done))


def carry_out(base: Registry, thread: Thread, saying: Saying) -> Deed:
    """Each command that changes a file, on top of the one before it. Pure, and the same each time.

    The day is that of the saying, so that what it comes to stays the same until the idea changes.
    """
    room = _room(base, thread, saying)
    stage = "new" if room is None or room.intake else room.registry.stage(room.idea).id
    if room is None:
        return Deed(_unreadable(base, thread, saying), {}, stage)
    found: list[tuple[Command, Effect]] = []
    to = None
    for command in saying.commands[:MOST]:
        if not _writes(command, thread.is_intake):
            continue
        effect = _lawful(base, room, _effect(room, command))
        found.append((command, effect))
        if isinstance(effect, Done):
            room, to = after(room, effect), effect.to or to
    return Deed(tuple(found), room.files or {}, stage, to)


def _room(base: Registry, thread: Thread, saying: Saying) -> Room | None:
    by, slug = speaker(base, saying.by, saying.day), thread.slug
    if not thread.is_intake:
        return Room(base, slug, by, saying.day) if slug in base.ideas else None
    reading = thread.reading
    if reading is None or reading.idea is None or reading.errors or not reading.pull.whole:
        return None
    registry = replace(
        base,
        source=reading.head.source,
        ideas={**base.ideas, slug: reading.idea},
        paths={**base.paths, slug: reading.head.paths[slug]},
    )
    return Room(registry, slug, by, saying.day, intake=True)


def _effect(room: Room, command: Command) -> Effect:
    if room.intake and command.verb not in AT_THE_DOOR:
        return No(
            "the idea is not recorded yet",
            ("once it is, say it again where the idea is talked about",),
        )
    return _EFFECTS[command.verb](room, command)


def _lawful(base: Registry, room: Room, effect: Effect) -> Effect:
    """The effect, unless a rule is against it: the pull would never be merged."""
    if isinstance(effect, No):
        return effect
    files = {**(room.files or {}), **{each.path: each.after for each in effect.files}}
    head = Registry.read(Overlay(base.source, files), only=files.keys().__contains__)
    change = Change(base, Facts(room.day), frozenset(files), Pull("", "", ""))
    against = [
        each
        for each in check(head, change)
        if each.place.path in files and each.severity is Severity.ERROR and each.rule not in _SAID
    ]
    if not against:
        return effect
    return No("a rule is against it", tuple(_rule(each.message, each.help) for each in against[:3]))


def _rule(message: str, help_: tuple[str, ...]) -> str:
    return f"{message}: {help_[0]}" if help_ else message


def _unreadable(
    base: Registry, thread: Thread, saying: Saying
) -> tuple[tuple[Command, Effect], ...]:
    """Why nothing can be done with an idea whose file cannot be read."""
    path = base.where(thread.slug)
    if path is None and not thread.is_intake:
        why = No("the idea is not recorded", ("once it is, say it again",))
    elif thread.is_intake:
        help_ = ("its author mends it first; what is no idea at all is closed by hand",)
        why = No("the idea's file has faults, and nothing is recorded with faults", help_)
    else:
        why = No(f"{path} has faults of its own", (f"`hero check {path}` shows them",))
    commands = saying.commands[:MOST]
    return tuple((each, why) for each in commands if _writes(each, thread.is_intake))


def _writes(command: Command, intake: bool) -> bool:
    """Is this a command that changes the idea's file?"""
    beside = intake and command.verb in BESIDE
    return command.known and VERBS[command.verb].writes and not beside
