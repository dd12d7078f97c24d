"""The policies that counted when something was decided."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from hero.process.gate import moves
from hero.registry.conditions.case import rostered, same, serves
from hero.registry.parse import parse
from hero.registry.pipeline import Pipeline
from hero.registry.policies import Roster
from hero.registry.registry import POLICIES
from hero.registry.schema import fit

#: The files that an audit needs as they were.
WATCHED = (POLICIES["pipeline"][0], POLICIES["roster"][0])


@dataclass(frozen=True, slots=True)
class Policies:
    """Pipeline and roster at one commit; None where there was none that could be read."""

    pipeline: Pipeline | None = None
    roster: Roster | None = None

    def changed(self, path: str, raw: bytes | None) -> "Policies":
        """The policies after a change of one of the files. One that cannot be read changes nothing:
        what counted last still does."""
        if path == WATCHED[0]:
            return replace(self, pipeline=_read(Pipeline, path, raw) or self.pipeline)
        return replace(self, roster=_read(Roster, path, raw) or self.roster)

    def allows(self, start: str, end: str) -> bool:
        """Does a move lead this way? Where there is no pipeline nobody can say no."""
        return self.pipeline is None or bool(moves(self.pipeline, start, end))

    def proposer_may(self, start: str, end: str) -> bool:
        """May a proposer decide to go this way?"""
        if self.pipeline is None:
            return True
        ways = moves(self.pipeline, start, end)
        return not ways or any("proposer" in move.who for move in ways)

    def initial(self) -> str | None:
        """The stage that ideas begin in."""
        return self.pipeline.initial.id if self.pipeline else None

    def strangers(self, logins: list[Any], on: dt.date, counted: bool) -> Iterator[tuple[str, str]]:
        """Who of these was no advocate on a day, and what they were. `counted`: as one who decides,
        so a shadow is none."""
        if self.roster is None:
            return
        for login in logins:
            if not isinstance(login, str):
                continue
            known = [each for each in self.roster.advocates if same(each.login) == same(login)]
            if not known:
                yield login, "was not on the roster of advocates"
            elif counted and known[0].shadow:
                yield login, "was a shadow, who decides nothing yet"
            elif not serves(known[0], on) or (counted and not rostered(self.roster, login, on)):
                yield login, f"was not an advocate on {on}"


def _read(model: Any, path: str, raw: bytes | None) -> Any:
    if raw is None:
        return None
    parsed = parse(path, raw)
    if parsed.data is None:
        return None
    return fit(path, model, parsed.data)[0]
