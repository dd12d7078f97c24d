"""The repository as GraphQL tells it, read into what reconcile sees."""

from dataclasses import replace
from typing import Any

from hero.reconcile.forge import ForgeRefused
from hero.reconcile.seen import Account, Branch, Place
from hero.technology.github import queries
from hero.technology.github.calls import Calls
from hero.technology.github.shape import at, many, number, truth, word

_ALLOWED = {
    "squash": "squashMergeAllowed",
    "merge": "mergeCommitAllowed",
    "rebase": "rebaseMergeAllowed",
}


def read_place(calls: Calls, repository: str) -> tuple[Place, tuple[str, ...]]:
    """The repository (OWNER/NAME) with all its labels, and how pulls may be merged there."""
    found = _page(calls, repository)
    labels = _all(calls, repository, found, "labels", "after")
    branches = _all(calls, repository, found, "refs", "branch")
    here = at(found, "repository")
    methods = tuple(name for name, key in _ALLOWED.items() if truth(here, key))
    place = replace(
        place_seen(found),
        labels=frozenset(word(each, "name") for each in labels),
        branches=dict(map(_branch, branches)),
    )
    return place, methods


def _all(calls: Calls, repository: str, page: Any, name: str, cursor: str) -> list[Any]:
    """One of the repository's lists with its further pages."""
    rows = list(many(page, "repository", name, "nodes"))
    while truth(page, "repository", name, "pageInfo", "hasNextPage"):
        after = word(page, "repository", name, "pageInfo", "endCursor")
        page = _page(calls, repository, **{cursor: after})
        rows += many(page, "repository", name, "nodes")
    return rows


def _page(calls: Calls, repository: str, **after: str) -> Any:
    owner, _, name = repository.partition("/")
    asked = {"owner": owner, "name": name, "after": None, "branch": None, **after}
    found = calls.query(f"looking at {repository}", queries.PLACE, asked)
    if at(found, "repository") is None:
        raise ForgeRefused("gone", f"looking at {repository}: not there, or not for this token.")
    return found


def place_seen(found: Any) -> Place:
    """The repository, without its lists."""
    here, viewer = at(found, "repository"), at(found, "viewer")
    branch = at(here, "defaultBranchRef")
    if branch is None:
        raise ForgeRefused("gone", "The repository is empty: it has no default branch yet.")
    login = word(viewer, "login")
    bot = login.endswith("[bot]")
    return Place(
        name=word(here, "nameWithOwner"),
        branch=word(branch, "name"),
        tip=word(branch, "target", "oid"),
        me=Account(login, number(viewer, "databaseId"), bot),
        app=login.removesuffix("[bot]") if bot else None,
        private=truth(here, "isPrivate"),
        archived=truth(here, "isArchived"),
        issues=truth(here, "hasIssuesEnabled"),
    )


def _branch(node: Any) -> tuple[str, Branch]:
    """A branch by its name. How much of that is the prefix depends on what was asked for."""
    full = word(node, "prefix") + word(node, "name")
    told = Branch(word(node, "target", "oid"), word(node, "target", "message"))
    return full.removeprefix("refs/heads/"), told
