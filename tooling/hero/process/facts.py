"""What the forge knows of a pull, as a file: handed in by whoever may ask the forge."""

import datetime as dt

from hero.process.change import Change, Pull
from hero.registry.conditions.case import Approval, Facts
from hero.registry.registry import Registry
from hero.registry.words import Field, Line, Login, Several, Words


class Approved(Words):
    """One approval of the pull."""

    login: Login = Field(description="Who approved.")
    commit: Line | None = Field(None, description="The commit that they approved.")
    id: int | None = Field(None, gt=0, description="GitHub's number for their account.")


class Origin(Words):
    """How the pull comes."""

    branch: Line = Field(description="The branch that it comes from.")
    author: Login = Field(description="Who opened it.")
    bot: Login | None = Field(None, description="The login under which automation acts.")
    recomputed: dict[str, str] = Field({}, description="What upkeep would write, by path.")

    def pull(self) -> Pull:
        """The pull, with bytes for texts."""
        recomputed = {path: text.encode() for path, text in self.recomputed.items()}
        return Pull(self.branch, self.author, self.bot, recomputed)


class Known(Words):
    """What the forge knows. Every part may be left out: then it is unknown, which fails nothing."""

    today: dt.date | None = Field(None, description="The day; else the day of the head's commit.")
    head: Line | None = Field(None, description="The last commit of the pull.")
    approvals: Several[Approved] | None = Field(None, description="Who approved, at which commit.")
    said_yes: Several[Login] | None = Field(None, description="Who took a role by their own word.")
    authors: Several[Login] | None = Field(None, description="Who wrote the commits.")
    pull: Origin | None = Field(None, description="How the pull comes.")
    importing: bool = Field(False, description="True: a maintainer brings in decided ideas.")

    def facts(self, today: dt.date) -> Facts:
        """The facts, on the day they name or else the one that is handed in."""
        return Facts(
            today=self.today or today,
            approvals=None
            if self.approvals is None
            else tuple(Approval(each.login, each.commit, each.id) for each in self.approvals),
            said_yes=None if self.said_yes is None else frozenset(map(str.lower, self.said_yes)),
            head=self.head,
            authors=None if self.authors is None else frozenset(self.authors),
        )

    def change(self, base: Registry, today: dt.date, paths: frozenset[str] | None = None) -> Change:
        """The change that these facts are about."""
        pull = self.pull.pull() if self.pull else None
        return Change(base, self.facts(today), paths, pull, self.importing)
