"""A slug belongs to one idea, whatever the folder.

Folders only keep the files apart by year. The slug alone is the id: of two files with the same
name one would hide the other, and every reference would be a guess.

**Instead:** rename the newer file before it is merged; afterwards a slug never changes.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.rule import rule_id

GROUP = "Identity"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each further file of a slug."""
    for slug, more in registry.twins.items():
        first = registry.where(slug) or ""
        for path in more:
            yield Diagnostic(
                RULE,
                f"`{slug}` is already the id of the idea in {first}",
                Place(path),
                help=("rename this file; its name without `.yml` is the id of the idea",),
                related=(Place(first),),
            )
