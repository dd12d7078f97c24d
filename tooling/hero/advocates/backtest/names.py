"""Logins out of what people write where a list of reviewers is asked for."""

import re
from collections.abc import Iterable

from hero.advocates.person import folded

#: What stands where somebody is still to be found.
_STANDING_IN = "tbd tba tbc todo na n-a none nobody unassigned unknown pending anyone everyone"
PLACEHOLDERS = frozenset(_STANDING_IN.split(" "))
#: Groups and teams are no persons, however they are written.
_GROUP = re.compile(r"(sig|wg|committee|team)-")
#: A login after an at sign; one that a slash follows is an organisation's.
_NAMED = re.compile(r"(?<![\w@])@([A-Za-z0-9][A-Za-z0-9_-]*)(?![\w-]*/)")
#: A login that stands alone, perhaps in quotes or brackets, or at the end of an address.
_ALONE = re.compile(r"(?:https?://github\.com/)?([A-Za-z0-9][A-Za-z0-9_-]*)")
_AROUND = " \t\r\n\"'`<>()[],.;:\u2018\u2019\u201c\u201d"


def logins(entries: Iterable[str]) -> tuple[str, ...]:
    """The folded logins in these entries, each once, in their order."""
    found = (login for entry in entries for login in _in(entry))
    return tuple(dict.fromkeys(login for login in found if _is_person(login)))


def _in(entry: str) -> list[str]:
    if "@" in entry:
        return [folded(login) for login in _NAMED.findall(entry)]
    alone = _ALONE.fullmatch(entry.strip(_AROUND))
    return [folded(alone[1])] if alone else []


def _is_person(login: str) -> bool:
    return login not in PLACEHOLDERS and not _GROUP.match(login)
