"""A theme is defined once.

Two definitions of one theme would leave it open which name the site shows.

**Instead:** keep one of the two.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.rule import rule_id
from hero.rules.wording import LISTED

GROUP = "Policy"
RULE = rule_id(__name__)


PATH = LISTED["themes"]


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each theme that is defined again, or takes a reserved name."""
    seen = {"unsure"}
    for number, theme in enumerate(registry.themes.themes):
        if theme.id in seen:
            yield Diagnostic(
                RULE,
                "`unsure` is what an idea without a theme says; no theme can be called so"
                if theme.id == "unsure"
                else f"the theme `{theme.id}` is defined a second time",
                Place(PATH, ("themes", number, "id")),
                help=("keep one of the two, or give it another id",),
            )
        seen.add(theme.id)
