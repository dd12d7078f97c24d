"""A new idea leaves to the registry what the registry keeps.

`stage`, `advocates`, `decisions` and the like are filled in as the idea moves, by people who are
entitled to it. A proposer who fills them in would decide on their own idea.

This rule needs to know what was there before: `hero check --base main`.

**Instead:** remove the field; it will appear by itself.
"""

from collections.abc import Iterator

from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.idea import KEPT_FIELDS
from hero.registry.registry import Registry
from hero.rules.mending import Mender
from hero.rules.rule import rule_id

GROUP = "Record"
RULE = rule_id(__name__)


def check(registry: Registry, base: Registry | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each kept field that a new idea fills in."""
    if base is None:
        return
    mender = Mender(registry)
    initial = registry.pipeline.initial.id
    for slug, idea in registry.ideas.items():
        if base.knows(slug):
            continue
        for name in KEPT_FIELDS:
            value = getattr(idea, name)
            if value and not (name == "stage" and value == initial):
                yield Diagnostic(
                    RULE,
                    f"a new idea does not fill in `{name}`; the registry keeps it",
                    Place(registry.paths[slug], (name,), on_key=True),
                    help=(f"remove `{name}`; it will appear by itself",),
                    fix=mender.remove(registry.paths[slug], (name,), f"remove `{name}`"),
                )
