"""The policies that counted when something was decided."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from hero.process.gate import moves
from hero.registry.conditions.case import same, serves
from hero.registry.parse import parse
from hero.registry.pipeline import Pipeline
from hero.registry.policies import Advocate, Roster
from hero.registry.registry import POLICIES
from hero.registry.schema import fit

#: The files that an audit needs as they were.
WATCHED = (POLICIES["pipeline"][0], POLICIES["roster"][0])
_MODELS: tuple[type[BaseModel], ...] = (Pipeline, Roster)


@dataclass
class Version:
    """One version of a policy, only read when something was decided under it.

    `read_before`: it was, and could be.
    """

    path: str
    name: str
    contents: Callable[[str], bytes | None]
    before: "Version | None" = None
    read_before: bool = False

    @property
    def sound(self) -> bool:
        """Can it be read?"""
        return self.read_before or self.value is not None

    @cached_property
    def value(self) -> Any:
        """What it says; None where it cannot be read."""
        raw = self.contents(self.name)
        data = None if raw is None else parse(self.path, raw).data
        return None if data is None else fit(self.path, _MODELS[WATCHED.index(self.path)], data)[0]

    @cached_property
    def advocates(self) -> dict[str, Advocate]:
        """The advocates of a roster by login, the first of each."""
        rows = self.value.advocates if isinstance(self.value, Roster) else ()
        return {same(each.login): each for each in reversed(rows)}


@dataclass
class Policies:
    """The versions that count after a step. One that cannot be read changes nothing: what counted
    last still does."""

    versions: tuple[Version | None, ...] = (None, None)

    def changed(self, path: str, name: str, contents: Callable[[str], bytes | None]) -> "Policies":
        """The policies after a change of one of the files."""
        which = WATCHED.index(path)
        now = Version(path, name, contents, self.versions[which])
        return Policies(tuple(now if n == which else v for n, v in enumerate(self.versions)))

    @classmethod
    def since(cls, names: Mapping[str, str], contents: Callable[[str], bytes | None]) -> "Policies":
        """The policies that counted where an audit ended, by the names it gave."""
        held = {
            path: Version(path, name, contents, read_before=True) for path, name in names.items()
        }
        return cls(tuple(held.get(path) for path in WATCHED))

    def names(self) -> dict[str, str]:
        """The names of the versions that count, by path."""
        counted = (self._counted(which) for which in range(len(WATCHED)))
        return {version.path: version.name for version in counted if version is not None}

    @property
    def whole(self) -> bool:
        """Is there a pipeline and a roster?"""
        return None not in self.versions

    @property
    def pipeline(self) -> Pipeline | None:
        """The pipeline that counts; None where there was none that could be read."""
        version = self._counted(0)
        return version.value if version else None

    def allows(self, start: str, end: str) -> bool:
        """Does a move lead this way? Where there is no pipeline nobody can say no."""
        return self.pipeline is None or bool(moves(self.pipeline, start, end))

    def proposer_may(self, start: str, end: str) -> bool:
        """May a proposer decide to go this way?"""
        if self.pipeline is None:
            return True
        ways = moves(self.pipeline, start, end)
        return not ways or any("proposer" in move.who for move in ways)

    def strangers(self, logins: list[Any], on: dt.date, counted: bool) -> Iterator[tuple[str, str]]:
        """Who of these was no advocate on a day, and what they were. `counted`: as one who
        decides, so a shadow is none."""
        version = self._counted(1)
        if version is None:
            return
        for login in logins:
            if not isinstance(login, str):
                continue
            known = version.advocates.get(same(login))
            if known is None:
                yield login, "was not on the roster of advocates"
            elif not serves(known, on):
                yield login, f"was not an advocate on {on}"
            elif counted and known.shadow:
                yield login, "was a shadow, who decides nothing yet"

    def _counted(self, which: int) -> Version | None:
        """The latest version that can be read."""
        version = self.versions[which]
        while version is not None and not version.sound:
            version = version.before
        return version
