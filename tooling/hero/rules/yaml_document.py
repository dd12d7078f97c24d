"""A file holds one document.

A line of three hyphens begins a second document, and everything below it would be ignored.

**Instead:** remove the line `---`, or move what follows it into a file of its own. A line for
the eye inside a Markdown text is indented like the text around it.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.mending import Mender
from hero.rules.rule import rule_id

GROUP = "YAML"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    mender = Mender(registry)
    for problem in registry.problems_of(RULE):
        yield Diagnostic(
            RULE,
            "a second document begins here; a file holds one",
            Place(problem.path, span=problem.span),
            help=(
                "remove the `---`, or indent it if it belongs to the text above",
                "a second idea needs a file of its own",
            ),
            fix=mender.torn(problem),
        )
