"""What is seen on the forge at one moment: pulls with what was said of them, and issues."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from hero.reconcile.upkeep.witness import Witness

Verdict = Literal["approved", "changes_requested", "commented", "dismissed"]
Conclusion = Literal["success", "failure", "neutral", "action_required"]


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody on the forge. `id` outlives a rename; None where the account is gone (a ghost)."""

    login: str
    id: int | None = None
    bot: bool = False


GHOST = Account("ghost")


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file that a pull changes. `blob` names its bytes at the head; None where it is removed.

    `mode` is git's: `100644` for a plain file. `before` is the path it had, where it was renamed.
    """

    path: str
    status: Literal["added", "modified", "removed", "renamed"]
    blob: str | None = None
    mode: str | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """A review as it was submitted: on which commit, when, with what text.

    One whose text was changed since has `edited`.
    """

    id: int
    by: Account
    verdict: Verdict
    commit: str
    on: dt.datetime
    body: str = ""
    edited: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment. One that was edited after it was written has another `edited`."""

    id: int
    by: Account
    body: str
    on: dt.datetime
    edited: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class CheckRun:
    """A check run of ours, or of anybody; `app` is the slug of the app that wrote it.

    `external_id` is what we gave it: the digest of what it says, so a second run writes nothing.
    A commit status is told here as well: its `app` is empty, its `external_id` the description,
    and where it is pending it has no conclusion.
    """

    id: int
    name: str
    app: str
    conclusion: Conclusion | None
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class PullSeen:
    """A pull with all that decides what should be true of it.

    `mergeable` is None while the forge works it out. `authors` wrote its commits, committers and
    co-authors among them. `head_repository` is None where the fork is gone. `held` says that
    workflows wait for somebody's approval to run. `declined` took back the request for their
    review, or somebody did for them. `whole` is False where the forge would not list
    all of its files.
    """

    number: int
    title: str
    author: Account
    head: str
    branch: str
    head_repository: str | None
    base: str
    opened: dt.datetime
    state: Literal["open", "closed", "merged"] = "open"
    draft: bool = False
    locked: bool = False
    mergeable: bool | None = True
    files: tuple[ChangedFile, ...] = ()
    authors: tuple[Account, ...] = ()
    reviews: tuple[Review, ...] = ()
    comments: tuple[Comment, ...] = ()
    labels: frozenset[str] = frozenset()
    requested: tuple[Account, ...] = ()
    assigned: tuple[Account, ...] = ()
    checks: tuple[CheckRun, ...] = ()
    declined: frozenset[str] = frozenset()
    held: bool = False
    whole: bool = True
    body: str = ""


@dataclass(frozen=True, slots=True)
class IssueSeen:
    """An issue with all that was said there. `votes` counts the thumbs up under its own text.

    `edited` is when its title or text was last changed after it was opened, where the forge says.
    `whole` is False where it holds more comments than are read.
    """

    number: int
    title: str
    body: str
    author: Account
    opened: dt.datetime
    state: Literal["open", "closed"] = "open"
    edited: dt.datetime | None = None
    closed: dt.datetime | None = None
    locked: bool = False
    labels: frozenset[str] = frozenset()
    assigned: tuple[Account, ...] = ()
    comments: tuple[Comment, ...] = ()
    votes: int = 0
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of ours, below `hero/`: its tip, and what that commit says."""

    tip: str
    message: str


@dataclass(frozen=True, slots=True)
class Place:
    """The repository as the token sees it.

    `name` is the one it has now: a renamed repository answers under its old name for a while.
    `app` is the slug of the GitHub App whose token this is; None for a plain token. `me` is the
    account in whose name we write. `labels` are those that exist, `branches` those of ours
    (`hero/...`) by name. `issues` is False where issues are switched off.
    """

    name: str
    branch: str
    tip: str
    me: Account
    app: str | None = None
    private: bool = False
    archived: bool = False
    labels: frozenset[str] = frozenset()
    branches: Mapping[str, Branch] = field(default_factory=dict)
    issues: bool = True


@dataclass(frozen=True, slots=True)
class Observed:
    """Everything that a plan is made from, beside the registry at the tip of the default branch.

    `texts` has the bytes of the files that pulls change, by blob; those too large are left out.
    `requestable` are the logins that may be asked for a review, `assignable` those that may be
    assigned, each in lower case; a login in neither was not asked about or is refused. `issues`
    are the open ones that carry a label of ours; `settled` those that are closed, where somebody
    asked for them. `merged` are pulls that brought ideas or decisions which lack a fact, and
    `witness` is what git knows of those; None in a run that has no whole clone.
    """

    place: Place
    pulls: tuple[PullSeen, ...]
    texts: Mapping[str, bytes] = field(default_factory=dict)
    requestable: frozenset[str] = frozenset()
    assignable: frozenset[str] = frozenset()
    issues: tuple[IssueSeen, ...] = ()
    settled: tuple[IssueSeen, ...] = ()
    merged: tuple[PullSeen, ...] = ()
    witness: Witness | None = None
