"""The branches of ours that carry commands out, held against what the commands come to now."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hero.reconcile.commands.carry import Deed, carry_out
from hero.reconcile.commands.hearing import Saying, Thread
from hero.reconcile.commands.marks import Carried, carried, is_for_commands
from hero.reconcile.seen import Observed, PullSeen
from hero.registry.registry import Registry


@dataclass(frozen=True)
class Own:
    """A branch of ours for a command, as far as it can be told.

    `thread` is None where that is not seen (closed, say), `saying` where it does not count any
    more: edited, taken away, or locked. `deed` is what the saying comes to now.
    """

    branch: str
    carries: Carried
    pull: PullSeen | None
    thread: Thread | None
    saying: Saying | None
    deed: Deed | None

    @property
    def stands(self) -> bool:
        """Does somebody's command still come to something, in the stage that it was given in?"""
        deed = self.deed
        holds = deed is not None and bool(deed.done) and deed.stage == self.carries.stage
        return holds and self._is_meant

    @property
    def by_hand(self) -> bool:
        """Have we asked people to open a pull from it?"""
        return self._answered is not None and f"...{self.branch}?" in self._answered

    @property
    def _is_meant(self) -> bool:
        """Is this the pull that we answered with? Else somebody says an old command once more."""
        if self._answered is None or self.by_hand:
            return True
        return self.pull is not None and f"#{self.pull.number} " in self._answered

    @property
    def _answered(self) -> str | None:
        answer = self.thread.answer(self.saying) if self.thread and self.saying else None
        return answer.body if answer else None

    @property
    def is_current(self) -> bool:
        """Does the pull hold just what the command comes to, and nothing else?"""
        if self.pull is None or self.deed is None or not self.pull.whole:
            return False
        held = {file.path: file.blob for file in self.pull.files}
        plain = all(file.mode == "100644" and not file.before for file in self.pull.files)
        return plain and held == {path: _blob(raw) for path, raw in self.deed.files.items()}


def owns_of(base: Registry, observed: Observed, threads: Sequence[Thread]) -> Iterator[Own]:
    """The branches that carry out what one person said, by name."""
    by_number = {each.number: each for each in threads}
    here = observed.place.name.lower()
    pulls = {
        pull.branch: pull
        for pull in observed.pulls
        if pull.state == "open" and (pull.head_repository or "").lower() == here
    }
    for name, branch in sorted(observed.place.branches.items()):
        marks = carried(branch.message) if is_for_commands(name) else ()
        if len(marks) != 1:
            continue
        thread = by_number.get(marks[0].thread)
        said = [each for each in thread.sayings if each.key == marks[0].key] if thread else []
        saying = said[0] if said else None
        deed = carry_out(base, thread, saying) if thread and saying else None
        yield Own(name, marks[0], pulls.get(name), thread, saying, deed)


def _blob(raw: bytes) -> str:
    """Git's name of these bytes."""
    return hashlib.sha1(b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest()
