"""The slug of an idea never changes.

The slug is the idea's id: pages, links, decisions on other ideas and everyone's bookmarks go by
it. The title can change at any time, and the file may move to another folder below `ideas/`.

This rule compares with what was there before: `hero check --base main`.

**Instead:** give the file its old name back, and change the `title`.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.idea import Idea
from hero.registry.registry import Registry
from hero.rules.rule import rule_id

GROUP = "Moves"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each idea that is there under another name."""
    if change is None:
        return
    for before, slug in renamed(registry, change).items():
        path = registry.paths[slug]
        back = path.rpartition("/")[0] + f"/{before}.yml"
        yield Diagnostic(
            RULE,
            f"the idea `{before}` was renamed to `{slug}`",
            Place(path),
            (f"name the file `{back}` again: `git mv {path} {back}`",),
        )


def renamed(registry: Registry, change: Change) -> dict[str, str]:
    """The slugs that were given up, each with the new idea that says the same."""
    found: dict[str, str] = {}
    gone = [slug for slug in change.gone(registry) if slug in change.base.ideas]
    for slug in gone:
        before = change.base.ideas[slug]
        left = [other for other in change.added(registry) if other not in found.values()]
        same = [other for other in left if _same(before, registry.ideas[other])]
        found |= {slug: same[0]} if same else {}
    return found


def _same(before: Idea, now: Idea) -> bool:
    """Most of what was said is said again. A draft is worked on while it is being renamed."""
    texts = ("title", "problem", "proposal", "benefit")
    kept = [name for name in texts if getattr(before, name) == getattr(now, name)]
    return len(kept) >= 2
