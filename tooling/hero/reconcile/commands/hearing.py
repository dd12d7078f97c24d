"""What people said where an idea is talked about, as far as it holds commands.

Only what was never edited counts, of people, not of bots and not of ourselves: an edit would put
words into a mouth that had been answered already. Nothing counts where conversation is locked,
since nobody could be answered there.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from hero.reconcile.commands.marks import answer_mark
from hero.reconcile.commands.parse import Command, commands
from hero.reconcile.reading import Reading
from hero.reconcile.seen import Account, Comment, IssueSeen, Observed, PullSeen
from hero.reconcile.threads import threads

#: Of an issue with more comments than are read, so many of those that are read are left alone.
UNSURE = 100


@dataclass(frozen=True, slots=True)
class Saying:
    """A comment or a review with commands. `key` names it: `c12` or `r12`, by its number."""

    thread: int
    key: str
    by: Account
    on: dt.datetime
    commands: tuple[Command, ...]

    @property
    def day(self) -> dt.date:
        """The day on which it was said, in UTC."""
        return self.on.astimezone(dt.UTC).date()


@dataclass(frozen=True)
class Thread:
    """Where an idea is talked about: an issue, or a pull that is read.

    `sayings` are in the order in which they were said; `ours` is what we wrote. `reading` is the
    pull; for the issue of an idea that is not recorded yet, the one by which it comes.
    """

    number: int
    slug: str
    sayings: tuple[Saying, ...]
    ours: tuple[Comment, ...]
    reading: Reading | None = None

    @property
    def is_intake(self) -> bool:
        """Is the idea not recorded yet, and seen as it comes?"""
        return self.reading is not None and self.reading.kind == "new"

    @property
    def is_pull(self) -> bool:
        """Is this a pull itself, and no issue?"""
        return self.reading is not None and self.reading.pull.number == self.number

    def answer(self, saying: Saying) -> Comment | None:
        """Our answer to somebody, if there is one."""
        return self._answers.get(answer_mark(saying.key))

    @property
    def copies(self) -> list[Comment]:
        """Second answers to one and the same, which two runs at once have left."""
        first = {each.id for each in self._answers.values()}
        return [each for each in self.ours if _is_answer(each) and each.id not in first]

    @cached_property
    def _answers(self) -> dict[str, Comment]:
        found: dict[str, Comment] = {}
        for each in self.ours:
            found.setdefault(each.body.split("\n", 1)[0].strip(), each)
        return found


def _is_answer(comment: Comment) -> bool:
    return comment.body.startswith(answer_mark("").partition(" -->")[0].rstrip())


def heard(observed: Observed, read: Sequence[Reading]) -> tuple[Thread, ...]:
    """All threads of ideas, pulls and issues, by number."""
    me = observed.place.me
    found = [_of_pull(each, me) for each in read if each.slug]
    coming = {each.slug: each for each in read if each.kind == "new" and not each.is_ours}
    for slug, issue in threads(observed.issues, me).items():
        sayings = sayings_in(issue, me)
        ours = tuple(each for each in issue.comments if each.by.id == me.id)
        found.append(Thread(issue.number, slug, sayings, ours, coming.get(slug)))
    return tuple(sorted(found, key=lambda each: each.number))


def sayings_in(issue: IssueSeen, me: Account) -> tuple[Saying, ...]:
    """What was said on an issue with commands."""
    if issue.locked:
        return ()
    # Of more than is read, the answer to the last ones may be among what is not.
    read_on = issue.comments if issue.whole else issue.comments[:-UNSURE]
    return tuple(_said(issue.number, read_on, (), me))


def sayings_of(pull: PullSeen, me: Account) -> tuple[Saying, ...]:
    """What was said on a pull with commands."""
    if pull.locked:
        return ()
    reviews = (
        Comment(each.id, each.by, each.body, each.on, each.edited)
        for each in pull.reviews
        if each.verdict != "dismissed"
    )
    return tuple(_said(pull.number, pull.comments, tuple(reviews), me))


def _of_pull(reading: Reading, me: Account) -> Thread:
    pull = reading.pull
    ours = tuple(each for each in pull.comments if each.by.id == me.id)
    return Thread(pull.number, reading.slug or "", sayings_of(pull, me), ours, reading)


def _said(
    thread: int, comments: Sequence[Comment], reviews: Sequence[Comment], me: Account
) -> Iterator[Saying]:
    keyed = [(f"c{each.id}", each) for each in comments] + [
        (f"r{each.id}", each) for each in reviews
    ]
    for key, each in sorted(keyed, key=lambda pair: (pair[1].on, pair[1].id)):
        if not _counts(each, me):
            continue
        if found := commands(each.body):
            yield Saying(thread, key, each.by, each.on, found)


def _counts(comment: Comment, me: Account) -> bool:
    by = comment.by
    unedited = comment.edited is None or comment.edited == comment.on
    return unedited and not by.bot and by.id is not None and by.id != me.id
