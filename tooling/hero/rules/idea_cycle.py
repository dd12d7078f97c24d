"""Ideas do not wait for, replace or repeat each other in a circle.

If the first idea depends on the second and the second on the first, neither can ever start. The
same goes for replacing, and for being a duplicate; and no idea refers to itself.

**Instead:** remove the reference that is the least true.
"""

from collections.abc import Iterator

from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.registry.relations import circles, route_to
from hero.rules.rule import rule_id

GROUP = "References"
RULE = rule_id(__name__)


def check(registry: Registry, base: Registry | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each circle, at the idea in it that comes first."""
    for kind in ("depends_on", "supersedes", "duplicate_of"):
        for circle in circles(registry, kind):
            first, following = circle[0], circle[1 % len(circle)]
            way = " -> ".join(f"`{slug}`" for slug in (*circle, first))
            itself = len(circle) == 1
            yield Diagnostic(
                RULE,
                f"this idea refers to itself: {way}" if itself else f"these form a circle: {way}",
                Place(registry.paths[first], route_to(registry, first, kind, following)),
                help=("remove the reference that is the least true",),
                related=tuple(Place(registry.paths[slug]) for slug in circle[1:]),
            )
