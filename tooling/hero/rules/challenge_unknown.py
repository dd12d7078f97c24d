"""The challenge that an idea answers exists.

A challenge is a file of its own, with a sponsor who promised to act on the answers. An answer to
a challenge that does not exist would be read by nobody.

**Instead:** take the nearest challenge, or remove the field.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import CHALLENGES, Registry
from hero.rules.meant import challenges
from hero.rules.mending import Mender
from hero.rules.rule import rule_id
from hero.rules.wording import suggestion

GROUP = "References"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each challenge without a file."""
    mender, words = Mender(registry), challenges(registry)
    for slug, idea in registry.ideas.items():
        if idea.challenge is not None and idea.challenge not in registry.challenges:
            yield Diagnostic(
                RULE,
                f"there is no challenge `{idea.challenge}`",
                Place(registry.paths[slug], ("challenge",)),
                help=(
                    *suggestion(idea.challenge, registry.challenges, f"{CHALLENGES}/"),
                    "remove the field if the idea answers no challenge",
                ),
                fix=mender.set_meant(
                    registry.paths[slug], ("challenge",), words.meant(idea.challenge)
                ),
            )
