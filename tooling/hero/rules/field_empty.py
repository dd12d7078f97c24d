"""A field that is there says something.

An empty text, an empty list or a key without a value looks filled in and is not.

**Instead:** write the value, or remove the key where the field is optional.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.expectation import described, unless_needed
from hero.rules.mending import Mender
from hero.rules.rule import rule_id
from hero.rules.wording import shown

GROUP = "Fields"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    mender = Mender(registry)
    for problem in registry.problems_of(RULE):
        name, about = described(problem)
        if comment := mender.comment(problem.path, problem.route):
            about = (
                f"`{shown(comment)}` is a comment; a text that has a # stands in quotes",
                *about,
            )
        yield Diagnostic(
            RULE,
            f"{name} is empty",
            Place(problem.path, problem.route),
            help=(*about, *(needless := unless_needed(problem))),
            fix=mender.remove(problem.path, problem.route, f"remove {name}") if needless else None,
        )
