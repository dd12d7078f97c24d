"""Whether scheduled work still happens: schedules stop without a word."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

#: How a forge calls a workflow that it starts.
ACTIVE = "active"


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A workflow with a schedule. `last` is when the schedule last started it; None for never."""

    name: str
    state: str
    made: dt.datetime
    last: dt.datetime | None


def stopped(seen: Iterable[Scheduled], now: dt.datetime, within: dt.timedelta) -> list[str]:
    """What to say of each workflow that its schedule has not started within this time."""
    return [words for each in seen if (words := _words(each, now, within))]


def _words(each: Scheduled, now: dt.datetime, within: dt.timedelta) -> str:
    if each.state != ACTIVE:
        return f"{each.name} is switched off ({each.state.replace('_', ' ')})"
    if now - (each.last or each.made) <= within:
        return ""
    since = f"since {each.last:%Y-%m-%d %H:%M} UTC" if each.last else "yet"
    return f"{each.name} is switched on, but its schedule has not started it {since}"
