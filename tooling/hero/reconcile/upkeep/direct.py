"""Facts written straight to the branch that counts, where network.yml says so."""

from collections.abc import Mapping
from dataclasses import dataclass

from hero.reconcile.forge import Forge


@dataclass(frozen=True)
class Keep:
    """One commit of files onto the tip that was seen."""

    branch: str
    tip: str
    files: Mapping[str, bytes]
    message: str

    @property
    def words(self) -> str:
        """What it does."""
        return f"put {', '.join(sorted(self.files))} on {self.branch}"

    def perform(self, forge: Forge) -> None:
        """Do it."""
        forge.commit(self.branch, self.tip, self.files, self.message)
