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
    if _all_known(window, fresh):
        # Where a property is kept, it is the object's own.
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


def _all_known(before: Window, after: Window) -> bool:
    """Is everybody named as before, whoever did something more, and is nobody gone?"""
    old, new, logins = before.registry.ideas, after.registry.ideas, set(before.logins.values())
    if old.keys() != new.keys():
        return False
    changed = [(old[slug], idea) for slug, idea in new.items() if idea is not old[slug]]
    named = [({login for _, login in people_of(each)} for each in pair) for pair in changed]
    return all(were <= are <= logins for were, are in named)
