"""Who may be asked for a review, and who may be assigned."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from hero.reconcile.forge import ForgeRefused
from hero.technology.github.calls import Calls, path
from hero.technology.github.shape import word

#: Up to so many people are asked about one by one; a list of all costs a request for a hundred.
FEW = 3


@dataclass(frozen=True, slots=True)
class People:
    """The people of a repository (OWNER/NAME)."""

    calls: Calls
    repository: str

    def among(self, kind: str, logins: Collection[str]) -> frozenset[str]:
        """Those of the logins, in lower case, whom the list `kind` of the repository holds.

        `kind` is `collaborators` or `assignees`. Raises ForgeRefused.
        """
        wanted = {login.lower() for login in logins if login}
        where = path("repos", *self.repository.split("/"), kind)
        if len(wanted) <= FEW:
            return frozenset(login for login in wanted if self._is_one(kind, where, login))
        return frozenset(self._listed(kind, where)) & wanted

    def _listed(self, kind: str, where: str) -> Iterator[str]:
        for row in self.calls.pages(f"reading the {kind}", where):
            yield word(row, "login").lower()

    def _is_one(self, kind: str, where: str, login: str) -> bool:
        try:
            self.calls.ask(f"looking {login} up among the {kind}", where + path(login))
        except ForgeRefused as refused:
            if refused.kind == "gone":
                return False
            raise
        return True
