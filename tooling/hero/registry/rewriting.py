"""A file that is to be written, given other content, or taken away: a value, until it is spent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rewriting:
    """One file. `before` is None where there is none yet, `after` where there is none then.

    `about` says why, in a few words for whoever is asked whether it may be done.
    """

    path: str
    before: bytes | None
    after: bytes | None
    about: str = ""

    @property
    def deed(self) -> str:
        """What is done: write, change or remove."""
        if self.after is None:
            return "remove"
        return "write" if self.before is None else "change"


def over(rewritings: Iterable[Rewriting]) -> Mapping[str, bytes | None]:
    """What the files hold afterwards, by path; None for those that are gone."""
    return {each.path: each.after for each in rewritings}
