"""How ideas refer to one another."""

from collections.abc import Iterator
from typing import Literal

from hero.registry.diagnostic import Route
from hero.registry.idea import Idea
from hero.registry.registry import Registry

Kind = Literal["depends_on", "supersedes", "relates_to", "duplicate_of"]
MANY: tuple[Kind, ...] = ("depends_on", "supersedes", "relates_to")


def references(registry: Registry) -> Iterator[tuple[str, Kind, int | None, str]]:
    """Every reference: from which slug, of what kind, at which position, to which slug."""
    for slug, idea in registry.ideas.items():
        if idea.links is Idea.model_fields["links"].default:
            continue
        for kind in MANY:
            for number, target in enumerate(getattr(idea.links, kind)):
                yield slug, kind, number, target
        if idea.links.duplicate_of is not None:
            yield slug, "duplicate_of", None, idea.links.duplicate_of


def targets(idea: Idea, kind: Kind) -> tuple[str, ...]:
    """The slugs that an idea refers to in one way."""
    if kind == "duplicate_of":
        return (idea.links.duplicate_of,) if idea.links.duplicate_of else ()
    return tuple(getattr(idea.links, kind))


def route_to(registry: Registry, slug: str, kind: Kind, target: str) -> Route:
    """Where in its file an idea refers to another."""
    if kind == "duplicate_of":
        return ("links", kind)
    return ("links", kind, targets(registry.ideas[slug], kind).index(target))


def circles(registry: Registry, kind: Kind) -> list[tuple[str, ...]]:
    """The circles that references of one kind form, each beginning with its first slug.

    Depth first without recursion, so that a chain of thousands is no problem. Of circles that
    share ideas, at least one is found.
    """
    ways = {
        slug: [target for target in targets(idea, kind) if target in registry.ideas]
        for slug, idea in registry.ideas.items()
        if idea.links is not Idea.model_fields["links"].default
    }
    done: set[str] = set()
    found: set[tuple[str, ...]] = set()
    for start in ways:
        trail: list[str] = []
        on_trail: set[str] = set()
        stack = [(start, False)]
        while stack:
            slug, leaving = stack.pop()
            if leaving:
                done.add(slug)
                on_trail.discard(trail.pop())
            elif slug in on_trail:
                found.add(_turned(tuple(trail[trail.index(slug) :])))
            elif slug not in done:
                trail.append(slug)
                on_trail.add(slug)
                stack.append((slug, True))
                stack.extend((target, False) for target in ways.get(slug, ()))
    return sorted(found)


def _turned(circle: tuple[str, ...]) -> tuple[str, ...]:
    first = circle.index(min(circle))
    return circle[first:] + circle[:first]
