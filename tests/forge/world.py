"""All that the stand-in keeps, beside git's own objects and refs."""

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.forge.clock import Clock
from tests.forge.happened import Happened
from tests.forge.limits import Limits
from tests.forge.people import App, Token, User
from tests.forge.repository import Repository
from tests.forge.wrongs import Refused

GHOST = 10137
ACTIONS = "github-actions"


@dataclass(eq=False)
class World:
    """Users, tokens, apps and repositories. One number is never given twice."""

    folder: Path
    clock: Clock = field(default_factory=Clock)
    users: dict[int, User] = field(default_factory=dict)
    tokens: dict[str, Token] = field(default_factory=dict)
    apps: dict[int, App] = field(default_factory=dict)
    repositories: dict[int, Repository] = field(default_factory=dict)
    moved: dict[str, int] = field(default_factory=dict)
    events: list[Happened] = field(default_factory=list)
    limits: Limits = field(default_factory=Limits)
    last: int = 1000

    def __post_init__(self) -> None:
        """Make the accounts that are always there."""
        self.users[GHOST] = User(GHOST, "ghost", self.now())
        self.actions = self.app(ACTIONS, {"checks": "write", "contents": "write"}, 15368)

    def now(self) -> dt.datetime:
        """Return the time."""
        return self.clock.now()

    def later(self, **by: float) -> dt.datetime:
        """Return the time that far from now."""
        return self.now() + dt.timedelta(**by)

    def number(self) -> int:
        """Return an id that nothing has yet."""
        self.last += 1
        return self.last

    def user(self, login: str, kind: str = "User") -> User:
        """Make an account."""
        made = User(self.number(), login, self.now(), kind)
        self.users[made.id] = made
        return made

    def app(self, slug: str, permissions: dict[str, str], number: int | None = None) -> App:
        """Make an app with its bot, owned by the account of GitHub itself."""
        owner = self.find("github") or self.user("github", "Organization")
        bot = self.user(f"{slug}[bot]", "Bot")
        made = App(number or self.number(), slug, bot, owner, self.now(), permissions)
        self.apps[made.id] = made
        return made

    def token(self, text: str, user: User, **rest: Any) -> Token:
        """Give somebody a token."""
        self.tokens[text] = Token(text, user, **rest)
        return self.tokens[text]

    def find(self, login: str) -> User | None:
        """Return who has this login now; letters' case does not count."""
        wanted = login.casefold()
        found = (each for each in self.users.values() if each.login.casefold() == wanted)
        return next((each for each in found if not each.gone), None)

    def account(self, login: str) -> User:
        """Return who has this login, or refuse."""
        found = self.find(login)
        if found is None:
            raise Refused(404, "Not Found")
        return found

    def named(self, name: str) -> Repository | None:
        """Return the repository of this name now (`owner/name`)."""
        wanted = name.casefold()
        every = self.repositories.values()
        return next((each for each in every if each.full_name.casefold() == wanted), None)
