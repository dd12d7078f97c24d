"""What is remembered of an issue of the form: told by our own comment there, and our branch."""

import re
from dataclasses import dataclass
from typing import Literal

from hero.reconcile.seen import Account, Comment, IssueSeen, PullSeen

#: What tells our comment on an issue of the form from others.
STICKY = "<!-- hero: form -->"
#: The slug that the idea was given, and its pull: a number; `by-hand` where a person opens it.
MEMORY = "<!-- hero: form-of {} {} -->"
BY_HAND = "by-hand"
#: On a pull that we closed ourselves, since its issue was closed.
RETIRED = "<!-- hero: form-closed -->"

_REMEMBERED = re.compile(
    rf"<!-- hero: form-of ([a-z0-9]+(?:-[a-z0-9]+)*) (?:(\d{{1,9}})|{BY_HAND}) -->"
)
_BRANCH = re.compile(r"hero/form/([1-9]\d{0,8})")


@dataclass(frozen=True, slots=True)
class Memory:
    """What our comment on an issue of the form remembers.

    `pull` None beside a slug: we may not open pulls here, and a person was asked to. `copies` are
    further comments of this kind, which a race has left.
    """

    comment: Comment | None = None
    slug: str | None = None
    pull: int | None = None
    copies: tuple[Comment, ...] = ()


def memory(issue: IssueSeen, me: Account) -> Memory:
    """Only our own comments are believed, the oldest of them."""
    ours = sorted(
        (each for each in issue.comments if each.by.id == me.id and STICKY in each.body),
        key=lambda each: each.id,
    )
    if not ours:
        return Memory()
    found = _REMEMBERED.search(ours[0].body)
    slug, pull = (found[1], int(found[2]) if found[2] else None) if found else (None, None)
    return Memory(ours[0], slug, pull, tuple(ours[1:]))


def remembering(slug: str, pull: int | Literal["by-hand"] | str) -> str:
    """The line of a comment that remembers this."""
    return MEMORY.format(slug, pull)


def branch_of(issue: int) -> str:
    """The branch on which the idea of an issue is written."""
    return f"hero/form/{issue}"


def issue_of(branch: str) -> int | None:
    """The issue that a branch of ours was written for; None for any other branch."""
    found = _BRANCH.fullmatch(branch)
    return int(found[1]) if found else None


def form_of(pull: PullSeen, repository: str) -> int | None:
    """The issue that a pull was made from; None for a pull that people wrote themselves."""
    here = (pull.head_repository or "").lower() == repository.lower()
    return issue_of(pull.branch) if here else None
