"""A registry of which a few idea files have changed, without reading all the others again."""

from collections.abc import Collection
from dataclasses import replace

from hero.registry.registry import Registry
from hero.registry.slug import slug_of


def refreshed(old: Registry, paths: Collection[str]) -> Registry:
    """The registry as its source has it now, if no other files than these have changed.

    Where a slug has several files, or these files have faults, all is read again: what is wrong
    with one idea can be told of another.
    """
    slugs = {slug_of(path) for path in paths}
    if old.twins or old.elsewhere or len(slugs) < len(paths) or not old.flawed.isdisjoint(paths):
        return Registry.read(old.source)
    wanted = frozenset(paths)
    some = Registry.read(old.source, only=wanted.__contains__)
    if some.twins or not some.flawed.isdisjoint(wanted) or _moved(old, slugs, wanted):
        return Registry.read(old.source)
    fresh = {slug: some.ideas[slug] for slug in slugs if slug in some.ideas}
    kept = {slug: idea for slug, idea in old.ideas.items() if slug not in slugs}
    order = sorted({**kept, **fresh})
    fresh_one = replace(
        old,
        ideas={slug: fresh.get(slug) or kept[slug] for slug in order},
        paths={slug: some.where(slug) or old.paths[slug] for slug in order},
        signs={
            sign: tuple(sorted({*some.signs[sign]} & slugs | {*shown} - slugs))
            for sign, shown in old.signs.items()
        },
    )
    return fresh_one.knowing(old.known)


def _moved(old: Registry, slugs: Collection[str], paths: Collection[str]) -> bool:
    """Does one of the slugs have another file that is not among those that changed?"""
    return any((there := old.where(slug)) is not None and there not in paths for slug in slugs)
