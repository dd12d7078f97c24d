"""What was seen of a registry and its repository at one moment, and what could not be seen."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar, Union

from hero.reconcile.seen import Account
from hero.reconcile.watch import Scheduled
from hero.registry.registry import Registry

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Unseen:
    """What could not be seen, and why: in words that go on after “could not be seen: ”.

    `kind` is that of the forge's refusal, empty where it was not asked.
    """

    why: str
    kind: str = ""


#: What was seen, or why it was not.
Seen = Union[T, Unseen]  # noqa: UP007 (because: mypy takes `T | Unseen` for no type)
NOT_ASKED = Unseen("it was not asked about")


@dataclass(frozen=True, slots=True)
class Checkout:
    """The files here, beside the registry's own: `workflows` by file name, as text.

    `version` is this Hero's, `form` the form of files that it writes and `at` the one they are in.
    `pins` says which version of Hero a file asks for, by path; empty where the tooling is here.
    """

    workflows: Mapping[str, str] = field(default_factory=dict)
    owners: str | None = None
    form_file: bool = False
    version: str = ""
    form: int = 1
    at: int = 1
    source: str = ""
    pins: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Home:
    """The repository. `rights` are those of whoever asks: admin, push, pull and so on."""

    name: str
    branch: str
    visibility: Literal["public", "internal", "private"]
    archived: bool = False
    issues: bool = True
    forking: bool = True
    rights: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Asker:
    """Whose token this is. `permissions` are known of an app alone: `{"contents": "write"}`."""

    kind: Literal["person", "job", "app"]
    login: str
    permissions: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """Which actions may run: `all`, the repository's own (`local_only`), or some (`selected`)."""

    enabled: bool
    allowed: str = "all"
    by_github: bool = True
    patterns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Environment:
    """The environment of the App's key: from which branches, none for all, and is the key there."""

    branches: tuple[str, ...] | None
    key: Seen[bool]


@dataclass(frozen=True, slots=True)
class Site:
    """GitHub Pages: built by a workflow or from a branch (`legacy`), and at which address."""

    build: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class Readers:
    """Who sees the repository, who would see the site, and what speaks against publishing it."""

    repository: str
    pages: str | None
    against: str = ""
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the default branch asks for. `checks`: the required ones, and the app each is from."""

    pulls: bool
    owners: bool = False
    checks: Mapping[str, int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest release of Hero where this registry takes it from, and the form of its files."""

    version: str
    words: str
    address: str
    form: int | None


@dataclass(frozen=True, slots=True)
class Health:
    """All of it. `accounts` has the advocates by login as the roster writes them, None for nobody;
    `holders` who has an account number now, for those that are not the login's.
    `missing` are the labels that are needed and not there; `disabled` the workflows that do not
    run, by file name, and what the forge calls that.
    """

    registry: Registry
    checkout: Checkout
    now: dt.datetime
    asker: Seen[Asker] = NOT_ASKED
    home: Seen[Home] = NOT_ASKED
    app: Seen[str | None] = NOT_ASKED
    environment: Seen[Environment | None] = NOT_ASKED
    policy: Seen[Policy] = NOT_ASKED
    may_open_pulls: Seen[bool] = NOT_ASKED
    labels: Seen[frozenset[str]] = NOT_ASKED
    readers: Seen[Readers] = NOT_ASKED
    site: Seen[Site | None] = NOT_ASKED
    rules: Seen[Rules] = NOT_ASKED
    accounts: Seen[Mapping[str, Account | None]] = NOT_ASKED
    holders: Seen[Mapping[int, str | None]] = NOT_ASKED
    requestable: Seen[frozenset[str]] = NOT_ASKED
    owner_errors: Seen[tuple[str, ...] | None] = NOT_ASKED
    workflows: Seen[Mapping[str, str]] = NOT_ASKED
    schedules: Seen[tuple[Scheduled, ...]] = NOT_ASKED
    newest: Seen[Newest | None] = NOT_ASKED
