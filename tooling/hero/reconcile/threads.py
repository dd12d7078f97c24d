"""Which issue an idea is talked about in: its tracking issue, told by a marker of ours."""

import re
from collections.abc import Iterable, Iterator, Mapping

from hero.reconcile.seen import Account, IssueSeen

#: In the text of an issue that we opened, or in our comment on one that came by the form.
MARK = "<!-- hero: idea {} -->"
_MARKED = re.compile(r"<!-- hero: idea ([a-z0-9]+(?:-[a-z0-9]+)*) -->")


def slug_of_issue(issue: IssueSeen, me: Account) -> str | None:
    """The idea that an issue is about; only our own words count. None: not known yet."""
    found = (_MARKED.search(words) for words in our_words(issue, me))
    return next((each[1] for each in found if each), None)


def threads(issues: Iterable[IssueSeen], me: Account) -> Mapping[str, IssueSeen]:
    """Idea to its issue; the oldest, where there are several."""
    found: dict[str, IssueSeen] = {}
    for issue in sorted(issues, key=lambda each: each.number):
        slug = slug_of_issue(issue, me)
        if slug is not None:
            found.setdefault(slug, issue)
    return found


def our_words(issue: IssueSeen, me: Account) -> Iterator[str]:
    """All that we wrote on an issue, the oldest first. Accounts are told apart by number."""
    if issue.author.id == me.id:
        yield issue.body
    yield from (each.body for each in issue.comments if each.by.id == me.id)
