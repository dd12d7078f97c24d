"""A small registry with its forge in memory, and people who push, review and comment there."""

import datetime as dt
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal

from hero.reconcile.apply import Outcome, apply
from hero.reconcile.observe import observe
from hero.reconcile.plan import Plan, plan
from hero.reconcile.seen import Account, ChangedFile, Comment, Place, PullSeen, Review, Verdict
from hero.registry.registry import Registry
from hero.technology.folder import Folder
from tests.github.memory import Memory, name_of
from tests.rules.layers import SHARED

Status = Literal["added", "modified", "removed", "renamed"]
TODAY = dt.date(2026, 11, 20)
NOW = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
BOT = Account("hero-bot[bot]", 900, bot=True)
#: Account numbers; those of advocates are the roster's.
IDS = {"example-grace": 101, "example-linus": 102, "example-mei": 103, "example-ada": 201}
ADVOCATES = frozenset({"example-grace", "example-linus", "example-mei"})
PATH = "ideas/2026/share-the-rig.yml"
IDEA = """title: Share the test rig
theme: reliability
problem: Two teams wait for one rig, and the booking sheet has been lost twice since May.
proposal: Put a calendar beside the rig, and let each team book it by the hour.
benefit: Both teams wait less; we would see it in hours waited a week.
proposers: [example-ada]
"""


def account(login: str) -> Account:
    return Account(login, IDS.get(login.lower(), sum(login.encode()) + 1000))


class Town:
    """The registry in a folder, which is the default branch, and the forge."""

    def __init__(self, root: Path, app: str | None = "hero-app") -> None:
        self.root = root
        shutil.copytree(SHARED, root)
        name = Registry.read(Folder(root)).network.repository
        place = Place(name, "main", "0" * 40, BOT, app)
        self.forge = Memory(place, collaborators=ADVOCATES)
        self.today = TODAY
        self.clock = NOW

    def write(self, path: str, text: str) -> None:
        """Change the default branch."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def open(
        self,
        number: int = 1,
        author: str = "example-ada",
        files: Mapping[str, str | None] | None = None,
    ) -> PullSeen:
        """Open a pull with one idea, or with other files by path."""
        pull = PullSeen(
            number,
            "An idea",
            account(author),
            "",
            f"branch-{number}",
            "fork/repo",
            "main",
            self.clock,
        )
        self.forge.pulls_seen[number] = pull
        self.push(number, files or {PATH: IDEA})
        return self.forge.pulls_seen[number]

    def push(self, number: int, files: Mapping[str, str | None], **more: object) -> None:
        """Give a pull other files, and so another head."""
        pull = self.forge.pulls_seen[number]
        changed = []
        for path, text in files.items():
            there = (self.root / path).exists()
            raw = (text or "").encode()
            self.forge.blobs[name_of(raw)] = raw
            status: Status = "removed" if text is None else "modified" if there else "added"
            blob = None if text is None else name_of(raw)
            changed.append(ChangedFile(path, status, blob, "100644"))
        head = name_of(repr((number, sorted(files.items()))).encode())
        self.set(number, files=tuple(changed), head=head, authors=(pull.author,), **more)

    def set(self, number: int, **fields: object) -> None:
        """Change what is seen of a pull."""
        self.forge.pulls_seen[number] = replace(self.forge.pulls_seen[number], **fields)  # type: ignore[arg-type]

    def review(
        self, login: str, verdict: Verdict = "approved", number: int = 1, commit: str | None = None
    ) -> None:
        """Review a pull at its head, or at an older commit. The request for it is gone then."""
        pull = self.forge.pulls_seen[number]
        self.clock += dt.timedelta(minutes=1)
        made = Review(
            len(pull.reviews) + 1, account(login), verdict, commit or pull.head, self.clock
        )
        left = tuple(each for each in pull.requested if each.login.lower() != login.lower())
        self.set(number, reviews=(*pull.reviews, made), requested=left)

    def planned(self) -> Plan:
        """What would be done now."""
        base = Registry.read(Folder(self.root))
        return plan(base, observe(self.forge, base, self.today), self.today)

    def run(self, limit: int = 1000) -> list[Outcome]:
        """Reconcile. What is merged is on the default branch afterwards."""
        outcomes = apply(self.planned().actions, self.forge, limit)
        for pull in self.forge.pulls_seen.values():
            if pull.state == "merged":
                for file in pull.files:
                    self.write(file.path, self.forge.blobs[file.blob or ""].decode())
        return outcomes

    def settle(self) -> list[tuple[str, ...]]:
        """Reconcile until nothing is left to do, which is at once; the writes that it took."""
        self.forge.written.clear()
        self.run()
        written = list(self.forge.written)
        assert self.planned().actions == (), [each.words for each in self.planned().actions]
        return written

    def comments(self, number: int = 1) -> list[Comment]:
        return [each for each in self.forge.pulls_seen[number].comments if each.by == BOT]

    @property
    def said(self) -> str:
        """Our comment on the first pull."""
        (comment,) = self.comments()
        return comment.body

    @property
    def check(self) -> str | None:
        """How the last check of the first pull ended."""
        return self.forge.pulls_seen[1].checks[-1].conclusion

    @property
    def state(self) -> str:
        """Is the first pull open, closed or merged?"""
        return self.pull.state

    @property
    def pull(self) -> PullSeen:
        return self.forge.pulls_seen[1]
