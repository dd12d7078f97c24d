"""Histories of every kind, the same for the same seed: merges, moves, reverts, odd files."""

import datetime as dt
import random
from collections.abc import Callable
from pathlib import Path

from tests.history.repo import ADA, GRACE, TEO, Writer

START = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)
POLICY = Path(__file__).parents[2] / "playbooks"
POLICIES = ("process/pipeline.yml", "advocates/roster.yml")
PEOPLE = (ADA, GRACE, TEO, ("", "nameless@example.org"), ("Zoë “Z” O'Neil", "zoe@example.org"))
STAGES = ("proposed", "exploring", "parked", "piloting", "adopted")
#: What can stand in a file, beside ideas.
ODD = (
    b"",
    b"[",
    b"title: [unclosed\ndecisions: []\n",
    b"\xff\xfe\x00",
    b"- a\n- b\n",
    b'title: "open\ndecisions:\n  - {date: 2026-01-01}\n',
    b"{title: x, decisions: [{date: 2026-01-01, from: a, to: b, by: c}]}\n",
    b"title: &a x\nproblem: *a\ndecisions: []\n",
    b"decisions: 3\nproblem: |\n  text\n",
    b"decisions:\r\n  - {date: 2026-01-01, to: b}\r\n",
    b"title: x\ntitle: y\ndecisions:\n- {date: 2026-02-01}\n",
    b"problem: |\n    deep\n  shallow: 1\n",
    b"# only words\n",
)

Files = dict[str, tuple[str, bytes]]


class Made:
    """A history under construction: the line's last commit and its tree."""

    def __init__(self, root: Path, seed: int, within: str = "") -> None:
        self.chance = random.Random(seed)
        self.writer = Writer(root)
        self.within = within
        self.time = START
        self.tree: Files = {
            f"{within}playbooks/{name}": ("100644", (POLICY / name).read_bytes())
            for name in POLICIES
        }
        self.head = 0
        self.trees: dict[int, Files] = {}
        self.commit(self.tree, ())

    def commit(self, tree: Files, parents: tuple[int, ...]) -> int:
        """One more commit; now and then its times run backwards, or others are named beside."""
        self.time += dt.timedelta(hours=self.chance.randint(1, 60))
        written = self.time - dt.timedelta(hours=self.chance.choice((0, 0, 5, 500)))
        message = "Change\n\nWords: with a colon\n"
        if self.chance.random() < 0.2:
            message += "\nCo-authored-by: Ada Nkemelu <1+example-ada@users.noreply.github.com>\n"
            message += "Co-authored-by: Wei <wei@example.org>\n"
        who = self.chance.choice(PEOPLE)
        number = self.writer.commit(tree, parents, who, written, self.time, message)
        self.trees[number] = dict(tree)
        if not parents or parents[0] == self.head:
            self.head, self.tree = number, dict(tree)
        return number

    def grow(self, count: int) -> None:
        """So many steps more."""
        for _ in range(count):
            kind = self.chance.random()
            if kind < 0.6:
                self.commit(self.changed(self.tree), (self.head,))
            elif kind < 0.65:
                self.commit(self.tree, (self.head,))
            elif kind < 0.72:
                self.commit(self.trees[self.chance.choice(list(self.trees))], (self.head,))
            else:
                self.merge()

    def merge(self) -> None:
        """Bring in a side branch, or two, that began a while ago."""
        sides = []
        tree = dict(self.tree)
        head = self.head
        for _ in range(self.chance.choice((1, 1, 1, 2))):
            start = self.chance.choice([number for number in self.trees if number <= head][-4:])
            tip, side = start, dict(self.trees[start])
            for _ in range(self.chance.randint(1, 3)):
                after = self.changed(side)
                tree |= {path: held for path, held in after.items() if side.get(path) != held}
                for path in side.keys() - after.keys():
                    tree.pop(path, None)
                side = after
                parents: tuple[int, ...] = (tip,)
                if self.chance.random() < 0.15 and tip != head:
                    parents = (tip, head)
                tip = self._aside(side, parents)
            sides.append(tip)
        if self.chance.random() < 0.2:
            tree = self.changed(tree)
        self.head = head
        self.commit(tree, (head, *dict.fromkeys(side for side in sides if side != head)))

    def _aside(self, tree: Files, parents: tuple[int, ...]) -> int:
        head, kept = self.head, self.tree
        number = self.commit(tree, parents)
        self.head, self.tree = head, kept
        return number

    def changed(self, tree: Files) -> Files:
        """The tree with one thing done to it."""
        tree = dict(tree)
        ideas = [path for path in tree if "/20" in path]
        ways: list[Callable[[Files, list[str]], None]] = [self._new, self._text, self._record]
        ways += [self._text, self._record, self._move, self._drop, self._odd, self._twin]
        self.chance.choice(ways if ideas else [self._new])(tree, ideas)
        return tree

    def _new(self, tree: Files, ideas: list[str]) -> None:
        name = self.chance.choice("abcdefgh")
        odd = self.chance.choice(
            ("", "", "", "", "", "README.md", "Ünder.yml", "a b.yml", ".b.yml")
        )
        path = f"{self.within}ideas/{self.chance.choice((2025, 2026))}/{odd or f'idea-{name}.yml'}"
        words = f"title: Idea {name}\nproblem: |\n  What is wrong.\nproposers: [example-ada]\n"
        tree[path] = ("100644", f"{words}proposed_on: {self.time.date()}\n".encode())

    def _text(self, tree: Files, ideas: list[str]) -> None:
        path = self.chance.choice(ideas)
        mode, raw = tree[path]
        more = self.chance.choice((b"# a comment\n", b"benefit: |\n  More.\n", b"tags: [a, b]\n"))
        tree[path] = (mode, raw.replace(b"wrong", b"quite wrong", 1) + more)

    def _record(self, tree: Files, ideas: list[str]) -> None:
        path = self.chance.choice(ideas)
        mode, raw = tree[path]
        start, end = self.chance.sample(STAGES, 2)
        made = f"  - {{date: {self.time.date()}, from: {start}, to: {end}, by: example-grace}}\n"
        head = b"" if b"decisions:\n" in raw else b"decisions:\n"
        tree[path] = (mode, raw + head + made.encode())

    def _move(self, tree: Files, ideas: list[str]) -> None:
        path = self.chance.choice(ideas)
        other = path.replace("/2025/", "/x/").replace("/2026/", "/2025/").replace("/x/", "/2026/")
        tree[other] = tree.pop(path)

    def _drop(self, tree: Files, ideas: list[str]) -> None:
        del tree[self.chance.choice(ideas)]

    def _odd(self, tree: Files, ideas: list[str]) -> None:
        path = self.chance.choice(ideas)
        link = self.chance.random() < 0.2
        tree[path] = ("120000", b"elsewhere") if link else ("100644", self.chance.choice(ODD))

    def _twin(self, tree: Files, ideas: list[str]) -> None:
        path = self.chance.choice(ideas)
        other = path.replace("/2025/", "/x/").replace("/2026/", "/2025/").replace("/x/", "/2026/")
        tree[other] = tree[path]
