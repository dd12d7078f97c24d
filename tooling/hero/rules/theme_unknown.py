"""The theme of an idea is in the list of themes.

The theme decides which advocates are asked and where readers look. `unsure` is a fine answer: an
advocate sets it then.

**Instead:** take the nearest theme of the list, or `unsure`.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.meant import themes
from hero.rules.mending import Mender
from hero.rules.rule import rule_id
from hero.rules.wording import LISTED, suggestion

GROUP = "References"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each theme that is not in the list."""
    if "themes" not in registry.sound:
        return
    known = {theme.id for theme in registry.themes.themes} | {"unsure"}
    mender, words = Mender(registry), themes(registry)
    for slug, idea in registry.ideas.items():
        if idea.theme not in known:
            yield Diagnostic(
                RULE,
                f"there is no theme `{idea.theme}`",
                Place(registry.paths[slug], ("theme",)),
                help=suggestion(idea.theme, known, LISTED["themes"]),
                fix=mender.set_meant(registry.paths[slug], ("theme",), words.meant(idea.theme)),
            )
