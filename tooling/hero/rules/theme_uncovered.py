"""Every theme has an advocate.

An idea whose theme nobody knows is given to whoever has time, and waits longest. A shadow is
learning and is counted for nothing; so is somebody without room for a single idea.

**Instead:** ask for one more advocate, or fold the theme into a wider one.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place, Severity
from hero.registry.registry import Registry
from hero.rules.rule import rule_id
from hero.rules.wording import LISTED

GROUP = "Policy"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each theme that no advocate covers."""
    if not {"themes", "roster"} <= registry.sound:
        return
    able = [each for each in registry.roster.advocates if not each.shadow and each.capacity]
    covered = {theme for each in able for theme in each.expertise}
    for number, theme in enumerate(registry.themes.themes):
        if theme.id not in covered and theme.id != "unsure":
            yield Diagnostic(
                RULE,
                f"no advocate on the roster covers `{theme.id}`",
                Place(LISTED["themes"], ("themes", number, "id")),
                (
                    f"add it to the `expertise` of somebody in {LISTED['roster']}",
                    "a shadow is not counted, and neither is a `capacity` of 0",
                ),
                Severity.WARNING,
                (Place(LISTED["roster"]),),
            )
