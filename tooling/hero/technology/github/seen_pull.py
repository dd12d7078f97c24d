"""A pull as GraphQL tells it, read into what reconcile sees."""

from collections.abc import Iterable, Mapping
from typing import Any

from hero.reconcile.seen import (
    GHOST,
    Account,
    ChangedFile,
    CheckRun,
    Comment,
    Conclusion,
    PullSeen,
    Review,
    Verdict,
)
from hero.technology.github.shape import at, broken, many, number, truth, when, word

#: The app in whose name workflows run; its runs may wait for somebody's approval.
JOBS = "github-actions"
#: What GitHub lists of a pull's files in one page. An idea is one file and a change of policy a
#: few, so a pull of more is not read further: reading it would only spend the run's requests.
MOST_FILES = 100

_STATES = {"OPEN": "open", "CLOSED": "closed", "MERGED": "merged"}
_MERGEABLE = {"MERGEABLE": True, "CONFLICTING": False, "UNKNOWN": None}
_VERDICTS: Mapping[str, Verdict] = {
    "APPROVED": "approved",
    "CHANGES_REQUESTED": "changes_requested",
    "COMMENTED": "commented",
    "DISMISSED": "dismissed",
}
_CONCLUSIONS: Mapping[str, Conclusion] = {
    "SUCCESS": "success",
    "FAILURE": "failure",
    "NEUTRAL": "neutral",
    "ACTION_REQUIRED": "action_required",
}
_STATUSES: Mapping[str, Conclusion] = {
    "SUCCESS": "success",
    "FAILURE": "failure",
    "ERROR": "failure",
}
_CHANGES: Mapping[str, Any] = {
    "ADDED": "added",
    "COPIED": "added",
    "CHANGED": "modified",
    "MODIFIED": "modified",
    "DELETED": "removed",
    "RENAMED": "renamed",
}


def account(value: Any) -> Account:
    """Who that is; null is somebody whose account is gone. GraphQL leaves out a bot's `[bot]`."""
    if value is None:
        return GHOST
    login, bot = word(value, "login"), word(value, "__typename") == "Bot"
    if bot and not login.endswith("[bot]"):
        login += "[bot]"
    known = value.get("databaseId")
    return Account(login, number(value, "databaseId") if known is not None else None, bot)


def pull_seen(node: Any, lists: Mapping[str, list[Any]], me: Account) -> PullSeen:
    """A pull, without its files' blobs and modes. `lists` has all pages of its lists."""
    tip = _tip(node)
    fork = at(node, "headRepository")
    return PullSeen(
        number=number(node, "number"),
        title=word(node, "title"),
        author=account(at(node, "author")),
        head=word(node, "headRefOid"),
        branch=word(node, "headRefName"),
        head_repository=word(fork, "nameWithOwner") if fork is not None else None,
        base=word(node, "baseRefName"),
        opened=when(node, "createdAt"),
        state=_one_of(_STATES, node, "state"),
        draft=truth(node, "isDraft"),
        locked=truth(node, "locked"),
        mergeable=_one_of(_MERGEABLE, node, "mergeable"),
        files=tuple(map(_file, many(node, "files", "nodes"))),
        authors=accounts(_commit_people(lists["commits"])),
        reviews=tuple(_review(each) for each in lists["reviews"]),
        comments=tuple(comment_seen(each) for each in lists["comments"]),
        labels=frozenset(word(each, "name") for each in lists["labels"]),
        requested=accounts(at(each, "requestedReviewer") for each in lists["reviewRequests"]),
        assigned=accounts(lists["assignees"]),
        checks=tuple(_checks(tip)),
        declined=frozenset(_declined(lists["timelineItems"], me)),
        held=any(_waits(suite) for suite in many(tip, "suites", "nodes")),
        whole=number(node, "files", "totalCount") <= MOST_FILES,
        body=word(node, "body"),
    )


def _one_of(known: Mapping[str, Any], node: Any, key: str) -> Any:
    found = word(node, key)
    if found not in known:
        raise broken(key)
    return known[found]


def _tip(node: Any) -> Any:
    tips = many(node, "tip", "nodes")
    if not tips:
        raise broken("tip")
    return at(tips[0], "commit")


def _file(node: Any) -> ChangedFile:
    return ChangedFile(word(node, "path"), _one_of(_CHANGES, node, "changeType"))


def _review(node: Any) -> Review:
    commit, edited = at(node, "commit"), at(node, "lastEditedAt")
    return Review(
        number(node, "fullDatabaseId"),
        account(at(node, "author")),
        _one_of(_VERDICTS, node, "state"),
        word(commit, "oid") if commit is not None else "",
        when(node, "submittedAt"),
        word(node, "body"),
        when(node, "lastEditedAt") if edited is not None else None,
    )


def comment_seen(node: Any) -> Comment:
    """A comment; `edited` is when its text was last changed."""
    edited = at(node, "lastEditedAt")
    return Comment(
        number(node, "fullDatabaseId"),
        account(at(node, "author")),
        word(node, "body"),
        when(node, "createdAt"),
        when(node, "lastEditedAt") if edited is not None else None,
    )


def _commit_people(nodes: Iterable[Any]) -> Iterable[Any]:
    for node in nodes:
        commit = at(node, "commit")
        for each in (*many(commit, "authors", "nodes"), at(commit, "committer")):
            yield at(each, "user") if each is not None else None


def accounts(values: Iterable[Any]) -> tuple[Account, ...]:
    """Each account once, in order; what is no account (nobody known, a team) is left out."""
    people = (each for each in values if isinstance(each, dict) and "login" in each)
    return tuple(dict.fromkeys(account(each) for each in people))


def _declined(nodes: Iterable[Any], me: Account) -> Iterable[str]:
    """Whose request was taken back, in lower case, unless it was by us."""
    for node in nodes:
        who, actor = at(node, "requestedReviewer"), account(at(node, "actor"))
        if isinstance(who, dict) and "login" in who and actor.id != me.id:
            yield account(who).login.lower()


def _checks(tip: Any) -> Iterable[CheckRun]:
    for suite in many(tip, "ours", "nodes"):
        app = at(suite, "app")
        for run in many(suite, "checkRuns", "nodes"):
            yield CheckRun(
                number(run, "databaseId"),
                word(run, "name"),
                word(app, "slug") if app is not None else "",
                _CONCLUSIONS.get(str(at(run, "conclusion"))),
                at(run, "externalId") or "",
            )
    # It is not asked for where our check is a check run.
    status = tip.get("status")
    context = at(status, "context") if status is not None else None
    if context is not None:
        yield _status(context)


def _status(context: Any) -> CheckRun:
    conclusion = _STATUSES.get(word(context, "state"))
    return CheckRun(0, word(context, "context"), "", conclusion, at(context, "description") or "")


def _waits(suite: Any) -> bool:
    """Does a workflow wait for an approval? Nothing of it has run then.

    A check of ours in the name of the same app asks for action too, and is a run of its suite.
    """
    app = at(suite, "app")
    ours = app is not None and word(app, "slug") == JOBS
    waits = ours and at(suite, "conclusion") == "ACTION_REQUIRED"
    return waits and number(suite, "checkRuns", "totalCount") == 0
