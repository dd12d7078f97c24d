"""The clock, in one place, so that everything else can be handed a date."""

import datetime as dt


def today() -> dt.date:
    """Today's date in UTC: the same for everyone who looks at one moment."""
    return dt.datetime.now(dt.UTC).date()


def now() -> dt.datetime:
    """This moment, with its time zone: whose midnight has passed depends on where they are."""
    return dt.datetime.now(dt.UTC)
