"""A file of the registry is a plain file.

A symbolic link can point anywhere: out of the repository, at a secret, at itself. So links are
never followed, neither by the check nor by the site.

**Instead:** put a copy of the file in its place, or remove the link.
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
        yield Diagnostic(
            RULE,
            "this is a symbolic link, and links are not followed",
            Place(problem.path),
            help=("replace the link by a plain file, or remove it",),
        )
