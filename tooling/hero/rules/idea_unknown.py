"""An idea that is referred to exists.

References go by slug: the file name without `.yml`. A reference to nothing is a dead link on the
site, and hides what the proposer knew.

**Instead:** take the nearest slug, or remove the reference.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.problem import FAULTS
from hero.registry.registry import Registry
from hero.registry.relations import references
from hero.rules.mending import Mender
from hero.rules.rule import rule_id
from hero.rules.wording import nearest

GROUP = "References"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each reference to an idea without a file."""
    mender = Mender(registry)
    for slug, kind, number, target in references(registry):
        if not registry.knows(target):
            route = ("links", kind) if number is None else ("links", kind, number)
            # Beyond so many nothing is shown, and finding the nearest of many takes time.
            near = nearest(target, registry.slugs) if (number or 0) < FAULTS else None
            yield Diagnostic(
                RULE,
                f"there is no idea `{target}`",
                Place(registry.paths[slug], route),
                help=(
                    *([f"did you mean `{near}`?"] if near else []),
                    "an idea is named by its file name without `.yml`; `hero list` shows them all",
                ),
                fix=mender.set_meant(registry.paths[slug], route, (near, False) if near else None),
            )
