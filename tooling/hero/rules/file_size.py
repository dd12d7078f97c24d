"""A file is small enough to read and to show.

An idea is read by people: at 100 KB it would be a book. A policy may take 2 MB, which is room
for a roster of thousands. Larger files are not even opened, so they cannot slow anything down.

**Instead:** keep the essence in the file, and link to the rest.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.rule import rule_id

GROUP = "Files"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    for problem in registry.problems_of(RULE):
        size, limit = problem.detail["size"], problem.detail["limit"]
        yield Diagnostic(
            RULE,
            f"this file has {size:,} bytes; at most {limit:,} are read",
            Place(problem.path),
            help=("keep the essence here, and link to the rest",),
        )
