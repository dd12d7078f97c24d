"""An advocate stands on the roster once.

Two entries with the same login, or with the same number, are one person with two capacities. The
number is GitHub's own for the account: it stays when the login changes.

**Instead:** keep one of the two; `https://api.github.com/users/LOGIN` shows the number.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.rule import rule_id
from hero.rules.wording import LISTED

GROUP = "Policy"
RULE = rule_id(__name__)


PATH = LISTED["roster"]


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each login or number that stands there again."""
    logins: set[str] = set()
    numbers: set[int] = set()
    for which, advocate in enumerate(registry.roster.advocates):
        if advocate.login.lower() in logins:
            yield Diagnostic(
                RULE,
                f"`{advocate.login}` is on the roster a second time",
                Place(PATH, ("advocates", which, "login")),
                help=("keep one of the two",),
            )
        elif advocate.id in numbers:
            yield Diagnostic(
                RULE,
                f"the account number {advocate.id} is on the roster a second time",
                Place(PATH, ("advocates", which, "id")),
                help=("every account has a number of its own; look it up again",),
            )
        logins.add(advocate.login.lower())
        numbers.add(advocate.id)
