"""The time zone of an advocate is one of the tz database.

Working hours and deadlines follow the advocate's clock. An offset such as `CET+1` is none: it does
not know when the clocks change.

**Instead:** the name of a large city in the same zone: `Europe/Paris`, `America/New_York`,
`Asia/Kolkata`; or `UTC`.
"""

from collections.abc import Iterator
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.rule import rule_id
from hero.rules.wording import LISTED, nearest, shown

GROUP = "Policy"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each time zone that no clock follows."""
    for number, advocate in enumerate(registry.roster.advocates):
        if not _known(advocate.time_zone):
            near = _nearest(advocate.time_zone)
            yield Diagnostic(
                RULE,
                f"there is no time zone `{shown(advocate.time_zone)}`",
                Place(LISTED["roster"], ("advocates", number, "time_zone")),
                (
                    *([f"did you mean `{near}`?"] if near else []),
                    "write a region and a large city, for example `Europe/Paris`, or `UTC`",
                ),
            )


@cache
def _known(name: str) -> bool:
    if name == "UTC":
        return True
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        # A machine without the database cannot tell.
        return not available_timezones()
    return True


@cache
def _nearest(name: str) -> str | None:
    """The zone most likely meant; a city alone names its zone."""
    zones = sorted(available_timezones())
    said = name.strip().replace(" ", "_").lower()
    cities = [zone for zone in zones if zone.rpartition("/")[2].lower() == said]
    return cities[0] if cities else nearest(name, zones)
