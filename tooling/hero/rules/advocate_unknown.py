"""The advocates of an idea are on the roster.

An idea whose advocate nobody knows waits for ever. Logins are compared without regard to case,
as GitHub does.

**Instead:** leave the field alone, the registry fills it in; or take a login from the roster.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.problem import FAULTS
from hero.registry.registry import Registry
from hero.rules.mending import Mender
from hero.rules.rule import rule_id
from hero.rules.wording import LISTED, nearest, suggestion

GROUP = "References"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each advocate who is not on the roster."""
    if "roster" not in registry.sound:
        return
    roster = [advocate.login for advocate in registry.roster.advocates]
    known = {login.lower() for login in roster}
    mender = Mender(registry)
    for slug, idea in registry.ideas.items():
        for number, login in enumerate(idea.advocates):
            if login.lower() not in known:
                place = Place(registry.paths[slug], ("advocates", number))
                near = nearest(login, roster) if number < FAULTS else None
                yield Diagnostic(
                    RULE,
                    f"no advocate on the roster is called `{login}`",
                    place,
                    help=suggestion(login, roster, LISTED["roster"]) if number < FAULTS else (),
                    fix=mender.set_meant(place.path, place.route, (near, False) if near else None),
                )
