"""A repository and what people keep in it: labels, issues, pulls, checks, runs."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from tests.forge.issue import Issue
from tests.forge.people import User
from tests.forge.store import Store


@dataclass(eq=False)
class Label:
    """A label; names are told apart without regard to letters' case."""

    id: int
    name: str
    color: str
    description: str | None = None


@dataclass(eq=False)
class Check:
    """A check run of an app on a commit."""

    id: int
    name: str
    sha: str
    app: int
    suite: int
    started: dt.datetime
    status: str = "queued"
    conclusion: str | None = None
    completed: dt.datetime | None = None
    external_id: str = ""
    details_url: str | None = None
    title: str | None = None
    summary: str | None = None
    text: str | None = None
    annotations: list[dict[str, Any]] = field(default_factory=list)


@dataclass(eq=False)
class Status:
    """A commit status."""

    id: int
    sha: str
    state: str
    context: str
    by: User
    on: dt.datetime
    description: str | None = None
    target_url: str | None = None


@dataclass(eq=False)
class Run:
    """A run of a workflow. One that waits for an approval is completed/action_required."""

    id: int
    number: int
    workflow: str
    event: str
    branch: str
    sha: str
    by: User
    on: dt.datetime
    suite: int
    status: str = "queued"
    conclusion: str | None = None
    inputs: dict[str, Any] = field(default_factory=dict)
    pulls: list[int] = field(default_factory=list)
    head_repository: int | None = None


@dataclass(eq=False)
class Environment:
    """An environment: the branches that may deploy to it (none named: all), and its secrets."""

    branches: tuple[str, ...] = ()
    secrets: set[str] = field(default_factory=set)


@dataclass(eq=False)
class Settings:
    """What an owner has switched on. `workflows_open_pulls` is GitHub's setting for job tokens.

    `protected` are branches that nobody pushes to but through a pull; `required` checks must have
    succeeded on the head before it merges, written by the app of that id where one is named.
    `approvals` are how many reviews a merge needs. `held` lets runs of newcomers wait.
    `slow` is how many looks at a pull it takes until its `mergeable` is worked out. `actions` and
    `selected` are what differs from GitHub's usual policy; `states` the workflows (by file) that
    are not active, and how that is called. `release` is the tag and the words of the newest one.
    """

    issues: bool = True
    workflows_open_pulls: bool = True
    merge_commit: bool = True
    squash_merge: bool = True
    rebase_merge: bool = True
    delete_branch: bool = False
    protected: set[str] = field(default_factory=set)
    required: dict[str, int | None] = field(default_factory=dict)
    approvals: int = 0
    held: bool = True
    slow: int = 0
    pages: dict[str, Any] | None = None
    forking: bool = True
    code_owners: bool = False
    actions: dict[str, Any] = field(default_factory=dict)
    selected: dict[str, Any] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)
    environments: dict[str, Environment] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    release: tuple[str, str] | None = None


@dataclass(eq=False)
class Repository:
    """A repository. `roles` holds whom it lets in, by user id; `members` its organisation's."""

    id: int
    owner: User
    name: str
    store: Store
    created: dt.datetime
    branch: str = "main"
    description: str | None = None
    private: bool = False
    archived: bool = False
    parent: int | None = None
    roles: dict[int, str] = field(default_factory=dict)
    members: set[int] = field(default_factory=set)
    labels: list[Label] = field(default_factory=list)
    issues: dict[int, Issue] = field(default_factory=dict)
    checks: list[Check] = field(default_factory=list)
    statuses: list[Status] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    settings: Settings = field(default_factory=Settings)
    pushed: dt.datetime | None = None

    @property
    def full_name(self) -> str:
        """Return `owner/name`."""
        return f"{self.owner.login}/{self.name}"

    def role(self, user: User | None) -> str | None:
        """Return somebody's role; everybody reads what is public."""
        if user and user.id == self.owner.id:
            return "admin"
        held = self.roles.get(user.id) if user else None
        return held or (None if self.private else "read")

    def collaborates(self, user: User) -> bool:
        """Say whether somebody was let in by name; who was may be asked for a review."""
        return not user.gone and (user.id == self.owner.id or user.id in self.roles)

    def assignable(self, user: User) -> bool:
        """Say whether somebody may be assigned anywhere: collaborators and the organisation."""
        return self.collaborates(user) or (not user.gone and user.id in self.members)

    def label(self, name: str) -> Label | None:
        """Return the label of a name."""
        wanted = name.casefold()
        return next((each for each in self.labels if each.name.casefold() == wanted), None)

    def pulls(self) -> list[Issue]:
        """Return the issues that are pulls."""
        return [each for each in self.issues.values() if each.pull]
