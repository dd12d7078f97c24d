"""What a command would do to an idea's file, or why it does nothing."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from hero.process.edits import Edit, Refused, Step, edited
from hero.reconcile.commands.people import Speaker
from hero.reconcile.overlay import Overlay
from hero.registry.idea import Idea
from hero.registry.registry import Registry


@dataclass(frozen=True)
class Room:
    """Where a command is carried out: the registry with all that was carried out before it.

    `intake` says that the idea is not recorded yet, `files` has what was written so far.
    """

    registry: Registry
    slug: str
    by: Speaker
    day: dt.date
    intake: bool = False
    files: Mapping[str, bytes] | None = None

    @property
    def idea(self) -> Idea:
        """The idea as it is by now."""
        return self.registry.ideas[self.slug]


@dataclass(frozen=True, slots=True)
class Done:
    """The files as they will be. `words` say what was done, as `moved to exploring`.

    `to` is the stage it leads to, for a move.
    """

    files: tuple[Edit, ...]
    words: str
    to: str | None = None


@dataclass(frozen=True, slots=True)
class No:
    """Why not, in a sentence without its stop, and what to do instead.

    `there` says that it is so already, so that nothing has to be done.
    """

    words: str
    help: tuple[str, ...] = ()
    there: bool = False


Effect = Done | No


def edit(room: Room, steps: list[Step], words: str) -> Effect:
    """An edit of the idea's file alone."""
    made = edited(room.registry, room.slug, steps)
    return no(made) if isinstance(made, Refused) else Done((made,), words)


def no(refused: Refused) -> No:
    """A refusal of the files, as an answer."""
    return No(refused.words, refused.help)


def after(room: Room, done: Done) -> Room:
    """The room once something was done in it."""
    registry, files = room.registry, {each.path: each.after for each in done.files}
    ideas = {**registry.ideas, **{each.slug: each.idea for each in done.files}}
    registry = replace(registry, source=Overlay(registry.source, files), ideas=ideas)
    return replace(room, registry=registry, files={**(room.files or {}), **files})
