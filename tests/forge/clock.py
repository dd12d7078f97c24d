"""The time that the stand-in writes into what it keeps."""

import datetime as dt

# A Monday morning; what matters is that it is the same each time.
START = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)


class Clock:
    """Stands until somebody moves it: each write takes a second. With None it is the real time."""

    def __init__(self, start: dt.datetime | None = START) -> None:
        self._at = start

    def now(self) -> dt.datetime:
        """Return the time in UTC, in whole seconds, as GitHub writes it."""
        return (self._at or dt.datetime.now(dt.UTC)).replace(microsecond=0)

    def advance(self, **by: float) -> None:
        """Move on by `days`, `hours`, `minutes` or `seconds`; real time moves by itself."""
        if self._at is not None:
            self._at += dt.timedelta(**by)


def written(moment: dt.datetime | None) -> str | None:
    """Return a moment as GitHub writes it, `2026-01-05T09:00:00Z`."""
    return None if moment is None else moment.strftime("%Y-%m-%dT%H:%M:%SZ")
