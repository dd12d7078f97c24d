"""The window after some ideas have changed; what was worked out of others is kept."""

from dataclasses import replace

from hero.registry.known import Known
from hero.registry.registry import Registry
from hero.site.roles import people_of
from hero.site.window import Window


def again(window: Window, registry: Registry) -> Window:
    """The window of the registry as it is now."""
    fresh = replace(window, registry=registry, _derived={})
    if registry.known is not window.registry.known:
        # All was read again, policies too.
        return replace(fresh, known=Known())
    if _same_people(window, fresh):
        # Nobody came or went. Where a property is kept, it is the object's own.
        vars(fresh).update(logins=window.logins, names=window.names)
    # Somebody who is gone may come back by another name, to ideas that come back with them.
    stays = fresh.names.keys() >= window.names.keys() and alike(fresh, window)
    return fresh if stays else replace(fresh, known=Known())


def alike(one: Window, other: Window) -> bool:
    """Do both call people and stages the same? They stand with ideas that did not change."""
    names, stages = one.names, one.stages
    return all(names.get(key, name) == name for key, name in other.names.items()) and all(
        stages.get(key, stage) == stage for key, stage in other.stages.items()
    )


def _same_people(before: Window, after: Window) -> bool:
    """Are there the same ideas, and does each name the same people?"""
    ideas = before.registry.ideas
    return ideas.keys() == after.registry.ideas.keys() and all(
        idea is ideas[slug] or tuple(people_of(idea)) == before.people_of(slug)
        for slug, idea in after.registry.ideas.items()
    )
