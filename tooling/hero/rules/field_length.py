"""A text is short enough for its place.

Titles stand in tables, summaries in lists, and both on phones. Long texts belong into the
sections of the idea, and the longest into a document that the idea links to.

**Instead:** shorten it; the message says by how much.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.expectation import described
from hero.rules.rule import rule_id

GROUP = "Fields"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    for problem in registry.problems_of(RULE):
        name, about = described(problem)
        value = problem.detail["value"]
        most = problem.detail["context"].get("max_length", 0)
        what = "characters" if isinstance(value, str) else "values"
        yield Diagnostic(
            RULE,
            f"{name} has {len(value):,} {what}; at most {most:,} fit",
            Place(problem.path, problem.route),
            help=(f"shorten it by {len(value) - most:,} {what}", *about),
        )
