"""A forge in memory that keeps the port: for tests of whatever plans and applies."""

import datetime as dt
import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from hero.reconcile.forge import CheckText, ForgeRefused
from hero.reconcile.seen import (
    Account,
    Branch,
    ChangedFile,
    CheckRun,
    Comment,
    Conclusion,
    IssueSeen,
    Place,
    PullSeen,
)

STATES: Mapping[str, Conclusion] = {"success": "success", "failure": "failure"}


def name_of(data: bytes) -> str:
    """Git's name of these bytes as a blob."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


@dataclass
class Memory:
    """A forge of values. Reads show them; every write changes them and is told in `written`.

    `blobs` has the bytes of files by name, `branches` the tip of each branch, `trees` the files of
    the default branch. `collaborators` and `assignees` are logins in lower case. `refuse`, where
    given, is asked before each write with the write's words: it may raise ForgeRefused. `there`
    says whether the default branch has a file; `merged` is told of each pull that is merged.
    """

    place_seen: Place
    pulls_seen: dict[int, PullSeen] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)
    branches: dict[str, str] = field(default_factory=dict)
    files: dict[str, dict[str, bytes]] = field(default_factory=dict)
    collaborators: frozenset[str] = frozenset()
    assignees: frozenset[str] = frozenset()
    now: dt.datetime = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
    refuse: Callable[[tuple[str, ...]], None] | None = None
    written: list[tuple[str, ...]] = field(default_factory=list)
    last: int = 1000
    issues_seen: dict[int, IssueSeen] = field(default_factory=dict)
    tips: dict[str, Branch] = field(default_factory=dict)
    there: Callable[[str], bool] = lambda path: False
    merged: Callable[[PullSeen], None] = lambda pull: None

    def __post_init__(self) -> None:
        self.branches.setdefault(self.place_seen.branch, self.place_seen.tip)

    # What is read

    def place(self) -> Place:
        tip = self.branches[self.place_seen.branch]
        return replace(self.place_seen, tip=tip, branches=dict(self.tips))

    def pulls(self, numbers: Collection[int] | None) -> list[PullSeen]:
        if numbers is None:
            numbers = [n for n, pull in self.pulls_seen.items() if pull.state == "open"]
        return [self._pull(number) for number in sorted(set(numbers))]

    def issues(self, label: str, state: Literal["open", "closed"]) -> list[IssueSeen]:
        every = (self.issues_seen[number] for number in sorted(self.issues_seen))
        return [each for each in every if label in each.labels and each.state == state]

    def texts(self, blobs: Collection[str], limit: int) -> Mapping[str, bytes]:
        missing = sorted(set(blobs) - set(self.blobs))
        if missing:
            raise ForgeRefused("gone", f"There is no blob {missing[0]}.")
        return {name: self.blobs[name] for name in blobs if len(self.blobs[name]) <= limit}

    def requestable(self, logins: Collection[str]) -> frozenset[str]:
        return frozenset(login.lower() for login in logins) & self.collaborators

    def assignable(self, logins: Collection[str]) -> frozenset[str]:
        return frozenset(login.lower() for login in logins) & self.assignees

    # What is written

    def comment(self, number: int, body: str, marker: str) -> int:
        seen = self._thread(number)
        for each in seen.comments:
            if marker in each.body and each.by.id == self.place_seen.me.id:
                return each.id
        if seen.locked:
            raise ForgeRefused("closed", f"#{number} is locked.")
        self._write("comment", str(number))
        made = Comment(self._next(), self.place_seen.me, body, self.now)
        self.add_comment(number, made)
        return made.id

    def edit_comment(self, comment: int, body: str) -> None:
        held = self._holder(comment)
        if held is None:
            raise ForgeRefused("gone", f"There is no comment {comment}.")
        self._write("edit_comment", str(comment))
        self._change(
            held.number,
            comments=tuple(
                replace(each, body=body, edited=self.now) if each.id == comment else each
                for each in held.comments
            ),
        )

    def delete_comment(self, comment: int) -> None:
        held = self._holder(comment)
        self._write("delete_comment", str(comment))
        if held:
            kept = tuple(each for each in held.comments if each.id != comment)
            self._change(held.number, comments=kept)

    def request(self, pull: int, logins: Sequence[str]) -> tuple[str, ...]:
        seen = self._pull(pull)
        self._write("request", str(pull), *logins)
        asked = tuple(
            login
            for login in logins
            if login.lower() in self.collaborators and login.lower() != seen.author.login.lower()
        )
        self._change(pull, requested=self._joined(seen.requested, asked))
        return asked

    def unrequest(self, pull: int, logins: Sequence[str]) -> None:
        seen = self._pull(pull)
        self._write("unrequest", str(pull), *logins)
        dropped = {login.lower() for login in logins}
        kept = tuple(each for each in seen.requested if each.login.lower() not in dropped)
        self._change(pull, requested=kept)

    def assign(self, pull: int, logins: Sequence[str]) -> tuple[str, ...]:
        seen = self._pull(pull)
        self._write("assign", str(pull), *logins)
        given = tuple(login for login in logins if login.lower() in self.assignees)
        self._change(pull, assigned=self._joined(seen.assigned, given))
        return given

    def make_label(self, name: str, colour: str, about: str) -> None:
        if name.lower() in {each.lower() for each in self.place_seen.labels}:
            return
        self._write("make_label", name, colour, about)
        self.place_seen = replace(self.place_seen, labels=self.place_seen.labels | {name})

    def label(self, number: int, add: Collection[str], remove: Collection[str]) -> None:
        seen = self._thread(number)
        if add or remove:
            self._write(
                "label", str(number), *sorted(f"+{n}" for n in add), *(f"-{n}" for n in remove)
            )
            self._change(number, labels=(seen.labels - set(remove)) | set(add))
            self.place_seen = replace(self.place_seen, labels=self.place_seen.labels | set(add))

    def check(self, head: str, name: str, text: CheckText) -> None:
        if self.place_seen.app is None:
            raise ForgeRefused("permission", "Only an app may write check runs.")
        self._judge(head, name, self.place_seen.app, text.conclusion, text.digest)

    def status(self, head: str, name: str, state: str, about: str) -> None:
        self._judge(head, name, "", STATES.get(state), about)

    def merge(self, pull: int, head: str, title: str, text: str) -> str:
        seen = self._pull(pull)
        if seen.state != "open" or seen.head != head:
            raise ForgeRefused("conflict", f"#{pull} is not at {head} any more.")
        if seen.draft or not seen.mergeable:
            raise ForgeRefused("conflict", f"#{pull} cannot be merged as it is.")
        self._write("merge", str(pull), head, title)
        made = self._commit(seen.base, title + text)
        self._change(pull, state="merged")
        self.merged(self.pulls_seen[pull])
        return made

    def commit(
        self, branch: str, expected: str, files: Mapping[str, bytes | None], message: str
    ) -> str:
        if branch not in self.branches:
            raise ForgeRefused("gone", f"There is no branch {branch}.")
        if self.branches[branch] != expected:
            raise ForgeRefused("conflict", f"{branch} has moved since it was read.")
        self._write("commit", branch, *sorted(files))
        there = self.files.setdefault(branch, {})
        for path, data in files.items():
            if data is None:
                there.pop(path, None)
            else:
                there[path] = data
                self.blobs[name_of(data)] = data
        return self._commit(branch, message)

    def put(self, branch: str, onto: str, files: Mapping[str, bytes | None], message: str) -> str:
        if onto != self.branches[self.place_seen.branch]:
            raise ForgeRefused("conflict", f"{onto} is not the tip.")
        self._write("put", branch, *sorted(files))
        self.blobs |= {name_of(data): data for data in files.values() if data is not None}
        told = f"{onto} {message} {self._next()}".encode()
        tip = hashlib.sha1(told, usedforsecurity=False).hexdigest()
        self.tips[branch] = Branch(tip, message)
        self.files[branch] = {path: data for path, data in files.items() if data is not None}
        for pull in list(self.pulls_seen.values()):
            if pull.branch == branch and pull.state == "open":
                self._change(pull.number, head=tip, files=self._changed(branch), mergeable=True)
        return tip

    def drop(self, branch: str) -> None:
        self._write("drop", branch)
        self.tips.pop(branch, None)

    def open_pull(self, branch: str, title: str, body: str) -> int:
        for pull in self.pulls_seen.values():
            if (pull.branch, pull.state) == (branch, "open"):
                return pull.number
        if branch not in self.tips:
            raise ForgeRefused("invalid", f"There is no branch {branch}.")
        self._write("open_pull", branch, title)
        number, me, here = self.next_number(), self.place_seen.me, self.place_seen
        self.pulls_seen[number] = PullSeen(
            number, title, me, self.tips[branch].tip, branch, here.name, here.branch, self.now,
            files=self._changed(branch), authors=(me,), body=body,
        )  # fmt: skip
        return number

    def edit_pull(self, number: int, title: str, body: str) -> None:
        self._pull(number)
        self._write("edit_pull", str(number))
        self._change(number, title=title, body=body)

    def close_pull(self, number: int) -> None:
        if self._pull(number).state == "open":
            self._write("close_pull", str(number))
            self._change(number, state="closed")

    def open_issue(self, title: str, body: str, marker: str, labels: Collection[str]) -> int:
        for each in self.issues_seen.values():
            if marker in each.body and each.author.id == self.place_seen.me.id:
                return each.number
        if not self.place_seen.issues:
            raise ForgeRefused("closed", "Issues are switched off.")
        self._write("open_issue", title)
        number, me = self.next_number(), self.place_seen.me
        made = IssueSeen(number, title, body, me, self.now, labels=frozenset(labels))
        self.issues_seen[number] = made
        return number

    def edit_issue(self, number: int, title: str, body: str) -> None:
        self._thread(number)
        self._write("edit_issue", str(number))
        self._change(number, title=title, body=body, edited=self.now)

    def close_issue(self, number: int, done: bool) -> None:
        if self._thread(number).state == "open":
            self._write("close_issue", str(number), "done" if done else "not planned")
            self._change(number, state="closed", closed=self.now)

    def reopen_issue(self, number: int) -> None:
        if self._thread(number).state == "closed":
            self._write("reopen_issue", str(number))
            self._change(number, state="open", closed=None)

    def dispatch(self, workflow: str, branch: str, inputs: Mapping[str, str]) -> None:
        self._write("dispatch", workflow, branch, *(f"{k}={v}" for k, v in sorted(inputs.items())))

    # How

    def _pull(self, number: int) -> PullSeen:
        if number not in self.pulls_seen:
            raise ForgeRefused("gone", f"#{number} is not there, or not for this token.")
        return self.pulls_seen[number]

    def _thread(self, number: int) -> PullSeen | IssueSeen:
        return self.issues_seen[number] if number in self.issues_seen else self._pull(number)

    def next_number(self) -> int:
        """The number of the next pull or issue."""
        return max((*self.pulls_seen, *self.issues_seen), default=0) + 1

    def add_comment(self, number: int, made: Comment) -> None:
        """Let a comment be there, whoever wrote it."""
        self._change(number, comments=(*self._thread(number).comments, made))

    def _changed(self, branch: str) -> tuple[ChangedFile, ...]:
        return tuple(
            ChangedFile(path, "modified" if self.there(path) else "added", name_of(data), "100644")
            for path, data in sorted(self.files[branch].items())
        )

    def _write(self, *words: str) -> None:
        if self.place_seen.archived:
            raise ForgeRefused("closed", "The repository is archived.")
        if self.refuse:
            self.refuse(words)
        self.written.append(words)

    def _next(self) -> int:
        self.last += 1
        return self.last

    def _change(self, number: int, **fields: object) -> None:
        held: dict[int, PullSeen] | dict[int, IssueSeen] = self.pulls_seen
        held = self.issues_seen if number in self.issues_seen else held
        held[number] = replace(held[number], **fields)  # type: ignore[arg-type, assignment]

    def _holder(self, comment: int) -> PullSeen | IssueSeen | None:
        threads: list[PullSeen | IssueSeen] = [*self.pulls_seen.values()]
        threads += self.issues_seen.values()
        held = (each for each in threads if any(c.id == comment for c in each.comments))
        return next(held, None)

    def _commit(self, branch: str, message: str) -> str:
        told = f"{self.branches[branch]} {message} {self._next()}".encode()
        self.branches[branch] = hashlib.sha1(told, usedforsecurity=False).hexdigest()
        return self.branches[branch]

    def _judge(
        self, head: str, name: str, app: str, conclusion: Conclusion | None, external_id: str
    ) -> None:
        """Write a check run or a status on a commit, unless it says so already."""
        holders = [pull for pull in self.pulls_seen.values() if pull.head == head]
        if not holders:
            raise ForgeRefused("invalid", f"There is no commit {head}.")
        ours = [each for each in holders[0].checks if (each.name, each.app) == (name, app)]
        if ours and (ours[-1].conclusion, ours[-1].external_id) == (conclusion, external_id):
            return
        self._write("check" if app else "status", head, name, str(conclusion), external_id)
        made = CheckRun(self._next() if app else 0, name, app, conclusion, external_id)
        for pull in holders:
            others = tuple(each for each in pull.checks if each not in ours)
            self._change(pull.number, checks=(*others, made))

    @staticmethod
    def _joined(those: Iterable[Account], logins: Iterable[str]) -> tuple[Account, ...]:
        """Those accounts with the logins that are not among them yet."""
        known = {each.login.lower(): each for each in those}
        new = {login.lower(): Account(login) for login in logins if login.lower() not in known}
        return (*known.values(), *new.values())
