"""Aliases are few, small, and lead somewhere.

An alias (`*name`) repeats what an anchor (`&name`) marked. A short file of aliases to aliases can
stand for billions of values, which is a well-known attack. Ten aliases are read, as long as they
stand for little text.

**Instead:** write the value out. A text that begins with `*` stands in quotes.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.mending import Mender
from hero.rules.rule import rule_id
from hero.rules.wording import shown

GROUP = "YAML"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    mender = Mender(registry)
    for problem in registry.problems_of(RULE):
        name, known = shown(problem.detail["alias"], 40), problem.detail["known"]
        limit = problem.detail["limit"]
        yield Diagnostic(
            RULE,
            f"the alias *{name} is one too many (at most {limit}), or stands for too much"
            if known
            else f"the alias *{name} has no anchor",
            Place(problem.path, span=problem.span),
            help=(
                "write the value out",
                'a text that begins with `*` stands in quotes: "*like this*"',
            ),
            fix=None if known else mender.torn(problem),
        )
