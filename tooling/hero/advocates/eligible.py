"""Who may be chosen at all: every reason why somebody may not."""

from collections.abc import Collection
from enum import StrEnum

from hero.advocates.subject import Candidate, Subject


class Reason(StrEnum):
    """Why a candidate is left out. The value is for programs; `words` are for people."""

    AUTHOR = "author"
    CO_AUTHOR = "co-author"
    SUBMITTER = "submitter"
    INVOLVED = "involved"
    PASSED = "passed"
    NOT_ON_ROSTER = "not-on-roster"
    SHADOW = "shadow"
    AWAY = "not-available"
    AT_CAPACITY = "at-capacity"
    SEATED = "seated"

    @property
    def words(self) -> str:
        """The reason as it follows a name: "… proposes it". Leave is never said to be leave."""
        return WORDS[self]


WORDS = {
    Reason.AUTHOR: "proposes it",
    Reason.CO_AUTHOR: "is one of its proposers",
    Reason.SUBMITTER: "sent it in",
    Reason.INVOLVED: "is to build or pay for it",
    Reason.PASSED: "passed it on",
    Reason.NOT_ON_ROSTER: "is no advocate on that day",
    Reason.SHADOW: "is learning, as a shadow",
    Reason.AWAY: "is not available",
    Reason.AT_CAPACITY: "has as many open ideas as they take",
    Reason.SEATED: "is one of its advocates already",
}

#: What takes a recorded advocate off an idea. Leave and load do not: whoever was put on an idea
#: by a person stays on it, and a bot that unassigns people is resented (test-infra#1631).
VOIDS = frozenset({Reason.AUTHOR, Reason.CO_AUTHOR, Reason.SUBMITTER, Reason.PASSED,
                   Reason.NOT_ON_ROSTER, Reason.SHADOW})  # fmt: skip


def reasons(
    subject: Subject, candidate: Candidate, open_load: int, seated: Collection[str] = ()
) -> tuple[Reason, ...]:
    """Every reason against a candidate, in the order of `Reason`; none for who may be chosen.

    `open_load` counts what waits on them now, other than this subject.
    """
    key = candidate.key
    found = (
        (Reason.AUTHOR, key in subject.authors[:1]),
        (Reason.CO_AUTHOR, key in subject.authors[1:]),
        (Reason.SUBMITTER, key in subject.submitters),
        (Reason.INVOLVED, key in subject.involved),
        (Reason.PASSED, key in subject.passed),
        (Reason.NOT_ON_ROSTER, not candidate.on(subject.date)),
        (Reason.SHADOW, candidate.shadow),
        (Reason.AWAY, _is_away(subject, candidate)),
        (Reason.AT_CAPACITY, open_load >= candidate.capacity),
        (Reason.SEATED, key in seated),
    )
    return tuple(reason for reason, holds in found if holds)


def _is_away(subject: Subject, candidate: Candidate) -> bool:
    """Away before the first reply is due, or on a day on which something later is due; or gone."""
    leaves = candidate.until
    if leaves is not None and any(day > leaves >= subject.date for day in subject.due):
        return True
    if not candidate.away:
        return False
    first, *later = sorted(subject.due) or [subject.date]
    return candidate.is_away(subject.date, max(first, subject.date)) or any(
        candidate.is_away(day, day) for day in later if day > subject.date
    )
