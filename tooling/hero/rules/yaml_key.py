"""Keys are plain words.

YAML also allows lists, mappings and anchors as keys. Nothing in a registry needs them, and
they are nearly always a slip: a bracket too many, or a placeholder in braces that nobody filled
in.

**Instead:** write `word: value`. A text that begins with `{` or `[` stands in quotes or in a
block below `|`.
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
            "a key has to be a plain word",
            Place(problem.path, span=problem.span),
            help=("write `word: value`; a text that begins like this stands in quotes",),
            fix=mender.torn(problem),
        )
