"""Who is one person: logins change and are written in any case, an account's number stays."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hero.registry.policies import Roster


def folded(text: str) -> str:
    """A login or a topic as it is compared: NFKC, without case and outer blanks."""
    # Folding can take apart what was composed, so it is composed once more.
    bare = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", bare).strip()


def person_key(login: str, number: int | None = None) -> str:
    """What stands for a person: the account's number where it is known, else the folded login."""
    return str(number) if number is not None else f"@{folded(login)}"


@dataclass(frozen=True, slots=True)
class Persons:
    """Person keys by folded login, as all rosters handed in know them."""

    keys: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, rosters: Iterable[Roster]) -> "Persons":
        """Persons out of rosters, the oldest first.

        Earlier rosters know the logins that somebody had; where two accounts had one login, the
        last roster is right.
        """
        rows = [row for roster in rosters for row in roster.advocates]
        return cls({folded(row.login): person_key(row.login, row.id) for row in rows})

    def key(self, login: str) -> str:
        """The key of whoever has this login; the login itself for somebody on no roster."""
        return self.keys.get(folded(login)) or person_key(login)

    def keys_of(self, logins: Iterable[str]) -> tuple[str, ...]:
        """The keys of several people, each once, in their order."""
        return tuple(dict.fromkeys(map(self.key, logins)))
