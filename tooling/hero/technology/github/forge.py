"""GitHub as reconcile's forge."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from hero.reconcile.forge import CheckText
from hero.reconcile.seen import IssueSeen, Place, PullSeen
from hero.technology.github.blobs import Blobs
from hero.technology.github.calls import Calls
from hero.technology.github.checks import Checks
from hero.technology.github.commits import Commits
from hero.technology.github.issues import Issues
from hero.technology.github.merging import Merging
from hero.technology.github.own import Own
from hero.technology.github.people import People
from hero.technology.github.place import read_place
from hero.technology.github.pulls import Pulls
from hero.technology.github.talk import Talk


@dataclass(slots=True)
class GitHub:
    """The forge of a repository. `repository` is OWNER/NAME as somebody wrote it.

    `check` is the name of our check run and status. The name that the repository has now is asked
    for once and used from then on, since writes to an old name are not carried out.
    """

    calls: Calls
    repository: str
    check_name: str
    _known: Place | None = field(default=None, repr=False)
    _methods: tuple[str, ...] = field(default=(), repr=False)

    def place(self) -> Place:
        """The repository, as this token sees it."""
        self._known, self._methods = read_place(self.calls, self.repository)
        return self._known

    @property
    def _here(self) -> Place:
        return self._known or self.place()

    @property
    def _talk(self) -> Talk:
        return Talk(self.calls, self._here.name, self._here.me)

    @property
    def _checks(self) -> Checks:
        return Checks(self.calls, self._here.name, self._here.app)

    @property
    def _merging(self) -> Merging:
        return Merging(self.calls, self._here.name, self._methods)

    def pulls(self, numbers: Collection[int] | None) -> list[PullSeen]:
        """The pulls of these numbers, or all open ones, by number."""
        here = self._here
        reading = Pulls(self.calls, here.name, here.me, self.check_name, here.app is None)
        return reading.open() if numbers is None else reading.these(numbers)

    def issues(self, label: str, state: Literal["open", "closed"]) -> list[IssueSeen]:
        """The issues with a label, by number, with their comments."""
        return self._issues.labelled(label, state)

    def texts(self, blobs: Collection[str], limit: int) -> Mapping[str, bytes]:
        """The bytes of these blobs; those above so many bytes are left out."""
        return Blobs(self.calls, self._here.name).texts(blobs, limit)

    def requestable(self, logins: Collection[str]) -> frozenset[str]:
        """Those of the logins, in lower case, who may be asked for a review."""
        return People(self.calls, self._here.name).among("collaborators", logins)

    def assignable(self, logins: Collection[str]) -> frozenset[str]:
        """Those of the logins, in lower case, who may be assigned."""
        return People(self.calls, self._here.name).among("assignees", logins)

    def comment(self, number: int, body: str, marker: str) -> int:
        """Write a comment that holds a marker, once; returns its id."""
        return self._talk.comment(number, body, marker)

    def edit_comment(self, comment: int, body: str) -> None:
        """Give a comment another text."""
        self._talk.edit_comment(comment, body)

    def delete_comment(self, comment: int) -> None:
        """Take a comment away; one that is gone already is no fault."""
        self._talk.delete_comment(comment)

    def request(self, pull: int, logins: Sequence[str]) -> tuple[str, ...]:
        """Ask for reviews, one by one where GitHub refuses them together; who was asked."""
        return self._talk.request(pull, logins)

    def unrequest(self, pull: int, logins: Sequence[str]) -> None:
        """Take requests for review back."""
        self._talk.unrequest(pull, logins)

    def assign(self, pull: int, logins: Sequence[str]) -> tuple[str, ...]:
        """Assign people; who was assigned."""
        return self._talk.assign(pull, logins)

    def make_label(self, name: str, colour: str, about: str) -> None:
        """Make a label; one that is there already is no fault."""
        self._talk.make_label(name, colour, about)

    def label(self, number: int, add: Collection[str], remove: Collection[str]) -> None:
        """Add and remove labels; others stay as they are."""
        self._talk.label(number, add, remove)

    def check(self, head: str, name: str, text: CheckText) -> None:
        """Write a check run on a commit, annotations in as many batches as it takes."""
        self._checks.check(head, name, text)

    def status(self, head: str, name: str, state: str, about: str) -> None:
        """Write a commit status, for a token that may not write check runs."""
        self._checks.status(head, name, state, about)

    def merge(self, pull: int, head: str, title: str, text: str) -> str:
        """Merge a pull if its head is still this commit; the commit that came of it."""
        self._here  # noqa: B018 - how pulls may be merged is known once the place is
        return self._merging.merge(pull, head, title, text)

    def commit(
        self, branch: str, expected: str, files: Mapping[str, bytes | None], message: str
    ) -> str:
        """One commit of many files on a branch whose tip is still `expected`; its name."""
        return Commits(self.calls, self._here.name).commit(branch, expected, files, message)

    @property
    def _own(self) -> Own:
        return Own(self.calls, self._here.name, self._here.branch)

    def put(self, branch: str, onto: str, files: Mapping[str, bytes | None], message: str) -> str:
        """One commit of many files that follows `onto`, and a branch of ours that is just that."""
        return Commits(self.calls, self._here.name).put(branch, onto, files, message)

    def drop(self, branch: str) -> None:
        """Remove a branch of ours."""
        Commits(self.calls, self._here.name).drop(branch)

    def open_pull(self, branch: str, title: str, body: str) -> int:
        """Open a pull from a branch of ours, once; its number."""
        return self._own.open_pull(branch, title, body)

    def edit_pull(self, number: int, title: str, body: str) -> None:
        """Give a pull another title and text."""
        self._own.edit_pull(number, title, body)

    def close_pull(self, number: int) -> None:
        """Close a pull."""
        self._own.close_pull(number)

    @property
    def _issues(self) -> Issues:
        return Issues(self.calls, self._here.name, self._here.me)

    def open_issue(self, title: str, body: str, marker: str, labels: Collection[str]) -> int:
        """Open an issue whose text holds a marker, once; its number."""
        return self._issues.open_issue(title, body, marker, labels)

    def edit_issue(self, number: int, title: str, body: str) -> None:
        """Give an issue another title and text."""
        self._issues.edit_issue(number, title, body)

    def close_issue(self, number: int, done: bool) -> None:
        """Close an issue as completed, or as not planned."""
        self._issues.close_issue(number, done)

    def reopen_issue(self, number: int) -> None:
        """Open an issue again."""
        self._issues.reopen_issue(number)

    def dispatch(self, workflow: str, branch: str, inputs: Mapping[str, str]) -> None:
        """Start a workflow."""
        self._merging.dispatch(workflow, branch, inputs)
