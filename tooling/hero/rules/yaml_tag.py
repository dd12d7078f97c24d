"""Values carry no tags.

A tag (`!!python/object`, `!secret`) asks the reader to make something other than text, numbers,
dates, lists and mappings. An idea needs nothing else, and a stranger's file must not be able to
ask for it.

**Instead:** remove the word that begins with `!`. A text that must begin with `!` stands in
quotes.
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
        yield Diagnostic(
            RULE,
            f"the tag {shown(_written(problem.detail['tag']), 50)} is not allowed",
            Place(problem.path, span=problem.span),
            help=('remove the tag; a text that begins with `!` stands in quotes: "!like this"',),
            fix=mender.torn(problem),
        )


def _written(tag: str) -> str:
    """A tag as it stands in the file: the parser spells `!!` out."""
    return tag.replace("tag:yaml.org,2002:", "!!", 1)
