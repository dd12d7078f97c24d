"""Sponsors and builders are people of the network.

Somebody who promised time or money has to be found by those who count on it. Where `people.yml`
lists most of those who did, a login that is not in it is often misspelt. Proposers may be new, and
are never asked for; advocates are known by the roster.

**Instead:** correct the login, or add the person to `people.yml`.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place, Route, Severity
from hero.registry.registry import CHALLENGES, Registry
from hero.rules.rule import rule_id
from hero.rules.wording import LISTED, nearest

GROUP = "References"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each builder or sponsor whom the network does not list."""
    if "people" not in registry.sound or not registry.people.people:
        return
    people = [*registry.people.people, *(each.login for each in registry.roster.advocates)]
    known = {login.lower() for login in people}
    promises = list(_promises(registry))
    strange = [each for each in promises if each[2].lower() not in known]
    # A list of a few people is no list of all of them.
    if len(strange) * 2 >= len(promises):
        return
    for path, route, login, also in strange:
        if login.lower() not in also:
            near = nearest(login, people)
            yield Diagnostic(
                RULE,
                f"nobody in this network is listed as `{login}`",
                Place(path, route),
                (
                    *([f"did you mean `{near}`?"] if near else []),
                    f"if the login is right, add it to {LISTED['people']}",
                ),
                Severity.WARNING,
            )


def _promises(registry: Registry) -> Iterator[tuple[str, Route, str, frozenset[str]]]:
    """Where somebody is named who promised something, and who may be new in that file."""
    for slug, idea in registry.ideas.items():
        for name in ("builder", "sponsor"):
            if login := getattr(idea, name):
                new = frozenset(each.lower() for each in idea.proposers)
                yield registry.paths[slug], (name,), login, new
    for slug, challenge in registry.challenges.items():
        yield f"{CHALLENGES}/{slug}.yml", ("sponsor",), challenge.sponsor, frozenset()
