"""A remark: something in the history that does not fit what the files say."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

#: Every kind of remark, and what it means. The Process playbook lists these very sentences.
KINDS: Mapping[str, str] = {
    "reason-rewritten": "The reason of a decision was changed after it had been recorded.",
    "reason-removed": "The reason of a decision was taken out.",
    "decision-changed": "The day, stages, person, approvals, pull or source of a recorded decision "
    "were changed; approvals and pull may be filled in once.",
    "decision-removed": "A recorded decision was taken out.",
    "decision-order": "Decisions changed places, or a new one was set in before older ones.",
    "move-undecided": "The stage was changed, and no decision made in the same commit leads there.",
    "move-unfollowed": "A decision was added, and the stage did not follow it.",
    "move-unlawful": "A decision was added that no move of the pipeline at that time allows.",
    "person-unknown": "Somebody decided, approved or became an advocate who was not an advocate on "
    "the roster at that time.",
    "date-ahead": "A date lies later than the commit that brought it.",
    "date-behind": "A date lies more than 14 days before it was written.",
    "kept-changed": "Something else that the registry keeps was changed after it had been "
    "recorded: the day of the proposal, an evaluation, a pass.",
    "idea-deleted": "The idea's file was deleted; ideas are withdrawn, never deleted.",
    "idea-unreadable": "The idea's file could no longer be read; what came after is compared with "
    "what could be read last.",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """What does not fit: of which kind, on which idea, in which commit, by whom.

    `date` is the day of the commit in UTC. `reached` is the latest day that the line of commits
    had come to: a commit that is dated back cannot hide before the audit's first day.
    `words` say what happened, with strangers' values in them.
    """

    kind: str
    slug: str
    commit: str
    date: dt.date
    who: tuple[str, ...]
    words: str
    reached: dt.date

    def plain(self) -> dict[str, Any]:
        """The remark as plain data."""
        data = asdict(self) | {"who": list(self.who)}
        return data | {name: str(data[name]) for name in ("date", "reached")}

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Remark":
        """The remark again. Raises on data that is of no remark."""
        days = {name: dt.date.fromisoformat(data[name]) for name in ("date", "reached")}
        return cls(**{**data, **days, "who": tuple(data["who"])})
