"""A registry with one idea, and what an audit says of a change of it."""

import re
from pathlib import Path

from hero.process.audit.remark import Remark
from hero.technology.history import history
from tests.history.repo import ADA, GRACE, TEO, Writer, at, plain

Files = dict[str, tuple[str, bytes]]
POLICY = Path(__file__).parents[2] / "playbooks"
IDEA = "ideas/2026/warm-cache.yml"
TEXT = """\
title: Warm the build cache
theme: delivery
problem: |
  It is cold on Mondays.
proposal: |
  Warm it.
benefit: |
  Twenty people.
proposers: [example-ada]
proposed_on: 2026-03-03
stage: exploring
advocates: [example-grace]
evaluations:
  - {by: example-mei, date: 2026-03-04, value: 4, effort: 2, confidence: 3}
decisions:
"""
GRACES = "example-grace"
MADE = "  - {{date: {}, from: {}, to: {}, by: {}, because: {}, approved_by: [{}], pull: {}}}\n"
FIRST = MADE.format("2026-03-05", "proposed", "exploring", GRACES, '"Find out."', GRACES, 7)
SECOND = MADE.format("2026-03-10", "exploring", "parked", GRACES, '"Not now."', GRACES, 8)
THIRD = MADE.format("2026-03-16", "parked", "exploring", "example-mei", '"Now."', "example-mei", 9)
TEXT += FIRST + SECOND + THIRD
NEW = '  - {date: DAY, from: exploring, to: declined, by: BY, because: "No."}\n'
DAY = "2026-03-20"


def policies(audit_from: str | None = "2026-01-01") -> Files:
    """The shipped pipeline and roster, and a network that is audited from a day on."""
    names = ("process/pipeline.yml", "advocates/roster.yml", "technology/network.yml")
    tree = {f"playbooks/{name}": ("100644", (POLICY / name).read_bytes()) for name in names}
    network = f"playbooks/{names[2]}"
    begins = f"audit_from: {audit_from}\n" if audit_from else ""
    raw = re.sub(rb"audit_from: .*\n", begins.encode(), tree[network][1])
    return tree | {network: ("100644", raw)}


def remarks(
    root: Path, after: Files, day: str = DAY, before: str = TEXT
) -> tuple[list[Remark], str]:
    """What is said of a change of a registry with one idea, and the commit that made it."""
    writer = Writer(root)
    begun = writer.commit(policies(), (), ADA, at("2026-03-01"))
    kept = writer.commit(policies() | plain({IDEA: before}), (begun,), ADA, at("2026-03-17"))
    other = plain({IDEA: before, "README.md": "Words"})
    between = writer.commit(policies() | other, (kept,), TEO, at("2026-03-18"))
    fault = writer.commit(policies() | after, (between,), GRACE, at(day))
    last = writer.commit(policies() | after | plain({"a": "b"}), (fault,), TEO, at(day, 13))
    names = writer.done(last)
    found = [each for each in history(root).remarks if each.commit != names[kept]]
    assert [each for each in history(root).remarks if each not in found] == []
    return found, names[fault]


def decided(
    by: str = "example-grace", day: str = "2026-03-19", to: str = "declined", more: str = ""
) -> str:
    """The text with one decision more, and the stage that it leads to."""
    new = NEW.replace("DAY", day).replace("BY", by).replace("declined", to)
    new = new.replace("}", f"{more}}}")
    return TEXT.replace("stage: exploring", f"stage: {to}") + new
