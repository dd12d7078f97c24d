"""The small town with a real git behind it: what is merged becomes a commit that names its pull."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from hero.reconcile.apply import Outcome, apply
from hero.reconcile.observe import observe
from hero.reconcile.plan import Plan, plan
from hero.registry.registry import Registry
from hero.technology.folder import Folder
from hero.technology.witnessed import witness
from tests.reconcile.town import Town
from tests.technology.test_git import git


class Village(Town):
    """A town whose folder is a clone with all of history."""

    def __init__(self, root: Path, app: str | None = "hero-app") -> None:
        super().__init__(root, app)
        self.known: set[int] = set()
        self.forge.there = lambda path: (self.root / path).exists()
        self.forge.place_seen = replace(self.forge.place_seen, issues=False)
        other = root / "ideas/2026/quarantine-flaky-tests.yml"
        whole = "stage: proposed\nadvocates: [example-grace, example-mei]\n"
        other.write_text(other.read_text(encoding="utf-8") + whole, encoding="utf-8")
        git(root, "init", "-q", "-b", "main")
        self.commit("Begin")

    def base(self) -> Registry:
        """The default branch."""
        return Registry.read(Folder(self.root))

    def commit(self, message: str, day: dt.date | None = None) -> None:
        """Commit all that stands in the folder."""
        when = f"{day or self.today}T09:00:00Z"
        git(self.root, "add", "-A")
        git(self.root, "commit", "-qm", message, on=when)

    def planned(self) -> Plan:
        """What would be done now, by a run with all of history."""
        base = self.base()
        told = witness(self.root, base, self.today)
        return plan(base, observe(self.forge, base, self.today, None, told), self.today)

    def run(self, limit: int = 1000) -> list[Outcome]:
        """Reconcile; what is merged is committed as GitHub squashes it."""
        outcomes = apply(self.planned().actions, self.forge, limit)
        for number, pull in sorted(self.forge.pulls_seen.items()):
            if pull.state == "merged" and number not in self.known:
                self.known.add(number)
                for file in pull.files:
                    self.write(file.path, self.forge.blobs[file.blob or ""].decode())
                self.commit(f"{pull.title} (#{number})")
        return outcomes

    def until_still(self, most: int = 6) -> list[tuple[str, ...]]:
        """Reconcile until nothing is left to do; the writes that it took."""
        self.forge.written.clear()
        for _ in range(most):
            if not self.run():
                return list(self.forge.written)
        raise AssertionError([each.words for each in self.planned().actions])
