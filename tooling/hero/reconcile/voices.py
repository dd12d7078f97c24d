"""Who said what on a pull, as far as it counts: one voice a person, and their last word."""

import datetime as dt

from hero.reconcile.seen import Account, PullSeen, Review
from hero.registry.conditions.case import Approval, Facts, rostered, same
from hero.registry.policies import Advocate, Roster


def last_words(pull: PullSeen) -> list[Review]:
    """Each person's last review that says yes or no; a mere remark takes nothing back.

    People are told apart by their account's number: a login can be renamed, and taken by somebody
    else. Who has no number is gone, and speaks no more.
    """
    last: dict[int, Review] = {}
    for review in sorted(pull.reviews, key=lambda each: (each.on, each.id)):
        if review.verdict != "commented" and not review.by.bot and review.by.id is not None:
            last[review.by.id] = review
    return list(last.values())


def facts_of(pull: PullSeen, today: dt.date) -> Facts:
    """What the forge knows of a pull, for the conditions of a gate.

    Whoever approves a pull that names them, or wrote it, has spoken for themselves.
    """
    yes = [review for review in last_words(pull) if review.verdict == "approved"]
    here = [review for review in yes if review.commit == pull.head]
    authors = frozenset(each.login for each in (*pull.authors, pull.author) if not each.bot)
    return Facts(
        today=today,
        approvals=tuple(Approval(each.by.login, each.commit, each.by.id) for each in yes),
        said_yes=frozenset(same(each.by.login) for each in here) | frozenset(map(same, authors)),
        head=pull.head,
        authors=authors,
    )


def objections(pull: PullSeen, roster: Roster, today: dt.date) -> list[str]:
    """The advocates who asked for changes and have not taken it back."""
    against = [each for each in last_words(pull) if each.verdict == "changes_requested"]
    return [each.by.login for each in against if _advocate(roster, each.by, today)]


def reviewers(pull: PullSeen, roster: Roster, today: dt.date) -> list[Advocate]:
    """The advocates who have reviewed the pull, or are asked to, each once, in that order."""
    people = [review.by for review in pull.reviews] + [*pull.requested, *pull.assigned]
    found = [_advocate(roster, each, today) for each in people]
    return list({each.id: each for each in found if each}.values())


def _advocate(roster: Roster, account: Account, today: dt.date) -> Advocate | None:
    return rostered(roster, account.login, today, account.id)
