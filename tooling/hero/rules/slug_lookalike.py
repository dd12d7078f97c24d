"""No two slugs look the same.

`flaky-tests` and `flaky-test5`, or `o1-cache` and `ol-cache`: people would follow a link to the
wrong idea and not notice. Digits and letters that are easily taken for each other, and hyphens,
do not make two slugs different enough.

**Instead:** say in the name what is different about the idea.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.registry.slug import skeleton, slug_from
from hero.rules.rule import rule_id

GROUP = "Identity"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each slug that looks like one before it."""
    seen: dict[str, str] = {}
    paths = {**registry.unread, **registry.paths}
    for slug in sorted(paths, key=lambda each: (_age(registry, each), each)):
        # A name that is no slug may hold letters of any script that look like these.
        shape = skeleton(slug_from(slug) if slug in registry.unread else slug)
        first = seen.setdefault(shape, slug)
        if first != slug:
            yield Diagnostic(
                RULE,
                f"`{slug}` is easily taken for `{first}`",
                Place(paths[slug]),
                help=("rename this file so that its name says what is different",),
                related=(Place(paths[first]),),
            )


def _age(registry: Registry, slug: str) -> str:
    """The older idea keeps its name; one without a date is new."""
    idea = registry.ideas.get(slug)
    return str(idea.proposed_on) if idea and idea.proposed_on else "9999"
