"""A file can be opened.

A file without read permission, a folder where a file is expected, a pipe or a device: none of
these can hold an idea.

**Instead:** give the file read permission (`chmod a+r FILE`), or put a plain file there.
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
        says = problem.detail["says"].lower()
        denied = "permission" in says
        yield Diagnostic(
            RULE,
            f"this file cannot be read: {says}",
            Place(problem.path),
            help=(f"`chmod a+r {problem.path}`" if denied else "put a plain file there",),
        )
