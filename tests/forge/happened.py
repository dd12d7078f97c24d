"""What happened, as GitHub tells it to webhooks and workflows."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Happened:
    """A delivery: its id, the event's name, the payload, and whether workflows start from it.

    What a job's own token causes starts none, but `workflow_dispatch` and `repository_dispatch`.
    """

    delivery: str
    event: str
    payload: dict[str, Any]
    starts: bool

    @property
    def action(self) -> str | None:
        """Return the payload's action, where it has one."""
        found = self.payload.get("action")
        return found if isinstance(found, str) else None
