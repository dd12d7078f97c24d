"""A notice on the thread of an idea: whom it calls by name, why, and what it says."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hero.reconcile.issue_actions import Reply
from hero.reconcile.upkeep.told import calls_mark, notice_mark


@dataclass(frozen=True)
class Notice:
    """Something to say once on a thread. `keys` name what it is about; all are told by it.

    `calls` are the logins that it calls by name, `since` the day from which on it is due: what is
    due for longest comes first. `body` is HTML without marks.
    """

    thread: int
    slug: str
    kind: str
    keys: tuple[str, ...]
    body: str
    since: dt.date
    calls: tuple[str, ...] = ()

    @property
    def reply(self) -> Reply:
        """The comment. Its first key is what tells it from others."""
        marks = "".join(notice_mark(self.kind, key) for key in self.keys)
        named = calls_mark(self.calls) if self.calls else ""
        whom = f" to {', '.join(self.calls)}" if self.calls else ""
        text = f"{marks}{named}\n{self.body}"
        return Reply(
            self.thread,
            text,
            notice_mark(self.kind, self.keys[0]),
            f"{self.kind}{whom}: {self.slug}",
        )


def softened(notice: Notice, spent: Counter[str], most: int) -> Notice:
    """The same notice, which names whom it may not call any more this week without calling."""
    body, calls = notice.body, []
    for login in notice.calls:
        if spent[login.lower()] < most:
            calls.append(login)
        else:
            body = body.replace(f"@{login}", login)
    spent.update(login.lower() for login in calls)
    return replace(notice, body=body, calls=tuple(calls))


def allowed(notices: Iterable[Notice], spent: Counter[str], most: int) -> Iterator[Notice]:
    """The notices that may go out today: nobody is called more often in a week than is allowed.

    What is due for longest goes first. The others are held back, and come on a later day, since
    nothing says that they were told. `spent` has how often each was called, and is kept up.
    """
    for each in sorted(notices, key=lambda one: (one.since, one.slug, one.kind, one.keys)):
        names = [login.lower() for login in dict.fromkeys(each.calls)]
        if all(spent[name] < most for name in names):
            spent.update(names)
            yield each
