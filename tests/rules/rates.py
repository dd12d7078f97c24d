"""How often each rule speaks about real proposals: `python -m tests.rules.rates ROOT`.

ROOT is a registry, for example one that `hero import` made of proposals from elsewhere. Look at
each diagnostic of a rule that speaks often: one that nobody would follow is a fault of the rule.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from hero.registry.diagnostic import Diagnostic
from hero.registry.registry import Registry
from hero.rules import RULES, check
from hero.technology.cores import spread
from hero.technology.folder import Folder


def table(ideas: int, found: Iterable[Diagnostic]) -> str:
    """Diagnostics about ideas for every 100 of them, by rule, as a Markdown table."""
    counts = Counter(each.rule for each in found if each.place.path.startswith("ideas/"))
    rows = [
        f"| {rule.id} | {counts[rule.id]} | {counts[rule.id] * 100 / ideas:.2f} |"
        for rule in RULES
        if counts[rule.id]
    ]
    head = ["| rule | diagnostics | per 100 ideas |", "|---|--:|--:|"]
    total = f"| all | {counts.total()} | {counts.total() * 100 / ideas:.2f} |"
    return "\n".join([*head, *rows, total])


if __name__ == "__main__":
    registry = Registry.read(Folder(Path(sys.argv[1])), spread)
    print(table(len(registry.ideas) + len(registry.unread), check(registry)))  # noqa: T201 (because: a command)
