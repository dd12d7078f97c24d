"""A git history of any size, the same for the same seed, made in one go by `git fast-import`.

`python -m tests.benchmarks.history_made IDEAS COMMITS DIR` makes one. Every idea arrives, is
revised, and moves through stages, each by a commit of its own, ideas mixed; one commit in five is
the merge of a side branch of one commit, the others stand on the line as squashes do. A hundred
files a folder.
"""

import datetime as dt
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from tests.benchmarks import generate

STAGES = ("proposed", "exploring", "piloting", "adopted")
FIRST = dt.datetime(2020, 1, 6, 8, tzinfo=dt.UTC)
MINUTES = 60


class Life:
    """One idea, and the texts that its file has in turn."""

    def __init__(self, number: int, made: generate.Generator, day: dt.date) -> None:
        self.made = made
        self.path = f"ideas/{number // 100:04d}/{generate.slug(number)}.yml"
        self.who = made.chance.choice(generate.ADVOCATES)
        self.head = f"title: {made.text(5)[:-1]} {number}\ntheme: {generate.THEMES[number % 8]}\n"
        self.texts = [f"{name}: |\n{made.section(size)}\n" for name, size in generate.SECTIONS]
        self.rest = f"proposers: [example-{number % 400}]\ntags: [{made.words[number % 400]}]\n"
        self.rest += f"proposed_on: {day}\n"
        self.decisions: list[str] = []
        self.evaluations: list[str] = []

    def revise(self) -> None:
        """Write one of the three texts anew."""
        which = self.made.chance.randrange(3)
        name, size = generate.SECTIONS[which]
        self.texts[which] = f"{name}: |\n{self.made.section(size)}\n"

    def move(self, day: dt.date) -> None:
        """Go a stage further, with a reason; from the last one, write another text."""
        at = len(self.decisions)
        if at == len(STAGES) - 1:
            return self.revise()
        self.decisions.append(
            f"  - {{date: {day}, from: {STAGES[at]}, to: {STAGES[at + 1]}, by: {self.who}, "
            f'because: "{self.made.text(14)}", approved_by: [{self.who}], pull: {at + 1}}}\n'
        )
        return None

    def judge(self, day: dt.date) -> None:
        """Add an evaluation."""
        self.evaluations.append(
            f"  - {{by: {self.who}, date: {day}, value: 4, effort: 2, confidence: 3}}\n"
        )

    def text(self) -> bytes:
        """The file as it stands."""
        record = f"stage: {STAGES[len(self.decisions)]}\nadvocates: [{self.who}]\n"
        if self.evaluations:
            record += "evaluations:\n" + "".join(self.evaluations)
        if self.decisions:
            record += "decisions:\n" + "".join(self.decisions)
        return f"{self.head}{''.join(self.texts)}{self.rest}{record}".encode()


def commits(ideas: int, count: int, seed: int = 11) -> Iterator[tuple[dt.datetime, str, bytes]]:
    """When, which file, and what it holds then: `count` of them, ideas mixed."""
    made = generate.Generator(seed)
    lives: list[Life] = []
    order: list[int] = []
    for number in range(count):
        when = FIRST + dt.timedelta(minutes=MINUTES * number)
        if len(lives) < ideas and number % max(1, count // ideas) == 0:
            life = Life(len(lives), made, when.date())
            lives.append(life)
        else:
            if not order:
                order = made.chance.sample(range(len(lives)), len(lives))
            life = lives[order.pop()]
            step = made.chance.random()
            if step < 0.5:
                life.revise()
            elif step < 0.85:
                life.move(when.date())
            else:
                life.judge(when.date())
        yield when, life.path, life.text()


def build(ideas: int, count: int, root: Path, seed: int = 11) -> Path:
    """Make a repository of about `count` commits over `ideas` ideas in a folder that is not there.

    It has a branch `main` and no checkout.
    """
    generate.ADVOCATES[:] = [f"example-{number}" for number in range(12)]
    root.mkdir(parents=True)
    alone = {"PATH": os.environ["PATH"], "HOME": str(root), "GIT_CONFIG_NOSYSTEM": "1"}
    git = ["git", "-C", str(root)]
    subprocess.run([*git, "init", "-q", "-b", "main"], env=alone, check=True)
    importing = subprocess.Popen(
        [*git, "fast-import", "--quiet", "--done"], env=alone, stdin=subprocess.PIPE
    )
    assert importing.stdin is not None
    with importing.stdin as pipe:
        _write(pipe, ideas, count, seed)
    assert importing.wait() == 0
    return root


def _write(pipe: IO[bytes], ideas: int, count: int, seed: int) -> None:
    chance = random.Random(seed)
    policies = sorted(generate.SHIPPED.rglob("*.yml"))
    tree = [(f"playbooks/{each.relative_to(generate.SHIPPED)}", each) for each in policies]
    pipe.write(b"reset refs/heads/main\n\n")
    files = [(path, each.read_bytes()) for path, each in tree if "roster" not in path]
    files.append(("playbooks/advocates/roster.yml", _roster()))
    pipe.write(_commit(1, FIRST, "Begin", "", files))
    mark = 1
    # A merge takes two commits: of six, one is a side commit and one its merge.
    for when, path, text in commits(ideas, count * 5 // 6, seed):
        side = chance.random() < 0.2
        mark += 1
        if side:
            pipe.write(_commit(mark, when, "Write", f"from :{mark - 1}\n", [(path, text)], "side"))
            parents = f"from :{mark - 1}\nmerge :{mark}\n"
            pipe.write(_commit(mark + 1, when, "Merge", parents, [(path, text)]))
            mark += 1
        else:
            pipe.write(_commit(mark, when, "Change", f"from :{mark - 1}\n", [(path, text)]))
    pipe.write(b"done\n")


def _roster() -> bytes:
    rows = (
        f"  - {{login: {login}, id: {number + 1}, unit: all, expertise: [delivery],"
        " since: 2020-01-01}\n"
        for number, login in enumerate(generate.ADVOCATES)
    )
    return f"advocates:\n{''.join(rows)}".encode()


def _commit(
    mark: int,
    when: dt.datetime,
    subject: str,
    parents: str,
    files: list[tuple[str, bytes]],
    branch: str = "main",
) -> bytes:
    who = f"Person {mark % 40} <{mark % 40}+example-{mark % 40}@users.noreply.github.com>"
    head = f"commit refs/heads/{branch}\nmark :{mark}\n"
    head += f"committer {who} {int(when.timestamp())} +0000\ndata {len(subject)}\n{subject}\n"
    parts = [head.encode() + parents.encode()]
    for path, raw in files:
        parts.append(f"M 100644 inline {path}\ndata {len(raw)}\n".encode() + raw + b"\n")
    return b"".join(parts) + b"\n"


if __name__ == "__main__":
    build(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
