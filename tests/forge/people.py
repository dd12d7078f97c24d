"""Who there is: users, their roles, their tokens, apps."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

# From least to most. `permission` in answers knows only the coarse ones.
ROLES = ("read", "triage", "write", "maintain", "admin")
COARSE = {"triage": "read", "maintain": "write"}


@dataclass(eq=False)
class User:
    """An account. `gone` accounts keep their id; what they wrote is shown as nobody's."""

    id: int
    login: str
    created: dt.datetime
    kind: str = "User"
    gone: bool = False
    old_logins: list[str] = field(default_factory=list)


@dataclass(eq=False)
class App:
    """A GitHub App: it acts as its bot, within its permissions; `key` is its public key."""

    id: int
    slug: str
    bot: User
    owner: User
    created: dt.datetime
    permissions: Mapping[str, str] = field(default_factory=dict)
    key: str = ""


@dataclass(eq=False)
class Token:
    """What somebody shows to be let in.

    `permissions` bounds a job's or an app's token (`{"contents": "read"}`); None is a person's
    own token, bounded by the person's role alone. `job` marks the token of a workflow's job:
    what it causes starts no other workflow.
    """

    text: str
    user: User
    permissions: Mapping[str, str] | None = None
    app: App | None = None
    job: bool = False
    used: int = 0
    scopes: tuple[str, ...] = ("repo", "workflow")

    def may(self, scope: str, level: str) -> bool:
        """Say whether the token's permissions hold this one, at this level or above."""
        if self.permissions is None or scope == "metadata":
            return True
        held = self.permissions.get(scope, "none")
        return held == "write" or held == level


def at_least(role: str | None, least: str) -> bool:
    """Say whether a role reaches another."""
    return role is not None and ROLES.index(role) >= ROLES.index(least)
