"""A kind of contribution is defined once.

Two definitions of one kind would leave it open in which words somebody is thanked, and its badge
would be drawn twice.

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


PATH = LISTED["recognition"]


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each kind that is defined again."""
    seen: set[str] = set()
    for number, kind in enumerate(registry.recognition.kinds):
        if kind.id in seen:
            yield Diagnostic(
                RULE,
                f"the kind of contribution `{kind.id}` is defined a second time",
                Place(PATH, ("kinds", number, "id")),
                help=("keep one of the two, or give it another id",),
            )
        seen.add(kind.id)
