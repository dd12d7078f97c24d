"""The marks by which commands, answers and pulls find each other, in our own words alone."""

import re
from dataclasses import dataclass

#: In the first line of an answer of ours.
_ANSWER = "<!-- hero: answer {} -->"
#: In the last line of the message of a commit on a branch of ours, and in the text of the pull.
_CARRIES = "Hero-Command: {} {} {}"
_CARRIED = re.compile(r"^Hero-Command: (\d{1,12}) ([cr]\d{1,20}) ([a-z0-9-]{1,80})$", re.MULTILINE)
MOVES, SAYS = "hero/move/", "hero/say/"


@dataclass(frozen=True, slots=True)
class Carried:
    """What a branch of ours carries out: what was said where, while the idea was in a stage."""

    thread: int
    key: str
    stage: str

    @property
    def words(self) -> str:
        """The line that says it."""
        return _CARRIES.format(self.thread, self.key, self.stage)


def answer_mark(key: str) -> str:
    """The first line of our answer to a comment or a review."""
    return _ANSWER.format(key)


def carried(message: str) -> tuple[Carried, ...]:
    """What a commit's message says that it carries out."""
    return tuple(Carried(int(one), key, stage) for one, key, stage in _CARRIED.findall(message))


def branch_of(slug: str, key: str, moves: bool) -> str:
    """The branch for what somebody said: one for the moves of an idea, one each for the rest.

    Nobody's offer to build an idea stands in the way of a decision about it, or of another's.
    """
    return f"{MOVES}{slug}" if moves else f"{SAYS}{slug}/{key}"


def is_for_commands(branch: str) -> bool:
    """Is this the name of a branch that carries commands out?"""
    return branch.startswith((MOVES, SAYS))
