"""Who would take an idea on, were its accountable advocate not there."""

import datetime as dt
from collections.abc import Collection

from hero.advocates.choose import SEATS, choose
from hero.advocates.from_registry import setting, subject, unsound
from hero.advocates.subject import Owner
from hero.registry.registry import Registry


def backups(
    base: Registry, slugs: Collection[str], today: dt.date
) -> dict[str, tuple[str, Owner | None]]:
    """By slug the login of the next advocate who is here, and whom to turn to in the end.

    Whoever is recorded comes before whoever would be chosen today. Ideas for which there is
    nobody, or no choice while a policy has faults, are left out.
    """
    if not slugs or unsound(base):
        return {}
    on, found = setting(base, today), {}
    for slug in slugs:
        about = subject(base, slug, on)
        seats = max(SEATS, len(about.seated) + 1)
        chosen = choose(about, on.candidates, on.context, seats=seats).seats
        others = (seat.candidate for seat in chosen if seat.place > 1)
        here = [each.login for each in others if not each.is_away(today, today)]
        if here:
            found[slug] = (here[0], about.owner)
    return found
