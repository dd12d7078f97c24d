"""Ideas do not wait for, replace or repeat each other in a circle.

If the first idea depends on the second and the second on the first, neither can ever start. The
same goes for replacing, and for being a duplicate; and no idea refers to itself.

**Instead:** remove the reference that is the least true.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.registry.relations import Kind, circles, references, route_to
from hero.rules.rule import rule_id

GROUP = "References"
RULE = rule_id(__name__)

#: Ideas may well be read beside each other both ways; these kinds have a direction.
KINDS: tuple[Kind, ...] = ("depends_on", "supersedes", "duplicate_of")


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each circle, at the idea in it that comes first."""
    for slug, name, number, target in references(registry):
        if slug == target:
            route = ("links", name) if number is None else ("links", name, number)
            yield Diagnostic(
                RULE,
                "this idea refers to itself",
                Place(registry.paths[slug], route),
                help=("remove the reference",),
            )
    for kind in KINDS:
        for circle in circles(registry, kind):
            if len(circle) > 1:
                yield _circle(registry, kind, circle)


def _circle(registry: Registry, kind: Kind, circle: tuple[str, ...]) -> Diagnostic:
    steps = [f"`{slug}`" for slug in circle]
    if len(steps) > 7:
        steps = [*steps[:3], f"… {len(steps) - 6} more …", *steps[-3:]]
    way = " -> ".join([*steps, steps[0]])
    return Diagnostic(
        RULE,
        f"these form a circle: {way}",
        Place(registry.paths[circle[0]], route_to(registry, circle[0], kind, circle[1])),
        help=("remove the reference that is the least true",),
        related=tuple(Place(registry.paths[slug]) for slug in circle[1:]),
    )
