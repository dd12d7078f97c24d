"""What we said before, told by marks in our own comments: the only memory there is."""

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from hero.reconcile.seen import Account, Comment, IssueSeen, Observed, PullSeen

Where = IssueSeen | PullSeen

#: In the first line of a notice: what kind, about what, and whom it calls by name.
_NOTICE = "<!-- hero: notice {} {} -->"
_CALLS = "<!-- hero: calls {} -->"
#: Who leads, and who was asked to help: whom the lead goes to, should it change.
_HANDS = "<!-- hero: hands {} {} {} -->"
_HANDED = re.compile(r"<!-- hero: hands ([0-9a-f]{12}) ([\w-]*) ([\w-]+) -->")
_NOTICED = re.compile(r"<!-- hero: notice ([a-z]+) ([0-9a-f]{12}) -->")
_CALLED = re.compile(r"<!-- hero: calls ([A-Za-z0-9 _-]*) -->")
#: A person is called so often in so many days, today among them.
WEEK = 7


def key_of(*parts: object) -> str:
    """Names what a notice is about; the same parts have the same name for ever."""
    told = "\n".join(map(str, parts)).encode("utf-8", "replace")
    return hashlib.sha256(told).hexdigest()[:12]


def notice_mark(kind: str, key: str) -> str:
    """The mark by which a notice is found again."""
    return _NOTICE.format(kind, key)


def calls_mark(logins: Iterable[str]) -> str:
    """Says whom a comment calls, so that calls can be counted."""
    return _CALLS.format(" ".join(login.lower() for login in logins))


def hands_mark(key: str, first: str, other: str) -> str:
    """Remembers who leads and who was asked."""
    return _HANDS.format(key, first, other)


@dataclass(frozen=True)
class Told:
    """Our notices on one thread: by kind and key the day of the first; by key who leads and who
    was asked."""

    days: dict[tuple[str, str], dt.date]
    hands: dict[str, tuple[str, str]]

    def day(self, kind: str, *keys: str) -> dt.date | None:
        """The first day on which this was said of any of these."""
        found = [self.days[kind, key] for key in keys if (kind, key) in self.days]
        return min(found, default=None)


def told(where: Where, me: Account) -> Told:
    """What we said here."""
    days: dict[tuple[str, str], dt.date] = {}
    hands: dict[str, tuple[str, str]] = {}
    for comment in ours(where, me):
        for kind, key in _NOTICED.findall(comment.body):
            days.setdefault((kind, key), day_of(comment))
        for key, first, other in _HANDED.findall(comment.body):
            hands.setdefault(key, (first, other))
    return Told(days, hands)


def ours(where: Where, me: Account) -> list[Comment]:
    """Our own comments, the oldest first. Accounts are told apart by number."""
    found = (each for each in where.comments if each.by.id == me.id)
    return sorted(found, key=lambda each: each.id)


def day_of(comment: Comment) -> dt.date:
    """The day on which it was written, in UTC."""
    return comment.on.astimezone(dt.UTC).date()


def called(observed: Observed, today: dt.date) -> Counter[str]:
    """How often each login, in small letters, was called in the last seven days with today."""
    found: Counter[str] = Counter()
    begin = today - dt.timedelta(WEEK - 1)
    pulls: tuple[Where, ...] = (*observed.merged, *observed.pulls)
    issues: tuple[Where, ...] = (*observed.settled, *observed.issues)
    for where in {each.number: each for each in (*pulls, *issues)}.values():
        for comment in ours(where, observed.place.me):
            if day_of(comment) >= begin:
                for names in _CALLED.findall(comment.body):
                    found.update(names.split())
    return found


def spoke(where: Where, since: dt.date, me: Account, but: Iterable[str] = ()) -> bool:
    """Has a person other than these written here on that day or later?"""
    others = {login.lower() for login in but}
    reviews = where.reviews if isinstance(where, PullSeen) else ()
    said = [(each.by, each.on) for each in where.comments]
    said += [(each.by, each.on) for each in reviews]
    return any(
        not by.bot
        and by.id != me.id
        and by.login.lower() not in others
        and on.astimezone(dt.UTC).date() >= since
        for by, on in said
    )
