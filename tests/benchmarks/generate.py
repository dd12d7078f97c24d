"""A registry of any size, the same for the same seed, to measure and to test with.

`python -m tests.benchmarks.generate 10000 DIR` writes one. Ideas are about 2.5 KB with texts,
lists, evidence, evaluations and decisions, a hundred files a folder, in all stages.
"""

import datetime as dt
import random
import shutil
import sys
from pathlib import Path

from hero.registry.json_schema import modeline

#: The policies that the generated registry takes over: those that this repository ships.
SHIPPED = Path(__file__).parents[2] / "playbooks"

#: The ways through the shipped pipeline that ideas take here, with how often.
WAYS = (
    (20, ()),
    (25, ("exploring",)),
    (15, ("exploring", "piloting")),
    (15, ("exploring", "piloting", "adopted")),
    (15, ("declined",)),
    (10, ("exploring", "parked")),
)
SYLLABLES = [one + two for one in "bcdfglmnprstv" for two in "aeio"]


class Generator:
    """Makes one registry; all chance comes from the seed."""

    def __init__(self, seed: int = 7) -> None:
        self.chance = random.Random(seed)
        lengths = (1, 2, 2, 3, 3, 4) * 400
        self.words = ["".join(self.chance.choices(SYLLABLES, k=length)) for length in lengths]
        # Words of natural text are used very unevenly (Zipf).
        self.weights = [1 / rank for rank in range(1, len(self.words) + 1)]

    def text(self, count: int) -> str:
        """A sentence of so many words."""
        said = " ".join(self.chance.choices(self.words, self.weights, k=count))
        return said[0].upper() + said[1:] + "."

    def section(self, sentences: int) -> str:
        """A Markdown text as an indented block."""
        lines = [self.text(self.chance.randint(8, 15)) for _ in range(sentences)]
        items = [f"- {self.text(6)}" for _ in range(self.chance.randint(0, 3))]
        spare = ["", f"**{self.text(2)}** `{self.chance.choice(self.words)}`", ""]
        return "\n".join(f"  {line}" if line else "" for line in [*lines, *spare, *items])

    def idea(self, number: int, path: str) -> str:
        """The text of an idea's file."""
        people = [f"example-{self.chance.randrange(400)}" for _ in range(3)]
        first = dt.date(2023, 1, 2) + dt.timedelta(days=self.chance.randrange(1300))
        lines = [
            modeline(path),
            f"title: {self.text(5)[:-1]} {number}",
            f"theme: {self.chance.choice(THEMES)}",
            *(f"{name}: |\n{self.section(size)}" for name, size in SECTIONS),
            f"proposers: [{', '.join(dict.fromkeys(people))}]",
            f"tags: [{self.chance.choice(self.words)}, {self.chance.choice(self.words)}]",
        ]
        weights = [weight for weight, _ in WAYS]
        way = self.chance.choices([stages for _, stages in WAYS], weights)[0]
        if "piloting" in way:
            lines += self._evidence(first)
        if number > 10 and self.chance.random() < 0.2:
            lines.append(f"links: {{relates_to: [{slug(self.chance.randrange(number))}]}}")
        lines += [f"proposed_on: {first}", f"stage: {(way or ('proposed',))[-1]}"]
        lines += self._record(way, first)
        return "\n".join(lines) + "\n"

    def _evidence(self, first: dt.date) -> list[str]:
        return [
            f"builder: example-{self.chance.randrange(400)}",
            f"sponsor: example-{self.chance.randrange(400)}",
            "evidence:",
            f"  - metric: {self.text(5)}",
            f"    baseline: {self.chance.randint(20, 90)} min",
            f"    target: {self.chance.randint(1, 20)} min",
            f"    result: {self.chance.randint(1, 30)} min",
            f"    date: {first + dt.timedelta(days=200)}",
            "    link: https://example.org/numbers",
        ]

    def _record(self, way: tuple[str, ...], first: dt.date) -> list[str]:
        if not way:
            return []
        who = self.chance.sample(ADVOCATES, 2)
        lines = [f"advocates: [{', '.join(who)}]", "decisions:"]
        if way[-1] == "parked":
            lines.insert(0, "revisit_on: 2027-02-01")
        at = "proposed"
        for step, stage in enumerate(way):
            day = first + dt.timedelta(days=7 + 40 * step)
            lines.append(
                f"  - {{date: {day}, from: {at}, to: {stage}, by: {who[0]}, "
                f'because: "{self.text(14)}", approved_by: [{who[0]}], pull: {step + 1}}}'
            )
            at = stage
        return lines


THEMES = (
    "developer-experience", "delivery", "reliability", "security",
    "data", "cost-and-energy", "depots-and-devices", "working-together",
)  # fmt: skip
SECTIONS = (("problem", 9), ("proposal", 10), ("benefit", 5))
ADVOCATES: list[str] = []


def slug(number: int) -> str:
    """The slug of the idea of this number."""
    return f"idea-{number}-of-many"


def generate(count: int, out: Path, seed: int = 7) -> Path:
    """Write a registry of `count` ideas into a folder that does not exist yet."""
    from hero.registry.registry import Registry
    from hero.technology.folder import Folder

    shutil.copytree(SHIPPED, out / "playbooks", ignore=shutil.ignore_patterns("*.md", "challenges"))
    shipped = Registry.read(Folder(SHIPPED.parent))
    assert set(THEMES) <= {theme.id for theme in shipped.themes.themes}, "the themes have changed"
    ADVOCATES[:] = [each.login for each in shipped.roster.advocates if not each.shadow]
    made = Generator(seed)
    for number in range(count):
        path = f"ideas/{number // 100:04d}/{slug(number)}.yml"
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_text(made.idea(number, path), encoding="utf-8")
    return out


if __name__ == "__main__":
    generate(int(sys.argv[1]), Path(sys.argv[2]))
