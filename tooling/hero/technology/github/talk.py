"""Comments, labels and people on a pull: each write once."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from hero.reconcile.forge import ForgeRefused
from hero.reconcile.seen import Account
from hero.technology.github.calls import Calls, path
from hero.technology.github.once import write_once
from hero.technology.github.pulls import batches
from hero.technology.github.shape import at, many, number, word

#: GitHub takes so many review requests at once, and so many assignees of an issue.
REQUESTS, ASSIGNEES = 15, 10


@dataclass(frozen=True, slots=True)
class Talk:
    """Writing on the pulls of a repository (OWNER/NAME), in the name of `me`."""

    calls: Calls
    repository: str
    me: Account

    def _at(self, *parts: str | int) -> str:
        return path("repos", *self.repository.split("/"), *parts)

    def comment(self, pull: int, body: str, marker: str) -> int:
        """Write a comment once; its id. Only one of ours that holds the marker counts as it."""
        asked, where = f"writing a comment on #{pull}", self._at("issues", pull, "comments")

        def find() -> int | None:
            rows = self.calls.pages(f"reading the comments of #{pull}", where)
            ours = (number(row, "id") for row in rows if self._is_ours(row, marker))
            return min(ours, default=None)

        def create() -> int:
            return number(self.calls.change(asked, "POST", where, {"body": body}, False), "id")

        return write_once(find, create, self.calls.budget)

    def _is_ours(self, row: Any, marker: str) -> bool:
        user = at(row, "user")
        return (
            marker in (at(row, "body") or "")
            and user is not None
            and (number(user, "id") == self.me.id)
        )

    def edit_comment(self, comment: int, body: str) -> None:
        """Give a comment another text."""
        where = self._at("issues", "comments", comment)
        self.calls.change("editing a comment", "PATCH", where, {"body": body})

    def delete_comment(self, comment: int) -> None:
        """Take a comment away."""
        self._remove("removing a comment", self._at("issues", "comments", comment))

    def _remove(self, asked: str, where: str) -> None:
        """Remove what is there; what is gone already is as it should be."""
        try:
            self.calls.change(asked, "DELETE", where)
        except ForgeRefused as refused:
            if refused.kind != "gone":
                raise

    def request(self, pull: int, logins: Sequence[str]) -> tuple[str, ...]:
        """Ask for reviews; who was asked."""
        asked: list[str] = []
        for batch in batches(logins, REQUESTS):
            asked += self._requested(pull, batch)
        return tuple(asked)

    def _requested(self, pull: int, logins: list[str]) -> list[str]:
        """Those who were asked. One who cannot be makes GitHub refuse them all, and not say who."""
        where = self._at("pulls", pull, "requested_reviewers")
        doing = f"asking for reviews of #{pull}"
        try:
            found = self.calls.change(doing, "POST", where, {"reviewers": logins})
        except ForgeRefused as refused:
            if refused.kind != "invalid":
                raise
            if len(logins) == 1:
                return []
            return [each for login in logins for each in self._requested(pull, [login])]
        return _those(logins, many(found, "requested_reviewers"))

    def unrequest(self, pull: int, logins: Sequence[str]) -> None:
        """Take requests back."""
        where = self._at("pulls", pull, "requested_reviewers")
        asked = f"taking requests on #{pull} back"
        for batch in batches(logins, REQUESTS):
            self.calls.change(asked, "DELETE", where, {"reviewers": batch})

    def assign(self, pull: int, logins: Sequence[str]) -> tuple[str, ...]:
        """Assign people; who was assigned. GitHub passes over those who cannot be."""
        where, done = self._at("issues", pull, "assignees"), list[str]()
        for batch in batches(logins, ASSIGNEES):
            found = self.calls.change(f"assigning #{pull}", "POST", where, {"assignees": batch})
            done += _those(batch, many(found, "assignees"))
        return tuple(done)

    def make_label(self, name: str, colour: str, about: str) -> None:
        """Make a label, unless there is one of that name."""
        body = {"name": name, "color": colour.lstrip("#"), "description": about[:100]}

        def find() -> str | None:
            try:
                return word(self.calls.read("reading a label", self._at("labels", name)), "name")
            except ForgeRefused as refused:
                if refused.kind == "gone":
                    return None
                raise

        def create() -> str:
            asked = f"making the label {name}"
            return word(self.calls.change(asked, "POST", self._at("labels"), body, False), "name")

        write_once(find, create, self.calls.budget)

    def label(self, pull: int, add: Collection[str], remove: Collection[str]) -> None:
        """Add and remove labels; each of them comes to the same when done twice."""
        where, asked = self._at("issues", pull, "labels"), f"labelling #{pull}"
        if add:
            self.calls.change(asked, "POST", where, {"labels": sorted(add)})
        for name in sorted(remove):
            self._remove(asked, where + path(name))


def _those(logins: Iterable[str], accounts: list[Any]) -> list[str]:
    there = {word(each, "login").lower() for each in accounts}
    return [login for login in logins if login.lower() in there]
