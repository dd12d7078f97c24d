"""An idea is never deleted.

Others link to it, learn from it, and search for it before they propose it again. An idea that is
over says so by its stage, with a reason that the next proposer can read.

This rule compares with what was there before: `hero check --base main`.

**Instead:** put the file back (`git restore --source main PATH`), then move the idea: its proposers
can withdraw it, an advocate can decline it. What must go for the law's sake is a matter for the
people who keep the repository.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.rule import rule_id
from hero.rules.slug_changed import renamed

GROUP = "Moves"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each idea whose file is no more, under this name or another."""
    if change is None:
        return
    moved = renamed(registry, change)
    for slug in change.gone(registry):
        if slug in moved:
            continue
        path = change.base.where(slug) or slug
        helps = (
            f"put it back: `git restore --source BASE {path}`",
            f"to end it, say why: `hero move {slug} withdrawn --because TEXT`",
        )
        yield Diagnostic(RULE, f"the idea `{slug}` was deleted", Place(path), helps)
