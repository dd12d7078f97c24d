"""Who may be reminded on a day: people at work, by their own calendar and leave."""

import datetime as dt
from collections.abc import Iterable, Iterator

from hero.process.calendar import calendar
from hero.registry.conditions.case import rostered, same
from hero.registry.policies import Advocate
from hero.registry.registry import Registry


class Persons:
    """The people of a registry on a day."""

    def __init__(self, registry: Registry, today: dt.date) -> None:
        self.registry, self.today = registry, today

    def advocate(self, login: str) -> Advocate | None:
        """Somebody as the roster has them today."""
        return rostered(self.registry.roster, login, self.today)

    def leave(self, login: str) -> tuple[dt.date, dt.date] | None:
        """The leave that somebody is on today, with its first and last day."""
        row = self._row(login)
        spans = ((min(a.from_, a.to), max(a.from_, a.to)) for a in (row.away if row else ()))
        return next((span for span in spans if span[0] <= self.today <= span[1]), None)

    def here(self, logins: Iterable[str]) -> Iterator[str]:
        """Those who are not on leave."""
        return (login for login in logins if self.leave(login) is None)

    def at_work(self, login: str) -> bool:
        """Is it a working day where they are? For all but advocates the network's days count."""
        row = self._row(login)
        regions = (row.holidays if row else ()) or self.registry.network.holidays
        return self.leave(login) is None and calendar(regions).is_working(self.today)

    def days_since(self, day: dt.date) -> int:
        """Working days of the network from a day to today."""
        return calendar(self.registry.network.holidays).between(day, self.today)

    def _row(self, login: str) -> Advocate | None:
        """Their row, whether they are an advocate today or not."""
        rows = (each for each in self.registry.roster.advocates if same(each.login) == same(login))
        return next(rows, None)
