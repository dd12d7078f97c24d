"""The town with the whole process, an idea on record, its issue, and people who say commands."""

import datetime as dt
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from hero.reconcile.apply import Outcome
from hero.reconcile.labels import IDEA
from hero.reconcile.passes import Run, passes
from hero.reconcile.seen import Comment, IssueSeen, PullSeen
from hero.reconcile.threads import MARK
from hero.registry.idea import Idea
from hero.registry.registry import Registry
from hero.technology.folder import Folder
from tests.reconcile.town import BOT, PATH, Town, account
from tests.reconcile.town import IDEA as TEXT

PIPELINE = Path(__file__).parents[3] / "playbooks/process/pipeline.yml"
SLUG = "share-the-rig"
RECORDED = f"""{TEXT}proposed_on: 2026-11-02
stage: proposed
advocates: [example-grace, example-linus]
"""
EXPLORING = f"""{TEXT}proposed_on: 2026-11-02
stage: exploring
advocates: [example-grace, example-linus]
decisions:
  - {{date: 2026-11-09, from: proposed, to: exploring, by: example-grace, because: Both agreed.}}
"""
EVIDENCE = """evidence:
  - {metric: Hours waited a week, baseline: 9, target: 3, date: 2027-02-01}
"""
ISSUE = 50


class Square(Town):
    """A town with one idea on record and its issue."""

    def __init__(
        self, root: Path, text: str | None = RECORDED, app: str | None = "hero-app"
    ) -> None:
        super().__init__(root, app)
        shutil.copy(PIPELINE, root / "playbooks/process/pipeline.yml")
        self.forge.there = lambda path: (root / path).exists()
        self.last = 5000
        self.unfetched: dict[str, bytes] = {}
        self.forge.merged = self._merged
        if text is not None:
            self.write(PATH, text)
            self.open_issue()

    def open_issue(self, slug: str = SLUG, number: int = ISSUE) -> None:
        body = MARK.format(slug)
        made = IssueSeen(number, "An idea", body, BOT, self.clock, labels=frozenset({IDEA}))
        self.forge.issues_seen[number] = made

    def say(self, login: str, words: str, number: int = ISSUE, **more: object) -> int:
        """Comment on the issue, or on a pull; the comment's number."""
        self.clock += dt.timedelta(minutes=1)
        self.last += 1
        made = Comment(self.last, account(login), words, self.clock)
        made = replace(made, **more)  # type: ignore[arg-type]
        there = self.forge.issues_seen if number in self.forge.issues_seen else None
        if there is not None:
            there[number] = replace(there[number], comments=(*there[number].comments, made))
        else:
            self.set(number, comments=(*self.forge.pulls_seen[number].comments, made))
        return made.id

    def reword(self, comment: int, words: str, number: int = ISSUE) -> None:
        """Edit a comment."""
        there = self.forge.issues_seen[number]
        when = self.clock + dt.timedelta(minutes=1)
        changed = tuple(
            replace(each, body=words, edited=when) if each.id == comment else each
            for each in there.comments
        )
        self.forge.issues_seen[number] = replace(there, comments=changed)

    def once(self, limit: int = 1000) -> Run:
        """A run as `hero reconcile --apply` makes it; then the folder is brought up to date."""
        run = passes(self.planned, self.forge, limit)
        self.fetch()
        return run

    def _merged(self, merged: PullSeen) -> None:
        """What a merge does: the default branch has its files, and others to them conflict."""
        files = {file.path: self.forge.blobs[file.blob or ""] for file in merged.files}
        self.unfetched |= files
        for pull in list(self.forge.pulls_seen.values()):
            if pull.state == "open" and {file.path for file in pull.files} & set(files):
                self.set(pull.number, mergeable=False)

    def fetch(self) -> None:
        """Bring the folder to where the default branch is."""
        for path, raw in self.unfetched.items():
            self.write(path, raw.decode())
        self.unfetched = {}

    def rest(self) -> list[Outcome]:
        """Run until nothing is left to do, which takes few runs; all that was done."""
        done: list[Outcome] = []
        for _ in range(6):
            outcomes = self.once().outcomes
            if not outcomes:
                return done
            done.extend(outcomes)
        raise AssertionError([each.action.words for each in done])

    @property
    def registry(self) -> Registry:
        return Registry.read(Folder(self.root))

    @property
    def idea(self) -> Idea:
        return self.registry.ideas[SLUG]

    def answers(self, number: int = ISSUE) -> list[str]:
        """What we answered, without marks of other kinds."""
        there = self.forge.issues_seen.get(number) or self.forge.pulls_seen[number]
        ours = [each.body for each in there.comments if each.by == BOT]
        return [each for each in ours if each.startswith("<!-- hero: answer ")]

    @property
    def opened(self) -> Mapping[int, str]:
        """The pulls that were opened for commands, with their states."""
        pulls = self.forge.pulls_seen.items()
        return {
            n: each.state for n, each in pulls if each.branch.startswith(("hero/move", "hero/say"))
        }
