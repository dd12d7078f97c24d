"""A region whose holidays count is a country or a part of one, by its code.

Working days leave out the holidays of the regions in `network.yml`, or of those that an advocate
names for themselves. A region that nobody knows has no holidays: people would be late on a day on
which everybody is off.

**Instead:** the country's two letters, `SE`, and with a hyphen its part where holidays differ:
`GB-ENG`, `DE-BY`, `US-CA`. The codes are those of ISO 3166.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.process.region import is_region, meant, names, parts
from hero.registry.diagnostic import Diagnostic, Place, Route
from hero.registry.registry import Registry
from hero.rules.rule import rule_id
from hero.rules.wording import LISTED, nearest, shown, suggestion

GROUP = "Policy"
RULE = rule_id(__name__)

#: Of two or three letters that are no code, nobody can tell which code was meant.
SHORT = 3


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each region that no calendar knows."""
    for file, route, region in _regions(registry):
        if not is_region(region):
            yield Diagnostic(
                RULE,
                f"there is no region `{shown(region)}` with known holidays",
                Place(LISTED[file], route),
                _help(region),
            )


def _regions(registry: Registry) -> Iterator[tuple[str, Route, str]]:
    for place, region in enumerate(registry.network.holidays):
        yield "network", ("holidays", place), region
    for number, advocate in enumerate(registry.roster.advocates):
        for place, region in enumerate(advocate.holidays):
            yield "roster", ("advocates", number, "holidays", place), region


def _help(region: str) -> tuple[str, ...]:
    """What was probably meant, or which parts the country has, or what a region looks like."""
    if found := meant(region):
        return (f"did you mean `{found}`?",)
    country = region.partition("-")[0]
    if is_region(country):
        return (*suggestion(region, parts(country)), f"`{country}` alone is the whole country")
    near = nearest(region, [name for name in names() if len(name) > SHORT])
    return (
        *([f"did you mean `{names()[near]}`?"] if near else []),
        "write a country's two letters, for example `SE`, or a part of one: `GB-ENG`, `US-CA`",
    )
