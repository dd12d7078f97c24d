"""Pulls of our own: opened once a branch, changed and closed."""

from dataclasses import dataclass

from hero.reconcile.forge import ForgeRefused
from hero.technology.github.calls import Calls, path
from hero.technology.github.once import write_once
from hero.technology.github.shape import number


@dataclass(frozen=True, slots=True)
class Own:
    """Opening pulls in a repository (OWNER/NAME) into its default branch."""

    calls: Calls
    repository: str
    base: str

    def _at(self, *parts: str | int) -> str:
        return path("repos", *self.repository.split("/"), "pulls", *parts)

    def open_pull(self, branch: str, title: str, body: str) -> int:
        """Open a pull, once; its number."""
        owner = self.repository.split("/")[0]

        def find() -> int | None:
            asked = {"head": f"{owner}:{branch}", "state": "open", "base": self.base}
            rows = self.calls.pages(f"looking for the pull of {branch}", self._at(), **asked)
            return min((number(row, "number") for row in rows), default=None)

        def create() -> int:
            asked = {"title": title, "body": body, "head": branch, "base": self.base}
            try:
                found = self.calls.change("opening a pull", "POST", self._at(), asked, False)
            except ForgeRefused as refused:
                # There is one already, or nothing to merge: GitHub says both in one way.
                there = find() if refused.kind == "invalid" else None
                if there is None:
                    raise
                return there
            return number(found, "number")

        return write_once(find, create, self.calls.budget, before=False)

    def edit_pull(self, pull: int, title: str, body: str) -> None:
        """Give a pull another title and text."""
        asked = {"title": title, "body": body}
        self.calls.change(f"editing #{pull}", "PATCH", self._at(pull), asked)

    def close_pull(self, pull: int) -> None:
        """Close a pull."""
        self.calls.change(f"closing #{pull}", "PATCH", self._at(pull), {"state": "closed"})
