"""Lines end in a line feed, with or without a carriage return before it.

Unicode has other characters that some programs take for the end of a line and others do not
(U+0085, U+2028, U+2029, a carriage return alone). A file with one of them says one thing to a
person and another to a program.

**Instead:** delete the character, and press Enter where a new line is meant.
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
            f"the character {problem.detail['character']} here ends a line for some programs only",
            Place(problem.path, span=problem.span),
            help=("delete the character, and press Enter where a new line is meant",),
            fix=mender.line_breaks(problem),
        )
