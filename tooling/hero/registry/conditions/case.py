"""What a condition is held against, and what it answers: holds, missing or unknown."""

import datetime as dt
from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from hero.registry.idea import Idea
from hero.registry.policies import Advocate, Challenge, Roster
from hero.registry.words import Words


class State(StrEnum):
    """How a condition stands. Unknown: only the forge can tell, and nobody has asked it."""

    HOLDS = "holds"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Approval:
    """Somebody approved a pull: at which commit, and by GitHub's number for them, where known."""

    login: str
    commit: str | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the files cannot know, as handed in by whoever asks.

    `approvals` and `said_yes` (who took a role by their own word) are None where nobody has asked
    the forge. `head` is the commit that an approval must stand on; None counts them all.
    `authors` wrote the commits of the pull; None: not known.
    """

    today: dt.date
    approvals: tuple[Approval, ...] | None = None
    said_yes: frozenset[str] | None = None
    head: str | None = None
    authors: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """An idea that is about to move, and all that a condition may look at.

    `entered` is the day it entered the stage that it leaves. `place_of` says how far an idea has
    come (None: it has ended), and `target` how far this one wants to go.
    """

    idea: Idea
    facts: Facts
    roster: Roster
    entered: dt.date | None
    others: Callable[[str], Idea | None]
    place_of: Callable[[Idea], int | None]
    target: int | None
    challenge: Challenge | None

    def advocate(self, login: str, number: int | None = None) -> Advocate | None:
        """The advocate of this login or account number who counts on this day."""
        return rostered(self.roster, login, self.facts.today, number)

    def proposes(self, login: str) -> bool:
        """Is the idea theirs, or sent in by them?"""
        own = {same(each) for each in self.idea.proposers}
        return same(login) in own | {same(self.idea.submitted_by or "")}


@dataclass(frozen=True, slots=True)
class Finding:
    """How one condition stands: what it asks, what shows it, and what would still be needed."""

    state: State
    asks: str
    evidence: str = ""
    needed: str = ""


class Asked(Words):
    """What all conditions share: a few words that say them, and a judgement of a case."""

    @property
    @abstractmethod
    def words(self) -> str:
        """What is asked, as playbook, site and command line print it."""

    @abstractmethod
    def judge(self, case: Case) -> Finding:
        """Does it hold in this case?"""

    def holds(self, evidence: str) -> Finding:
        """It does, as this shows."""
        return Finding(State.HOLDS, self.words, evidence)

    def lacks(self, needed: str) -> Finding:
        """It does not, and this would mend it."""
        return Finding(State.MISSING, self.words, needed=needed)

    def unknown(self, needed: str) -> Finding:
        """Nobody here can know, and this is how it would be known."""
        return Finding(State.UNKNOWN, self.words, needed=needed)


def same(login: str) -> str:
    """A login as it is compared: GitHub takes no notice of case."""
    return login.lower()


def rostered(roster: Roster, login: str, on: dt.date, number: int | None = None) -> Advocate | None:
    """The advocate who counts on a day: on the roster then, and not a shadow.

    The account number decides where it is known: a login can be renamed, and taken by another.
    """
    for advocate in roster.advocates:
        known = advocate.id == number if number else same(advocate.login) == same(login)
        if known and serves(advocate, on) and not advocate.shadow:
            return advocate
    return None


def serves(advocate: Advocate, on: dt.date) -> bool:
    """Is somebody an advocate on this day, a shadow or not?"""
    return advocate.since <= on and (advocate.until is None or on <= advocate.until)
