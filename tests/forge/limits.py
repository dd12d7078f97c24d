"""How often somebody may ask: so many requests an hour, so many new things a minute."""

import time
from dataclasses import dataclass, field
from typing import Any

from tests.forge.people import Token
from tests.forge.wrongs import Refused

SECONDARY = (
    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
    "You have triggered an abuse detection mechanism. Please wait a few minutes before you try "
    "again.",
    "You have exceeded a secondary rate limit and have been temporarily blocked from content "
    "creation. Please retry your request again later.",
)


@dataclass
class Limits:
    """`hourly` for people and apps, `job` for a workflow's job; `writes` a minute, None for any."""

    hourly: int = 5000
    job: int = 1000
    writes: int | None = None
    reset: float = field(default_factory=lambda: time.time() + 3600)
    wrote: list[float] = field(default_factory=list)
    nobody: Token | None = None

    def most(self, token: Token | None) -> int:
        """Return how many requests an hour somebody has; 60 without a token."""
        if token is None:
            return 60
        return self.job if token.job else self.hourly

    def shown(self, token: Token | None) -> dict[str, Any]:
        """Return the limit, what is used and left, and when it starts again."""
        most, used = self.most(token), token.used if token else 0
        left = max(0, most - used)
        return {"limit": most, "used": min(used, most), "remaining": left, "reset": int(self.reset)}

    def headers(self, token: Token | None) -> dict[str, str]:
        """Return the headers that every answer carries."""
        shown = {
            f"X-RateLimit-{key.title()}": str(value) for key, value in self.shown(token).items()
        }
        return {**shown, "X-RateLimit-Resource": "core"}

    def count(self, token: Token | None, writes: bool) -> None:
        """Count a request, or refuse it."""
        if time.time() > self.reset:
            self.reset = time.time() + 3600
            if token:
                token.used = 0
        if token:
            if token.used >= self.most(token):
                raise Refused(403, f"API rate limit exceeded for user ID {token.user.id}.")
            token.used += 1
        if writes and self.writes is not None:
            self._count_write(self.writes)

    def _count_write(self, most: int) -> None:
        now = time.monotonic()
        self.wrote = [each for each in self.wrote if now - each < 60]
        if len(self.wrote) >= most:
            raise Refused(403, SECONDARY[0], None, {"Retry-After": "60"})
        self.wrote.append(now)
