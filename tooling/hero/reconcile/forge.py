"""The forge as reconcile needs it: a port. The adapter for GitHub is in `hero.technology`."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from hero.reconcile.seen import Conclusion, IssueSeen, Place, PullSeen


class ForgeRefused(Exception):
    """The forge said no, or could not be asked. Nothing is known to have been written.

    `kind`: `permission` (the token may not), `rate` (asked too often; `wait` seconds), `gone`
    (not there, or not for this token), `conflict` (it has changed since it was looked at),
    `invalid` (it does not accept this), `closed` (locked, archived or switched off), `broken`
    (no answer, half an answer, or one that is none), `moved` (it is called something else now).
    """

    def __init__(self, kind: str, words: str, wait: float | None = None) -> None:
        super().__init__(words)
        self.kind, self.words, self.wait = kind, words, wait


Level = Literal["failure", "warning", "notice"]


@dataclass(frozen=True, slots=True)
class Annotation:
    """A diagnostic at its lines (from 1) in a check run."""

    path: str
    first: int
    last: int
    level: Level
    title: str
    message: str


@dataclass(frozen=True, slots=True)
class CheckText:
    """What a check run says. `digest` names all of it, so that what is there can be told apart."""

    conclusion: Conclusion
    title: str
    summary: str
    annotations: tuple[Annotation, ...]
    digest: str


class Forge(Protocol):
    """Reads are complete: all pages, or ForgeRefused. Each write happens once, or raises.

    After an answer that leaves open whether a write was made, the adapter looks for it (by its
    marker, its number, its digest) before it writes again.
    """

    def place(self) -> Place:
        """The repository, as this token sees it."""

    def pulls(self, numbers: Collection[int] | None) -> list[PullSeen]:
        """The pulls of these numbers, or all open ones, by number. Few requests for many pulls."""

    def issues(self, label: str, state: Literal["open", "closed"]) -> list[IssueSeen]:
        """The issues with a label, by number, with their comments. Pulls are none of them."""

    def texts(self, blobs: Collection[str], limit: int) -> Mapping[str, bytes]:
        """The bytes of these blobs; those above so many bytes are left out."""

    def requestable(self, logins: Collection[str]) -> frozenset[str]:
        """Those of the logins, in lower case, who may be asked for a review."""

    def assignable(self, logins: Collection[str]) -> frozenset[str]:
        """Those of the logins, in lower case, who may be assigned."""

    def comment(self, number: int, body: str, marker: str) -> int:
        """Write a comment that holds a marker on a pull or an issue, once; returns its id."""

    def edit_comment(self, comment: int, body: str) -> None:
        """Give a comment another text."""

    def delete_comment(self, comment: int) -> None:
        """Take a comment away; one that is gone already is no fault."""

    def request(self, pull: int, logins: Sequence[str]) -> tuple[str, ...]:
        """Ask for reviews, one by one where the forge refuses them together; who was asked."""

    def unrequest(self, pull: int, logins: Sequence[str]) -> None:
        """Take requests for review back."""

    def assign(self, pull: int, logins: Sequence[str]) -> tuple[str, ...]:
        """Assign people; who was assigned."""

    def make_label(self, name: str, colour: str, about: str) -> None:
        """Make a label; one that is there already is no fault."""

    def label(self, number: int, add: Collection[str], remove: Collection[str]) -> None:
        """Add and remove labels of a pull or an issue; others stay as they are."""

    def check(self, head: str, name: str, text: CheckText) -> None:
        """Write a check run on a commit, annotations in as many batches as it takes."""

    def status(self, head: str, name: str, state: str, about: str) -> None:
        """Write a commit status, for a token that may not write check runs."""

    def merge(self, pull: int, head: str, title: str, text: str) -> str:
        """Merge a pull if its head is still this commit; the commit that came of it."""

    def commit(
        self, branch: str, expected: str, files: Mapping[str, bytes | None], message: str
    ) -> str:
        """One commit of many files on a branch whose tip is still `expected`; its name."""

    def put(self, branch: str, onto: str, files: Mapping[str, bytes | None], message: str) -> str:
        """One commit of many files that follows `onto`, and a branch of ours that is just that.

        Wherever the branch was before; it is made where it is missing. For `hero/...` alone.
        """

    def drop(self, branch: str) -> None:
        """Remove a branch of ours (`hero/...`); one that is gone already is no fault."""

    def open_pull(self, branch: str, title: str, body: str) -> int:
        """Open a pull from a branch of ours, once; its number. An open one from there is it."""

    def edit_pull(self, number: int, title: str, body: str) -> None:
        """Give a pull another title and text."""

    def close_pull(self, number: int) -> None:
        """Close a pull; one that is closed already is no fault."""

    def open_issue(self, title: str, body: str, marker: str, labels: Collection[str]) -> int:
        """Open an issue whose text holds a marker, once; its number."""

    def edit_issue(self, number: int, title: str, body: str) -> None:
        """Give an issue another title and text."""

    def close_issue(self, number: int, done: bool) -> None:
        """Close an issue as completed, or as not planned; closed already is no fault."""

    def reopen_issue(self, number: int) -> None:
        """Open an issue again."""

    def dispatch(self, workflow: str, branch: str, inputs: Mapping[str, str]) -> None:
        """Start a workflow."""
