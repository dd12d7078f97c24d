"""Issues: read with all that was said there, opened once, changed and closed."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from hero.reconcile.seen import Account, IssueSeen
from hero.technology.github import queries
from hero.technology.github.calls import Calls, path
from hero.technology.github.once import write_once
from hero.technology.github.pulls import MORE_PAGES, nodes
from hero.technology.github.seen_pull import account, accounts, comment_seen
from hero.technology.github.shape import at, many, number, truth, when, word


@dataclass(frozen=True, slots=True)
class Issues:
    """The issues of a repository (OWNER/NAME), written in the name of `me`."""

    calls: Calls
    repository: str
    me: Account

    def _names(self, **more: Any) -> dict[str, Any]:
        owner, name = self.repository.split("/")
        return {"owner": owner, "name": name, **more}

    def labelled(self, label: str, state: Literal["open", "closed"]) -> list[IssueSeen]:
        """The issues with a label, by number."""
        found = (self._issue(node) for node in self._nodes(label, state))
        return sorted(found, key=lambda each: each.number)

    def _nodes(self, label: str, state: str) -> Iterator[Any]:
        asked = self._names(label=label, state=state.upper())
        return nodes(self.calls, "reading the issues", queries.ISSUES, asked, "issues")

    def _issue(self, node: Any) -> IssueSeen:
        rows = list(many(node, "comments", "nodes"))
        whole = self._more(number(node, "number"), at(node, "comments"), rows)
        return IssueSeen(
            number=number(node, "number"),
            title=word(node, "title"),
            body=word(node, "body"),
            author=account(at(node, "author")),
            opened=when(node, "createdAt"),
            state="closed" if word(node, "state") == "CLOSED" else "open",
            edited=when(node, "lastEditedAt") if at(node, "lastEditedAt") else None,
            closed=when(node, "closedAt") if at(node, "closedAt") else None,
            locked=truth(node, "locked"),
            labels=frozenset(word(each, "name") for each in many(node, "labels", "nodes")),
            assigned=accounts(many(node, "assignees", "nodes")),
            comments=tuple(map(comment_seen, rows)),
            votes=number(node, "reactions", "totalCount"),
            whole=whole,
        )

    def _more(self, issue: int, page: Any, rows: list[Any]) -> bool:
        """Add the further pages of comments; False where they do not end."""
        for _ in range(MORE_PAGES):
            if not truth(page, "pageInfo", "hasNextPage"):
                return True
            asked = self._names(number=issue, after=word(page, "pageInfo", "endCursor"))
            found = self.calls.query(f"reading #{issue}", queries.MORE_COMMENTS, asked)
            page = at(found, "repository", "issue", "comments")
            rows += many(page, "nodes")
        return not truth(page, "pageInfo", "hasNextPage")

    def _at(self, *parts: str | int) -> str:
        return path("repos", *self.repository.split("/"), "issues", *parts)

    def open_issue(self, title: str, body: str, marker: str, labels: Collection[str]) -> int:
        """Open an issue once; its number. Only one of ours that holds the marker counts as it.

        It is looked for among the newest with its first label: whoever asks knows the others.
        """

        def find() -> int | None:
            asked: dict[str, str | int] = {"state": "all", "per_page": 100}
            asked |= {"sort": "created", "direction": "desc"}
            asked |= {"labels": min(labels)} if labels else {}
            rows = self.calls.read("looking for an issue", self._at(), **asked)
            ours = (number(row, "number") for row in many(rows) if self._is_it(row, marker))
            return min(ours, default=None)

        def create() -> int:
            asked = {"title": title, "body": body, "labels": sorted(labels)}
            found = self.calls.change("opening an issue", "POST", self._at(), asked, False)
            return number(found, "number")

        return write_once(find, create, self.calls.budget)

    def _is_it(self, row: Any, marker: str) -> bool:
        who = at(row, "user", "id") if at(row, "user") else None
        return who == self.me.id and marker in (at(row, "body") or "") and "pull_request" not in row

    def edit_issue(self, issue: int, title: str, body: str) -> None:
        """Give an issue another title and text."""
        asked = {"title": title, "body": body}
        self.calls.change(f"editing #{issue}", "PATCH", self._at(issue), asked)

    def close_issue(self, issue: int, done: bool) -> None:
        """Close an issue as completed, or as not planned."""
        asked = {"state": "closed", "state_reason": "completed" if done else "not_planned"}
        self.calls.change(f"closing #{issue}", "PATCH", self._at(issue), asked)

    def reopen_issue(self, issue: int) -> None:
        """Open an issue again."""
        asked = {"state": "open", "state_reason": "reopened"}
        self.calls.change(f"opening #{issue} again", "PATCH", self._at(issue), asked)
