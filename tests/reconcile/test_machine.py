"""Whatever people do and however the forge fails, the next run puts everything right."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from hero.reconcile.apply import apply
from hero.reconcile.forge import ForgeRefused
from hero.reconcile.seen import PullSeen
from tests.reconcile.town import IDEA, Town

ADVOCATES = ["example-grace", "example-linus", "example-mei"]
PEOPLE = [*ADVOCATES, "example-ada", "example-mallory"]
NUMBERS = st.sampled_from([1, 2])
WRITES = {"comment", "edit_comment", "delete_comment", "request", "unrequest", "assign"} | {
    "make_label", "label", "check", "status", "merge", "commit", "dispatch",
}  # fmt: skip


def path_of(number: int) -> str:
    return f"ideas/2026/rig-{number}.yml"


def text_of(number: int, word: str) -> str:
    return IDEA.replace("Share the test rig", f"Share rig number {number}").replace("hour", word)


class Flaky:
    """A forge of which one write fails: before it is made, or after, when only the answer is lost.

    Whether the answer or the write was lost, nobody can tell from outside.
    """

    def __init__(self, forge: Any, at: int, after: bool, kind: str) -> None:
        self._forge, self._left, self._after, self._kind = forge, at, after, kind

    def __getattr__(self, name: str) -> Any:
        held = getattr(self._forge, name)
        if name not in WRITES:
            return held

        def write(*words: Any) -> Any:
            self._left -= 1
            if self._left == 0:
                if self._after:
                    held(*words)
                raise ForgeRefused(self._kind, "the answer was lost")
            return held(*words)

        return write


class Pulls(RuleBasedStateMachine):
    """People push, review, close; runs happen at odd times, doubled, cut short or not at all."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.town = Town(Path(self.folder.name) / "registry")
        self.merged: list[int] = []
        merge = self.town.forge.merge

        def watched(pull: int, head: str, title: str, text: str) -> str:
            seen = self.town.forge.pulls_seen[pull]
            made = merge(pull, head, title, text)
            self.may_be_merged(seen)
            self.merged.append(pull)
            return made

        self.town.forge.merge = watched  # type: ignore[method-assign]
        self.open(1, "example-ada")
        self.open(2, "example-grace")

    def may_be_merged(self, pull: PullSeen) -> None:
        """Said again in other words than the plan's: who approved this commit, and who objects."""
        last = {
            review.by.login: review
            for review in sorted(pull.reviews, key=lambda each: each.on)
            if review.verdict != "commented"
        }
        yes = {n for n, r in last.items() if r.verdict == "approved" and r.commit == pull.head}
        no = {n for n, r in last.items() if r.verdict == "changes_requested"}
        assert yes & (set(ADVOCATES) - {pull.author.login})
        assert not no & set(ADVOCATES)
        assert pull.mergeable is not False
        assert not pull.draft
        assert pull.state == "open"
        assert all(b"nonsense" not in self.town.forge.blobs[f.blob or ""] for f in pull.files)

    def is_open(self, number: int) -> bool:
        pull = self.town.forge.pulls_seen.get(number)
        return pull is not None and pull.state == "open"

    def open(self, number: int, author: str) -> None:
        self.town.open(number, author, files={path_of(number): text_of(number, "hour")})

    @rule(
        number=NUMBERS,
        word=st.sampled_from(["hour", "day", "week"]),
        bad=st.sampled_from([False, False, True]),
    )
    def push(self, number: int, word: str, bad: bool) -> None:
        if self.is_open(number):
            more = "nonsense: true\n" if bad else ""
            self.town.push(number, {path_of(number): text_of(number, word) + more})

    @rule(
        number=NUMBERS,
        login=st.sampled_from(PEOPLE),
        verdict=st.sampled_from(["approved"] * 3 + ["changes_requested", "commented", "dismissed"]),
        older=st.sampled_from([False, False, True]),
    )
    def review(self, number: int, login: str, verdict: Any, older: bool) -> None:
        if self.is_open(number):
            self.town.review(login, verdict, number, "f" * 40 if older else None)

    @rule(number=NUMBERS, name=st.sampled_from(["draft", "mergeable"]), value=st.booleans())
    def change(self, number: int, name: str, value: bool) -> None:
        if self.is_open(number):
            # Mostly it is as it should be: no draft, and mergeable.
            self.town.set(number, **{name: value if number == 2 else name == "mergeable"})

    @rule(number=NUMBERS)
    def close_or_reopen(self, number: int) -> None:
        pull = self.town.forge.pulls_seen.get(number)
        if pull is not None and pull.state != "merged":
            self.town.set(number, state="closed" if pull.state == "open" else "open")

    @rule(number=NUMBERS, login=st.sampled_from(ADVOCATES))
    def pass_on(self, number: int, login: str) -> None:
        if self.is_open(number):
            pull = self.town.forge.pulls_seen[number]
            kept = tuple(each for each in pull.requested if each.login != login)
            if len(kept) < len(pull.requested):
                self.town.set(number, requested=kept, declined=pull.declined | {login})

    @rule(limit=st.sampled_from([0, 3, 1000, 1000]))
    def run(self, limit: int) -> None:
        self.town.run(limit)

    @rule(
        at=st.integers(1, 8),
        after=st.booleans(),
        kind=st.sampled_from(["broken", "rate", "permission", "conflict"]),
    )
    def run_with_a_fault(self, at: int, after: bool, kind: str) -> None:
        forge = Flaky(self.town.forge, at, after, kind)
        apply(self.town.planned().actions, forge, 100)

    @rule()
    def two_runs_with_one_plan(self) -> None:
        actions = self.town.planned().actions
        apply(actions, self.town.forge, 100)
        apply(actions, self.town.forge, 100)

    @invariant()
    def nothing_is_merged_twice(self) -> None:
        merged = getattr(self, "merged", [])
        assert len(merged) == len(set(merged))

    def teardown(self) -> None:
        for _ in range(2):
            self.town.run()
        assert self.town.planned().actions == ()
        for number, pull in self.town.forge.pulls_seen.items():
            if pull.state == "open":
                assert len(self.town.comments(number)) == 1
                assert len([each for each in pull.labels if each.startswith("waits on: ")]) <= 1
                assert len(pull.requested) <= len(ADVOCATES)
        self.folder.cleanup()


Pulls.TestCase.settings = settings(max_examples=80, stateful_step_count=25, deadline=None)
TestPulls = Pulls.TestCase
