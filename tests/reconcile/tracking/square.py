"""A town whose ideas have issues: what people do there beside pulls."""

import re
from dataclasses import replace
from pathlib import Path

from hero.reconcile.apply import Outcome, apply
from hero.reconcile.seen import Account, Comment, IssueSeen
from hero.registry.registry import Registry
from hero.technology.folder import Folder
from tests.reconcile.town import BOT, Town, account

NETWORK = "playbooks/technology/network.yml"
PIPELINE, SHIPPED = "playbooks/process/pipeline.yml", Path(__file__).parents[3]
SINCE = "2026-11-01"
SLUG = "share-the-rig"
RECORDED = """title: Share the test rig
theme: reliability
problem: Two teams wait for one rig, and the booking sheet has been lost twice since May.
proposal: Put a calendar beside the rig, and let each team book it by the hour.
benefit: Both teams wait less; we would see it in hours waited a week.
proposers: [example-ada]
proposed_on: 2026-11-02
advocates: [example-grace, example-linus]
"""
#: The decisions that the tests make, in turn: each leads to its stage.
STEPS = {
    "exploring": "{date: 2026-11-10, from: proposed, to: exploring, by: example-grace, "
    "because: Both teams asked for it.}",
    "parked": "{date: 2026-11-12, from: exploring, to: parked, by: example-grace, "
    "because: The rig moves house in spring.}",
    "declined": "{date: 2026-11-12, from: exploring, to: declined, by: example-linus, "
    "because: A second rig arrives on Monday.}",
    "again": "{date: 2026-11-16, from: declined, to: exploring, by: example-grace, "
    "because: The second rig was cancelled.}",
}


def moved(*steps: str, text: str = RECORDED) -> str:
    """The file of the idea after these decisions."""
    if not steps:
        return text
    stage = "exploring" if steps[-1] == "again" else steps[-1]
    rows = "".join(f"  - {STEPS[step]}\n" for step in steps)
    more = "revisit_on: 2027-03-01\n" if stage == "parked" else ""
    return f"{text}{more}stage: {stage}\ndecisions:\n{rows}"


class Square(Town):
    """The town, from `SINCE` on in the registry's own time."""

    def __init__(self, root: Path, since: str | None = SINCE, app: str | None = "hero-app") -> None:
        super().__init__(root, app)
        (root / "ideas/2026/quarantine-flaky-tests.yml").unlink()
        self.write(PIPELINE, (SHIPPED / PIPELINE).read_text(encoding="utf-8"))
        if since:
            text = (root / NETWORK).read_text(encoding="utf-8")
            more = f"audit_from: {since}\nsite: https://ideas.example.org/\n"
            self.write(NETWORK, text + more)
        self.forge.there = lambda path: (root / path).exists()

    def record(self, *steps: str, text: str = RECORDED, slug: str = SLUG) -> None:
        """Let the default branch have the idea after these decisions."""
        self.write(f"ideas/2026/{slug}.yml", moved(*steps, text=text))

    def calm(self) -> list[tuple[str, ...]]:
        """Reconcile until nothing is left, which is soon; the writes that it took."""
        self.forge.written.clear()
        for _ in range(4):
            if not self.planned().actions:
                break
            assert {each.fate for each in self.run()} == {"done"}
        written = list(self.forge.written)
        assert self.planned().actions == (), [each.words for each in self.planned().actions]
        return written

    def told(self) -> list[str]:
        """What was written, by kind, without labels that were made."""
        return [words[0] for words in self.calm() if words[0] != "make_label"]

    def twice(self) -> list[Outcome]:
        """Two runs that saw the same, one after the other: a race."""
        first, second = self.planned().actions, self.planned().actions
        return [*apply(first, self.forge, 1000), *apply(second, self.forge, 1000)]

    # What people do

    def close(self, number: int = 1) -> None:
        """Let a person close an issue."""
        self.change(number, state="closed", closed=self.clock)

    def reopen(self, number: int = 1) -> None:
        """Let a person open it again."""
        self.change(number, state="open", closed=None)

    def change(self, number: int = 1, **fields: object) -> None:
        """Change what is seen of an issue."""
        self.forge.issues_seen[number] = replace(self.forge.issues_seen[number], **fields)  # type: ignore[arg-type]

    def say(self, body: str, by: Account | None = None, number: int = 1) -> None:
        """Let somebody write a comment on an issue."""
        made = Comment(self.forge._next(), by or account("example-tim"), body, self.clock)
        self.change(number, comments=(*self.issue(number).comments, made))

    def file(
        self,
        body: str,
        number: int = 1,
        author: Account | None = None,
        title: str = "Share the test rig",
    ) -> None:
        """Let somebody open an issue that carries the label of ideas."""
        self.forge.issues_seen[number] = IssueSeen(
            number,
            title,
            body,
            author or account("example-ada"),
            self.clock,
            labels=frozenset({"idea"}),
        )

    # What is seen

    def issue(self, number: int = 1) -> IssueSeen:
        return self.forge.issues_seen[number]

    def planned_base(self) -> Registry:
        """The default branch as it is now."""
        return Registry.read(Folder(self.root))

    def posts(self, number: int = 1) -> list[str]:
        """What we wrote below an issue."""
        return [each.body for each in self.issue(number).comments if each.by == BOT]


def plain(body: str) -> str:
    """A text of ours as people read it."""
    return " ".join(re.sub(r"<!--.*?-->|<[^>]*>", " ", body).split())
