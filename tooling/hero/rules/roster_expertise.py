"""What advocates know is in the list of themes.

Ideas find advocates by theme. Expertise in a theme that no idea can have would never be asked
for, and the misspelt theme would look as if nobody covered it.

**Instead:** take the nearest theme of the list.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.rule import rule_id
from hero.rules.wording import LISTED, suggestion

GROUP = "Policy"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each expertise that is no theme."""
    if not {"themes", "roster"} <= registry.sound:
        return
    known = {theme.id for theme in registry.themes.themes}
    for number, advocate in enumerate(registry.roster.advocates):
        for which, theme in enumerate(advocate.expertise):
            if theme not in known:
                yield Diagnostic(
                    RULE,
                    f"there is no theme `{theme}`",
                    Place(LISTED["roster"], ("advocates", number, "expertise", which)),
                    help=suggestion(theme, known, LISTED["themes"]),
                )
